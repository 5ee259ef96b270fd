import Foundation

/// A record of a file, under the schema's names of its columns. Cells that are not given are absent.
struct NaiveRow {
  let file: String
  let line: Int
  var cells: [String: String]
  /// All text between the record's fields, for records that do not fit the header: no cells then.
  var isRagged = false

  subscript(name: String) -> String? { cells[name] }

  /// An id for comparing: people, groups and everything shaped like a GUID without regard to case.
  func id(_ name: String, isPerson: Bool = false) -> String? {
    guard let id = cells[name] else { return nil }
    let isGUID = id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12]
    return isPerson || isGUID ? id.lowercased() : id
  }
}

/// The files of a folder, taken apart by loops that a child could read.
enum NaiveFiles {
  /// A list of records and the table that they belong to.
  struct List {
    let file: String
    let table: String?
    let rows: [NaiveRow]
    let columns: [String]
  }

  static func lists(in folder: String) throws -> [List] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    var lists: [List] = []
    for path in paths {
      let bytes = Array(FileManager.default.contents(atPath: folder + "/" + path) ?? Data())
      if path.hasSuffix(".csv") { lists.append(csv(path, bytes)) }
      if path.hasSuffix(".ndjson") {
        lists.append(list(path, nil, try JSON.sequence(bytes)))
      }
      if path.hasSuffix(".json") { lists += try json(path, bytes) }
    }
    return lists
  }
}

extension NaiveFiles {
  private static func json(_ path: String, _ bytes: [UInt8]) throws -> [List] {
    let whole = try JSON(bytes)
    var lists: [List] = []
    for member in whole.members {
      let table = member.key == "value" ? nil : member.key
      if case .list = member.value {
        lists.append(list(path, table, numbered(member.value.elements, from: member.line)))
      }
    }
    return whole.elements.isEmpty
      ? lists : [list(path, nil, numbered(whole.elements, from: 1))]
  }

  /// Elements know the lines of their members' values: an object's own line is that of its first.
  private static func numbered(_ elements: [JSON], from line: Int) -> [(value: JSON, line: Int)] {
    elements.map { ($0, $0.members.first?.line ?? line) }
  }

  private static func list(
    _ path: String, _ table: String?, _ elements: [(value: JSON, line: Int)]
  ) -> List {
    var columns: [String] = []
    let rows = elements.map { element, line in
      var cells: [String: String] = [:]
      for member in element.members {
        let name = NaiveSchema.name(of: member.key)
        if !columns.contains(name) { columns.append(name) }
        if member.value != .null { cells[name] = member.value.cell }
      }
      return NaiveRow(file: path, line: line, cells: given(cells))
    }
    return List(
      file: path, table: table ?? NaiveSchema.table(of: columns), rows: rows, columns: columns)
  }

  /// Only cells with something in them.
  private static func given(_ cells: [String: String]) -> [String: String] {
    var result: [String: String] = [:]
    for (name, cell) in cells {
      let text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
      let isID = NaiveSchema.ids.contains(name)
      if text.isEmpty || (!isID && ["NULL", "null", "None", "N/A"].contains(text)) { continue }
      result[name] = text
    }
    return result
  }
}

extension NaiveFiles {
  private static func csv(_ path: String, _ all: [UInt8]) -> List {
    let bytes = all.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(all.dropFirst(3)) : all
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    var records = split(bytes, UInt8(ascii: ","))
    if records.first?.fields.count == 1 { records = split(bytes, UInt8(ascii: ";")) }
    let header = (records.first?.fields ?? []).map {
      NaiveSchema.name(of: text($0, isUTF8) ?? "?")
    }
    let rows = records.dropFirst().map { record in
      let texts = record.fields.map { text($0, isUTF8) }
      guard texts.count == header.count, !texts.contains(nil) else {
        return NaiveRow(file: path, line: record.line, cells: [:], isRagged: true)
      }
      var cells: [String: String] = [:]
      for (name, text) in zip(header, texts) { cells[name] = text ?? "" }
      return NaiveRow(file: path, line: record.line, cells: given(cells))
    }
    return List(file: path, table: NaiveSchema.table(of: header), rows: rows, columns: header)
  }

  /// UTF-8, or Windows-1252 when the file is not UTF-8; nil for bytes that it does not have.
  private static func text(_ field: [UInt8], _ isUTF8: Bool) -> String? {
    if isUTF8 { return String(decoding: field, as: UTF8.self) }
    if field.contains(where: { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }) { return nil }
    return String(data: Data(field), encoding: .windowsCP1252)
  }

  static func split(
    _ bytes: [UInt8], _ delimiter: UInt8
  ) -> [(line: Int, fields: [[UInt8]])] {
    var records: [(line: Int, fields: [[UInt8]])] = []
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var isInQuotes = false
    var line = 1
    var first = 1
    for byte in bytes + (bytes.last == 10 ? [] : [10]) {
      if byte == UInt8(ascii: "\"") {
        // A doubled quote ends the quotes and begins them again: it leaves one quote behind.
        if !isInQuotes, !field.isEmpty { field.append(byte) }
        isInQuotes.toggle()
      } else if byte == delimiter, !isInQuotes {
        fields.append(field)
        field = []
      } else if byte == 10, !isInQuotes {
        if field.last == 13 { field.removeLast() }
        fields.append(field)
        if fields != [[]] { records.append((first, fields)) }
        (fields, field) = ([], [])
        line += 1
        first = line
      } else {
        if byte == 10 { line += 1 }
        field.append(byte)
      }
    }
    return records
  }
}

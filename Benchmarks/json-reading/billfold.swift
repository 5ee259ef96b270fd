import Glibc

/// Reads every member of every record of a file: what billfold does with a JSON export, without tables.
struct BillfoldRun {
  var records = 0
  var members = 0
  var bytesOfValues = 0

  mutating func read(_ bytes: [UInt8]) {
    var scanner = JSONRecordScanner()
    var position = bytes.firstIndex(of: UInt8(ascii: "[")).map { $0 + 1 } ?? bytes.count
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == UInt8(ascii: "{") else {
        if byte == UInt8(ascii: "]") { return }
        position += 1
        continue
      }
      guard scanner.scan(bytes.span, from: position, isLast: true) == .record else {
        fatalError("record \(records) at byte \(position)")
      }
      records += 1
      members += scanner.count
      for index in 0..<scanner.count {
        let member = scanner.members[index]
        bytesOfValues += member.value.count
        if member.kind == .text || member.kind == .escaped { check(member, bytes) }
      }
      position = scanner.end
    }
  }

  private func check(_ member: JSONRecordScanner.Member, _ bytes: [UInt8]) {
    guard String(validating: bytes[member.value], as: UTF8.self) != nil else {
      fatalError("not UTF-8 at byte \(member.value.lowerBound)")
    }
  }
}

import JSONReading
import Liquid

/// The shapes of records, one for those with the same keys in the same order.
struct ShapeTable: Sendable {
  private(set) var shapes: [Record.Shape] = []
  /// For the shapes of objects in which a key comes twice the members that count, in the order of the shape's keys.
  private(set) var members: [Int: [Int]] = [:]
  /// The keys of each shape as they are written, each followed by a quote.
  private var words: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]
  /// The shape that came after each shape the last time, and the last one.
  private var following: [Int] = []
  private var last = 0

  private static let many = 1000

  /// Begins anew when there are so many shapes that the data has no records of one kind.
  mutating func forgetMany() {
    if shapes.count > Self.many { self = ShapeTable() }
  }

  /// The number of the shape with these keys.
  ///
  /// - Complexity: O(*n*) in the bytes of the keys.
  mutating func number(of keys: ArraySlice<JSONTape.Entry>, in bytes: [UInt8]) -> Int {
    if !shapes.isEmpty {
      let guess = following[last]
      if matches(guess, keys, bytes) {
        last = guess
        return guess
      }
    }
    var written: [UInt8] = []
    for key in keys {
      written += bytes[key.range]
      written.append(UInt8(ascii: "\""))
    }
    let number = numbers[written] ?? add(written, keys, bytes)
    following[last] = number
    last = number
    return number
  }

  private func matches(
    _ number: Int, _ keys: ArraySlice<JSONTape.Entry>, _ bytes: [UInt8]
  ) -> Bool {
    let written = words[number]
    var place = 0
    for key in keys {
      let count = key.range.count
      guard place + count < written.count, written[place + count] == UInt8(ascii: "\""),
        JSONBytes.areEqual(bytes.span, key.range, written.span, from: place)
      else { return false }
      place += count + 1
    }
    return place == written.count
  }

  private mutating func add(
    _ written: [UInt8], _ keys: ArraySlice<JSONTape.Entry>, _ bytes: [UInt8]
  ) -> Int {
    let names = keys.map { JSONText.content(of: $0.string, in: bytes.span) }
    let shape = Record.Shape(names)
    let number = shapes.count
    if shape.keys.count < names.count {
      var places: [String: Int] = [:]
      for (place, name) in names.enumerated() { places[name] = place }
      members[number] = shape.keys.map { places[$0] ?? 0 }
    }
    shapes.append(shape)
    words.append(written)
    following.append(number)
    numbers[written] = number
    return number
  }
}

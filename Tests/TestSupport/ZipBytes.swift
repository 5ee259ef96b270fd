/// Writes zip archives for tests, the broken ones too.
public struct ZipBytes {
  /// What is to be wrong with a member.
  public struct Oddity: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int

    /// Makes a set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The checksum is another one.
    public static let badChecksum = Oddity(rawValue: 1)
    /// It says that it is encrypted.
    public static let encrypted = Oddity(rawValue: 2)
    /// It is a symbolic link.
    public static let link = Oddity(rawValue: 4)
    /// Its length says 10 bytes.
    public static let lyingLength = Oddity(rawValue: 8)
    /// Its name does not say that it is UTF-8.
    public static let unmarkedName = Oddity(rawValue: 16)
  }

  private var members: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive of nothing.
  public init() {}

  /// An archive of these texts.
  public static func of(_ files: [(name: String, text: String)]) -> [UInt8] {
    var zip = ZipBytes()
    for file in files { zip.add(file.name, Array(file.text.utf8)) }
    return zip.finished()
  }

  /// Adds a member, deflated.
  public mutating func add(_ name: String, _ bytes: [UInt8], _ oddity: Oddity = []) {
    add(Array(name.utf8), bytes, oddity)
  }

  /// Adds a member whose name is those bytes.
  public mutating func add(_ name: [UInt8], _ bytes: [UInt8], _ oddity: Oddity = []) {
    let packed = GzipBytes.raw(bytes)
    let checksum = GzipBytes.checksum(bytes) ^ (oddity.contains(.badChecksum) ? 1 : 0)
    let length = oddity.contains(.lyingLength) ? 10 : bytes.count
    let flags = (oddity.contains(.encrypted) ? 1 : 0) | (oddity.contains(.unmarkedName) ? 0 : 0x800)
    let head =
      number(20, 2) + number(flags, 2) + number(8, 2) + number(0, 2) + number(0x21, 2)
      + number(Int(checksum), 4) + number(packed.count, 4) + number(length, 4)
      + number(name.count, 2) + number(0, 2)
    let mode = oddity.contains(.link) ? 0o120777 : name.last == 47 ? 0o040755 : 0o100644
    directory +=
      number(0x0201_4B50, 4) + number(0x031E, 2) + head + number(0, 2) + number(0, 2)
      + number(0, 2) + number(mode << 16, 4) + number(members.count, 4) + name
    members += number(0x0403_4B50, 4) + head + name + packed
    count += 1
  }

  /// The archive.
  public func finished() -> [UInt8] {
    members + directory + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2)
      + number(count, 2) + number(directory.count, 4) + number(members.count, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

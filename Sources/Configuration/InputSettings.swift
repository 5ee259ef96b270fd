/// One entry of `inputs`: a file or folder and how it is read.
///
/// Nil means that the file itself decides.
public struct InputSettings: Hashable, Sendable {
  /// Which of several states of one export count.
  public enum Pick: String, CaseIterable, Hashable, Sendable {
    /// Every file.
    case all
    /// The latest only.
    case last
  }

  /// The character between fields.
  public enum Delimiter: String, CaseIterable, Hashable, Sendable {
    /// `,`
    case comma = ","
    /// `;`
    case semicolon = ";"
    /// The tab character, written `tab`.
    case tab
  }

  /// How text is encoded.
  public enum Encoding: String, CaseIterable, Hashable, Sendable {
    /// UTF-8, with or without byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, little-endian.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, big-endian.
    case utf16BigEndian = "utf-16be"
    /// Windows-1252.
    case windows1252 = "windows-1252"
  }

  /// The mark before decimals.
  public enum DecimalMark: String, CaseIterable, Hashable, Sendable {
    /// `.`
    case point = "."
    /// `,`
    case comma = ","
  }

  /// The order of year, month and day.
  public enum DateOrder: String, CaseIterable, Hashable, Sendable {
    /// 2026-01-31
    case yearMonthDay = "ymd"
    /// 31/01/2026
    case dayMonthYear = "dmy"
    /// 01/31/2026
    case monthDayYear = "mdy"
  }

  /// The file or folder.
  public var path: String
  /// Which of several states of one export count.
  public var pick: Pick?
  /// The name of the format.
  public var format: String?
  /// Where in the file the format is named: line and column.
  public var formatPlace: [Int] = []
  /// The character between fields.
  public var delimiter: Delimiter?
  /// How text is encoded.
  public var encoding: Encoding?
  /// The mark before decimals.
  public var decimal: DecimalMark?
  /// The order of year, month and day.
  public var dates: DateOrder?

  /// An input about which only the path is known.
  public init(path: String) {
    self.path = path
  }
}

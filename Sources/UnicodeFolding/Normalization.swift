internal import CUTF8Proc

/// Unicode normalization.
public enum Normalization {
  /// The text in compatibility form NFKC: full-width letters, ligatures and no-break spaces become
  /// their ordinary forms.
  public static func nfkc(_ text: String) -> String {
    let bytes = Array(text.utf8)
    if UnicodeMapping.isASCII(bytes) { return text }
    return String(
      decoding: UnicodeMapping.map(bytes, [UTF8PROC_COMPOSE, UTF8PROC_COMPAT]), as: UTF8.self)
  }
}

import Digests

/// SHA-256 of a text, for comparing hashes that pages name.
enum SHA256Text {
  static func bytes(_ text: String) -> [UInt8] { SHA256.digest(of: text).bytes }
}

import Compression
import Glibc

/// Bytes in an open file without a name, closed when the test lets it go.
///
/// A class because the descriptor goes with its owner.
@safe
final class OpenBytes {
  let region: FileRegion
  private let file: UnsafeMutablePointer<FILE>

  init(_ bytes: [UInt8], after padding: Int = 0) {
    unsafe file = tmpfile()
    let all = [UInt8](repeating: 7, count: padding) + bytes
    unsafe fwrite(all, 1, all.count, file)
    unsafe fflush(file)
    unsafe region = FileRegion(descriptor: fileno(file), offset: padding, count: bytes.count)
  }

  deinit {
    unsafe fclose(file)
  }

  /// What comes out of it as gzip.
  func gunzipped(_ limits: ExpansionLimits = ExpansionLimits()) throws(ExpansionError) -> [UInt8] {
    var result: [UInt8] = []
    var budget = ExpansionBudget(limits)
    try GzipFile.expand(region, &budget) { piece in
      for index in 0..<piece.count { result.append(piece[index]) }
      return true
    }
    return result
  }
}

import JSONReading
import Synchronization

/// Hands out the places of the invoices in a JSON file, some at a time.
///
/// A class, because all threads take from the one queue.
final class InvoiceQueue: Sendable {
  let bytes: [UInt8]
  private let scanner = Mutex(JSONDocumentScanner(at: 0))
  private static let batchSize = 32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next places; empty at the end.
  func next() -> [Range<Int>] {
    let bytes = bytes
    return scanner.withLock { scanner in
      var places: [Range<Int>] = []
      do throws(JSONSyntaxError) {
        while places.count < Self.batchSize {
          switch try scanner.next(bytes.span, isLast: true) {
          case .element(_, let range, _): places.append(range)
          case .incomplete, .nextLink: continue
          case .end: return places
          }
        }
      } catch {
        fatalError("byte \(error.position): expected \(error.expected.rawValue)")
      }
      return places
    }
  }
}

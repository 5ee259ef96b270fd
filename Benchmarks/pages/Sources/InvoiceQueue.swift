import JSONReading
import Liquid
import Synchronization

/// An invoice in the file: its members, and the shape of records with their keys.
struct InvoicePlace: Sendable {
  let members: ArraySlice<JSONRecordScanner.Member>
  let shape: Record.Shape
}

/// Finds the invoices of a JSON file, and hands them out some at a time.
///
/// A class, because all threads take from the one queue.
final class InvoiceQueue: Sendable {
  fileprivate struct State {
    var scanner = JSONDocumentScanner(at: 0)
    var keys: [Int] = []
    var shape = Record.Shape([])
  }

  let bytes: [UInt8]
  private let state = Mutex(State())
  private static let batchSize = 32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next invoices; empty at the end.
  func next() -> [InvoicePlace] {
    let bytes = bytes
    return state.withLock { state in
      var places: [InvoicePlace] = []
      do throws(JSONSyntaxError) {
        while places.count < Self.batchSize {
          switch try state.scanner.next(bytes.span, isLast: true) {
          case .element(let list, _, _): places.append(state.place(list))
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

extension InvoiceQueue.State {
  /// The invoice that was found last. Those with the same keys in the same order share a shape.
  fileprivate mutating func place(_ list: Int) -> InvoicePlace {
    let records = scanner.lists[list].records
    let members = records.members[..<records.count]
    if members.count != keys.count || !zip(members, keys).allSatisfy({ $0.key == $1 }) {
      keys = members.map(\.key)
      shape = Record.Shape(keys.map { String(decoding: records.name($0), as: UTF8.self) })
    }
    return InvoicePlace(members: members, shape: shape)
  }
}

import Glibc
import Liquid
import Synchronization
import TemplateData

/// Hands out the invoices of a JSON file some at a time: those that end in its next block.
///
/// A class, because all threads take from the one queue.
final class InvoiceQueue: Sendable {
  private struct State {
    var reader = JSONValues()
    var isLast = false
  }

  private let descriptor: Int32
  private let state = Mutex(State())
  private static let blockSize = 1 << 14

  init(_ path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { fatalError("\(path): errno \(errno)") }
  }

  deinit { close(descriptor) }

  /// The next invoices; none at the end.
  func next() -> ValueList {
    state.withLock { state in
      while !state.isLast {
        let block = block(after: state.reader.rest)
        state.isLast = block.isLast
        do {
          let invoices = try state.reader.next(block.bytes, isLast: block.isLast)
          if !invoices.isEmpty { return invoices }
        } catch {
          fatalError("\(error)")
        }
      }
      return []
    }
  }

  /// The rest of the last block with what follows it in the file.
  private func block(after rest: ArraySlice<UInt8>) -> (bytes: [UInt8], isLast: Bool) {
    let wanted = max(Self.blockSize, rest.count)
    var got = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: rest.count + wanted) { target, count in
      // Unsafe: there is room for the rest and the bytes that are asked for behind it.
      _ = unsafe target.update(fromContentsOf: rest)
      repeat {
        got = unsafe read(descriptor, target.baseAddress?.advanced(by: rest.count), wanted)
      } while got < 0 && errno == EINTR
      guard got >= 0 else { fatalError("errno \(errno)") }
      count = rest.count + got
    }
    return (bytes, got == 0)
  }
}

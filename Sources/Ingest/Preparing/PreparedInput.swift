import BillingModel
import CSVReading
import Diagnostics

/// An input as it is read: out of its archive, and in UTF-8 where it was UTF-16.
public struct PreparedInput: Sendable {
  /// What its bytes were before.
  struct Original: Sendable {
    /// The encoding that was turned into UTF-8; nil when none was.
    var encoding: TextEncoding?
    var byteCount: Int
    /// In hex, when it was asked for.
    var sha256: String?
  }

  /// Why it cannot be read, as the finding `unreadable-file`.
  struct Refusal: Error, Sendable {
    let variant: Int
    var facts: [Fact] = []
  }

  /// Its name and where its bytes are now.
  public private(set) var input: InputFile
  /// Nil when the bytes are those of the file itself.
  let original: Original?
  let refusal: Refusal?

  /// An input that is read as it is.
  init(_ input: InputFile) {
    self.input = input
    original = nil
    refusal = nil
  }

  /// An input that was made out of another.
  init(_ input: InputFile, original: Original) {
    self.input = input
    self.original = original
    refusal = nil
  }

  /// An input that cannot be read.
  init(_ input: InputFile, refusal: Refusal) {
    self.input = input
    original = nil
    self.refusal = refusal
  }

  /// An input whose bytes are read as they are: it needs no preparation.
  package static func asItIs(_ input: InputFile) -> PreparedInput { PreparedInput(input) }

  /// How its bytes are read, which are those of the file itself or were made out of it.
  func options(_ options: ReadingOptions) -> ReadingOptions {
    guard let original else { return options }
    var own = options
    own.encoding = original.encoding ?? options.encoding
    own.hashesFiles = false
    return own
  }

  /// Puts what the inputs gave in order of their paths, and gives second ones of a path another:
  /// `a.zip!b.csv (2)`.
  public static func inOrder(_ prepared: [[PreparedInput]]) -> [PreparedInput] {
    var result = prepared.flatMap { $0 }
    let given = Set(result.map(\.input.path))
    var taken: Set<String> = []
    for index in result.indices {
      let path = result[index].input.path
      var name = path
      var number = 1
      while !taken.insert(name).inserted || (number > 1 && given.contains(name)) {
        number += 1
        name = "\(path) (\(number))"
      }
      guard name != path else { continue }
      let input = result[index].input
      result[index].input = InputFile(path: name, source: input.source, madeFrom: input)
    }
    return result.sorted { $0.input.path.isBefore($1.input.path) }
  }
}

extension TableReading {
  /// The reading with the facts of the file that the bytes were made out of.
  func described(
    by original: PreparedInput.Original?, _ options: ReadingOptions
  ) -> TableReading {
    var reading = self
    reading.pickFolder = options.pickFolder
    reading.takesAllStates = options.takesAllStates
    guard let original else { return reading }
    reading.file.byteCount = original.byteCount
    reading.file.sha256 = original.sha256
    return reading
  }
}

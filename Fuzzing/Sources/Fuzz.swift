import ReadingProperties

#if canImport(Glibc)
  import Glibc
#endif

/// The property that this run checks, by the environment's `PROPERTY`.
private let property: ReadingProperty = {
  guard let name = unsafe getenv("PROPERTY").map({ unsafe String(cString: $0) }),
    let property = ReadingProperty(rawValue: name)
  else { fatalError("PROPERTY must be one of \(ReadingProperty.allCases.map(\.rawValue))") }
  return property
}()

#if FUZZING
  /// What libFuzzer calls with each input that it makes.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func checkInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    if let violation = property.violation(bytes) { fatalError(violation) }
    return 0
  }
#else
  /// Without libFuzzer: checks the files that are named, as after a crash.
  @main
  enum Replay {
    static func main() {
      for path in CommandLine.arguments.dropFirst() {
        guard let bytes = contents(of: path) else { fatalError("cannot read \(path)") }
        print("\(path): \(property.violation(bytes) ?? "holds")")
      }
    }

    private static func contents(of path: String) -> [UInt8]? {
      guard let file = unsafe fopen(path, "rb") else { return nil }
      defer { unsafe fclose(file) }
      var bytes: [UInt8] = []
      while case let byte = unsafe getc(file), byte != EOF { bytes.append(UInt8(byte)) }
      return bytes
    }
  }
#endif

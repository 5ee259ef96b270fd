/// A filter: a function from a value and arguments to a value.
///
/// ```swift
/// environment.filters["initials"] = Filter { value, _ in
///   guard case .text(let name) = value else { return value }
///   return .text(String(name.split(separator: " ").compactMap(\.first)))
/// }
/// ```
///
/// A closure that throws begins with `{ value, arguments throws(Problem) in`.
public struct Filter: Sendable {
  /// The work of a filter.
  public typealias Function = @Sendable (Value, Arguments) throws(Problem) -> Value

  /// How many arguments without a name it takes; checked when the template is parsed.
  public let positional: ClosedRange<Int>
  /// The names of the arguments it takes; checked when the template is parsed.
  public let named: [String]
  let function: Function

  /// Makes a filter that takes so many arguments, and arguments of these names.
  public init(
    _ positional: ClosedRange<Int> = 0...0, named: [String] = [], function: @escaping Function
  ) {
    self.positional = positional
    self.named = named
    self.function = function
  }
}

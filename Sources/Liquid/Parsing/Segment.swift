/// A piece of a template: literal text, an output, or a tag.
struct Segment: Sendable {
  enum Kind: Sendable {
    case text
    case output
    case tag(String)
  }

  let kind: Kind
  /// Literal text, or what stands between the braces (for a tag: after its name).
  let content: Range<Int>
  /// The whole piece with its braces.
  let whole: Range<Int>
  /// The name of a tag; for others the same as `whole`.
  let name: Range<Int>
}

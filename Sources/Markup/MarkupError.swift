/// Why Markdown could not become HTML.
public enum MarkupError: Error, Hashable, Sendable {
  /// There is no memory for the document.
  case outOfMemory
  /// These markers do not stand alone in a paragraph of the text, so their HTML has no place
  /// (numbers from 0 in the order in which they were registered).
  case markersWithoutPlace([Int])
}

/// One file of the site: where it goes, and how its bytes are made when they are wanted.
///
/// Pages are independent of each other and may be rendered at the same time.
public struct SitePage: Sendable {
  /// The path below the site's folder, with `/`.
  public let path: String
  private let work: @Sendable () throws(RenderingError) -> [UInt8]

  init(_ path: String, _ work: @escaping @Sendable () throws(RenderingError) -> [UInt8]) {
    self.path = path
    self.work = work
  }

  /// Makes the bytes. The same page always gives the same.
  public func render() throws(RenderingError) -> [UInt8] { try work() }
}

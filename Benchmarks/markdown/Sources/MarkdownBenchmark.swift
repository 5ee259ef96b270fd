import FoundationEssentials
import Markup

/// `markdown-benchmark FILE RUNS`: makes HTML of a Markdown file as the site's pages are made, with ids
/// for its headings. Prints the milliseconds of the fastest run.
@main
enum MarkdownBenchmark {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 3, let runs = Int(words[2]), runs > 0 else {
      fatalError("markdown-benchmark FILE RUNS")
    }
    let text = String(
      decoding: try Data(contentsOf: URL(filePath: words[1])), as: UTF8.self)
    let clock = ContinuousClock()
    var best = Duration.seconds(3600)
    for _ in 0..<runs {
      best = min(best, try clock.measure { _ = try MarkdownDocument(parsing: text).html() })
    }
    print(Double(best.components.attoseconds / 1_000_000_000_000) / 1000)
  }
}

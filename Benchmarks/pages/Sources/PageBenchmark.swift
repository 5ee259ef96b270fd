import Liquid
import Publishing

/// `page-benchmark SITE OUT JOBS`: renders the invoices of SITE/pages.json through SITE/page.html and
/// writes OUT/invoices/ID.html, on as many threads as JOBS.
///
/// What is timed around it is all that a site needs: reading the data, compiling the template,
/// rendering and writing, with billfold's own code for each.
@main
enum PageBenchmark {
  static func main() async throws {
    let words = CommandLine.arguments
    guard words.count == 4, let jobs = Int(words[3]), jobs > 0 else {
      fatalError("page-benchmark SITE OUT JOBS")
    }
    let (site, folder) = (words[1], words[2] + "/invoices")
    let disk = SiteDisk.system
    let theme = String(decoding: try disk.read(site + "/page.html"), as: UTF8.self)
    let template = try Template(
      parsing: theme, name: "page.html", in: Environment(escaping: .html, strictness: .strict))
    let queue = InvoiceQueue(try disk.read(site + "/pages.json"))
    try disk.makeFolder(words[2])
    try disk.makeFolder(folder)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask { @concurrent in work(queue, template, folder, disk) }
      }
    }
  }

  /// Renders and writes invoices until the queue is empty, each into the same buffer.
  private static func work(
    _ queue: InvoiceQueue, _ template: Template, _ folder: String, _ disk: SiteDisk
  ) {
    let bytes = queue.bytes
    let reader = InvoiceReader()
    var output: [UInt8] = []
    while true {
      let batch = queue.next()
      guard !batch.isEmpty else { return }
      for place in batch {
        guard let (id, page) = reader.page(in: bytes.span, place) else {
          fatalError("an invoice has no id")
        }
        output.removeAll(keepingCapacity: true)
        do {
          try template.render([:], globals: page, into: &output)
          try disk.write("\(folder)/\(id).html", output)
        } catch {
          fatalError("\(error)")
        }
      }
    }
  }
}

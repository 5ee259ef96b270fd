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
    let (site, invoices) = (words[1], words[2] + "/invoices")
    let disk = SiteDisk.system
    let theme = String(decoding: try disk.read(site + "/page.html"), as: UTF8.self)
    let template = try Template(
      parsing: theme, name: "page.html", in: Environment(escaping: .html, strictness: .strict))
    let queue = InvoiceQueue(site + "/pages.json")
    try disk.makeFolder(words[2])
    try disk.makeFolder(invoices)
    let folder = try disk.openFolder(invoices)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask { @concurrent in work(queue, template, folder) }
      }
    }
  }

  /// Renders and writes invoices until the queue is empty, each into the same buffer.
  private static func work(
    _ queue: InvoiceQueue, _ template: Template, _ folder: SiteFolder
  ) {
    let shape = Record.Shape(["page"])
    var renderer = TemplateRenderer(template)
    var output: [UInt8] = []
    while true {
      let invoices = queue.next()
      guard !invoices.isEmpty else { return }
      for invoice in invoices {
        guard case .record(let record) = invoice, case .text(let id)? = record["id"] else {
          fatalError("an invoice has no id")
        }
        output.removeAll(keepingCapacity: true)
        do {
          let page = Record(shape: shape, values: [invoice])
          try renderer.render(.empty, globals: page, into: &output)
          try folder.write("\(id).html", output)
        } catch {
          fatalError("\(error)")
        }
      }
    }
  }
}

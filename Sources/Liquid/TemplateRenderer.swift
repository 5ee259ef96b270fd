/// Renders one template again and again.
///
/// The pages are those of `Template.render`. They cost less, because memory, what was learned about the shapes of records,
/// and the partials that were met are kept from one page to the next: the environment's `partial` is asked once for each
/// name.
///
/// ```swift
/// var renderer = TemplateRenderer(template)
/// for invoice in invoices {
///   page.removeAll(keepingCapacity: true)
///   try renderer.render(["invoice": invoice], into: &page)
/// }
/// ```
public struct TemplateRenderer: ~Copyable {
  private let template: Template
  private var renderer: Renderer

  /// Makes a renderer of a template.
  public init(_ template: Template) {
    self.template = template
    renderer = Renderer(template, expecting: 8192)
  }

  /// Appends the rendered template to UTF-8 bytes. After an error the output is as before.
  public mutating func render(
    _ context: Record, globals: Record = [:], into output: inout [UInt8]
  ) throws(TemplateError) {
    do throws(TemplateError) {
      try renderer.render(context, globals)
    } catch {
      // It may have stopped in the middle of a partial.
      renderer = Renderer(template, expecting: 8192)
      throw error
    }
    renderer.output.append(to: &output)
  }
}

import Liquid
import Testing

/// Parses and renders a template in one step.
func liquid(
  _ text: String, _ context: Record = [:], in environment: Environment = Environment(),
  globals: Record = [:]
) throws(TemplateError) -> String {
  try Template(parsing: text, name: "page.html", in: environment)
    .render(context, globals: globals)
}

/// The error of a template that must not render, as people see it.
func liquidError(
  _ text: String, _ context: Record = [:], in environment: Environment = Environment(),
  sourceLocation: SourceLocation = #_sourceLocation
) -> TemplateError? {
  do throws(TemplateError) {
    let output = try liquid(text, context, in: environment)
    Issue.record("rendered \(output.debugDescription)", sourceLocation: sourceLocation)
    return nil
  } catch {
    return error
  }
}

/// A template and what it prints.
struct Printing: Sendable, CustomTestStringConvertible {
  let template: String
  let output: String

  init(_ template: String, _ output: String) {
    self.template = template
    self.output = output
  }

  var testDescription: String { template }
}

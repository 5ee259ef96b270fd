import Rendering
public import Reporting

/// How a report is written for people.
public enum ReportForm: Sendable {
  /// Markdown with tables of GitHub's flavour.
  case markdown
  /// One page of HTML that needs no other file.
  case html
}

extension Pipeline {
  /// A report through its template, of the user's theme or the built-in one.
  public static func text(
    of name: ReportName, as form: ReportForm, _ run: CheckedRun, _ options: RunOptions,
    templates: String?
  ) async throws(PipelineError) -> [UInt8] {
    let theme = try loadTheme(templates, options)
    let input = await siteInput(run, options, "")
    let site = Site(input, theme: theme)
    let report = input.reports.first { $0.name == name } ?? input.basis.report(name)
    do throws(RenderingError) {
      return switch form {
      case .markdown: try site.markdown(of: report)
      case .html: try site.standalonePage(of: report)
      }
    } catch {
      throw .theme([error.description + "\n"])
    }
  }
}

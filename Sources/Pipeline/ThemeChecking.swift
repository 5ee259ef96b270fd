public import CalendarDates
import Diagnostics
import Rendering

/// The check of a theme, as text for people.
public enum ThemeChecking {
  /// What a check found.
  public struct Outcome: Sendable {
    /// The findings as compilers print them, and a summary.
    public let text: String
    /// How many of them are errors.
    public let errors: Int
  }

  /// Checks the theme of a folder with the built-in one behind it, or the built-in one alone.
  public static func check(
    _ folder: String?, asOf: CalendarDate
  ) throws(PipelineError) -> Outcome {
    let check: ThemeCheck
    do throws(ThemeError) {
      check = try ThemeCheck(folder: folder, asOf: asOf, rules: Pipeline.catalog)
    } catch {
      throw .theme(error.problems.map { $0.description + "\n" })
    }
    let findings = check.problems.map { problem in
      place(problem, folder, isOwn: check.ownFiles.contains(problem.file))
    }
    return Outcome(
      text: (findings + [summary(check)]).map(visible).joined(), errors: check.count(.error))
  }

  /// The problem with the path that leads to its file.
  private static func place(_ problem: ThemeProblem, _ folder: String?, isOwn: Bool) -> String {
    guard isOwn, let folder else { return "built-in theme: \(problem)\n" }
    return folder + (folder.hasSuffix("/") ? "" : "/") + "\(problem)\n"
  }

  private static func summary(_ check: ThemeCheck) -> String {
    let (errors, warnings) = (check.count(.error), check.count(.warning))
    return count(check.ownFiles.count, "file") + ", " + count(errors, "error") + ", "
      + count(warnings, "warning") + "\n"
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  /// Lines that do nothing to a terminal.
  private static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.line(String($0)) }.joined(separator: "\n")
  }
}

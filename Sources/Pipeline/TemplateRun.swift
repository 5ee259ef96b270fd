public import CalendarDates
import FoundationEssentials
import JSONReading
import Liquid
import TemplateData

/// The template engine alone: one template, some data, text without escaping.
public enum TemplateRun {
  /// What names mean that neither the data nor the language has.
  public enum UnknownNames: Hashable, Sendable {
    /// Variables are nothing, filters hand their input on.
    case nothing
    /// They are errors, with the name that was probably meant.
    case errors
  }

  /// Renders the template at a path.
  ///
  /// `data` is a file of JSON whose outermost object is what the template sees, `folder` is where
  /// `render` and `include` look names up, and `today` is what `now` means. With `unknownNames` as
  /// errors a variable, property or filter that is not there ends the run.
  public static func render(
    _ path: String, data: String?, folder: String?, today: CalendarDate,
    unknownNames: UnknownNames = .nothing
  ) throws(PipelineError) -> [UInt8] {
    var environment = Environment(
      escaping: .none, strictness: unknownNames == .errors ? .strict : .lenient, today: today)
    environment.partial = { name in partial(name, in: folder).map { .source($0) } }
    let text = String(decoding: try read(path), as: UTF8.self)
    let context = try context(data)
    let template = try parsed(text, path, environment)
    do throws(TemplateError) {
      var output: [UInt8] = []
      try template.render(context, into: &output)
      return output
    } catch {
      throw .theme([error.description + "\n"])
    }
  }

  private static func parsed(
    _ text: String, _ name: String, _ environment: Environment
  ) throws(PipelineError) -> Template {
    do throws(TemplateErrors) {
      return try Template(checking: text, name: name, in: environment)
    } catch {
      throw .theme(error.all.map { $0.description + "\n" })
    }
  }

  private static func read(_ path: String) throws(PipelineError) -> [UInt8] {
    do {
      return try Array(Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .theme(["\(path): the file cannot be read\n"])
    }
  }

  /// The text of a partial: `NAME` or `NAME.liquid` below the folder, never outside of it.
  private static func partial(_ name: String, in folder: String?) -> String? {
    guard let folder, !name.hasPrefix("/"),
      !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    else { return nil }
    let root = URL(filePath: folder).resolvingSymlinksInPath().path()
    for candidate in [name, name + ".liquid"] {
      let url = URL(filePath: folder + "/" + candidate).resolvingSymlinksInPath()
      guard url.path().hasPrefix(root.hasSuffix("/") ? root : root + "/") else { continue }
      do {
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
      } catch {
        continue
      }
    }
    return nil
  }

  private static func context(_ path: String?) throws(PipelineError) -> Record {
    guard let path else { return [:] }
    let value: Value
    let bytes = try read(path)
    do throws(JSONSyntaxError) {
      value = try JSONValues.value(of: bytes)
    } catch {
      throw .data(file: path, position: error.position, expected: error.expected.rawValue)
    }
    guard case .record(let record) = value else {
      throw .data(file: path, position: 0, expected: "an object")
    }
    return record
  }
}

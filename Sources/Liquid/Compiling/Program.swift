/// What a template does: instructions one after the other, and the tables that they refer to.
///
/// A class because all renderings share the one program, which never changes.
final class Program: Sendable {
  let source: Source
  let instructions: [Instruction]
  /// The part of the template that each instruction stands for.
  let places: [Range<Int32>]
  let tables: Tables

  init(
    _ source: Source, instructions: [Instruction], places: [Range<Int32>], tables: Tables
  ) {
    self.source = source
    self.instructions = instructions
    self.places = places
    self.tables = tables
  }

  /// What instructions refer to.
  struct Tables: Sendable {
    var names: [String] = []
    var constants: [Value] = []
    var paths: [ProgramPath] = []
    var steps: [ProgramStep] = []
    var ranges: [ProgramRange] = []
    var tests: [ProgramTest] = []
    var calls: [ProgramCall] = []
    var tags: [ProgramTag] = []
    var loops: [ProgramLoop] = []
    var whens: [ProgramWhen] = []
    var cycles: [ProgramCycle] = []
    var counters: [ProgramCounter] = []
    var partials: [ProgramPartial] = []
    /// The variables that `assign` and `capture` of this template set, by slot.
    var assigned: [String] = []
    /// How many lookups of fields are remembered while the template runs.
    var cells = 0
    /// True when a loop goes on where another stopped, or may do so in an included template.
    var remembersOffsets = false
  }

  /// The error of that kind at the place of an instruction.
  func error(_ kind: TemplateError.Kind, at instruction: Int) -> TemplateError {
    error(kind, in: places[instruction])
  }

  func error(_ kind: TemplateError.Kind, in place: Range<Int32>) -> TemplateError {
    source.error(kind, at: Int(place.lowerBound)..<Int(place.upperBound))
  }

  /// The words of the template at the place of an instruction.
  func text(at instruction: Int) -> String {
    source.text(Int(places[instruction].lowerBound)..<Int(places[instruction].upperBound))
  }
}

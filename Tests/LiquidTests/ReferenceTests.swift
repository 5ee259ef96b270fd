import Foundation
import JSONReading
import Liquid
import TemplateData
import TestSupport
import Testing

/// Our language against the reference implementation, on templates made at random.
///
/// The reference is Debian's `ruby-liquid`; without it nothing is compared.
struct ReferenceTests {
  private static let ruby = "/usr/bin/ruby"
  private static let script: String = {
    let parts = #filePath.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/") + "/Reference/reference.rb"
  }()

  static let isInstalled: Bool = {
    guard FileManager.default.isExecutableFile(atPath: ruby) else { return false }
    let output = try? run("{\"template\":\"{{ 1 | plus: 1 }}\",\"data\":{}}\n")
    return output?.contains("\"2\"") == true
  }()

  private static func run(_ lines: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(lines, to: "in")
    try folder.write("", to: "out")
    let process = Process()
    process.executableURL = URL(filePath: ruby)
    process.arguments = [script]
    process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle(forReadingAtPath: folder.path(of: "in"))
    process.standardOutput = FileHandle(forWritingAtPath: folder.path(of: "out"))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return folder.text(of: "out") ?? ""
  }

  /// What the reference prints; nil where it finds an error, in the template or in the data.
  private static func reference(_ templates: [String]) throws -> [String?] {
    let lines = templates.map { template in
      var json = JSONWriter()
      json.string(template)
      return
        "{\"template\":\(json.text.trimmingCharacters(in: .newlines)),\"data\":\(TemplateGrammar.data)}\n"
    }
    return try run(lines.joined()).split(separator: "\n").map { line in
      guard case .record(let answer) = try JSONValues.value(of: Array(line.utf8)),
        case .text(let output)? = answer["output"], !output.contains("Liquid error")
      else { return nil }
      return output
    }
  }

  private static func ours(_ template: String, _ data: Record) -> String {
    do throws(TemplateError) {
      return try liquid(template, data)
    } catch {
      return "error: \(error.message)"
    }
  }

  @Test(.enabled(if: isInstalled, "ruby-liquid is not installed"), arguments: UInt64(1)...40)
  func bothPrintTheSame(seed: UInt64) throws {
    var grammar = TemplateGrammar(seed: seed)
    let templates = (0..<200).map { _ in grammar.template() }
    let expected = try Self.reference(templates)
    try #require(expected.count == templates.count)
    guard case .record(let data) = try JSONValues.value(of: Array(TemplateGrammar.data.utf8))
    else { return }
    var compared = 0
    for (template, output) in zip(templates, expected) {
      guard let output else { continue }
      let ours = Self.ours(template, data)
      // An error stops us; the reference swallows it inside of tags that print nothing.
      guard !ours.hasSuffix("cannot be put in order") else { continue }
      compared += 1
      #expect(ours == output, "\(template.debugDescription)")
    }
    #expect(compared > 100)
  }
}

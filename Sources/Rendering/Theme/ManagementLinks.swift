internal import Liquid
internal import YAMLReading

/// `links.yaml`: where an administrator settles what a rule finds or a report shows.
struct ManagementLinks: Sendable {
  /// A page of the admin center, or a place outside of it.
  struct Place: Sendable {
    let name: String
    /// The way through the menus, by cloud.
    let menu: [String: String]
    /// The address, by cloud.
    let url: [String: String]
  }

  private var places: [String: Place] = [:]
  private var rules: [String: [String]] = [:]
  private var reports: [String: [String]] = [:]

  static let path = "links.yaml"
  private static let clouds = ["worldwide", "germany", "21vianet"]

  /// The places of a rule.
  func places(ofRule id: String) -> [Place] { (rules[id] ?? []).compactMap { places[$0] } }

  /// The places of a report.
  func places(ofReport name: String) -> [Place] { (reports[name] ?? []).compactMap { places[$0] } }

  /// The rules that have places, sorted.
  var ruleNames: [String] { rules.keys.sorted() }

  /// No links.
  init() {}

  /// Reads the file; what is wrong in it goes to `problems`.
  init(_ file: ThemeFile, _ problems: inout [ThemeProblem]) {
    let root: YAMLNode
    do throws(YAMLError) {
      root = try YAMLNode(parsing: file.bytes)
    } catch {
      problems.append(ThemeProblem(error, in: file.path))
      return
    }
    for entry in root["places"]?.entries ?? [] {
      places[entry.key] = Place(
        name: entry.key, menu: Self.byCloud(entry.value["menu"], file, &problems),
        url: Self.byCloud(entry.value["url"], file, &problems))
    }
    rules = names(root["rules"], file, &problems)
    reports = names(root["reports"], file, &problems)
  }

  private static func byCloud(
    _ node: YAMLNode?, _ file: ThemeFile, _ problems: inout [ThemeProblem]
  ) -> [String: String] {
    var result: [String: String] = [:]
    for entry in node?.entries ?? [] {
      if clouds.contains(entry.key), let text = entry.value.text {
        result[entry.key] = text
      } else {
        problems.append(
          ThemeProblem(
            file, at: entry.position, word: entry.key,
            "there is no cloud '\(entry.key)', only \(clouds.joined(separator: ", "))"))
      }
    }
    return result
  }

  private func names(
    _ node: YAMLNode?, _ file: ThemeFile, _ problems: inout [ThemeProblem]
  ) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for entry in node?.entries ?? [] {
      let elements = entry.value.elements ?? []
      for element in elements {
        guard let name = element.text, places[name] == nil else { continue }
        let hint = ThemeNames.suggestion(for: name, among: places.keys)
        problems.append(
          ThemeProblem(
            file, at: element.position, word: name, "there is no place '\(name)'" + hint))
      }
      let names = elements.compactMap(\.text)
      result[entry.key] = names
    }
    return result
  }
}

extension SiteContext {
  /// Places as templates see them: what to do there, and the pages in the clouds that the data has.
  func placesValue(_ places: [ManagementLinks.Place]) -> Value {
    .list(
      places.map { place in
        let pages: [Value] = clouds.compactMap { cloud in
          place.menu[cloud].map { menu in
            [
              "cloud": .text(cloud), "menu": .text(menu), "url": Value(place.url[cloud]),
            ]
          }
        }
        return [
          "name": .text(place.name), "steps": .text(wording.text("place.\(place.name)")),
          "pages": .list(pages),
        ]
      })
  }
}

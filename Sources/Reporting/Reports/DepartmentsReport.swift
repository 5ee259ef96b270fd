import ExactNumbers

/// The people of one department with licences in use in one currency.
struct DepartmentLine: Sendable {
  /// Nil for people of whom no department is known, and for groups without known members.
  let department: String?
  let currency: Currency?
  private(set) var people: [UInt32] = []
  private(set) var licenses = 0
  private(set) var monthlyCost = ExactSum()
  private(set) var reclaimableCost = ExactSum()

  init(department: String?, currency: Currency?) {
    self.department = department
    self.currency = currency
  }

  /// Adds a person of the department.
  mutating func add(_ user: UserLine) {
    people.append(UInt32(user.person))
    licenses += user.licenses
    monthlyCost.add(user.monthlyCost.amount)
    reclaimableCost.add(user.reclaimableCost.amount)
  }
}

extension ReportBasis {
  func departments() -> Report {
    let index = PersonLicenses(data, licenses)
    let basis = self
    return Report(
      .departments, asOf: asOf, lines: departmentLines(index), columns: Self.departmentColumns,
      totals: .currency { $0.currency },
      sources: .each { line, visit in
        for person in line.people {
          basis.forEachSource(of: Int(person), in: line.currency, index, visit)
        }
      })
  }

  /// The lines of the report in its order: department, currency.
  private func departmentLines(_ index: PersonLicenses) -> [DepartmentLine] {
    var places: [DepartmentKey: Int] = [:]
    var lines: [DepartmentLine] = []
    for user in userLines(index) {
      let department = department(of: user.person)
      let key = DepartmentKey(name: department.map { Array($0.utf8) }, currency: user.currency)
      let place = places[key, default: lines.count]
      if place == lines.count {
        places[key] = place
        lines.append(DepartmentLine(department: department, currency: user.currency))
      }
      lines[place].add(user)
    }
    return lines.sorted {
      TextOrder.isBefore(
        TextOrder.compare($0.department, $1.department),
        TextOrder.compare($0.currency?.code, $1.currency?.code))
    }
  }

  private static let departmentColumns: [LineColumn<DepartmentLine>] = [
    .plain("department", .text) { .text($0.department) },
    .summed("users", .count) { .count($0.people.count) },
    .summed("licenses", .count) { .count($0.licenses) },
    .plain("currency", .currency) { .currency($0.currency) },
    .summed("monthly_cost", .money) { .money($0.monthlyCost.amount, $0.currency) },
    .summed("reclaimable_cost", .money) { .money($0.reclaimableCost.amount, $0.currency) },
  ]
}

/// What the report groups people by. Names are the same when they are so letter for letter.
private struct DepartmentKey: Hashable {
  let name: [UInt8]?
  let currency: Currency?
}

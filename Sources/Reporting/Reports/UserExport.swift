public import BillingModel

/// Which licences `export users` lists. Several ids of a kind widen it, the kinds narrow each other.
public struct UserExportFilter: Hashable, Sendable {
  /// Only licences of self-service subscriptions.
  public var isSelfServiceOnly = false
  /// Only these products; all when empty.
  public var products: [String] = []
  /// Only these subscriptions; all when empty.
  public var subscriptions: [String] = []

  /// Every licence.
  public init() {}

  /// The ids that no row of the data set has.
  public func unknownIDs(in data: Dataset) -> [String] {
    products.filter { data.code(.product, of: $0) == nil }
      + subscriptions.filter { data.code(.subscription, of: $0) == nil }
  }
}

/// One licence: a user and a subscription.
struct UserExportLine: Sendable {
  let license: UInt32
  let subscription: UInt32
}

/// A subscription that has licences, as the export orders and prints it.
struct ExportedSubscription: Sendable {
  let code: Int
  let id: String
  let productCode: Int?
  let product: String?
  let productName: String?
  /// Empty for a central subscription; nil for a purchase without a name.
  let purchaser: String?
  let acquisition: Acquisition?
}

extension ReportBasis {
  /// One row for each user and subscription, whatever its status, ordered by purchaser_name,
  /// lower-cased user, product_name, product_id and subscription_id.
  ///
  /// - Complexity: O(licences + people log people); eight bytes a row are kept.
  public func userExport(_ filter: UserExportFilter) -> Report {
    let exported = exportedSubscriptions(filter)
    let lines = exportLines(exported)
    let places = Dictionary(
      uniqueKeysWithValues: exported.enumerated().map { (UInt32($1.code), $0) })
    return Report(
      .userExport, asOf: asOf, lines: lines, columns: exportColumns(exported, places),
      totals: .none,
      sources: .one { [licenses] in
        RowReference(.licenseAssignments, Int(licenses.rows[Int($0.license)]))
      })
  }

  /// The subscriptions with licences that the filter lets through, ordered by product_name,
  /// product_id and subscription_id.
  private func exportedSubscriptions(_ filter: UserExportFilter) -> [ExportedSubscription] {
    let products = Set(filter.products.compactMap { data.code(.product, of: $0) })
    let wanted = Set(filter.subscriptions.compactMap { data.code(.subscription, of: $0) })
    let all = (0..<data.codeCount(.subscription)).filter { code in
      licenses.assigned(toSubscription: code) > 0
        && (filter.subscriptions.isEmpty || wanted.contains(code))
    }
    let names = data.subscriptions.purchaserName
    let listed = all.map { exported($0, facts, names) }.filter { subscription in
      (!filter.isSelfServiceOnly || subscription.acquisition == .selfService)
        && (filter.products.isEmpty || subscription.productCode.map(products.contains) ?? false)
    }
    return listed.sorted {
      TextOrder.isBefore(
        TextOrder.compare($0.productName, $1.productName),
        TextOrder.compare($0.product, $1.product), TextOrder.compare($0.id, $1.id))
    }
  }

  private func exported(
    _ code: Int, _ facts: ProductFacts, _ names: TextColumn<FreeText>
  ) -> ExportedSubscription {
    let figures = figures(ofSubscription: code)
    let product = figures?.product ?? productOfAssignments(code)
    let isSelfService = figures?.isSelfService ?? false
    return ExportedSubscription(
      code: code, id: data.text(.subscription, code), productCode: product,
      product: product.map { data.text(.product, $0) },
      productName: figures.map { facts.name(subscription: $0.row) }
        ?? product.flatMap { products[$0]?.name },
      purchaser: isSelfService ? figures.flatMap { names[$0.row] } : "",
      acquisition: figures.map { $0.isSelfService ? .selfService : .central })
  }

  /// The product that the first assignment of an unknown subscription names.
  private func productOfAssignments(_ subscription: Int) -> Int? {
    guard let license = licenses.licenses(ofSubscription: subscription).first else { return nil }
    return data.licenseAssignments.productID.code(Int(licenses.rows[license]))
  }

  /// The licences in order: three stable passes, the last key first.
  private func exportLines(_ exported: [ExportedSubscription]) -> [UserExportLine] {
    let lines = exported.flatMap { subscription in
      licenses.licenses(ofSubscription: subscription.code).map {
        UserExportLine(license: UInt32($0), subscription: UInt32(subscription.code))
      }
    }
    let assignees = licenses.assignees
    let userRanks = userRanks(lines)
    let byUser = CountingSort.sorted(lines) { Int(userRanks[Int(assignees[Int($0.license)])]) }
    var purchaserRanks: [UInt32: Int] = [:]
    for (place, rank) in TextOrder.ranks(of: exported.map(\.purchaser)).enumerated() {
      purchaserRanks[UInt32(exported[place].code)] = rank
    }
    return CountingSort.sorted(byUser) { purchaserRanks[$0.subscription] ?? 0 }
  }

  /// The rank of each listed person's lower-cased name among those of all, by code.
  private func userRanks(_ lines: [UserExportLine]) -> [UInt32] {
    let dictionary = data.licenseAssignments.assigneeID.dictionary
    var isListed = Array(repeating: false, count: data.codeCount(.party))
    for line in lines { isListed[Int(licenses.assignees[Int(line.license)])] = true }
    let people = isListed.indices.filter { isListed[$0] }
    var ranks = Array(repeating: UInt32(0), count: isListed.count)
    let sorted = TextOrder.sorted(people) { dictionary.key(of: $0) }
    for (rank, person) in sorted.enumerated() { ranks[person] = UInt32(rank) }
    return ranks
  }

  private func exportColumns(
    _ exported: [ExportedSubscription], _ places: [UInt32: Int]
  ) -> [LineColumn<UserExportLine>] {
    let basis = self
    let of: @Sendable (UserExportLine) -> ExportedSubscription? = { line in
      places[line.subscription].map { exported[$0] }
    }
    let person: @Sendable (UserExportLine) -> Int = { line in
      Int(basis.licenses.assignees[Int(line.license)])
    }
    return [
      .plain("purchaser_name", .text) { .text(of($0)?.purchaser) },
      .plain("user_principal_name", .id) { .id(basis.people.id(person($0))) },
      .plain("display_name", .text) { .text(basis.people.name(person($0))) },
      .plain("department", .text) { .text(basis.department(of: person($0))) },
      .plain("product_id", .id) { .id(of($0)?.product) },
      .plain("product_name", .text) { .text(of($0)?.productName) },
      .plain("subscription_id", .id) { .id(of($0)?.id) },
      .plain("acquisition", .word) { .word(of($0)?.acquisition) },
      .plain("assigned_on", .date) { .date(basis.licenses.assignedOn(Int($0.license))) },
    ]
  }
}

/// Sorting by small whole numbers without comparisons.
enum CountingSort {
  /// The elements sorted by a number each; those with the same number keep their order.
  static func sorted<Element>(_ elements: [Element], by key: (Element) -> Int) -> [Element] {
    guard let first = elements.first else { return elements }
    let keys = elements.map(key)
    var starts = Array(repeating: 0, count: (keys.max() ?? 0) + 2)
    for key in keys { starts[key + 1] += 1 }
    for key in 1..<starts.count { starts[key] += starts[key - 1] }
    var result = Array(repeating: first, count: elements.count)
    for (place, element) in elements.enumerated() {
      result[starts[keys[place]]] = element
      starts[keys[place]] += 1
    }
    return result
  }
}

import BillingModel

/// The licences of each person or group, by code, and the subscription of each licence.
struct PersonLicenses: Sendable {
  private var starts: [UInt32]
  private var sorted: [UInt32]
  /// The code of each licence's subscription.
  let subscriptions: [UInt32]

  /// Sorts the licences by assignee. O(licences + people).
  init(_ data: Dataset, _ licenses: Licenses) {
    var subscriptions = Array(repeating: UInt32(0), count: licenses.count)
    for code in 0..<data.codeCount(.subscription) {
      for license in licenses.licenses(ofSubscription: code) {
        subscriptions[license] = UInt32(code)
      }
    }
    self.subscriptions = subscriptions
    starts = Array(repeating: 0, count: data.codeCount(.party) + 1)
    for person in licenses.assignees { starts[Int(person) + 1] += 1 }
    for person in 0..<data.codeCount(.party) { starts[person + 1] += starts[person] }
    var next = starts
    sorted = Array(repeating: 0, count: licenses.count)
    for license in 0..<licenses.count {
      let person = Int(licenses.assignees[license])
      sorted[Int(next[person])] = UInt32(license)
      next[person] += 1
    }
  }

  /// The licences of a person: indexes into those of `Licenses`.
  func licenses(of person: Int) -> ArraySlice<UInt32> {
    sorted[Int(starts[person])..<Int(starts[person + 1])]
  }
}

/// The states that need not be gone on from again, as far as they are remembered.
///
/// Each state has one slot and takes it from the one before, so that the memory is bounded and what is
/// forgotten is the same on every machine.
struct SeenFillings {
  private var slots: [(state: TargetFilling.State, cost: Int128)?]
  /// How many bits of a hash are left out.
  private let shift: UInt64

  /// Room for 262,144 states, or fewer when there are few purchases.
  init(purchases: Int) {
    let bits = min(18, purchases + 3)
    slots = Array(repeating: nil, count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// Remembers a state; false when it was seen at no higher cost.
  mutating func add(_ state: TargetFilling.State, cost: Int128) -> Bool {
    let slot = slot(state)
    if let known = slots[slot], known.state == state, known.cost <= cost { return false }
    slots[slot] = (state, cost)
    return true
  }

  /// Not `Hasher`, which is another in every run.
  private func slot(_ state: TargetFilling.State) -> Int {
    var key = UInt64(state.left.bits) << 32 | UInt64(state.target) << 16
    if let twin = state.twin { key ^= UInt64(twin.rank) << 5 ^ UInt64(twin.first) }
    return Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}

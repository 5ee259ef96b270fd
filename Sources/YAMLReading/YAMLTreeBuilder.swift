/// Puts events together to nodes, with a stack of its own.
struct YAMLTreeBuilder {
  private(set) var root: YAMLNode?
  private var open: [OpenCollection] = []
  private var documents = 0

  mutating func add(_ event: YAMLEvent, at position: YAMLPosition) throws(YAMLError) {
    switch event {
    case .nothing, .end: break
    case .documentStart:
      documents += 1
      if documents > 1 { throw YAMLError(problem: .secondDocument, position: position) }
    case .alias(let name):
      throw YAMLError(problem: .anchorOrAlias("*" + name), position: position)
    case .scalar(let text, let style, let tag, let anchor):
      try refuse(tag, anchor, at: position)
      try place(YAMLNode(.scalar(text, style), at: position))
    case .sequenceStart(let tag, let anchor):
      try refuse(tag, anchor, at: position)
      try begin(OpenCollection(kind: .sequence, position: position))
    case .mappingStart(let tag, let anchor):
      try refuse(tag, anchor, at: position)
      try begin(OpenCollection(kind: .mapping, position: position))
    case .collectionEnd:
      if let collection = open.popLast() { try place(collection.node) }
    }
  }

  private func refuse(
    _ tag: String?, _ anchor: String?, at position: YAMLPosition
  ) throws(YAMLError) {
    if let anchor { throw YAMLError(problem: .anchorOrAlias("&" + anchor), position: position) }
    if let tag { throw YAMLError(problem: .tag(tag), position: position) }
  }

  private mutating func begin(_ collection: OpenCollection) throws(YAMLError) {
    if let outer = open.last, outer.awaitsKey {
      throw YAMLError(problem: .keyIsNotText, position: collection.position)
    }
    guard open.count < YAMLNode.maximumDepth else {
      throw YAMLError(
        problem: .tooDeep(limit: YAMLNode.maximumDepth), position: collection.position)
    }
    open.append(collection)
  }

  private mutating func place(_ node: YAMLNode) throws(YAMLError) {
    if open.isEmpty {
      root = node
    } else {
      try open[open.count - 1].place(node)
    }
  }
}

/// A list or mapping whose end has not come yet.
private struct OpenCollection {
  enum Kind { case sequence, mapping }

  let kind: Kind
  let position: YAMLPosition
  private var nodes: [YAMLNode] = []
  private var entries: [YAMLEntry] = []
  private var seen: [String: YAMLPosition] = [:]
  private var key: (text: String, position: YAMLPosition)?

  init(kind: Kind, position: YAMLPosition) {
    self.kind = kind
    self.position = position
  }

  var awaitsKey: Bool { kind == .mapping && key == nil }

  var node: YAMLNode {
    switch kind {
    case .sequence: YAMLNode(.sequence(nodes), at: position)
    case .mapping: YAMLNode(.mapping(entries), at: position)
    }
  }

  mutating func place(_ node: YAMLNode) throws(YAMLError) {
    if kind == .sequence {
      nodes.append(node)
    } else if let (text, position) = key {
      entries.append(YAMLEntry(key: text, at: position, value: node))
      key = nil
    } else {
      try placeKey(node)
    }
  }

  private mutating func placeKey(_ node: YAMLNode) throws(YAMLError) {
    guard let text = node.text else {
      throw YAMLError(problem: .keyIsNotText, position: node.position)
    }
    if let first = seen.updateValue(node.position, forKey: text) {
      throw YAMLError(problem: .duplicateKey(text, first: first), position: node.position)
    }
    key = (text, node.position)
  }
}

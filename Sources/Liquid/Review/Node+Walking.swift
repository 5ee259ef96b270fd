extension TextNode {
  func walk(_ walk: inout TemplateWalk) {}
}

extension JumpNode {
  func walk(_ walk: inout TemplateWalk) {}
}

extension OutputNode {
  func walk(_ walk: inout TemplateWalk) { _ = walk.shape(of: expression) }
}

extension AssignNode {
  func walk(_ walk: inout TemplateWalk) { walk.assign(name, walk.shape(of: expression)) }
}

extension CaptureNode {
  func walk(_ walk: inout TemplateWalk) {
    walk.walk(body)
    walk.assign(name, .plain)
  }
}

extension CounterNode {
  func walk(_ walk: inout TemplateWalk) { walk.assign(name, .unknown) }
}

extension CycleNode {
  func walk(_ walk: inout TemplateWalk) {
    _ = walk.shape(of: group)
    for value in values { _ = walk.shape(of: value) }
  }
}

extension IfChangedNode {
  func walk(_ walk: inout TemplateWalk) { walk.walk(body) }
}

extension IfNode {
  func walk(_ walk: inout TemplateWalk) {
    for branch in branches {
      if let condition = branch.condition { walk.read(condition) }
      walk.branch(branch.body)
    }
  }
}

extension CaseNode {
  func walk(_ walk: inout TemplateWalk) {
    _ = walk.shape(of: subject)
    for branch in branches {
      for value in branch.values ?? [] { _ = walk.shape(of: value) }
      walk.branch(branch.body)
    }
  }
}

extension ForNode {
  func walk(_ walk: inout TemplateWalk) {
    let item = walk.shape(of: collection).loopItem
    walk.read(parameters)
    walk.branch(body, with: [("forloop", LoopRecord.forloopShape), (variable, item)])
    if let otherwise { walk.branch(otherwise) }
  }
}

extension TableRowNode {
  func walk(_ walk: inout TemplateWalk) {
    let item = walk.shape(of: head.collection).loopItem
    walk.read(parameters)
    walk.branch(
      body, with: [("tablerowloop", LoopRecord.tablerowloopShape), (head.variable, item)])
  }
}

extension TemplateWalk {
  fileprivate mutating func read(_ parameters: LoopParameters) {
    for expression in [parameters.offset, parameters.limit, parameters.columns] {
      _ = shape(of: expression)
    }
  }
}

extension ProgramTagNode {
  func walk(_ walk: inout TemplateWalk) { walk.note(self) }
}

extension PartialNode {
  func walk(_ walk: inout TemplateWalk) {
    let name = template.text
    if name == nil { _ = walk.shape(of: template) }
    var variables = kind == .include ? walk.visible : [:]
    for (name, expression) in arguments { variables[name] = walk.shape(of: expression) }
    let own = alias ?? name.flatMap { $0.split(separator: "/").last.map { String($0) } }
    switch binding {
    case .none: if kind == .include, let own { variables[own] = variables[own] ?? .unknown }
    case .one(let expression): bind(walk.shape(of: expression), to: own, &variables)
    case .each(let expression):
      bind(walk.shape(of: expression).loopItem, to: own, &variables)
      if kind == .render { variables["forloop"] = LoopRecord.forloopShape }
    }
    let place = walk.place(of: name, in: walk.markup(from: range), or: range)
    walk.use(
      PartialUse(
        name: name, tag: kind == .render ? "render" : "include", variables: variables,
        place: place))
  }

  private func bind(
    _ shape: ValueShape, to name: String?, _ variables: inout [String: ValueShape]
  ) {
    if let name { variables[name] = shape }
  }
}

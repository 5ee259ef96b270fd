import CalendarDates
package import Ingest

/// Reading in batches and in parts against reading record by record: the same rows, findings and
/// quarantine for any input and any sizes.
package enum ReadingWays {
  private static let asOf = CalendarDate(days: 20_484)

  /// What reading record by record gives.
  package static func alone(_ input: InputFile) -> ReadingDump {
    var options = ReadingOptions()
    options.blocks = BlockSizes(reach: nil)
    return settled(FileReader.read(.asItIs(input), options), input)
  }

  /// What reading in batches gives, the file cut into so many parts.
  package static func inParts(
    _ input: InputFile, _ parts: Int, step: Int, reach: IndexReach
  ) -> ReadingDump {
    var options = ReadingOptions()
    options.blocks = BlockSizes(step: step, reach: reach)
    let file = FileParts(.asItIs(input), options, parts: parts, least: 1)
    let readings = (0..<file.count).map { FileReader.read(file, part: $0) }
    return settled(FileReader.join(file, readings), input)
  }

  /// What reading gives when each reader's rest is taken from it every time it looks at further bytes.
  package static func cutWhileRead(
    _ input: InputFile, step: Int, least: Int
  ) -> (dump: ReadingDump, parts: Int) {
    var options = ReadingOptions()
    options.blocks = BlockSizes(step: step, reach: IndexReach(least: 1, most: step))
    options.blocks.ownCuts = least
    let file = FileParts(.asItIs(input), options, parts: 1, least: 1)
    var readings: [PartReading] = []
    while readings.count < file.count {
      readings.append(FileReader.read(file, part: readings.count))
    }
    return (settled(FileReader.join(file, readings), input), readings.count)
  }

  /// Reads a file of users, and with the people whom it lists another file, against reading each alone.
  /// The sizes at which something else comes out; nil when nothing does.
  package static func peopleDifference(users: [UInt8], others: [UInt8]) -> String? {
    let inputs = [("users.csv", users), ("others.csv", others)].map { name, bytes in
      InputFile(path: name, source: .memory(bytes))
    }
    let alone = inputs.map { FileReader.read(.asItIs($0), ReadingOptions()) }
    let expected = ReadingDump(Settling.settle(inputs, alone, asOf: asOf))
    for (parts, step, reach) in [(1, 1 << 18, 1 << 18), (2, 64, 256), (3, 7, 64), (5, 1, 2)] {
      var options = ReadingOptions()
      options.blocks = BlockSizes(step: step, reach: IndexReach(least: 1, most: reach))
      var readings = [read(inputs[0], options, parts), []]
      options.people = KnownPeople.of(&readings)
      readings[1] = read(inputs[1], options, parts)
      let people = options.people
      options.people = nil
      let found = Settling.settle(inputs, readings, people: people, asOf: asOf)
      if ReadingDump(found) != expected { return "\(parts) parts, \(step), \(reach)" }
    }
    return nil
  }

  private static func read(
    _ input: InputFile, _ options: ReadingOptions, _ parts: Int
  ) -> [TableReading] {
    let file = FileParts(.asItIs(input), options, parts: parts, least: 1)
    return FileReader.join(file, (0..<file.count).map { FileReader.read(file, part: $0) })
  }

  private static func settled(_ readings: [TableReading], _ input: InputFile) -> ReadingDump {
    ReadingDump(Settling.settle([input], [readings], asOf: asOf))
  }

  /// Which of the ways gives something else than reading record by record; nil when they all agree.
  package static func difference(_ bytes: [UInt8], name: String) -> String? {
    let input = InputFile(path: name, source: .memory(bytes))
    let expected = alone(input)
    for (parts, step, least, most) in [
      (1, 1 << 18, 1 << 13, 1 << 18), (1, 1, 1, 2), (1, 7, 3, 64), (2, 64, 16, 256), (3, 5, 5, 5),
      (5, 1000, 1, 1 << 16), (17, 33, 8, 32),
    ]
    where inParts(input, parts, step: step, reach: IndexReach(least: least, most: most)) != expected
    {
      return "\(parts) parts, \(step), \(least)…\(most)"
    }
    return nil
  }
}

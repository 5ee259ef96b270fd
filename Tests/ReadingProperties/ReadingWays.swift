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

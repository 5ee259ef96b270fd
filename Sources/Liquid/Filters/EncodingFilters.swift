extension StandardFilters {
  static let encoding: [String: Filter] = [
    "base64_decode": Filter { value, _ throws(Problem) in
      try decoded(value, Base64.decode(value.asText(), .standard))
    },
    "base64_encode": Filter { value, _ throws(Problem) in
      .text(Base64.encode(try value.asText(), .standard))
    },
    "base64_url_safe_decode": Filter { value, _ throws(Problem) in
      try decoded(value, Base64.decode(value.asText(), .urlSafe))
    },
    "base64_url_safe_encode": Filter { value, _ throws(Problem) in
      .text(Base64.encode(try value.asText(), .urlSafe))
    },
    "escape": Filter(function: escape),
    "escape_once": Filter(function: escapeOnce),
    "h": Filter(function: escape),
    "raw": Filter { value, _ throws(Problem) in .markup(try value.printed()) },
    "url_decode": Filter(function: urlDecode),
    "url_encode": Filter(function: urlEncode),
  ]

  /// Escapes for the page at once. In a page without escaping it escapes for HTML.
  private static func escape(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    guard !value.isNil, !value.isMarkup else { return value }
    let escaping = arguments.escaping == .none ? .html : arguments.escaping
    return .markup(escaping.escaped(try value.asText()))
  }

  /// Escapes for HTML what is no character reference already.
  private static func escapeOnce(
    _ value: Value, _ arguments: Arguments
  ) throws(Problem) -> Value {
    let bytes = Array(try value.asText().utf8)
    var output: [UInt8] = []
    for index in bytes.indices {
      let byte = bytes[index]
      if let entity = Escaping.entity(of: byte), !isReference(bytes, at: index) {
        output.append(contentsOf: entity.utf8)
      } else {
        output.append(byte)
      }
    }
    return .markup(String(decoding: output, as: UTF8.self))
  }

  /// True where `&name;` or `&#12;` stands.
  private static func isReference(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "&") else { return false }
    var rest = bytes[(index + 1)...].prefix(32)
    let isNumber = rest.first == UInt8(ascii: "#")
    if isNumber { rest.removeFirst() }
    let name = rest.prefix { isNumber ? $0 &- 48 < 10 : ($0 | 32) &- 97 < 26 }
    return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: ";")
  }

  private static func urlEncode(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    guard !value.isNil else { return .nil }
    let digits = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    for byte in try value.asText().utf8 {
      switch byte {
      case 32: output.append(UInt8(ascii: "+"))
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "~"):
        output.append(byte)
      default:
        output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return .text(String(decoding: output, as: UTF8.self))
  }

  private static func urlDecode(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    guard !value.isNil else { return .nil }
    let bytes = Array(try value.asText().utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = hexDigit(bytes[index + 1]), let low = hexDigit(bytes[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(bytes[index] == UInt8(ascii: "+") ? 32 : bytes[index])
        index += 1
      }
    }
    return try decoded(value, output)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }

  /// The decoded bytes as text, if they are UTF-8.
  private static func decoded(_ value: Value, _ bytes: [UInt8]?) throws(Problem) -> Value {
    guard let bytes else { throw .badEncoding("Base64") }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .badEncoding("UTF-8") }
    return .text(text)
  }
}

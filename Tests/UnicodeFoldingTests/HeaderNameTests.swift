import Testing
import UnicodeFolding

struct HeaderNameTests {
  @Test(arguments: [
    ("subscription_id", "Subscription ID"), ("subscription_id", "subscription-id"),
    ("subscription_id", "SUBSCRIPTION\u{A0}Id"), ("subscription_id", "ｓｕｂｓｃｒｉｐｔｉｏｎ＿ｉｄ"),
    ("Date d'expiration", "date d\u{2019}expiration"), ("État", "E\u{301}TAT"),
    ("Due date", "due\u{2011}date"), ("straße", "STRASSE"), ("quantity", "qua\u{AD}nti\u{200B}ty"),
  ])
  func spellingsOfOneNameMatch(left: String, right: String) {
    #expect(Array(HeaderName.key(left).utf8) == Array(HeaderName.key(right).utf8))
  }

  @Test(arguments: [("etat", "état"), ("total", "totals"), ("to", "from"), ("a.b", "ab")])
  func otherNamesDoNot(left: String, right: String) {
    #expect(HeaderName.key(left) != HeaderName.key(right))
  }

  @Test func asciiIsReadAsItIsAmongOtherLetters() {
    for byte in UInt8(0)..<0x80 {
      let name = "A\(Unicode.Scalar(byte))z"
      let key = Array(HeaderName.key(name).utf8)
      #expect(Array(HeaderName.key(name + "é").utf8) == key + [0xC3, 0xA9], "\(byte)")
    }
  }

  @Test func compatibilityFormsBecomeOrdinary() {
    #expect(Normalization.nfkc("ＡＢ\u{A0}ﬁ①") == "AB fi1")
    #expect(Array(Normalization.nfkc("e\u{301}").utf8) == [0xC3, 0xA9])
    #expect(Normalization.nfkc("a\u{0}b") == "a\u{0}b")
    #expect(Array(Normalization.nfkc("é\u{0}é").utf8) == Array("é\u{0}é".utf8))
  }
}

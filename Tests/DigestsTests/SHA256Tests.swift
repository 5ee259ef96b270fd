import Digests
import TestSupport
import Testing

struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func publishedVectors(text: String, hex: String) {
    #expect(SHA256.digest(of: text).hex == hex)
  }

  @Test(arguments: UInt64(1)...20)
  func piecesGiveTheSameAsTheWhole(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let whole = (0..<Int.random(in: 0...500, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    var hash = SHA256()
    var start = 0
    while start < whole.count {
      let end = Int.random(in: start...whole.count, using: &random)
      hash.update(Array(whole[start..<end]).span)
      start = end
    }
    #expect(hash.finish() == SHA256.digest(of: whole))
  }

  @Test func shortFormIsThePrefix() {
    let digest = SHA256.digest(of: "abc")
    #expect(digest.hex(prefix: 12) == "ba7816bf8f01")
    #expect(digest.bytes.count == 32)
  }
}

import EventModel
import Gazetteer
import Testing

/// The folded key of a name.
struct FoldingTests {
  @Test(arguments: [
    ("Zürich", "zurich"), ("Zu\u{308}rich", "zurich"), ("Tel Aviv-Yafo", "telavivyafo"),
    ("St. John's", "stjohns"), ("St. John’s", "stjohns"), ("Łódź", "lodz"), ("Ærø", "aero"),
    ("Œuvre", "oeuvre"), ("Gießen", "giessen"), ("Þórshöfn", "thorshofn"), ("Ísland", "island"),
    ("ıI İi", "iiii"), ("Đà Nẵng", "danang"), ("Seyðisfjörður", "seydisfjordur"),
    ("ŁÓDŹ 2026", "lodz2026"), ("Thành phố Hồ Chí Minh", "thanhphohochiminh"), ("", ""),
    (" -./'", ""), ("東京", "東京"), ("Москва", "Москва"), ("🦀 Rust", "rust"), ("Ĳmuiden", "ijmuiden"),
    ("Kakaʻako", "kakaako"), ("Гӱ\u{0301}", "Гӱ"), ("GẞG", "gssg"), ("ə", "e"),
  ])
  func foldsANameToItsKey(name: String, key: String) {
    #expect(String(decoding: Gazetteer.fold(name), as: UTF8.self) == key, "\(name)")
  }

  @Test(
    arguments: [
      ([0x41, 0xFF, 0x42], [0x61, 0xFF, 0x62]), ([0xC3], [0xC3]), ([0xE1, 0xBA], [0xE1, 0xBA]),
      ([0x80, 0xC3, 0x41], [0x80, 0xC3, 0x61]), ([0xF0, 0x9F, 0xA6], [0xF0, 0x9F, 0xA6]),
    ] as [([UInt8], [UInt8])])
  func keepsBytesThatAreNotUTF8(bytes: [UInt8], key: [UInt8]) {
    #expect(Gazetteer.fold(bytes) == key)
  }

  /// Every ASCII character against the plain rule.
  @Test func keepsLettersAndDigitsOfASCII() {
    for byte in UInt8(0)..<128 {
      let character = Character(UnicodeScalar(byte))
      let expected =
        character.isLetter || character.isNumber ? Array(character.lowercased().utf8) : []
      #expect(Gazetteer.fold([byte]) == expected, "\(byte)")
    }
  }

  @Test func foldingAKeyGivesTheKey() {
    for scalar in (0x80...0x2FFF).compactMap(UnicodeScalar.init) {
      let key = Gazetteer.fold(String(Character(scalar)))
      #expect(Gazetteer.fold(key) == key, "\(scalar.value)")
    }
  }

  /// Upper and lower case of each Latin letter that has both as single scalars have one key.
  @Test func letterCaseOfLatinLettersDoesNotMatter() {
    for range in [0x00C0...0x024F, 0x1E00...0x1EFF, 0x2C64...0x2C7F] {
      for scalar in range.compactMap(UnicodeScalar.init) {
        let lower = scalar.properties.lowercaseMapping
        #expect(
          Gazetteer.fold(String(Character(scalar)))
            == Gazetteer.fold(lower), "\(scalar)")
      }
    }
  }
}

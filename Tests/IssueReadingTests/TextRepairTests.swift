import EventModel
import Testing

@testable import IssueReading

struct TextRepairTests {
  private static func repaired(_ bytes: [UInt8]) -> TextRepair.Result? {
    TextRepair.repair(bytes, 0..<bytes.count)
  }

  private static func text(_ damaged: String) -> String? {
    repaired(Array(damaged.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(arguments: [
    ("N√ºrnberg", "Nürnberg"), ("Sessi√≥", "Sessió"), ("\u{F8FF}ü¶Ä", "🦀"), ("√âcole", "École"),
    ("a ‚Äì b", "a – b"), ("Krak√≥w & Z√ºrich", "Kraków & Zürich"), ("S√£o Paulo", "São Paulo"),
  ])
  func mendsWhatWasReadAsMacRoman(damaged: String, text: String) {
    #expect(Self.text(damaged) == text)
  }

  @Test(arguments: [
    ("NÃ¼rnberg", "Nürnberg"), ("SessiÃ³", "Sessió"), ("ðŸ¦€", "🦀"), ("a â€“ b", "a – b"),
    ("Ã‰cole", "École"), ("SÃ£o Paulo", "São Paulo"), ("KrakÃ³w", "Kraków"),
  ])
  func mendsWhatWasReadAsWindows1252(damaged: String, text: String) {
    #expect(Self.text(damaged) == text)
  }

  @Test(arguments: [
    "", "ASCII", "Nürnberg", "“É", "“École” – Zürich", "👋 Community", "Łódź", "São Paulo", "Praha",
    "東京", "Нижний Новгород", "Ñandú", "naïve façade", "Malmö & Århus", "Ærø", "« Rust »", "100 €",
    "Rust™", "Ünïcödé", "Ελλάδα", "תל אביב", "👩‍💻",
  ])
  func leavesSoundTextAlone(text: String) {
    #expect(Self.text(text) == nil)
  }

  @Test func replacesBytesThatAreNoUTF8AndSaysWhere() {
    let repaired = Self.repaired(Array("* N".utf8) + [0xFC] + Array("rnberg".utf8))
    #expect(repaired.map { String(decoding: $0.bytes, as: UTF8.self) } == "* N\u{FFFD}rnberg")
    #expect(repaired?.undecodable == 3)
  }

  @Test func mendsBesideBytesThatAreNoUTF8() {
    let repaired = Self.repaired(Array("N√ºrnberg ".utf8) + [0xFF])
    #expect(repaired.map { String(decoding: $0.bytes, as: UTF8.self) } == "Nürnberg \u{FFFD}")
  }

  @Test func looksAtItsRangeOnly() {
    let bytes = Array("√º|abc|√º".utf8)
    #expect(TextRepair.repair(bytes, 5..<10) == nil)
  }

  @Test func tellsWhichRunsWereMended() throws {
    let result = try #require(Self.repaired(Array("Z√ºrich, “É, K√∂ln".utf8)))
    let runs = result.mended.map { String(decoding: result.bytes[$0], as: UTF8.self) }
    #expect(runs == ["ü", "ö"])
  }

  @Test func repairIsDoneOnce() {
    for damaged in ["N√ºrnberg", "NÃ¼rnberg ðŸ¦€", "\u{F8FF}ü¶Ä"] {
      let once = Self.text(damaged)
      #expect(once.map { Self.text($0) } == .some(nil), "\(damaged)")
    }
  }

  @Test func thousandRunsAreMendedThoughFewAreReported() throws {
    let result = try #require(
      Self.repaired(Array(String(repeating: "Z√ºrich ", count: 1_000).utf8)))
    #expect(result.mended.count == 100)
    #expect(result.bytes == Array(String(repeating: "Zürich ", count: 1_000).utf8))
  }
}

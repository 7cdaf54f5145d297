import EventModel
import Testing

@testable import IssueReading

struct DateGrammarTests {
  /// `first...last; other` and the text of the field, `invalid: text`, or `none`.
  private static func read(_ text: String, issue: String = "2024-01-17") throws -> String {
    let (buffer, range) = text.field
    let grammar = DateGrammar(issueDate: try Samples.day(issue))
    switch grammar.read(buffer, from: 0, to: range.upperBound) {
    case .none: return "none"
    case .invalid(let range): return "invalid: \(buffer.string(range))"
    case .field(let field):
      let dates = ([field.dates] + field.otherDates).map {
        $0.isRange ? "\($0.first)...\($0.last)" : "\($0.first)"
      }
      return dates.joined(separator: "; ") + " <\(buffer.string(field.range))>"
    }
  }

  @Test(arguments: [
    ("2024-01-27 | Berlin", "2024-01-27 <2024-01-27>"), ("2024-1-7|", "2024-01-07 <2024-1-7>"),
    ("2023-10-9", "2023-10-09 <2023-10-9>"), ("2024-02-29.", "2024-02-29 <2024-02-29>"),
    ("2024-01-27, Berlin", "2024-01-27 <2024-01-27>"),
    ("2024-01-27 - Berlin", "2024-01-27 <2024-01-27>"),
    ("2024-01-27 and more", "2024-01-27 <2024-01-27>"),
  ])
  func readsOneDay(text: String, reading: String) throws {
    #expect(try Self.read(text) == reading)
  }

  @Test(arguments: [
    "2024-01-27 - 2024-01-28", "2024-01-27 – 2024-01-28", "2024-01-27 — 2024-01-28",
    "2024-01-27 * 2024-01-28", "2024-01-27-28", "2024-01-27 - 28", "2024-01-27–01-28",
    "2024-01-27 to 2024-01-28", "2024-01-27-2024-01-28", "2024-01-27\u{A0}-\u{A0}2024-01-28",
    "2024-01-27 & 2024-01-28", "2024-01-27 & 28", "2024-01-27 & 01-28", "2024-01-27, 28",
    "2024-01-27 and 28", "2024-01-27/28", "2024-01-27 + 28", "2024-01-28 & 27",
  ])
  func readsRangesAndDaysThatAdjoinAsOneEvent(text: String) throws {
    #expect(try Self.read(text + " | Berlin") == "2024-01-27...2024-01-28 <\(text)>")
  }

  @Test(arguments: [
    ("2024-01-20 - 2024-02-03", "2024-01-20...2024-02-03"),
    ("2024-12-30 - 01-02", "2024-12-30...2025-01-02"),
    ("2024-02-28 & 29, 03-01", "2024-02-28...2024-03-01"),
    ("2024-01-31 & 02-01", "2024-01-31...2024-02-01"),
    ("2024-01-27 - 2024-01-27", "2024-01-27"), ("2024-01-27 & 27", "2024-01-27"),
  ])
  func readsAcrossMonthsAndYears(text: String, dates: String) throws {
    #expect(try Self.read(text, issue: "2024-01-17") == "\(dates) <\(text)>")
  }

  @Test(arguments: [
    ("2022-05-19 & 05-26", "2022-05-19; 2022-05-26"),
    ("2022-05-19, 2022-05-21", "2022-05-19; 2022-05-21"),
    ("2022-05-19 and 21 and 23", "2022-05-19; 2022-05-21; 2022-05-23"),
    ("2022-05-26 & 19", "2022-05-19; 2022-05-26"),
    ("2022-12-31 & 01-02", "2022-12-31; 2023-01-02"),
    ("2022-05-19, 20, 22", "2022-05-19; 2022-05-20; 2022-05-22"),
  ])
  func readsDaysThatDoNotAdjoinAsSeveralEvents(text: String, dates: String) throws {
    #expect(try Self.read(text, issue: "2022-05-11") == "\(dates) <\(text)>")
  }

  @Test(arguments: [
    ("2023-02-30 | x", "invalid: 2023-02-30"), ("2023-02-29", "invalid: 2023-02-29"),
    ("2024-13-01", "invalid: 2024-13-01"), ("2024-00-10", "invalid: 2024-00-10"),
    ("2024-01-32", "invalid: 2024-01-32"), ("0000-01-01", "invalid: 0000-01-01"),
    ("2024-01-28 - 2024-01-27", "invalid: 2024-01-28 - 2024-01-27"),
    ("2024-01-28 - 27", "invalid: 2024-01-28 - 27"),
    ("2024-01-28 - 2024-01-32", "invalid: 2024-01-28 - 2024-01-32"),
    ("2024-01-28 & 40", "invalid: 2024-01-28 & 40"),
  ])
  func datesThatDoNotExistAreInvalid(text: String, reading: String) throws {
    #expect(try Self.read(text) == reading)
  }

  @Test(arguments: [
    "", "x", "2024", "2024-", "2024-01", "2024-01-", "2024-01-x", "24-01-27", "12024-01-27",
    "2024-001-27", "2024-01-277", "2024-01-27x", "-2024-01-27", "2024/01/27", " 2024-01-27",
  ])
  func otherTextIsNoDate(text: String) throws {
    #expect(try Self.read(text) == "none")
    let (buffer, range) = text.field
    #expect(!DateGrammar.hasDate(buffer, at: 0, to: range.upperBound))
  }

  @Test func rangeIsReadOnlyToItsEnd() throws {
    let (buffer, _) = "2024-01-27".field
    #expect(!DateGrammar.hasDate(buffer, at: 0, to: 9) || buffer[8] == 0x32)
    #expect(DateGrammar.hasDate(buffer, at: 0, to: 10))
    #expect(!DateGrammar.hasDate(buffer, at: 0, to: 8))
  }

  @Test func slipOfTheYearIsCorrectedInBothDaysOfARange() throws {
    #expect(
      try Self.read("2022-10-03 - 2022-10-05", issue: "2024-09-11")
        == "2024-10-03...2024-10-05 <2022-10-03 - 2022-10-05>")
    #expect(
      try Self.read("2024-10-03 - 2022-10-05", issue: "2024-09-11")
        == "2024-10-03...2024-10-05 <2024-10-03 - 2022-10-05>")
  }
}

import EventModel
import FuzzInput

@testable import IssueReading

/// Reads the input as a date field, and as a date that is spelled out: its range lies in the text, its
/// days are in order, and whether a date stands there has one answer.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = unsafe FuzzInput.text(start, count)
  guard let issueDate = CivilDate(year: 2017, month: 12, day: 28) else { return 0 }
  let reading = DateGrammar(issueDate: issueDate).read(text, from: 0, to: text.count)
  check(reading, of: text, hasDate: DateGrammar.hasDate(text, at: 0, to: text.count))
  let spelled = SpelledDateGrammar(issueDate: issueDate).read(text, from: 0, to: text.count)
  check(spelled, of: text, hasDate: SpelledDateGrammar.hasDate(text, at: 0, to: text.count))
  if let offset = SpelledDateGrammar.firstOffset(of: 0..<text.count, in: text) {
    precondition(
      SpelledDateGrammar.hasDate(text, at: offset, to: text.count), "no date where one was found")
  }
  return 0
}

private func check(_ reading: DateReading, of text: [UInt8], hasDate: Bool) {
  switch reading {
  case .none: precondition(!hasDate, "a date was seen and not read")
  case .invalid(let range): check(range, text)
  case .field(let field):
    check(field.range, text)
    precondition(field.dates.first <= field.dates.last, "a range ends before it begins")
    for (earlier, later) in zip([field.dates] + field.otherDates, field.otherDates) {
      precondition(earlier.last < later.first, "the days of a list are not in order")
    }
    if let name = field.misspelling {
      precondition(field.range.contains(name.lowerBound), "a month's name outside the date")
    }
  }
}

private func check(_ range: Range<Int>, _ text: [UInt8]) {
  precondition(range.lowerBound == 0 && range.upperBound <= text.count, "a range outside the text")
}

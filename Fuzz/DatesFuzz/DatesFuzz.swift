import EventModel
import FuzzInput

@testable import IssueReading

/// Reads the input as a date field: its range lies in the text, its days are in order.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = unsafe FuzzInput.text(start, count)
  guard let issueDate = CivilDate(year: 2026, month: 2, day: 11) else { return 0 }
  let reading = DateGrammar(issueDate: issueDate).read(text, from: 0, to: text.count)
  if case .none = reading { precondition(!DateGrammar.hasDate(text, at: 0, to: text.count)) }
  check(reading, text)
  check(SpelledDateGrammar(issueDate: issueDate).read(text, from: 0, to: text.count), text)
  return 0
}

private func check(_ reading: DateReading, _ text: [UInt8]) {
  switch reading {
  case .none: break
  case .invalid(let range): check(range, text)
  case .field(let field):
    check(field.range, text)
    for (earlier, later) in zip([field.dates] + field.otherDates, field.otherDates) {
      precondition(earlier.last < later.first, "the days of a list are not in order")
    }
  }
}

private func check(_ range: Range<Int>, _ text: [UInt8]) {
  precondition(range.lowerBound == 0 && range.upperBound <= text.count, "a range outside the text")
}

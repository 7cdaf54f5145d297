import EventCatalog
import EventModel
import EventWriting
import FuzzInput
import IssueReading

/// Writes what is read of the input in every format: valid UTF-8, and no line of a calendar too long.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput.bytes(start, count)
  var reader = IssueReader()
  let issues = (try? reader.readAll(bytes, file: "2026-02-11-this-week-in-rust.md")) ?? []
  let listed = issues.flatMap { issue in
    issue.listings.map { Event(raw: $0, of: issue.reference) }
  }
  // What the ledger makes of them has other texts: UIDs, united titles, links.
  let events = listed + Ledger.read(issues).events
  for options in calendars { check(events, by: ICalendar(options: options), checkLines) }
  for options in calendars {
    check(events, by: JCal(options: options))
    check(events, by: JSCalendar(options: options))
  }
  check(events, by: CSV())
  check(events, by: GoogleCSV())
  for layout in [EventJSON.Layout.array, .lines] { check(events, by: EventJSON(layout: layout)) }
  for width in [nil, 20, 80] {
    check(events, by: TerminalTable(options: .init(width: width)), checkControls)
  }
  for criterion in TerminalCounts.Criterion.allCases {
    check(events, by: TerminalCounts(by: criterion), checkControls)
  }
  return 0
}

/// The calendars that differ in what they write of an event.
private let calendars: [ICalendar.Options] = {
  var marked = ICalendar.Options()
  marked.summary = .title
  marked.cancelled = .title
  marked.withdrawn = .cancel
  marked.reminder = "PT2H"
  return [ICalendar.Options(), marked]
}()

private func check(
  _ events: [Event], by writer: some EventWriter, _ checkBytes: ([UInt8]) -> Void = { _ in }
) {
  var writer = writer
  var buffer = OutputBuffer(capacity: 64)
  writer.begin(into: &buffer)
  for event in events { writer.write(event, into: &buffer) }
  writer.end(into: &buffer)
  let bytes = buffer.bytes
  precondition(String(validating: bytes, as: UTF8.self) != nil, "the output is no UTF-8")
  checkBytes(bytes)
}

/// Stops the fuzzer where a line is longer than RFC 5545 §3.1 allows, is cut inside of a character, or
/// does not end as it asks.
private func checkLines(_ bytes: [UInt8]) {
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  precondition(lines.last?.isEmpty == true, "the last line does not end")
  for line in lines.dropLast() {
    precondition(line.last == 0x0D, "a line ends without a carriage return")
    precondition(line.count <= 76, "a line has more than 75 octets")
    precondition(line.dropLast().allSatisfy { $0 >= 0x20 }, "a line holds a control")
    precondition(
      String(validating: line, as: UTF8.self) != nil, "a line is cut inside of a character")
  }
}

/// Stops the fuzzer where something in a table without colours acts on a terminal.
private func checkControls(_ bytes: [UInt8]) {
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0x0A: break
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069:
      preconditionFailure("a table holds a control")
    default: break
    }
  }
}

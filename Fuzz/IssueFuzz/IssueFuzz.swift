import EventModel
import FuzzInput
import IssueReading

/// Reads the input as an issue: whatever the bytes, no trap, valid texts, and a count that is right.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var reader = IssueReader()
  let bytes = unsafe FuzzInput.bytes(start, count)
  let file: Text = "2026-02-11-this-week-in-rust.md"
  guard let issue = try? reader.read(bytes, file: file) else { return 0 }
  let lineCount = bytes.count { $0 == 0x0A } + 1
  for listing in issue.listings {
    FuzzInput.check(listing.details)
    precondition((listing.location.line ?? 0) <= lineCount, "a listing stands behind the last line")
  }
  precondition(issue.unreadItemCount <= issue.itemCount, "more items were unread than there are")
  precondition(issue.diagnostics.count <= 1_000, "the diagnostics are not bounded")
  let errors = issue.diagnostics.count { $0.severity == .error } + issue.omittedDiagnosticCount
  precondition(issue.unreadItemCount <= errors, "an item was dropped in silence")
  return 0
}

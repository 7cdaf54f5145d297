import EventModel
import FuzzInput
import IssueReading

/// Reads the input as an issue: whatever the bytes, no trap, valid texts, and a count that is right.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput.bytes(start, count)
  let lineCount = bytes.count { $0 == 0x0A } + 1
  var reader = IssueReader()
  let file: Text = "2017-06-06-this-week-in-rust.md"
  guard let issue = try? reader.read(bytes, file: file) else { return 0 }
  FuzzInput.check(issue)
  for location in issue.listings.map(\.location) + issue.diagnostics.map(\.location) {
    precondition(Int(location.line ?? 0) <= lineCount, "something stands behind the last line")
  }
  return 0
}

import EventModel
import FuzzInput
import IssueReading

/// Reads the input as a source of any kind: a page or a feed where it begins like one.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput.bytes(start, count)
  var reader = IssueReader()
  for issue in (try? reader.readAll(bytes, file: "2026-02-11.html")) ?? [] {
    FuzzInput.check(issue)
  }
  return 0
}

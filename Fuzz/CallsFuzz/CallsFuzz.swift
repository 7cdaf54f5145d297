import EventModel
import FuzzInput
import IssueReading

/// Reads the input as an issue's calls for papers.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput.bytes(start, count)
  var reader = CallReader()
  if let issue = try? reader.read(bytes, file: "2024-06-12.md") { FuzzInput.check(issue) }
  return 0
}

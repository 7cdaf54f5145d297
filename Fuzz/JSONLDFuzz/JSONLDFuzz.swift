import EventModel
import EventPages
import FuzzInput

/// Reads the input as the JSON-LD of a page.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let block = unsafe FuzzInput.bytes(start, count)
  let head = Array(#"<script type="application/ld+json">"#.utf8)
  // The hint that an event is there lets every block be read.
  let page = head + Array(#"{"@type":"Event","name":"A"}</script>"#.utf8) + head + block
  if let reading = try? PageReader.read(page, source: "-") { FuzzInput.check(reading) }
  return 0
}

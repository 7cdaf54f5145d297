import EventModel
import EventPages
import FuzzInput

/// Reads the input as an event's page.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput.bytes(start, count)
  if let reading = try? PageReader.read(bytes, source: "-", url: "https://a.example/b") {
    FuzzInput.check(reading)
  }
  return 0
}

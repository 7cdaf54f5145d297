import EventModel
import FuzzInput

@testable import IssueReading

/// Reads the input as inline Markdown: links in order and inside the text, plain text of each.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = unsafe FuzzInput.text(start, count)
  var scanner = LinkScanner()
  scanner.scan(text, 0..<text.count)
  var end = 0
  for link in scanner.links {
    precondition(link.whole.lowerBound >= end, "links overlap")
    end = link.whole.upperBound
    precondition(end <= text.count, "a link reaches beyond the text")
    FuzzInput.check(PlainText.make(text, link.text))
    if let target = link.target { FuzzInput.check(PlainText.target(text, target)) }
  }
  let plain = PlainText.make(text, 0..<text.count)
  FuzzInput.check(plain)
  precondition(plain.count <= text.count, "plain text is longer than Markdown")
  var definitions = LinkDefinitions(of: text)
  let linked = LinkedText(text, 0..<text.count, scanner: &scanner, definitions: &definitions)
  if let note = linked.note { FuzzInput.check(note) }
  return 0
}

import FuzzInput

@testable import Fetching

/// Reads the input as a robots.txt, a line of standard input, an address, and the headers of an
/// answer: what is read from a line comes back as it went, an address stays the same when it is read
/// again, and nobody is refused robots.txt.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe FuzzInput.bytes(start, count)
  let rules = RobotsRules(parsing: bytes, for: "twir-events")
  precondition(rules.allows("/robots.txt"), "robots.txt is not allowed")
  let text = String(decoding: bytes, as: UTF8.self)
  _ = rules.allows(text)
  if let delay = rules.crawlDelay { precondition(.zero <= delay && delay <= .seconds(86_400)) }
  check(line: bytes)
  check(address: text)
  var head = ResponseHead()
  for line in FetchRequest.lines(bytes) { _ = head.read(line: line) }
  return 0
}

private func check(line: [UInt8]) {
  guard let request = try? FetchRequest(line: line) else { return }
  let fields = [request.url, request.bodyPath, request.etag, request.lastModified]
  let again = try? FetchRequest(line: Array(FieldLine.text(fields).utf8))
  precondition(again == request, "a request changes when it is written and read again")
}

private func check(address: String) {
  if case .address(let host)? = HostName(address) {
    precondition(host.bytes.count == 4 || host.bytes.count == 16)
    let again = HostName(host.bytes.count == 4 ? host.text : "[\(host.text)]")
    precondition(again == .address(host), "an address has another text")
  }
  guard let url = try? WebURL(address) else { return }
  let again = try? WebURL(url.text)
  precondition(again?.host == url.host && again?.port == url.port, "a URL leads elsewhere")
}

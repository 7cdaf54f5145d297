internal import CLibXML2

/// Something that libxml2 reported of a document.
package struct HTMLProblem: Hashable, Sendable {
  /// The number of the kind of problem: an `xmlParserErrors` value of libxml2.
  package var code: Int
  /// The line on which it was noticed, from 1 on; 0 where libxml2 does not say.
  package var line: Int
  /// What libxml2 says of it: a piece of English without a line break at the end.
  package var message: String

  /// The last problem that a parser met, if it met one.
  ///
  /// It is read from the parser's own context: what the thread remembers may be another document's.
  ///
  /// - Parameter context: A context that lives until this returns.
  @unsafe init?(lastOf context: htmlParserCtxtPtr) {
    guard let error = unsafe xmlCtxtGetLastError(context) else { return nil }
    // The error and its message belong to the context, which the caller keeps alive.
    unsafe self.init(
      code: Int(error.pointee.code), line: max(0, Int(error.pointee.line)),
      message: error.pointee.message.map { unsafe String(cString: $0) } ?? "")
    while message.utf8.last == UInt8(ascii: "\n") { message.removeLast() }
  }

  private init(code: Int, line: Int, message: String) {
    self.code = code
    self.line = line
    self.message = message
  }
}

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
  init?(_ problem: clibxml2_problem) {
    guard problem.code != 0 else { return nil }
    code = Int(problem.code)
    line = Int(problem.line)
    // The array is copied; its text ends with a NUL inside of it.
    message = unsafe withUnsafeBytes(of: problem.message) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    while message.utf8.last == UInt8(ascii: "\n") { message.removeLast() }
  }
}

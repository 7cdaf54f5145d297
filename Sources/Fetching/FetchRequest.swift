/// What is to be fetched, and where to.
package struct FetchRequest: Hashable, Sendable {
  /// The address as it was given.
  package var url: String
  /// The file that gets the body.
  package var bodyPath: String
  /// What the server said of the copy that is at hand, for `If-None-Match`; empty without one.
  package var etag: String
  /// The same for `If-Modified-Since`.
  package var lastModified: String

  /// The longest line, in bytes.
  package static let greatestLine = 64 * 1024

  /// Reads a line of standard input.
  ///
  /// - Throws: `FetchLineError`, which says what is wrong with the line.
  package init(line: [UInt8]) throws(FetchLineError) {
    guard line.count <= Self.greatestLine else { throw .tooLong }
    guard let text = String(validating: line, as: UTF8.self) else { throw .noUTF8 }
    guard let fields = FieldLine.fields(text) else { throw .badEscape }
    guard 2...4 ~= fields.count else { throw .fieldCount(fields.count) }
    url = fields[0]
    bodyPath = fields[1]
    etag = fields.count > 2 ? fields[2] : ""
    lastModified = fields.count > 3 ? fields[3] : ""
    guard !bodyPath.isEmpty, !bodyPath.utf8.contains(0) else { throw .noPath }
    // A line break would begin a header of its own: RFC 9110 §5.5.
    guard !(etag + lastModified).unicodeScalars.contains(where: { $0.value < 32 }) else {
      throw .badCondition
    }
  }

  /// The lines of standard input; the last one may lack its line break.
  package static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

/// What is wrong with a line of standard input.
package enum FetchLineError: Error, Hashable {
  case tooLong
  case noUTF8
  case badEscape
  case fieldCount(Int)
  case noPath
  case badCondition

  /// The error for people.
  package var message: String {
    switch self {
    case .tooLong: "the line has more than \(FetchRequest.greatestLine) bytes"
    case .noUTF8: "the line is no UTF-8"
    case .badEscape: #"a backslash stands before something else than 't', 'n', 'r' or '\'"#
    case .fieldCount(let count): "the line has \(count) fields, wanted: URL, path, ETag, date"
    case .noPath: "the path of the body is empty or holds a NUL"
    case .badCondition: "the ETag or the date holds a control character"
    }
  }
}

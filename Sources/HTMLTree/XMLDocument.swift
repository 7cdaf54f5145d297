internal import CLibXML2

/// A parsed XML document, read with nothing but its own bytes.
///
/// No entity is expanded, no DTD and no external entity is loaded, nothing is fetched, and
/// libxml2's limits hold: elements nest at most 256 deep, one text has at most 10,000,000 bytes.
@safe package struct XMLDocument: ~Copyable {
  private let tree: MarkupTree

  /// The last problem that the parser met, if there was one; what comes behind it may be missing.
  package var problem: HTMLProblem? { tree.problem }

  /// Parses a document as far as it can be understood.
  ///
  /// Bytes that are no UTF-8 become U+FFFD, unless the document declares another encoding.
  package init(parsing bytes: [UInt8]) throws(HTMLTreeError) {
    let isValid = (try? UTF8Span(validating: bytes.span)) != nil
    if isValid || Self.declaresEncoding(bytes) {
      tree = try MarkupTree(parsing: bytes.span, as: clibxml2_xml, encoding: nil)
    } else {
      let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
      tree = try MarkupTree(parsing: repaired.span, as: clibxml2_xml, encoding: "UTF-8")
    }
  }

  /// Hands every opening, closing and text of the document to `body`, in its order.
  ///
  /// - Parameters:
  ///   - attributes: The names of the attributes that are wanted; others are left out.
  ///   - body: Says how to go on.
  package borrowing func visit(attributes: [String] = [], _ body: (MarkupPiece) -> MarkupStep) {
    tree.visit(attributes: attributes, body)
  }

  /// Whether the XML declaration names an encoding other than UTF-8 (XML 1.0 §4.3.3).
  private static func declaresEncoding(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(200)
    let declaration = head.prefix { $0 != UInt8(ascii: ">") }
    let text = String(decoding: declaration, as: UTF8.self).lowercased()
    return text.contains("encoding") && !text.contains("utf-8") && !text.contains("utf8")
  }
}

internal import CLibXML2

/// A parsed HTML document: the safe door to libxml2's tree.
@safe package struct HTMLDocument: ~Copyable {
  /// How bytes become characters.
  package enum Encoding: Sendable {
    /// They are UTF-8; what is not becomes U+FFFD, and what the document declares is passed over.
    case utf8
    /// As the document's `meta` element or byte order mark says.
    case declared
  }

  /// The last problem that the parser met and mended, if there was one.
  package var problem: HTMLProblem? { tree.problem }

  private let tree: MarkupTree

  /// Parses a document as forgivingly as a browser does; empty input gives an empty document.
  ///
  /// - Throws: `HTMLTreeError` when there is too much of it, no memory or no libxml2, never for bad
  ///   HTML as such.
  package init(
    parsing bytes: borrowing Span<UInt8>, encoding: Encoding = .utf8
  ) throws(HTMLTreeError) {
    if encoding == .utf8, (try? UTF8Span(validating: copy bytes)) == nil {
      // libxml2 would let invalid bytes through, each version in its own way.
      let repaired = unsafe bytes.withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
      tree = try MarkupTree(parsing: repaired.utf8.span, as: clibxml2_html, encoding: "UTF-8")
    } else {
      tree = try MarkupTree(
        parsing: bytes, as: clibxml2_html, encoding: encoding == .utf8 ? "UTF-8" : nil)
    }
  }

  /// Parses a document that is held in an array; see `init(parsing:encoding:)`.
  package init(parsing bytes: [UInt8], encoding: Encoding = .utf8) throws(HTMLTreeError) {
    try self.init(parsing: bytes.span, encoding: encoding)
  }
}

// MARK: - Questions

extension HTMLDocument {
  /// Hands every opening, closing and text of the document to `body`, in its order.
  ///
  /// - Parameters:
  ///   - attributes: The names of the attributes that are wanted; others are left out.
  ///   - body: Says how to go on.
  package borrowing func visit(attributes: [String] = [], _ body: (MarkupPiece) -> MarkupStep) {
    tree.visit(attributes: attributes, body)
  }

  /// Hands those elements of the document to `body` that a search is for, in its order.
  ///
  /// Where few of many elements matter this takes a small part of the time of `visit`. Neither texts
  /// nor ends are met but in an element that `body` answers with ``MarkupStep/whole``.
  ///
  /// - Parameters:
  ///   - search: What is met.
  ///   - body: Gets also how many elements are open, the one that opens or closes counted; says how
  ///     to go on.
  package borrowing func search(
    _ search: MarkupSearch, _ body: (MarkupPiece, Int) -> MarkupStep
  ) {
    tree.search(search, body)
  }

  /// The text of the first `title` element, trimmed and with single spaces; nil without one.
  package borrowing func title() -> String? {
    var bytes: [UInt8]?
    visit { piece in
      switch piece {
      case .opening(let element) where element.name == "title": bytes = []
      case .closing("title"): return .stop
      case .text(let text): bytes?.append(contentsOf: text)
      default: break
      }
      return .inside
    }
    return bytes.map {
      String(decoding: $0, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }
  }

  /// All text of the document in its order, but for that of the head, of scripts and of styles.
  ///
  /// As in the DOM's `textContent`, nothing is put between elements and no space is taken away.
  package borrowing func text() -> String {
    var bytes: [UInt8] = []
    visit { piece in
      switch piece {
      case .opening(let element):
        return ["head", "script", "style"].contains(element.name) ? .over : .inside
      case .text(let text): bytes.append(contentsOf: text)
      case .closing: break
      }
      return .inside
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

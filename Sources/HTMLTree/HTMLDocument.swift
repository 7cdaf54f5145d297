internal import CLibXML2

/// A parsed HTML document: the safe door to libxml2's tree.
///
/// Invariant: `tree` points to a whole document that nobody else holds, from the end of `init` to
/// `deinit`. No pointer leaves this type: every answer is a Swift value made before the method
/// returns, and as the type cannot be copied, the tree is freed exactly once. Reading does not
/// change the tree.
@safe package struct HTMLDocument: ~Copyable {
  /// How bytes become characters.
  package enum Encoding: Sendable {
    /// They are UTF-8; what is not becomes U+FFFD, and what the document declares is passed over.
    case utf8
    /// As the document's `meta` element or byte order mark says.
    case declared
  }

  /// The last problem that the parser met and mended, if there was one.
  package let problem: HTMLProblem?

  private let tree: htmlDocPtr

  /// Parses a document as forgivingly as a browser does; empty input gives an empty document.
  ///
  /// - Throws: `HTMLTreeError` when there is too much of it or no memory, never for bad HTML.
  package init(
    parsing bytes: borrowing Span<UInt8>, encoding: Encoding = .utf8
  ) throws(HTMLTreeError) {
    let parsed: (tree: htmlDocPtr, problem: HTMLProblem?)
    if encoding == .utf8, (try? UTF8Span(validating: copy bytes)) == nil {
      // libxml2 would let invalid bytes through, each version in its own way.
      let repaired = unsafe bytes.withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
      unsafe parsed = try Self.parse(repaired.utf8.span, encoding)
    } else {
      unsafe parsed = try Self.parse(bytes, encoding)
    }
    unsafe tree = parsed.tree
    unsafe problem = parsed.problem
  }

  /// Parses a document that is held in an array; see `init(parsing:encoding:)`.
  package init(parsing bytes: [UInt8], encoding: Encoding = .utf8) throws(HTMLTreeError) {
    try self.init(parsing: bytes.span, encoding: encoding)
  }

  deinit { unsafe xmlFreeDoc(tree) }
}

// MARK: - Questions

extension HTMLDocument {
  /// The text of the first `title` element, trimmed and with single spaces; nil without one.
  package borrowing func title() -> String? {
    var walk = unsafe TreeWalk(from: tree)
    while let node = unsafe walk.next() {
      guard unsafe node.isElement("title") else { continue }
      guard let content = unsafe xmlNodeGetContent(node) else { return nil }
      defer { unsafe clibxml2_free(content) }
      // `content` is NUL-terminated, ours until it is freed, and copied here.
      return unsafe String(cString: content).split { $0.isWhitespace }.joined(separator: " ")
    }
    return nil
  }

  /// All text of the document in its order, but for that of the head, of scripts and of styles.
  ///
  /// As in the DOM's `textContent`, nothing is put between elements and no space is taken away.
  package borrowing func text() -> String {
    var bytes: [UInt8] = []
    var walk = unsafe TreeWalk(from: tree)
    while let node = unsafe walk.next() {
      if unsafe node.isElement("head") || node.isElement("script") || node.isElement("style") {
        unsafe walk.skipChildren()
      } else if unsafe node.isText, let content = unsafe node.pointee.content {
        // The content is NUL-terminated and stays in the tree while it is copied.
        let count = unsafe Int(xmlStrlen(content))
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: count))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - Parsing

extension HTMLDocument {
  /// Readies libxml2's own tables, once and before any thread parses.
  private static let readyLibrary: Void = xmlInitParser()

  /// Parses bytes; the tree is the caller's to free.
  @unsafe private static func parse(
    _ bytes: borrowing Span<UInt8>, _ encoding: Encoding
  ) throws(HTMLTreeError) -> (tree: htmlDocPtr, problem: HTMLProblem?) {
    readyLibrary
    guard let count = Int32(exactly: bytes.count) else { throw .tooLong(bytes: bytes.count) }
    guard let context = unsafe htmlNewParserCtxt() else { throw .outOfMemory }
    defer { unsafe htmlFreeParserCtxt(context) }
    unsafe clibxml2_allow_long_text(context)
    // The parser copies what it keeps: no pointer to `bytes` is left in the tree.
    let tree = unsafe bytes.withUnsafeBytes { buffer in
      unsafe htmlCtxtReadMemory(
        context, buffer.baseAddress, count, nil, encoding == .utf8 ? "UTF-8" : nil, options)
    }
    let problem = unsafe HTMLProblem(lastOf: context)
    if let problem, problem.code == Int(XML_ERR_NO_MEMORY.rawValue) {
      unsafe xmlFreeDoc(tree)
      throw .outOfMemory
    }
    if let tree = unsafe tree { return unsafe (tree, problem) }
    return unsafe (try emptyTree(unless: bytes.isEmpty ? nil : problem), problem)
  }

  /// A document without content, which libxml2 does not make of input without content.
  @unsafe private static func emptyTree(
    unless problem: HTMLProblem?
  ) throws(HTMLTreeError) -> htmlDocPtr {
    let isEmpty = problem.map { $0.code == Int(XML_ERR_DOCUMENT_EMPTY.rawValue) } ?? true
    if let problem, !isEmpty { throw .unreadable(problem) }
    guard let tree = unsafe htmlNewDocNoDtD(nil, nil) else { throw .outOfMemory }
    return unsafe tree
  }

  /// Mends whatever can be mended, prints nothing, and asks no network.
  private static var options: Int32 {
    Int32(
      truncatingIfNeeded: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue)
  }
}

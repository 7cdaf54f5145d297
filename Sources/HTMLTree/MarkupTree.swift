internal import CLibXML2

/// A parsed document: what HTML and XML have in common.
///
/// Invariant: `document` is null or points to a whole tree that nobody else holds, from the end of
/// `init` to `deinit`. No pointer leaves this type: every answer is a Swift value made before the
/// method returns, and as the type cannot be copied, the tree is freed exactly once. Reading does
/// not change the tree.
@safe struct MarkupTree: ~Copyable {
  /// The last problem that the parser met and mended, if there was one.
  let problem: HTMLProblem?

  private let document: UnsafeRawPointer?

  /// Parses bytes, of which none or none but space give an empty tree; `encoding` is the name of
  /// theirs, nil where the document says it.
  init(
    parsing bytes: borrowing Span<UInt8>, as language: clibxml2_language, encoding: String?
  ) throws(HTMLTreeError) {
    let parsed = unsafe try Self.parse(bytes, language, encoding)
    unsafe problem = parsed.problem
    unsafe document = parsed.document
  }

  /// The tree of some bytes, which is the caller's to free; when it throws there is none.
  @unsafe private static func parse(
    _ bytes: borrowing Span<UInt8>, _ language: clibxml2_language, _ encoding: String?
  ) throws(HTMLTreeError) -> (document: UnsafeRawPointer?, problem: HTMLProblem?) {
    guard let count = Int32(exactly: bytes.count) else { throw .tooLong(bytes: bytes.count) }
    guard AttributeLimit.holds(in: bytes) else { throw .tooManyAttributes }
    var problem = clibxml2_problem()
    var tree: UnsafeRawPointer?
    // The parser copies what it keeps: no pointer to `bytes` is left in the tree.
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe clibxml2_parse(language, buffer.baseAddress, count, encoding, &problem, &tree)
    }
    switch status {
    case clibxml2_ok: break
    case clibxml2_no_library: throw .libraryMissing
    case clibxml2_too_deep: throw .tooDeep
    case clibxml2_no_memory: throw .outOfMemory
    default:
      if unsafe !clibxml2_is_empty_document(&problem), let problem = HTMLProblem(problem) {
        throw .unreadable(problem)
      }
    }
    return unsafe (tree, HTMLProblem(problem))
  }

  deinit { unsafe clibxml2_free(document) }

  /// Hands every opening, closing and text of the document to `body`, in its order; elements come
  /// with those of their attributes that are wanted.
  borrowing func visit(attributes: [String], _ body: (MarkupPiece) -> MarkupStep) {
    guard unsafe document != nil else { return }
    // The walk lives in this frame, the tree as long as `self`, which is borrowed.
    var walk = unsafe clibxml2_walk(document: document, node: nil, kind: clibxml2_opening)
    var step = MarkupStep.inside
    while step != .stop, unsafe clibxml2_next(&walk, step == .over) {
      step = body(unsafe Self.piece(&walk, attributes))
    }
  }

  /// A copy of what a walk is at.
  @unsafe private static func piece(
    _ walk: inout clibxml2_walk, _ attributes: [String]
  ) -> MarkupPiece {
    switch unsafe walk.kind {
    case clibxml2_text:
      var count = 0
      guard let content = unsafe clibxml2_content(&walk, &count) else { return .text([]) }
      return unsafe .text(Array(UnsafeRawBufferPointer(start: content, count: count)))
    case clibxml2_closing:
      return unsafe .closing(String(cString: clibxml2_name(&walk)))
    default:
      var values: [MarkupElement.Attribute] = []
      for name in attributes {
        guard let value = unsafe clibxml2_attribute(&walk, name) else { continue }
        values.append(MarkupElement.Attribute(name: name, value: unsafe String(cString: value)))
      }
      return unsafe .opening(
        MarkupElement(name: String(cString: clibxml2_name(&walk)), attributes: values))
    }
  }

  /// Hands the elements that a search meets to `body`, with how many elements are open; see
  /// `HTMLDocument.search(_:_:)`.
  borrowing func search(_ search: MarkupSearch, _ body: (MarkupPiece, Int) -> MarkupStep) {
    guard unsafe document != nil else { return }
    // The names live in this frame, and so does the search that points to them.
    unsafe search.elementBytes.withUnsafeBufferPointer { elements in
      unsafe search.attributeBytes.withUnsafeBufferPointer { attributes in
        unsafe search.classBytes.withUnsafeBufferPointer { part in
          var walk = unsafe clibxml2_search()
          unsafe walk.walk.document = document
          unsafe walk.class_part = part.baseAddress
          unsafe walk.trigger_count = search.triggers.count
          unsafe clibxml2_add_names(&walk.elements, elements.baseAddress, elements.count)
          unsafe clibxml2_add_names(&walk.attributes, attributes.baseAddress, attributes.count)
          var step = MarkupStep.inside
          while step != .stop, unsafe clibxml2_find_next(&walk, step == .over, step == .whole) {
            step = body(unsafe Self.piece(&walk, search), unsafe Int(walk.depth))
          }
        }
      }
    }
  }

  /// A copy of what a search is at.
  @unsafe private static func piece(
    _ walk: inout clibxml2_search, _ search: MarkupSearch
  ) -> MarkupPiece {
    guard unsafe walk.walk.kind == clibxml2_opening else { return unsafe piece(&walk.walk, []) }
    var values: [MarkupElement.Attribute] = []
    var view = unsafe clibxml2_attribute_view()
    while unsafe clibxml2_next_attribute(&walk, &view) {
      let bytes = unsafe UnsafeRawBufferPointer(start: view.value, count: view.length)
      values.append(
        MarkupElement.Attribute(
          name: unsafe search.attributes[view.number],
          value: unsafe String(decoding: bytes, as: UTF8.self)))
    }
    return unsafe .opening(
      MarkupElement(name: String(cString: clibxml2_name(&walk.walk)), attributes: values))
  }
}

internal import CLibXML2

/// The nodes of a tree in document order, without recursion: input may nest 100,000 deep.
///
/// Invariant: `upcoming` is nil or a node of the document given, which must outlive the walk and
/// must not change meanwhile.
@unsafe struct TreeWalk {
  private var upcoming: xmlNodePtr?
  private var current: xmlNodePtr?

  /// A walk over a document's nodes; the document itself is not among them.
  init(from document: htmlDocPtr) { unsafe upcoming = document.pointee.children }

  /// The next node, or nil at the end.
  mutating func next() -> xmlNodePtr? {
    unsafe current = upcoming
    guard let node = unsafe current else { return nil }
    // The children of an entity's node are not its own but the entity's.
    if unsafe node.pointee.type != XML_ENTITY_REF_NODE, let child = unsafe node.pointee.children {
      unsafe upcoming = child
    } else {
      unsafe upcoming = Self.following(node)
    }
    return unsafe node
  }

  /// Passes over what is inside the node that `next()` gave last.
  mutating func skipChildren() {
    if let node = unsafe current { unsafe upcoming = Self.following(node) }
  }

  /// The first node after one and all that is inside it.
  private static func following(_ node: xmlNodePtr) -> xmlNodePtr? {
    var ancestor: xmlNodePtr? = unsafe node
    while let place = unsafe ancestor {
      if let sibling = unsafe place.pointee.next { return unsafe sibling }
      unsafe ancestor = place.pointee.parent
      // The document stands at the top in the guise of a node; it has no siblings.
      if let top = unsafe ancestor, unsafe top.pointee.type == XML_HTML_DOCUMENT_NODE { return nil }
    }
    return nil
  }
}

extension xmlNodePtr {
  /// Whether the node is an element of that name, which is lower case.
  @unsafe func isElement(_ name: String) -> Bool {
    unsafe pointee.type == XML_ELEMENT_NODE && xmlStrEqual(pointee.name, name) != 0
  }

  /// Whether the node is a piece of text.
  @unsafe var isText: Bool {
    unsafe pointee.type == XML_TEXT_NODE || pointee.type == XML_CDATA_SECTION_NODE
  }
}

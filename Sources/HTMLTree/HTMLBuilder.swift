internal import CLibXML2

/// Builds an HTML5 document, element by element, and writes it.
///
/// Text and attribute values are text: nothing in them can become markup. Control characters that
/// HTML does not allow (HTML §13.1.2) are the caller's to take off; a NUL is left out. What fails is
/// remembered, and thrown when the document is finished.
///
/// Invariant: `builder.document` is null or a document that nobody else holds, from the end of `init`
/// to `deinit`; `builder.element` is null or one of its elements. No pointer leaves this type.
@safe package struct HTMLBuilder: ~Copyable {
  private var builder = unsafe clibxml2_builder()
  /// Whether a `script` or `style` was to hold what could be markup.
  private var hasUnwritableText = false

  /// Begins a document.
  package init() { unsafe clibxml2_begin(&builder) }

  deinit { unsafe clibxml2_free(builder.document) }

  /// Adds an element with attributes and what `content` adds.
  ///
  /// Not `embed`, `source`, `track` or `wbr`: libxml2 writes end tags for them, which HTML5 forbids.
  package mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute?...,
    content: (inout HTMLBuilder) -> Void = { _ in }
  ) {
    open(name, attributes)
    content(&self)
    unsafe clibxml2_close(&builder)
  }

  /// Adds an element that holds a text and nothing else.
  package mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute?..., text: String
  ) {
    open(name, attributes)
    self.text(text)
    unsafe clibxml2_close(&builder)
  }

  /// Adds text.
  package mutating func text(_ text: String) {
    var text = Self.withoutNUL(text)
    text.withUTF8 { bytes in
      // The bytes are used inside the call, which copies them; a text of 2 GiB was never read.
      guard let count = Int32(exactly: bytes.count) else { return }
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe clibxml2_add_text(&builder, $0.baseAddress, count)
      }
    }
  }

  /// Adds a `script` that is data of a type, or a `style`: their text is written as it is.
  ///
  /// Text that would end the element or hide its end makes the document fail: in JSON `<` can be
  /// written as `\u003C`, in CSS as `\3C `.
  package mutating func raw(_ name: StaticString, _ attributes: HTMLAttribute?..., text: String) {
    if text.utf8.contains(UInt8(ascii: "<")) { hasUnwritableText = true }
    open(name, attributes)
    self.text(text)
    unsafe clibxml2_close(&builder)
  }

  /// The document in UTF-8, with a line break at its end.
  ///
  /// - Throws: `HTMLBuilderError` where libxml2 or memory is missing, or text could not be written.
  package consuming func serialized() throws(HTMLBuilderError) -> [UInt8] {
    if hasUnwritableText { throw .rawTextWithMarkup }
    unsafe try Self.check(builder.status)
    var output: UnsafeMutableRawPointer?
    var start: UnsafePointer<CChar>?
    var count = 0
    let status = unsafe clibxml2_serialize(builder.document, &output, &start, &count)
    defer { unsafe clibxml2_release(output) }
    try Self.check(status)
    // The bytes are libxml2's until they are released, which is after they are copied.
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  // MARK: Steps

  private mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute?]) {
    unsafe clibxml2_open(&builder, Self.characters(of: name))
    for case let attribute? in attributes {
      // A value's pointer is used inside the call, which copies it.
      unsafe clibxml2_add_attribute(
        &builder, Self.characters(of: attribute.name), attribute.value.map(Self.withoutNUL))
    }
  }

  /// A literal for C: it ends with a NUL and lives as long as the program.
  @unsafe private static func characters(of name: StaticString) -> UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  private static func withoutNUL(_ text: String) -> String {
    text.utf8.contains(0) ? String(text.unicodeScalars.filter { $0 != "\0" }) : text
  }

  private static func check(_ status: clibxml2_status) throws(HTMLBuilderError) {
    switch status {
    case clibxml2_ok: return
    case clibxml2_no_library: throw .libraryMissing
    default: throw .outOfMemory
    }
  }
}

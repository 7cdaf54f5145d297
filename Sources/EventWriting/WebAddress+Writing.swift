import EventModel

extension WebAddress {
  /// Appends the address with everything percent-encoded that RFC 3986 §2 does not allow.
  ///
  /// `,` and `;` are encoded too: they are legal, but clients take backslashes or commas in a URL
  /// for escapes and lists. What is encoded already stays; a `%` that encodes nothing becomes `%25`.
  /// Where no client does that, `keepingDelimiters` leaves the two as they are.
  func append(to buffer: inout OutputBuffer, keepingDelimiters: Bool = false) {
    if kind == .webWithoutScheme { buffer.append("https://") }
    let bytes = text.buffer.span.extracting(text.range)
    var offset = 0
    var hasFragment = false
    while true {
      let end = URIText.runEnd(in: bytes, from: offset)
      if end > offset { buffer.append(bytes.extracting(offset..<end)) }
      if end == bytes.count { return }
      let byte = bytes[end]
      let beginsFragment = byte == ASCII.hash && !hasFragment
      let isKept = keepingDelimiters && (byte == ASCII.comma || byte == ASCII.semicolon)
      if isKept || beginsFragment || Self.isEncoded(bytes, at: end) {
        buffer.append(byte)
        hasFragment = hasFragment || beginsFragment
      } else {
        buffer.append(ASCII.percent)
        buffer.append(ASCII.hexadecimal(byte >> 4))
        buffer.append(ASCII.hexadecimal(byte & 0x0F))
      }
      offset = end + 1
    }
  }

  /// Appends the address for people to read: encoded if it is a URI, else cleaned as text.
  func append<Form: TextForm>(to buffer: inout OutputBuffer, as form: Form.Type) {
    switch kind {
    case .web, .webWithoutScheme, .other: append(to: &buffer)
    case .text: Form.append(text, to: &buffer)
    case .unsafe: break
    }
  }

  /// Whether a percent sign and two hexadecimal digits stand at an offset.
  private static func isEncoded(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    bytes[offset] == ASCII.percent && offset + 2 < bytes.count
      && ASCII.isHexadecimal(bytes[offset + 1])
      && ASCII.isHexadecimal(bytes[offset + 2])
  }
}

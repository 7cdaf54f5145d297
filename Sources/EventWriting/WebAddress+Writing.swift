import EventModel

extension WebAddress {
  /// Appends the address with everything percent-encoded that RFC 3986 §2 does not allow.
  ///
  /// `,` and `;` are encoded too: they are legal, but clients take backslashes or commas in a URL
  /// for escapes and lists. What is encoded already stays; a `%` that encodes nothing becomes `%25`.
  func append(to buffer: inout OutputBuffer) {
    if kind == .webWithoutScheme { buffer.append("https://") }
    let bytes = text.buffer.span.extracting(text.range)
    var runStart = 0
    var hasFragment = false
    for offset in bytes.indices {
      let byte = bytes[offset]
      if Self.isPlain(byte) { continue }
      if byte == ASCII.percent, Self.isEncoded(bytes, at: offset) { continue }
      if byte == ASCII.hash, !hasFragment {
        hasFragment = true
        continue
      }
      buffer.append(bytes.extracting(runStart..<offset))
      buffer.append(ASCII.percent)
      buffer.append(ASCII.hexadecimal(byte >> 4))
      buffer.append(ASCII.hexadecimal(byte & 0x0F))
      runStart = offset + 1
    }
    buffer.append(bytes.extracting(runStart..<bytes.count))
  }

  /// Appends the address for people to read: encoded if it is a URI, else cleaned as text.
  func append<Form: TextForm>(to buffer: inout OutputBuffer, as form: Form.Type) {
    switch kind {
    case .web, .webWithoutScheme, .other: append(to: &buffer)
    case .text: Form.append(text, to: &buffer)
    case .unsafe: break
    }
  }

  private static func isEncoded(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    offset + 2 < bytes.count && ASCII.isHexadecimal(bytes[offset + 1])
      && ASCII.isHexadecimal(bytes[offset + 2])
  }

  /// The bytes of a URI that are always taken as they are: RFC 3986 §2.2 and §2.3, without `,`, `;`,
  /// `#`, `[` and `]`.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x2D...0x3A: true  // letters; - . / digits :
    case 0x21, 0x24, 0x26...0x2B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: true  // ! $ & ' ( ) * + = ? @ _ ~
    default: false
    }
  }
}

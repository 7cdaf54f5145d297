import EventModel

/// Addresses of the web as pages refer to them: RFC 3986 §5.
enum WebReference {
  /// The absolute address that a reference on a page means; the reference itself where the page's
  /// address is not known.
  ///
  /// - Returns: nil for what is no address of the web: nothing, `javascript:`, `data:`, `mailto:`.
  static func resolve(_ reference: String, base: String?) -> String? {
    let reference = cleaned(reference)
    guard !reference.isEmpty else { return nil }
    if let scheme = scheme(of: reference) {
      return scheme == "http" || scheme == "https" ? reference : nil
    }
    guard let base, let parts = Parts(base) else {
      return reference.hasPrefix("//") ? "https:" + reference : reference
    }
    if reference.hasPrefix("//") { return parts.scheme + ":" + reference }
    switch reference.first {
    case "/": return parts.origin + normalized(reference)
    case "?": return parts.origin + parts.path + reference
    case "#": return parts.origin + parts.path + parts.query + reference
    default:
      let folder = parts.path.lastIndex(of: "/").map { parts.path[...$0] } ?? "/"
      return parts.origin + normalized(folder + reference)
    }
  }

  /// Whether an address is absolute and one of the web's.
  static func isAbsolute(_ address: String) -> Bool {
    let scheme = scheme(of: address)
    return scheme == "http" || scheme == "https"
  }

  /// The address without white space, which pages break long ones with.
  private static func cleaned(_ reference: String) -> String {
    let trimmed = reference.unicodeScalars.drop { $0.value <= 0x20 }
    var text = String.UnicodeScalarView()
    var spaces = 0
    for scalar in trimmed {
      switch scalar.value {
      case 0x20: spaces += 1
      case 0..<0x20, 0x7F: break
      default:
        for _ in 0..<spaces { text.append(contentsOf: "%20".unicodeScalars) }
        spaces = 0
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// The scheme in lower case (RFC 3986 §3.1); nil for a relative reference.
  private static func scheme(of reference: String) -> String? {
    let name = reference.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard name.count < reference.utf8.count, let first = name.first, (first | 0x20) &- 0x61 < 26,
      name.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "+-.".utf8.contains($0) })
    else { return nil }
    return Substring(name).lowercased()
  }

  /// The path without `.` and `..` (RFC 3986 §5.2.4), and what follows it.
  private static func normalized(_ reference: some StringProtocol) -> String {
    let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    var segments: [Substring] = []
    let parts = Substring(reference[..<end]).split(
      separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch segment {
      case ".": if isLast { segments.append("") }
      case "..":
        if segments.count > 1 { segments.removeLast() }
        if isLast { segments.append("") }
      default: segments.append(segment)
      }
    }
    return segments.joined(separator: "/") + reference[end...]
  }

  /// The parts of an absolute address.
  private struct Parts {
    var scheme: String
    /// Scheme and host.
    var origin: String
    /// The path, which is never empty.
    var path: String
    /// The query with its `?`.
    var query: String

    init?(_ address: String) {
      guard let scheme = WebReference.scheme(of: address), scheme == "http" || scheme == "https",
        address.dropFirst(scheme.count).hasPrefix("://")
      else { return nil }
      let rest = address.dropFirst(scheme.count + 3)
      let hostEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
      guard hostEnd > rest.startIndex else { return nil }
      self.scheme = scheme
      origin = "\(scheme)://\(rest[..<hostEnd])"
      let tail = rest[hostEnd...].prefix { $0 != "#" }
      let pathEnd = tail.firstIndex(of: "?") ?? tail.endIndex
      path = tail[..<pathEnd].isEmpty ? "/" : String(tail[..<pathEnd])
      query = String(tail[pathEnd...])
    }
  }
}

/// A URL of the web, taken apart so that others can be told from it: RFC 3986 §5.
struct WebLocation: Hashable {
  /// The scheme and its colon, such as `https:`.
  private let scheme: Substring
  /// The slashes, the host and the port, such as `//example.org:8080`.
  private let authority: Substring
  /// From the first slash behind it, without query and fragment; a slash where there is none.
  private let path: String

  /// Takes an `http` or `https` URL apart; nil for others.
  init?(_ url: String) {
    guard let colon = url.firstIndex(of: ":"), url[url.index(after: colon)...].hasPrefix("//"),
      ["http", "https"].contains(url[..<colon].lowercased())
    else { return nil }
    let behind = url.index(colon, offsetBy: 3)
    let end = url[behind...].firstIndex { "/?#".contains($0) } ?? url.endIndex
    guard behind < end else { return nil }
    scheme = url[...colon]
    authority = url[url.index(after: colon)..<end]
    let rest = url[end...].prefix { $0 != "?" && $0 != "#" }
    path = rest.isEmpty ? "/" : String(rest)
  }

  /// The URL of what lies beside it, or in it where it is named as a folder.
  func sibling(_ name: String) -> String { scheme + authority + folder + name }

  /// The same with a slash behind it, so that what lies in it can be told.
  var asFolder: WebLocation {
    WebLocation("\(scheme)\(authority)\(path)\(path.hasSuffix("/") ? "" : "/")") ?? self
  }

  /// The URL that a link means which stands here; nil for one that is none of the web.
  func resolving(_ link: String) -> String? {
    let link = link.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    if link.hasPrefix("//") { return "\(scheme)\(link)" }
    if link.hasPrefix("/") { return "\(scheme)\(authority)\(Self.tidied(String(link)))" }
    let head = link.prefix { !"/?#".contains($0) }
    if head.contains(":") { return WebLocation(String(link)) == nil ? nil : String(link) }
    if link.isEmpty || link.hasPrefix("?") || link.hasPrefix("#") {
      return "\(scheme)\(authority)\(path)\(link)"
    }
    return "\(scheme)\(authority)\(Self.tidied(folder + link))"
  }

  /// The host in lower case and the parts of the path.
  var parts: (host: String, path: [String]) {
    (authority.dropFirst(2).lowercased(), path.split(separator: "/").map(String.init))
  }

  private var folder: String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
  }

  /// The path without `.` and `..`: RFC 3986 §5.2.4.
  private static func tidied(_ text: String) -> String {
    let end = text.firstIndex { "?#".contains($0) } ?? text.endIndex
    var kept: [Substring] = []
    let parts = text[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if part == ".." { _ = kept.popLast() } else if part != "." { kept.append(part) }
      if isLast, part == "." || part == ".." { kept.append("") }
    }
    return "/" + kept.joined(separator: "/") + text[end...]
  }
}

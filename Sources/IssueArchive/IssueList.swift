internal import HTMLTree

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Which issues a server has: read from GitHub's list of a folder, or from the page that a web server
/// makes of one.
struct IssueList: Hashable {
  /// An issue and where it is.
  struct Entry: Hashable {
    var name: IssueName
    var url: String
  }

  /// The issues, the newest first; none twice.
  private(set) var entries: [Entry]

  /// The entries in their order, each name once.
  init(_ entries: [Entry]) {
    var known: Set<String> = []
    self.entries = entries.filter { known.insert($0.name.name).inserted }
      .sorted { $1.name < $0.name }
  }

  /// Reads a list that came from a URL; nil where no issue stands in it.
  init?(_ bytes: [UInt8], from location: WebLocation) {
    let first = bytes.first { !($0 == 0x20 || $0 &- 9 < 5) }
    let entries =
      first == UInt8(ascii: "[")
      ? Self.objects(bytes, location) : Self.links(bytes, location)
    if entries.isEmpty { return nil }
    self.init(entries)
  }

  // MARK: GitHub's list

  /// A file of a folder, as GitHub's interface "get repository content" has it.
  private struct File: Decodable {
    var name: String?
    var download_url: String?
  }

  private static func objects(_ bytes: [UInt8], _ location: WebLocation) -> [Entry] {
    let files = (try? JSONDecoder().decode([File].self, from: Data(bytes))) ?? []
    return files.compactMap { file in
      guard let name = file.name.flatMap({ IssueName($0) }) else { return nil }
      let link = file.download_url ?? name.name
      return location.resolving(link).map { Entry(name: name, url: $0) }
    }
  }

  // MARK: A page with links

  private static func links(_ bytes: [UInt8], _ location: WebLocation) -> [Entry] {
    guard let page = try? HTMLDocument(parsing: bytes) else { return [] }
    var base = location
    var links: [String] = []
    page.visit(attributes: ["href"]) { piece in
      guard case .opening(let element) = piece, let link = element[attribute: "href"] else {
        return .inside
      }
      if element.name == "base", let url = location.resolving(link) {
        base = WebLocation(url) ?? base
      }
      if element.name == "a" { links.append(link) }
      return .inside
    }
    return links.compactMap { link in
      let path = link.prefix { $0 != "?" && $0 != "#" }.filter { !$0.isWhitespace }
      guard let last = path.split(separator: "/").last, let name = IssueName(String(last)) else {
        return nil
      }
      return base.resolving(link).map { Entry(name: name, url: $0) }
    }
  }
}

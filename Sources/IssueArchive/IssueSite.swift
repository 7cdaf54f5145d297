internal import EventModel

/// Where issues come from.
package struct IssueSite: Hashable, Sendable {
  /// The URL of the list of issues.
  package let url: String
  /// Whether the user named it, and so may mean an address of his own network.
  package let isNamed: Bool
  private let location: WebLocation

  /// The project's own folder of issues, as GitHub lists it.
  package static let standardURL =
    "https://api.github.com/repos/rust-lang/this-week-in-rust/contents/content?ref=main"

  /// The site that a user names, else the project's own; nil where the URL is none of the web.
  package init?(_ named: String?) {
    url = named ?? Self.standardURL
    isNamed = named != nil
    guard let location = WebLocation(url) else { return nil }
    self.location = location
  }

  /// Where the issues lie whose list cannot be had.
  ///
  /// GitHub's list says no more than where it is; the files of a folder lie on another host.
  var folder: WebLocation {
    let (host, path) = location.parts
    guard host == "api.github.com", path.count >= 4, path[0] == "repos", path[3] == "contents"
    else { return location.asFolder }
    let branch = Self.branch(url) ?? "HEAD"
    let parts = [path[1], path[2], branch] + path.dropFirst(4)
    return WebLocation("https://raw.githubusercontent.com/\(parts.joined(separator: "/"))/")
      ?? location.asFolder
  }

  private static func branch(_ url: String) -> String? {
    guard let query = url.split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
    let field = query.split(separator: "&").first { $0.hasPrefix("ref=") }
    return field.map { String($0.dropFirst(4)) }
  }

  /// The list at a URL, redirects followed.
  func list(_ bytes: [UInt8], from finalURL: String) -> IssueList? {
    let isPlain = finalURL.isEmpty || finalURL == url
    return IssueList(bytes, from: isPlain ? location : WebLocation(finalURL) ?? location)
  }

  /// The issues that must have come since a day, by the days of the week on which they come, the
  /// newest first.
  ///
  /// - Parameters:
  ///   - newest: the day of the newest issue that is there; nil where there is none.
  ///   - today: the last day that may have one.
  ///   - limit: how many at most.
  ///   - known: an earlier list, which tells where issues lie.
  /// - Returns: their usual names, and where they should be.
  func expected(
    since newest: CivilDate?, to today: CivilDate, limit: Int, beside known: IssueList?
  ) -> IssueList {
    var entries: [IssueList.Entry] = []
    var day = today
    while entries.count < limit, newest.map({ $0 < day }) ?? true, day > .distantPast {
      if day.weekday == Self.publicationWeekday {
        let name = IssueName(of: day)
        entries.append(IssueList.Entry(name: name, url: place(of: name, beside: known)))
      }
      day = day.advanced(by: -1)
    }
    return IssueList(entries)
  }

  /// Where an issue should be: where it was, or beside the others.
  func place(of name: IssueName, beside known: IssueList?) -> String {
    if let entry = known?.entries.first(where: { $0.name == name }) { return entry.url }
    let other = known?.entries.first.flatMap { WebLocation($0.url) }
    return (other ?? folder).sibling(name.name)
  }

  /// Wednesday, ISO 8601.
  private static let publicationWeekday = 3
}

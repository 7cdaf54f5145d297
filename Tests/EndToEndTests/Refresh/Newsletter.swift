import Foundation
import LoopbackServer
import Synchronization

/// A web server that has issues, as a test wants it to.
final class Newsletter: Sendable {
  /// How the server lists its issues.
  enum Listing: Sendable, CaseIterable {
    /// A page with links, as web servers make one of a folder.
    case page
    /// GitHub's list of a folder.
    case objects
  }

  private struct Contents {
    var issues: [String: String] = [:]
    /// What is answered instead of an issue or, under an empty name, of the list.
    var answers: [String: LoopbackServer.Response] = [:]
    var isCompressed = false
  }

  private let contents = Mutex(Contents())
  private let listing: Listing
  let server: LoopbackServer

  /// Gives a body a server with issues, which is stopped behind it.
  static func run(
    _ issues: [String: String], as listing: Listing = .page, _ body: (Newsletter) throws -> Void
  ) throws {
    let newsletter = try Newsletter(issues, as: listing)
    defer { newsletter.server.stop() }
    try body(newsletter)
  }

  private init(_ issues: [String: String], as listing: Listing) throws {
    let box = ResponderBox()
    server = try LoopbackServer { request in box.respond(to: request) }
    self.listing = listing
    contents.withLock { $0.issues = issues }
    box.newsletter.withLock { $0 = Weak(self) }
  }

  /// An issue's text; nil where there is none.
  subscript(name: String) -> String? {
    get { contents.withLock { $0.issues[name] } }
    set { contents.withLock { $0.issues[name] = newValue } }
  }

  /// Answers in another way for an issue, or for the list, from now on; nil answers rightly again.
  func answer(_ response: LoopbackServer.Response?, to name: String = "") {
    contents.withLock { $0.answers[name] = response }
  }

  /// The URL of the list.
  var url: String { server.url("/issues/") }

  /// The names of the issues that were asked for, with the status each request was worth: 304 where
  /// the copy at hand was named rightly.
  var requested: [String] {
    server.requests.map { request in
      let name = String(request.path.split(separator: "/").last ?? "")
      return "\(name == "issues" ? "list" : name) \(status(of: request))"
    }
  }

  /// How many requests came so far; the list's included.
  var requestCount: Int { server.requests.count }

  fileprivate func respond(to request: LoopbackServer.Request) -> LoopbackServer.Response {
    let path = request.path
    let name = path == "/issues/" ? "" : String(path.split(separator: "/").last ?? "")
    if let answer = contents.withLock({ $0.answers[name] }) { return answer }
    guard let text = name.isEmpty ? list : self[name] else { return .status(404) }
    let etag = Self.etag(of: text)
    if request.header("If-None-Match") == etag { return .status(304, headers: ["ETag": etag]) }
    return LoopbackServer.Response(text, headers: ["ETag": etag])
  }

  private func status(of request: LoopbackServer.Request) -> Int {
    let name = request.path == "/issues/" ? "" : request.path.split(separator: "/").last ?? ""
    guard let text = name.isEmpty ? list : self[String(name)] else { return 404 }
    return request.header("If-None-Match") == Self.etag(of: text) ? 304 : 200
  }

  private static func etag(of text: String) -> String {
    let hash = text.utf8.reduce(UInt64(5381)) { ($0 &* 33) ^ UInt64($1) }
    return "\"\(String(hash, radix: 16))\""
  }

  private var list: String {
    let names = contents.withLock { $0.issues.keys.sorted() }
    switch listing {
    case .page:
      let links = names.map { "<li><a href=\"\($0)\">\($0)</a>" }
      return "<!DOCTYPE html><title>Index</title><ul><li><a href=\"../\">..</a>\(links.joined())"
    case .objects:
      let objects = names.map { name in
        """
        {"name": "\(name)", "type": "file", "_links": {"self": "x"},
         "download_url": "\(server.url("/raw/\(name)"))"}
        """
      }
      let other = #"{"name": "drafts", "type": "dir", "download_url": null}"#
      return "[\((objects + [other]).joined(separator: ","))]"
    }
  }
}

/// What a server's closure holds of a newsletter that is made after it.
private final class ResponderBox: Sendable {
  let newsletter = Mutex<Weak?>(nil)

  func respond(to request: LoopbackServer.Request) -> LoopbackServer.Response {
    newsletter.withLock { $0?.newsletter }?.respond(to: request) ?? .status(503)
  }
}

private struct Weak: Sendable {
  weak let newsletter: Newsletter?

  init(_ newsletter: Newsletter) { self.newsletter = newsletter }
}

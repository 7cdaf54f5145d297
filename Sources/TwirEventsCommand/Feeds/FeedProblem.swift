/// What is wrong in a file of feeds, or with one of its feeds.
struct FeedProblem: Error {
  /// The file as it was named.
  var path: String
  /// The line, from 1.
  var line: Int
  /// The feed's name, where it has one.
  var feed: String?
  /// What is wrong and what to do.
  var message: String
  /// Whether nothing is written because of it; else it is that feed's failure, and the others go on.
  var stopsAll = true
}

extension FeedProblem: CustomStringConvertible {
  /// `feeds:3: feed 'berlin': …`.
  var description: String { "\(Self.place(path, line, feed)): \(message)" }

  /// File, line and feed, as messages name them.
  static func place(_ path: String, _ line: Int, _ feed: String?) -> String {
    "\(path):\(line)" + (feed.map { ": feed '\($0)'" } ?? "")
  }
}

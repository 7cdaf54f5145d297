/// The chosen feeds of a file: those that can be written, and what is wrong with the others.
struct FeedPlan {
  /// A feed, or why there is none.
  typealias Item = Result<Feed, FeedProblem>

  /// The chosen ones, in the order of the file.
  let items: [Item]

  /// Parses all of a file, for a mistake in one feed may concern the others.
  ///
  /// - Throws: `CommandError.feeds` where nothing may be written: a feed without a file, a command
  ///   that makes no feed, two feeds for one file.
  init(_ file: FeedsFile, choosing entries: [FeedsFile.Entry]) throws(CommandError) {
    let chosen = Set(entries.map(\.name))
    var items: [Item] = []
    var problems: [FeedProblem] = []
    var writers: [String: Feed] = [:]
    let path = file.path
    // A command line takes half a millisecond to parse.
    let parsed = Threads.inTurns(file.entries) { entry in
      Item { () throws(FeedProblem) in try Feed(entry, in: path) }
    }
    for (entry, item) in zip(file.entries, parsed) {
      if chosen.contains(entry.name) { items.append(item) }
      switch item {
      case .failure(let problem): if problem.stopsAll { problems.append(problem) }
      case .success(let feed):
        guard feed.replacesFile else { continue }
        let target = OutputFile.canonical(feed.path)
        if let other = writers[target] {
          let message = "feed '\(other.name)' in line \(other.line) writes '\(feed.path)' already"
          problems.append(
            FeedProblem(path: path, line: entry.line, feed: entry.name, message: message))
        } else {
          writers[target] = feed
        }
      }
    }
    guard problems.isEmpty else { throw .feeds(problems) }
    self.items = items
  }

  /// The feeds that can be written.
  var feeds: [Feed] { items.compactMap { try? $0.get() } }

  /// The same without network.
  var offlineFeeds: [Feed] { feeds.map(\.offline) }
}

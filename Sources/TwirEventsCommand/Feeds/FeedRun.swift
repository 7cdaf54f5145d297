import ArgumentParser
import FileSystem

/// Writes feeds from one reading of each of their sources.
struct FeedRun {
  /// What became of a feed.
  struct Outcome: Sendable {
    var outputs: [CommandContext.Output] = []
    var warnings: [String] = []
    /// Why it was not written.
    var failure: (message: String, status: ExitStatus)?
  }

  /// What the run itself says.
  let console: Console
  /// Whether outputs are only compared with what stands there.
  let isRehearsal: Bool

  /// Writes the feeds; what becomes of each, in their order.
  ///
  /// Sources are read first, one after the other. Then the feeds are written on several cores, but
  /// for those that go to a pipe or a device.
  func run(_ feeds: [Feed]) -> [Outcome] {
    let context = CommandContext.feed(
      console: console, readings: readings(for: feeds), isRehearsal: isRehearsal)
    let files = feeds.indices.filter { feeds[$0].replacesFile }
    var outcomes = [Outcome](repeating: Outcome(), count: feeds.count)
    for (number, outcome) in zip(files, Self.inParallel(files.map { feeds[$0] }, context)) {
      outcomes[number] = outcome
    }
    for number in feeds.indices where !feeds[number].replacesFile {
      outcomes[number] = Self.outcome(of: feeds[number], context)
    }
    return outcomes
  }

  /// What the feeds ask for, read.
  ///
  /// A history comes first, for it serves those that ask for events too.
  private func readings(for feeds: [Feed]) -> Readings {
    var readings = Readings()
    for isHistory in [true, false] {
      for feed in feeds where (feed.command.content == .history) == isHistory {
        readings.prepare(
          feed.command.sources, feed.command.content,
          needsPlaces: feed.command.selection.needsPlaces, console: console)
      }
    }
    return readings
  }

  private static func inParallel(_ feeds: [Feed], _ context: CommandContext) -> [Outcome] {
    guard feeds.count > 1 else { return feeds.map { outcome(of: $0, context) } }
    // A signal may be taken by any thread, so that all hold it back: the threads inherit this.
    var heldSignals = HeldSignals()
    heldSignals.hold()
    defer { heldSignals.release() }
    return Threads.inTurns(feeds) { feed in
      HeldSignals.isPending ? Outcome() : outcome(of: feed, context)
    }
  }

  private static func outcome(of feed: Feed, _ context: CommandContext) -> Outcome {
    var context = context
    var outcome = Outcome()
    do {
      try feed.command.run(in: &context)
    } catch {
      outcome.failure = TwirEvents.failure(of: error, after: feed.words)
    }
    outcome.outputs = context.outputs
    if !feed.command.sources.messages.quiet { outcome.warnings = context.heldWarnings }
    return outcome
  }
}

extension Feed {
  /// Whether its output is a file that is replaced as a whole, or a folder of such files.
  var replacesFile: Bool {
    FileReading.status(of: path).map { $0.isRegularFile || $0.isDirectory } ?? true
  }
}

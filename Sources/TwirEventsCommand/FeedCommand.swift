import ArgumentParser
import EventCatalog

/// A command that makes one output of the sources: on the command line by itself, or as a feed beside
/// others that share its reading of them.
protocol FeedCommand: ParsableCommand, Sendable {
  var sources: SourceOptions { get set }
  var selection: SelectionOptions { get }
  /// The file or folder that it writes; nil for standard output.
  var outputPath: String? { get }
  /// What of the sources it asks for.
  var content: Reading.Content { get }

  /// Writes its output.
  func run(in context: inout CommandContext) throws
}

extension FeedCommand {
  var content: Reading.Content { .events }

  mutating func run() throws {
    var context = CommandContext(console: sources.console)
    try run(in: &context)
  }
}

/// A command whose output is one file.
protocol FileCommand: FeedCommand {
  var output: OutputOptions { get }
}

extension FileCommand {
  var outputPath: String? { output.path }
}

/// What a command runs in: what was read already, whether it writes, and what it has to say.
struct CommandContext: Sendable {
  /// What an output would be, or was, beside what stood there before.
  struct Output: Sendable {
    var path: String
    var change: FileChange
    var byteCount: Int
    var eventCount: Int
  }

  /// What was read so far.
  var readings: Readings
  /// Whether outputs are only compared with what stands there.
  let isRehearsal: Bool
  /// The outputs that were finished.
  private(set) var outputs: [Output] = []
  /// Warnings that are not said yet, for feeds that are written at the same time.
  private(set) var heldWarnings: [String] = []

  /// Where warnings go.
  let console: Console
  private let holdsWarnings: Bool

  /// A command on its own.
  init(console: Console) {
    self.init(console: console, readings: Readings(), isRehearsal: false, holdsWarnings: false)
  }

  /// A feed, whose warnings are held.
  static func feed(
    console: Console, readings: Readings, isRehearsal: Bool
  ) -> CommandContext {
    CommandContext(
      console: console, readings: readings, isRehearsal: isRehearsal, holdsWarnings: true)
  }

  private init(console: Console, readings: Readings, isRehearsal: Bool, holdsWarnings: Bool) {
    self.console = console
    self.readings = readings
    self.isRehearsal = isRehearsal
    self.holdsWarnings = holdsWarnings
  }

  /// Warns now, or holds the warning for who runs the feed.
  mutating func warn(_ message: String) {
    if holdsWarnings { heldWarnings.append(message) } else { console.warning(message) }
  }

  /// Warns of cities and countries that nothing is in; `noun` says what could be.
  mutating func warn(of names: [UnknownName], _ noun: String) {
    for name in names {
      let nearest = name.nearest.map { "'\($0)'" }.joined(separator: " or ")
      warn(
        "no \(noun) is in '\(name.name)'" + (nearest.isEmpty ? "" : "; did you mean \(nearest)?"))
    }
  }

  /// Notes an output that is in its place, or would be.
  mutating func finished(_ output: Output) { outputs.append(output) }
}

import ArgumentParser

/// A feed that can be written: its command, parsed as the command line is.
struct Feed: Sendable {
  /// The number of its line in the file.
  let line: Int
  /// Its name.
  let name: String
  /// Its command line as it stands in the file.
  let words: [String]
  /// Its command.
  private(set) var command: any FeedCommand
  /// The path of its output.
  let path: String

  /// Parses an entry of a file.
  ///
  /// - Throws: `FeedProblem`.
  init(_ entry: FeedsFile.Entry, in file: String) throws(FeedProblem) {
    func problem(_ message: String, stopsAll: Bool = false) -> FeedProblem {
      FeedProblem(
        path: file, line: entry.line, feed: entry.name, message: message, stopsAll: stopsAll)
    }
    (line, name) = (entry.line, entry.name)
    do throws(ShellWords.Problem) {
      words = try ShellWords.divide(entry.commandLine, variable: Environment.variable)
    } catch {
      throw problem(Self.text(of: error))
    }
    guard let first = words.first else {
      throw problem("it has no command: expected \(Self.commands)")
    }
    guard let type = Self.commandTypes.first(where: { $0.configuration.commandName == first })
    else {
      let isCommand = UsageMessage.commands.contains(first)
      throw problem("'\(first)' makes no feed: expected \(Self.commands)", stopsAll: isCommand)
    }
    do {
      // By its own command: the parser of the root would look at all commands for each feed.
      command = try type.parse(Array(words.dropFirst()))
    } catch {
      if type.exitCode(for: error).isSuccess {
        throw problem("it asks for help and writes nothing")
      }
      throw problem(UsageMessage.text(type.message(for: error), after: words))
    }
    guard let path = command.outputPath else {
      throw problem("it names no file to write: add '-o FILE'", stopsAll: true)
    }
    self.path = path
  }

  /// The same without network.
  var offline: Feed {
    var feed = self
    feed.command.sources.offline = true
    return feed
  }

  /// The commands that make feeds.
  private static var commandTypes: [any FeedCommand.Type] {
    TwirEvents.configuration.subcommands.compactMap { $0 as? any FeedCommand.Type }
  }

  /// Their names, for messages.
  private static var commands: String {
    UsageMessage.list(of: commandTypes.compactMap { $0.configuration.commandName })
  }

  private static func text(of problem: ShellWords.Problem) -> String {
    switch problem {
    case .openQuote(let quote): "a quote (\(quote)) is not closed"
    case .unsetVariable(let name): "the variable '\(name)' is not set"
    case .operatorWord(let word):
      "'\(word)' means nothing here, for no shell reads the line: put it in quotes, and write to a "
        + "file with -o"
    }
  }
}

import ArgumentParser

/// What the program says of a command line that it cannot follow.
enum UsageMessage {
  /// One line: what is wrong, and the command whose help tells more.
  ///
  /// - Parameters:
  ///   - message: that of the parser of arguments.
  ///   - arguments: the command line without the program's name.
  /// - Returns: the message as the program says it, with the command whose help tells more.
  static func text(_ message: String, after arguments: [String]) -> String {
    let command = arguments.first { commands.contains($0) }
    return problem(message, arguments)
      + " (see 'twir-events \(command.map { "\($0) " } ?? "")--help')"
  }

  /// Whether the line asks for the help of something that is no command.
  static func isHelpOfNoCommand(_ arguments: [String]) -> Bool {
    arguments.first == "help" && arguments.count > 1 && isNoCommand(arguments[1])
  }

  private static func problem(_ message: String, _ arguments: [String]) -> String {
    if isHelpOfNoCommand(arguments) { return noCommand(arguments[1]) }
    guard let first = arguments.first, !commands.contains(first) else { return tidy(message) }
    if isNoCommand(first) { return noCommand(first) }
    if let command = arguments.first(where: commands.contains) {
      return tidy(message) + "; options come behind the command '\(command)'"
    }
    return tidy(message) + "; a command comes first: \(list)"
  }

  private static func isNoCommand(_ argument: String) -> Bool {
    !argument.hasPrefix("-") && argument != "help" && !commands.contains(argument)
  }

  private static func noCommand(_ name: String) -> String {
    "no command is called '\(name)': expected \(list)"
  }

  /// The names of all commands.
  static var commands: [String] {
    TwirEvents.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// The commands in quotes, with an `or` before the last.
  private static var list: String {
    let shown = TwirEvents.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    return list(of: shown.compactMap { $0.configuration.commandName })
  }

  /// Names in quotes, with an `or` before the last.
  static func list(of names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  /// The parser's message as ours are: one line, lower case first, no full stop.
  private static func tidy(_ message: String) -> String {
    var text = message.split(separator: "\n").joined(separator: " ")
    if text.hasSuffix(".") { text.removeLast() }
    text = inHouseWords(text)
    guard let first = text.first else { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// The parser's second sentences, which say what would be right, as ours say it.
  private static func inHouseWords(_ text: String) -> String {
    let sentences = [
      (". Please provide one of ", ": expected "), (". Did you mean ", ": did you mean "),
    ]
    for (sentence, words) in sentences {
      let parts = text.split(separator: sentence, maxSplits: 1)
      if parts.count < 2 { continue }
      let rest = parts[1].split(separator: "' and '").joined(separator: "' or '")
      return parts[0] + words + rest
    }
    return text
  }
}

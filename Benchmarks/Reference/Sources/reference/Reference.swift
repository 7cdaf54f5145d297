import ArgumentParser

/// Parses arguments and does nothing: the floor of what a program like this one takes to start.
@main
struct Reference: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reference", version: "1.0")

  @Option var region: [String] = []
  @Flag var quiet = false

  func run() {}
}

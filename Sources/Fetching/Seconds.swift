import ArgumentParser

/// A time on the command line: seconds, with a fraction or without, at most a day.
struct Seconds: ExpressibleByArgument, Sendable {
  let duration: Duration
  let defaultValueDescription: String

  /// Whole seconds, for defaults.
  init(_ seconds: Int) {
    duration = .seconds(seconds)
    defaultValueDescription = String(seconds)
  }

  init?(argument: String) {
    guard let seconds = Double(argument), seconds.isFinite, 0...86_400 ~= seconds else {
      return nil
    }
    duration = .seconds(seconds)
    defaultValueDescription = argument
  }
}

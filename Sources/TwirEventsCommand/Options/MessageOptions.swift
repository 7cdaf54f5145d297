import ArgumentParser

/// How much is said on standard error.
struct MessageOptions: ParsableArguments, Sendable {
  @Flag(name: .shortAndLong, help: "Say nothing but errors on standard error.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show every finding in the issues on standard error.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  var console: Console {
    Console(verbosity: quiet ? .quiet : verbose ? .verbose : .normal)
  }
}

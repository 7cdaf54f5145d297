package import ArgumentParser
import CHeap
import ProgramVersion

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The root command.
package struct TwirEvents: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "twir-events",
    abstract: "Rust events from This Week in Rust, for your own calendar.",
    discussion: """
      EXAMPLES
        twir-events ics --region Europe > rust.ics
        twir-events list --near Berlin --within 100
        twir-events csv --country US --from today -o events.csv
        twir-events json --raw 2026-02-11-this-week-in-rust.md

      An error is one line on standard error. Exit codes: 0 done, 1 check found errors, 64 usage, \
      65 no events in the sources, 66 a source cannot be read, 69 the network is out of reach, 73 \
      the output cannot be made, 74 input/output error, 75 stale, or another run holds the archive.
      """,
    version: ProgramVersion.current,
    subcommands: [
      ICSCommand.self, CSVCommand.self, JSONCommand.self, HTMLCommand.self, ListCommand.self,
      CFPCommand.self, ChangesCommand.self, CheckCommand.self, PagesCommand.self, RunCommand.self,
      RefreshCommand.self, CoverageCommand.self, ReplayCommand.self,
    ])

  package init() {}

  /// Runs the program and ends it.
  package static func run(_ arguments: [String]) -> Never {
    // A reader that has gone (`| head`) is told by write's result.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that grows beyond `ulimit -f`, which must not leave the temporary file.
    signal(SIGXFSZ, SIG_IGN)
    twir_tune_heap()
    var status = ExitStatus.success
    do {
      try UnsafeArguments.requireUTF8()
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      status = self.status(after: error, arguments)
    }
    end(status)
  }

  private static func end(_ status: ExitStatus) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status.rawValue)
    #elseif canImport(Musl)
      Musl.exit(status.rawValue)
    #else
      Darwin.exit(status.rawValue)
    #endif
  }

  /// Says what went wrong, unless it was said already, and gives the exit code for it.
  private static func status(after error: any Error, _ arguments: [String]) -> ExitStatus {
    if let status = error as? ExitStatus { return status }
    if !(error is CommandError), exitCode(for: error).isSuccess,
      !UsageMessage.isHelpOfNoCommand(arguments)
    {
      // Help, version and completion scripts are what was asked for.
      return printed(fullMessage(for: error))
    }
    let failure = failure(of: error, after: arguments)
    Console.error(failure.message)
    return failure.status
  }

  /// What is said of a command that failed, and its exit code.
  static func failure(
    of error: any Error, after arguments: [String]
  ) -> (message: String, status: ExitStatus) {
    if let error = error as? CommandError { return (error.description, error.status) }
    return (UsageMessage.text(message(for: error), after: arguments), .usage)
  }

  private static func printed(_ text: String) -> ExitStatus {
    do {
      try OutputFile.print(text + "\n")
      return .success
    } catch {
      Console.error(error.description)
      return error.status
    }
  }
}

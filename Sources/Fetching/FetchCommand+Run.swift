import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FetchCommand {
  /// Exit codes, as in sysexits.h.
  private enum ExitStatus: Int32 {
    case done = 0
    case usage = 64
    case software = 70
    case inputOutput = 74
  }

  /// The longest list of requests, in bytes.
  private static let greatestInput = 64 * 1024 * 1024

  /// Runs the program and ends it.
  package static func run(_ arguments: [String]) -> Never {
    // Who reads no more, and a file that grows beyond `ulimit -f`, are told by write's result.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    end(status(of: arguments))
  }

  private static func status(of arguments: [String]) -> ExitStatus {
    do {
      var command = try parseAsRoot(arguments)
      if let command = command as? FetchCommand { return command.fetch() }
      // Another command than this one is that of `--help`, which throws what it prints.
      try command.run()
      return .done
    } catch {
      if exitCode(for: error).isSuccess { return printed(fullMessage(for: error)) }
      say("\(message(for: error)) (see 'twir-events-fetch --help')")
      return .usage
    }
  }

  /// Reads the requests and reports each.
  private func fetch() -> ExitStatus {
    let lines: [[UInt8]]
    do throws(BodyFileError) {
      guard let input = try Descriptor.readAll(from: 0, limit: Self.greatestInput) else {
        Self.say("standard input has more than \(Self.greatestInput) bytes")
        return .usage
      }
      lines = FetchRequest.lines(input)
    } catch {
      Self.say("cannot read standard input (system error \(error.code))")
      return .inputOutput
    }
    do throws(FetchFailure) {
      HeldSignals.hold()
      try Fetcher.run(lines, options: options) { report throws(FetchFailure) in
        try Self.write(report.line)
      }
      return .done
    } catch {
      return Self.status(after: error)
    }
  }

  private static func status(after failure: FetchFailure) -> ExitStatus {
    switch failure {
    case .noLibrary:
      say("libcurl cannot be used")
      return .software
    case .noOutput(let code):
      say("cannot write standard output (system error \(code))")
      return .inputOutput
    case .interrupted:
      // The signal acts here.
      HeldSignals.release()
      return .software
    }
  }

  // MARK: Streams

  private static func write(_ line: String) throws(FetchFailure) {
    do throws(BodyFileError) {
      try Descriptor.write(Array((line + "\n").utf8).span, to: 1)
    } catch {
      throw .noOutput(code: error.code)
    }
  }

  private static func printed(_ text: String) -> ExitStatus {
    do throws(FetchFailure) {
      try write(text)
      return .done
    } catch {
      return status(after: error)
    }
  }

  /// Says what went wrong; where standard error cannot be written there is nobody to tell.
  private static func say(_ message: String) {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    let bytes = Array("twir-events-fetch: error: \(line)\n".utf8)
    try? Descriptor.write(bytes.span, to: 2)
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
}

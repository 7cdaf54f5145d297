import Foundation
import LoopbackServer
import Testing

@testable import Fetching

/// The command line, the streams and the files of `twir-events-fetch`.
@Suite struct FetchCommandTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = try FetchProgram.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test(arguments: [
    ["--max-size", "0"], ["--max-size", "x"], ["--per-host", "0"], ["--retries", "-1"],
    ["--timeout", "0"], ["--connect-timeout", "0"], ["--delay", "-1"], ["--delay", "nan"],
    ["--timeout", "1e9"], ["--header", "x"], ["--header", "a b: c"], ["--header", "A: b\nC: d"],
    ["--user-agent", ""], ["--user-agent", "a\nb: c"], ["--unknown"], ["argument"],
  ])
  func aWrongCommandLineIs64(options: [String]) throws {
    try withFolder { folder in
      let result = try FetchProgram.run(options, input: [], in: folder)
      #expect(result.status == 64 && result.reports.isEmpty)
      #expect(result.messages.hasPrefix("twir-events-fetch: error: "))
      #expect(result.messages.split(separator: "\n").count == 1, "\(result.messages)")
    }
  }

  @Test func tellsItsVersionAndHelp() throws {
    try withFolder { folder in
      let program = try #require(FetchProgram.executable).path
      let script = "'\(program)' --version; '\(program)' --help"
      let (status, text) = try shell(script, in: folder)
      #expect(status == 0)
      #expect(text.firstMatch(of: /^[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
      for option in [
        "--allow-private", "--robots", "--max-size", "--timeout", "--connect-timeout", "--per-host",
        "--delay", "--retries", "--retry-delay", "--longest-wait", "--user-agent", "--header",
      ] { #expect(text.contains(option), "\(option)") }
      for outcome in FetchOutcome.allCases { #expect(text.contains(outcome.rawValue)) }
    }
  }

  @Test func nothingToFetchIsDone() throws {
    try withFolder { folder in
      let result = try FetchProgram.run([], input: [], in: folder)
      #expect(result.status == 0 && result.reports.isEmpty && result.messages.isEmpty)
    }
  }

  @Test func aBadLineIsReportedAndTheOthersAreFetched() throws {
    let server = try LoopbackServer { _ in LoopbackServer.Response("x") }
    defer { server.stop() }
    try withFolder { folder in
      let good = "\(server.url())\tgood\t\t"
      let lines = ["", "nonsense", good, "\(server.url())\tbad\\x\t\t", "ftp://a/\tftp\t\t"]
      let result = try FetchProgram.run(
        FetchProgram.quick, input: Array(lines.joined(separator: "\n").utf8), in: folder)
      #expect(result.status == 0)
      #expect(result.outcomes == ["bad-url", "bad-url", "ok", "bad-url", "bad-url"])
      #expect(result.reports.map(\.index) == [0, 1, 2, 3, 4])
    }
  }

  @Test func replacesTheFileAndRemovesItWithoutSuccess() throws {
    let server = try LoopbackServer(routes: ["/new": LoopbackServer.Response("new")])
    defer { server.stop() }
    try withFolder { folder in
      for name in ["kept", "removed"] {
        try Data("what stood there before".utf8).write(to: folder.appending(path: name))
      }
      let input = "\(server.url("/new"))\tkept\n\(server.url("/none"))\tremoved\n"
      let result = try FetchProgram.run(FetchProgram.quick, input: Array(input.utf8), in: folder)
      #expect(result.outcomes == ["ok", "gone"])
      #expect(
        FileManager.default.contents(atPath: folder.appending(path: "kept").path)
          == Data("new".utf8))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "removed").path))
    }
  }

  @Test func aFileThatCannotBeWrittenIsReported() throws {
    let server = try LoopbackServer { _ in LoopbackServer.Response("x") }
    defer { server.stop() }
    try withFolder { folder in
      try FileManager.default.createDirectory(
        at: folder.appending(path: "folder"), withIntermediateDirectories: true)
      _ = try shell("mkfifo pipe", in: folder)
      let paths = ["no/such/folder", "folder", "pipe", "/dev/full"]
      let input = paths.map { "\(server.url())\t\($0)\n" }.joined()
      let result = try FetchProgram.run(FetchProgram.quick, input: Array(input.utf8), in: folder)
      let expected = FileManager.default.fileExists(atPath: "/dev/full") ? 4 : 3
      #expect(result.outcomes.prefix(expected).allSatisfy { $0 == "write-failed" })
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "folder").path))
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func standardOutputThatCannotBeWrittenIs74() throws {
    try withFolder { folder in
      let program = try #require(FetchProgram.executable).path
      let line = "printf 'ftp://a/\\tb\\n' | '\(program)' > /dev/full"
      let (status, text) = try shell(line, in: folder)
      #expect(status == 74 && text.contains("cannot write standard output"))
    }
  }

  // Not SIGINT: a shell lets what it starts in the background ignore it.
  @Test(arguments: [("TERM", "143"), ("HUP", "129")])
  func aSignalLeavesNoHalfOfABody(signal: String, status: String) throws {
    let server = try LoopbackServer { _ in
      .stalled(behind: String(repeating: "x", count: 100), announcing: 1_000)
    }
    defer { server.stop() }
    try withFolder { folder in
      let program = try #require(FetchProgram.executable).path
      let script = """
        printf '%s\\tbody\\n' '\(server.url())' > list
        '\(program)' --allow-private < list & fetch=$!
        until test -s body; do sleep 0.02; done
        kill -\(signal) $fetch; wait $fetch; echo $?; test -e body && echo left
        """
      let (_, text) = try shell(script, in: folder)
      #expect(text.contains("\(status)\n") && !text.contains("left"), "\(text)")
    }
  }

  /// Runs a line of the shell; gives its status and all that it says.
  private func shell(_ line: String, in folder: URL) throws -> (Int32, String) {
    let output = folder.appending(path: "said")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }
}

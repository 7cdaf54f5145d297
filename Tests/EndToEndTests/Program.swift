import Foundation
import Testing

/// The built program, run as a user runs it, but apart from the user's files and settings.
struct Program {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]

    /// Standard output as text; bytes that are not UTF-8 are repaired.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text; bytes that are not UTF-8 are repaired.
    var messages: String { String(decoding: errors, as: UTF8.self) }
  }

  /// A folder of the run's own: the current directory, the home, and where the archive would be.
  let folder: URL
  let executable: URL

  /// Finds the program and makes an empty folder for it; `remove()` takes that away.
  init() throws {
    executable = try #require(
      Self.executable, "build the program, or name it in TWIR_EVENTS_PROGRAM")
    folder = FileManager.default.temporaryDirectory
      .appending(path: "twir-events-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Gives a body the program in a folder of its own, beside a copy of the samples.
  static func withSamples(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    let samples = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples")
    try FileManager.default.copyItem(at: samples, to: program.folder.appending(path: "Samples"))
    try body(program)
  }

  /// Removes the folder and all that the program wrote there.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Runs the program to its end.
  ///
  /// Streams are files, not pipes: no amount of output makes the program or the test wait.
  func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Result {
    try run(executable, arguments, input: input, environment: environment)
  }

  /// Runs a line of the shell, which has the program as `$twir_events`.
  func shell(_ line: String, environment: [String: String] = [:]) throws -> Result {
    try run(
      URL(filePath: "/bin/sh"), ["-c", line],
      environment: environment.merging(["twir_events": executable.path]) { $1 })
  }

  /// Starts the program and sends it a signal when the condition is met; gives its status, which is
  /// negative where the signal ended it.
  func run(
    _ arguments: [String], signalled signal: Int32, environment: [String: String] = [:],
    when isTime: () throws -> Bool
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = surroundings.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try start(process)
    while process.isRunning, try !isTime() {}
    if process.isRunning { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    return Self.status(of: process)
  }

  /// Starts a process that no signal is held back from: the threads that run tests hold back all, and
  /// what they start would inherit that.
  private func start(_ process: Process) throws {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  private static func status(of process: Process) -> Int32 {
    process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  private func run(
    _ executable: URL, _ arguments: [String], input: [UInt8] = [], environment: [String: String]
  ) throws -> Result {
    let streams = ["input", "output", "errors"].map {
      folder.appending(path: ".\($0)-\(UUID().uuidString)")
    }
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream) } }
    for stream in streams { try Data(input).write(to: stream) }

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = surroundings.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try emptied(streams[1])
    process.standardError = try emptied(streams[2])
    try start(process)
    process.waitUntilExit()
    return Result(
      status: Self.status(of: process),
      output: Array(try Data(contentsOf: streams[1])),
      errors: Array(try Data(contentsOf: streams[2])))
  }

  /// No setting of the user's reaches the program, and it does not reach the network: it finds no
  /// program that fetches, unless a test names one.
  var surroundings: [String: String] {
    [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "TZ": "UTC",
      "TWIR_EVENTS_HOME": folder.appending(path: "archive").path,
      "TWIR_EVENTS_FETCH": "/nonexistent/twir-events-fetch",
    ]
  }

  private func emptied(_ file: URL) throws -> FileHandle {
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 0)
    return handle
  }

  /// The program that TWIR_EVENTS_PROGRAM names, else the one built in the folder of this test
  /// bundle: `swift test` builds both.
  private static let executable: URL? = {
    if let named = ProcessInfo.processInfo.environment["TWIR_EVENTS_PROGRAM"] {
      return URL(filePath: named)
    }
    for argument in CommandLine.arguments {
      var path = URL(filePath: argument)
      while path.pathComponents.count > 1 {
        let beside = path.deletingLastPathComponent().appending(path: "twir-events")
        if path.pathExtension == "xctest",
          FileManager.default.isExecutableFile(atPath: beside.path)
        {
          return beside
        }
        path.deleteLastPathComponent()
      }
    }
    return nil
  }()
}

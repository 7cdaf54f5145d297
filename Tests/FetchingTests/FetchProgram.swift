import Foundation
import LoopbackServer
import Testing

/// The built `twir-events-fetch`, run in a folder of its own without the user's settings.
struct FetchProgram {
  /// A line that it reported.
  struct Report {
    var index: Int
    var outcome: String
    var status: Int
    var url: String
    var etag: String
    var lastModified: String
    var contentType: String
    var length: Int
    var message: String
  }

  /// What a run left behind.
  struct Result {
    var status: Int32
    /// By the number of their lines.
    var reports: [Report]
    /// The numbers of the lines in the order of the reports.
    var order: [Int]
    var messages: String
    /// What the body files hold; nil where there is none.
    var bodies: [String?]
    var seconds: Double

    /// The outcomes in the order of the requests.
    var outcomes: [String] { reports.map(\.outcome) }
  }

  /// Options that keep tests short.
  static let quick = [
    "--allow-private", "--delay", "0", "--retry-delay", "0.01", "--timeout", "10",
  ]

  /// Fetches addresses, each into a file of its own, with ETag and Last-Modified for the first.
  static func fetch(
    _ urls: [String], _ options: [String] = quick, conditions: (String, String) = ("", ""),
    environment: [String: String] = [:]
  ) throws -> Result {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = urls.indices.map { folder.appending(path: "body-\($0)").path }
    let lines = zip(urls, paths).enumerated().map { index, pair in
      let (etag, date) = index == 0 ? conditions : ("", "")
      return "\(pair.0)\t\(pair.1)\t\(etag)\t\(date)\n"
    }
    var result = try run(
      options, input: Array(lines.joined().utf8), in: folder, environment: environment)
    result.bodies = paths.map { path in
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(result.status == 0, "\(result.messages)")
    try #require(result.reports.map(\.index) == Array(urls.indices), "\(result.reports)")
    return result
  }

  /// Runs the program on bytes of standard input.
  static func run(
    _ options: [String], input: [UInt8], in folder: URL, environment: [String: String] = [:]
  ) throws -> Result {
    let streams = ["in", "out", "err"].map { folder.appending(path: $0) }
    for stream in streams { try Data(input).write(to: stream) }
    let process = Process()
    let program = try #require(
      executable, "build twir-events-fetch, or name it in TWIR_EVENTS_FETCH")
    process.executableURL = program
    process.arguments = options
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["HOME": folder.path]) { mine, _ in mine }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    for stream in streams.dropFirst() { try Data().write(to: stream) }
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let took = ContinuousClock.now - start
    let output = String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self)
    let reports = try output.split(separator: "\n").map(report)
    return Result(
      status: process.terminationStatus, reports: reports.sorted { $0.index < $1.index },
      order: reports.map(\.index),
      messages: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self), bodies: [],
      seconds: took / .seconds(1))
  }

  /// A new folder, which the caller removes.
  static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "twir-events-fetch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func report(_ line: Substring) throws -> Report {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    try #require(fields.count == 9, "\(line)")
    return Report(
      index: Int(fields[0]) ?? -1, outcome: fields[1], status: Int(fields[2]) ?? -1, url: fields[3],
      etag: fields[4], lastModified: fields[5], contentType: fields[6],
      length: Int(fields[7]) ?? -1, message: fields[8])
  }

  /// The program that TWIR_EVENTS_FETCH names, else the one beside this test bundle.
  static let executable: URL? = {
    if let named = ProcessInfo.processInfo.environment["TWIR_EVENTS_FETCH"] {
      return URL(filePath: named)
    }
    for argument in CommandLine.arguments {
      guard let end = argument.range(of: ".xctest")?.upperBound else { continue }
      let program = URL(filePath: String(argument[..<end])).deletingLastPathComponent()
        .appending(path: "twir-events-fetch")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    return nil
  }()
}

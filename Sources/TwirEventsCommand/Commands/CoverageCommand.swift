import ArgumentParser
import EventModel
import EventWriting
import FileSystem
import IssueArchive
import IssueReading

/// Counts what became of each list item of a folder's issues, for who works on the reader.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Count the items, events and findings of a folder of issues by year.",
    discussion: """
      Every item must have made events or calls, or have an error, and not both: for each file \
      items = items with events + items with an error. Exit 1 if that does not hold.
      """,
    shouldDisplay: false)

  @Argument(help: "A folder of issues.", completion: .directory)
  var folder: String

  func run() throws {
    let paths = try issuePaths()
    if paths.isEmpty { throw CommandError.emptyDirectory(path: folder) }
    var events = Coverage(title: "events")
    var calls = Coverage(title: "calls for papers")
    var eventReader = IssueReader()
    var callReader = CallReader()
    for path in paths {
      let bytes = try contents(of: path)
      let name = Text(String(path.dropFirst(folder.count).drop { $0 == "/" }))
      do {
        events.add(try eventReader.read(bytes, file: name), path: path)
        calls.add(try callReader.read(bytes, file: name), path: path)
      } catch {
        events.skip(error, path: path)
      }
    }
    try report([events, calls])
  }

  private func report(_ coverages: [Coverage]) throws(CommandError) {
    var buffer = OutputBuffer()
    for coverage in coverages { buffer.append(text: Text(coverage.text)) }
    var file = OutputFile()
    _ = try buffer.withSpan { span throws(CommandError) in try file.write(span) }
    let unaccounted = coverages.flatMap(\.unaccountedPaths)
    if !unaccounted.isEmpty { throw .unaccountedItems(paths: unaccounted) }
  }

  private func issuePaths() throws(CommandError) -> [String] {
    do {
      return try FileReading.files(in: folder)
    } catch {
      throw .unreadableSource(path: folder, reason: error.reason)
    }
  }

  private func contents(of path: String) throws(CommandError) -> [UInt8] {
    do {
      return try FileReading.contents(of: path)
    } catch {
      throw .unreadableSource(path: path, reason: error.reason)
    }
  }
}

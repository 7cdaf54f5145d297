import ArgumentParser
import EventModel
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
    let issues = try IssueFolder(folder)
    var events = Coverage(title: "events")
    var calls = Coverage(title: "calls for papers")
    var eventReader = IssueReader()
    var callReader = CallReader()
    for path in issues.paths {
      let bytes = try issues.contents(of: path)
      let name = issues.name(of: path)
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
    try OutputFile.print(coverages.map(\.text).joined())
    let unaccounted = coverages.flatMap(\.unaccountedPaths)
    if !unaccounted.isEmpty { throw .unaccountedItems(paths: unaccounted) }
  }
}

import ArgumentParser
import EventModel
import EventWriting

/// Writes web pages.
struct HTMLCommand: FeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "html",
    abstract: "Write web pages: one an event, and an index (HTML5 with schema.org and h-event).",
    discussion: """
      With -o a folder gets index.html, a page and a calendar for each event in events/, the \
      calendars to subscribe to (rust.ics and one a region), and sitemap.xml where --site-url says \
      the folder's address. Files that would not change are not touched; pages of events that are \
      not selected any more stay. Without -o all events are written as one document.

      EXAMPLES
        twir-events html -o public --site-url https://example.org/rust/
        twir-events html -o public --issues all
        twir-events html --region Europe > europe.html
      """)

  @OptionGroup(title: "Sources") var sources: SourceOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the pages into a folder, which is made if it is not there.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    name: .customLong("site-url"),
    help: ArgumentHelp(
      "Where the folder will be published: for canonical addresses, subscriptions and the sitemap.",
      valueName: "url"))
  var siteURL: String?

  @Option(
    help: ArgumentHelp(
      "The site's name. (default: 'Rust events', with the selection)", valueName: "name"))
  var name: String?

  func validate() throws {
    if let siteURL, !EventSite.isAddress(Text(siteURL)) {
      throw ValidationError(
        "'\(siteURL)' is no address for --site-url: expected https://… without ? and #")
    }
    if let output, output.isEmpty { throw ValidationError("the value of --output is empty") }
    if let name, name.allSatisfy(\.isWhitespace) {
      throw ValidationError("the value of --name is empty")
    }
  }

  var outputPath: String? { output == "-" ? nil : output }

  func run(in context: inout CommandContext) throws {
    let query = try EventQuery(sources, selection, in: &context)
    let events = query.events.map(\.self)
    let chosen = name ?? selection.summary.map { "Rust events: \($0)" } ?? "Rust events"
    let site = EventSite(name: Text(chosen), address: siteURL.map { Text($0) })
    guard let outputPath else {
      let document = try EventSiteFiles.document(of: events, site: site)
      var file = OutputFile()
      _ = try file.write(document.span)
      return
    }
    let folder = try OutputFolder(path: outputPath, isRehearsal: context.isRehearsal)
    let isNew = !folder.contains(EventSite.indexFile)
    // A machine that has lost its archive must not replace what was published by an old issue.
    if query.origin == .builtIn, !isNew {
      throw CommandError.builtInWouldReplace(path: outputPath)
    }
    let tally = try EventSiteFiles(site: site, events: events).write(into: folder)
    context.finished(
      CommandContext.Output(
        path: outputPath, change: tally.change(isNew: isNew), byteCount: tally.byteCount,
        eventCount: events.count))
  }
}

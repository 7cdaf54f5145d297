import ArgumentParser
import EventWriting

/// Writes what event pages state.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Write what event pages state: hour, venue, whether it takes place.",
    usage: "twir-events pages [<options>] <source> ...",
    discussion: """
      Read are JSON-LD, microdata and RDFa of schema.org, h-event and vevent, and Open Graph; \
      'from' says which of them gave each field. A page that states no event has none: that is no \
      error.

      EXAMPLES
        twir-events pages meetup.html
        twir-events pages --format csv saved-pages/ -o events.csv
        curl -s https://lu.ma/rust | twir-events pages - | jq '.[].events[].start'
      """)

  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case json, csv }

  @OptionGroup(title: "Sources") var sources: PageSourceOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: "An array with an object a page, or a table with a row an event.")
  var format = Format.json

  func run() throws {
    let readings = try sources.read()
    var buffer = OutputBuffer()
    switch format {
    case .json: PageWriting.objects(readings, into: &buffer)
    case .csv: PageWriting.table(readings, into: &buffer)
    }
    try output.write(buffer)
  }
}

import ArgumentParser
import EventModel

/// Where the event pages come from.
struct PageSourceOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Event pages (HTML), folders of saved ones, URLs, or - for standard input.",
      valueName: "source"),
    completion: .file(extensions: ["html", "htm"]))
  var sources: [String]

  @Flag(help: "Use no network at all.")
  var offline = false

  @Flag(help: "Fetch pages from this machine and from private networks too.")
  var allowPrivate = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors on standard error.")
  var quiet = false

  /// Reads the sources.
  func read() throws -> [PageReading] {
    var reader = PageSourceReader(
      console: Console(verbosity: quiet ? .quiet : .normal), isOffline: offline,
      allowsPrivate: allowPrivate)
    try reader.read(sources)
    return reader.readings
  }
}

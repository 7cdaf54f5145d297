import ArgumentParser
import EventModel
import EventWriting
import FileSystem

/// Where the output goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, which is replaced as a whole and only when it differs.", valueName: "file"),
    completion: .file())
  var output: String?

  /// The named file; standard output without one and for `-`.
  private func open() throws(CommandError) -> OutputFile {
    guard let output, output != "-" else { return OutputFile() }
    return try OutputFile(path: output)
  }

  /// When the buffer holds so much it is written.
  private static let flushSize = 256 * 1024

  /// Writes events through a writer; returns the number of bytes.
  ///
  /// Events of the built-in issue do not replace a file: a machine that has lost its archive must
  /// not give its subscribers an old calendar.
  @discardableResult
  func write(
    _ events: [Event], from origin: SourceReader.Origin, with writer: consuming some EventWriter
  ) throws(CommandError) -> Int {
    try protectFile(from: origin)
    var file = try open()
    var buffer = OutputBuffer()
    var total = 0
    writer.begin(into: &buffer)
    // Through a span the events are lent; a loop over the array would copy each.
    let span = events.span
    for index in span.indices {
      writer.write(span[index], into: &buffer)
      if buffer.count >= Self.flushSize {
        total += buffer.count
        guard try buffer.withSpan({ span throws(CommandError) in try file.write(span) }) else {
          return total
        }
        buffer.removeAll()
      }
    }
    writer.end(into: &buffer)
    total += buffer.count
    guard try buffer.withSpan({ span throws(CommandError) in try file.write(span) }) else {
      return total
    }
    try file.finish()
    return total
  }

  /// Writes what was composed as a whole, under the same rule.
  func write(
    _ buffer: borrowing OutputBuffer, from origin: SourceReader.Origin
  ) throws(CommandError) {
    try protectFile(from: origin)
    var file = try open()
    let isOpen = try buffer.withSpan { span throws(CommandError) in try file.write(span) }
    if isOpen { try file.finish() }
  }

  private func protectFile(from origin: SourceReader.Origin) throws(CommandError) {
    if origin == .builtIn, let output, output != "-", InheritedStream.number(of: output) == nil,
      FileReading.status(of: output)?.isRegularFile == true
    {
      throw .builtInWouldReplace(path: output)
    }
  }
}

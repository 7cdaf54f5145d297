import ArgumentParser
import EventModel
import EventWriting
import FileSystem

/// Where the output goes.
struct OutputOptions: ParsableArguments, Sendable {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, which is replaced as a whole and only when it differs.", valueName: "file"),
    completion: .file())
  var output: String?

  /// The path of the file; nil where standard output is meant.
  var path: String? { output == "-" ? nil : output }

  /// Writes the events of a query through a writer; returns the number of bytes.
  @discardableResult
  func write(
    _ query: EventQuery, with writer: consuming some EventWriter, in context: inout CommandContext
  ) throws(CommandError) -> Int {
    try write(query.events, from: query.origin, with: writer, in: &context)
  }

  /// Writes events through a writer; returns the number of bytes.
  ///
  /// Events of the built-in issue do not replace a file: a machine that has lost its archive must
  /// not give its subscribers an old calendar.
  @discardableResult
  func write(
    _ events: SelectedEvents, from origin: SourceReader.Origin,
    with writer: consuming some EventWriter, in context: inout CommandContext
  ) throws(CommandError) -> Int {
    try protectFile(from: origin)
    let (size, change) = try context.isRehearsal ? rehearse(events, writer) : put(events, writer)
    note(change, size, of: events.count, in: &context)
    return size
  }

  /// Writes what was composed as a whole, under the same rule; `count` says of how many events.
  func write(
    _ buffer: borrowing OutputBuffer, count: Int, from origin: SourceReader.Origin,
    in context: inout CommandContext
  ) throws(CommandError) {
    try protectFile(from: origin)
    let change: FileChange?
    if context.isRehearsal, let path {
      var sink = try OutputComparison(path: path)
      change = try Self.copy(buffer, to: &sink)
    } else {
      var sink = try open()
      change = try Self.copy(buffer, to: &sink)
    }
    note(change, buffer.count, of: count, in: &context)
  }

  /// Writes what was composed as a whole and is no feed: findings, what pages say.
  func write(_ buffer: borrowing OutputBuffer) throws(CommandError) {
    var sink = try open()
    _ = try Self.copy(buffer, to: &sink)
  }

  private func note(
    _ change: FileChange?, _ size: Int, of count: Int, in context: inout CommandContext
  ) {
    guard let path, let change else { return }
    context.finished(
      CommandContext.Output(path: path, change: change, byteCount: size, eventCount: count))
  }

  private func put(
    _ events: SelectedEvents, _ writer: consuming some EventWriter
  ) throws(CommandError) -> (size: Int, change: FileChange?) {
    var sink = try open()
    return try Self.copy(events, writer, to: &sink)
  }

  private func rehearse(
    _ events: SelectedEvents, _ writer: consuming some EventWriter
  ) throws(CommandError) -> (size: Int, change: FileChange?) {
    guard let path else { return try put(events, writer) }
    var sink = try OutputComparison(path: path)
    return try Self.copy(events, writer, to: &sink)
  }

  /// The named file; standard output without one.
  private func open() throws(CommandError) -> OutputFile {
    guard let path else { return OutputFile() }
    return try OutputFile(path: path)
  }

  /// When the buffer holds so much it is written.
  private static let flushSize = 256 * 1024

  /// Writes events; no change is known where the reader has gone.
  private static func copy(
    _ events: SelectedEvents, _ writer: consuming some EventWriter,
    to sink: inout (some OutputSink & ~Copyable)
  ) throws(CommandError) -> (size: Int, change: FileChange?) {
    var buffer = OutputBuffer()
    var size = 0
    var isOpen = true
    writer.begin(into: &buffer)
    for index in events.indices where isOpen {
      events.lend(index) { writer.write($0, into: &buffer) }
      if buffer.count >= flushSize {
        size += buffer.count
        isOpen = try buffer.withSpan { span throws(CommandError) in try sink.write(span) }
        buffer.removeAll()
      }
    }
    guard isOpen else { return (size, nil) }
    writer.end(into: &buffer)
    size += buffer.count
    return (size, try copy(buffer, to: &sink))
  }

  /// Writes the last bytes and ends the output; no change is known where the reader has gone.
  private static func copy(
    _ buffer: borrowing OutputBuffer, to sink: inout (some OutputSink & ~Copyable)
  ) throws(CommandError) -> FileChange? {
    let isOpen = try buffer.withSpan { span throws(CommandError) in try sink.write(span) }
    return isOpen ? try sink.finish() : nil
  }

  private func protectFile(from origin: SourceReader.Origin) throws(CommandError) {
    if origin == .builtIn, let path, InheritedStream.number(of: path) == nil,
      FileReading.status(of: path)?.isRegularFile == true
    {
      throw .builtInWouldReplace(path: path)
    }
  }
}

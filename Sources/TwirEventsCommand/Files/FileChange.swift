/// What an output is beside what stood in its place before.
enum FileChange: String, Sendable {
  /// Nothing stood there.
  case new
  /// It differs from what stood there.
  case changed
  /// It is the same; the file was left alone.
  case unchanged
  /// It went to a stream, a pipe or a device, which holds nothing to compare with.
  case streamed
}

/// Where the bytes of an output go.
protocol OutputSink: ~Copyable {
  /// Takes the next bytes; false where the reader has gone, which is no error.
  mutating func write(_ bytes: Span<UInt8>) throws(CommandError) -> Bool
  /// Ends the output.
  mutating func finish() throws(CommandError) -> FileChange
}

import EventModel

extension OutputBuffer {
  /// Appends a cell: what `value` appends, guarded and quoted where it must be.
  ///
  /// RFC 4180 §2: a cell with a comma, a quote or a line break stands in quotes, and quotes in it are
  /// doubled. A cell that a spreadsheet would run as a formula gets a `'` before it, which
  /// spreadsheets take for "this is text".
  @inline(__always)
  mutating func cell(_ value: (inout OutputBuffer) -> Void) {
    let start = count
    value(&self)
    if count > start { finishCell(from: start) }
  }

  /// Appends a cell that is a text.
  @inline(__always)
  mutating func cell(text: Text?) {
    if let text { cell { $0.append(text: text) } }
  }

  private mutating func finishCell(from start: Int) {
    if Self.beginsFormula(self[start]) {
      appendZeros(1)
      move(start..<count - 1, to: start + 1)
      self[start] = UInt8(ascii: "'")
    }
    let (needsQuotes, quotes) = scanCell(from: start)
    if needsQuotes { quoteCell(from: start, holding: quotes) }
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), ASCII.hyphen, ASCII.at, ASCII.tab,
      ASCII.carriageReturn:
      true
    default: false
    }
  }

  /// Whether the bytes from an offset on must stand in quotes, and how many quotes they hold.
  private func scanCell(from start: Int) -> (needsQuotes: Bool, quotes: Int) {
    var needsQuotes = false
    var quotes = 0
    withSpan { bytes in
      for offset in start..<bytes.count {
        switch bytes[offset] {
        case ASCII.quote:
          quotes += 1
          needsQuotes = true
        case ASCII.comma, ASCII.lineFeed, ASCII.carriageReturn: needsQuotes = true
        default: break
        }
      }
    }
    return (needsQuotes, quotes)
  }

  /// Puts the bytes from an offset on into quotes, from the last to the first.
  private mutating func quoteCell(from start: Int, holding quotes: Int) {
    var read = count
    appendZeros(quotes + 2)
    var write = count - 1
    self[write] = ASCII.quote
    while read > start {
      read -= 1
      write -= 1
      self[write] = self[read]
      if self[read] == ASCII.quote {
        write -= 1
        self[write] = ASCII.quote
      }
    }
    self[start] = ASCII.quote
  }
}

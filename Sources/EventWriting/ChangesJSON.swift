package import EventModel

/// What changed between two issues, as one array of objects, a change a line.
///
/// `changes` names what happened; `before` and `after` have the keys of the event's JSON that differ,
/// with their values; `event` is the event as the command `json` writes it. `before` and `after`
/// are empty objects for a new event.
package enum ChangesJSON {
  /// Writes the changes.
  package static func write(_ changes: [EventChange], into buffer: inout OutputBuffer) {
    buffer.append(ASCII.leftBracket)
    for (index, change) in changes.enumerated() {
      buffer.append(index == 0 ? "\n" : ",\n")
      append(change, to: &buffer)
    }
    buffer.append(changes.isEmpty ? "]\n" : "\n]\n")
  }

  private static func append(_ change: EventChange, to buffer: inout OutputBuffer) {
    buffer.append("{\"changes\":[")
    for (index, kind) in change.kinds.enumerated() {
      if index > 0 { buffer.append(ASCII.comma) }
      buffer.append(ASCII.quote)
      buffer.append(kind.name)
      buffer.append(ASCII.quote)
    }
    let after = JSONMembers(of: change.event)
    let before = change.before.map { JSONMembers(of: $0) } ?? after
    buffer.append("],\"before\":")
    before.append(differingFrom: after, to: &buffer)
    buffer.append(",\"after\":")
    after.append(differingFrom: before, to: &buffer)
    buffer.append(",\"event\":")
    buffer.append(after.bytes.span)
    buffer.append(ASCII.rightBrace)
  }
}

/// The keys and values of an event's JSON, as they are written: whatever an export shows can be
/// compared so, and no field is named twice.
private struct JSONMembers {
  /// The whole object.
  let bytes: [UInt8]
  /// Each key with its value, in their order.
  private var members: [(key: Range<Int>, value: Range<Int>)] = []

  /// Keys of the record, not of the event: they change with every change, or every week.
  private static let ofRecord: [[UInt8]] = ["sequence", "created", "modified", "sources"]
    .map { Array("\"\($0)\"".utf8) }

  init(of event: Event) {
    var buffer = OutputBuffer(capacity: 4_096)
    EventJSON.append(event, to: &buffer)
    bytes = buffer.bytes
    divide()
  }

  /// Finds the members of the outermost object: in what ``EventJSON`` writes nothing stands between
  /// them but commas and colons.
  private mutating func divide() {
    var (depth, start, colon) = (0, 1, 0)
    var isText = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if isText {
        if byte == ASCII.backslash { position += 1 } else if byte == ASCII.quote { isText = false }
      } else {
        switch byte {
        case ASCII.quote: isText = true
        case UInt8(ascii: "{"), ASCII.leftBracket: depth += 1
        case ASCII.rightBrace, UInt8(ascii: "]"):
          depth -= 1
          if depth == 0, colon > start { members.append((start..<colon, colon + 1..<position)) }
        case UInt8(ascii: ":") where depth == 1: colon = position
        case ASCII.comma where depth == 1:
          members.append((start..<colon, colon + 1..<position))
          start = position + 1
        default: break
        }
      }
      position += 1
    }
  }

  /// Appends an object of the members whose values differ from those of another event.
  func append(differingFrom other: JSONMembers, to buffer: inout OutputBuffer) {
    buffer.append("{")
    var isFirst = true
    for (member, opposite) in zip(members, other.members)
    where bytes[member.value] != other.bytes[opposite.value]
      && !Self.ofRecord.contains(where: { $0.elementsEqual(bytes[member.key]) })
    {
      if !isFirst { buffer.append(ASCII.comma) }
      isFirst = false
      buffer.append(bytes.span.extracting(member.key.lowerBound..<member.value.upperBound))
    }
    buffer.append(ASCII.rightBrace)
  }
}

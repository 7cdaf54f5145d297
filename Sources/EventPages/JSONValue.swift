/// A value of JSON (RFC 8259 §3), with numbers as they are written.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  /// The members in their order; a name may stand there more than once.
  case object([JSONMember])
}

/// A name and its value in an object of JSON.
struct JSONMember: Hashable, Sendable {
  var name: String
  var value: JSONValue
}

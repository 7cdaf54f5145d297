import Foundation
import TestSupport
import Testing

@testable import EventPages

struct LenientJSONTests {
  /// Slips, and the strict JSON that means the same.
  @Test(arguments: [
    (#"{"a": 1, "b": [1, 2,],}"#, #"[{"a": 1, "b": [1, 2]}]"#),
    ("{\"a\": \"one\ntwo\"}", #"[{"a": "one\ntwo"}]"#),
    (#"// note"# + "\n{\"a\": 1 /* b */}", #"[{"a": 1}]"#),
    (#"<!-- {"a": 1} -->"#, #"[{"a": 1}]"#),
    (#"<!-- joined --> {"a": "<!-- b -->"}"#, #"[{"a": "<!-- b -->"}]"#),
    (#"//<![CDATA["# + "\n{\"a\": 1}\n//]]>", #"[{"a": 1}]"#),
    (#"<![CDATA[{"a": 1}]]>"#, #"[{"a": 1}]"#),
    (#"{"a": 1};"#, #"[{"a": 1}]"#),
    (#"[{"a": 1}{"a": 2}]"#, #"[[{"a": 1}, {"a": 2}]]"#),
    (#"{"a": 1}{"a": 2}"#, #"[{"a": 1}, {"a": 2}]"#),
    (#"{"a": "The "best" night", "b": 2}"#, #"[{"a": "The \"best\" night", "b": 2}]"#),
    ("{\"a\": \"x\"\n\"b\": \"y\"}", #"[{"a": "x", "b": "y"}]"#),
    (#"{'a': 'it\'s'}"#, #"[{"a": "it's"}]"#),
    (#"{a: true, b: undefined, "c": }"#, #"[{"a": true, "b": null}]"#),
    (#"{"a": {"b": [1, "tw"#, #"[{"a": {"b": [1, "tw"]}}]"#),
    (#"{"a": "C:\q \ud83e\udd80 \ud83e"}"#, #"[{"a": "C:q 🦀 \ufffd"}]"#),
    (#"{"a": [1}"#, #"[{"a": [1]}]"#),
    ("", "[]"), ("null", "[null]"), ("[]", "[[]]"), ("false", "[false]"), ("}{", "[{}]"),
  ])
  func readsPastSlips(text: String, meaning: String) throws {
    let values = LenientJSON.values(in: Array(text.utf8))
    #expect(JSONValue.array(values) == (try Self.strict(meaning)), "\(text)")
  }

  /// The strict decoder is the measure of what is valid.
  @Test func readsValidJSONAsAStrictDecoderDoes() throws {
    var generator = SeededGenerator(seed: 20_260_212)
    for _ in 0..<400 {
      let text = Self.random(depth: 4, using: &generator)
      let value = try #require(LenientJSON.values(in: Array(text.utf8)).first, "\(text)")
      #expect(value == (try Self.strict(text)), "\(text)")
    }
  }

  @Test func endsWhereItNestsTooDeep() {
    let text = String(repeating: #"{"a":["#, count: 100_000)
    #expect(LenientJSON.values(in: Array(text.utf8)).count == 1)
  }

  @Test func readsNoMoreValuesThanTheLimit() {
    let text = "[" + String(repeating: "1,", count: LenientJSON.mostValues + 10) + "1]"
    guard case .array(let values)? = LenientJSON.values(in: Array(text.utf8)).first else {
      Issue.record("no array")
      return
    }
    #expect(values.count == LenientJSON.mostValues - 1)
  }

  @Test(.timeLimit(.minutes(1)))
  func readsManyCommentsWithoutEndInOneWalk() {
    let text = String(repeating: "<!--", count: 250_000) + #"{"a": 1}"#
    let value = JSONValue.object([JSONMember(name: "a", value: .number("1"))])
    #expect(LenientJSON.values(in: Array(text.utf8)) == [value])
  }

  // MARK: The strict decoder

  private static func strict(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(StrictValue.self, from: Data(text.utf8)).value
  }

  /// A valid text whose objects have their names in order.
  private static func random(depth: Int, using generator: inout SeededGenerator) -> String {
    let space = [" ", "", "\n", "\t"].randomElement(using: &generator) ?? ""
    let count = Int.random(in: 0...3, using: &generator)
    switch Int.random(in: depth > 0 ? 0...5 : 2...5, using: &generator) {
    case 0:
      let parts = (0..<count).map { _ in random(depth: depth - 1, using: &generator) }
      return "[\(parts.joined(separator: "," + space))\(space)]"
    case 1:
      let parts = (0..<count).map {
        "\"k\($0)\"\(space):\(space)\(random(depth: depth - 1, using: &generator))"
      }
      return "{\(parts.joined(separator: "," + space))\(space)}"
    case 2: return "\(Int.random(in: -999...999, using: &generator))"
    case 3: return ["true", "false", "null"].randomElement(using: &generator) ?? "null"
    default:
      let pieces = ["a", "é", "🦀", "\\n", "\\\"", "\\\\", "\\u00e9", "}", "]", ",", "<!-- ", "// "]
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      return "\"\(text)\""
    }
  }
}

/// A value of JSON as Foundation's decoder reads it, objects with their names in order.
private struct StrictValue: Decodable {
  var value: JSONValue

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Name.self) {
      value = .object(
        try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          JSONMember(
            name: $0.stringValue, value: try object.decode(StrictValue.self, forKey: $0).value)
        })
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let flag = try? single.decode(Bool.self) {
      value = .bool(flag)
    } else if let number = try? single.decode(Int.self) {
      value = .number("\(number)")
    } else if let text = try? single.decode(String.self) {
      value = .string(text)
    } else {
      value = .array(try single.decode([StrictValue].self).map(\.value))
    }
  }

  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

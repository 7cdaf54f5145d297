import EventModel
import Foundation

/// The slow reader: strings and regular expressions, written from what the listings mean and not
/// from the code that reads them fast, which is compared with it.
///
/// A form of the listing is a function in ``forms``. To add one, write it in a file of its own and
/// put it there.
struct PlainReader {
  /// A listing's line, the indented lines below it, and where they stand.
  struct Item {
    var text: String
    var indentation: Int
    var line: Int
    var heading: Region?
    var issueDate: CivilDate
    var definitions: [String: String]
    var indented: [String] = []
    /// How many lines without bullet continue its text.
    var continuations = 0
    /// Whether it begins with a date and its year, as all do since 2022-03.
    var isDated: Bool
  }

  /// What reads one form of a listing; nil where the item has another form.
  typealias Form = @Sendable (Item) -> [ReadListing]?

  /// The forms, tried in this order.
  static let forms: [Form] = [
    PlainPipeForm.read, PlainOlderForms.read, PlainLooseForm.read,
  ]

  private var issueDate: CivilDate
  private var definitions: [String: String] = [:]
  private var heading: Region?
  private var item: Item?
  private var listings: [ReadListing] = []
  /// The lines of the items of which nothing was read.
  private(set) var unread: [Int] = []

  /// What is read of a file, and the lines of what is not.
  static func read(_ bytes: [UInt8]) -> (listings: [ReadListing], unread: [Int]) {
    let text = PlainRepair.repaired(String(decoding: bytes, as: UTF8.self))
    var lines = text.components(separatedBy: "\n")
    if lines[0].hasPrefix("\u{FEFF}") { lines[0].removeFirst() }
    let date = lines.prefix(20).compactMap { dateLine.first(in: $0) }.first
      .flatMap { CivilDate($0.text(1)) }
    var reader = PlainReader(issueDate: date ?? .distantPast)
    for match in lines.filter({ $0.contains("]:") }).compactMap({
      definition.first(in: $0)
    }) {
      let label = match.text(1).lowercased()
      let target = match.text(2).trimmed(of: "<>")
      reader.definitions[label] = reader.definitions[label] ?? target
    }
    reader.readSections(lines)
    return (reader.listings, reader.unread)
  }

  private init(issueDate: CivilDate) { self.issueDate = issueDate }

  private static let dateLine = Pattern("^date: *([0-9-]+)", ignoringCase: true)
  private static let definition = Pattern("^\\s*\\[([^\\]]+)\\]:\\s*(\\S+)\\s*$")
  private static let section = Pattern("^##?[^#]|^##?$")
  private static let eventsSection = Pattern(
    "^##?[\\s*]*upcoming (events?|meetups|meetings)[\\s*:#]*$", ignoringCase: true)

  private mutating func readSections(_ lines: [String]) {
    var isInside = false
    var isComment = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("#"), Self.section.matches(line) {
        finish()
        isInside = Self.eventsSection.matches(line)
        heading = nil
        isComment = false
      } else if isInside {
        let text = Self.withoutComments(line, &isComment)
        if !text.trimmed.isEmpty { read(text, number: index + 1) }
      }
    }
    finish()
  }

  private static func withoutComments(_ line: String, _ isComment: inout Bool) -> String {
    if isComment {
      isComment = !line.contains("-->")
      return ""
    }
    guard let start = line.range(of: "<!--") else { return line }
    isComment = line.range(of: "-->", range: start.lowerBound..<line.endIndex) == nil
    return String(line[..<start.lowerBound])
  }

  private static let headingLine = Pattern("^\\s{0,3}#+(.*)$")
  private static let bullet = Pattern("^(\\s*)[*+•-](?=\\s|\\[|[0-9])\\s*(.*)$")
  private static let indentedText = Pattern("^(\\s*)(.*)$")
  private static let linkStart = Pattern("^[*$]*\\[")

  private mutating func read(_ line: String, number: Int) {
    if line.contains("#"), let match = Self.headingLine.first(in: line) {
      finish()
      heading = PlainRegions.region(ofHeading: match.text(1))
      return
    }
    if line.contains("]:"), Self.definition.matches(line) { return }
    let bulleted = Self.bullet.first(in: line)
    guard let match = bulleted ?? Self.indentedText.first(in: line) else { return }
    let indentation = match.text(1).reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    let text = match.text(2).trimmed
    let isDeeper = item.map { indentation > $0.indentation } ?? false
    let hasLink = Self.linkStart.matches(text)
    let isListing = { PlainSpelledDates.beginsListing(text) }
    if PlainDates.beginsWithDate(text) {
      start(text, indentation, number)
    } else if let item, bulleted != nil, isDeeper, item.isDated || !isListing() {
      self.item?.indented.append(text)
    } else if let item, item.isDated, hasLink, bulleted == nil ? isDeeper : !isListing(),
      isDeeper || item.indented.isEmpty
    {
      self.item?.indented.append(text)
    } else if !text.isEmpty, bulleted != nil {
      start(text, indentation, number)
    } else if isListing(), !isUnfinished(before: number) {
      start(text, indentation, number)
    } else if isContinued(at: number) {
      item?.text += " " + text
      item?.continuations += 1
    }
  }

  /// Whether a line stands right below the item's text, which is of an older form.
  private func isContinued(at number: Int) -> Bool {
    guard let item, !item.isDated, item.indented.isEmpty else { return false }
    return item.continuations < 8 && number == item.line + item.continuations + 1
  }

  /// Whether the item still lacks its date or the end of a link.
  private func isUnfinished(before number: Int) -> Bool {
    guard isContinued(at: number), let item else { return false }
    let depth = item.text.count { $0 == "[" } - item.text.count { $0 == "]" }
    return depth > 0 || PlainSpelledDates(issueDate: issueDate).first(in: item.text) == nil
  }

  private mutating func start(_ text: String, _ indentation: Int, _ number: Int) {
    finish()
    item = Item(
      text: text, indentation: indentation, line: number, heading: heading, issueDate: issueDate,
      definitions: definitions, isDated: PlainDates.beginsWithDate(text))
  }

  private mutating func finish() {
    guard let item else { return }
    self.item = nil
    for form in Self.forms {
      guard let found = form(item) else { continue }
      listings += found
      if found.isEmpty { unread.append(item.line) }
      return
    }
    unread.append(item.line)
  }
}

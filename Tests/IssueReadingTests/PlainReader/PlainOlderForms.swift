import EventModel
import Foundation

/// The forms from 2015 to 2022-02, which begin with a date: in the text of the event's link or
/// before it.
enum PlainOlderForms {
  /// A text of one event, cut up.
  struct Piece {
    var text: PlainOlderText
    /// The index of the event's own link.
    var own: Int?
    /// Whether all of the text is the title, so that nothing stands beside it.
    var isAll = false
    /// The text outside of the links without date and place.
    var besides: [String] = []
  }

  /// A listing that begins with its date.
  static func read(_ item: PlainReader.Item) -> [ReadListing]? {
    guard begins(item.text, item) else { return nil }
    let text = PlainOlderText(item.text, item.definitions)
    let further = text.links.indices.filter { index in
      (index > 0 || !PlainOlderText.withoutOpeningMarks(text.texts[0]).isEmpty)
        && PlainSpelledDates.beginsListing(text.links[index].text)
    }
    let isBarForm = text.links.first.map { isBar($0, text, item) } ?? false
    let pieces = text.pieces(at: further)
    if isBarForm { return pieces.flatMap { readBars($0, item) ?? [] } }
    return pieces.flatMap { readDashes($0, item) }
  }

  private static func begins(_ text: String, _ item: PlainReader.Item) -> Bool {
    PlainSpelledDates(issueDate: item.issueDate).read(PlainOlderText.withoutOpeningMarks(text))
      != nil
  }

  /// The days, and the text behind them, of a text that begins with a date.
  private static func date(
    _ text: String, _ item: PlainReader.Item
  ) -> (days: [EventDates], rest: String)? {
    let dates = PlainSpelledDates(issueDate: item.issueDate)
    guard case .days(let days, _, let rest) = dates.read(PlainOlderText.withoutOpeningMarks(text))
    else { return nil }
    return (days, rest)
  }

  private static func isOwn(_ text: PlainOlderText) -> Bool {
    !text.links.isEmpty && PlainOlderText.withoutOpeningMarks(text.texts[0]).isEmpty
  }

  // MARK: Bars

  private static let bar = Pattern("^\\s*\\**\\s*\\|")
  private static let bold = Pattern("\\*\\*((?:(?!\\*\\*).)*)\\*\\*")
  private static let hiddenBar = "\u{F007C}"

  private static func isBar(
    _ link: PlainOlderText.Link, _ text: PlainOlderText, _ item: PlainReader.Item
  ) -> Bool {
    guard isOwn(text), let (_, rest) = date(link.text, item) else { return false }
    return bar.matches(rest)
  }

  /// All fields in the link's text: `[November 30, 2021 | Graz, AT | **Title** | Group](url)`.
  private static func readBars(
    _ text: PlainOlderText, _ item: PlainReader.Item
  ) -> [ReadListing]? {
    guard isOwn(text), let (days, rest) = date(text.links[0].text, item),
      let start = bar.first(in: rest)
    else { return nil }
    var line = start.after
    var title: String?
    if let match = bold.first(in: line) {
      title = match.text(0)
      line = match.before + hiddenBar + match.after
    }
    let fields = line.components(separatedBy: "|").map(\.trimmed).filter { !$0.isEmpty }
    var piece = Piece(text: text, own: 0)
    piece.besides = besides(text, own: 0)
    guard let place = fields.first, fields.count > 1 else {
      let whole = PlainTitle(fields.first ?? "", heading: item.heading)
      return listings(piece, whole, [], nil, days, item)
    }
    var group: String?
    var remark: String?
    if title != nil {
      var others = fields.dropFirst().flatMap { $0.components(separatedBy: hiddenBar) }
        .map(PlainOlderText.withoutMarks).filter { !$0.isEmpty }.map(PlainMarkdown.plain)
      group = others.popLast()
      remark = others.isEmpty ? nil : others.joined(separator: "; ")
    } else if fields.count > 2 {
      group = PlainMarkdown.plain(fields[fields.count - 1])
      title = fields[1..<(fields.count - 1)].joined(separator: " | ")
    } else {
      title = fields[1]
    }
    let heading = PlainTitle(
      title: PlainMarkdown.plain(title ?? ""),
      place: PlainPlaces.field(place, heading: item.heading))
    let organizers = group.map { [ReadListing.Link(title: $0, url: nil)] } ?? []
    return listings(piece, heading, organizers, remark, days, item)
  }

  // MARK: Dashes

  private static let behindDate = Pattern("^[*_]*[.,:]*\\s*(?:(?:-+|[–—])(?:\\s+|$))?")

  private static func readDashes(
    _ text: PlainOlderText, _ item: PlainReader.Item
  ) -> [ReadListing] {
    let isOwn = isOwn(text)
    guard let (days, rest) = date(isOwn ? text.links[0].text : text.whole, item) else { return [] }
    if !isOwn, bar.matches(rest) || !item.indented.isEmpty {
      return PlainPipeForm.read(item, days, rest) ?? []
    }
    let body = behindDate.replacing(in: rest, with: "").trimmed
    var piece = Piece(text: text)
    var title: String
    if isOwn {
      piece.own = 0
      piece.besides = besides(text, own: 0)
      title = body
      if body.isEmpty {
        let behind = PlainOlderText.withoutMarks(text.behind(0).shown)
        title = PlainOlderText.withoutStop(behind)
        piece.isAll = true
      }
    } else {
      let inner = PlainOlderText(body, item.definitions)
      title = readBefore(inner, &piece, item)
    }
    return listings(piece, PlainTitle(title, heading: item.heading), [], nil, days, item)
  }

  /// The title of a text whose date stands before its links.
  private static func readBefore(
    _ inner: PlainOlderText, _ piece: inout Piece, _ item: PlainReader.Item
  ) -> String {
    piece.text = inner
    guard let own = inner.links.firstIndex(where: \.isLink) else {
      piece.isAll = true
      return PlainOlderText.withoutStop(inner.whole)
    }
    piece.own = own
    let before = PlainOlderText.withoutMarks(inner.before(own).whole)
    if before.isEmpty {
      piece.besides = besides(inner, own: own)
      return inner.links[own].text
    }
    if PlainPlaceText(heading: item.heading).place(before, bare: true, unknown: true) != nil {
      piece.besides = besides(inner, own: own)
      piece.besides[0] = ""
      return before + " - " + inner.links[own].text
    }
    piece.isAll = true
    return PlainOlderText.withoutStop(PlainOlderText.withoutMarks(inner.shown))
  }

  // MARK: The listing

  /// The texts beside the own link, in which other links without target are text.
  static func besides(_ text: PlainOlderText, own: Int) -> [String] {
    var texts = [text.texts[0]]
    for (index, link) in text.links.enumerated() {
      if index == own || link.url != nil {
        texts.append(text.texts[index + 1])
      } else {
        texts[texts.count - 1] += link.whole + text.texts[index + 1]
      }
    }
    return texts
  }

  private static let chat = Pattern(
    "(?<![A-Za-z0-9])(?:irc|discord|telegram|zoom|on-?line|remote|webcast|webinar|live ?stream"
      + "|gitter|jitsi|skype|google (?:hangouts?|meet)|(?:monthly|weekly|community|conference|video)"
      + " call|tele-meetup|virtual (?:meetup|event|(?:rust )?conference))(?![A-Za-z0-9])",
    ignoringCase: true)
  private static let call = Pattern(
    "\\b(?:cfp|call for (?:papers|proposals|speakers|talks))\\b", ignoringCase: true)
  private static let deadline = Pattern(
    "\\b(?:deadline|closes|closing|ends|open until)\\b", ignoringCase: true)

  static func listings(
    _ piece: Piece, _ heading: PlainTitle, _ organizers: [ReadListing.Link], _ remark: String?,
    _ days: [EventDates], _ item: PlainReader.Item
  ) -> [ReadListing] {
    let title = heading.title
    if title.isEmpty || (call.matches(title) && deadline.matches(title)) { return [] }
    var (mode, regions) = (heading.place.mode, heading.place.regions)
    let visible = piece.text.texts + piece.text.links.map(\.text)
    if mode == nil, heading.place.places.isEmpty, visible.contains(where: chat.matches) {
      (mode, regions) = (.virtual, RegionSet(.virtual))
    }
    let url = piece.own.flatMap { piece.text.links[$0].url }
    var known = Set([url].compactMap { $0 })
    let others =
      piece.text.links.enumerated().filter { $0.offset != piece.own }.map(\.element)
      .map { ReadListing.Link(title: PlainMarkdown.plain($0.text), url: $0.url) }
      + item.indented.flatMap { PlainMarkdown.links($0, item.definitions).links }
    let links = others.filter { link in link.url.map { known.insert($0).inserted } ?? false }
    let beside = piece.isAll ? [] : piece.besides.map(PlainMarkdown.withoutJoiners)
    let text = PlainMarkdown.plain(beside.filter { !$0.isEmpty }.joined(separator: " "))
    let notes = [heading.street, remark, text].compactMap { $0 }.filter { !$0.isEmpty }
    let note = notes.joined(separator: "; ")
    let status = PlainStatus.status(of: title) ?? PlainStatus.status(of: note) ?? .scheduled
    return days.map { day in
      ReadListing(
        line: item.line, title: title, first: day.first, last: day.last, mode: mode,
        regions: regions, status: status, places: heading.place.places, organizers: organizers,
        url: url, links: links,
        note: note.isEmpty || PlainStatus.isWholeTitle(note) ? nil : note)
    }
  }
}

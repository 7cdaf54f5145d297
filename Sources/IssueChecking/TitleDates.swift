import EventModel
import IssueReading

/// What a title says of its event's days.
struct TitleDates {
  /// What is named.
  enum Named {
    /// A day of the week, ISO 8601.
    case weekday(Int)
    /// A month, perhaps with its year.
    case month(Int, year: Int?)
    /// Days of a month, the first and the last, perhaps with their year.
    case days(month: Int, ClosedRange<Int>, year: Int?)
    /// Days of two months: the first and the last.
    case span(from: (month: Int, day: Int), to: (month: Int, day: Int))
  }

  /// The words.
  var range: Range<Int>
  /// What they name.
  var named: Named

  /// All mentions of a title, in their order.
  static func mentions(in title: Range<Int>, of text: [UInt8]) -> [TitleDates] {
    var scanner = TitleScanner(text: text, title: title)
    return scanner.scan()
  }

  /// What of the mention no day of an event fits, in words; nil where one fits.
  func contradiction(with dates: EventDates) -> String? {
    switch named {
    case .weekday(let weekday):
      guard dates.first.days(to: dates.last) < 6 else { return nil }
      let fits = (0...dates.first.days(to: dates.last)).contains {
        dates.first.advanced(by: $0).weekday == weekday
      }
      return fits
        ? nil
        : "\(Self.weekdays[weekday - 1]), while the day is a \(Self.weekdays[dates.first.weekday - 1])"
    case .month(let month, let year):
      let fits = [dates.first, dates.last].contains { day in
        day.components.month == month && (year == nil || day.components.year == year)
      }
      return fits ? nil : Self.months[month - 1] + (year.map { " \($0)" } ?? "")
    case .days(let month, let days, let year):
      return daysContradiction(month, days, year, dates)
    case .span(let from, let to): return spanContradiction(from, to, dates)
    }
  }

  private func spanContradiction(
    _ from: (month: Int, day: Int), _ to: (month: Int, day: Int), _ dates: EventDates
  ) -> String? {
    let year = dates.first.components.year
    guard let first = CivilDate(year: year, month: from.month, day: from.day),
      let last = CivilDate(
        year: to.month < from.month ? year + 1 : year, month: to.month, day: to.day),
      let named = EventDates(first: first, last: last), !named.overlaps(dates)
    else { return nil }
    return "\(first) to \(last)"
  }

  private func daysContradiction(
    _ month: Int, _ days: ClosedRange<Int>, _ year: Int?, _ dates: EventDates
  ) -> String? {
    let year = year ?? dates.first.components.year
    guard let first = CivilDate(year: year, month: month, day: days.lowerBound),
      let last = CivilDate(year: year, month: month, day: days.upperBound),
      let named = EventDates(first: first, last: last)
    else { return nil }
    // One day of several is what a session or a workshop has.
    if named.first <= dates.first, dates.last <= named.last { return nil }
    if !named.isRange, named.overlaps(dates) { return nil }
    return named.isRange ? "\(first) to \(last)" : "\(first)"
  }

  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

/// Walks over the words and numbers of a title.
private struct TitleScanner {
  let text: [UInt8]
  let title: Range<Int>

  /// A word, a number or a mark.
  private struct Piece {
    var range: Range<Int>
    var number: Int?
    var month: Int?
    var weekday: Int?
    var isMonthWord = false
    var isDash = false
    var isComma = false
    var isOf = false
  }

  init(text: [UInt8], title: Range<Int>) {
    self.text = text
    self.title = title
  }

  mutating func scan() -> [TitleDates] {
    guard mayNameDay else { return [] }
    let pieces = pieces()
    var mentions: [TitleDates] = []
    for (index, piece) in pieces.enumerated() where !isOfSomethingElse(index, pieces) {
      if let weekday = piece.weekday {
        mentions.append(TitleDates(range: piece.range, named: .weekday(weekday)))
      } else if let month = piece.month {
        guard let mention = mention(of: month, at: index, pieces) else { continue }
        if let last = mentions.last, let span = joined(last, mention) {
          mentions[mentions.count - 1] = span
        } else {
          mentions.append(mention)
        }
      }
    }
    return mentions
  }

  /// Whether a word begins as the name of a weekday or a month does: few titles have one.
  private var mayNameDay: Bool {
    var isInWord = false
    for offset in title {
      let byte = text[offset]
      defer { isInWord = byte.isAlphanumeric || byte >= 0x80 }
      guard !isInWord, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte else { continue }
      if Self.nameStarts.contains(where: {
        text.hasWord($0, at: offset, to: title.upperBound)
      }) {
        return true
      }
    }
    return false
  }

  private static let nameStarts = (TitleDates.weekdays + TitleDates.months).map {
    word($0.prefix(3).lowercased())
  }

  /// `30 Sept - 2 Oct`: two days with a dash between them.
  private func joined(_ first: TitleDates, _ last: TitleDates) -> TitleDates? {
    guard case .days(let month, let days, _) = first.named,
      case .days(let lastMonth, let lastDays, _) = last.named,
      first.range.upperBound <= last.range.lowerBound
    else { return nil }
    let between = text.trimmed(first.range.upperBound..<last.range.lowerBound)
    guard ["-", "–", "—", "to"].contains(String(decoding: text[between], as: UTF8.self)) else {
      return nil
    }
    return TitleDates(
      range: first.range.lowerBound..<last.range.upperBound,
      named: .span(from: (month, days.lowerBound), to: (lastMonth, lastDays.upperBound)))
  }

  /// Whether a word before says that the day is not the event's: `RSVP by 15 Apr`.
  private func isOfSomethingElse(_ index: Int, _ pieces: [Piece]) -> Bool {
    pieces[max(0, index - 3)..<index].contains { piece in
      let length = piece.range.count
      return Self.otherDays.contains {
        $0.count == length
          && text.hasWord($0, at: piece.range.lowerBound, to: piece.range.upperBound)
      }
    }
  }

  private static let otherDays = [
    "by", "before", "after", "until", "till", "since", "for", "opens", "open", "closes", "close",
    "deadline", "rsvp", "register", "registration", "tickets", "prep", "postponed", "moved",
    "rescheduled",
  ].map(word)

  /// A month with what stands around it.
  private func mention(of month: Int, at index: Int, _ pieces: [Piece]) -> TitleDates? {
    if let days = daysBehind(index, pieces) {
      let year = year(at: days.next, pieces)
      return TitleDates(
        range: pieces[index].range.lowerBound..<(year?.end ?? days.end),
        named: .days(month: month, days.range, year: year?.value))
    }
    let year = year(at: index + 1, pieces)
    if let day = dayBefore(index, pieces) {
      return TitleDates(
        range: day.start..<(year?.end ?? pieces[index].range.upperBound),
        named: .days(month: month, day.range, year: year?.value))
    }
    // A short name and `May` alone may be anything.
    guard year != nil || pieces[index].isMonthWord else { return nil }
    return TitleDates(
      range: pieces[index].range.lowerBound..<(year?.end ?? pieces[index].range.upperBound),
      named: .month(month, year: year?.value))
  }

  /// `18`, `18th`, `18-20` behind a month.
  private func daysBehind(
    _ index: Int, _ pieces: [Piece]
  ) -> (range: ClosedRange<Int>, end: Int, next: Int)? {
    guard let day = number(at: index + 1, pieces, in: 1...31) else { return nil }
    if pieces.indices.contains(index + 2), pieces[index + 2].isDash,
      let last = number(at: index + 3, pieces, in: 1...31), last >= day
    {
      return (day...last, pieces[index + 3].range.upperBound, index + 4)
    }
    return (day...day, pieces[index + 1].range.upperBound, index + 2)
  }

  /// `18`, `18th of`, `18-20` before a month.
  private func dayBefore(
    _ index: Int, _ pieces: [Piece]
  ) -> (range: ClosedRange<Int>, start: Int)? {
    var index = index - 1
    if pieces.indices.contains(index), pieces[index].isOf { index -= 1 }
    guard let day = number(at: index, pieces, in: 1...31) else { return nil }
    if pieces.indices.contains(index - 1), pieces[index - 1].isDash,
      let first = number(at: index - 2, pieces, in: 1...31), first <= day
    {
      return (first...day, pieces[index - 2].range.lowerBound)
    }
    return (day...day, pieces[index].range.lowerBound)
  }

  private func year(at index: Int, _ pieces: [Piece]) -> (value: Int, end: Int)? {
    var index = index
    if pieces.indices.contains(index), pieces[index].isComma { index += 1 }
    return number(at: index, pieces, in: 2000...2099).map { ($0, pieces[index].range.upperBound) }
  }

  private func number(at index: Int, _ pieces: [Piece], in range: ClosedRange<Int>) -> Int? {
    guard pieces.indices.contains(index), let number = pieces[index].number, range ~= number
    else { return nil }
    return number
  }

  // MARK: Pieces

  private func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var offset = title.lowerBound
    while offset < title.upperBound {
      let start = offset
      let byte = text[offset]
      if byte.isSpace {
        offset += 1
        continue
      }
      if byte.isAlphanumeric || byte >= 0x80 {
        while offset < title.upperBound, text[offset].isAlphanumeric || text[offset] >= 0x80 {
          offset += 1
        }
      } else {
        offset += 1
      }
      pieces.append(piece(start..<offset))
    }
    return pieces
  }

  private func piece(_ range: Range<Int>) -> Piece {
    var piece = Piece(range: range)
    let word = String(decoding: text[range], as: UTF8.self)
    piece.isDash = word == "-" || word == "–" || word == "—"
    piece.isComma = word == ","
    piece.isOf = word == "of"
    piece.number = Self.number(word)
    // Names begin with a capital letter: `may` and `march` are words.
    guard word.first?.isUppercase == true else { return piece }
    piece.weekday = TitleDates.weekdays.firstIndex { word == $0 || word == $0 + "s" }.map { $0 + 1 }
    piece.month = TitleDates.months.firstIndex {
      word == $0 || (word.utf8.count == 3 && $0.hasPrefix(word))
        || (word == "Sept" && $0.hasPrefix(word))
    }.map { $0 + 1 }
    piece.isMonthWord =
      piece.month.map { month in
        word == TitleDates.months[month - 1] && month != 5
      } ?? false
    return piece
  }

  /// A number, with or without the ending of an ordinal.
  private static func number(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.utf8.count <= 4,
      ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count)))
    else { return nil }
    return Int(digits)
  }
}

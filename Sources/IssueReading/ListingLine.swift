package import EventModel

/// Where the fields of a listing stand that has the form since 2022-03, for who checks them.
///
///     * 2022-03-02 | Berlin, DE | [Group](https://…)
///         * [**Title**](https://…)
///
/// All ranges are byte offsets in the text that the item was read from.
package struct ListingLine: Sendable {
  /// An indented line.
  package struct Subline: Sendable {
    /// The line.
    package var line: ListItem.Line
    /// Its links.
    package var links: [InlineLink]
  }

  /// A part of the place field that was read otherwise than written.
  package struct PlaceFinding: Sendable {
    /// The kind of problem.
    package var code: Diagnostic.Code
    /// The bytes that are meant.
    package var range: Range<Int>
    /// What they were read as, if they are a code.
    package var meant: Text?
    /// What the reader says of it.
    package var message: String
  }

  /// The item's main line.
  package var main: ListItem.Line
  /// The date field: from the first digit to the last.
  package var date: Range<Int>
  /// The days that it says, the year as it was meant; nil where there are no such days.
  package var dates: EventDates?
  /// The days of further events, where those named do not adjoin.
  package var otherDates: [EventDates] = []
  /// Whether another year was meant than is written.
  package var isYearCorrected = false
  /// The place field.
  package var place: Range<Int>
  /// The place field without mode words and their brackets.
  package var barePlace: Range<Int>
  /// What the mode words of the place field say; nil where there is none.
  package var modeWord: AttendanceMode?
  /// The group's field: what stands behind the place and its bar.
  package var group: Range<Int>
  /// The links of the group's field.
  package var groupLinks: [InlineLink]
  /// The indented lines.
  package var sublines: [Subline]

  /// The fields of an item; nil where it does not begin with a date and its year.
  package init?(_ item: ListItem, of text: [UInt8], issueDate: CivilDate) {
    guard item.isDated else { return nil }
    main = item.main
    let content = main.content
    switch DateGrammar(issueDate: issueDate).read(
      text, from: content.lowerBound, to: content.upperBound)
    {
    case .none: return nil
    case .invalid(let range): date = range
    case .field(let field):
      date = field.range
      dates = field.dates
      otherDates = field.otherDates
      isYearCorrected = field.correctedYear != nil
    }
    (place, group) = PipeListing.fieldRanges(text, date.upperBound..<content.upperBound)
    let phrase = ModePhrase(text, place)
    barePlace = phrase.place
    modeWord = phrase.mode
    var scanner = LinkScanner()
    scanner.scan(text, group)
    groupLinks = scanner.links
    sublines = item.subitems.map { line in
      scanner.scan(text, line.content)
      return Subline(line: line, links: scanner.links)
    }
  }

  /// What of the place field under a heading was read otherwise than written.
  package func placeFindings(in text: [UInt8], heading: Region?) -> [PlaceFinding] {
    PlaceField(text, place, heading: heading).findings.map { finding in
      let start = place.lowerBound + finding.range.lowerBound
      return PlaceFinding(
        code: finding.code, range: start..<start + finding.range.count, meant: finding.meant,
        message: finding.message)
    }
  }
}

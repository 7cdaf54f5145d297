internal import EventModel
internal import IssueReading

/// Why a body that was fetched may not take the place of an issue.
package enum BodyFlaw: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty
  /// It is a web page or a feed: an error page, or one to log in on.
  case page
  /// It has no events section, which issues have had since 2014-11-17.
  case noEventsSection
  /// It says no date.
  case noDate
  /// It is too large, or made to keep its reader busy.
  case unreadable
  /// It is the beginning of what is there, and ends too early.
  case cutOff(at: Int, of: Int)
  /// Its last line ends within a link.
  case endsInLink
  /// Most listings of what is there are gone.
  case lostListings(before: Int, now: Int)

  /// What is wrong with it, in words.
  package var reason: String {
    switch self {
    case .empty: "it is empty"
    case .page: "it is a web page and no issue"
    case .noEventsSection: "it has no events section"
    case .noDate: "it says no date"
    case .unreadable: "it cannot be read as an issue"
    case .cutOff(let end, let count): "it is cut off behind \(end) of \(count) bytes"
    case .endsInLink: "it is cut off within a link"
    case .lostListings(let before, let now):
      "it has \(now) of the \(before) listings that are there; remove the file to take it"
    }
  }
}

/// What a body holds that is an issue.
struct CheckedBody: Hashable {
  /// The number of the issue, where it says it.
  var number: UInt32?
  /// How many listings can be read in it.
  var listingCount: Int

  /// With fewer listings than this a loss means nothing.
  private static let fewListings = 4

  /// Checks a body.
  ///
  /// - Parameters:
  ///   - bytes: the body.
  ///   - name: the name of the issue.
  ///   - old: what is there; nil for a new issue.
  /// - Throws: `BodyFlaw` where it may not take the place of what is there.
  init(_ bytes: [UInt8], of name: IssueName, replacing old: [UInt8]?) throws(BodyFlaw) {
    if bytes.allSatisfy({ $0 == 0x20 || $0 &- 9 < 5 }) { throw .empty }
    guard SourceKind(bytes) == .markdown else { throw .page }
    if let old, bytes.count < old.count, old.starts(with: bytes),
      !old[bytes.count...].allSatisfy({ $0 == 0x20 || $0 &- 9 < 5 })
    {
      throw .cutOff(at: bytes.count, of: old.count)
    }
    if Self.endsInLink(bytes) { throw .endsInLink }
    self = try Self.read(bytes, of: name)
    if let old, let before = try? Self.read(old, of: name).listingCount,
      before >= Self.fewListings, listingCount < before - before / 2
    {
      throw .lostListings(before: before, now: listingCount)
    }
  }

  private init(number: UInt32?, listingCount: Int) {
    self.number = number
    self.listingCount = listingCount
  }

  private static func read(
    _ bytes: [UInt8], of name: IssueName
  ) throws(BodyFlaw) -> CheckedBody {
    var reader = IssueReader()
    do throws(IssueReadingError) {
      let issue = try reader.read(bytes, file: Text(name.name))
      return CheckedBody(number: issue.reference.number, listingCount: issue.listings.count)
    } catch {
      switch error {
      case .noEventsSection where name.date < IssueName.firstWithEvents:
        return CheckedBody(number: nil, listingCount: 0)
      case .noEventsSection: throw .noEventsSection
      case .noDate: throw .noDate
      case .tooLarge, .tooComplex, .libraryMissing: throw .unreadable
      }
    }
  }

  /// Whether the last line, which has no end, leaves a bracket open: no editor ends a file so, but a
  /// connection that breaks does.
  private static func endsInLink(_ bytes: [UInt8]) -> Bool {
    let start = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var open = 0
    for byte in bytes[start...] {
      if "[(".utf8.contains(byte) { open += 1 }
      if "])".utf8.contains(byte) { open -= 1 }
    }
    return open > 0
  }
}

import EventCatalog
import EventModel

/// What was read of some sources, for the commands that ask for it.
enum Reading: Sendable {
  /// Events.
  case catalogue(Catalogue)
  /// Events, and the steps that the ledger made them in.
  case history(Catalogue, [Ledger.Step])
  /// Issues with their listings or calls, as they were read.
  case issues([Issue], SourceReader.Origin)

  /// What a command asks for.
  enum Content: Hashable, Sendable { case events, history, listings, calls }

  /// Reads sources.
  init(_ sources: SourceOptions, _ content: Content, console: Console) throws {
    switch content {
    case .events:
      var reader = try sources.read(.events, console: console)
      // The steps leave the reader, and the ledger ends here, so that nothing is held twice.
      let ledger = Ledger.read(reader.takeSteps())
      self = .catalogue(Self.catalogue(of: ledger, reader, sources, console))
    case .history:
      let reader = try sources.read(.events, console: console)
      let ledger = Ledger.read(reader.steps)
      self = .history(Self.catalogue(of: ledger, reader, sources, console), reader.steps)
    case .listings:
      let reader = try sources.read(.listings, console: console)
      self = .issues(reader.issues, reader.origin)
    case .calls:
      let reader = try sources.read(.calls, console: console)
      self = .issues(reader.issues, reader.origin)
    }
  }

  private static func catalogue(
    of ledger: Ledger, _ reader: SourceReader, _ sources: SourceOptions, _ console: Console
  ) -> Catalogue {
    for note in ledger.notes {
      let file = note.issue.file.isEmpty ? "-" : note.issue.file.string
      console.diagnostic(note.diagnostic, in: file)
    }
    let newest = reader.issues.map(\.reference.date).max() ?? .distantPast
    let wantsPages = reader.origin == .archive && !sources.leavesOutPages
    let pages = wantsPages ? ArchivePages(console: console) : nil
    return Catalogue(
      events: pages?.joined(ledger.events, newest: newest) ?? ledger.events,
      origin: reader.origin, newest: newest)
  }

  /// The events, of whatever was read with them.
  var catalogue: Catalogue? {
    switch self {
    case .catalogue(let catalogue), .history(let catalogue, _): catalogue
    case .issues: nil
    }
  }

  /// The issues, where their listings or calls were asked for.
  var issues: [Issue] {
    switch self {
    case .catalogue, .history: []
    case .issues(let issues, _): issues
    }
  }

  /// The day of the newest issue.
  var newest: CivilDate? {
    switch self {
    case .catalogue(let catalogue), .history(let catalogue, _): catalogue.newest
    case .issues(let issues, _): issues.map(\.reference.date).max()
    }
  }

  /// Where the issues came from.
  var origin: SourceReader.Origin {
    switch self {
    case .catalogue(let catalogue), .history(let catalogue, _): catalogue.origin
    case .issues(_, let origin): origin
    }
  }

  /// The same with a directory of the events' places.
  mutating func indexPlaces() {
    switch self {
    case .catalogue(var catalogue):
      catalogue.indexPlaces()
      self = .catalogue(catalogue)
    case .history(var catalogue, let steps):
      catalogue.indexPlaces()
      self = .history(catalogue, steps)
    case .issues: break
    }
  }
}

/// What was read so far, so that each of the sources is read once, however many feeds ask for it.
struct Readings: Sendable {
  private struct Key: Hashable {
    var sources: SourceOptions.Identity
    var content: Reading.Content
  }

  private var known: [Key: Result<Reading, any Error>] = [:]

  /// What was read of the sources; reads them now if it was not yet.
  mutating func reading(
    of sources: SourceOptions, _ content: Reading.Content, console: Console
  ) throws -> Reading {
    let key = key(for: sources, content)
    let reading =
      known[key] ?? Result { try Reading(sources, content, console: console) }
    known[key] = reading
    try sources.requireFreshness(of: reading.get().newest)
    return try reading.get()
  }

  /// Reads what a feed will ask for, and makes the directory of places if it needs one.
  ///
  /// What cannot be read is remembered, for the feed to report.
  mutating func prepare(
    _ sources: SourceOptions, _ content: Reading.Content, needsPlaces: Bool, console: Console
  ) {
    guard var reading = try? reading(of: sources, content, console: console), needsPlaces else {
      return
    }
    reading.indexPlaces()
    known[key(for: sources, content)] = .success(reading)
  }

  /// The key of a reading; a history has the events too.
  private func key(for sources: SourceOptions, _ content: Reading.Content) -> Key {
    let history = Key(sources: sources.identity, content: .history)
    if content == .events, known[history] != nil { return history }
    return Key(sources: sources.identity, content: content)
  }
}

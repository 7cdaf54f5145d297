/// What is said of a call for papers, be it by one issue or by all of them.
package struct CallDetails: Hashable, Sendable {
  /// The name of the event that looks for speakers, without Markdown, white space collapsed.
  package var title: Text
  /// Where to answer the call; nil where nothing is linked.
  package var url: Text?
  /// The last day on which it can be answered.
  package var closes: CivilDate
  /// The event's own days; nil where they are not said.
  package var eventDates: EventDates?
  /// How the event is attended; nil where nothing says.
  package var mode: AttendanceMode?
  /// Where the event can be attended.
  package var regions: RegionSet
  /// The event's places.
  package var places: [Place]
  /// Further links, such as the event's own page.
  package var links: [Link]
  /// Text that stands beside the closing date and the fields (`at 7:59am UTC`).
  package var description: Text?

  package init(
    title: Text, url: Text? = nil, closes: CivilDate, eventDates: EventDates? = nil,
    mode: AttendanceMode? = nil, regions: RegionSet = [], places: [Place] = [],
    links: [Link] = [], description: Text? = nil
  ) {
    self.title = title
    self.url = url
    self.closes = closes
    self.eventDates = eventDates
    self.mode = mode
    self.regions = regions
    self.places = places
    self.links = links
    self.description = description
  }
}

/// What one issue says of a call for papers.
package struct CallForPapers: Hashable, Sendable {
  /// What it says.
  package var details: CallDetails
  /// Where in the issue's file it stands.
  package var location: SourceLocation

  package init(details: CallDetails, location: SourceLocation) {
    self.details = details
    self.location = location
  }
}

/// What all issues say of one call for papers, and the history of its record.
package struct CallRecord: Hashable, Sendable {
  /// RFC 5545 UID, which no event has.
  package var uid: Text
  /// What is said of it, the newest issue first.
  package var details: CallDetails
  /// RFC 5545 SEQUENCE: how many issues changed its days, place or title.
  package var sequence: UInt32
  /// The day of the last issue that changed anything that is exported.
  package var modified: CivilDate
  /// The first issue that lists it.
  package var firstSource: SourceReference
  /// The other places where it is listed, in the order of the issues.
  package var laterSources: [SourceReference]

  package init(
    uid: Text, details: CallDetails, source: SourceReference,
    laterSources: [SourceReference] = [], sequence: UInt32 = 0, modified: CivilDate? = nil
  ) {
    self.uid = uid
    self.details = details
    self.sequence = sequence
    self.modified = modified ?? source.issue.date
    firstSource = source
    self.laterSources = laterSources
  }

  /// The day of the first issue that lists it.
  package var created: CivilDate { firstSource.issue.date }
}

extension Event {
  /// The closing of a call as an event of one day.
  ///
  /// It bears the call's name, place and history, so that whatever selects or writes events can do
  /// the same with calls.
  package init(closing call: CallRecord) {
    let details = call.details
    self.init(
      uid: call.uid,
      details: EventDetails(
        title: details.title, dates: EventDates(details.closes), mode: details.mode,
        regions: details.regions, places: details.places, url: details.url,
        links: details.links, description: details.description),
      source: call.firstSource, laterSources: call.laterSources, sequence: call.sequence,
      modified: call.modified)
  }
}

import EventModel
import Gazetteer

/// What a listing's place field says: how and where the event can be attended.
struct PlaceField {
  /// Something in the field that was read otherwise than written.
  struct Finding {
    var code: Diagnostic.Code
    var message: String
    /// The bytes that are meant, counted from the field's first.
    var range: Range<Int>
    /// What they were read as, if they are a code.
    var meant: Text?
  }

  /// How it is attended; nil where nothing says.
  var mode: AttendanceMode?
  /// Its places.
  var places: [Place]
  /// Where it can be attended.
  var regions: RegionSet
  /// What was corrected, or contradicts the heading.
  var findings: [Finding]

  /// Reads a place field that stands under a heading (nil before the first).
  init(_ buffer: [UInt8], _ range: Range<Int>, heading: Region?) {
    let phrase = ModePhrase(buffer, range)
    var list = PlaceList(buffer: buffer, heading: heading)
    list.read(phrase.place)
    places = list.places
    findings = list.findings.map { finding in
      var finding = finding
      let (start, end) = (finding.range.lowerBound, finding.range.upperBound)
      finding.range = start - range.lowerBound..<end - range.lowerBound
      return finding
    }
    mode = phrase.mode ?? Self.impliedMode(heading: heading, hasPlace: !list.places.isEmpty)
    regions = []
    regions = attendanceRegions(heading: heading)
    if let contradiction = contradiction(heading: heading, 0..<range.count) {
      findings.append(contradiction)
    }
  }

  /// Without a mode word the heading decides.
  private static func impliedMode(heading: Region?, hasPlace: Bool) -> AttendanceMode? {
    if heading == .virtual { return .virtual }
    return hasPlace ? .inPerson : nil
  }

  private func attendanceRegions(heading: Region?) -> RegionSet {
    switch mode {
    case .virtual: RegionSet(.virtual)
    case .hybrid: continents(heading: heading).union(RegionSet(.virtual))
    case .inPerson: continents(heading: heading)
    case nil: heading.map { RegionSet($0) } ?? []
    }
  }

  /// The continents of the places; the heading's where no country is known.
  private func continents(heading: Region?) -> RegionSet {
    var set: RegionSet = []
    for place in places {
      guard let code = place.country, let country = Gazetteer.shared.country(code) else { continue }
      if country.isTranscontinental, let heading, heading != .virtual {
        set.insert(RegionSet(heading))
      } else {
        set.insert(RegionSet(country.region))
      }
    }
    if set.isEmpty, let heading, heading != .virtual { set = RegionSet(heading) }
    return set
  }

  /// The warning that a continent's heading deserves which is none of the event's.
  private func contradiction(heading: Region?, _ field: Range<Int>) -> Finding? {
    guard let heading, heading != .virtual, mode == .inPerson || mode == .hybrid,
      !regions.contains(RegionSet(heading))
    else { return nil }
    let found = regions.regions.filter { $0 != .virtual }.map { "\($0.name)" }
    return Finding(
      code: .region,
      message:
        "listed under '\(heading.name)', but the place is in \(found.joined(separator: ", "))",
      range: field)
  }
}

internal import EventModel

extension Sameness {
  /// Whether two listings or events are of the same group: what equal ``Identity/group`` keys
  /// promise, compared byte by byte.
  static func groups(_ left: EventDetails, _ right: EventDetails) -> Bool {
    switch (group(of: left), group(of: right)) {
    case (.page(let leftPage), .page(let rightPage)):
      return left.url == right.url || pages(leftPage, rightPage)
    case (.name(let leftName), .name(let rightName)): return titles(leftName, rightName)
    default: return false
    }
  }

  /// What a group is known by.
  private enum Group {
    case page(Text)
    case name(Text)
    case none
  }

  private static func group(of details: EventDetails) -> Group {
    if let url = details.url, let summary = AddressKey.summary(of: url), summary.namedGroup != 0 {
      return .page(url)
    }
    for organizer in details.organizers {
      if let page = organizer.url, AddressKey.summary(of: page) != nil { return .page(page) }
    }
    return details.organizers.first.map { .name($0.name) } ?? .none
  }

  private static func pages(_ left: Text, _ right: Text) -> Bool {
    let leftParts = AddressKey.groupParts(of: left)
    let rightParts = AddressKey.groupParts(of: right)
    return leftParts == rightParts
  }
}

extension AddressKey {
  /// The parts of an address that name a group, in the form in which they compare.
  ///
  /// This slow form is only made for the few pairs whose keys are equal.
  fileprivate static func groupParts(of address: Text) -> [[UInt8]] {
    let address = redirectTarget(of: address) ?? address
    let namesGroup = (summary(of: address)?.namedGroup ?? 0) != 0
    return address.withSpan { bytes in
      var parts: [[UInt8]] = []
      var tokens = AddressTokens()
      while let token = tokens.next(in: bytes) {
        if token.kind == .host, let site = tokens.site {
          parts.append(Array(AddressTables.hostBytes(of: site)))
          continue
        }
        let folds = token.kind == .host || tokens.ignoresCase
        parts.append(token.range.map { folds ? bytes[$0].lowercased : bytes[$0] })
        if namesGroup, parts.count == 2 { return parts }
      }
      if parts.count > 1, let last = parts.last, last.map(\.lowercased) == Array("events".utf8) {
        parts.removeLast()
      }
      return parts
    }
  }
}

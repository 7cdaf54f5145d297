import EventModel
import Foundation
import HTMLTree

@testable import EventWriting

/// A page that was written, as a reader of HTML sees it.
struct ReadPage {
  /// An element with the text in it.
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""

    func hasClass(_ name: String) -> Bool {
      attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false
    }
  }

  /// All elements in the order of their start tags.
  private(set) var elements: [Element] = []

  private static let attributes = [
    "class", "id", "href", "src", "rel", "content", "property", "name", "datetime", "type", "lang",
    "dir", "title", "tabindex",
  ]

  init(_ bytes: [UInt8]) throws {
    let document = try HTMLDocument(parsing: bytes)
    var open: [Int] = []
    var elements: [Element] = []
    document.visit(attributes: Self.attributes) { piece in
      switch piece {
      case .opening(let element):
        let pairs = element.attributes.map { ($0.name, $0.value) }
        open.append(elements.count)
        elements.append(
          Element(name: element.name, attributes: Dictionary(pairs, uniquingKeysWith: { $1 })))
      case .text(let text):
        for index in open { elements[index].text += String(decoding: text, as: UTF8.self) }
      case .closing: open.removeLast()
      }
      return .inside
    }
    self.elements = elements
  }

  /// The text of the first element that has a class.
  func text(ofClass name: String) -> String? { elements.first { $0.hasClass(name) }?.text }

  /// The elements of a name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The content of a `meta` element by its name or property.
  func meta(_ name: String) -> String? {
    all("meta").first { ($0.attributes["property"] ?? $0.attributes["name"]) == name }?
      .attributes["content"]
  }

  /// The targets of links.
  var links: [String] { elements.compactMap { $0.attributes["href"] ?? $0.attributes["src"] } }

  /// The objects of JSON-LD.
  func linkedData() throws -> [[String: Any]] {
    try all("script").map { script in
      let object = try JSONSerialization.jsonObject(with: Data(script.text.utf8))
      return object as? [String: Any] ?? [:]
    }
  }
}

extension Samples {
  /// An event whose own page was read, on the day before which it was to be once.
  static func detailed() throws -> Event {
    try event("Rust Night", on: "2026-03-04", uid: "detailed@twir-events") {
      $0.details.mode = .hybrid
      $0.details.regions = [RegionSet(.virtual), RegionSet(.europe)]
      $0.details.places = [try nuremberg()]
      $0.details.organizers = [
        Organizer(name: "Rust Nuremberg", url: "https://rust-noris.example/")
      ]
      $0.details.url = "https://rust-noris.example/night"
      $0.details.links = [Link(title: "Stream", url: "https://meet.jit.si/rust")]
      $0.previousDates = EventDates(try day("2026-02-25"))
      var facts = PageFacts(url: "https://rust-noris.example/night")
      facts.hours = EventHours(
        start: try required(
          EventTime(day: day("2026-03-04"), secondOfDay: 68_400, offsetMinutes: 60)),
        end: EventTime(day: try day("2026-03-04"), secondOfDay: 77_400, offsetMinutes: 60))
      facts.venue = Venue(
        name: "Coworking Space", address: "Hauptstraße 1",
        coordinates: Coordinates(latitude: 49_450_500, longitude: 11_080_250))
      facts.description = "Talks & pizza.\nBring a laptop."
      facts.image = "https://rust-noris.example/night.jpg"
      facts.isFree = true
      $0.page = facts
    }
  }
}

internal import EventModel
internal import FileSystem

/// What is known of an issue's body: where it came from, when, and what the server said of it.
struct IssueRecord: Hashable {
  /// Where it came from.
  var url: String
  /// What the server said of it.
  var validators: Validators
  /// The day on which it was fetched.
  var fetched: CivilDate
  private var size: Int
  private var hash: UInt64

  /// The record of a body.
  init(url: String, validators: Validators, fetched: CivilDate, of bytes: [UInt8]) {
    self.url = url
    self.validators = validators
    self.fetched = fetched
    size = bytes.count
    hash = Self.hash(of: bytes)
  }

  /// Reads the record of an issue; nil where there is none that can be read.
  init?(of name: String, in archive: Archive) {
    let note = Note(reading: archive.path(of: "\(Archive.state)/\(name)"))
    guard let fetched = CivilDate(note["fetched"]), let size = Int(note["size"]),
      let hash = UInt64(note["hash"], radix: 16)
    else { return nil }
    url = note["url"]
    validators = note.validators
    self.fetched = fetched
    self.size = size
    self.hash = hash
  }

  /// The record as it is written.
  var note: Note {
    var note = Note()
    note["url"] = url
    note.validators = validators
    note["fetched"] = "\(fetched)"
    note["size"] = "\(size)"
    note["hash"] = String(hash, radix: 16)
    return note
  }

  /// Whether it speaks of a body: not where the issue's file was changed by somebody else, or where
  /// a run ended between writing the one and the other.
  func fits(_ bytes: [UInt8]) -> Bool { size == bytes.count && hash == Self.hash(of: bytes) }

  /// FNV-1a.
  private static func hash(of bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

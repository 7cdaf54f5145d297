internal import FileSystem

/// The list of issues that a site had when it was asked last with success.
struct ListRecord: Hashable {
  /// The site.
  var site: String
  /// What the server said of the list.
  var validators: Validators
  /// The list.
  var list: IssueList

  init(site: String, validators: Validators, list: IssueList) {
    self.site = site
    self.validators = validators
    self.list = list
  }

  /// Reads the record of an archive; nil where there is none of the site.
  init?(of archive: Archive, site: IssueSite) {
    let note = Note(reading: archive.path(of: Self.name))
    list = IssueList(
      note.rows("issue").compactMap { fields in
        guard fields.count == 2, let name = IssueName(fields[0]) else { return nil }
        return IssueList.Entry(name: name, url: fields[1])
      })
    guard note["site"] == site.url, !list.entries.isEmpty else { return nil }
    self.site = site.url
    validators = note.validators
  }

  /// The record as it is written.
  var note: Note {
    var note = Note()
    note["site"] = site
    note.validators = validators
    for entry in list.entries { note.append("issue", [entry.name.name, entry.url]) }
    return note
  }

  static let name = "\(Archive.state)/list"
}

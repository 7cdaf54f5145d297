import FileSystem

/// Which feeds of which file the command line asks for.
struct FeedChoice {
  /// The path of the file.
  let path: String
  /// The names of the feeds; none for all.
  let names: [String]

  /// Tells the file from the names: the first argument is the file, unless no file is called so while
  /// the user's own file of feeds is there.
  init(_ arguments: [String]) throws(CommandError) {
    let ownPath = Environment.feedsPath
    guard let first = arguments.first else {
      guard let ownPath else {
        throw .usage("no file of feeds is named, and there is no home to look for one in")
      }
      (path, names) = (ownPath, [])
      return
    }
    let isFile = first == "-" || first.contains("/") || FileReading.status(of: first) != nil
    if !isFile, let ownPath, FileReading.status(of: ownPath) != nil {
      (path, names) = (ownPath, arguments)
    } else {
      (path, names) = (first, Array(arguments.dropFirst()))
    }
  }

  /// The entries that are chosen, in the order of the file.
  func entries(of file: FeedsFile) throws(CommandError) -> [FeedsFile.Entry] {
    guard !file.entries.isEmpty else {
      throw .usage("no feed in '\(path)': expected lines such as 'europe: ics -o europe.ics'")
    }
    for name in names where !file.entries.contains(where: { $0.name == name }) {
      let known = UsageMessage.list(of: file.entries.map(\.name))
      throw .usage("no feed in '\(path)' is called '\(name)': expected \(known)")
    }
    return names.isEmpty ? file.entries : file.entries.filter { names.contains($0.name) }
  }
}

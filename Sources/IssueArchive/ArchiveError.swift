package import FileSystem

/// Why the archive could not be brought up to date.
package enum ArchiveError: Error, Hashable, Sendable {
  /// A file or folder of the archive cannot be made or written.
  case cannotWrite(path: String, SystemError)
  /// A file of the archive cannot be read.
  case cannotRead(path: String, SystemError)
  /// Another run holds the archive, and has for as long as this one waited.
  case locked(path: String)
  /// A file of the archive's own is not as the program writes it.
  case damaged(path: String)
  /// What was fetched could not be written, for the reason that the fetcher gives.
  case bodyNotWritten(reason: String)
  /// Nothing could be fetched.
  case fetcher(FetcherError)

  /// What was wrong and where, in words.
  package var reason: String {
    switch self {
    case .cannotWrite(let path, let error): "cannot write '\(path)': \(error.reason)"
    case .cannotRead(let path, let error): "cannot read '\(path)': \(error.reason)"
    case .locked(let path): "another run holds the archive '\(path)'"
    case .damaged(let path): "'\(path)' is damaged; remove it, and it is made anew"
    case .bodyNotWritten(let reason): "what was fetched cannot be written: \(reason)"
    case .fetcher(.missing(let path)):
      "the program twir-events-fetch, which reaches the network, is missing: '\(path)'"
    case .fetcher(.failed(let reason)): "twir-events-fetch failed: \(reason)"
    }
  }
}

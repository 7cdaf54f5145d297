internal import HTMLTree

/// Why a page cannot be read.
package enum EventPagesError: Error, Hashable, Sendable {
  /// libxml2 is not installed.
  case libraryMissing
  /// There is more of the page than can be read, or than there is memory for.
  case tooLarge
  /// The page is made to keep its reader busy: elements nest too deep or have too many attributes.
  case tooComplex

  init(_ error: HTMLTreeError) {
    switch error {
    case .libraryMissing: self = .libraryMissing
    case .tooLong, .outOfMemory: self = .tooLarge
    case .tooDeep, .tooManyAttributes, .unreadable: self = .tooComplex
    }
  }
}

/// Why no tree could be made of some bytes.
package enum HTMLTreeError: Error, Hashable, Sendable {
  /// libxml2 is not installed, or not in the version that the program was built for.
  case libraryMissing
  /// There are more bytes than libxml2 can count: it takes at most 2,147,483,647.
  case tooLong(bytes: Int)
  /// libxml2 could not get the memory it asked for.
  case outOfMemory
  /// Elements nest deeper than ``deepestNesting``.
  case tooDeep
  /// A start tag has more than ``mostAttributes`` attributes, or many have very many.
  case tooManyAttributes
  /// libxml2 gave up, for the reason that it gives.
  case unreadable(HTMLProblem)

  /// Deepest nesting of elements that is read; pages that people see nest some dozens deep.
  package static let deepestNesting = 512
  /// Most attributes of one element that are read.
  package static let mostAttributes = 8_192
}

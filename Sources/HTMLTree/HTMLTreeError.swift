/// Why no tree could be made of some bytes.
package enum HTMLTreeError: Error, Hashable, Sendable {
  /// There are more bytes than libxml2 can count: it takes at most 2,147,483,647.
  case tooLong(bytes: Int)
  /// libxml2 could not get the memory it asked for.
  case outOfMemory
  /// libxml2 gave up, for the reason that it gives.
  case unreadable(HTMLProblem)
}

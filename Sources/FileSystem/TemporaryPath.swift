#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files and folders that nobody else has a name for yet.
package enum TemporaryPath {
  /// Makes a file whose path is `prefix` and six characters more.
  ///
  /// - Parameters:
  ///   - prefix: the path's beginning.
  ///   - path: gets the whole path.
  /// - Returns: the file, open for reading and writing, which only its owner may read.
  /// - Throws: `SystemError`.
  package static func file(
    _ prefix: String, path: inout String
  ) throws(SystemError) -> FileDescriptor {
    var number: Int32 = -1
    path = unsafe filled(prefix) { start in
      number = unsafe mkstemp(start)
      return number >= 0
    }
    guard number >= 0 else { throw .last }
    return FileDescriptor(owning: number)
  }

  /// Makes a folder whose path is `prefix` and six characters more, and gives that path.
  package static func folder(_ prefix: String) throws(SystemError) -> String {
    var isMade = false
    let path = unsafe filled(prefix) { start in
      isMade = unsafe mkdtemp(start) != nil
      return isMade
    }
    guard isMade else { throw .last }
    return path
  }

  /// The path that a call of the system makes of a template; the prefix where it fails.
  private static func filled(
    _ prefix: String, _ call: (UnsafeMutablePointer<CChar>) -> Bool
  ) -> String {
    var template = Array("\(prefix)XXXXXX".utf8CString)
    // The call replaces the six letters in the array, which is as long as it was.
    let isFilled = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe call(start)
    }
    guard isFilled else { return prefix }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

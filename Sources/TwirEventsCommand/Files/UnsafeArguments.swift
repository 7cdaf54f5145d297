/// The bytes of the command line.
enum UnsafeArguments {
  /// Refuses a command line that is not UTF-8: Swift's strings hold a repaired copy of it, and a
  /// file would be written under another name than was given.
  static func requireUTF8() throws(CommandError) {
    // The system's list has so many strings, each ending with a NUL, which nobody changes.
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { return }
      if unsafe String(validatingCString: argument) == nil {
        throw .usage("argument \(index) is no UTF-8: '\(unsafe String(cString: argument))'")
      }
    }
  }
}

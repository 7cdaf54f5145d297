#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The variables that the program was started with.
enum Environment {
  /// The value of a variable; nil without it, or where it is empty.
  static func value(_ name: String) -> String? {
    // The text is copied before anything could change the environment.
    let text = unsafe getenv(name).map { unsafe String(cString: $0) }
    return text?.isEmpty == true ? nil : text
  }
}

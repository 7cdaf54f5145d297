/// The version of the project's programs, as semver.org defines it.
package enum ProgramVersion {
  /// The version that is being built.
  package static let current = "0.1.0"
}

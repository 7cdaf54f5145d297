/// The program's exit codes, those of `sysexits.h` where it has one.
///
/// It is thrown where the user was told already what was wrong.
enum ExitStatus: Int32, Error {
  /// Done; also when nothing matched.
  case success = 0
  /// What was read does not hold what it must.
  case faulty = 1
  /// The command line is wrong.
  case usage = 64
  /// No source holds events that could be read.
  case noEvents = 65
  /// A source does not exist or cannot be read.
  case noInput = 66
  /// The network was needed and out of reach.
  case unavailable = 69
  /// The output file cannot be made.
  case cannotCreate = 73
  /// Input or output failed.
  case inputOutput = 74
  /// Not now: the issues are stale, or another run holds the archive.
  case tryLater = 75
}

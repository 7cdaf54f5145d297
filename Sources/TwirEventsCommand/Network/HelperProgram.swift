import Dispatch
import Subprocess
import Synchronization

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Runs another program to its end: the one place where the program waits for something asynchronous.
///
/// Nothing of the concurrency runtime is touched before the first call.
enum HelperProgram {
  /// What a run left behind.
  struct Result: Sendable {
    /// Whether it ended with status 0.
    var isSuccess: Bool
    /// How it ended, in words.
    var ending: String
    var output: [UInt8]
    var errors: [UInt8]
  }

  /// Why there was no run, in the system's words.
  struct Failure: Error {
    var reason: String
  }

  /// The greatest message on standard error.
  private static let greatestMessage = 65_536

  /// Runs a program with this program's environment.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: its arguments.
  ///   - input: what it reads on standard input.
  ///   - limit: how many bytes it may write on standard output.
  /// - Returns: what it wrote and how it ended.
  /// - Throws: `Failure` where it could not be run, or wrote more than it may.
  static func run(
    _ path: String, _ arguments: [String], input: [UInt8], limit: Int
  ) throws(Failure) -> Result {
    let answer = Answer()
    Task.detached {
      let result = await runLater(path, arguments, input, limit)
      answer.value.withLock { $0 = result }
      answer.isThere.signal()
    }
    answer.isThere.wait()
    let result = answer.value.withLock { $0 }
    guard let result else { throw Failure(reason: "it gave no answer") }
    return try result.get()
  }

  /// A result that a task leaves for the thread that waits.
  private final class Answer: Sendable {
    let value = Mutex<Swift.Result<Result, Failure>?>(nil)
    let isThere = DispatchSemaphore(value: 0)
  }

  private static func runLater(
    _ path: String, _ arguments: [String], _ input: [UInt8], _ limit: Int
  ) async -> Swift.Result<Result, Failure> {
    do {
      let run = try await Subprocess.run(
        .path(FilePath(path)), arguments: Arguments(arguments), input: .array(input),
        output: .bytes(limit: limit), error: .bytes(limit: greatestMessage))
      return .success(
        Result(
          isSuccess: run.terminationStatus.isSuccess, ending: "\(run.terminationStatus)",
          output: run.standardOutput, errors: run.standardError))
    } catch {
      return .failure(Failure(reason: "\(error)"))
    }
  }
}

import Testing

@testable import FileSystem

@Suite struct FileLockTests {
  @Test func oneHolderAtATime() throws {
    let folder = try TemporaryPath.folder("/tmp/twir-events-test-")
    defer { Disk.removeFolder(folder) }
    let path = folder + "/lock"
    var waits = 0
    do {
      // Each opening of the file is a holder of its own, also in one process.
      let first = try FileLock.take(path, waiting: .zero)
      #expect(try !isTaken(path, .milliseconds(120)) { waits += 1 })
      #expect(try !isTaken(path, .zero))
      _ = consume first
    }
    #expect(try isTaken(path, .zero))
    #expect(waits == 1)
  }

  private func isTaken(
    _ path: String, _ patience: Duration, onWait: () -> Void = {}
  ) throws -> Bool {
    switch try FileLock.take(path, waiting: patience, onWait: onWait) {
    case .some: true
    case nil: false
    }
  }

  @Test func saysWhereALockCannotBeMade() {
    #expect(throws: SystemError(code: 2)) {
      _ = try FileLock.take("/nonexistent/lock", waiting: .zero)
    }
  }
}

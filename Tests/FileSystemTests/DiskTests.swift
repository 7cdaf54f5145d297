import Testing

@testable import FileSystem

@Suite struct DiskTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryPath.folder("/tmp/twir-events-test-")
    defer {
      Disk.removeFolder(folder + "/a/b")
      Disk.removeFolder(folder + "/a")
      Disk.removeFolder(folder)
    }
    try body(folder)
  }

  @Test func makesTheFoldersAboveToo() throws {
    try inFolder { folder in
      try Disk.makeFolder(folder + "/a/b")
      try Disk.makeFolder(folder + "/a/b")
      #expect(try FileReading.names(in: folder + "/a") == ["b"])
    }
  }

  @Test func makesNoFolderWhereAFileIs() throws {
    try inFolder { folder in
      try Disk.write(folder + "/x", [1], isDurable: true)
      #expect(throws: SystemError.self) { try Disk.makeFolder(folder + "/x") }
      #expect(throws: SystemError.self) { try Disk.makeFolder(folder + "/x/y") }
    }
  }

  @Test func aRenamedFileTakesTheOthersPlace() throws {
    try inFolder { folder in
      try Disk.write(folder + "/new", [1, 2], isDurable: false)
      try Disk.write(folder + "/old", [3], isDurable: false)
      try Disk.rename(folder + "/new", to: folder + "/old")
      #expect(try FileReading.names(in: folder) == ["old"])
      #expect(try FileReading.contents(of: folder + "/old") == [1, 2])
    }
  }

  @Test func temporaryNamesDiffer() throws {
    try inFolder { folder in
      var first = ""
      var second = ""
      _ = try TemporaryPath.file(folder + "/t-", path: &first)
      _ = try TemporaryPath.file(folder + "/t-", path: &second)
      #expect(first != second && first.hasPrefix(folder + "/t-"))
      #expect(throws: SystemError.self) { try TemporaryPath.folder(folder + "/no/t-") }
    }
  }
}

import Foundation
import Testing

/// What `--output` promises: the file is replaced as a whole, or not touched.
@Suite struct OutputFileTests {
  private func attributes(_ program: Program, _ name: String) throws -> [FileAttributeKey: Any] {
    try FileManager.default.attributesOfItem(atPath: program.folder.appending(path: name).path)
  }

  /// The names of temporary files that are there.
  private static func temporaryFiles(_ program: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { $0.hasPrefix(".twir-events-") }
  }

  @Test func holdsWhatStandardOutputWouldGet() throws {
    try Program.withSamples { program in
      for command in ["ics", "csv", "json", "list"] {
        let written = try program.run([command, "Samples"]).output
        #expect(!written.isEmpty)
        #expect(try program.run([command, "Samples", "-o", "-"]).output == written)
        let result = try program.run([command, "Samples", "-o", "out"])
        result.expectSuccess()
        #expect(result.output.isEmpty)
        let file = try Data(contentsOf: program.folder.appending(path: "out"))
        #expect(Array(file) == written, "\(command)")
      }
    }
  }

  @Test func anUnchangedFileIsNotTouched() throws {
    try Program.withSamples { program in
      let arguments = ["ics", "-q", "Samples", "-o", "rust.ics"]
      try program.run(arguments).expectSuccess()
      try program.shell("touch -t 203101010000 rust.ics").expectSuccess()
      let before = try attributes(program, "rust.ics")
      try program.run(arguments).expectSuccess()
      let after = try attributes(program, "rust.ics")
      for key in [FileAttributeKey.modificationDate, .systemFileNumber] {
        #expect("\(String(describing: before[key]))" == "\(String(describing: after[key]))")
      }
    }
  }

  @Test func aChangedFileKeepsItsMode() throws {
    try Program.withSamples { program in
      let result = try program.shell(
        """
        umask 027; "$twir_events" ics -q Samples -o new.ics
        echo old > old.ics; chmod 604 old.ics; "$twir_events" ics -q Samples -o old.ics
        cmp new.ics old.ics
        """)
      result.expectSuccess()
      #expect(try attributes(program, "new.ics")[.posixPermissions] as? Int == 0o640)
      #expect(try attributes(program, "old.ics")[.posixPermissions] as? Int == 0o604)
    }
  }

  @Test(arguments: [true, false])
  func aSymbolicLinkStaysAndItsTargetIsWritten(targetExists: Bool) throws {
    try Program.withSamples { program in
      let result = try program.shell(
        """
        mkdir here there
        \(targetExists ? "echo old > there/rust.ics" : "")
        ln -s ../there/rust.ics here/link
        "$twir_events" ics -q Samples -o here/link
        readlink here/link
        head -c 15 there/rust.ics
        ls -A here there
        """)
      #expect(
        result.text == """
          ../there/rust.ics
          BEGIN:VCALENDARhere:
          link

          there:
          rust.ics

          """, "\(result.messages)")
    }
  }

  @Test func whatIsNoRegularFileIsWrittenInPlace() throws {
    try Program.withSamples { program in
      let expected = try program.run(["ics", "-q", "Samples"]).output
      for line in [
        "\"$twir_events\" ics -q Samples -o /dev/stdout | cat",
        "\"$twir_events\" ics -q Samples -o /dev/stderr 2>&1 | cat",
        "mkfifo pipe; \"$twir_events\" ics -q Samples -o pipe & cat pipe; test -p pipe",
      ] {
        let result = try program.shell(line)
        #expect(result.status == 0 && result.output == expected, "\(line): \(result.messages)")
      }
    }
  }

  @Test(arguments: [
    "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link", "there/file", "/dev/stderr 2>&1",
    "/dev/fd/5 5>&1",
  ])
  func aFileThatAStreamGoesToIsWrittenInPlace(output: String) throws {
    #if !os(Linux)
      if output.hasPrefix("/proc") { return }
    #endif
    try Program.withSamples { program in
      let result = try program.shell(
        """
        mkdir there; ln -s /dev/stdout link
        { echo a; "$twir_events" ics -q Samples -o \(output); echo b; } > there/file
        { echo a; "$twir_events" ics -q Samples; echo b; } | cmp - there/file
        """)
      result.expectSuccess()
      #expect(result.text.isEmpty)
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/perl")))
  func aPipeThatDoesNotBlockGetsAll() throws {
    try Program.withSamples { program in
      let unblock = "perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, O_NONBLOCK)'"
      let result = try program.shell(
        """
        mkdir many; for number in 10 11 12 13 14 15 16 17 18 19 20 21; do
          cp Samples/2026-02-11-this-week-in-rust.md many/20$number-02-11-copy.md
        done
        "$twir_events" json --raw -q many > expected
        { \(unblock); "$twir_events" json --raw -q many; echo $? >&2; } |
          { sleep 0.2; cmp - expected; }
        """)
      #expect(result.status == 0 && result.messages == "0\n", "\(result.text)\(result.messages)")
    }
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser makes files of others"))
  func whatOthersOwnIsReplacedWithoutOpeningItToAnotherGroup() throws {
    try Program.withSamples { program in
      // The old file may not be read, has the new one's size, and belongs to a group that the user
      // is no member of.
      let result = try program.shell(
        """
        "$twir_events" ics -q Samples > new.ics; tr V v < new.ics > old.ics
        chmod 777 .; chmod 640 old.ics
        setpriv --reuid 65534 --regid 65534 --clear-groups \
          "$twir_events" ics -q Samples -o old.ics || echo $?
        cmp new.ics old.ics
        """)
      #expect(result.status == 0 && result.text.isEmpty, "\(result.text)\(result.messages)")
      #expect(try attributes(program, "old.ics")[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func aRunThatFailsLeavesTheOldFile() throws {
    try Program.withSamples { program in
      let result = try program.shell(
        """
        echo kept > old.ics
        "$twir_events" ics -q Samples no-such.md -o old.ics || echo $?
        "$twir_events" ics -q Samples/README.txt -o old.ics || echo $?
        ulimit -f 8; "$twir_events" ics -q Samples -o old.ics || echo $?
        cat old.ics; ls -A
        """)
      #expect(result.text.hasPrefix("66\n65\n74\nkept\n"), "\(result.text)\(result.messages)")
      #expect(try Self.temporaryFiles(program).isEmpty)
    }
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGALRM, SIGUSR1])
  func aSignalLeavesNoTemporaryFile(signal: Int32) throws {
    try Program.withSamples { program in
      // So many listings that writing takes a while; unmerged, for uniting them is not the point.
      let listing = "* 2031-04-08 | Vienna, AT | [Ferris Friends](https://vienna.example.org/)\n"
      let issue =
        "Date: 2031-04-02\n\n## Upcoming Events\n" + String(repeating: listing, count: 10_000)
      try Data(issue.utf8).write(to: program.folder.appending(path: "big.md"))
      let status = try program.run(
        ["json", "--raw", "-q", "big.md", "-o", "big.json"], signalled: signal
      ) { try !Self.temporaryFiles(program).isEmpty }
      #expect(try Self.temporaryFiles(program).isEmpty)
      // The signal comes when the file is in its place or was given up: it is whole or not there.
      let file = try? Data(contentsOf: program.folder.appending(path: "big.json"))
      #expect(file.map { $0.suffix(2) == Data("]\n".utf8) } ?? (status == -signal), "\(status)")
    }
  }

  @Test func twoRunsAtOnceLeaveAWholeFile() throws {
    try Program.withSamples { program in
      let result = try program.shell(
        """
        # The pipe ends when the last of them does.
        for run in 1 2 3 4; do "$twir_events" ics -q Samples -o rust.ics & done | cat
        "$twir_events" ics -q Samples | cmp - rust.ics
        """)
      result.expectSuccess()
      #expect(try Self.temporaryFiles(program).isEmpty)
    }
  }
}

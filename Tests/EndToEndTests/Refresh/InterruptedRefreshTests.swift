import Foundation
import LoopbackServer
import Testing

/// Runs that end early, meet each other, or may not write.
@Suite struct InterruptedRefreshTests {
  private static let last = "2031-04-16"

  /// Ends runs at many moments; every body that is there is a whole one, and so is the next run.
  @Test func aRunThatIsKilledLeavesAWholeArchive() throws {
    try Program.withSamples { program in
      let first = MadeUp.issues(4, upTo: Self.last)
      try Newsletter.run(first) { newsletter in
        let network = try program.network(newsletter)
        var served = Dictionary(grouping: first) { $0.key }.mapValues { Set($0.map(\.value)) }
        var killedCount = 0
        for round in 0..<24 {
          for name in first.keys {
            let day = String(name.prefix(10))
            let issue = MadeUp.issue(
              day, number: 700, events: 6 + round % 3, title: "Talk \(round)")
            newsletter[name] = issue
            served[name, default: []].insert(issue)
          }
          let status = try kill(program, network, behind: round % 6, of: newsletter)
          #expect([0, -SIGKILL].contains(status))
          let archived = try program.archived()
          for (path, text) in archived {
            let name = path.split(separator: "/").first { $0.hasSuffix("-rust.md") }
            #expect(served[String(name ?? "")]?.contains(text) == true, "\(round): \(path)")
          }
          if status != 0 { killedCount += 1 }
        }
        #expect(killedCount > 0)
        try program.run(["refresh"], environment: network).expectSuccess()
        for name in first.keys { #expect(try program.archived()[name] == newsletter[name]) }
        let rest = try program.shell("ls -a archive | grep incoming")
        #expect(rest.text.isEmpty)
        try program.run(["json", "--offline"]).expectSuccess()
      }
    }
  }

  /// Ends a run some milliseconds after it has sent so many requests.
  private func kill(
    _ program: Program, _ network: [String: String], behind count: Int, of newsletter: Newsletter
  ) throws -> Int32 {
    let wanted = newsletter.requestCount + count
    var moment: ContinuousClock.Instant?
    return try program.run(["refresh"], signalled: SIGKILL, environment: network) {
      if moment == nil, newsletter.requestCount >= wanted {
        moment = .now + .milliseconds(Int.random(in: 0...80))
      }
      return moment.map { ContinuousClock.now >= $0 } ?? false
    }
  }

  @Test func twoRunsAtOnceDoNotDisturbEachOther() throws {
    try Program.withSamples { program in
      let issues = MadeUp.issues(3, upTo: Self.last)
      try Newsletter.run(issues) { newsletter in
        let name = MadeUp.name(Self.last)
        let slow = LoopbackServer.Response(issues[name] ?? "", headers: ["ETag": "\"slow\""])
        newsletter.answer(slow.delayed(by: .milliseconds(400)), to: name)
        let result = try program.shell(
          """
          "$twir_events" refresh > one 2> one.errors & first=$!
          "$twir_events" json > two 2> two.errors & second=$!
          wait $first || echo "first: $?"; wait $second || echo "second: $?"
          """, environment: program.network(newsletter))
        #expect(result.text.isEmpty, "\(result.text)")
        #expect(try program.archived() == issues)
        let errors = try program.shell("cat one.errors two.errors").text
        #expect(errors.contains("another run holds the archive"), "\(errors)")
        #expect(!errors.contains("warning") && !errors.contains("error:"), "\(errors)")
        #expect(try program.shell("grep -c '^' two").text != "0\n")
      }
    }
  }

  private static var canMount: Bool {
    #if os(Linux)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/unshare")
      process.arguments = ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    #else
      return false
    #endif
  }

  @Test(.enabled(if: canMount, "no file system can be mounted for the test"))
  func anArchiveThatMayNotBeWrittenIsReadAllTheSame() throws {
    try Program.withSamples { program in
      try Newsletter.run(MadeUp.issues(2, upTo: Self.last)) { newsletter in
        let network = try program.network(newsletter)
        try program.run(["refresh"], environment: network).expectSuccess()
        try program.age(byHours: 7)
        let expected = try program.run(["json", "--offline"]).output
        let result = try program.shell(
          """
          unshare -rm sh -c '
            mount --bind archive archive && mount -o remount,ro,bind archive || exit 99
            "$twir_events" refresh > said; echo $?
            "$twir_events" json > events; echo $?'
          """, environment: network)
        #expect(result.text == "73\n0\n", "\(result.messages)")
        #expect(result.messages.contains("error: cannot write '\(program.archive.path)"))
        #expect(result.messages.contains("warning: the archive is not up to date"))
        #expect(Array(try Data(contentsOf: program.folder.appending(path: "events"))) == expected)
      }
    }
  }

  @Test(.enabled(if: canMount, "no file system can be mounted for the test"))
  func aFullDiskCostsNothing() throws {
    try Program.withSamples { program in
      let issues = MadeUp.issues(3, upTo: Self.last)
      try Newsletter.run(issues) { newsletter in
        let network = try program.network(newsletter)
        // A body that fits into the disk but not twice, and a rest that has less and less room.
        newsletter[MadeUp.name(Self.last)] = MadeUp.issue(Self.last, number: 700, events: 300)
        let result = try program.shell(
          """
          mkdir archive; unshare -rm sh -c '
            mount -t tmpfs -o size=128k none archive || exit 99
            "$twir_events" refresh > said || exit 98
            for fill in 60 70 80 90 100; do
              head -c "${fill}k" /dev/zero > archive/filler
              rm -f archive/.state/*
              "$twir_events" refresh --all > /dev/null; echo $?
              "$twir_events" json --offline -q > events; echo $?
            done; rm archive/filler; mkdir kept; cp archive/*.md kept'
          """, environment: network)
        let lines = result.text.split(separator: "\n")
        #expect(lines.count == 10, "\(result.text)\(result.messages)")
        for (index, line) in lines.enumerated() {
          #expect(["0", index % 2 == 1 ? "0" : "74"].contains(line), "\(result.text)")
        }
        #expect(lines.contains("74"), "no disk was full: \(result.messages)")
        for name in issues.keys {
          let kept = try Data(contentsOf: program.folder.appending(path: "kept/\(name)"))
          #expect(String(decoding: kept, as: UTF8.self) == newsletter[name])
        }
      }
    }
  }

  /// Takes 30 seconds, so it runs only where it is asked for.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["TWIR_EVENTS_SLOW_TESTS"] != nil,
      "takes 30 seconds; set TWIR_EVENTS_SLOW_TESTS"))
  func aLockThatIsNeverFreeIs75() throws {
    try Program.withSamples { program in
      try Newsletter.run(MadeUp.issues(1, upTo: Self.last)) { newsletter in
        let result = try program.shell(
          "mkdir archive; flock archive/.lock \"$twir_events\" refresh",
          environment: program.network(newsletter))
        #expect(result.status == 75)
        #expect(result.messages.contains("error: another run holds the archive"))
      }
    }
  }
}

import Foundation
import Testing

/// Streams, variables, the clock and the archive: what lies around a run.
@Suite struct SurroundingsTests {
  /// Whether there is a `script` that takes a command; that of macOS takes it otherwise.
  private static var hasScript: Bool {
    #if os(Linux)
      FileManager.default.isExecutableFile(atPath: "/usr/bin/script")
    #else
      false
    #endif
  }

  @Test(arguments: ["ics", "csv", "json", "list", "json --raw", "list --by city", "list --help"])
  func aReaderThatGoesEndsTheProgramQuietly(command: String) throws {
    try Program.withSamples { program in
      // More than a pipe holds.
      let result = try program.shell(
        """
        mkdir many; for number in 10 11 12 13 14 15 16 17 18 19 20 21; do
          sed "s/example/n$number.example/; s/meetup.com/m$number.example.org/" \
            Samples/2026-02-11-this-week-in-rust.md > many/20$number-02-11-copy.md
        done
        { "$twir_events" \(command) -q many; echo $? >&2; } | head -n 1 | wc -l | tr -d ' '
        """)
      #expect(result.text == "1\n")
      #expect(result.messages == "0\n")
    }
  }

  @Test func readsStandardInput() throws {
    try Program.withSamples { program in
      let name = "2031-04-02-sample.md"
      let issue = Array(try Data(contentsOf: program.folder.appending(path: "Samples/\(name)")))
      let piped = try program.run(["csv", "-q", "-"], input: issue)
      piped.expectSuccess()
      #expect(try program.run(["csv", "-q", "Samples/\(name)"]).output == piped.output)
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/perl")))
  func waitsForStandardInputThatDoesNotBlock() throws {
    try Program.withSamples { program in
      let sample = "Samples/2031-04-02-sample.md"
      let result = try program.shell(
        """
        { sleep 0.3; cat \(sample); } |
          { perl -MFcntl -e 'fcntl(STDIN, F_SETFL, O_NONBLOCK)'; "$twir_events" csv -q -; }
        """)
      result.expectSuccess()
      #expect(try program.run(["csv", "-q", sample]).output == result.output)
    }
  }

  @Test func takesTheDateOfAnIssueThatDoesNotSayIt() throws {
    try Program.withSamples { program in
      let issue = Array("## Upcoming Events\n* 2031-04-08 | Vienna | [Rust](https://a.org/)\n".utf8)
      let result = try program.run(
        ["json", "-q", "--issue-date", "2031-04-02", "-"], input: issue)
      #expect(result.text.contains(#""start":"2031-04-08""#), "\(result.text)\(result.messages)")
    }
  }

  @Test(arguments: ["http:", "http:/", "https:", "http:x", "HTTPS:", "https://"])
  func aLinkThatIsOnlyASchemeIsText(link: String) throws {
    try Program.withSamples { program in
      let issue = Array(
        "Date: 2026-02-11\n\n## Upcoming Events\n* 2026-02-18 | Virtual | [G](\(link))\n".utf8)
      for command in [["ics"], ["csv", "--format", "google"], ["json"], ["list"]] {
        try program.run(command + ["-q", "-"], input: issue).expectSuccess()
      }
    }
  }

  @Test func durationsAndColorsAreTakenInAnyCase() throws {
    try Program.withSamples { program in
      let options = ["--ttl", "p1d", "--reminder", "pt2h", "--color", "Teal"]
      let result = try program.run(["ics", "-q", "Samples"] + options)
      result.expectSuccess()
      for line in ["REFRESH-INTERVAL;VALUE=DURATION:P1D", "TRIGGER:-PT2H", "COLOR:teal"] {
        #expect(result.text.contains("\(line)\r\n"))
      }
    }
  }

  @Test func aSourceWithoutEventsAmongOthersIsAWarning() throws {
    try Program.withSamples { program in
      let result = try program.run(["list", "Samples", "Samples/README.txt", "--by", "month"])
      result.expectSuccess()
      #expect(
        result.messages.contains(
          "warning: no events section in 'Samples/README.txt'; it is left out\n"))
      #expect(try program.run(["list", "Samples", "--by", "month"]).output == result.output)
    }
  }

  /// What may lie in a folder beside the issues, and the warning that it is worth.
  private static let brokenEntries = [
    ("mkdir Samples/foo.md", ""),
    ("mkfifo Samples/foo.md", ""),
    ("ln -s nowhere Samples/foo.md", "cannot read 'Samples/foo.md': no such file or folder"),
    (
      "echo x > \"$(printf 'Samples/Z\\374rich.md')\"",
      "cannot read 'Samples/Z\u{FFFD}rich.md': no such file or folder"
    ),
    (
      "echo '## Upcoming Events' > Samples/notes.md",
      "'Samples/notes.md' says no date: name it YYYY-MM-DD-….md, or give --issue-date"
    ),
    ("truncate -s 3G Samples/foo.md", "'Samples/foo.md' is too large to be an issue"),
  ]

  @Test(arguments: brokenEntries)
  func oneBadEntryOfAFolderIsLeftOut(entry: String, warning: String) throws {
    try Program.withSamples { program in
      let expected = try program.run(["json", "Samples"])
      let archive = ["TWIR_EVENTS_HOME": program.folder.appending(path: "Samples").path]
      let expectedOfArchive = try program.run(["json"], environment: archive)
      try program.shell(entry).expectSuccess()
      let result = try program.run(["json", "Samples"])
      result.expectSuccess()
      #expect(result.output == expected.output)
      let line = warning.isEmpty ? "" : "twir-events: warning: \(warning); it is left out\n"
      #expect(result.messages == line + expected.messages)
      let ofArchive = try program.run(["json"], environment: archive)
      ofArchive.expectSuccess()
      #expect(ofArchive.output == expectedOfArchive.output)
    }
  }

  @Test func aFolderWithoutOneGoodEntryIsAnError() throws {
    try Program.withSamples { program in
      try program.shell("mkdir bad; ln -s nowhere bad/x.md; \"$twir_events\" ics bad").expectError(
        66, "cannot read 'bad/x.md': no such file or folder")
    }
  }

  @Test func anUndatedEntryOfAFeedIsLeftOut() throws {
    try Program.withSamples { program in
      let content = { (title: String) in
        "<content type=\"html\">&lt;h2&gt;Upcoming Events&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;2031-04-08 | "
          + "Vienna, AT | &lt;a href=\"https://a.org/\"&gt;\(title)&lt;/a&gt;&lt;/li&gt;&lt;/ul&gt;"
          + "</content>"
      }
      let undated = "<entry>\(content("Undated"))</entry>"
      let dated = "<entry><published>2031-04-02T00:00:00Z</published>\(content("Dated"))</entry>"
      let feed = { (entries: String) in
        Array("<feed xmlns=\"http://www.w3.org/2005/Atom\">\(entries)</feed>".utf8)
      }
      let result = try program.run(["json", "-v", "-"], input: feed(undated + dated))
      result.expectSuccess()
      #expect(result.text.contains("\"Dated\"") && !result.text.contains("Undated"))
      #expect(
        result.messages.contains(
          "-: warning: an entry of the feed says no date; it is left out [no-date]\n"),
        "\(result.messages)")
      try program.run(["json", "-"], input: feed(undated + undated)).expectError(
        65, "'-' says no date: name it YYYY-MM-DD-….md, or give --issue-date")
    }
  }

  @Test func quietSilencesAllButErrors() throws {
    try Program.withSamples { program in
      for arguments in [["Samples", "Samples/README.txt"], ["Samples", "--city", "Atlantis"], []] {
        let result = try program.run(["ics", "-q"] + arguments)
        result.expectSuccess()
        #expect(result.messages.isEmpty)
      }
    }
  }

  @Test func theBuiltInIssueStandsInForTheArchiveAndSaysSo() throws {
    try Program.withSamples { program in
      let result = try program.run(["csv"])
      let sample = "Samples/2026-02-11-this-week-in-rust.md"
      #expect(result.output == (try program.run(["csv", sample])).output)
      let message = /twir-events: warning: .* built-in issue 638 of 2026-02-11, -?[0-9]+ days old\n/
      #expect(result.messages.wholeMatch(of: message) != nil, "\(result.messages)")
    }
  }

  @Test(arguments: [
    "TWIR_EVENTS_HOME=\"$PWD/Samples\"",
    "TWIR_EVENTS_HOME= XDG_DATA_HOME=\"$PWD/data\"",
    "TWIR_EVENTS_HOME= XDG_DATA_HOME= HOME=\"$PWD/home\"",
  ])
  func readsTheLocalArchive(variables: String) throws {
    try Program.withSamples { program in
      let result = try program.shell(
        """
        mkdir -p data home/.local/share
        cp -r Samples data/twir-events; cp -r Samples home/.local/share/twir-events
        \(variables) "$twir_events" json -q
        """)
      // The archive's default is the newest issue and those of the four weeks before it.
      #expect(
        result.output
          == (try program.run(["json", "-q", "Samples", "--issues", "recent"])).output)
      #expect(!result.text.contains("2026-02-11") && result.text.contains("2031-04-16"))
    }
  }

  @Test func theBytesAreTheSameInAllZonesAndLanguages() throws {
    try Program.withSamples { program in
      for command in ["ics", "csv", "json", "list"] {
        let expected = try program.run([command, "Samples"])
        for (zone, language) in [
          ("Pacific/Kiritimati", "tr_TR.UTF-8"), ("America/Los_Angeles", "de_DE.ISO-8859-1"),
          ("nonsense", "C"),
        ] {
          let result = try program.run(
            [command, "Samples"],
            environment: ["TZ": zone, "LANG": language, "LC_ALL": language, "COLUMNS": "40"])
          #expect(result.output == expected.output, "\(command) in \(zone), \(language)")
          #expect(result.errors == expected.errors, "\(command) in \(zone), \(language)")
        }
      }
    }
  }

  @Test func windowsCountFromToday() throws {
    try Program.withSamples { program in
      let day = { (offset: Double) in
        Date(timeIntervalSinceNow: offset * 86_400).formatted(.iso8601.year().month().day())
      }
      let listings = [-40.0, -3, 3, 40].map { offset in
        "* \(day(offset)) | Vienna, AT | [In \(Int(offset)) days](https://a.org/\(offset))\n"
      }
      let issue = Array("Date: \(day(-45))\n\n## Upcoming Events\n\(listings.joined())".utf8)
      for (window, expected) in [
        (["--from", "-30d"], "-3 3 40"), (["--from", "today", "--to", "+2w"], "3"),
        (["--to", "-1d"], "-40 -3"), (["--from=tomorrow"], "3 40"),
      ] {
        let found = try program.run(["csv", "-q", "-"] + window, input: issue).text
          .matches(of: /In (-?[0-9]+) days,2/).map { String($0.1) }.joined(separator: " ")
        #expect(found == expected, "\(window)")
      }
    }
  }

  @Test(.enabled(if: hasScript, "needs the script of util-linux, for a terminal"))
  func colourIsForTerminalsWithoutNoColor() throws {
    try Program.withSamples { program in
      let arguments = "list -q Samples --from 2031-05-01"
      let escape = "\u{1B}["
      for (variables, options, isColored) in [
        ("", "", true), ("NO_COLOR=1", "", false), ("NO_COLOR=", "", true),
        ("NO_COLOR=1", "--color always", true), ("", "--color never", false),
      ] {
        let result = try program.shell(
          "\(variables) script -qec \"$twir_events \(arguments) \(options)\" /dev/null < /dev/null")
        #expect(result.text.contains(escape) == isColored, "\(variables) \(options)")
      }
      let piped = try program.shell("$twir_events \(arguments)")
      #expect(!piped.text.contains(escape))
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
  func theManualPageNamesEveryOption() throws {
    try Program.withSamples { program in
      let script = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "scripts/check-manual")
      let result = try program.shell("'\(script.path)' \"$twir_events\"")
      #expect(result.status == 0, "\(result.messages)")
    }
  }
}

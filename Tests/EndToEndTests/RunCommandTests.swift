import Foundation
import Testing

/// `run` writes the feeds of a file, each as its command line alone would.
@Suite struct RunCommandTests {
  private static let commands = "'ics', 'csv', 'json', 'html', 'list', 'cfp' or 'changes'"

  /// Writes a file of feeds beside the samples, and runs it.
  private func run(
    _ program: Program, _ feeds: String, _ arguments: [String] = [],
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Data(feeds.utf8).write(to: program.folder.appending(path: "feeds"))
    return try program.run(["run", "feeds"] + arguments, environment: environment)
  }

  private func contents(_ program: Program, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: program.folder.appending(path: name)), as: UTF8.self)
  }

  @Test func eachFeedIsWhatItsCommandWritesAlone() throws {
    let commands = [
      "ics Samples --region Europe", "ics Samples --near Berlin --within 600 --reminder P1D",
      "csv Samples --city Munich", "csv Samples --format google --country PL",
      "json Samples --issues 907", "json --raw Samples", "list Samples --by city",
      "list --from 2031-04-10 Samples", "cfp Samples --format ics", "changes Samples",
      "changes Samples --format json --since 906", "changes Samples --format atom --region Africa",
      "list -", "ics --issue-date 2031-04-02 Samples",
    ]
    try Program.withSamples { program in
      let feeds = commands.enumerated()
        .map { "feed\($0.offset): \($0.element) -o out\($0.offset)\n" }.joined()
      try Data(feeds.utf8).write(to: program.folder.appending(path: "feeds"))
      let input = "< Samples/2031-04-02-sample.md"
      let result = try program.shell("\"$twir_events\" run feeds \(input)")
      result.expectSuccess()
      #expect(result.messages.hasSuffix("\(commands.count) feeds: wrote \(commands.count)\n"))
      for (number, command) in commands.enumerated() {
        let alone = try program.shell("\"$twir_events\" \(command) \(input)")
        alone.expectSuccess()
        #expect(!alone.output.isEmpty, "\(command)")
        #expect(try contents(program, "out\(number)") == alone.text, "\(command)")
      }
    }
  }

  @Test func sourcesAreReadOnce() throws {
    try Program.withSamples { program in
      let feeds = (0..<12).map { "f\($0): ics Samples --issues 90\($0 % 9) -o \($0).ics\n" }
      let result = try run(program, feeds.joined())
      #expect(result.messages.components(separatedBy: "read 82 listings").count == 2)
    }
  }

  @Test func wordsAreThoseOfAShell() throws {
    try Program.withSamples { program in
      let feeds = #"""
        # A comment, and an empty line.

          one: ics Samples --name 'a # "b" $HOME' -o one.ics # a comment
        two.2:ics
        """#
      try run(program, feeds).expectError(
        64,
        "feeds:4: this is no feed: expected 'NAME: COMMAND …', as in "
          + "'europe: ics --region Europe -o europe.ics'")
      let words = #"""
        one: ics Samples --name 'a # "b" $HOME' -o one.ics # a comment
        two: ics Samples --name "x \"y\" \\ \n $WORD${WORD}s" \
             -o "with space.ics"
        three:	ics Samples --name a\ b#c'd'"e" -o ~/three.ics
        four: ics Samples --name "cost: $5 \$WORD" -o ${HOME}/four.ics
        """#
      try run(program, words, environment: ["WORD": "w"]).expectSuccess()
      for (file, name) in [
        ("one.ics", #"a # "b" $HOME"#), ("with space.ics", #"x "y" \\ \\n wws"#),
        ("three.ics", "a b#cde"), ("four.ics", "cost: $5 $WORD"),
      ] {
        #expect(try contents(program, file).contains("\r\nNAME:\(name)\r\n"), "\(file)")
      }
    }
  }

  @Test(arguments: [
    ("ics \"a", "a quote (\") is not closed"),
    ("ics 'a", "a quote (') is not closed"),
    ("ics $NOT_SET -o x", "the variable 'NOT_SET' is not set"),
    (
      "ics > x",
      "'>' means nothing here, for no shell reads the line: put it in quotes, and write to a file "
        + "with -o"
    ),
    ("", "it has no command: expected \(Self.commands)"),
    ("isc", "'isc' makes no feed: expected \(Self.commands)"),
    ("ics --help", "it asks for help and writes nothing"),
    (
      "ics --region Europa -o x",
      "no region is called 'Europa': expected 'Virtual', 'Africa', 'Asia', 'Europe', "
        + "'North America', 'Oceania' or 'South America' (see 'twir-events ics --help')"
    ),
    ("csv Samples -o no/such.csv", "cannot write 'no/such.csv': no such file or folder"),
    ("ics nowhere.md -o x", "cannot read 'nowhere.md': no such file or folder"),
  ])
  func aMistakeNamesFileLineAndFeedAndTheOthersGoOn(line: String, message: String) throws {
    try Program.withSamples { program in
      let feeds = "# x\nfirst: ics Samples -o 1.ics\nbad: \(line)\nlast: csv Samples -o 2.csv\n"
      let result = try run(program, feeds, ["-q"])
      #expect(result.messages == "twir-events: error: feeds:3: feed 'bad': \(message)\n")
      #expect(result.status == (line.contains("no/") ? 73 : line.contains("nowhere") ? 66 : 64))
      #expect(try contents(program, "1.ics").hasPrefix("BEGIN:VCALENDAR"))
      #expect(try contents(program, "2.csv").hasPrefix("uid,"))
    }
  }

  @Test func theExitCodeIsThatOfTheFirstFailure() throws {
    try Program.withSamples { program in
      let result = try run(
        program, "a: ics nowhere.md -o a\nb: ics Samples -o no/b\nc: ics --foo -o c\n", ["-q"])
      #expect(result.status == 66)
      #expect(result.messages.split(separator: "\n").count == 3)
    }
  }

  @Test func aFailedFeedLeavesItsOldFile() throws {
    try Program.withSamples { program in
      try program.shell("echo old > a.ics; echo old > b.ics; echo '# no issue' > empty.md")
        .expectSuccess()
      let result = try run(
        program, "a: ics Samples/README.txt -o a.ics\nb: ics Samples -o b.ics\n", ["-q"])
      #expect(result.status == 65)
      #expect(try contents(program, "a.ics") == "old\n")
      #expect(try contents(program, "b.ics").hasPrefix("BEGIN:VCALENDAR"))
    }
  }

  @Test(arguments: [
    (
      "a: ics Samples -o a.ics\na: csv Samples -o a.csv", "2: feed 'a'",
      "the name stands in line 1 already"
    ),
    (
      "a: ics Samples -o a.ics\nb: csv Samples -o ./a.ics", "2: feed 'b'",
      "feed 'a' in line 1 writes './a.ics' already"
    ),
    ("a: ics Samples", "1: feed 'a'", "it names no file to write: add '-o FILE'"),
    ("a: ics Samples -o -", "1: feed 'a'", "it names no file to write: add '-o FILE'"),
    (
      "ok: ics Samples -o a.ics\na: run other", "2: feed 'a'",
      "'run' makes no feed: expected \(Self.commands)"
    ),
  ])
  func aMistakeOfTheFileIs64AndWritesNothing(
    feeds: String, place: String, message: String
  ) throws {
    try Program.withSamples { program in
      try run(program, feeds).expectError(64, "feeds:\(place): \(message)")
      #expect(try program.shell("ls").text == "Samples\nfeeds\n")
    }
  }

  @Test func namesChooseFeedsOfTheFileOrOfTheUsersOwn() throws {
    try Program.withSamples { program in
      let feeds = "a: ics Samples -o a.ics\nb: ics Samples -o b.ics\nc: ics Samples -o c.ics\n"
      try run(program, feeds, ["c", "a"]).expectSuccess()
      #expect(try program.shell("ls *.ics").text == "a.ics\nc.ics\n")
      try run(program, feeds, ["d"]).expectError(
        64, "no feed in 'feeds' is called 'd': expected 'a', 'b' or 'c'")

      try program.shell(
        "mkdir -p .config/twir-events; mv feeds .config/twir-events/feeds; rm *.ics"
      )
      .expectSuccess()
      try program.run(["run", "b"]).expectSuccess()
      #expect(try program.shell("ls *.ics").text == "b.ics\n")
      try program.run(["run"]).expectSuccess()
      #expect(try program.shell("ls *.ics").text == "a.ics\nb.ics\nc.ics\n")
      try program.shell("mv .config other").expectSuccess()
      let moved = ["XDG_CONFIG_HOME": program.folder.appending(path: "other").path]
      try program.run(["run", "-q"], environment: moved).expectSuccess()
      try program.run(["run", "nofile"]).expectError(
        66, "cannot read 'nofile': no such file or folder")
    }
  }

  @Test func listShowsTheFeedsAndWritesNothing() throws {
    try Program.withSamples { program in
      let result = try run(
        program, "europe:  ics --region Europe\\\n  -o e.ics\nb: csv -o b.csv\n", ["--list"])
      result.expectSuccess()
      #expect(result.text == "europe  ics --region Europe -o e.ics\nb       csv -o b.csv\n")
      #expect(try program.shell("ls").text == "Samples\nfeeds\n")
    }
  }

  @Test func aDryRunSaysWhatWouldChangeAndWritesNothing() throws {
    try Program.withSamples { program in
      try program.shell("\"$twir_events\" csv -q Samples -o same.csv; echo old > old.ics")
        .expectSuccess()
      let before = try program.shell("ls -l --time-style=full-iso *.*").text
      let feeds = """
        same: csv Samples -o same.csv
        old: ics Samples --region Africa -o old.ics
        new: cfp Samples --format json -o new.json
        bad: ics nowhere.md -o bad.ics
        """
      let result = try run(program, feeds, ["--dry-run", "-q"])
      #expect(result.status == 66)
      let csv = try contents(program, "same.csv").utf8.count
      let sizes = try ["ics --region Africa", "cfp --format json"].map {
        try program.shell("\"$twir_events\" \($0) -q Samples").output.count
      }
      #expect(
        result.text == """
          same  unchanged  62 events  \(csv) bytes  same.csv
          old   changed    2 events   \(sizes[0]) bytes   old.ics
          new   new        2 events   \(sizes[1]) bytes   new.json
          bad   failed

          """)
      #expect(try program.shell("ls -l --time-style=full-iso *.*").text == before)
    }
  }

  @Test func aSecondRunTouchesNothing() throws {
    try Program.withSamples { program in
      let feeds = "a: ics Samples -o a.ics\nb: list Samples --by city -o b.txt\n"
      try run(program, feeds).expectSuccess()
      let before = try program.shell("ls -li --time-style=full-iso a.ics b.txt").text
      let again = try run(program, feeds)
      #expect(again.messages.hasSuffix("2 feeds: wrote 0, 2 unchanged\n"))
      #expect(try program.shell("ls -li --time-style=full-iso a.ics b.txt").text == before)
    }
  }

  @Test func aSiteIsAFeedToo() throws {
    try Program.withSamples { program in
      let feeds = "site: html Samples --region Africa -o site\nb: html Samples -o ./site/\n"
      try run(program, feeds).expectError(
        64, "feeds:2: feed 'b': feed 'site' in line 1 writes './site/' already")
      let feed = "site: html Samples --region Africa -o site\n"
      let rehearsed = try run(program, feed, ["-n", "-q"])
      rehearsed.expectSuccess()
      #expect(rehearsed.text.hasPrefix("site  new  2 events  "))
      #expect(try program.shell("ls").text == "Samples\nfeeds\n")
      try run(program, feed).expectSuccess()
      try program.shell(
        "\"$twir_events\" html -q Samples --region Africa -o alone && diff -r site alone"
      ).expectSuccess()
      #expect(try run(program, feed, ["-n", "-q"]).text.hasPrefix("site  unchanged  2 events  "))
      try program.shell("echo more >> site/index.html").expectSuccess()
      #expect(try run(program, feed, ["-n", "-q"]).text.hasPrefix("site  changed  2 events  "))
    }
  }

  @Test func aFileWithoutFeedsIs64() throws {
    try Program.withSamples { program in
      try run(program, "# nothing\n\n").expectError(
        64, "no feed in 'feeds': expected lines such as 'europe: ics -o europe.ics'")
      try program.shell("printf 'a: ics -o \\374' > latin; \"$twir_events\" run latin").expectError(
        64, "latin:1: the file is no UTF-8")
    }
  }

  @Test func theSampleFileRuns() throws {
    try Program.withSamples { program in
      let result = try program.shell("mkdir public; \"$twir_events\" run Samples/feeds")
      result.expectSuccess()
      #expect(try program.shell("ls public").text.split(separator: "\n").count >= 5)
    }
  }
}

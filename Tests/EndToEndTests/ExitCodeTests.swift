import Foundation
import Testing

/// Each exit code has one clear line on standard error, and leaves standard output empty.
@Suite struct ExitCodeTests {
  private static let commands =
    "'ics', 'csv', 'json', 'html', 'list', 'cfp', 'changes', 'check', 'pages', 'run' or 'refresh'"

  @Test(arguments: [
    (["icss"], "no command is called 'icss': expected \(commands) (see 'twir-events --help')"),
    (["help", "me"], "no command is called 'me': expected \(commands) (see 'twir-events --help')"),
    (
      ["--region", "Asia"],
      "unknown option '--region'; a command comes first: \(commands) (see 'twir-events --help')"
    ),
    (
      ["--quiet", "list", "X.md"],
      "unknown option '--quiet'; options come behind the command 'list' "
        + "(see 'twir-events list --help')"
    ),
    (
      ["list", "--colour", "never"],
      "unknown option '--colour': did you mean '--color'? (see 'twir-events list --help')"
    ),
    (["ics", "-o"], "missing value for '-o <file>' (see 'twir-events ics --help')"),
    (
      ["csv", "--format", "xls"],
      "the value 'xls' is invalid for '--format <format>': expected 'csv' or 'google' "
        + "(see 'twir-events csv --help')"
    ),
    (
      ["ics", "--region", "Europa"],
      "no region is called 'Europa': expected 'Virtual', 'Africa', 'Asia', 'Europe', "
        + "'North America', 'Oceania' or 'South America' (see 'twir-events ics --help')"
    ),
    (
      ["ics", "--mode", "remote"],
      "no mode is called 'remote': expected 'virtual', 'hybrid' or 'in-person' "
        + "(see 'twir-events ics --help')"
    ),
    (
      ["ics", "--status", "confirmed"],
      "no status is called 'confirmed': expected 'scheduled', 'cancelled' or 'postponed' "
        + "(see 'twir-events ics --help')"
    ),
    (
      ["ics", "--from", "2031-02-29"],
      "'2031-02-29' is no date: expected YYYY-MM-DD, 'today', 'tomorrow', or days or weeks from "
        + "today such as '+4w' or '-30d' (see 'twir-events ics --help')"
    ),
    (["csv", "--exclude", " "], "the value of --exclude is empty (see 'twir-events csv --help')"),
    (["ics", "--within", "5"], "--within needs --near (see 'twir-events ics --help')"),
    (
      ["ics", "--near", "Berlin", "--within", "-5"],
      "'-5' is no distance: expected kilometres from 0 on (see 'twir-events ics --help')"
    ),
    (
      ["ics", "--ttl", "12h"],
      "'12h' is no duration for --ttl: expected one of RFC 5545, such as PT12H or P1D "
        + "(see 'twir-events ics --help')"
    ),
    (
      ["ics", "--ttl", "pt0s"],
      "'pt0s' is no duration for --ttl: expected one of RFC 5545, such as PT12H or P1D "
        + "(see 'twir-events ics --help')"
    ),
    (
      ["ics", "--ttl=-PT12H"],
      "'-PT12H' is no duration for --ttl: expected one of RFC 5545, such as PT12H or P1D "
        + "(see 'twir-events ics --help')"
    ),
    (
      ["ics", "--reminder=+P1D"],
      "'+P1D' is no duration for --reminder: expected one of RFC 5545, such as PT12H or P1D "
        + "(see 'twir-events ics --help')"
    ),
    (
      ["ics", "--feed-url", "httpfoo"],
      "'httpfoo' is no URL for --feed-url: expected https://… (see 'twir-events ics --help')"
    ),
    (
      ["ics", "--color", "foo"],
      "'foo' is no colour for --color: expected a CSS colour name such as sienna or teal "
        + "(see 'twir-events ics --help')"
    ),
    (
      ["list", "--width", "5"],
      "'5' is no width: expected 20 to 10000 columns (see 'twir-events list --help')"
    ),
    (
      ["list", "--issues", "638-600"],
      "'638-600' names no issues: expected 'latest', 'recent', 'all', a number, a range such as "
        + "'600-638', or dates such as '2025-01-01..2025-06-30' (see 'twir-events list --help')"
    ),
    (
      ["list", "-q", "-v"],
      "--quiet and --verbose exclude each other (see 'twir-events list --help')"
    ),
  ])
  func aWrongCommandLineIs64(arguments: [String], message: String) throws {
    try Program.withSamples { try $0.run(arguments).expectError(64, message) }
  }

  @Test func aCommandLineThatIsNoUTF8Is64AndWritesNothing() throws {
    try Program.withSamples { program in
      let result = try program.shell(
        "\"$twir_events\" ics -q Samples -o \"$(printf 'Z\\374rich.ics')\"")
      result.expectError(64, "argument 5 is no UTF-8: 'Z\u{FFFD}rich.ics'")
      #expect(try program.shell("ls").text == "Samples\n")
    }
  }

  @Test func messagesHoldNothingThatActsOnTheTerminal() throws {
    try Program.withSamples { program in
      let hostile = "a\u{9B}31m\u{85}\u{202E}b\u{2066}\u{200F}\u{2028}c\u{2029}\u{7F}\u{1B}ü"
      try program.run(["ics", "Samples", hostile]).expectError(
        66, "cannot read 'a 31m  b   c   ü': no such file or folder")
    }
  }

  @Test func anAmbiguousCityIs64AndListsTheChoices() throws {
    try Program.withSamples { program in
      let result = try program.run(["ics", "Samples", "--near", "Cambridge"])
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
      #expect(result.messages.hasPrefix("twir-events: error: several cities are called"))
      #expect(result.messages.contains("'Cambridge, GB'; 'Cambridge, ON, CA'; 'Cambridge, MA, US'"))
      #expect(result.messages.count { $0 == "\n" } == 1)
    }
  }

  @Test func sourcesWithoutEventsAre65() throws {
    try Program.withSamples { program in
      try program.run(["ics", "Samples/README.txt"]).expectError(
        65,
        "no events section in 'Samples/README.txt': expected an issue of This Week in Rust with the "
          + "heading 'Upcoming Events': its Markdown, its published page, or a feed with full content"
      )
      try program.shell("mkdir empty; \"$twir_events\" ics empty").expectError(
        65, "no issue (*.md, *.markdown, *.html) in the folder 'empty'")
      try program.run(["ics", "-"], input: Array("## Upcoming Events\n".utf8)).expectError(
        65, "'-' says no date: name it YYYY-MM-DD-….md, or give --issue-date")
      try program.run(
        ["ics", "-"], input: Array("Date: 2031-04-02\n\n## Upcoming Events\n* Soon\n".utf8)
      ).expectError(65, "no listing could be read in '-'; --verbose shows why")
    }
  }

  @Test func aSourceThatIsTooLargeIs65() throws {
    try Program.withSamples { program in
      // The files take no room on the disk.
      for size in ["1073741825", "3000000000", "1000000000000"] {
        try program.shell("truncate -s \(size) big.md && \"$twir_events\" ics big.md").expectError(
          65, "'big.md' is too large to be an issue")
      }
      try program.shell("\"$twir_events\" list - < /dev/zero").expectError(
        65, "'-' is too large to be an issue")
    }
  }

  @Test func aSourceThatCannotBeReadIs66() throws {
    try Program.withSamples { program in
      try program.run(["ics", "Samples", "2031.md"]).expectError(
        66, "cannot read '2031.md': no such file or folder")
      try program.shell("\"$twir_events\" ics - <&-").expectError(
        66, "cannot read '-': it is closed")
    }
  }

  @Test func theBuiltInIssueReplacesNoFileAndSaysSoWith69() throws {
    try Program.withSamples { program in
      let result = try program.shell(
        "echo kept > old.ics; \"$twir_events\" ics -q -o old.ics; echo $? >&2; cat old.ics")
      let lines = result.messages.split(separator: "\n")
      #expect(lines.count == 2 && lines.last == "69", "\(result.messages)")
      #expect(lines.first?.hasSuffix("does not replace 'old.ics': name a SOURCE") == true)
      #expect(result.text == "kept\n")
    }
  }

  @Test func anOutputThatCannotBeMadeIs73() throws {
    try Program.withSamples { program in
      try program.run(["ics", "-q", "Samples", "-o", "no/such.ics"]).expectError(
        73, "cannot write 'no/such.ics': no such file or folder")
      try program.run(["ics", "-q", "Samples", "-o", "Samples"]).expectError(
        73, "cannot write 'Samples': it is a folder")
      try program.run(["ics", "-q", "Samples", "-o", ""]).expectError(
        73, "cannot write '': no such file or folder")
      try program.shell("ln -s loop loop; \"$twir_events\" ics -q Samples -o loop").expectError(
        73, "cannot write 'loop': too many symbolic links")
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func aFolderThatMayNotBeWrittenIs73() throws {
    try Program.withSamples { program in
      try program.shell(
        "mkdir locked; chmod 500 locked; \"$twir_events\" ics -q Samples -o locked/rust.ics"
      ).expectError(73, "cannot write 'locked/rust.ics': permission denied")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIs74() throws {
    try Program.withSamples { program in
      let reason = "failed: no space left on the device"
      for command in ["ics", "csv", "json", "list"] {
        try program.run([command, "-q", "Samples", "-o", "/dev/full"]).expectError(
          74, "writing '/dev/full' \(reason)")
        try program.shell("\"$twir_events\" \(command) -q Samples > /dev/full").expectError(
          74, "writing 'standard output' \(reason)")
      }
      try program.shell("\"$twir_events\" --help > /dev/full").expectError(
        74, "writing 'standard output' \(reason)")
    }
  }

  @Test func aClosedStandardOutputIs74() throws {
    try Program.withSamples { program in
      try program.shell("\"$twir_events\" ics -q Samples >&-").expectError(
        74, "writing 'standard output' failed: it is closed")
    }
  }
}

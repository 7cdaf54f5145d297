import Testing

@Suite struct CommandLineTests {
  @Test func printsItsVersionAlone() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(["--version"])
    #expect(result.status == 0)
    #expect(result.text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil, "\(result.text)")
    #expect(result.messages.isEmpty)
  }

  @Test(arguments: ["ics", "csv", "json", "list", "cfp"])
  func showsTheHelpOfEachCommand(command: String) throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run([command, "--help"])
    #expect(result.status == 0)
    #expect(result.text.contains("USAGE: twir-events \(command)"))
    #expect(result.messages.isEmpty)
  }

  @Test(arguments: [["ics", "--no-such-option"], ["no-such-command"]])
  func exitsWith64WhenTheCommandLineIsWrong(arguments: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("no-such"))
  }
}

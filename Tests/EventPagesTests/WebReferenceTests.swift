import Testing

@testable import EventPages

struct WebReferenceTests {
  private static let base = "https://a.example/b/c/d?q#f"

  @Test(arguments: [
    ("https://x.example/y", "https://x.example/y"),
    ("//x.example/y", "https://x.example/y"),
    ("/y", "https://a.example/y"),
    ("y", "https://a.example/b/c/y"),
    ("../y?z=1/../2", "https://a.example/b/y?z=1/../2"),
    ("../../../y", "https://a.example/y"),
    ("./", "https://a.example/b/c/"),
    ("?z", "https://a.example/b/c/d?z"),
    ("#z", "https://a.example/b/c/d?q#z"),
    (" /y z\n ", "https://a.example/y%20z"),
  ])
  func resolvesReferences(reference: String, expected: String) {
    #expect(WebReference.resolve(reference, base: Self.base) == expected)
  }

  @Test(arguments: ["", " ", "javascript:alert(1)", "data:image/png;base64,", "mailto:a@b.example"])
  func dropsWhatIsNoAddressOfTheWeb(reference: String) {
    #expect(WebReference.resolve(reference, base: Self.base) == nil)
  }

  @Test func leavesReferencesAsTheyAreWithoutABase() {
    #expect(WebReference.resolve("/y", base: nil) == "/y")
    #expect(WebReference.resolve("//x.example/y", base: nil) == "https://x.example/y")
  }
}

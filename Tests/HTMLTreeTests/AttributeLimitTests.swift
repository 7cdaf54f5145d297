import Testing

@testable import HTMLTree

struct AttributeLimitTests {
  /// So many attributes, as one tag has them.
  private static func attributes(_ count: Int) -> String {
    (0..<count).map { "a\($0)" }.joined(separator: " ")
  }

  @Test(arguments: [
    "", "<", "<a", "<a href='x>y'>", "a < b and c > d",
    "<p " + attributes(8_192) + ">",
    "<script>for(i=0;i<n;i++){" + String(repeating: "v0 += w0; ", count: 1_000) + "}</script>",
    "<p x='" + attributes(1_000) + "'>",
    String(repeating: "<p " + attributes(200) + ">", count: 50),
  ])
  func letsOrdinaryTagsPass(html: String) {
    let holds = AttributeLimit.holds(in: Array(html.utf8).span)
    #expect(holds)
  }

  @Test(arguments: [
    "<p " + attributes(8_193) + ">",
    String(repeating: "<p " + attributes(2_000) + ">", count: 50),
    "<p " + attributes(9_000),
    "<p x='>' " + attributes(9_000) + ">",
    "<p x=\"<q y='\" " + attributes(9_000) + ">",
    "<p " + String(repeating: "a=\"\"", count: 9_000) + ">",
    "<!-- ' --><p " + attributes(9_000) + ">",
    String(repeating: "<a", count: 100_000),
  ])
  func findsTagsThatWouldTakeHours(html: String) {
    #expect(throws: HTMLTreeError.tooManyAttributes) {
      _ = try HTMLDocument(parsing: Array(html.utf8))
    }
  }
}

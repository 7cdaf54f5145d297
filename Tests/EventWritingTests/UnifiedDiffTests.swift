import EventModel
import EventWriting
import Testing

struct UnifiedDiffTests {
  @Test(arguments: [
    ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
    ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n6\n7\n8\n9\n",
      "@@ -2,7 +2,6 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n"
    ),
    (
      "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n", "A\n1\n2\n3\n4\n5\n6\n7\n8\nB\n",
      "@@ -1,4 +1,4 @@\n-0\n+A\n 1\n 2\n 3\n@@ -7,4 +7,4 @@\n 6\n 7\n 8\n-9\n+B\n"
    ),
  ])
  func writesHunks(old: String, new: String, hunks: String) {
    #expect(diff(old, new) == "--- a/draft.md\n+++ b/draft.md\n" + hunks)
  }

  @Test func writesNothingForTheSameText() {
    #expect(diff("a\n", "a\n") == "")
  }

  @Test(arguments: [
    ("a b.md", "--- a/a b.md\t\n"), ("q\"t.md", "--- \"a/q\\\"t.md\"\n"),
    ("tab\t.md", "--- \"a/tab\\011.md\"\n"), ("grün.md", "--- a/grün.md\n"),
  ])
  func namesFilesAsGitDoes(path: String, line: String) {
    #expect(diff("a\n", "b\n", path: path).hasPrefix(line))
  }

  @Test func tellsWhichLinesAreNew() {
    let difference = LineDifference(from: Array("a\nb\nc\n".utf8), to: Array("a\nx\ny\nc\nz".utf8))
    #expect(difference.changes.map(\.new) == [1..<3, 4..<5])
    #expect(difference.changes.map(\.old) == [1..<2, 3..<3])
  }

  @Test func replacesWhatIsTooLongToCompare() {
    let old = (0..<15_000).map { "old \($0)\n" }.joined()
    let new = (0..<15_000).map { "new \($0)\n" }.joined()
    #expect(LineDifference(from: Array(old.utf8), to: Array(new.utf8)).changes.count == 1)
  }

  private func diff(_ old: String, _ new: String, path: String = "draft.md") -> String {
    var buffer = OutputBuffer()
    UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).write(path: path, into: &buffer)
    return buffer.withSpan { span in
      String(decoding: (0..<span.count).map { span[$0] }, as: UTF8.self)
    }
  }
}

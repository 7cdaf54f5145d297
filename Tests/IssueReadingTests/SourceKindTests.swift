import EventModel
import Testing

@testable import IssueReading

struct SourceKindTests {
  @Test(
    arguments: [
      ("Title: This Week in Rust 1\n", .markdown), ("", .markdown),
      ("## Upcoming Events", .markdown),
      ("<!-- a comment --> # Upcoming Events", .markdown), ("<svg/>", .markdown),
      ("<https://example.org> is a link", .markdown), ("{}", .markdown), ("<!-- open", .markdown),
      ("<!DOCTYPE html><p>", .page), ("<!doctype HTML PUBLIC 'x'>", .page), ("\n <HTML>", .page),
      ("<?xml version='1.0'?><!-- x --><html xmlns='y'>", .page), ("\u{FEFF}<html>", .page),
      ("<article>", .page),
      ("<?xml version='1.0'?><feed>", .feed), ("<rss version='2.0'>", .feed),
      ("<atom:feed xmlns:atom='x'>", .feed), ("<rdf:RDF>", .feed),
    ] as [(String, SourceKind)])
  func isToldByTheContents(text: String, kind: SourceKind) {
    #expect(SourceKind(Array(text.utf8)) == kind)
  }
}

struct IssueStampTests {
  @Test(
    arguments: [
      ("This Week in Rust 638", 638), ("THIS WEEK IN RUST  57 · This Week in Rust", 57),
      ("This Week in Rust #5", 5), ("This Week in Rust", nil), ("", nil),
      ("This Week in Rust 99999999999", nil), ("Another 12", nil),
    ] as [(String, UInt32?)])
  func findsTheNumberInATitle(title: String, number: UInt32?) {
    #expect(IssueStamp.number(inTitle: title) == number)
  }

  @Test(
    arguments: [
      ("https://this-week-in-rust.org/blog/2026/02/11/this-week-in-rust-638/", "2026-02-11"),
      ("tag:this-week-in-rust.org,2026-02-18:/blog/2026/02/18/x", "2026-02-18"),
      ("/2026/2/11/", nil), ("/2026/02/30/", nil), ("", nil), ("///", nil),
    ] as [(String, String?)])
  func findsTheDayInAnAddress(address: String, day: String?) {
    #expect(IssueStamp.date(inAddress: address) == day.flatMap { CivilDate($0) })
  }

  @Test(
    arguments: [
      ("Wed, 11 Feb 2026 00:00:00 -0500", "2026-02-11"), ("1 December 25 10:00 GMT", "2025-12-01"),
      ("Wed, 31 Feb 2026", nil), ("", nil), ("Feb", nil), ("11 Feb", nil), ("x y z", nil),
      ("99999999999999999999 Feb 2026", nil),
    ] as [(String, String?)])
  func readsADateOfRSS(text: String, day: String?) {
    #expect(IssueStamp.date(inMailDate: text) == day.flatMap { CivilDate($0) })
  }
}

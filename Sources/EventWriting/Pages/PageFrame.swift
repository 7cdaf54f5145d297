import HTMLTree

/// What is around the content of every page: head, landmarks, style.
struct PageFrame {
  /// The document's title.
  let title: String
  /// The title of what the page is about, for previews that name the site beside it.
  let subject: String
  /// What stands in results of a search.
  let description: String
  /// The page's own address; nil where the site has none.
  let address: String?
  /// The site's name.
  let siteName: String
  /// The calendar that says the same, seen from the page.
  var calendar: String?
  /// The address of a picture.
  var image: String?
  /// Data for machines, each a `script` of JSON-LD.
  var linkedData: [String] = []
  /// Style that only this page needs.
  var style = ""

  /// The whole document, with the parts that `header`, `main` and `footer` hold.
  func document(
    header: (inout HTMLBuilder) -> Void, main: (inout HTMLBuilder) -> Void,
    footer: (inout HTMLBuilder) -> Void
  ) throws(HTMLBuilderError) -> [UInt8] {
    var builder = HTMLBuilder()
    builder.element("html", HTMLAttribute("lang", "en"), HTMLAttribute("prefix", Self.openGraph)) {
      addHead(to: &$0)
      $0.text("\n")
      $0.element("body") { body in
        body.text("\n")
        body.element("a", .class("skip"), .href("#main"), text: "Skip to the content")
        body.text("\n")
        body.element("header", content: header)
        body.text("\n")
        body.element("main", .id("main"), content: main)
        body.text("\n")
        body.element("footer", content: footer)
        body.text("\n")
      }
      $0.text("\n")
    }
    return try builder.serialized()
  }

  private static let openGraph = "og: https://ogp.me/ns#"

  private func addHead(to document: inout HTMLBuilder) {
    document.text("\n")
    document.element("head") { head in
      line(in: &head) { $0.element("meta", HTMLAttribute("charset", "utf-8")) }
      addPolicy(to: &head)
      meta("viewport", "width=device-width, initial-scale=1", in: &head)
      meta("color-scheme", "light dark", in: &head)
      line(in: &head) { $0.element("title", text: title) }
      meta("description", description, in: &head)
      addLinks(to: &head)
      addOpenGraph(to: &head)
      for data in linkedData {
        line(in: &head) {
          $0.raw("script", HTMLAttribute("type", "application/ld+json"), text: data)
        }
      }
      line(in: &head) { $0.raw("style", text: StyleSheet.common + style) }
      head.text("\n")
    }
  }

  /// No script runs and nothing is loaded but pictures, whatever a listing holds (CSP Level 3).
  private func addPolicy(to head: inout HTMLBuilder) {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; "
      + "base-uri 'none'; form-action 'none'"
    line(in: &head) {
      $0.element(
        "meta", HTMLAttribute("http-equiv", "Content-Security-Policy"),
        HTMLAttribute("content", policy))
    }
  }

  private func addLinks(to head: inout HTMLBuilder) {
    if let address {
      line(in: &head) { $0.element("link", .rel("canonical"), .href(address)) }
    }
    if let calendar {
      line(in: &head) {
        $0.element(
          "link", .rel("alternate"), HTMLAttribute("type", "text/calendar"), .href(calendar),
          HTMLAttribute("title", "Calendar"))
      }
    }
    line(in: &head) { $0.element("link", .rel("icon"), .href(StyleSheet.icon)) }
  }

  /// The properties of the Open Graph protocol, with which links are previewed.
  private func addOpenGraph(to head: inout HTMLBuilder) {
    let properties: [(name: String, value: String?)] = [
      ("og:type", "website"), ("og:title", subject), ("og:description", description),
      ("og:url", address), ("og:site_name", siteName), ("og:locale", "en_US"), ("og:image", image),
    ]
    for case (let name, let value?) in properties {
      line(in: &head) {
        $0.element("meta", HTMLAttribute("property", name), HTMLAttribute("content", value))
      }
    }
  }

  private func meta(_ name: String, _ content: String, in head: inout HTMLBuilder) {
    line(in: &head) {
      $0.element("meta", HTMLAttribute("name", name), HTMLAttribute("content", content))
    }
  }

  private func line(in head: inout HTMLBuilder, _ content: (inout HTMLBuilder) -> Void) {
    head.text("\n")
    content(&head)
  }
}

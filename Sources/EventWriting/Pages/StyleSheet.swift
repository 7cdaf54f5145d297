/// The style of all pages, which stands in each of them: a page that is saved or mailed keeps it.
///
/// Colours have a contrast of 4.5 to 1 at least, light and dark (WCAG 2.2 §1.4.3); everything is
/// reached and read without it. None of it may hold a `<`.
enum StyleSheet {
  /// What every page needs.
  static let common = """
    :root{--bg:#fffdfa;--ink:#231e1a;--soft:#63594f;--line:#e6ddd3;\
    --accent:#9c3a10;--tint:#f7f0e8;--warn:#8a1c1c}
    @media(prefers-color-scheme:dark){:root{--bg:#171411;--ink:#ece6df;--soft:#b5aa9e;\
    --line:#3a332c;--accent:#f3a077;--tint:#231e19;--warn:#ff9d92}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0 auto;padding:0 1.25rem 3rem;max-width:48rem;background:var(--bg);\
    color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",\
    sans-serif;overflow-wrap:anywhere}
    a{color:var(--accent)}
    :focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
    h1,h2,h3{line-height:1.2;letter-spacing:-.012em}
    h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.5rem);margin:.4em 0 .6em}
    h2{font-size:1.3rem;margin:2.4em 0 .7em}
    header{padding-top:1.5rem}
    footer{margin-top:3.5rem;padding-top:.5rem;border-top:1px solid var(--line);\
    color:var(--soft);font-size:.9rem}
    .skip{position:absolute;left:-99rem}
    .skip:focus{position:static;display:inline-block;margin:.5rem 0}
    dl{margin:0}
    dl div{display:grid;grid-template-columns:7.5rem 1fr;gap:0 1rem;padding:.55rem 0;\
    border-top:1px solid var(--line)}
    dt{color:var(--soft)}
    dd{margin:0;font-variant-numeric:tabular-nums}
    .mark{margin:1.2rem 0 .8rem;padding:.55rem .9rem;border-left:4px solid var(--accent);\
    background:var(--tint)}
    .cancelled,.withdrawn,.postponed{border-color:var(--warn)}
    .cancelled strong,.withdrawn strong,.postponed strong{color:var(--warn)}
    .p-description{white-space:pre-line;margin:1.6rem 0;max-width:40rem}
    .u-photo{max-width:100%;height:auto;border-radius:.4rem}
    .actions{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.8rem 0 0}
    .button{display:inline-block;padding:.6rem 1.15rem;border-radius:.45rem;\
    background:var(--accent);color:var(--bg);text-decoration:none;font-weight:600}
    .button:hover{text-decoration:underline}
    .button+.button{background:none;color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
    .subscribe{margin:.4rem 0}
    @media(max-width:30rem){body{font-size:1rem;padding:0 1rem 2rem}\
    dl div{grid-template-columns:1fr;padding:.5rem 0}dt{font-size:.875rem}}
    @media print{body{max-width:none;background:#fff;color:#000}nav,.subscribe,.actions,.skip,\
    section[aria-labelledby=subscribe]{display:none}a{color:inherit}}

    """

  /// What a list of events needs.
  static let list = """
    .lead{color:var(--soft);margin:-.6rem 0 1.4rem;font-size:1.1rem}
    .pills{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem;padding:0;list-style:none}
    .pills a{display:block;padding:.35rem .85rem;border:1px solid var(--line);border-radius:2rem;\
    color:var(--ink);text-decoration:none;background:var(--tint)}
    .pills a:hover{border-color:var(--accent)}
    .pills span{color:var(--soft);font-variant-numeric:tabular-nums}
    .months{margin:1.4rem 0 0;font-size:.95rem}
    .months p{display:flex;flex-wrap:wrap;gap:0 .9rem;align-items:baseline;margin:0;padding:.15rem 0}
    .months a{padding:.15rem 0}
    .months b{min-width:2.5rem;font-variant-numeric:tabular-nums}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    .filter{margin:1rem 0 0;padding:.8rem 1rem;background:var(--tint);border-radius:.5rem;\
    scroll-margin-top:30rem}
    .filter:focus{outline:none}
    .filter p{margin:0}
    .filter:not(:target){display:none}
    .month h2{margin:2.6rem 0 0;padding-bottom:.45rem;border-bottom:2px solid var(--ink)}
    .day{display:grid;grid-template-columns:6.5rem 1fr;gap:0 1.25rem;padding:1rem 0;\
    border-bottom:1px solid var(--line)}
    .day h3{margin:0;font-size:1rem;line-height:1.55;letter-spacing:0;\
    font-variant-numeric:tabular-nums}
    .day ul,.day>div{display:grid;gap:1rem;margin:0;padding:0;list-style:none}
    .day li a{font-weight:600;text-decoration:none}
    .day li a:hover{text-decoration:underline}
    .day article h4{margin:0 0 .5rem;font-size:1.1rem;line-height:1.35}
    .day .actions{margin:.5rem 0 0}
    .day .button{padding:0;background:none;color:var(--accent)}
    .about{display:block;color:var(--soft);font-size:.94rem}
    .tag{font-size:.8rem;font-weight:600;color:var(--warn);white-space:nowrap}
    .tag.moved{color:var(--accent)}
    @media(max-width:30rem){.day{grid-template-columns:1fr;gap:.35rem}}

    """

  /// The rules that show the events of one region only, while its anchor is the page's target.
  static func filter(of name: String) -> String {
    """
    #\(name):target~.month .e:not(.\(name)),#\(name):target~.month .day:not(.\(name)),\
    #\(name):target~.month:not(.\(name)){display:none}

    """
  }

  /// The site's icon, a calendar sheet, as an SVG in an address.
  static let icon =
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2032%2032'%3E"
    + "%3Crect%20x='3'%20y='5'%20width='26'%20height='24'%20rx='4'%20fill='%239c3a10'/%3E"
    + "%3Cpath%20d='M7%2012h18v13H7z'%20fill='%23fff'/%3E"
    + "%3Cpath%20d='M10%203v5M22%203v5'%20stroke='%239c3a10'%20stroke-width='3'/%3E"
    + "%3Cpath%20d='M11%2016h4v4h-4z'%20fill='%239c3a10'/%3E%3C/svg%3E"
}

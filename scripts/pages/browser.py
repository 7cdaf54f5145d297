"""Does a browser show the pages without running or logging anything, and does axe-core find no barrier?

Each page is opened as it is, and once more without its security policy, so that what keeps text
from becoming markup is tested and not the policy alone.
"""

import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

folder = pathlib.Path(sys.argv[1])
names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
browser = next((path for name in names if name and (path := shutil.which(name))), None)
if browser is None:
    print("browser: no Chromium on this system: not checked")
    sys.exit(0)
faults = []
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
REPORT = """
<script>
axe.run(document, {runOnly: {type: "tag", values: [
  "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}})
  .then(found => { document.title = "axe:" + found.violations.map(violation =>
    violation.id + " at " + violation.nodes.map(node => node.target.join(" ")).slice(0, 3).join(", ")
  ).join("; ") })
  .catch(error => { document.title = "axe:failed " + error })
</script>
"""


def shown(page, *options):
    """The document after it was shown, and what the browser logged of it."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
            "--virtual-time-budget=4000", "--enable-logging=stderr", *options, "--dump-dom",
            page.as_uri(),
        ]
        result = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    log = [line for line in result.stderr.splitlines() if ":CONSOLE" in line]
    return result.stdout, log


def check_silence(page):
    document, log = shown(page)
    if "</html>" not in document:
        faults.append(f"{page}: the browser shows nothing")
    if re.search(r"<html[^>]*data-ran", document):
        faults.append(f"{page}: a script of a listing ran")
    faults.extend(f"{page}: {line}" for line in log)


def axe():
    if path := os.environ.get("AXE"):
        return pathlib.Path(path)
    found = importlib.util.find_spec("axe_playwright_python")
    places = list(found.submodule_search_locations or []) if found else []
    return next((pathlib.Path(place) / "axe.min.js" for place in places), None)


def check_barriers(page, script, *options):
    text = POLICY.sub("", page.read_text())
    probe = page.with_name(f".axe-{page.name}")
    probe.write_text(text.replace("</body>", f"<script>{script}</script>{REPORT}</body>"))
    document, _ = shown(probe, *options)
    probe.unlink()
    title = re.search(r"<title>(.*?)</title>", document, re.S)
    if title is None or title[1] != "axe:":
        faults.append(f"{page} {' '.join(options)}: {title and title[1]}")


hostile = sorted(folder.glob("hostile/**/*.html"))
for page in hostile:
    check_silence(page)
    bare = page.with_name(f".bare-{page.name}")
    bare.write_text(POLICY.sub("", page.read_text()))
    check_silence(bare)
    bare.unlink()
sample = [folder / "site/index.html", folder / "site/one.html"]
sample += sorted(folder.glob("site/events/*.html"))[:2]
for page in sample:
    check_silence(page)
print(f"browser: {len(hostile) * 2 + len(sample)} pages shown")

library = axe()
if library is None:
    print("browser: no axe-core on this system: not checked")
else:
    script = library.read_text().replace("</script", "<\\/script")
    dark = "--blink-settings=preferredColorScheme=0"
    for page in [*sample, hostile[0]]:
        for options in [(), (dark,), ("--window-size=390,844",)]:
            check_barriers(page, script, *options)
    print(f"browser: axe-core read {len(sample) + 1} pages, light, dark, and on a phone")
for fault in faults[:20]:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)

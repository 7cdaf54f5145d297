"""Reads pages with other libraries and prints the seconds that it took, start-up left out:

    read-pages.py lxml|extruct FILE …
"""

import sys
import time
import warnings
from pathlib import Path


def parse(pages):
    import lxml.html
    for page in pages:
        # lxml refuses what has no element.
        if page.strip():
            lxml.html.document_fromstring(page, parser=lxml.html.HTMLParser(encoding="utf-8"))


def extract(pages):
    import extruct
    for page in pages:
        if page.strip():
            extruct.extract(page.decode("utf-8", "replace"), errors="ignore",
                            syntaxes=["json-ld", "microdata", "rdfa", "microformat", "opengraph"])


def main():
    warnings.simplefilter("ignore")
    read = {"lxml": parse, "extruct": extract}[sys.argv[1]]
    pages = [Path(path).read_bytes() for path in sys.argv[2:]]
    try:
        read(pages[:1])
    except ImportError as error:
        sys.exit(f"read-pages.py: {error.name} is not installed")
    start = time.perf_counter()
    read(pages)
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main()

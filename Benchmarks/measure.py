"""Runs the measurements of scripts/bench, which builds the programs and gives their paths.

Times are medians of wall seconds of whole processes, taken by hyperfine without a shell. Memory is
the peak of the resident set, taken by GNU time.
"""

import argparse
import json
import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 5
STARTUP_RUNS = 300
ARCHIVE_RUNS = 15
PAGE_ROUNDS = 10
LISTINGS_BYTES = 50_000_000
# The first issue whose listings all have the form of today.
FIRST_ISSUE = "2022-03"

CITIES = [
    "Berlin, DE", "London, UK", "Portland, OR, US", "Nürnberg, DE", "Tokyo, JP", "Cape Town, ZA",
    "São Paulo, BR", "Melbourne, VIC, AU", "Paris, FR", "Bangalore, IN",
]


def medians(commands, runs, directory):
    """The median of each command in seconds; the commands take turns, so that all meet the same
    weather on a machine that is not idle."""
    report = Path(directory, "hyperfine.json")
    call = ["hyperfine", "--shell=none", "--style=none", "--warmup=3", f"--runs={runs // ROUNDS}",
            f"--export-json={report}"]
    call += [shlex.join(map(str, command)) for command in commands]
    times = [[] for _ in commands]
    for _ in range(ROUNDS):
        # Its warnings of outliers say nothing that the median does not bear.
        subprocess.run(call, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        for known, result in zip(times, json.loads(report.read_text())["results"]):
            known += result["times"]
    return [statistics.median(known) for known in times]


def peak_memory(time_tool, command, directory):
    """The peak of the resident set of a command in bytes."""
    report = Path(directory, "memory")
    call = [time_tool, "-f", "%M", "-o", str(report)] + [str(part) for part in command]
    subprocess.run(call, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return int(report.read_text().split()[-1]) * 1024


def write_listings(path, size):
    """Writes an issue of about so many bytes that has nothing but listings; gives their number."""
    head = (
        "Title: This Week in Rust 638\nNumber: 638\nDate: 2026-02-11\nCategory: This Week in Rust\n"
        "\n## Upcoming Events\n\nRusty Events between 2026-02-11 - 2026-03-11 🦀\n\n### Virtual\n")
    count, written = 0, 0
    with open(path, "wb") as file:
        written += file.write(head.encode())
        while written < size:
            day = f"2026-{2 + count % 2:02}-{11 + count % 17:02}"
            city = CITIES[count % len(CITIES)]
            place = f"Virtual ({city})" if count % 3 == 0 else city
            group = f"rust-group-{count % 997}"
            written += file.write((
                f"* {day} | {place} | [Rust Group {count % 997}](https://www.meetup.com/{group})\n"
                f"    * [**Rust Meetup number {count}**]"
                f"(https://www.meetup.com/{group}/events/{300_000_000 + count}/)\n").encode())
            count += 1
        file.write(b"\n### Meta\n")
    return count


def seconds(value):
    """A time with a unit that suits it."""
    return f"{value * 1000:.2f} ms" if value < 1 else f"{value:.2f} s"


class Table:
    """Rows of a Markdown table; a goal is the largest ratio that is good enough."""

    def __init__(self):
        print("| what | measured | against | ratio | goal |\n| --- | --- | --- | --- | --- |")
        self.missed = False

    def row(self, what, measured, against="", ratio=None, goal=None):
        cells = [what, measured, against, "" if ratio is None else f"{ratio:.2f}"]
        if goal is None or ratio is None:
            cells.append("")
        else:
            cells.append(f"{goal} {'met' if ratio <= goal else 'MISSED'}")
            self.missed |= ratio > goal
        print("| " + " | ".join(cells) + " |", flush=True)


def measure_startup(table, given, directory):
    """Start-up and the built-in issue, against a program that only parses arguments."""
    reference, version, built_in = medians(
        [[given.reference, "--version"], [given.program, "--version"],
         [given.program, "ics", "--offline", "--quiet"]],
        STARTUP_RUNS, directory)
    against = f"{seconds(reference)}, parsing arguments alone"
    table.row("`--version`", seconds(version), against, version / reference, 1.2)
    table.row("`ics` of the built-in issue", seconds(built_in), against, built_in / reference, 1.5)


def issues_of_today(archive):
    """The issues of an archive whose listings all have the form of today, in order."""
    pattern = re.compile(r"\d{4}-\d{2}-\d{1,2}-.*\.(md|markdown)")
    return sorted(path for path in archive.iterdir()
                  if pattern.fullmatch(path.name) and path.name[:7] >= FIRST_ISSUE)


def measure_archive(table, given, directory):
    """Many issues, against a Markdown parser that reads the same bytes."""
    offline = ["--offline", "--quiet"]
    recent = issues_of_today(given.archive)
    every = sorted(path for path in given.archive.iterdir() if path.suffix == ".md")
    for what, files in ((f"issues since {FIRST_ISSUE}", recent), ("issues, all there are", every)):
        if not files:
            print(f"measure.py: no {what} in {given.archive}", file=sys.stderr)
            continue
        folder = Path(directory, what.replace(" ", "-").replace(",", ""))
        folder.mkdir()
        for path in files:
            (folder / path.name).symlink_to(path.resolve())
        ics, raw, cmark, grep = medians(
            [[given.program, "ics", *offline, folder],
             [given.program, "json", "--raw", *offline, folder],
             ["cmark", *files], ["grep", "-c", r"^\* ", *files]],
            ARCHIVE_RUNS, directory)
        size = sum(path.stat().st_size for path in files) / 1e6
        of = f"{len(files)} {what} ({size:.1f} MB)"
        against = f"{seconds(cmark)}, `cmark`"
        table.row(f"`ics` of {of}", seconds(ics), against, ics / cmark, 0.1)
        table.row(f"`json --raw` of {of}", seconds(raw), against, raw / cmark, 0.1)
        table.row(f"`grep -c` of {of}", seconds(grep), against, grep / cmark)
        most = peak_memory(given.time, [given.program, "ics", *offline, folder], directory)
        table.row(f"memory of `ics` of {of}", f"{most / 1e6:.0f} MB", "the issues' size",
                  most / 1e6 / size)


def measure_feeds(table, given, directory):
    """Many feeds of one file, against one feed of it."""
    folder = Path(directory, "feeds")
    folder.mkdir()
    os.environ["TWIR_EVENTS_HOME"] = str(given.archive)
    counted = subprocess.run(
        [given.program, "list", "--offline", "--quiet", "--issues", "all", "--from", "2014-01-01",
         "--by", "city"], check=True, capture_output=True, text=True).stdout
    cities = [line.rsplit("  ", 1)[0].rstrip() for line in counted.splitlines()]
    regions = ["Virtual", "Africa", "Asia", "Europe", "North America", "Oceania", "South America",
               "Europe,Virtual", "Asia,Oceania", "North America,South America"]
    goals = [("a region", "--region", regions, 1.5),
             ("a city", "--city", [city for city in cities if city != "(none)"][:50], 2)]
    for issues in ("recent", "all"):
        for what, option, names, goal in goals:
            lines = [f"f{number}: ics --issues {issues} {option} '{name}' -o {folder}/{number}.ics"
                     for number, name in enumerate(names)]
            one, many = Path(folder, "one"), Path(folder, "many")
            # The largest one, which stands first among the cities and fourth among the regions.
            one.write_text(lines[3 if option == "--region" else 0] + "\n", encoding="utf-8")
            many.write_text("\n".join(lines) + "\n", encoding="utf-8")
            call = [given.program, "run", "--offline", "--quiet"]
            alone, together = medians([[*call, one], [*call, many]], ARCHIVE_RUNS, directory)
            table.row(f"`run` of {len(names)} feeds of {what} each, `--issues {issues}`",
                      seconds(together), f"{seconds(alone)}, one such feed", together / alone, goal)
    os.environ["TWIR_EVENTS_HOME"] = str(Path(directory, "archive"))


def compiled(source, directory):
    """A program of C that uses libxml2; None where it cannot be made."""
    target = Path(directory, source.stem)
    call = ["cc", "-O2", "-I/usr/include/libxml2", source, "-lxml2", "-o", target]
    made = subprocess.run(call, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return target if made.returncode == 0 else None


def measure_pages(table, given, directory):
    """Event pages, against libxml2 that only parses them, and two libraries of Python. Start-up is
    left out: the pages are read many times over, and what a run without pages takes is taken off."""
    here = Path(__file__).parent
    pages = sorted(given.pages.rglob("*.html"))
    size = sum(path.stat().st_size for path in pages) / 1e6
    of = f"{len(pages)} pages ({size:.1f} MB)"
    many = [path.resolve() for path in pages] * PAGE_ROUNDS
    parser = compiled(here / "parse-pages.c", directory)
    if parser is None:
        print("measure.py: no C compiler or no headers of libxml2", file=sys.stderr)
        return
    output = Path(directory, "pages.json")
    own, start, bare, bare_start = medians(
        [[given.program, "pages", "--quiet", "-o", output, *many], [given.program, "--version"],
         [parser, *many], [parser]], ARCHIVE_RUNS, directory)
    own, bare = (own - start) / PAGE_ROUNDS, (bare - bare_start) / PAGE_ROUNDS
    table.row(f"`pages` of {of}", seconds(own), f"{seconds(bare)}, libxml2 parsing them",
              own / bare, 1.5)
    for library in ("lxml", "extruct"):
        run = subprocess.run([given.python, here / "read-pages.py", library, *pages],
                             capture_output=True, text=True, check=False)
        if run.returncode == 0:
            other = float(run.stdout)
            table.row(f"`pages` of {of}", seconds(own), f"{seconds(other)}, {library}", own / other)
        else:
            print(f"measure.py: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)


def measure_memory(table, given, directory):
    """What a large issue takes beyond what the program takes anyway."""
    issue = Path(directory, "2026-02-11-this-week-in-rust.md")
    count = write_listings(issue, LISTINGS_BYTES)
    least = peak_memory(given.time, [given.program, "--version"], directory)
    most = peak_memory(
        given.time, [given.program, "ics", "--offline", "--quiet", issue], directory)
    size = issue.stat().st_size
    table.row(f"memory for {count:,} listings in {size / 1e6:.0f} MB",
              f"{(most - least) / 1e6:.0f} MB more than {least / 1e6:.0f} MB", "the issue's size",
              (most - least) / size, 4)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--reference", type=Path, required=True)
    parser.add_argument("--time", required=True, help="GNU time")
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--pages", type=Path, help="a folder of saved event pages")
    parser.add_argument("--python", default=sys.executable, help="one that has lxml and extruct")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        # No archive is found there: without sources, the built-in issue is read.
        os.environ["TWIR_EVENTS_HOME"] = str(Path(directory, "archive"))
        table = Table()
        measure_startup(table, given, directory)
        if given.archive:
            measure_archive(table, given, directory)
            measure_feeds(table, given, directory)
        if given.pages:
            measure_pages(table, given, directory)
        measure_memory(table, given, directory)
    sys.exit(1 if table.missed else 0)


if __name__ == "__main__":
    main()

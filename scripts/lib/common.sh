# What scripts/demo, scripts/test and bench/run share. Sourced, never run; the caller has set -euo pipefail.

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 2
}

# Prints the packages among "$@" that are not installed, one a line.
missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' || printf '%s\n' "$package"
  done
}

# Installs those of "$@" that are missing. CROSSFOOT_SKIP_INSTALL=1 leaves that to the caller.
install_packages() {
  [ -z "${CROSSFOOT_SKIP_INSTALL:-}" ] || return 0
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    {
      echo "This script installs what is missing with apt-get, as on Debian or Ubuntu; this system has no apt-get."
      echo "Please install by your system's means a C++20 compiler (g++ 12 or newer) and what these packages hold:"
      printf '    %s\n' "$@"
      echo "Then run again with CROSSFOOT_SKIP_INSTALL=1."
    } >&2
    exit 2
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if [ "${#missing[@]}" -eq 0 ]; then
    return 0
  fi
  local become=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "these packages are missing, and there is neither root nor sudo to install them: ${missing[*]}"
    become=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${become[@]}" apt-get update -q
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# How many compilers to run at once: one a processor, but each may take 1.5 GB of memory.
default_jobs() {
  local processors memory_jobs
  processors=$(nproc 2>/dev/null || echo 2)
  memory_jobs=$(awk '/^MemAvailable:/ { print int($2 / 1572864) }' /proc/meminfo 2>/dev/null || true)
  [ -n "$memory_jobs" ] || memory_jobs=$processors
  [ "$memory_jobs" -ge 1 ] || memory_jobs=1
  [ "$memory_jobs" -lt "$processors" ] && echo "$memory_jobs" || echo "$processors"
}

# Further arguments for configuring: ccache where it is there.
launcher() {
  if command -v ccache >/dev/null; then
    echo "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"
  fi
}

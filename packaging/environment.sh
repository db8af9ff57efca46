#!/bin/sh
# Makes or refreshes .venv so that it holds what packaging/*.txt pin.
#
# usage: environment.sh [run|test|app]
#
# A stamp in .venv records the hash of the pins, the interpreter and the folder; nothing is done while it
# still holds. The package itself is not installed but pointed to, so that no build step and, after the
# first time, no network is needed.
set -eu
purpose=${1:-run}
root=$(cd "$(dirname "$0")/.." && pwd -P)
venv=$root/.venv
cd "$root"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

pins_of() {
    case $1 in
        run) echo requirements.txt ;;
        test) echo requirements.txt requirements-dev.txt ;;
        app) echo requirements.txt requirements-dev.txt requirements-app.txt ;;
        *) fail "usage: environment.sh [run|test|app]" ;;
    esac
}

pins_of "$purpose" >/dev/null

# Two makes at once must not fill the same environment; the lock goes with the process.
if command -v flock >/dev/null 2>&1 && [ -z "${DADEUM_ENVIRONMENT_LOCKED:-}" ]; then
    mkdir -p "$root/build"
    DADEUM_ENVIRONMENT_LOCKED=1 exec flock "$root/build/environment.lock" "$0" "$@"
fi

is_supported() { # interpreter, first and last minor version
    "$1" -c "import sys; raise SystemExit(not (3, $2) <= sys.version_info[:2] <= (3, $3))" >/dev/null 2>&1
}

find_python() {
    for name in python3 python3.13 python3.12 python3.11 python; do
        if is_supported "$name" 11 13; then echo "$name"; return; fi
    done
    for name in python3 python3.15 python3.14; do # newer than what is tested, better than nothing
        if is_supported "$name" 11 99; then echo "$name"; return; fi
    done
    return 1
}

apt_install() { # package...; only where that needs nobody's password
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    say "Installing system packages: $*"
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 </dev/null && return
    apt-get update -qq >/dev/null 2>&1 </dev/null || return 1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 </dev/null
}

choose_python() {
    python=${PYTHON:-}
    if [ -n "$python" ]; then
        is_supported "$python" 11 99 || fail "PYTHON=$python is not Python 3.11 or newer."
        return
    fi
    python=$(find_python) || { apt_install python3 python3-venv && python=$(find_python); } ||
        fail "Dadeum needs Python 3.11 or newer and found none; install it, or name it: make PYTHON=/path/to/python3"
}

make_venv() {
    choose_python
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    say "Making .venv with Python $version"
    rm -rf "$venv"
    "$python" -m venv "$venv" >/dev/null 2>&1 && return
    # Debian ships the standard library without ensurepip.
    rm -rf "$venv"
    if apt_install "python$version-venv" || apt_install python3-venv; then
        "$python" -m venv "$venv" >/dev/null 2>&1 && return
        rm -rf "$venv"
    fi
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --seed --python "$python" "$venv" && return
    elif "$python" -m virtualenv --version >/dev/null 2>&1; then
        "$python" -m virtualenv --quiet --python "$python" "$venv" && return
    fi
    fail "Python $version cannot make a virtual environment; install its venv module (Debian: apt-get install python3-venv) and try again."
}

stamp_of() { # purpose -> what the environment must have been made from
    { printf '%s\n' "$venv"; "$venv/bin/python" -V; for pin in $(pins_of "$1"); do cat "packaging/$pin"; done; } | cksum
}

has_stamp() { [ -f "$venv/dadeum-$1.stamp" ] && [ "$(cat "$venv/dadeum-$1.stamp")" = "$(stamp_of "$1")" ]; }

write_stamps() { # a larger set holds the smaller ones
    for held in run test app; do
        stamp_of "$held" >"$venv/dadeum-$held.stamp"
        [ "$held" != "$purpose" ] || return 0
    done
}

is_usable() { "$venv/bin/python" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
was_moved() { [ -f "$venv/dadeum-folder" ] && [ "$(cat "$venv/dadeum-folder")" != "$venv" ]; }

install_pins() { # pip's own words only when it fails
    # shellcheck disable=SC2046 # a list of options
    set -- $(for pin in $pins; do printf -- '-r packaging/%s ' "$pin"; done)
    say "Installing into .venv what 'make $purpose' needs; the first time takes a few minutes"
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes "$@" \
        >"$log" 2>&1 </dev/null; then
        tail -n 8 "$log" >&2
        if grep -qiE 'connection|resolution|timed out|unreachable|No matching distribution' "$log"; then
            fail "Could not fetch the packages: is there a network? Nothing is lost; run make again then."
        fi
        fail "Could not install the packages; the lines above are pip's."
    fi
}

point_to_checkout() { # what an editable install would do, without a build backend
    site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' "$root" >"$site/dadeum-checkout.pth"
    cat >"$venv/bin/dadeum" <<EOF
#!/bin/sh
'''exec' "$venv/bin/python" "\$0" "\$@"
' '''
import sys

from desktop_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
EOF
    chmod +x "$venv/bin/dadeum"
}

{ is_usable && ! was_moved; } || make_venv
if has_stamp "$purpose"; then exit 0; fi
pins=$(pins_of "$purpose")
install_pins
point_to_checkout
printf '%s\n' "$venv" >"$venv/dadeum-folder"
write_stamps

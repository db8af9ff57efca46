#!/bin/sh
# The system packages that Qt needs and a Korean font, on Debian and its relatives.
#
# usage: debian-packages.sh [run|test]
#
# Silent when nothing is missing or this is not Debian. Installs as root; says what to install otherwise.
# Looks for libraries and fonts, not for package names, which differ between releases. Never fails: a wheel
# may bring what is missing, and Dadeum itself says what it cannot do without.
set -u
purpose=${1:-run}
PATH="$PATH:/usr/sbin:/sbin"

[ "$(uname -s)" = Linux ] || exit 0
command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 || exit 0

library_packages() { # soname, package
    cat <<'EOF'
libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11-xcb.so.1 libx11-xcb1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libgssapi_krb5.so.2 libgssapi-krb5-2
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
EOF
}

known=$(ldconfig -p 2>/dev/null)
missing=
for pair in $(library_packages | tr ' ' ':'); do
    case $known in
        *"${pair%%:*} "*) ;;
        *) missing="$missing ${pair#*:}" ;;
    esac
done

command -v fc-list >/dev/null 2>&1 || missing="$missing fontconfig"
[ -n "$(fc-list :lang=ko family 2>/dev/null | head -n 1)" ] || missing="$missing fonts-nanum"
[ "$purpose" = run ] || command -v Xvfb >/dev/null 2>&1 || missing="$missing xvfb"

[ -n "$missing" ] || exit 0
missing=${missing# }
if [ "$(id -u)" != 0 ]; then
    echo "Missing system packages; install them with: sudo apt-get install $missing" >&2
    exit 0
fi

echo "Installing system packages: $missing"
install_missing() {
    # shellcheck disable=SC2086 # a list of names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { install_missing || { apt-get update -qq && install_missing; }; } >"$log" 2>&1 </dev/null; then
    tail -n 3 "$log" >&2
    echo "Could not install them (no network?); going on without. Later: apt-get install $missing" >&2
fi
exit 0

#!/bin/sh
# Pins packaging/*.in to packaging/*.txt: exact versions with hashes, for every platform and Python >= 3.11.
# Versions already pinned stay; `compile_requirements.sh --upgrade` takes the newest. Needs the network.
set -eu
cd "$(dirname "$0")/.."
for name in requirements requirements-dev requirements-app; do
    UV_CUSTOM_COMPILE_COMMAND="make requirements" .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links "$@" "packaging/$name.in" -o "packaging/$name.txt"
done

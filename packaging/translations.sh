#!/bin/sh
# Gathers the interface's words from desktop_app into resources/translations/*.ts and compiles them to *.qm.
#
# A translator writes between two runs: new words stand in the .ts as unfinished. Prints how many there are.
set -eu
cd "$(dirname "$0")/.."
for words in resources/translations/dadeum_*.ts; do
    # shellcheck disable=SC2046 # module names hold no blanks
    .venv/bin/pyside6-lupdate -silent -locations none -no-obsolete $(find desktop_app -name '*.py' | sort) -ts "$words"
    # Qt maps the file into memory: one that is rewritten in place takes an open Dadeum with it.
    .venv/bin/pyside6-lrelease -silent "$words" -qm "$words.new"
    mv "$words.new" "${words%.ts}.qm"
    echo "$words: $(grep -c 'type="unfinished"' "$words" || true) unfinished"
done

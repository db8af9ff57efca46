#!/bin/sh
# Gathers the interface's words from desktop_app into resources/translations/*.ts and compiles them to *.qm.
#
# A translator writes between the two runs: new words stand in the .ts as unfinished.
set -eu
cd "$(dirname "$0")/.."
folder=resources/translations
for language in ko en; do
    # shellcheck disable=SC2046 # module names hold no blanks
    .venv/bin/pyside6-lupdate -silent -locations none -no-obsolete -source-language en -target-language "$language" \
        $(find desktop_app -name '*.py' | sort) -ts "$folder/dadeum_$language.ts"
    .venv/bin/pyside6-lrelease -silent "$folder/dadeum_$language.ts" -qm "$folder/dadeum_$language.qm"
done
grep -c 'type="unfinished"' "$folder"/*.ts || true

#!/bin/sh
# Chooses the locked versions anew: every Python from 3.11 to 3.13, every platform, with hashes.
# Looks at requirements.lock first and moves only what pyproject.toml forces; "--upgrade" moves everything.
set -eu
cd "$(dirname "$0")/.."
tools=build/lock-tools
[ -x "$tools/bin/uv" ] || {
    "$(installers/find_python.sh)" -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet uv
}
"$tools/bin/uv" pip compile pyproject.toml --extra dev --extra devices --universal --python-version 3.11 \
    --fork-strategy fewest --generate-hashes --no-header --quiet --output-file requirements.lock "$@"
echo "requirements.lock is written; run 'make test' before you commit it."

#!/bin/sh
# Runs its arguments with the first Python of this machine that will do: sh scripts/python.sh -m scripts.setup run
# PYTHON=/path/to/python chooses another one.

suitable='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
here='no Python was found here'

for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if "$candidate" -c "$suitable" >/dev/null 2>&1; then
        exec "$candidate" "$@"
    fi
    if version=$("$candidate" --version 2>/dev/null); then
        here="$candidate is $version"
    elif [ -n "${PYTHON:-}" ]; then
        here="PYTHON=$PYTHON cannot be run"
    fi
done

echo "chainrule: Python 3.11, 3.12, 3.13 or 3.14 is needed, but $here." >&2
echo "chainrule: Install one (Debian, Ubuntu: apt-get install python3 python3-venv)" >&2
echo "chainrule: or name one, as in: make run PYTHON=/path/to/python3.11" >&2
exit 1

#!/bin/sh
# Prints the newest Python 3.11 to 3.13 that can make virtual environments.
# When there is none and we are root on a Debian relative, it is installed first.
set -eu

look() {
    for name in python3.13 python3.12 python3.11 python3 python; do
        if "$name" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null
        then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

if look; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "No suitable Python here: installing python3 and python3-venv." >&2
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 python3-venv >/dev/null
    if look; then exit 0; fi
fi
echo "This program needs Python 3.11, 3.12 or 3.13 with its 'venv' module (Debian, Ubuntu: python3 and python3-venv)." >&2
exit 1

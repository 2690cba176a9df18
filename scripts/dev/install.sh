#!/usr/bin/env bash
# ./dev install                builds the Debian package and installs it
set -euo pipefail
source scripts/dev/lib/packages.sh

package=$(bash scripts/dev/package.sh | tail -n 1)
say "Installing $package $( ((EUID == 0)) && echo "as root" || echo "through sudo")"
apt_get install --reinstall "$package" >&2

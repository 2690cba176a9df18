#!/usr/bin/env bash
# ./dev help                   lists the commands
set -euo pipefail

echo "Usage: ./dev <command>"
echo
for script in scripts/dev/*.sh; do
  sed -n '2,/^[^#]/{/^# \.\/dev /s/^# /  /p; /^#     /s/^#/   /p}' "$script"
done

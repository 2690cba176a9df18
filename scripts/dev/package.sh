#!/usr/bin/env bash
# ./dev package                builds the Debian package and prints its path
set -euo pipefail
source scripts/dev/lib/packages.sh
source scripts/dev/lib/build.sh

make_package() {
  rm -f build/release/package/*.deb
  cpack --config build/release/CPackConfig.cmake -B "$PWD/build/release/package" >build/release/package.log 2>&1 || {
    cat build/release/package.log >&2
    return 1
  }
}

need_packages build package
step "Build pgsegue" build release pgsegue
step "Make the Debian package" make_package
ls "$PWD"/build/release/package/*.deb

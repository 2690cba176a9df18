# Debian packages: what is missing of the groups in cmake/packages.txt is installed, after saying so.
source scripts/dev/lib/terminal.sh

packages_of() { # group…
  local group
  for group in "$@"; do
    awk -v group="[$group]" '/^\[/ { inside = ($1 == group) } inside && /^[a-z0-9]/ { print $1 }' cmake/packages.txt
  done | sort -u
}

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

missing_packages() { # package…
  local package
  for package in "$@"; do
    is_installed "$package" || echo "$package"
  done
}

# apt_get <argument…>: as root, through sudo where we are not.
apt_get() {
  local as_root=()
  ((EUID == 0)) || as_root=(sudo)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" </dev/null
}

install_packages() { # package…
  local how="as root"
  command -v apt-get >/dev/null || fail "these Debian packages are missing and there is no apt-get: $*"
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "missing packages. Become root and run: apt-get install $*"
    how="through sudo"
  fi
  say "Installing Debian packages $how: $*"
  apt_get update >&2
  apt_get install --no-install-recommends "$@" >&2
}

# need_packages <group…>: afterwards they are all there.
need_packages() {
  local wanted missing
  command -v dpkg-query >/dev/null || fail "this script knows Debian 12; elsewhere, install what cmake/packages.txt lists"
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
}

# Drivers under test that one list of Debian packages cannot supply: a machine may have a Node.js or a JDK of its own.
source scripts/dev/lib/packages.sh

node_postgres_version=8.16.3 # where Debian's node-pg does not fit the Node.js that is there

# Debian's node-pg, or the one of npm under build/ if apt refuses it beside the installed Node.js.
need_node_postgres() {
  export NODE_PATH=$PWD/build/node/node_modules
  if command -v node >/dev/null; then
    node -e 'require("pg")' 2>/dev/null && return
    if ! apt-get install --dry-run node-pg >/dev/null 2>&1; then
      say "Installing node-postgres $node_postgres_version with npm into build/node (Debian's does not fit $(node --version))"
      npm install --silent --no-save --no-package-lock --prefix build/node "pg@$node_postgres_version" >&2
      return
    fi
  fi
  install_packages nodejs node-pg
}

need_jdk() {
  command -v javac >/dev/null || install_packages default-jdk-headless
}

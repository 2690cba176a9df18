# How the scripts talk: steps on stderr, colour only on a terminal and unless NO_COLOR is set.
if [[ -t 2 && -z ${NO_COLOR:-} ]]; then
  bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'
else
  bold='' red='' green='' plain=''
fi

say() { echo "${bold}== $*${plain}" >&2; }

fail() {
  echo "${red}dev: $*${plain}" >&2
  exit 1
}

# step <name> <command…>: runs it, says how long it took, returns its status.
step() {
  local name=$1 begin=$SECONDS status=0
  shift
  say "$name"
  "$@" || status=$?
  if ((status == 0)); then
    echo "${green}== $name: done in $((SECONDS - begin)) s${plain}" >&2
  else
    echo "${red}== $name: failed after $((SECONDS - begin)) s${plain}" >&2
  fi
  return $status
}

# Bash completion for pgsegue.

_pgsegue() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} words
  case $previous in
    -c | --config | --rules | --catalog | --workload)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --dsn | --database | --search-path | --workload-version) return ;;
  esac
  if ((COMP_CWORD == 1)); then
    words='serve check explain --help --version'
  else
    case $command in
      serve) words='-c --config --help --version' ;;
      check) words='-c --config --live --dsn --catalog --database --strict --workload --workload-version --search-path --help --version' ;;
      explain)
        # Here --version names the version of the schema.
        [[ $previous != --version ]] || return
        words='--rules --version --dsn --catalog --search-path --help'
        ;;
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -F _pgsegue pgsegue

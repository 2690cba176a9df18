"""Help, version, exit codes, and what a mistyped command line is told."""

import re

import pytest

from support.program import ROOT, pgsegue

COMMANDS = ("serve", "check", "explain")
CMAKE_VERSION = re.search(r"project\(pgsegue VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]


@pytest.mark.parametrize("arguments", [["--version"], ["serve", "--version"], ["check", "--version"]])
def test_version(arguments):
    done = pgsegue(*arguments)
    assert (done.code, done.out, done.err) == (0, f"pgsegue {CMAKE_VERSION}\n", "")


def test_help_shows_commands_examples_and_exit_codes():
    done = pgsegue("--help")
    assert done.code == 0 and done.err == ""
    for command in COMMANDS:
        assert re.search(rf"^  {command}  ", done.out, re.MULTILINE)
        assert f"  pgsegue {command} " in done.out
    assert re.search(r"Exit codes:\n  0 .*\n  1 .*\n  2 ", done.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_exit_codes(command):
    done = pgsegue(command, "--help")
    assert done.code == 0 and "Exit codes: 0 " in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "A subcommand is required"),
        (["srve"], 'unknown command "srve"\n  hint: did you mean "serve"?'),
        (["frobnicate"], 'unknown command "frobnicate"\n  hint: commands: serve, check, explain'),
        (["serve"], "--config is required"),
        (["check", "--confg", "x"], 'unknown option "--confg"\n  hint: did you mean "--config"?'),
        (["check", "-c", "x", "y"], 'unexpected argument "y"'),
        (["check", "-c", "x", "--live", "--dsn", "y"], "--live excludes --dsn"),
        (["check", "-c", "x", "--workload", "y"], "--live, --dsn or --catalog, which --workload needs, is required"),
        (["check", "-c", "x", "--catalog", "y", "--workload", "pg_stat_statements"], "--catalog excludes --workload"),
        (["check", "-c", "x", "--workload-version", "v1"], "--workload-version requires --workload"),
        (["explain", "--rules", "x", "--version", "v1", "SELECT 1"], "--dsn"),
        (["explain", "--rules", "x", "--version", "v1", "--catalog", "y"], "statement is required"),
        (["explain", "--rules", "x", "--version", "v1", "--catalog", "y", "SELECT", "1"], "quote a statement"),
    ],
)
def test_wrong_command_lines(arguments, said):
    done = pgsegue(*arguments)
    assert done.code == 2 and done.out == ""
    assert said in done.err and "Try 'pgsegue --help'." in done.err


def test_man_page_and_completion_know_every_option():
    page = (ROOT / "docs/man/pgsegue.1").read_text().replace("\\-", "-")
    completion = (ROOT / "conf/completions/pgsegue.bash").read_text()
    for command in COMMANDS:
        options = set(re.findall(r"--[a-z-]+", pgsegue(command, "--help").out.split("Exit codes")[0]))
        assert len(options) > 2
        for option in options:
            assert option in page, (command, option)
            assert option in completion, (command, option)

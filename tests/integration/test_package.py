"""The Debian package: built, installed, started as its unit starts it, purged without a trace."""

import os
import pathlib
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile

import psycopg2
import pytest
import yaml

from support.cluster import free_port
from support.proxy import ROOT

UNIT = pathlib.Path("/lib/systemd/system/pgsegue.service")
CONFIG = pathlib.Path("/etc/pgsegue/pgsegue.yaml")


def run(*command) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert done.returncode == 0, f"{command} failed:\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def package():
    return pathlib.Path(run(ROOT / "dev", "package").splitlines()[-1])


def test_contents(package):
    files = {line.split()[5].removeprefix(".") for line in run("dpkg-deb", "--contents", package).splitlines()}
    for expected in ("/usr/bin/pgsegue", str(UNIT), str(CONFIG), "/etc/pgsegue/rules/shop.yaml", "/etc/pgsegue/pgsegue.schema.json",
                     "/usr/share/man/man1/pgsegue.1.gz", "/usr/share/bash-completion/completions/pgsegue", "/usr/share/doc/pgsegue/copyright"):
        assert expected in files
    depends = run("dpkg-deb", "--field", package, "Depends")
    for library in ("libpq5", "libssl3", "libyaml-cpp0.7"):
        assert library in depends


def unit_value(key: str) -> str:
    values = [line.partition("=")[2] for line in UNIT.read_text().splitlines() if line.startswith(f"{key}=")]
    assert len(values) == 1, f"{UNIT} has {len(values)} lines {key}="
    return values[0]


class Service:
    """What systemd does with the unit: its user, its command lines, a socket for readiness."""

    def __init__(self):
        user = unit_value("User")
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="pgsegue-service-"))
        self.notifications = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notifications.bind(str(self.directory / "notify"))
        self.notifications.settimeout(20)
        for path in (self.directory, self.directory / "notify"):
            shutil.chown(path, user, unit_value("Group"))
        self.log = open(self.directory / "log", "w+")
        self.process = subprocess.Popen(
            shlex.split(unit_value("ExecStart")), env={"NOTIFY_SOCKET": str(self.directory / "notify")}, cwd="/",
            user=user, group=unit_value("Group"), extra_groups=[], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
        )

    def wait_for_ready(self) -> None:
        while "READY=1" not in self.notifications.recv(4096).decode().splitlines():
            pass

    def reload(self) -> None:
        run(*shlex.split(unit_value("ExecReload").replace("$MAINPID", str(self.process.pid))))

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)

    def clear(self) -> None:
        self.process.kill()
        self.process.wait()
        self.log.close()
        self.notifications.close()
        shutil.rmtree(self.directory)


def configure(cluster, port: int) -> None:
    CONFIG.write_text(yaml.safe_dump({
        "listeners": [{"address": "127.0.0.1", "port": port}],
        "servers": [{"host": "127.0.0.1", "port": cluster.port}],
        "control_user": "postgres",
        "databases": [{"name": "postgres"}],
    }), encoding="utf-8")


def ask(port: int) -> int:
    connection = psycopg2.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres")
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT 42")
        return cursor.fetchone()[0]
    finally:
        connection.close()


def exercise(cluster) -> None:
    port = free_port()
    configure(cluster, port)
    service = Service()
    try:
        service.wait_for_ready()
        assert ask(port) == 42
        service.reload()
        service.wait_for_ready()
        assert ask(port) == 42
        assert service.stop() == 0
    except (TimeoutError, AssertionError) as failure:
        service.log.seek(0)
        raise AssertionError(f"{failure!r}; the log:\n{service.log.read()}") from failure
    finally:
        service.clear()


def is_known(database: str) -> bool:
    return subprocess.run(["getent", database, "pgsegue"], capture_output=True).returncode == 0


def test_install_start_purge(cluster, package):
    if os.geteuid() != 0:
        pytest.skip("installing a package needs root")
    if CONFIG.parent.exists() or shutil.which("pgsegue"):
        pytest.skip("pgsegue is installed here, and this test would remove it")
    run("dpkg", "--install", package)
    try:
        installed = [pathlib.Path(line) for line in run("dpkg", "--listfiles", "pgsegue").splitlines()]
        assert is_known("passwd")
        assert run("/usr/bin/pgsegue", "--version").startswith("pgsegue ")
        assert CONFIG.stat().st_mode & 0o777 == 0o640
        exercise(cluster)
    finally:
        run("dpkg", "--purge", "pgsegue")
    left = [path for path in installed if "pgsegue" in str(path) and path.exists()]
    assert not left
    assert not is_known("passwd") and not is_known("group")

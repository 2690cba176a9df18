#!/usr/bin/python3
"""What an idle session costs: growth of pgsegue's resident memory per session, in the clear, with TLS to the client, and
on both sides. Prints `name value target pass|fail` for each.

Against a scripted backend, for a thousand real server processes would not fit everywhere. The first sessions are
not counted: they pay for the heap and the pools that all share.
"""

import argparse
import pathlib
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests" / "integration"))

from scripted_backend import SSL_REQUEST, ScriptedBackend  # noqa: E402
from support.proxy import Proxy  # noqa: E402

WARM_UP = 50
LIMIT_KIB = {"plain": 24, "tls": 64, "tls_both": 64}


def make_certificate(directory: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    certificate, key = directory / "server.crt", directory / "server.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )
    return certificate, key


def log_in(port: int, tls: ssl.SSLContext | None) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=20)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as libpq does
    if tls is not None:
        connection.sendall(struct.pack("!II", 8, SSL_REQUEST))
        if connection.recv(1) != b"S":
            raise RuntimeError("TLS is refused")
        connection = tls.wrap_socket(connection)
    body = struct.pack("!I", 196608) + b"user\0postgres\0database\0idle\0\0"
    connection.sendall(struct.pack("!I", len(body) + 4) + body)
    received = b""
    while not received.endswith(b"Z\0\0\0\x05I"):
        if not (part := connection.recv(4096)):
            raise RuntimeError(f"login failed: {received!r}")
        received += part
    return connection


def resident_kib(pid: int) -> int:
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise RuntimeError("no VmRSS")


def growth_per_session(kind: str, clients: int, directory: pathlib.Path) -> float:
    certificate, key = make_certificate(directory)
    config = {
        "databases": [{"name": "*"}],
        "limits": {"max_connections": clients + 200},
        "logging": {"level": "warning"},
        "threads": 2,
    }
    server_tls = client_tls = None
    if kind != "plain":
        config["client_tls"] = {"mode": "allow", "certificate": str(certificate), "key": str(key)}
        client_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        client_tls.check_hostname, client_tls.verify_mode = False, ssl.CERT_NONE
    if kind == "tls_both":
        server_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server_tls.load_cert_chain(certificate, key)
    config["server_tls"] = {"mode": "require" if server_tls else "disable"}
    backend = ScriptedBackend(server_tls)
    proxy = Proxy(None, {**config, "servers": [{"host": "127.0.0.1", "port": backend.port}]}).start()
    try:
        sessions = [log_in(proxy.port, client_tls) for _ in range(WARM_UP)]
        time.sleep(0.5)
        before = resident_kib(proxy.process.pid)
        sessions += [log_in(proxy.port, client_tls) for _ in range(clients)]
        time.sleep(0.5)
        growth = (resident_kib(proxy.process.pid) - before) / clients
        for session in sessions:
            session.close()
        return growth
    finally:
        proxy.remove()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=1000)
    arguments = parser.parse_args()
    too_much = False
    for kind, limit in LIMIT_KIB.items():
        with tempfile.TemporaryDirectory() as directory:
            growth = growth_per_session(kind, arguments.clients, pathlib.Path(directory))
        too_much |= growth > limit
        print(f"idle_session_{kind}_kib {growth:.1f} {limit} {'pass' if growth <= limit else 'fail'}")
    return 1 if too_much else 0


if __name__ == "__main__":
    sys.exit(main())

"""Thousands of sessions through pgsegue that do nothing, against a scripted server."""

import contextlib
import resource
import socket
import ssl
from collections.abc import Iterator

from scripted_backend import ScriptedBackend
from wire_client import any_certificate, log_in

DATABASE = "idle"


def allow_open_files(count: int) -> int:
    """Raises the limit for this process and those it starts; how many it really is."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        with contextlib.suppress(ValueError, OSError):  # more than the hard limit: for root only
            resource.setrlimit(resource.RLIMIT_NOFILE, (count, max(hard, count)))
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < min(count, hard):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard), hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def possible_sessions(wanted: int) -> int:
    """A session takes two sockets of pgsegue, and two of ours: the client's and the scripted server's."""
    return min(wanted, (allow_open_files(2 * wanted + 600) - 600) // 2)


def database(backend: ScriptedBackend) -> dict:
    """Of pgsegue's configuration."""
    return {"name": DATABASE, "servers": [{"host": "127.0.0.1", "port": backend.port}]}


class IdleSessions:
    def __init__(self, port: int, tls: bool = False):
        self.port = port
        self.tls: ssl.SSLContext | None = any_certificate() if tls else None
        self.connections: list[socket.socket] = []

    def add(self, count: int) -> None:
        self.connections += [log_in(self.port, DATABASE, self.tls) for _ in range(count)]

    def close(self) -> None:
        for connection in self.connections:
            connection.close()


@contextlib.contextmanager
def scripted_backend(tls: ssl.SSLContext | None = None) -> Iterator[ScriptedBackend]:
    backend = ScriptedBackend(tls)
    try:
        yield backend
    finally:
        backend.close()

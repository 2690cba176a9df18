"""The other end of pgsegue, byte by byte, and how pgsegue bears it."""

import os
import pathlib
import socket
import struct
import threading
import time

from support.proxy import Proxy
from support.wire import cstring, error_fields

STARTUP = struct.pack("!i", 196608)


def eventually(condition, seconds=5.0):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def raw(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), 10)


def everything(connection: socket.socket) -> bytes:
    received = b""
    try:
        while chunk := connection.recv(65536):
            received += chunk
    except (ConnectionResetError, TimeoutError):
        pass
    return received


def message(kind: bytes, body: bytes = b"") -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


def startup_packet(**pairs) -> bytes:
    body = STARTUP + b"".join(cstring(k) + cstring(v) for k, v in pairs.items()) + b"\0"
    return struct.pack("!i", len(body) + 4) + body


def fatal(received: bytes) -> dict:
    assert received[:1] == b"E", received[:60]
    return error_fields(received[5:])


def descriptors(proxy) -> int:
    return len(os.listdir(f"/proc/{proxy.process.pid}/fd"))


def resident_kib(proxy) -> int:
    for line in pathlib.Path(f"/proc/{proxy.process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise AssertionError("no VmRSS")


class ScriptedServer(threading.Thread):
    """Gives every connection but cancel requests to `script`, and those to `on_cancel`."""

    LOGIN = message(b"R", b"\0\0\0\0") + message(b"K", struct.pack("!II", 1, 2)) + message(b"Z", b"I")

    def __init__(self, script, on_cancel=lambda connection: None):
        super().__init__(daemon=True)
        self.script, self.on_cancel = script, on_cancel
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.start()

    def run(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection: socket.socket):
        with connection:
            try:
                connection.settimeout(60)
                is_cancel = connection.recv(65536)[4:8] == struct.pack("!i", 80877102)
                (self.on_cancel if is_cancel else self.script)(connection)
            except OSError:
                pass

    def proxy(self, **limits) -> Proxy:
        port = self.listener.getsockname()[1]
        return Proxy(None, {"servers": [{"host": "127.0.0.1", "port": port}], "server_tls": {"mode": "disable"},
                            "databases": [{"name": "shop"}], "limits": limits}).start()

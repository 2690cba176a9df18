"""A PostgreSQL client that shows every message: what the comparisons of this suite look at.

Protocol 3.0, trust authentication, no TLS. Source: PostgreSQL documentation, "Frontend/Backend Protocol".
"""

import socket
import ssl
import struct
from dataclasses import dataclass, field

ERROR_FIELDS = {
    "S": "severity", "C": "sqlstate", "M": "message", "D": "detail", "H": "hint", "P": "position", "p": "internal position",
    "q": "internal query", "W": "where", "s": "schema", "t": "table", "c": "column", "d": "data type", "n": "constraint",
}


@dataclass
class Message:
    kind: str
    body: bytes


@dataclass
class Outcome:
    """All replies up to ReadyForQuery, in order, in comparable form."""

    replies: list[tuple] = field(default_factory=list)
    status: str = ""

    def errors(self) -> list[dict]:
        return [reply[1] for reply in self.replies if reply[0] == "error"]


def cstring(text: str | bytes) -> bytes:
    return (text.encode() if isinstance(text, str) else text) + b"\0"


def error_fields(body: bytes) -> dict:
    fields = {}
    for part in body.rstrip(b"\0").split(b"\0"):
        if part:
            fields[chr(part[0])] = part[1:].decode("utf-8", "backslashreplace")
    return fields


def comparable_type(oid: int) -> int | str:
    """Types made by users have other OIDs in every database."""
    return oid if oid < 16384 else "user-defined"


def row_description(body: bytes) -> list[tuple]:
    """(name, attribute number, type OID, type size, type modifier, format) per column; the table's OID differs between databases."""
    (count,), at, columns = struct.unpack_from("!H", body), 2, []
    for _ in range(count):
        end = body.index(b"\0", at)
        name = body[at:end].decode("utf-8", "backslashreplace")
        table, attnum, type_oid, size, modifier, fmt = struct.unpack_from("!IhIhih", body, end + 1)
        columns.append((name, table != 0, attnum, comparable_type(type_oid), size, modifier, fmt))
        at = end + 19
    return columns


def data_row(body: bytes) -> tuple:
    (count,), at, values = struct.unpack_from("!H", body), 2, []
    for _ in range(count):
        (length,) = struct.unpack_from("!i", body, at)
        at += 4
        values.append(None if length < 0 else body[at:at + length])
        at += max(length, 0)
    return tuple(values)


def decode(message: Message) -> tuple:
    body = message.body
    if message.kind in "EN":
        name = "error" if message.kind == "E" else "notice"
        return (name, {k: v for k, v in error_fields(body).items() if k in ERROR_FIELDS})
    if message.kind == "T":
        return ("row description", row_description(body))
    if message.kind == "D":
        return ("row", data_row(body))
    if message.kind == "C":
        return ("complete", body[:-1].decode())
    if message.kind == "t":
        oids = struct.unpack_from(f"!{(len(body) - 2) // 4}I", body, 2)
        return ("parameter types", tuple(map(comparable_type, oids)))
    if message.kind in "GHW":
        return ("copy " + message.kind, body)
    return (message.kind, body)


class Connection:
    def __init__(self, port: int, database: str, user: str = "postgres", host: str = "127.0.0.1", timeout: float = 20,
                 tls: ssl.SSLContext | None = None, **parameters):
        self.socket = socket.create_connection((host, port), timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls is not None:
            self.socket.sendall(struct.pack("!ii", 8, 80877103))
            if self.socket.recv(1) != b"S":
                raise ConnectionRefusedError({"M": "TLS is refused"})
            self.socket = tls.wrap_socket(self.socket)
        self.buffer = b""
        self.parameters: dict[str, str] = {}
        self.key: tuple[int, int] | None = None
        pairs = {"user": user, "database": database, **parameters}
        body = struct.pack("!i", 196608) + b"".join(cstring(k) + cstring(v) for k, v in pairs.items()) + b"\0"
        self.socket.sendall(struct.pack("!i", len(body) + 4) + body)
        self._log_in()

    def _log_in(self) -> None:
        while True:
            message = self.receive()
            if message.kind == "E":
                raise ConnectionRefusedError(error_fields(message.body))
            if message.kind == "S":
                self._remember_parameter(message.body)
            elif message.kind == "K":
                self.key = struct.unpack("!II", message.body)
            elif message.kind == "Z":
                return

    def _remember_parameter(self, body: bytes) -> None:
        name, value = body[:-1].split(b"\0")
        self.parameters[name.decode()] = value.decode()

    def send(self, kind: str, body: bytes = b"") -> None:
        self.socket.sendall(kind.encode() + struct.pack("!i", len(body) + 4) + body)

    def receive(self) -> Message:
        header = self._exactly(5)
        (length,) = struct.unpack("!i", header[1:])
        return Message(chr(header[0]), self._exactly(length - 4))

    def _exactly(self, count: int) -> bytes:
        while len(self.buffer) < count:
            chunk = self.socket.recv(65536)
            if not chunk:
                raise ConnectionResetError(f"end of stream, {len(self.buffer)} of {count} bytes there")
            self.buffer += chunk
        result, self.buffer = self.buffer[:count], self.buffer[count:]
        return result

    def outcome(self, copy_data: bytes | None = None, extended: bool = False) -> Outcome:
        """Reads up to ReadyForQuery; answers COPY FROM STDIN with `copy_data` (none: CopyFail), and again with Sync in the
        extended protocol: a Sync sent before the server asked for data is ignored."""
        result = Outcome()
        while True:
            message = self.receive()
            if message.kind == "Z":
                result.status = message.body.decode()
                return result
            if message.kind == "S":
                self._remember_parameter(message.body)
                continue
            result.replies.append(decode(message))
            if message.kind == "G":
                if copy_data is None:
                    self.send("f", cstring("no data"))
                else:
                    self.send("d", copy_data)
                    self.send("c")
                if extended:
                    self.send("S")

    def simple(self, sql: str | bytes, copy_data: bytes | None = None) -> Outcome:
        self.send("Q", cstring(sql))
        return self.outcome(copy_data)

    def extended(self, sql: str | bytes, values: tuple = (), name: str = "", result_format: int = 0, copy_data: bytes | None = None,
                 formats: tuple[int, ...] = (), types: tuple[int, ...] = ()) -> Outcome:
        """Parse, Describe statement, Bind, Describe portal, Execute, Sync, all in one write. `formats` and `types` are the
        parameters'."""
        bind = cstring("") + cstring(name) + struct.pack(f"!{len(formats) + 2}H", len(formats), *formats, len(values))
        for value in values:
            bind += struct.pack("!i", -1) if value is None else struct.pack("!i", len(value)) + value
        bind += struct.pack("!HH", 1, result_format)
        self.socket.sendall(b"".join(
            kind + struct.pack("!i", len(body) + 4) + body
            for kind, body in [
                (b"P", cstring(name) + cstring(sql) + struct.pack(f"!H{len(types)}I", len(types), *types)),
                (b"D", b"S" + cstring(name)),
                (b"B", bind),
                (b"D", b"P" + cstring("")),
                (b"E", cstring("") + struct.pack("!i", 0)),
                (b"S", b""),
            ]
        ))
        return self.outcome(copy_data, extended=True)

    def execute(self, name: str) -> Outcome:
        """Bind, Execute, Sync of a statement without parameters, in one write."""
        bind = cstring("") + cstring(name) + struct.pack("!HHH", 0, 0, 0)
        self.socket.sendall(b"".join(
            kind + struct.pack("!i", len(body) + 4) + body
            for kind, body in [(b"B", bind), (b"E", cstring("") + struct.pack("!i", 0)), (b"S", b"")]
        ))
        return self.outcome(extended=True)

    def close(self) -> None:
        try:
            self.send("X")
        except OSError:
            pass
        self.socket.close()

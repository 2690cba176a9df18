"""A client that costs next to nothing: logs in by trust, sends a query, and counts the bytes that come back."""

import socket
import ssl
import struct

SSL_REQUEST = 80877103
PROTOCOL_3 = 196608
READY_IDLE = b"Z\0\0\0\x05I"


def message(kind: bytes, body: bytes = b"") -> bytes:
    return kind + struct.pack("!I", len(body) + 4) + body


def any_certificate() -> ssl.SSLContext:
    """Of a client that takes whatever certificate it is shown, like sslmode=require."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def log_in(port: int, database: str, tls: ssl.SSLContext | None = None, receive_buffer: int = 0) -> socket.socket:
    """`receive_buffer` in bytes limits what the kernel takes in for a client that does not read; 0: what the system does."""
    connection = socket.socket()
    if receive_buffer:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    connection.settimeout(60)
    connection.connect(("127.0.0.1", port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as libpq does
    if tls is not None:
        connection.sendall(struct.pack("!II", 8, SSL_REQUEST))
        if connection.recv(1) != b"S":
            raise RuntimeError("TLS is refused")
        connection = tls.wrap_socket(connection)
    body = struct.pack("!I", PROTOCOL_3) + f"user\0postgres\0database\0{database}\0\0".encode()
    connection.sendall(struct.pack("!I", len(body) + 4) + body)
    read_until(connection, READY_IDLE)
    return connection


def send_query(connection: socket.socket, statement: str) -> None:
    connection.sendall(message(b"Q", statement.encode() + b"\0"))


def read_until(connection: socket.socket, end: bytes) -> tuple[int, bytes]:
    """Reads until what has come ends with `end`, as no row of ours does; the number of bytes, and the last of them."""
    buffer, tail, total = memoryview(bytearray(1 << 20)), b"", 0
    while not tail.endswith(end):
        if not (count := connection.recv_into(buffer)):
            raise RuntimeError(f"the connection was closed: {tail!r}")
        if total == 0 and buffer[0] == ord("E"):
            raise RuntimeError(f"the server reports an error: {bytes(buffer[:count])!r}")
        tail = (tail + bytes(buffer[max(0, count - 100):count]))[-100:]
        total += count
    return total, tail

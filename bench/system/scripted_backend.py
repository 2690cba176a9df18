"""A server that logs everybody in and then keeps quiet: thousands of sessions without thousands of processes."""

import itertools
import socket
import ssl
import struct
import threading

from wire_client import SSL_REQUEST, message


def greeting(process_id: int) -> bytes:
    parameters = {"server_version": "15.0", "client_encoding": "UTF8", "standard_conforming_strings": "on"}
    return (
        message(b"R", struct.pack("!I", 0))
        + b"".join(message(b"S", f"{key}\0{value}\0".encode()) for key, value in parameters.items())
        + message(b"K", struct.pack("!II", process_id, 42))
        + message(b"Z", b"I")
    )


class ScriptedBackend:
    """On a thread of its own, which takes one login after the other; `port` is where it listens."""

    def __init__(self, tls: ssl.SSLContext | None = None):
        self.tls = tls
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self.port = self.listener.getsockname()[1]
        self.sessions: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        for process_id in itertools.count(1000):
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return  # closed
            try:
                connection.settimeout(20)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.sessions.append(self._log_in(connection, process_id))
            except OSError:
                connection.close()

    def _log_in(self, connection: socket.socket, process_id: int) -> socket.socket:
        while self._first_packet(connection) == SSL_REQUEST:
            connection.sendall(b"S" if self.tls else b"N")
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
        connection.sendall(greeting(process_id))
        return connection

    @staticmethod
    def _first_packet(connection: socket.socket) -> int:
        length, code = struct.unpack("!II", connection.recv(8, socket.MSG_WAITALL) if not isinstance(connection, ssl.SSLSocket)
                                     else connection.recv(8))
        while length > 8:
            length -= len(connection.recv(length - 8))
        return code

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for session in self.sessions:
            session.close()

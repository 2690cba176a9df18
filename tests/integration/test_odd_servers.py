"""Servers that are silent, slow, gone or garbled. Most of the time is spent waiting for what they do not say."""

import random
import socket
import struct
import threading
import time

import pytest

from support.peers import ScriptedServer, descriptors, eventually, everything, fatal, message, raw, resident_kib, startup_packet
from support.wire import Connection, cstring


def test_client_gone_while_the_server_keeps_its_login_waiting():
    gone = threading.Event()

    def silent(connection):
        connection.recv(1)
        gone.set()

    proxy = ScriptedServer(silent).proxy(login_timeout="30s")
    try:
        with raw(proxy.port) as client:
            client.sendall(startup_packet(user="a", database="shop"))
            assert not gone.wait(0.3)
        assert gone.wait(3)
    finally:
        proxy.remove()


def test_the_server_connection_stays_until_its_cancel_is_over():
    order, over = [], threading.Event()

    def busy(connection):
        connection.sendall(ScriptedServer.LOGIN)
        connection.recv(65536)
        connection.recv(1)
        order.append("session closed")
        over.set()

    def slow(connection):
        time.sleep(0.5)
        order.append("cancel over")

    proxy = ScriptedServer(busy, slow).proxy()
    try:
        client = Connection(proxy.port, "shop")
        client.send("Q", cstring("SELECT 1"))
        time.sleep(0.2)
        client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.socket.close()
        assert over.wait(5) and order == ["cancel over", "session closed"]
    finally:
        proxy.remove()


def test_cancels_that_the_server_never_finishes_leave_nothing():
    def silent(connection):
        while connection.recv(65536):
            pass

    proxy = ScriptedServer(lambda c: (c.sendall(ScriptedServer.LOGIN), silent(c)), silent).proxy()
    try:
        before = descriptors(proxy)
        client = Connection(proxy.port, "shop")
        client.send("Q", cstring("SELECT 1"))
        requests = [raw(proxy.port) for _ in range(20)]
        for request in requests:
            request.sendall(struct.pack("!iiII", 16, 80877102, *client.key))
        # Each holds its own connection and one to the server, until it gives up after ten seconds.
        assert eventually(lambda: descriptors(proxy) >= before + 2 * len(requests)), (before, descriptors(proxy))
        client.socket.close()
        assert eventually(lambda: descriptors(proxy) <= before, 30), (before, descriptors(proxy))
        for request in requests:
            assert everything(request) == b""
    finally:
        proxy.remove()


@pytest.mark.parametrize("begun", [b"", b"D" + struct.pack("!i", 1000) + b"x" * 100], ids=["between messages", "in a message"])
def test_server_gone_in_mid_result(begun):
    def dies(connection):
        connection.sendall(ScriptedServer.LOGIN)
        connection.recv(65536)
        connection.sendall(message(b"T", b"\0\0") + begun)

    proxy = ScriptedServer(dies).proxy()
    try:
        client = Connection(proxy.port, "shop")
        client.send("Q", cstring("SELECT 1"))
        received = everything(client.socket)
        rest = received[len(message(b"T", b"\0\0")):]
        # Within a row an error would be taken for a part of it.
        assert rest == begun if begun else fatal(rest)["C"] == "08006"
    finally:
        proxy.remove()


def garbage_from(generator: random.Random):
    """Seeded garbage, in place of the login or behind it."""

    def script(connection: socket.socket):
        if generator.randrange(3):
            connection.sendall(ScriptedServer.LOGIN)
            connection.recv(65536)
        for _ in range(3):
            body = generator.randbytes(generator.choice([0, 1, 4, 5, 40]))
            length = generator.choice([len(body) + 4] * 3 + [0, 3, -1, 2**31 - 1, 2**30])
            connection.sendall(bytes([generator.choice(b"RSKZTDCEN123nstAGHWIVvcd?\0")]) + struct.pack("!i", length) + body)

    return script


def test_malformed_packets_from_the_server():
    proxy = ScriptedServer(garbage_from(random.Random(20261121))).proxy()
    try:
        for _ in range(300):
            with raw(proxy.port) as connection:
                connection.settimeout(5)
                try:
                    connection.sendall(startup_packet(user="a", database="shop") + b"Q" + struct.pack("!i", 13) + b"SELECT 1\0")
                    everything(connection)
                except OSError:
                    pass
        assert proxy.process.poll() is None, proxy.log()
        assert resident_kib(proxy) < 200_000
    finally:
        proxy.remove()

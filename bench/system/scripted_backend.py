"""A server that logs everybody in and then keeps quiet: thousands of sessions without thousands of processes."""

import asyncio
import itertools
import ssl
import struct
import threading

SSL_REQUEST = 80877103
process_ids = itertools.count(1000)


def message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!I", len(body) + 4) + body


def greeting() -> bytes:
    parameters = {"server_version": "15.0", "client_encoding": "UTF8", "standard_conforming_strings": "on"}
    return (
        message(b"R", struct.pack("!I", 0))
        + b"".join(message(b"S", f"{key}\0{value}\0".encode()) for key, value in parameters.items())
        + message(b"K", struct.pack("!II", next(process_ids), 42))
        + message(b"Z", b"I")
    )


class ScriptedBackend:
    """On a thread of its own; `port` is where it listens."""

    def __init__(self, tls: ssl.SSLContext | None = None):
        self.tls = tls
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        self.ready.wait(10)

    def _run(self) -> None:
        self.loop.run_until_complete(self._listen())
        self.loop.run_forever()

    async def _listen(self) -> None:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=1024)
        self.port = self.server.sockets[0].getsockname()[1]
        self.ready.set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (await self._first_packet(reader)) == SSL_REQUEST:
                writer.write(b"S" if self.tls else b"N")
                await writer.drain()
                if self.tls:
                    await writer.start_tls(self.tls)
            writer.write(greeting())
            await writer.drain()
            while await reader.read(4096):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    @staticmethod
    async def _first_packet(reader: asyncio.StreamReader) -> int:
        length, code = struct.unpack("!II", await reader.readexactly(8))
        await reader.readexactly(length - 8)
        return code

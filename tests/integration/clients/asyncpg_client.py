"""What an asyncpg application does, printed: argument 1 is the DSN as a URL."""

import asyncio
import sys

import asyncpg


def show(title, value):
    print(f"{title}: {value!r}")


async def main(url):
    connection = await asyncpg.connect(url)
    await connection.executemany("INSERT INTO person (first_name, last_name) VALUES ($1, $2)", [(f"f{i}", f"l{i}") for i in range(300)])
    statement = await connection.prepare("SELECT * FROM person WHERE last_name = $1")
    show("parameters", [p.name for p in statement.get_parameters()])
    show("attributes", [(a.name, a.type.name) for a in statement.get_attributes()])
    show("row", [dict(r) | {"id": None} for r in await statement.fetch("l7")])
    show("value", await connection.fetchval("SELECT last_name FROM person WHERE first_name = $1", "f8"))
    async with connection.transaction():
        cursor = await connection.cursor("SELECT last_name FROM person ORDER BY id")
        show("cursor", [r["last_name"] for r in await cursor.fetch(3)])
        await cursor.forward(10)
        show("cursor on", [r["last_name"] for r in await cursor.fetch(2)])
    try:
        async with connection.transaction():
            await connection.execute("INSERT INTO person (first_name, last_name) VALUES ($1, $2)", "a", None)
    except asyncpg.PostgresError as error:
        show("error", (error.sqlstate, error.message, error.column_name, error.table_name))
    show("copy in", await connection.copy_records_to_table("person", records=[("c1", "d1"), ("c2", "d2")], columns=["first_name", "last_name"]))
    received = bytearray()

    async def take(data):
        received.extend(data)

    show("copy out", await connection.copy_from_query("SELECT last_name FROM person WHERE first_name LIKE 'c%' ORDER BY id", output=take))
    show("copied", bytes(received))
    heard = asyncio.get_running_loop().create_future()
    await connection.add_listener("news", lambda *arguments: heard.set_result(arguments[2:]))
    await connection.execute("NOTIFY news, 'payload'")
    show("notification", await asyncio.wait_for(heard, 10))
    try:
        await connection.fetch("SELECT pg_sleep(20)", timeout=0.3)
    except asyncio.TimeoutError:
        show("timed out", "cancelled")
    show("after cancel", await connection.fetchval("SELECT 1"))
    show("many at once", sorted(await asyncio.gather(*(one_of_many(url, n) for n in range(8)))))
    show("deleted", await connection.execute("DELETE FROM person"))
    await connection.close()


async def one_of_many(url, number):
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval("SELECT last_name FROM person WHERE first_name = $1", f"f{number}")
    finally:
        await connection.close()


asyncio.run(main(sys.argv[1]))

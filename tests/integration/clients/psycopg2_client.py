"""What a psycopg2 application does, printed: argument 1 is the DSN. The transcript must not depend on what is in between."""

import io
import select
import sys
import threading
import time

import psycopg2
import psycopg2.extras

dsn = sys.argv[1]
connection = psycopg2.connect(dsn)
cursor = connection.cursor()


def show(title, value):
    print(f"{title}: {value!r}")


def fails(title, statement, values=None):
    try:
        cursor.execute(statement, values)
        show(title, "no error")
    except psycopg2.Error as error:
        diag = error.diag
        show(title, (error.pgcode, diag.message_primary, diag.statement_position, diag.column_name, diag.table_name))
    connection.rollback()


cursor.execute("INSERT INTO person (first_name, last_name) VALUES (%s, %s) RETURNING last_name", ("Ada", "Lovelace"))
show("returning", cursor.fetchall())
psycopg2.extras.execute_values(cursor, "INSERT INTO person (first_name, last_name) VALUES %s", [(f"f{i}", f"l{i}") for i in range(250)])
connection.commit()
cursor.execute("SELECT * FROM person ORDER BY id LIMIT 3")
show("columns", [(c.name, c.type_code) for c in cursor.description])
show("rows", [row[1:] for row in cursor.fetchall()])

named = connection.cursor("server_side", cursor_factory=psycopg2.extras.RealDictCursor)
named.itersize = 40
named.execute("SELECT last_name FROM person WHERE last_name LIKE 'l%' ORDER BY id")
show("server-side cursor", (sum(1 for _ in named), named.description[0].name))
named.close()
connection.commit()

cursor.copy_expert("COPY person (first_name, last_name) FROM STDIN WITH (FORMAT csv)", io.StringIO("Copy,One\nCopy,Two\n"))
out = io.StringIO()
cursor.copy_expert("COPY (SELECT last_name FROM person WHERE first_name = 'Copy' ORDER BY id) TO STDOUT", out)
show("copy", out.getvalue())
connection.commit()
try:
    cursor.copy_expert("COPY person (first_name, last_name) FROM STDIN", io.StringIO("only one column\n"))
except psycopg2.Error as error:
    show("copy error", (error.pgcode, error.diag.message_primary))
connection.rollback()

big = "x" * 5_000_000
cursor.execute("INSERT INTO person (first_name, last_name) VALUES ('big', %s) RETURNING length(last_name)", (big,))
show("large value in", cursor.fetchall())
cursor.execute("SELECT last_name FROM person WHERE first_name = 'big'")
show("large value out", cursor.fetchone()[0] == big)
connection.rollback()

blob = connection.lobject(0, "wb")
blob.write(b"\x00\x01\xff" * 100_000)
blob.seek(3)
number = blob.oid
blob.close()
blob = connection.lobject(number, "rb")
show("large object", (len(blob.read()), blob.seek(1)))
blob.unlink()
connection.commit()

fails("unique violation", "INSERT INTO person (id, first_name, last_name) SELECT id, 'a', 'b' FROM person ORDER BY id LIMIT 1")
fails("not null", "INSERT INTO person (first_name) VALUES ('x')")
fails("undefined column", "SELECT lastname FROM person")
fails("syntax error", "SELECT last_name FROM person WHERE")

connection.set_session(autocommit=True)
cursor.execute("LISTEN news")
other = psycopg2.connect(dsn)
other.autocommit = True
other.cursor().execute("NOTIFY news, 'payload'")
select.select([connection], [], [], 10)
connection.poll()
show("notification", [(n.channel, n.payload) for n in connection.notifies])
show("process id is the server's", cursor.execute("SELECT pg_backend_pid()") or cursor.fetchone()[0] == connection.get_backend_pid())

cursor.execute("DO $$BEGIN RAISE NOTICE 'hello %', 1; END$$")
show("notice", connection.notices[-1])

def cancel_soon():
    time.sleep(0.3)
    connection.cancel()


canceller = threading.Thread(target=cancel_soon)
canceller.start()
fails("cancelled", "SELECT pg_sleep(20)")
canceller.join()

cursor.execute("BEGIN; INSERT INTO person (first_name, last_name) VALUES ('multi', 'statement'); SELECT last_name FROM person WHERE first_name = 'multi'; ROLLBACK")
show("multi-statement", cursor.statusmessage)
connection.set_client_encoding("LATIN1")
cursor.execute("SELECT 'ä', last_name FROM person ORDER BY id LIMIT 1")
show("latin1", cursor.fetchall())
connection.set_client_encoding("UTF8")
cursor.execute("PREPARE find AS SELECT last_name FROM person WHERE first_name = $1")
cursor.execute("EXECUTE find('Ada')")
show("sql prepare", cursor.fetchall())
cursor.execute("DEALLOCATE find")
cursor.execute("DELETE FROM person")
show("deleted", cursor.statusmessage)

"""people 2.0.0 registers people, opens an account for each and lists the newest.

Usage: people-2.0.0.py <dsn>. The first line on standard input stops the registering, the second asks for everybody.
"""

import select
import sys

import psycopg2

RELEASE = "2.0.0"
PAUSE = 0.004

REGISTER = "INSERT INTO person (first_name, surname) VALUES (%s, %s) RETURNING id, surname"
OPEN_ACCOUNT = "INSERT INTO account (person_id, last_name) VALUES (%s, %s)"
LIST = """
    SELECT p.id, p.surname, a.last_name
      FROM person p JOIN account a ON a.person_id = p.id
     ORDER BY p.surname DESC, p.id LIMIT %s
"""


def register(cursor, number):
    cursor.execute(REGISTER, (RELEASE, f"{number:06} of {RELEASE}"))
    person, name = cursor.fetchone()
    cursor.execute(OPEN_ACCOUNT, (person, name))
    print("wrote", person, name, sep="\t", flush=True)


def show(cursor, limit):
    cursor.execute(LIST, (limit,))
    for person, name, holder in cursor:
        print("read", person, name, holder, sep="\t")
    sys.stdout.flush()


def main(dsn):
    connection = psycopg2.connect(dsn, application_name=f"people {RELEASE}")
    connection.autocommit = True
    cursor = connection.cursor()
    number = 0
    while not select.select([sys.stdin], [], [], PAUSE)[0]:
        number += 1
        register(cursor, number)
        show(cursor, limit=10)
    print("quiet", flush=True)
    sys.stdin.readline()
    sys.stdin.readline()
    show(cursor, limit=None)


try:
    main(sys.argv[1])
except psycopg2.Error as error:
    print("failed", error.pgcode, str(error).strip().replace("\n", "\\n"), sep="\t")
    sys.exit(1)

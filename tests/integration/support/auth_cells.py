"""The cells of the authentication matrix: how to log in, and what has to come of it.

A cell is a way of authentication on the server × TLS on which legs × a credential × the client's channel_binding.
"""

import itertools
import os
import re
import subprocess
from dataclasses import dataclass

import psycopg2

from .cluster import BIN

METHODS = ("trust", "password", "md5", "scram")
LEGS = ("plain", "client", "server", "both")
CREDENTIALS = ("right", "wrong", "unknown user")
BINDINGS = ("prefer", "require")
PASSWORD = "correct horse, Österreich"

ROLES = "".join(
    f"SET password_encryption = '{'md5' if method == 'md5' else 'scram-sha-256'}';"
    f"CREATE ROLE user_{method} LOGIN PASSWORD '{PASSWORD}';"
    for method in METHODS
)
HBA = ["host all postgres 127.0.0.1/32 trust", "local all postgres trust"] + [
    f"host all user_{method},nobody_{method} 127.0.0.1/32 {'scram-sha-256' if method == 'scram' else method}" for method in METHODS
]

CHANNEL_BINDING_REFUSED = re.compile("channel binding (is )?required")
NOT_RELAYED = re.compile("FATAL:  SCRAM cannot be relayed where both connections use TLS")
OTHER_KIND = re.compile("FATAL:  the server asks for another kind of authentication than SCRAM-SHA-256")
SUCCESS = "logged in as {}"


@dataclass(frozen=True)
class Cell:
    method: str
    legs: str
    credential: str
    binding: str

    @property
    def user(self) -> str:
        return ("nobody_" if self.credential == "unknown user" else "user_") + self.method

    @property
    def server_asks_for_scram(self) -> bool:
        """Of a role that does not exist, an md5 rule asks for what new passwords are stored as."""
        return self.method == "scram" or (self.method == "md5" and self.credential == "unknown user")

    @property
    def client_tls(self) -> bool:
        return self.legs in ("client", "both")

    def parameters(self, authority) -> dict[str, str]:
        tls = {"sslmode": "verify-full", "sslrootcert": str(authority.file)} if self.client_tls else {"sslmode": "disable"}
        password = "wrong" if self.credential == "wrong" else PASSWORD
        return {"user": self.user, "password": password, "channel_binding": self.binding, "connect_timeout": "20", **tls}


CELLS = [Cell(*values) for values in itertools.product(METHODS, LEGS, CREDENTIALS, BINDINGS)]


def comparable(message: str) -> str:
    """A client's error without what depends on where the server is."""
    message = re.sub(r'connection to server at "127\.0\.0\.1", port \d+ failed: ', "", message)
    return re.sub(r"^psql: error: ", "", message).strip()


def with_psycopg2(port: int, database: str, parameters: dict[str, str]) -> str:
    try:
        connection = psycopg2.connect(host="127.0.0.1", port=port, dbname=database, **parameters)
    except psycopg2.OperationalError as failure:
        return comparable(str(failure))
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user::text")
        (user,) = cursor.fetchone()
    connection.close()
    return SUCCESS.format(user)


def run_psql(port: int, database: str, parameters: dict[str, str], command: str) -> subprocess.CompletedProcess:
    words = {"host": "127.0.0.1", "port": str(port), "dbname": database, **parameters}
    password = words.pop("password")
    return subprocess.run(
        [BIN / "psql", "-X", "-A", "-t", "-c", command, " ".join(f"{key}={value}" for key, value in words.items())],
        capture_output=True, text=True, env={**os.environ, "PGPASSWORD": password, "PGCLIENTENCODING": "UTF8"},
    )


def with_psql(port: int, database: str, parameters: dict[str, str]) -> str:
    done = run_psql(port, database, parameters, "SELECT session_user")
    return SUCCESS.format(done.stdout.strip()) if done.returncode == 0 else comparable(done.stderr)


def with_replication(port: int, database: str, parameters: dict[str, str]) -> str:
    """A walsender says which database it is connected to, not who it is."""
    done = run_psql(port, database, {**parameters, "replication": "database"}, "IDENTIFY_SYSTEM")
    if done.returncode != 0:
        return comparable(done.stderr)
    assert done.stdout.strip().endswith("|" + database), done.stdout
    return SUCCESS.format(parameters["user"])


CLIENTS = {"psycopg2": with_psycopg2, "psql": with_psql}


def expected_relayed(cell: Cell, direct: str) -> str | re.Pattern:
    """The server decides, so the client sees what it sees directly, but for SCRAM's ties to one TLS connection."""
    if cell.server_asks_for_scram and cell.client_tls:
        if cell.binding == "require":
            return CHANNEL_BINDING_REFUSED
        if cell.legs == "both":
            return NOT_RELAYED
    return direct


def expected_terminated(cell: Cell, direct: str) -> str | re.Pattern:
    """pgsegue asks everyone for a SCRAM password, whatever the server would ask for."""
    if cell.binding == "require" and not cell.client_tls:
        return "channel binding required, but SSL not in use"
    has_verifier = cell.credential != "unknown user" and cell.method != "md5"
    if not has_verifier or cell.credential == "wrong":
        return f'FATAL:  password authentication failed for user "{cell.user}"'
    return OTHER_KIND if cell.method == "password" else SUCCESS.format(cell.user)


EXPECTED = {"relay": expected_relayed, "scram": expected_terminated}

"""Who may log in: every way of authentication × TLS on either leg × credential × channel binding, in both modes."""

import shutil
import struct

import pytest

from support import auth_cells
from support.auth_cells import CELLS, CLIENTS, EXPECTED, PASSWORD, SUCCESS, with_psycopg2, with_replication
from support.certificates import Authority
from support.cluster import Cluster
from support.proxy import Proxy
from support.wire import Connection, cstring, error_fields

DATABASE = "auth_matrix"
VERIFIER_QUERY = (
    "SELECT rolname, rolpassword FROM pg_catalog.pg_authid WHERE rolname OPERATOR(pg_catalog.=) $1 AND rolcanlogin"
    " AND (rolvaliduntil IS NULL OR rolvaliduntil OPERATOR(pg_catalog.>) pg_catalog.now())"
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def server(authority):
    cluster = Cluster(settings={"ssl": "on"}, hba=auth_cells.HBA)
    certificate, key = authority.issue("server")
    for source, name in ((certificate, "server.crt"), (key, "server.key")):
        shutil.copy(source, cluster.data / name)
        (cluster.data / name).chmod(0o600)
        shutil.chown(cluster.data / name, cluster.data.owner(), cluster.data.group())
    cluster.start()
    cluster.create_database(DATABASE)
    cluster.psql(auth_cells.ROLES)
    yield cluster
    cluster.remove()


def configuration(mode: str, legs: str, authority: Authority) -> dict:
    config = {"databases": [{"name": DATABASE, "auth": mode}], "server_tls": {"mode": "disable"}}
    if legs in ("client", "both"):
        certificate, key = authority.issue(f"proxy-{mode}-{legs}")
        config["client_tls"] = {"mode": "require", "certificate": str(certificate), "key": str(key)}
    if legs in ("server", "both"):
        config["server_tls"] = {"mode": "verify-full", "root_certificate": str(authority.file)}
    if mode == "scram":
        config["verifiers"] = {"query": VERIFIER_QUERY}
    return config


@pytest.fixture(scope="module")
def proxies(server, authority):
    """One pgsegue per mode and choice of legs, started when it is first asked for."""
    running: dict[tuple, Proxy] = {}

    def get(mode: str, legs: str) -> Proxy:
        if (mode, legs) not in running:
            running[mode, legs] = Proxy(server, configuration(mode, legs, authority)).start()
        return running[mode, legs]

    yield get
    for proxy in running.values():
        proxy.remove()


def agrees(outcome: str, expected) -> bool:
    return outcome == expected if isinstance(expected, str) else bool(expected.search(outcome))


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell.method}-{cell.legs}-{cell.credential}-{cell.binding}".replace(" ", "_"))
@pytest.mark.parametrize("mode", EXPECTED)
def test_cell(mode, cell, client, server, authority, proxies):
    log_in, parameters = CLIENTS[client], cell.parameters(authority)
    direct = log_in(server.port, DATABASE, parameters)
    expected = EXPECTED[mode](cell, direct)
    outcome = log_in(proxies(mode, cell.legs).port, DATABASE, parameters)
    assert agrees(outcome, expected), f"{outcome!r} instead of {expected!r}; directly {direct!r}"


REPLICATION_CELLS = [cell for cell in CELLS if cell.method == "scram"]


@pytest.mark.parametrize("cell", REPLICATION_CELLS, ids=lambda cell: f"{cell.legs}-{cell.credential}-{cell.binding}".replace(" ", "_"))
@pytest.mark.parametrize("mode", EXPECTED)
def test_replication_connection(mode, cell, server, authority, proxies):
    """The same rules for a connection that is to stream the write-ahead log."""
    server.psql("ALTER ROLE user_scram REPLICATION")
    parameters = cell.parameters(authority)
    direct = with_replication(server.port, DATABASE, parameters)
    expected = EXPECTED[mode](cell, direct)
    outcome = with_replication(proxies(mode, cell.legs).port, DATABASE, parameters)
    assert agrees(outcome, expected), f"{outcome!r} instead of {expected!r}; directly {direct!r}"
    if cell.credential == "right" and cell.binding == "prefer":
        assert direct == SUCCESS.format(cell.user)


def test_the_matrix_reaches_both_outcomes_directly(server, authority):
    """A matrix of nothing but failures would agree with itself."""
    right = [cell for cell in CELLS if cell.credential == "right" and cell.binding == "prefer"]
    for cell in right:
        assert with_psycopg2(server.port, DATABASE, cell.parameters(authority)) == SUCCESS.format(cell.user)
    for cell in CELLS:
        if cell.credential == "wrong" and cell.method != "trust":
            assert "logged in" not in with_psycopg2(server.port, DATABASE, cell.parameters(authority))


class Unauthenticated(Connection):
    """A connection whose test answers the server's authentication request itself."""

    def _log_in(self) -> None:
        pass


def challenge_of(port: int, user: str) -> str:
    """The server-first-message of a SCRAM exchange with a fixed client nonce."""
    connection = Unauthenticated(port, DATABASE, user)
    request = connection.receive()
    assert request.kind == "R" and request.body.startswith(struct.pack("!i", 10)), error_fields(request.body)
    first = b"n,,n=,r=abcdefgh"
    connection.send("p", cstring("SCRAM-SHA-256") + struct.pack("!i", len(first)) + first)
    challenge = connection.receive()
    assert challenge.kind == "R", error_fields(challenge.body)
    connection.close()
    return challenge.body[4:].decode()


def attributes(challenge: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in challenge.split(","))


def test_an_unknown_user_cannot_be_told_from_a_known_one(proxies):
    port = proxies("scram", "plain").port
    known, unknown, again, other = (attributes(challenge_of(port, user)) for user in ("user_scram", "nobody_x", "nobody_x", "nobody_y"))
    assert known.keys() == unknown.keys()
    assert known["i"] == unknown["i"] and len(known["s"]) == len(unknown["s"]) and len(known["r"]) == len(unknown["r"])
    assert unknown["s"] == again["s"] != other["s"]
    assert unknown["r"] != again["r"]


def log_in(proxy: Proxy, user: str, password: str) -> str:
    return with_psycopg2(proxy.port, DATABASE, {"user": user, "password": password, "sslmode": "disable"})


def refused(user: str) -> str:
    return f'FATAL:  password authentication failed for user "{user}"'


def test_a_new_password_counts_at_once(server, proxies):
    proxy = proxies("scram", "plain")
    server.psql("DROP ROLE IF EXISTS user_scram_changing; CREATE ROLE user_scram_changing LOGIN PASSWORD 'first'")
    add_hba(server, "host all user_scram_changing 127.0.0.1/32 scram-sha-256")
    assert log_in(proxy, "user_scram_changing", "first") == SUCCESS.format("user_scram_changing")
    server.psql("ALTER ROLE user_scram_changing PASSWORD 'second'")
    assert log_in(proxy, "user_scram_changing", "first") == refused("user_scram_changing")
    assert log_in(proxy, "user_scram_changing", "second") == SUCCESS.format("user_scram_changing")


def add_hba(server: Cluster, line: str) -> None:
    with open(server.data / "pg_hba.conf", "a", encoding="utf-8") as hba:
        hba.write(line + "\n")
    server.psql("SELECT pg_reload_conf()")


@pytest.mark.parametrize("attribute", ["NOLOGIN", "LOGIN VALID UNTIL '2001-01-01'"])
def test_a_role_that_may_not_log_in_is_refused(server, proxies, attribute):
    server.psql(f"DROP ROLE IF EXISTS locked; CREATE ROLE locked PASSWORD 'right' {attribute}")
    assert log_in(proxies("scram", "plain"), "locked", "right") == refused("locked")


def test_verifiers_from_a_file_and_its_reload(server, authority):
    verifier = server.psql("SELECT rolpassword FROM pg_authid WHERE rolname = 'user_scram'")
    config = configuration("scram", "plain", authority)
    config["verifiers"] = {"file": "verifiers.txt"}
    proxy = Proxy(server, config, {"verifiers.txt": "# nobody yet\n"}).start()
    try:
        file = proxy.directory / "verifiers.txt"
        assert log_in(proxy, "user_scram", PASSWORD) == refused("user_scram")
        file.write_text(f'"user_scram" "{verifier}"\n', encoding="utf-8")
        proxy.reload()
        assert log_in(proxy, "user_scram", PASSWORD) == SUCCESS.format("user_scram")
        file.write_text('"user_scram" "md5something"\n', encoding="utf-8")
        proxy.reload()
        assert log_in(proxy, "user_scram", PASSWORD) == SUCCESS.format("user_scram")
        assert "verifiers.txt:1:14: error" in proxy.log() and "md5something" not in proxy.log()
    finally:
        proxy.remove()


def test_a_verifier_of_another_server_is_named_as_the_cause(server, authority):
    """The role's password is the same, its salt is not: keys do not carry over."""
    other = server.psql(
        f"CREATE ROLE twin LOGIN PASSWORD '{PASSWORD}'; SELECT rolpassword FROM pg_authid WHERE rolname = 'twin'; DROP ROLE twin"
    )
    config = configuration("scram", "plain", authority)
    config["verifiers"] = {"file": "verifiers.txt"}
    proxy = Proxy(server, config, {"verifiers.txt": f'"user_scram" "{other}"\n'}).start()
    try:
        assert "differs from the verifier looked up" in log_in(proxy, "user_scram", PASSWORD)
    finally:
        proxy.remove()

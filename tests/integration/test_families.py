"""Partitions that applications make: known under every version's column names from COMMIT on, and gone again after DROP."""

import pytest

from support.company import COMPANY, PAIRS
from support.wire import Connection

CREATE = "CREATE TABLE sale_2027 PARTITION OF sale FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')"
INSERT = "INSERT INTO sale_2027 (sale_id, sold_on, amount, region) VALUES (70, '2027-03-04', 12, 'east')"
SELECT = "SELECT amount, region FROM sale_2027"
DROP = "DROP TABLE sale_2027"


class Client:
    def __init__(self, port: int, physical: str, version: str):
        self.connection = Connection(port, f"company_{physical}@{version}")
        self.version = version

    def run(self, sql: str) -> list:
        """The rows; fails on an error."""
        outcome = self.connection.simple(COMPANY.text(sql, self.version))
        assert not outcome.errors(), f"{sql}: {outcome.errors()}"
        return [reply[1] for reply in outcome.replies if reply[0] == "row"]

    def state_of_error(self, sql: str) -> str:
        return self.connection.simple(COMPANY.text(sql, self.version)).errors()[0]["C"]


@pytest.mark.parametrize(("version", "physical"), PAIRS)
@pytest.mark.parametrize("block", [False, True], ids=["autocommit", "block"])
def test_partition_is_known_from_commit_on(company_proxy, version, physical, block):
    maker, other = Client(company_proxy.port, physical, version), Client(company_proxy.port, physical, physical)
    try:
        for sql in ["BEGIN", CREATE, "COMMIT"] if block else [CREATE]:
            maker.run(sql)
        maker.run(INSERT)
        assert maker.run(SELECT) == other.run(SELECT) == [(b"12.00", b"east")]
        assert maker.run("SELECT amount FROM sale WHERE sale_id = 70") == [(b"12.00",)]
    finally:
        maker.run(DROP)
    assert maker.state_of_error(SELECT) == other.state_of_error(SELECT) == "42P01"


@pytest.mark.parametrize(("version", "physical"), PAIRS)
def test_a_name_is_free_again_after_rollback(company_proxy, version, physical):
    client = Client(company_proxy.port, physical, version)
    client.run("BEGIN")
    client.run(CREATE)
    assert client.state_of_error(SELECT) == "0A000"
    client.run("ROLLBACK")
    assert client.state_of_error(SELECT) == "42P01"

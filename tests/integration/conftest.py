import pytest

from support.bars import Bars
from support.cluster import Cluster
from support.company import start_company
from support.shop import start_shop

BARS = Bars()


@pytest.fixture(scope="session")
def cluster():
    """One trusting cluster for all tests that bring their own databases."""
    made = Cluster().start()
    yield made
    made.remove()


@pytest.fixture(scope="session")
def shop_proxy(cluster):
    """In front of the databases of the twin oracle."""
    running = start_shop(cluster)
    yield running
    running.remove()


@pytest.fixture(scope="session")
def company_proxy(cluster):
    """In front of the databases of the large corpus."""
    running = start_company(cluster)
    yield running
    running.remove()


@pytest.fixture(scope="session")
def bars():
    return BARS


def pytest_sessionfinish(session):
    """A process that runs a part of the tests hands its bars to the one that reports."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["bars"] = BARS.lines


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error):
    BARS.lines += getattr(node, "workeroutput", {}).get("bars", [])


def pytest_terminal_summary(terminalreporter):
    for line in BARS.lines:
        terminalreporter.write_line(line)

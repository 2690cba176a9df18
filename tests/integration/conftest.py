import pytest

from support.cluster import Cluster
from support.shop import start_shop


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

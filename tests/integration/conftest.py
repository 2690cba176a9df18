import pytest

from support.cluster import Cluster


@pytest.fixture(scope="session")
def cluster():
    """One trusting cluster for all tests that bring their own databases."""
    made = Cluster().start()
    yield made
    made.remove()

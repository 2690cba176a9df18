"""What the documents point at is there."""

import re

import pytest

from support.proxy import ROOT

DOCUMENTS = sorted(ROOT / name for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]) + sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    dead = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert not dead

"""Corpora on physical databases whose names collide with the statements' own: no wrong answer, whatever the names are."""

import pytest

from support import clinic, company
from support.as_parameters import as_parameters
from support.colliding import Renames, start_colliding, words_of
from support.twins import Twins
from support.wire import Connection

STATEMENTS = 1265
CORPORA = {
    "clinic": (clinic.Clinic(), clinic.TABLES, clinic.SEQUENCES, clinic.KEPT),
    "company": (company.COMPANY, company.TABLES, company.SEQUENCES, {"log.trail", "log.words"}),
}
# Per cent of the statements that may be refused, because of the names they happen to meet or for other reasons; and how
# many may fail on both sides in other words: a name of the server's in a text that the statement uses for something else.
REFUSED, OTHER_ERRORS = 2.1, 0.2


@pytest.fixture(scope="module")
def direct(cluster):
    return {name: cluster.create_database(f"{name}_own", corpus.script(corpus.versions[0])) for name, (corpus, *_) in CORPORA.items()}


def compare_all(twins: Twins, cases, turn: int) -> dict[str, list[str]]:
    """Every case in one of its protocols, in the other one on the next turn."""
    verdicts = {"equal": [], "refused": [], "other error": [], "wrong": []}
    for number, case in enumerate(cases):
        protocol = case.protocols()[(number + turn) % len(case.protocols())]
        verdict = twins.compare(case, protocol, ordered="ORDER BY" in case.sql.upper())
        if verdict == "refused":
            verdict = "equal" if case.refused else f"refused: {case.where} ({protocol}): {case.sql}"
        verdicts[next((kind for kind in verdicts if verdict.startswith(kind)), "wrong")].append(verdict)
    return verdicts


@pytest.mark.parametrize("name, seed", [("clinic", 1), ("clinic", 2), ("company", 1)])
def test_no_wrong_answer(cluster, direct, bars, name, seed):
    corpus, tables, sequences, kept = CORPORA[name]
    # Names of tables and columns go into EXPLAIN's output, which shows the server's.
    cases = [case for case in corpus.cases if not case.where.startswith("explain")]
    cases += filter(None, map(as_parameters, cases))
    renames = Renames(cluster, direct[name], words_of(cases), kept, seed)
    proxy = start_colliding(cluster, f"{name}_{seed}", corpus.script(corpus.versions[0]), renames)
    results = []
    try:
        for turn, age in enumerate(("older", "newer")):
            connections = Connection(cluster.port, direct[name]), Connection(proxy.port, f"{name}_{seed}_{age}@own")
            verdicts = compare_all(Twins(*connections, corpus, corpus.versions[0], tables, sequences), cases, turn)
            print(f"{name} {seed}, own version {age}: " + ", ".join(f"{len(each)} {kind}" for kind, each in verdicts.items()))
            print("\n".join(verdicts["refused"] + verdicts["other error"]))
            share, bar = 100 / len(cases), f"colliding_{name}_{seed}_{age}"
            results += [
                bars.at_most(f"{bar}_wrong", len(verdicts["wrong"]), 0),
                bars.at_most(f"{bar}_refused_percent", round(share * len(verdicts["refused"]), 2), REFUSED),
                bars.at_most(f"{bar}_other_errors_percent", round(share * len(verdicts["other error"]), 2), OTHER_ERRORS),
            ]
            assert not verdicts["wrong"], "\n".join(verdicts["wrong"])
    finally:
        proxy.remove()
    assert all(results)


def test_the_corpus_is_large_enough(bars):
    assert bars.at_least("clinic_statements", len(CORPORA["clinic"][0].cases), STATEMENTS)

"""How ./dev bench comes from what it measures to figures and verdicts."""

import sys
import xml.dom.minidom

import pytest

from support.proxy import ROOT

sys.path.insert(0, str(ROOT / "bench/system"))

from bars import Judge, measured  # noqa: E402
from cpu_window import cpu_per_transaction  # noqa: E402
from pgbench_turn import quantile  # noqa: E402
from rounds import Series, play  # noqa: E402
from svg import Bars, Lines, figure  # noqa: E402
from table import Table, grouped  # noqa: E402
from workloads import WORKLOADS  # noqa: E402


def test_neighbours_stay_neighbours_and_nobody_is_always_first():
    order = []

    def turn(name):
        return lambda seed: order.append((name, seed)) or {"tps": 1.0}

    play({name: turn(name) for name in "abc"}, 2)
    assert "".join(name for name, _ in order) == "abccba"
    assert len({seed for _, seed in order}) == 2


def test_a_slow_round_does_not_count_in_a_ratio():
    series = Series([{"a": {"tps": 20.0}, "b": {"tps": 10.0}}, {"a": {"tps": 2.0}, "b": {"tps": 1.0}}, {"a": {"tps": 18.0}, "b": {"tps": 10.0}}])
    assert series.ratio("a", "b", "tps") == 2
    assert series.median("a", "tps") == 18


def test_quantiles_are_finer_than_the_log():
    assert quantile([10] * 100, 0.5) == 10
    assert quantile([9] * 10 + [10] * 90, 0.5) == pytest.approx(9.944, abs=0.001)
    assert 99 <= quantile(list(range(1, 101)), 0.99) <= 100


def test_slack_is_a_quarter_of_the_bar():
    assert Judge(0.25).at_least("ratio", 0.76, 1).line() == "ratio 0.76 0.75 pass"
    assert Judge(0.25).at_most("ratio", 1.26, 1).line() == "ratio 1.26 1.25 fail"
    assert Judge(0).at_least("ratio", 0.76, 1).line() == "ratio 0.76 1 fail"


@pytest.mark.parametrize("values, met", [([2, 0], True), ([0, 2], True), ([0, 0], False)])
def test_a_missed_bar_is_measured_once_more(values, met):
    left = iter(values)
    _, bars = measured(lambda: next(left), lambda value: [Judge(0).at_least("it", value, 1)])
    assert [bar.met for bar in bars] == [met]


def test_the_second_measurement_may_be_a_longer_one():
    value, bars = measured(lambda: 0, lambda value: [Judge(0).at_least("it", value, 1)], lambda: 2)
    assert value == 2 and bars[0].met


def test_cpu_is_that_of_the_time_after_the_first_answers():
    ends = [100 + i / 100 for i in range(101)]  # every tenth of a thousand transactions a second
    samples = [(99.5, 7.0), (100.1, 8.0), (100.5, 9.0), (101.0, 9.5), (101.5, 11.0)]
    assert cpu_per_transaction(samples, ends, 1010) == pytest.approx(0.5 / 500)


@pytest.mark.parametrize("samples", [[], [(100.5, 1.0)], [(100.1, 1.0), (100.15, 2.0)]])
def test_cpu_of_too_short_a_run_is_not_known(samples):
    assert cpu_per_transaction(samples, [100.0, 101.0], 2) is None


def test_a_bar_met_at_first_stays_met():
    left = iter([(2, 0), (0, 2)])
    _, bars = measured(lambda: next(left), lambda pair: [Judge(0).at_least(str(place), value, 1) for place, value in enumerate(pair)])
    assert all(bar.met for bar in bars)


def test_workloads_are_scripts_of_pgbench():
    assert WORKLOADS["point read"].script("pipelined").count("SELECT") == 10
    assert WORKLOADS["point read"].samples() == ["SELECT abalance FROM pgbench_accounts WHERE aid = 1"]
    assert len(WORKLOADS["tpc-b"].samples()) == 5


def test_tables_line_up():
    table = Table(("name", "tps"), [["a", "1000"], ["long name", "1"]])
    assert len({len(line) for line in table.text().splitlines()}) == 1
    assert table.markdown().splitlines()[1] == "| --- | ---: |"
    assert [(value, len(rows)) for value, rows in grouped([{"k": 1}, {"k": 1}, {"k": 2}], "k")] == [(1, 2), (2, 1)]


def test_charts_are_svg_with_all_that_is_measured():
    chart = figure([Bars("bars <of all>", {"1": {"a": 3.0, "b": 0.5}}), Lines("lines", "x", {"a": [(1, 2.0), (1000, 4.0)]}, logarithmic=True)], {"a": "#123456"})
    drawn = xml.dom.minidom.parseString(chart)
    assert len(drawn.getElementsByTagName("circle")) == 2
    fills = [rect.getAttribute("fill") for rect in drawn.getElementsByTagName("rect")]
    assert fills.count("#123456") == 2  # in the legend and as a bar

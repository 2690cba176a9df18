"""The charts of each part, made from its rows: file name → SVG."""

from collections.abc import Sequence

import svg
from stage import DIRECT, HAPROXY, PGBOUNCER, RAW, REWRITING
from svg import Bars, Lines

Rows = list[dict]
COLOURS = {DIRECT: "#8a8f98", HAPROXY: "#e69f00", PGBOUNCER: "#56b4e9", RAW: "#9ad1b5", REWRITING: "#00795c"}


def figure(panels: Sequence[Bars | Lines], columns: int = 2) -> str:
    return svg.figure(panels, COLOURS, columns)


def values(rows: Rows, group: str, series: str, figure_name: str, digits: int = 3) -> dict[str, dict[str, float]]:
    """group → series → figure, as Bars takes them."""
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        found.setdefault(str(row[group]), {})[row[series]] = round(row[figure_name], digits)
    return found


def lines(rows: Rows, x: str, figure_name: str) -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        found.setdefault(row["endpoint"], []).append((row[x], row[figure_name]))
    return found


def of_matrix(rows: Rows) -> dict[str, str]:
    reads = [row for row in rows if row["workload"] == "point read" and not row["tls"]]
    others = [row for row in rows if row not in reads]
    proxied = [row for row in reads if row["endpoint"] != DIRECT]
    sixteen = [row for row in proxied if row["clients"] == 16]
    modes = list(dict.fromkeys(row["mode"] for row in reads))
    charts = {}
    if reads:
        charts["throughput.svg"] = figure([
            Bars(f"{mode}: transactions a second, by clients", values([row for row in reads if row["mode"] == mode], "clients", "endpoint", "tps"))
            for mode in modes])
        charts["costs.svg"] = figure([
            Bars("median latency, 1 client, ms", values([row for row in reads if row["clients"] == 1], "mode", "endpoint", "p50_ms", 4)),
            Bars("99th percentile, 16 clients, ms", values([row for row in reads if row["clients"] == 16], "mode", "endpoint", "p99_ms", 4)),
            Bars("proxy's CPU, 16 clients, µs a transaction", values(sixteen, "mode", "endpoint", "cpu_us")),
            Bars("proxy's memory, simple mode, MiB, by clients",
                 values([row | {"mib": row["resident_kib"] / 1024} for row in proxied if row["mode"] == "simple"], "clients", "endpoint", "mib")),
        ])
    if others:
        charts["workloads.svg"] = figure([Bars(f"{row['case']}: tps", {"": found}) for row, found in by_case(others)], columns=3)
    return charts


def by_case(rows: Rows) -> list[tuple[dict, dict[str, float]]]:
    """Each case's first row, and the throughput of its endpoints."""
    return [(next(row for row in rows if row["case"] == case), tps) for case, tps in values(rows, "case", "endpoint", "tps").items()]


def of_bulk(rows: Rows) -> dict[str, str]:
    return {"bulk.svg": figure([
        Bars("megabytes a second", values(rows, "transfer", "endpoint", "mb_per_s")),
        Bars("proxy's CPU, seconds a gigabyte", values([row for row in rows if row["endpoint"] != DIRECT], "transfer", "endpoint", "cpu_s_per_gb")),
    ])}


def of_scaling(rows: Rows) -> dict[str, str]:
    of = {kind: [row for row in rows if row["scaled"] == kind] for kind in ("length", "shapes", "threads")}
    threads = [row | {"threads": f"{row['size']} thread{'s' * (row['size'] > 1)}"} for row in of["threads"]]
    return {"scaling.svg": figure([
        Lines("median latency, ms", "bytes of a statement", lines(of["length"], "size", "p50_ms"), logarithmic=True),
        Lines("median latency, ms", "distinct statements", lines(of["shapes"], "size", "p50_ms")),
        Lines("proxy's CPU, µs a transaction", "distinct statements", lines(of["shapes"], "size", "cpu_us")),
    ], columns=3), "threads.svg": figure([Bars("transactions a second, by clients", values(threads, "clients", "threads", "tps"))])}


def of_beside(rows: Rows) -> dict[str, str]:
    rows = [row | {"endpoint": REWRITING} for row in rows]
    return {"beside.svg": figure([
        Lines("50 active clients: transactions a second", "idle sessions", lines(rows, "idle", "tps")),
        Lines("their 99th percentile, ms", "idle sessions", lines(rows, "idle", "p99_ms")),
    ])}


def of_idle(rows: Rows) -> dict[str, str]:
    return {"idle.svg": figure([Bars("memory of an idle session, KiB", {row["kind"]: {REWRITING: round(row["kib"], 1)} for row in rows})])}


def of_wide(rows: Rows) -> dict[str, str]:
    operations = list(dict.fromkeys(row["operation"] for row in rows))
    return {"wide.svg": figure([
        Bars(f"{operation}: tps", {"": values([row for row in rows if row["operation"] == operation], "operation", "technique", "tps")[operation]})
        for operation in operations], columns=3)}


PLOTS = {"matrix": of_matrix, "bulk": of_bulk, "idle": of_idle, "scaling": of_scaling, "beside": of_beside, "wide": of_wide}

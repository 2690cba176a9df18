"""Charts as SVG: panels of grouped bars or of lines, side by side, under one legend. No library draws as little as is needed here."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 440, 250  # of a panel
LEFT, RIGHT, TOP, BOTTOM = 58, 22, 30, 40  # its margins
LEGEND = 34
COLOURS = ("#00795c", "#e69f00", "#56b4e9", "#cc79a7", "#8a8f98", "#9ad1b5")
PLOT_WIDTH, PLOT_HEIGHT = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM


@dataclass(frozen=True)
class Bars:
    """`groups`: label → name of a series → value."""

    title: str
    groups: dict[str, dict[str, float]]

    def names(self) -> list[str]:
        return [name for values in self.groups.values() for name in values]


@dataclass(frozen=True)
class Lines:
    """`series`: name → points. The x axis is logarithmic, the y axis too if `logarithmic`."""

    title: str
    x_label: str
    series: dict[str, list[tuple[float, float]]]
    logarithmic: bool = False

    def names(self) -> list[str]:
        return list(self.series)


def short(value: float) -> str:
    for size, suffix in ((1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g}{suffix}"
    return f"{value:g}"


def linear_ticks(most: float) -> list[float]:
    step = 10 ** math.floor(math.log10(most / 2))
    step *= next(factor for factor in (1, 2, 5, 10) if most / (step * factor) <= 5)
    return [step * number for number in range(math.ceil(most / step) + 1)]


def powers(least: float, most: float) -> list[float]:
    return [10.0**power for power in range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)]


def text(x: float, y: float, content: str, anchor: str = "middle", size: int = 11, weight: str = "normal") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" font-weight="{weight}">{escape(content)}</text>'


def rule(y: float, label: str) -> Iterator[str]:
    yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#d8dbe0"/>'
    yield text(LEFT - 6, y + 4, label, "end")


def draw_bars(panel: Bars, colours: dict[str, str]) -> Iterator[str]:
    ticks = linear_ticks(max(value for values in panel.groups.values() for value in values.values()))
    for tick in ticks:
        yield from rule(TOP + PLOT_HEIGHT * (1 - tick / ticks[-1]), short(round(tick, 6)))
    group_width = PLOT_WIDTH / len(panel.groups)
    for number, (label, values) in enumerate(panel.groups.items()):
        width, begin = group_width * 0.8 / len(values), LEFT + group_width * (number + 0.1)
        for place, (name, value) in enumerate(values.items()):
            height = PLOT_HEIGHT * value / ticks[-1]
            yield (f'<rect x="{begin + place * width:.1f}" y="{TOP + PLOT_HEIGHT - height:.1f}" width="{width * 0.92:.1f}" '
                   f'height="{height:.1f}" fill="{colours[name]}"><title>{escape(f"{label}, {name}: {value:.4g}")}</title></rect>')
        yield text(LEFT + group_width * (number + 0.5), HEIGHT - BOTTOM + 16, label)


def draw_lines(panel: Lines, colours: dict[str, str]) -> Iterator[str]:
    points = [point for line in panel.series.values() for point in line]
    x_least, x_most = (extreme(x for x, _ in points) for extreme in (min, max))
    ticks = powers(min(y for _, y in points), max(y for _, y in points)) if panel.logarithmic else linear_ticks(max(y for _, y in points))

    def at_x(x: float) -> float:
        return LEFT + PLOT_WIDTH * (math.log(x / x_least) / math.log(x_most / x_least) if x_most > x_least else 0.5)

    def at_y(y: float) -> float:
        share = math.log(y / ticks[0]) / math.log(ticks[-1] / ticks[0]) if panel.logarithmic else y / ticks[-1]
        return TOP + PLOT_HEIGHT * (1 - share)

    for tick in ticks:
        yield from rule(at_y(tick), short(round(tick, 6)))
    for x in sorted({x for x, _ in points}):
        yield text(at_x(x), HEIGHT - BOTTOM + 16, short(float(f"{x:.2g}")))
    yield text(LEFT + PLOT_WIDTH / 2, HEIGHT - 6, panel.x_label)
    for name, line in panel.series.items():
        path = " ".join(f"{at_x(x):.1f},{at_y(y):.1f}" for x, y in line)
        yield f'<polyline points="{path}" fill="none" stroke="{colours[name]}" stroke-width="2"/>'
        yield from (f'<circle cx="{at_x(x):.1f}" cy="{at_y(y):.1f}" r="3" fill="{colours[name]}"><title>{y:.4g}</title></circle>' for x, y in line)


def legend(colours: dict[str, str]) -> Iterator[str]:
    x = 16
    for name, colour in colours.items():
        yield f'<rect x="{x}" y="12" width="12" height="12" fill="{colour}"/>' + text(x + 17, 22, name, "start", 12)
        x += 34 + 7 * len(name)


def figure(panels: Sequence[Bars | Lines], fixed_colours: dict[str, str], columns: int = 2) -> str:
    """Series that have no fixed colour get one in the order of their appearance."""
    names = list(dict.fromkeys(name for panel in panels for name in panel.names()))
    colours = {name: fixed_colours.get(name, COLOURS[number % len(COLOURS)]) for number, name in enumerate(names)}
    columns = min(columns, len(panels))
    width, height = WIDTH * columns, LEGEND + HEIGHT * math.ceil(len(panels) / columns)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
             'font-family="sans-serif" fill="#20242a">', '<rect width="100%" height="100%" fill="#ffffff"/>', *legend(colours)]
    for number, panel in enumerate(panels):
        drawn = draw_bars(panel, colours) if isinstance(panel, Bars) else draw_lines(panel, colours)
        parts += [f'<g transform="translate({WIDTH * (number % columns)} {LEGEND + HEIGHT * (number // columns)})">',
                  text(LEFT, 18, panel.title, "start", 13, "bold"), *drawn, "</g>"]
    return "\n".join([*parts, "</svg>"]) + "\n"

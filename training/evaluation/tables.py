"""The card's figures as Markdown tables."""

from __future__ import annotations

from typing import Any

Card = dict[str, Any]

# what the models are compared by: protocol, scope, database, measure
COMPARED = {
    "A: AUC": ("A", "official", None, "AUC"),
    "A: sensitivity": ("A", "official", None, "sensitivity"),
    "A: specificity": ("A", "official", None, "specificity"),
    "A: AUC within a": ("A", "official", "a", "AUC"),
    "A: AUC within b": ("A", "official", "b", "AUC"),
    "B: mean AUC": ("B", "left-out", None, "AUC"),
    "C: AUC": ("C", "random", None, "AUC"),
    "time / shipped": ("speed", "one-thread", None, "time / shipped"),
}


def figure(metric: dict[str, Any]) -> str:
    """A value and its interval."""
    return f"{metric['value']:.3f} [{metric['low']:.3f}, {metric['high']:.3f}]"


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def protocol_table(card: Card, protocol: str, scope: str) -> str:
    """All figures of a protocol and scope, one row a data set, one column a measure."""
    chosen = [m for m in card["metrics"] if (m["protocol"], m["scope"]) == (protocol, scope)]
    measures = list(dict.fromkeys(m["measure"] for m in chosen))
    rows = []
    for data in dict.fromkeys(m["data"] for m in chosen):
        here = {m["measure"]: m for m in chosen if m["data"] == data}
        count = next(iter(here.values()))["count"]
        rows.append([data, f"{count:,}", *(figure(here[m]) if m in here else "" for m in measures)])
    return table(["data", "recordings", *measures], rows)


POINT = ["threshold", "cannot tell", "sensitivity", "specificity", "answered", "MAcc answered"]


def operating_table(card: Card) -> str:
    """The operating points, the odds they promise, their bands, and what they gave."""
    rows = []
    for p in card["operatingPoints"]:
        name = p["name"] + (" (default)" if p["name"] == card["defaultOperatingPoint"] else "")
        rows.append([name, f"{p['odds']['normalAtMost']:.0%}, {p['odds']['abnormalAtLeast']:.0%}", *point(p)])
    return table(["point", "odds", *POINT], rows)


def murmur_table(card: Card) -> str:
    """The one point of the second answer."""
    return table(POINT, [point(card["murmur"])])


def point(p: dict[str, Any]) -> list[str]:
    """Threshold, band and figures of a point."""
    return [
        f"{p['threshold']:.2f}",
        f"{p['cannotTell']['low']:.2f} to {p['cannotTell']['high']:.2f}",
        *(figure(p[name]) for name in ("sensitivity", "specificity", "answered", "answeredMacc")),
    ]


def alternative_table(card: Card) -> str:
    """The shipped model and the others by the same figures."""
    shipped = {"name": "shipped", "bytes": card["size"]["bytes"], "metrics": card["metrics"]}
    rows = []
    for model in (shipped, *card["alternatives"]):
        found = {(m["protocol"], m["scope"], m.get("database"), m["measure"]): m for m in reversed(model["metrics"])}
        figures = [figure(found[key]) if key in found else "" for key in COMPARED.values()]
        rows.append([model["name"], f"{model['bytes'] / 1e3:,.0f} kB", *figures])
    return table(["model", "size", *COMPARED], rows)

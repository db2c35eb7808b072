"""The pictures of `docs/model.md`, drawn from the card and the log: the same bytes for the same figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes

from training.evaluation.tried import LEARNING, Rows, learned_from
from training.model.committee import AVERAGED

mpl.use("svg")
import matplotlib.pyplot as plt  # (the backend is chosen first)

Card = dict[str, Any]


def draw_all(card: Card, log: Rows, folder: Path) -> None:
    """Every picture of the page, into a folder that is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    draw_roc(card, folder / "roc.svg")
    draw_reliability(card, folder / "reliability.svg")
    draw_away(card, folder / "away.svg")
    draw_learning(log, folder / "learning.svg")


def areas(card: Card, protocol: str, scope: str) -> dict[str | None, dict[str, Any]]:
    """The AUCs of a protocol by database, None for all of them together."""
    found = [m for m in card["metrics"] if (m["protocol"], m["scope"], m["measure"]) == (protocol, scope, "AUC")]
    return {m.get("database"): m for m in reversed(found)}  # the first of each


def draw_roc(card: Card, path: Path) -> None:
    """ROC curves of the official list, pooled and within the large databases, with the operating points."""
    plot, area = plt.figure(figsize=(5, 5)).gca(), areas(card, "A", "official")
    for curve in card["curves"]:
        database = curve.get("database")
        label = f"{curve['data']}: AUC {area[database]['value']:.3f}"
        width = 2.2 if database is None else 1.1
        plot.plot(curve["falsePositiveRate"], curve["truePositiveRate"], lw=width, label=label)
    for point in card["operatingPoints"]:
        x, y = 1 - point["specificity"]["value"], point["sensitivity"]["value"]
        plot.plot(x, y, "ko", ms=5)
        plot.annotate(point["name"], (x, y), textcoords="offset points", xytext=(8, -10))
    plot.plot([0, 1], [0, 1], ":", color="grey", lw=1)
    title = f"Official list of {area[None]['count']}, never trained on"
    plot.set(xlabel="1 - specificity", ylabel="sensitivity", title=title)
    plot.legend(loc="lower right", frameon=False)
    save(path)


def draw_reliability(card: Card, path: Path) -> None:
    """Fraction labelled abnormal against the probability that was said."""
    plot = plt.figure(figsize=(5, 5)).gca()
    bins = [b for b in card["reliability"]["bins"] if b["count"]]
    total = sum(b["count"] for b in bins)
    said, found = [b["meanProbability"] for b in bins], [b["abnormal"] / b["count"] for b in bins]
    plot.plot([0, 1], [0, 1], ":", color="grey", lw=1)
    plot.scatter(said, found, s=[12 + 1500 * b["count"] / total for b in bins], alpha=0.7)
    for x, y, b in zip(said, found, bins, strict=True):
        plot.annotate(str(b["count"]), (x, y), textcoords="offset points", xytext=(9, -4), fontsize=8)
    base = card["reliability"]["baseRate"]
    plot.set(xlabel="probability said", ylabel="fraction labelled abnormal", title=f"Out of fold, base rate {base:.0%}")
    save(path)


def draw_away(card: Card, path: Path) -> None:
    """AUC at home and away, by database."""
    plot = plt.figure(figsize=(6, 3.6)).gca()
    home, away = areas(card, "A", "official"), areas(card, "B", "left-out")
    names = sorted({name for name in (*home, *away) if name is not None})
    for offset, found, label in ((-0.12, home, "official list, database known"), (0.12, away, "database left out")):
        metrics = [found[name] for name in names if name in found]
        x = [names.index(m["database"]) + offset for m in metrics]
        errors(plot, x, metrics, "value", fmt="o", label=label)
    plot.axhline(0.5, color="grey", ls=":", lw=1)
    plot.set(xticks=range(len(names)), xticklabels=names, ylim=(0.2, 1.03), xlabel="database", ylabel="AUC")
    plot.legend(loc="lower right", frameon=False)
    save(path)


def draw_learning(log: Rows, path: Path) -> None:
    """AUC of single members inside a database, out of fold, against the share of the recordings they learned from."""
    plot = plt.figure(figsize=(5, 3.6)).gca()
    for letter in AVERAGED:
        found = learned_from(log, letter)
        errors(plot, list(found), list(found.values()), "auc", marker="o", label=letter)
    plot.set(xscale="log", ylim=(0.5, 1.03), xlabel="share of the recordings learned from", ylabel="AUC")
    plot.set_xticks([], minor=True)
    plot.set_xticks(list(LEARNING), [f"{share:.0%}" for share in LEARNING])
    plot.legend(title="database", frameon=False, loc="lower right")
    save(path)


def errors(plot: Axes, x: list[float], found: list[dict[str, Any]], value: str, **style: str) -> None:
    """Values and their intervals, which a value by bootstrap may miss by a hair."""
    y, low, high = (np.array([float(f[name]) for f in found]) for name in (value, "low", "high"))
    plot.errorbar(x, y, yerr=np.maximum([y - low, high - y], 0), capsize=3, **style)  # pyright: ignore[reportArgumentType]


def save(path: Path) -> None:
    """Write the current picture, the same bytes for the same figures."""
    plt.rcParams["svg.hashsalt"] = path.stem
    plt.tight_layout()
    plt.savefig(path, metadata={"Date": None})
    plt.close()

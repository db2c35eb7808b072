"""python -m training.evaluation.report: write `docs/model.md` and its pictures from the card and the log.

Every number in the page comes out of a file that a program wrote; the words around them are here.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np

from training.evaluation.experiments import LOG
from training.export.to_onnx import MODEL
from training.model.runs import RUNS

mpl.use("svg")
import matplotlib.pyplot as plt  # (the backend is chosen first)

DOCS = Path(__file__).parents[2] / "docs"
Card = dict[str, Any]


def figure(metric: dict[str, Any]) -> str:
    """A value and its interval."""
    return f"{metric['value']:.3f} [{metric['low']:.3f}, {metric['high']:.3f}]"


def table(header: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def protocol_table(card: Card, letter: str) -> str:
    """All figures whose protocol starts with `letter`, one row a data set, one column a measure."""
    chosen = [m for m in card["metrics"] if m["protocol"].startswith(letter)]
    measures = list(dict.fromkeys(m["measure"] for m in chosen))
    rows = []
    for data in dict.fromkeys(m["data"] for m in chosen):
        here = {m["measure"]: m for m in chosen if m["data"] == data}
        count = next(iter(here.values()))["count"]
        rows.append([data, f"{count:,}", *(figure(here[m]) if m in here else "" for m in measures)])
    return table(["data", "recordings", *measures], rows)


def draw_roc(card: Card, path: Path) -> None:
    """ROC curves of the official list, pooled and within the large databases, with the operating points."""
    plot = plt.figure(figsize=(5, 5)).gca()
    area = {m["data"]: m["value"] for m in card["metrics"] if m["protocol"].startswith("A: ") and m["measure"] == "AUC"}
    for curve in card["curves"]:
        width = 2.2 if curve["data"] == "all databases" else 1.1
        label = f"{curve['data']}: AUC {area[curve['data']]:.3f}"
        plot.plot(curve["falsePositiveRate"], curve["truePositiveRate"], lw=width, label=label)
    for point in card["operatingPoints"]:
        x, y = 1 - point["specificity"]["value"], point["sensitivity"]["value"]
        plot.plot(x, y, "ko", ms=5)
        plot.annotate(point["name"], (x, y), textcoords="offset points", xytext=(8, -10))
    plot.plot([0, 1], [0, 1], ":", color="grey", lw=1)
    plot.set(xlabel="1 - specificity", ylabel="sensitivity", title="Official list of 301, never trained on")
    plot.legend(loc="lower right", frameon=False)
    save(path)


def draw_reliability(card: Card, path: Path) -> None:
    """Fraction labelled abnormal against the probability that was said."""
    plot = plt.figure(figsize=(5, 5)).gca()
    bins = [b for b in card["reliability"]["bins"] if b["count"]]
    said, found = [b["meanProbability"] for b in bins], [b["abnormal"] / b["count"] for b in bins]
    plot.plot([0, 1], [0, 1], ":", color="grey", lw=1)
    plot.scatter(said, found, s=[12 + 4 * b["count"] for b in bins], alpha=0.7)
    for x, y, b in zip(said, found, bins, strict=True):
        plot.annotate(str(b["count"]), (x, y), textcoords="offset points", xytext=(9, -4), fontsize=8)
    base = card["reliability"]["baseRate"]
    plot.set(xlabel="probability said", ylabel="fraction labelled abnormal", title=f"Reliability, base rate {base:.0%}")
    save(path)


def draw_away(card: Card, path: Path) -> None:
    """AUC at home and away, by database."""
    plot = plt.figure(figsize=(6, 3.6)).gca()
    for offset, letter, label in ((-0.12, "A: ", "official list, database known"), (0.12, "B: ", "database left out")):
        metrics = [m for m in card["metrics"] if m["protocol"].startswith(letter) and m["measure"] == "AUC"]
        metrics = [m for m in metrics if m["data"].startswith("database")]
        x = ["abcdef".index(m["data"][-1]) + offset for m in metrics]
        y = np.array([m["value"] for m in metrics])
        spread = [y - [m["low"] for m in metrics], [m["high"] for m in metrics] - y]
        plot.errorbar(x, y, yerr=np.maximum(spread, 0), fmt="o", capsize=3, label=label)
    plot.axhline(0.5, color="grey", ls=":", lw=1)
    plot.set(xticks=range(6), xticklabels=list("abcdef"), ylim=(0.2, 1.03), xlabel="database", ylabel="AUC")
    plot.legend(loc="lower right", frameon=False)
    save(path)


BEFORE = "clarity-pays"  # the member before clarity was worth nothing, as were all that are compared with it
LEARNING = {0.25: "quarter-of-the-data", 0.5: "half-the-data", 1.0: "member"}  # share of the recordings: experiment


def rows_of(log: Path) -> list[dict[str, str]]:
    """The log's rows."""
    with log.open(newline="") as file:
        return list(csv.DictReader(file))


def fold_rows(log: Path) -> list[dict[str, str]]:
    """The log's rows of scores out of fold."""
    return [row for row in rows_of(log) if row["protocol"].startswith("folds")]


def draw_learning(log: Path, path: Path) -> None:
    """AUC of single members inside a database, out of fold, against the share of the recordings they learned from."""
    rows = fold_rows(log)
    plot = plt.figure(figsize=(5, 3.6)).gca()
    for letter in "abef":
        found = {(r["experiment"]): r for r in rows if r["database"] == letter}
        shares = [share for share, name in LEARNING.items() if name in found]
        mine = [found[LEARNING[share]] for share in shares]
        y = np.array([float(r["auc"]) for r in mine])
        spread = [y - [float(r["low"]) for r in mine], [float(r["high"]) for r in mine] - y]
        plot.errorbar(shares, y, yerr=spread, marker="o", capsize=3, label=letter)
    plot.set(xscale="log", ylim=(0.5, 1.03), xlabel="share of the recordings learned from", ylabel="AUC")
    plot.set_xticks([], minor=True)
    plot.set_xticks(list(LEARNING), [f"{share:.0%}" for share in LEARNING])
    plot.legend(title="database", frameon=False, loc="lower right")
    save(path)


def save(path: Path) -> None:
    """Write the current picture, the same bytes for the same figures."""
    plt.rcParams["svg.hashsalt"] = path.stem
    plt.tight_layout()
    plt.savefig(path, metadata={"Date": None})
    plt.close()


def operating_table(card: Card) -> str:
    """The operating points, their bands, and what they gave."""
    rows = [
        [
            p["name"] + (" (default)" if p["name"] == card["defaultOperatingPoint"] else ""),
            f"{p['threshold']:.2f}",
            f"{p['cannotTell']['low']:.2f} to {p['cannotTell']['high']:.2f}",
            *(figure(p[name]) for name in ("sensitivity", "specificity", "answered", "answeredMacc")),
        ]
        for p in card["operatingPoints"]
    ]
    return table(["point", "threshold", "cannot tell", "sensitivity", "specificity", "answered", "MAcc answered"], rows)


def alternative_table(card: Card) -> str:
    """The shipped model and the others by the same figures."""
    wanted = {
        "A: AUC": ("A: ", "all databases", "AUC"),
        "A: sensitivity": ("A: ", "all databases", "sensitivity"),
        "A: specificity": ("A: ", "all databases", "specificity"),
        "A: AUC within a": ("A: ", "database a", "AUC"),
        "A: AUC within b": ("A: ", "database b", "AUC"),
        "B: mean AUC": ("B: ", "mean over", "AUC"),
        "C: AUC": ("C: ", "all databases", "AUC"),
        "time / shipped": ("Speed", "a window", "time / shipped"),
    }
    shipped = {"name": "shipped", "bytes": card["size"]["bytes"], "metrics": card["metrics"]}
    rows = []
    for model in (shipped, *card["alternatives"]):
        figures = []
        for protocol, data, measure in wanted.values():
            found = [
                m
                for m in model["metrics"]
                if m["protocol"].startswith(protocol) and m["data"].startswith(data) and m["measure"] == measure
            ]
            figures.append(figure(found[0]) if found else "")
        rows.append([model["name"], f"{model['bytes'] / 1e3:,.0f} kB", *figures])
    return table(["model", "size", *wanted], rows)


def experiment_table(log: Path) -> str:
    """What was tried: AUC by experiment, protocol and database."""
    rows, lines = rows_of(log), []
    for key in dict.fromkeys((r["experiment"], r["protocol"]) for r in rows):
        mine = {r["database"]: r for r in rows if (r["experiment"], r["protocol"]) == key}
        count = f"{sum(int(r['recordings']) for r in mine.values()):,}"
        aucs = [mine[d]["auc"] if d in mine else "" for d in "abef"]
        lines.append([*key, count, *aucs, next(iter(mine.values()))["about"]])
    return table(["experiment", "protocol", "recordings", *(f"AUC {d}" for d in "abef"), "what it is"], lines)


def searched(log: Path) -> str:
    """How far apart the networks lie that were scored on all folds and learned from all of their recordings."""
    aside = ("beat", "clear", "colour", "e-", "gate", "half", "joined", "member", "quarter")
    kept = [row for row in fold_rows(log) if not row["experiment"].startswith(aside)]
    sentences = []
    for letter in "ab":
        here = [row for row in kept if row["database"] == letter]
        most = max((int(row["recordings"]) for row in here), default=0)
        here = [row for row in here if int(row["recordings"]) == most]
        if here:
            areas = [float(row["auc"]) for row in here]
            wide = np.mean([float(row["high"]) - float(row["low"]) for row in here])
            sentences.append(
                f"Inside {letter} the {len(here)} of them that were scored on all folds lie between {min(areas):.3f} "
                f"and {max(areas):.3f}, and the interval of a single one is {wide:.2f} wide."
            )
    return " ".join(sentences)


def compared(log: Path, rows: dict[str, str]) -> str:
    """AUC by database, known and left out, of experiments by what the table calls them."""
    found = {(r["experiment"], r["protocol"], r["database"]): r["auc"] for r in rows_of(log)}
    lines = [
        [f"{label}, {where}", *(found.get((experiment, protocol, letter), "") for letter in "abef")]
        for protocol, where in (("folds of the 2,939", "database known"), ("database left out", "left out"))
        for label, experiment in rows.items()
    ]
    return table(["what hears", *(f"AUC {letter}" for letter in "abef")], lines)


def page(card: Card, made: dict[str, Any], log: Path) -> str:
    """The whole page."""
    size, bins = card["size"], card["reliability"]
    return f"""<!-- Written by `python -m training.evaluation.report`. Change that program, not this page. -->

# How good is the model?

Weaknesses first.

{chr(10).join(f"- {limit}" for limit in card["limits"])}

Version {card["version"]}, trained on {card["trainedOn"]}, graph `{card["sha256"][:12]}`.
{size["parameters"]:,} parameters, {size["multiplyAdds"] / 1e6:.1f} million multiply-adds and
{size["bytes"] / 1e3:.0f} kB for a window of five seconds, front end included; {made["medianMs"]:.2f} ms a window on one
thread of the machine that exported it; torch and onnxruntime differ by {made["parity"]:.0e} at most.

Every figure is followed by its 95 % interval: bootstrap over recordings inside each database and class, or Wilson's for
a fraction. MAcc is the mean of sensitivity and specificity with "cannot tell" switched off.

## A. Recordings like those it learned from

The official list of 301 recordings, half of them abnormal inside every database, so that recognising the database is
worth nothing. The shipped graph never trained on them; calibration, thresholds and all choices come from the other
2,939.

{protocol_table(card, "A: ")}

![ROC curves of the official list](pictures/model/roc.svg)

### Operating points

{operating_table(card)}

Answered are the recordings that neither the gate nor their distance to the training recordings refuses and whose score
lies outside the band, as in the application.

Half of these recordings are abnormal. Of the whole data set it is one in five, outside a clinic a few in a hundred: the
same sensitivity and specificity then give mostly false alarms.

### Inside the training recordings, out of fold

Each of the 2,939 is scored by the networks that did not train on it (fewer members than the shipped committee has).
This, and for some choices the databases left out below, is what everything was chosen by.

{protocol_table(card, "A, inside")}

## B. A hospital and a sensor it never heard

Six trainings, each without one database and without the official list, scored on it by its members and beat reader;
scale and threshold never met it either. The shipped thresholds are chosen half on these scores and half on those of the
folds below A, the official list left out of both: the next sensor is most likely a new one.

These figures are a little kind: how clarity is measured, how little e weighs and how much say the beat reader has (what
was tried is at the end) were chosen by them and by the folds.

{protocol_table(card, "B: ")}

![AUC with the database known and left out](pictures/model/away.svg)

## C. The way others were judged

A random fifth of all recordings, pooled over databases. Whoever recognises the hospital's sensor is rewarded here,
since one database holds mostly normal and another mostly abnormal recordings; neighbouring recordings of one person are
on both sides. Nothing was chosen by it.

{protocol_table(card, "C: ")}

## D. Does it mean what it says?

Calibration error (ECE, ten bins) inside a database, out of fold, its two classes weighted alike. Chance alone gives a
perfectly calibrated model an error above zero on so few recordings: what it would show is beside it, with the range of
95 % of 200 draws. The last column is the error with a scale of the database's own, fitted on half of its recordings and
measured on the other half: what remains above it is that one scale cannot serve all hospitals, since the same sound
means more in one than in another.

{protocol_table(card, "D: ")}

![Probability said against fraction abnormal](pictures/model/reliability.svg)

The picture is the shipped graph on {bins["protocol"][3:]}; the number at a dot is the number of recordings.

## E. What it refuses

Made-up sounds of 20 s that the gate was not trained on (same makers, other random numbers).

{protocol_table(card, "E: ")}

## F. Is it a usable heart sound?

The gate against the challenge's own quality labels, out of fold. That the lower of its two opinions counts was chosen
by these figures and by made-up sounds.

{protocol_table(card, "F: ")}

## G. Which conditions are heard

The recordings of one diagnosis against the normal ones of the same database; the count is of those with the diagnosis,
and a diagnosis with fewer than eight has no figure. The labels come from an examination of the patient, not from the
sound. Narrowed and leaking valves make murmurs, and are told almost without fail, also by networks that never heard
their hospital. Coronary artery disease makes no murmur of its own. In database a murmurs called benign make up a large
part of what is labelled abnormal, and hardly differ from its normal recordings: whatever listens, they bound what can
be reached inside a. What is told of all else in a has a row of its own.

### Database known

{protocol_table(card, "G: conditions, database known")}

### Database left out

{protocol_table(card, "G: conditions, database left out")}

## H. What a phone and a room do to it

The official list again, each recording changed before the shipped graph hears it: compressed and decompressed as a
phone's browser may do, its bass cut off as by a small microphone, hiss added. Beside the figures is how far the score
moved on average, and how many recordings are still taken for usable ones.

{protocol_table(card, "H: ")}

## I. The heart, or how clear the recording is?

In the data set the abnormal recordings are less clear than the normal ones; whether the heart makes them so or the way
they were recorded, the data set does not tell. Clarity is how far the lowest band, below most murmurs, moves with the
cycle, how sure the beat reader is of the cycle, and how usable the gate finds the recording, each asked where the
recording was left out of its training. Whoever listens to nothing but the first of these gets the AUC of clarity alone.
So the members learn from recordings that are weighted until clarity tells nothing of the label inside any database
(overlap weights); without that they take what is unclear for abnormal. Equally clear is the AUC of recordings weighted
in the same way when they are tested. The last column is the correlation of the score with the first sign of clarity
over the normal recordings: below zero, an unclear normal recording is scored higher than a clear one.

### Database known

{protocol_table(card, "I: equally clear, database known")}

### Database left out

{protocol_table(card, "I: equally clear, database left out")}

## What was gained

The same protocols for the network this project began with (trained as it was: no weights, no augmentation), for its
8-bit form, for a random forest that hears each band's mean and deviation, and for the 8-bit form of the shipped graph.
The application runs none of them.

{alternative_table(card)}

## What was tried

AUC inside a database; an experiment that scored only some folds or databases is shown with those, and compares only
with others of as many recordings. The log with intervals is `training/experiments/log.csv`.

![AUC against the share of the recordings learned from](pictures/model/learning.svg)

With half of the recordings everything but e is told better than with a quarter. With all of them b still gains, which
has few abnormal ones; a, e and f do not, so more recordings of those hospitals would not help. Neither did most of what
was done to the network or its training: wider, longer, milder or stronger changes of the windows, more noise, blurred
or companded windows, shorter windows or pairs of them, another normalisation, each band's own range or ranks,
pre-training on the same audio without labels, mixed windows, a second task, an adversary that must not tell the
database, the parts of the cycle given to it, clicks and gallops put into normal hearts besides murmurs, spikes clamped,
only what lies below 400 Hz.

{searched(log)}

What moved the figures most was to take rewards away: first that of hearing how clear a recording is (protocol I; in the
experiments whose names begin with "clear" it was measured in other ways, or something else was tried beside it), then
most of what e teaches, since there the recording device tells the label.

{compared(log, {"clarity pays": BEFORE, "clarity worth nothing": "e-in-full", "and e a third (shipped)": "member"})}

Inside a and b more is heard. A member that never heard e does no better than chance there: what it had gone by was
clarity, which alone tells most of e's labels. With a third of e's weight b is told better, in both protocols, and the
score follows clarity less; e itself is told a little less well, and so is f. The murmurs put into normal hearts, each
band's own contrast, how far below the loudest spot the picture ends, and the beat reader had helped before, where the
sensor is new.

How much of a figure a hospital's habits could give shows what hears no heart at all: each band's mean and deviation
over the whole recording, and a logistic regression.

{compared(log, {"colour alone": "colour-alone", "a member": "member"})}

{experiment_table(log)}
"""


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and write page and pictures; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluation.report", description=__doc__)
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--log", type=Path, default=LOG)
    parser.add_argument("--docs", type=Path, default=DOCS)
    options = parser.parse_args(arguments)
    card = json.loads(options.model.with_suffix(".json").read_text())
    made = json.loads((options.runs / "export.json").read_text())
    pictures = options.docs / "pictures" / "model"
    pictures.mkdir(parents=True, exist_ok=True)
    draw_roc(card, pictures / "roc.svg")
    draw_reliability(card, pictures / "reliability.svg")
    draw_away(card, pictures / "away.svg")
    draw_learning(options.log, pictures / "learning.svg")
    (options.docs / "model.md").write_text(page(card, made, options.log))
    print(f"{options.docs / 'model.md'} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What was tried, from the log: tables, and what can be counted in them."""

from __future__ import annotations

import numpy as np

from training.evaluation.tables import table
from training.model.committee import AVERAGED

Rows = list[dict[str, str]]  # of the log

# share of 2016's recordings: experiment, of those that learned from 2016 alone
LEARNING = {0.25: "quarter-of-the-data", 0.5: "half-the-data", 1.0: "member-2016"}
# the member as what it can be rewarded for was taken away
REWARDS = {
    "clarity pays": "clarity-pays",
    "clarity worth nothing": "e-in-full",
    "and e a third": "member-2016",
}
COLOUR = {"colour alone": "colour-alone", "a member": "member-2016"}
SCOPES = {"folds": "database known", "left-out": "left out"}


def experiment_table(log: Rows) -> str:
    """AUC by experiment, scope and database."""
    lines = []
    for experiment, scope in dict.fromkeys((r["experiment"], r["scope"]) for r in log):
        mine = {r["database"]: r for r in log if (r["experiment"], r["scope"]) == (experiment, scope)}
        count = f"{sum(int(r['recordings']) for r in mine.values()):,}"
        aucs = [mine[d]["auc"] if d in mine else "" for d in AVERAGED]
        lines.append([experiment, SCOPES[scope], count, *aucs, next(iter(mine.values()))["about"]])
    return table(["experiment", "database", "recordings", *(f"AUC {d}" for d in AVERAGED), "what it is"], lines)


def compared(log: Rows, names: dict[str, str]) -> str:
    """AUC by database, known and left out, of experiments by what the table calls them."""
    found = {(r["experiment"], r["scope"], r["database"]): r["auc"] for r in log}
    lines = [
        [f"{label}, {where}", *(found.get((experiment, scope, letter), "") for letter in AVERAGED)]
        for scope, where in SCOPES.items()
        for label, experiment in names.items()
    ]
    return table(["what hears", *(f"AUC {letter}" for letter in AVERAGED)], lines)


def learned_from(log: Rows, database: str) -> dict[float, dict[str, str]]:
    """The rows of one database, out of fold, of the member by the share of the recordings it learned from."""
    rows = {r["experiment"]: r for r in log if (r["scope"], r["database"]) == ("folds", database)}
    return {share: rows[name] for share, name in LEARNING.items() if name in rows}


def learning_table(log: Rows) -> str:
    """AUC by the share of the recordings learned from, with its interval."""
    found = {letter: learned_from(log, letter) for letter in AVERAGED}
    lines = [
        [
            f"{share:.0%}",
            *(f"{r['auc']} [{r['low']}, {r['high']}]" if (r := found[d].get(share)) else "" for d in AVERAGED),
        ]
        for share in LEARNING
    ]
    return table(["learned from", *(f"AUC {letter}" for letter in AVERAGED)], lines)


def spread(log: Rows) -> str:
    """How far apart the members lie that were scored on all folds, those aside that learned from a share."""
    fewer = [name for share, name in LEARNING.items() if share < 1]
    members = [r for r in log if (r["kind"], r["scope"]) == ("member", "folds") and r["experiment"] not in fewer]
    lines = []
    for letter in AVERAGED:
        here = [row for row in members if row["database"] == letter]
        most = max((int(row["recordings"]) for row in here), default=0)
        here = [row for row in here if int(row["recordings"]) == most]
        if here:
            areas = [float(row["auc"]) for row in here]
            wide = np.mean([float(row["high"]) - float(row["low"]) for row in here])
            lines.append([letter, str(len(here)), f"{min(areas):.3f}", f"{max(areas):.3f}", f"{wide:.2f}"])
    return table(["database", "members", "lowest AUC", "highest AUC", "width of one's interval"], lines)

"""What the card holds of the official list alone: operating points, reliability, ROC curves."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
from sklearn.metrics import roc_curve

from training.evaluation.figures import Setting, cells
from training.evaluation.measured import Measured, OperatingRule
from training.evaluation.metrics import bootstrap, macc, sensitivity, specificity
from training.model.committee import AVERAGED

BINS = 10
MIN_IN_BIN = 40
CHOSEN_BY = "by folds and databases left out"


def official(m: Measured, more: str = "") -> Setting:
    """How what is of the official list alone was measured."""
    return Setting("A", "official", f"official {len(m.abnormal):,}{more}")


def operating_point(rule: OperatingRule, m: Measured) -> dict[str, Any]:
    """One operating point with its figures on the official list."""
    y, p, (low, high) = m.abnormal, m.probability, rule.band
    called, groups = p >= rule.threshold, cells(m.database, y)
    told = m.told & ((p < low) | (p > high))
    figures = {
        "sensitivity": bootstrap(lambda i: sensitivity(y[i], called[i]), groups),
        "specificity": bootstrap(lambda i: specificity(y[i], called[i]), groups),
        "answered": bootstrap(lambda i: float(told[i].mean()), groups),
        "answeredMacc": bootstrap(lambda i: macc(y[i][told[i]], called[i][told[i]]), groups),
    }
    return {
        "name": rule.name,
        "threshold": rule.threshold,
        "cannotTell": {"low": low, "high": high},
        **{name: asdict(estimate) for name, estimate in figures.items()},
        **asdict(official(m, f"; threshold and band chosen on the other {m.trained_recordings:,}, {CHOSEN_BY}")),
    }


def reliability(m: Measured) -> dict[str, Any]:
    """Probability against outcome on the official list.

    Neighbouring tenths are joined until each holds MIN_IN_BIN recordings, and until none has a smaller share of
    abnormal ones than the one below it: "of 19 such recordings 10" would be an accident, not a frequency.
    """
    place = np.minimum((m.probability * BINS).astype(int), BINS - 1)
    groups: list[list[int]] = [[]]
    for k in range(BINS):
        groups[-1].append(k)
        if np.isin(place, groups[-1]).sum() >= MIN_IN_BIN and k < BINS - 1:
            groups.append([])
    if len(groups) > 1 and np.isin(place, groups[-1]).sum() < MIN_IN_BIN:
        groups[-2:] = [groups[-2] + groups[-1]]

    def share(group: list[int]) -> float:
        return float(m.abnormal[np.isin(place, group)].mean())

    ordered: list[list[int]] = []  # pool adjacent violators (Ayer et al. 1955)
    for group in groups:
        ordered.append(group)
        while len(ordered) > 1 and share(ordered[-1]) < share(ordered[-2]):
            ordered[-2:] = [ordered[-2] + ordered[-1]]
    inside = [np.isin(place, group) for group in ordered]
    bins = [
        {
            "low": group[0] / BINS,
            "high": (group[-1] + 1) / BINS,
            "count": int(which.sum()),
            "abnormal": int(m.abnormal[which].sum()),
            "meanProbability": float(m.probability[which].mean()),
        }
        for group, which in zip(ordered, inside, strict=True)
    ]
    return {**asdict(official(m)), "baseRate": float(m.abnormal.mean()), "bins": bins}


def curves(m: Measured) -> list[dict[str, Any]]:
    """ROC curves of the official list, pooled and within each large database, corners only."""
    found = []
    for letter in ("", *AVERAGED):
        inside = m.database == letter if letter else np.ones(len(m.database), bool)
        if 0 < m.abnormal[inside].sum() < inside.sum():
            alarms, hits, _ = roc_curve(m.abnormal[inside], m.probability[inside])
            found.append(
                {
                    **asdict(official(m)),
                    **({"data": f"database {letter}", "database": letter} if letter else {"data": "all databases"}),
                    "falsePositiveRate": [round(float(v), 5) for v in alarms],
                    "truePositiveRate": [round(float(v), 5) for v in hits],
                }
            )
    return found

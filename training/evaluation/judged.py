"""What the card holds of each answer: operating points, how often a score was right, ROC curves."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

import numpy as np
from sklearn.metrics import roc_curve

from training.evaluation.figures import cells
from training.evaluation.measured import Judged, OperatingRule
from training.evaluation.metrics import bootstrap, macc, sensitivity, specificity
from training.model.committee import AVERAGED


def operating_point(rule: OperatingRule, of: Judged) -> dict[str, Any]:
    """One operating point with its figures. Raises ValueError where too little is answered to tell how well."""
    y, p, (low, high) = of.positive, of.probability, rule.band
    called, groups = p >= rule.threshold, cells(of.database, y)
    told = of.told & ((p < low) | (p > high))
    figures = {
        "sensitivity": bootstrap(lambda i: sensitivity(y[i], called[i]), groups),
        "specificity": bootstrap(lambda i: specificity(y[i], called[i]), groups),
        "answered": bootstrap(lambda i: float(told[i].mean()), groups),
        "answeredMacc": bootstrap(lambda i: macc(y[i][told[i]], called[i][told[i]]), groups),
    }
    if math.isnan(figures["answeredMacc"].value):
        raise ValueError(f"{rule.name}: of the recordings that are answered none is positive, or none negative")
    return {
        "name": rule.name,
        "threshold": rule.threshold,
        "cannotTell": {"low": low, "high": high},
        "odds": {"normalAtMost": rule.odds.at_most, "abnormalAtLeast": rule.odds.at_least},
        **{name: asdict(estimate) for name, estimate in figures.items()},
        **asdict(of.setting),
    }


def murmur_rule(of: Judged) -> dict[str, Any]:
    """The second answer, which has one point: the odds of the first answer's default."""
    point = operating_point(of.points[0], of)
    return {
        "calibration": asdict(of.calibration),
        **{name: value for name, value in point.items() if name not in ("name", "odds")},
        "reliability": reliability(of, "murmur"),
    }


def reliability(of: Judged, positive: str) -> dict[str, Any]:
    """Probability against outcome; of each bin the count and how many of it are `positive`."""
    bins = [
        {
            "low": b.low,
            "high": b.high,
            "count": b.count,
            positive: b.positive,
            "interval": {"low": b.share.low, "high": b.share.high},
            "meanProbability": b.mean,
        }
        for b in of.bins
    ]
    return {**asdict(of.compared_with), "baseRate": 0.5, "bins": bins}


def curves(of: Judged) -> list[dict[str, Any]]:
    """ROC curves, pooled and within each large database, corners only."""
    found = []
    for letter in ("", *AVERAGED):
        inside = of.database == letter if letter else np.ones(len(of.database), bool)
        if 0 < of.positive[inside].sum() < inside.sum():
            alarms, hits, _ = roc_curve(of.positive[inside], of.probability[inside])
            found.append(
                {
                    **asdict(of.setting),
                    **({"data": f"database {letter}", "database": letter} if letter else {"data": "all databases"}),
                    "falsePositiveRate": [round(float(v), 5) for v in alarms],
                    "truePositiveRate": [round(float(v), 5) for v in hits],
                }
            )
    return found

"""Figures that say what they were measured on, and the ways of measuring that several protocols share."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np

from training.data.arrays import Bools, Floats, Strings
from training.data.recordings import cell_weights
from training.evaluation.metrics import Estimate, auc, bootstrap, calibration_error, macc, wilson

# what the networks had not heard: the official list, their fold, the database, a random fifth; sounds that are no
# recordings; no sound at all, but the time of one thread
Scope = Literal["official", "folds", "left-out", "random", "made-up", "one-thread"]


@dataclass(frozen=True)
class Setting:
    """The protocol by its letter or `speed`, what the networks had not heard, and the same in words."""

    protocol: str
    scope: Scope
    about: str


@dataclass(frozen=True)
class Metric:
    """One figure: how it was measured, on what in words, on how many recordings, and on which in fields."""

    setting: Setting
    data: str
    measure: str
    count: int
    estimate: Estimate
    database: str | None = None  # where it is of one database alone
    condition: str | None = None  # where it is of the recordings of one condition

    def as_dict(self) -> dict[str, Any]:
        """The figure as the card holds it."""
        place = {"database": self.database, "condition": self.condition}
        return {
            **asdict(self.setting),
            "data": self.data,
            **{name: value for name, value in place.items() if value is not None},
            "measure": self.measure,
            "count": self.count,
            **asdict(self.estimate),
        }


def stated(figures: list[Metric]) -> list[Metric]:
    """Those that have a value: of nobody, or of one class alone, some figures have none, and nothing is said of it."""
    return [f for f in figures if all(map(math.isfinite, asdict(f.estimate).values()))]


def cells(database: Strings, positive: Bools) -> Strings:
    """Database and class of each recording in one string: the groups a bootstrap keeps the size of."""
    return np.char.add(database, np.where(positive, "1", "0"))


def of_database(setting: Setting, letter: str, measure: str, count: int, estimate: Estimate) -> Metric:
    """A figure of one database."""
    return Metric(setting, f"database {letter}", measure, count, estimate, letter)


def within(
    setting: Setting,
    letter: str,
    database: Strings,
    abnormal: Bools,
    probability: Floats,
    threshold: Floats | float,
) -> list[Metric]:
    """AUC and MAcc inside one database."""
    inside = database == letter
    y, p, called = abnormal[inside], probability[inside], (probability >= threshold)[inside]
    return [
        of_database(setting, letter, "AUC", len(y), bootstrap(lambda i: auc(y[i], p[i]), y)),
        of_database(setting, letter, "MAcc", len(y), bootstrap(lambda i: macc(y[i], called[i]), y)),
    ]


def balanced_error(database: Strings, abnormal: Bools, probability: Floats) -> Estimate:
    """Calibration error inside one database, its classes weighted alike."""
    y, p, weight = abnormal, probability, cell_weights(database, abnormal, np.ones_like(abnormal))
    return bootstrap(lambda i: calibration_error(y[i], p[i], weight=weight[i]), y)


def fraction(setting: Setting, data: str, measure: str, hits: Bools) -> Metric:
    """A fraction with Wilson's 95 % interval, which stays honest at 0 and 1 where a bootstrap cannot."""
    n = len(hits)
    return Metric(setting, data, measure, n, wilson(float(hits.sum()) / max(n, 1), n))

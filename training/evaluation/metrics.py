"""The figures: area under the ROC curve, balanced accuracy, calibration error, and their bootstrap intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from training.data.arrays import Strings

BOOTSTRAPS = 2000


@dataclass(frozen=True)
class Estimate:
    """A measured value and its 95 % interval."""

    value: float
    low: float
    high: float


def auc(positive: ArrayLike, score: ArrayLike, weight: ArrayLike = 1.0) -> float:
    """Chance that a positive scores above a negative, ties half: Mann-Whitney; nan when a class is missing."""
    positive = np.asarray(positive, bool)
    weight = np.broadcast_to(np.asarray(weight, float), positive.shape)
    values, place = np.unique(np.asarray(score), return_inverse=True)
    hits, misses = (np.bincount(place[side], weight[side], len(values)) for side in (positive, ~positive))
    if not hits.sum() or not misses.sum():
        return float("nan")
    below = misses.cumsum() - misses / 2  # negatives that score less than each value, ties half
    return float((hits * below).sum() / hits.sum() / misses.sum())


def within_auc(positive: ArrayLike, score: ArrayLike, database: Strings, smallest: int = 8) -> float:
    """Mean over the databases of the AUC inside each, those with fewer than `smallest` of a class left out.

    Recognising the database earns nothing here. Where every database is too small, the pooled AUC.
    """
    positive, score = np.asarray(positive, bool), np.asarray(score, float)
    inside = [database == letter for letter in np.unique(database)]
    values = [auc(positive[i], score[i]) for i in inside if min(positive[i].sum(), (~positive[i]).sum()) >= smallest]
    return float(np.mean(values)) if values else auc(positive, score)


def sensitivity(positive: ArrayLike, called: ArrayLike) -> float:
    """Fraction of the positives that are called positive; nan without positives."""
    found = np.asarray(called, bool)[np.asarray(positive, bool)]
    return float(found.mean()) if len(found) else float("nan")


def specificity(positive: ArrayLike, called: ArrayLike) -> float:
    """Fraction of the negatives that are not called positive; nan without negatives."""
    return sensitivity(~np.asarray(positive, bool), ~np.asarray(called, bool))


def macc(positive: ArrayLike, called: ArrayLike) -> float:
    """Mean of sensitivity and specificity: the challenge's score without "unsure"."""
    return (sensitivity(positive, called) + specificity(positive, called)) / 2


def calibration_error(positive: ArrayLike, probability: ArrayLike, bins: int = 10, weight: ArrayLike = 1.0) -> float:
    """Expected calibration error: weighted mean over equal-width bins of |mean probability - fraction positive|."""
    positive, probability = np.asarray(positive, float), np.asarray(probability, float)
    weight = np.broadcast_to(np.asarray(weight, float), positive.shape)
    place = np.minimum((probability * bins).astype(int), bins - 1)
    gaps = [abs((weight * (positive - probability))[place == k].sum()) for k in range(bins)]
    return float(sum(gaps) / weight.sum())


def wilson(share: float, count: float) -> Estimate:
    """A share of so many with Wilson's 95 % interval; nan of none."""
    if not count:
        return Estimate(math.nan, math.nan, math.nan)
    z = 1.96
    centre, half = share + z * z / (2 * count), z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    low, high = (centre - half) / (1 + z * z / count), (centre + half) / (1 + z * z / count)
    return Estimate(share, float(max(low, 0)), float(min(high, 1)))


def bootstrap(
    figure: Callable[[NDArray[np.int64]], float], groups: Sequence[ArrayLike] | ArrayLike, seed: int = 0
) -> Estimate:
    """Value and 95 % percentile interval of `figure(indices)`, recordings drawn with replacement.

    `groups` [recordings] (a label, or label and database joined) keeps each group's size, so that no draw lacks a
    class. Draws whose figure is nan are left out; where there is no other, the interval is nan.
    """
    groups = np.asarray(groups)
    rng = np.random.default_rng(seed)
    members = [np.flatnonzero(groups == g) for g in np.unique(groups)]
    draws = [figure(np.concatenate([rng.choice(inside, len(inside)) for inside in members])) for _ in range(BOOTSTRAPS)]
    told = np.array(draws)[~np.isnan(draws)]
    low, high = np.quantile(told, [0.025, 0.975]) if len(told) else (math.nan, math.nan)
    return Estimate(figure(np.arange(len(groups))), float(low), float(high))

"""How often recordings of about one score were positive: the curve that the application shows, and the bands from it.

The twin of `src/core/similar.ts`, held to it by the card's test there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicHermiteSpline, PchipInterpolator

from training.data.arrays import Bools, Floats
from training.evaluation.metrics import Estimate, wilson

BINS = 10
MIN_IN_BIN = 40
GRID = np.linspace(0, 1, 1001)  # where a band may end


@dataclass(frozen=True)
class Bin:
    """Recordings whose score lies between `low` and `high`, and how many of them were positive."""

    low: float
    high: float
    count: int
    positive: int
    mean: float  # of their scores
    share: Estimate  # of positive ones, by weight


@dataclass(frozen=True)
class Odds:
    """What a word needs: at most this share of similar recordings positive for the one, at least that for the other."""

    at_most: float
    at_least: float


def bins_of(probability: Floats, positive: Bools, weight: Floats) -> list[Bin]:
    """Probability against outcome, all [recordings].

    Neighbouring tenths are joined until each holds MIN_IN_BIN recordings, and until none has a smaller share of
    positive ones than the one below it: "of 19 such recordings 10" would be an accident, not a frequency. A share is
    one of weights; a bin's positive recordings are as many as make that share of its count.
    """
    place = np.minimum((probability * BINS).astype(int), BINS - 1)
    groups: list[list[int]] = [[]]
    for k in range(BINS):
        groups[-1].append(k)
        if np.isin(place, groups[-1]).sum() >= MIN_IN_BIN and k < BINS - 1:
            groups.append([])
    if len(groups) > 1 and np.isin(place, groups[-1]).sum() < MIN_IN_BIN:
        groups[-2:] = [groups[-2] + groups[-1]]

    def share(group: list[int]) -> float:
        inside = np.isin(place, group)
        return float(np.average(positive[inside], weights=weight[inside]))

    ordered: list[list[int]] = []  # pool adjacent violators (Ayer et al. 1955)
    for group in groups:
        ordered.append(group)
        while len(ordered) > 1 and share(ordered[-1]) < share(ordered[-2]):
            ordered[-2:] = [ordered[-2] + ordered[-1]]
    found = []
    for group in ordered:
        inside = np.isin(place, group)
        count, mean = int(inside.sum()), float(np.average(probability[inside], weights=weight[inside]))
        alike = float(weight[inside].sum() ** 2 / np.square(weight[inside]).sum())  # as many that weigh alike (Kish)
        estimate = wilson(share(group), alike)
        found.append(Bin(group[0] / BINS, (group[-1] + 1) / BINS, count, round(estimate.value * count), mean, estimate))
    return found


def frequency(bins: list[Bin], probability: Floats) -> Floats:
    """Share of positive ones among recordings like these, same shape.

    A curve that rises through the bins and stays level beyond them (Fritsch and Butland 1984); half a recording of
    either kind is added to each.
    """
    shares = np.array([(b.positive + 0.5) / (b.count + 1) for b in bins])
    means = np.array([b.mean for b in bins])
    if len(bins) == 1:
        return np.full(np.shape(probability), shares[0])
    slopes = PchipInterpolator(means, shares).derivative()(means)
    slopes[[0, -1]] = 0
    return CubicHermiteSpline(means, shares, slopes)(np.clip(probability, means[0], means[-1]))


def band_for(bins: list[Bin], odds: Odds) -> tuple[float, float]:
    """The scores between which no word is true to its odds: below the first the one is, above the second the other.

    0 or 1 where no score is far enough.
    """
    share = frequency(bins, GRID)
    low, high = GRID[share <= odds.at_most], GRID[share >= odds.at_least]
    return float(low[-1]) if len(low) else 0.0, float(high[0]) if len(high) else 1.0

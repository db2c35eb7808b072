"""From logits to probabilities and thresholds, fitted on out-of-fold scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import minimize

from training.data.arrays import Bools, Floats


@dataclass(frozen=True)
class Scale:
    """Probability = 1 / (1 + exp(-(scale * logit + offset)))."""

    scale: float
    offset: float

    def probability(self, logit: Floats) -> Floats:
        """Calibrated probability of each logit, same shape."""
        return 1 / (1 + np.exp(-(self.scale * np.asarray(logit, float) + self.offset)))


def log_odds(probability: ArrayLike, least: float = 1e-6) -> Floats:
    """Logarithm of the odds; what is nearer to 0 or 1 than `least` counts as that far from it."""
    p = np.clip(probability, least, 1 - least)
    return np.log(p / (1 - p))


def fit_scale(logit: Floats, positive: Bools, weight: Floats) -> Scale:
    """Platt's two numbers by weighted maximum likelihood, with his smoothed targets (Platt 1999)."""
    n, m = positive.sum(), (~positive).sum()
    target = np.where(positive, (n + 1) / (n + 2), 1 / (m + 2))

    def loss(parameters: Floats) -> float:
        z = parameters[0] * logit + parameters[1]
        return float(np.average(np.logaddexp(0, z) - target * z, weights=weight))

    found = minimize(loss, np.array([1.0, 0.0]), method="L-BFGS-B", bounds=[(1e-3, 50), (-50, 50)])
    return Scale(float(found.x[0]), float(found.x[1]))


def threshold_for(probability: Floats, chosen: Bools, weight: Floats, share: float) -> float:
    """The value below which `share` of the weight of the chosen recordings lies: [recordings] -> a threshold."""
    order = np.argsort(probability[chosen])
    below = np.cumsum(weight[chosen][order]) / weight[chosen].sum()
    return float(probability[chosen][order][min(int(np.searchsorted(below, share)), len(order) - 1)])


def best_threshold(probability: Floats, positive: Bools, weight: Floats) -> float:
    """The threshold with the highest weighted sensitivity + specificity, smoothed over 0.05 of probability."""
    grid = np.linspace(0.2, 0.8, 121)
    hit = np.array([np.average(probability[positive] >= t, weights=weight[positive]) for t in grid])
    kept = np.array([np.average(probability[~positive] < t, weights=weight[~positive]) for t in grid])
    smooth = np.convolve(np.pad(hit + kept, 5, mode="edge"), np.ones(11) / 11, mode="valid")
    return float(grid[smooth.argmax()])

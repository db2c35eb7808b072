"""Weights under which what is seen of recordings tells nothing of their label."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

from training.data.arrays import Bools, Floats


def overlap_weights(seen: Floats, positive: Bools) -> Floats:
    """Weights [n], summing to 1 in each class, under which what is seen [n x signs] is alike in both classes.

    Each weighs the chance that one that looks like it is of the other class (Li, Morgan and Zaslavsky, J. Am. Stat.
    Assoc. 113:390, 2018).
    """
    even = (seen - seen.mean(0)) / (seen.std(0) + 1e-6)
    curves = np.concatenate([even, even**2], 1)
    chance = LogisticRegression(class_weight="balanced").fit(curves, positive).predict_proba(curves)[:, 1]
    weight = np.where(positive, 1 - chance, chance)
    for label in (False, True):
        weight[positive == label] /= weight[positive == label].sum()
    return weight

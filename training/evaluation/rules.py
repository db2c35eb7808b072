"""The scale, the thresholds and the gate's rule: fitted on what networks gave to recordings they had not seen."""

from __future__ import annotations

import numpy as np

from training.data.manifest import CIRCOR
from training.data.recordings import Recordings, cell_weights
from training.evaluation.calibrate import best_threshold, fit_scale
from training.evaluation.measured import QualityRule
from training.model.committee import AVERAGED
from training.model.scores import WindowLogits, mean_logit

MIN_USABLE_FRACTION = 0.5
# of the recordings labelled good, out of fold, at least so many in each large database and class: the gate's threshold
# follows from it
KEPT_GOOD = 0.98


def quality_rule(data: Recordings, gate: WindowLogits) -> QualityRule:
    """Fit the gate's probability on windows, each recording weighing alike, and its threshold on recordings."""
    at = data.places(gate)
    good = data.good[at]
    logit = np.concatenate(list(gate.values()))
    label = np.repeat(good, [len(w) for w in gate.values()])
    weight = np.concatenate([np.full(len(w), 1 / len(w)) for w in gate.values()])
    weight /= np.where(label, weight[label].sum(), weight[~label].sum())
    scale = fit_scale(logit, label, weight)
    # the value that exactly MIN_USABLE_FRACTION of a recording's windows reach
    reached = np.array([np.quantile(w, 1 - MIN_USABLE_FRACTION, method="lower") for w in gate.values()])
    # nobody is refused for being ill: the threshold is that of whoever would be refused most
    group = np.char.add(data.database[at], np.where(data.abnormal[at] | data.murmur[at], "1", "0"))
    large = good & np.isin(data.database[at], [*AVERAGED, CIRCOR])
    cells = [large & (group == name) for name in np.unique(group[large])]
    threshold = min(float(np.quantile(reached[cell], 1 - KEPT_GOOD)) for cell in cells)
    return QualityRule(scale, float(scale.probability(np.array(threshold))), threshold, MIN_USABLE_FRACTION)


def record_logits(data: Recordings, members: WindowLogits, gate: WindowLogits, rule: QualityRule) -> np.ndarray:
    """A logit for each recording [recordings] the members scored: the mean over its usable windows, else nan."""
    logits = np.full(len(data.record), np.nan)
    for i, record in enumerate(data.record):
        if record in members:
            usable = gate[record] >= rule.logit if record in gate else np.ones(len(members[record]), bool)
            logits[i] = mean_logit(members[record], usable)
    return logits


def fitting(data: Recordings) -> np.ndarray:
    """Recordings of the large databases, asked and not on the official list: [recordings]."""
    return np.isin(data.database, [*AVERAGED, CIRCOR]) & (data.fold >= 0) & data.asked_abnormal


def fitted_on(
    data: Recordings, halves: list[np.ndarray], without: str = ""
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What a scale or a threshold is fitted on: logit, label and weight of recordings, joined from halves.

    `halves` are logits [recordings] of networks that had not seen the recording. The halves weigh alike, and in each
    every large database: the next sensor is as likely to be like the smallest of them as like the largest. Database
    `without` is left out, and so is the official list.
    """
    parts, fitted = [], fitting(data) & (data.database != without)
    for logit in halves:
        which = np.isfinite(logit) & fitted
        if which.any():
            weight = cell_weights(data.database, data.abnormal, which, database_power=0)
            parts.append((logit[which], data.abnormal[which], weight[which]))
    logit, label, weight = (np.concatenate(column) for column in zip(*parts, strict=True))
    return logit, label, weight / weight.sum()


def unmet(data: Recordings, known: np.ndarray, away: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Probability and threshold [recordings] for protocol B: each database's from what never met it."""
    probability, threshold = np.full(len(away), np.nan), np.full(len(away), np.nan)
    for letter in np.unique(data.database[np.isfinite(away)]):
        inside = data.database == letter
        scale = fit_scale(*fitted_on(data, [known], without=str(letter)))
        logit, label, weight = fitted_on(data, [known, away], without=str(letter))
        probability[inside] = scale.probability(away[inside])
        threshold[inside] = best_threshold(scale.probability(logit), label, weight)
    return probability, threshold

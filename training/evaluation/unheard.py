"""Figures of recordings that the networks had not heard, from their runs: folds, databases left out, a random fifth."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.data.arrays import Bools, Floats
from training.data.manifest import CIRCOR
from training.data.recordings import Recordings
from training.evaluation import gate_protocols, protocol_k, protocol_l, protocols
from training.evaluation.alternatives import judged
from training.evaluation.answers import MURMURS
from training.evaluation.figures import Metric, Scope, Setting
from training.evaluation.hearing import marks_found
from training.evaluation.measured import Judged, QualityRule
from training.evaluation.operating import default_of
from training.evaluation.rules import record_logits, unmet
from training.model.committee import Committee
from training.model.scores import LEFT_OUT, OUT_OF_FOLD, WindowLogits, runs_of


def newcomers(data: Recordings) -> Bools:
    """Of the official list [301], the recordings of whoever is not among the training recordings."""
    return ~np.isin(data.group[data.fold < 0], data.group[data.fold >= 0])


def out_of_fold(data: Recordings, known: Floats, away: Floats, abnormal: Judged) -> list[Metric]:
    """A inside the folds, D, B, G and I: logits [recordings] of networks that knew the database or did not."""
    asked, default = data.asked_abnormal, default_of(abnormal.points)
    inner = asked & (data.fold >= 0) & np.isfinite(known)
    database, y = data.database[inner], data.abnormal[inner]
    folds, inside = len(set(data.fold[inner])), abnormal.calibration.probability(known[inner])
    scored = asked & np.isfinite(away)
    strict, thresholds = unmet(data, known, away)
    left_out = data.database[scored], data.abnormal[scored], strict[scored]
    of_2016 = data.database != CIRCOR
    here = data.database[of_2016], data.abnormal[of_2016]
    return [
        *protocols.out_of_fold_figures(folds, database, data.group[inner], y, inside, default.threshold),
        *protocols.protocol_b(*left_out, thresholds[scored]),
        *protocols.answered_away(*left_out, default.threshold, default.band),
        *protocols.protocol_g(*here, data.diagnosis[of_2016], known[of_2016], away[of_2016]),
        *protocols.protocol_i(*here, data.clarity[of_2016], known[of_2016], away[of_2016]),
    ]


def gate_figures(data: Recordings, scores: WindowLogits, kept: Floats) -> list[Metric]:
    """F: of the recordings that the gate had not seen."""
    at = data.places(scores)
    score = np.array([w.mean() for w in scores.values()])
    return gate_protocols.protocol_f(len(set(data.fold[at])), data.database[at], data.good[at], score, kept[at] > 0)


def murmur_figures(
    data: Recordings,
    heard_together: Committee,
    gate_scores: WindowLogits,
    rule: QualityRule,
    kept: Floats,
    murmur: Judged,
) -> list[Metric]:
    """K: CirCor by folds and by networks that never heard it; the normal recordings of 2016 that are said to murmur."""
    figures: list[Metric] = []
    usable = kept != 0  # where no gate was asked nothing is refused
    threshold = murmur.points[0].threshold
    ways: list[tuple[Scope, str, list[str]]] = [
        ("folds", MURMURS, OUT_OF_FOLD),
        ("left-out", "murmurs, data set left out", [f"without-{CIRCOR}"]),
    ]
    for scope, about, splits in ways:
        logit = record_logits(data, heard_together.gather(splits, "murmur"), gate_scores, rule)
        said, setting = murmur.calibration.probability(logit), Setting("K", scope, about)
        told = (data.database == CIRCOR) & np.isfinite(logit)
        if told.any():
            figures += protocol_k.protocol_k(
                setting, data.group[told], data.heard[told], said[told], usable[told], threshold
            )
        quiet = (data.database != CIRCOR) & ~data.abnormal & data.good & np.isfinite(logit)
        figures += protocol_k.false_alarms(setting, data.database[quiet], said[quiet] > murmur.points[0].band[1])
    return figures


def cycle_figures(data: Recordings, reader: Path) -> list[Metric]:
    """L: folds by person, and database left out, in each database."""
    figures: list[Metric] = []
    ways: list[tuple[Scope, list[str]]] = [("folds", OUT_OF_FOLD), ("left-out", LEFT_OUT)]
    for scope, splits in ways:
        found = marks_found(data, reader, splits)
        for name in np.unique(data.database):
            here = [of for i, of in found.items() if data.database[i] == name]
            if here:
                figures += protocol_l.protocol_l(Setting("L", scope, "heart sounds marked"), str(name), here)
    return figures


def random_fifth(data: Recordings, heard_together: Committee, abnormal: Judged) -> list[Metric]:
    """C, where the runs are there."""
    if not (runs_of(heard_together.members, "random") and runs_of(heard_together.reader, "random")):
        return []
    scores, threshold = heard_together.gather(["random"], "abnormal"), default_of(abnormal.points).threshold
    return judged(data, scores, abnormal.calibration, threshold, protocols.protocol_c)

"""J: nobody is refused for being ill: what the gate keeps by label, database and condition, and of murmured hearts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.data.arrays import Bools, Floats, Singles
from training.data.cycle import Cycle
from training.data.murmured import PHASES, SHAPES, with_murmur
from training.data.recordings import Recordings
from training.evaluation.figures import Metric, Setting, fraction
from training.evaluation.protocols import CONDITIONS, LEAST_OF_A_CONDITION

LOUDNESS_DB = (-20, -10, 0, 10)  # of a murmur against the first heart sounds
GRADES = {1: "grade I", 2: "grade II", 3: "grade III"}


def kept_alike(scope: Setting, data: Recordings, kept: Floats) -> list[Metric]:
    """Kept share of the recordings labelled good, by what is known of them; kept [recordings], nan where not asked."""
    asked = data.good & np.isfinite(kept)
    groups: dict[tuple[str, str], Bools] = {}
    for name in np.unique(data.database):
        inside = asked & (data.database == name)
        for label, chosen in (("normal", ~data.abnormal), ("abnormal", data.abnormal)):
            groups[f"database {name}, {label}", str(name)] = inside & data.asked_abnormal & chosen
        for short, condition in CONDITIONS.items():
            groups[f"{condition}, database {name}", str(name)] = inside & (data.diagnosis == short)
        for grade, words in GRADES.items():
            heard = data.asked_murmur & data.murmur & (data.grade == grade)
            groups[f"{words}, database {name}", str(name)] = inside & heard
    return [
        _of(fraction(scope, words, "kept", kept[chosen] > 0), name)
        for (words, name), chosen in groups.items()
        if chosen.sum() >= LEAST_OF_A_CONDITION
    ]


def _of(figure: Metric, database: str) -> Metric:
    return Metric(figure.setting, figure.data, figure.measure, figure.count, figure.estimate, database)


def murmured_alike(
    scope: Setting, hearts: list[tuple[Singles, Cycle]], keeps: Callable[[Singles], bool]
) -> list[Metric]:
    """Kept share of hearts without a murmur, as they are and with one of any phase and shape put in.

    `hearts` are samples and annotation of recordings that the graph never learned from; those that it keeps as they are
    count alone.
    """
    known = [heart for heart in hearts if keeps(heart[0])]
    figures = [fraction(scope, "without a murmur", "kept", np.arange(len(hearts)) < len(known))]
    for loudness in LOUDNESS_DB if known else ():
        rng, hits = np.random.default_rng([7, loudness + 100]), []
        for k, (samples, cycle) in enumerate(known):
            phase, kind = list(PHASES)[k % len(PHASES)], SHAPES[(k // len(PHASES)) % len(SHAPES)]
            hits.append(keeps(with_murmur(samples, cycle, rng, loudness, phase, kind)))
        figures.append(fraction(scope, f"with a murmur of {loudness:+d} dB", "kept", np.array(hits)))
    return figures

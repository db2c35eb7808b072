"""Protocols E and F: what the gate refuses and keeps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.data.arrays import Bools, Floats, Singles, Strings
from training.data.front_end import SAMPLE_RATE
from training.data.noise import Noise
from training.data.nonheart import KINDS, make
from training.data.splits import FOLDS
from training.data.synthesise import any_heart
from training.evaluation.figures import Metric, Setting, cells, fraction, of_database
from training.evaluation.metrics import auc, bootstrap
from training.evaluation.spoken import available, spoken

SOUNDS_PER_KIND, SOUND_S = 60, 20


def protocol_e(keeps: Callable[[Singles], bool]) -> list[Metric]:
    """Fraction of made-up sounds refused, by kind; none of them was trained on (another seed).

    `keeps` tells whether a recording counts as heart sound.
    """
    name, count = Setting("E", "made-up", "made-up sounds"), SOUND_S * SAMPLE_RATE

    def refused(sound: Singles) -> bool:
        return not keeps(sound)

    by_kind = {}
    for kind in KINDS:
        rng = np.random.default_rng([99, len(kind), ord(kind[0])])
        by_kind[kind] = np.array([refused(make(kind, rng, count)) for _ in range(SOUNDS_PER_KIND)])
    by_kind["all kinds"] = np.concatenate(list(by_kind.values()))
    rng = np.random.default_rng(99)
    if available():
        voices = np.array([refused(spoken(rng, count)) for _ in range(SOUNDS_PER_KIND)])
        by_kind["espeak-ng voices, a maker never trained on"] = voices
    kept = np.array([not refused(any_heart(rng, SOUND_S)) for _ in range(SOUNDS_PER_KIND)])
    return [
        *(fraction(name, kind, "refused", hits) for kind, hits in by_kind.items()),
        fraction(name, "made-up hearts", "kept", kept),
    ]


def real_sounds(noise: Noise, keeps: Callable[[Singles], bool]) -> list[Metric]:
    """E: fraction of real sounds refused, each a clip of an original that no network learned from."""
    name, clips = Setting("E", "made-up", "real sounds, originals left out"), np.flatnonzero(noise.left_out)
    return [fraction(name, "real sounds", "refused", np.array([not keeps(noise.samples(int(i))) for i in clips]))]


def protocol_f(folds: int, database: Strings, good: Bools, score: Floats, kept: Bools) -> list[Metric]:
    """The gate's AUC and how many recordings labelled good it keeps: score and kept [recordings], out of fold."""
    name = Setting("F", "folds", f"quality labels, {folds} of {FOLDS} folds")
    groups = cells(database, good)
    figures = [Metric(name, "all databases", "AUC", len(good), bootstrap(lambda i: auc(good[i], score[i]), groups))]
    for letter in [d for d in np.unique(database) if len(set(good[database == d])) == 2]:
        y, s = good[database == letter], score[database == letter]
        estimate = bootstrap(lambda i, y=y, s=s: auc(y[i], s[i]), y)
        figures.append(of_database(name, str(letter), "AUC", len(y), estimate))
    figures.append(fraction(name, "labelled good", "kept", kept[good]))
    figures.append(fraction(name, "labelled unsure", "kept", kept[~good]))
    return figures

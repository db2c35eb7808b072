"""Real hearts with a made-up murmur, as sound: for tests, which must not use the maker that networks learned from.

`training.data.murmurs` puts murmurs into pictures, for training; here noise is filtered, shaped and added to samples.
"""

from __future__ import annotations

import numpy as np

from training.data.arrays import Floats, Singles
from training.data.cycle import DIASTOLE, S1, SYSTOLE, Cycle
from training.data.front_end import SAMPLE_RATE
from training.data.synthesise import add, coloured

SHAPES = ("diamond", "plateau", "crescendo", "decrescendo")
PHASES = {"systolic": SYSTOLE, "diastolic": DIASTOLE}


def shape(kind: str, count: int) -> Floats:
    """Amplitude of a murmur over its length [count], at most 1. Raises ValueError for an unknown kind."""
    along = (np.arange(count) + 0.5) / count
    edge = np.clip(np.minimum(along, 1 - along) / 0.1, 0, 1)  # no click where it begins and ends
    shapes = {
        "diamond": 1 - np.abs(2 * along - 1),
        "plateau": np.ones(count),
        "crescendo": along,
        "decrescendo": 1 - along,
    }
    if kind not in shapes:
        raise ValueError(f"a murmur has no shape {kind!r}")
    return shapes[kind] * edge


def with_murmur(
    samples: Singles, cycle: Cycle, rng: np.random.Generator, loudness_db: float, phase: str, kind: str
) -> Singles:
    """Put a murmur of one pitch into every whole systole or diastole: samples [n] -> [n].

    Its root mean square, while it sounds, is `loudness_db` against that of the first heart sounds.
    """
    first = np.concatenate([samples[start:end] for start, end in zip(*cycle.whole(S1), strict=True)])
    reference = float(np.sqrt(np.mean(np.square(first - first.mean()))))
    low_hz = rng.uniform(70, 250)
    murmur = np.zeros(len(samples))
    for start, end in zip(*cycle.whole(PHASES[phase]), strict=True):
        count = min(end - start, int(0.45 * SAMPLE_RATE))
        add(murmur, start / SAMPLE_RATE, coloured(rng, count, low_hz, 1.8 * low_hz) * shape(kind, count))
    sounding = murmur != 0
    loudness = np.sqrt(np.mean(np.square(murmur[sounding]))) if sounding.any() else 1.0
    return (samples + murmur * reference * 10 ** (loudness_db / 20) / loudness).astype(np.float32)

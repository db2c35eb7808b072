"""Murmurs as sound: where they are put, and how loud."""

import numpy as np
import pytest

from training.data.cycle import S1, SYSTOLE, Cycle
from training.data.front_end import SAMPLE_RATE
from training.data.murmured import SHAPES, shape, with_murmur


@pytest.fixture(name="heart")
def fixture_heart():
    rng = np.random.default_rng(2)
    starts = np.concatenate([n * 1600 + np.array([0, 240, 640, 840]) for n in range(8)])
    cycle = Cycle(starts, np.tile(np.array([1, 2, 3, 4], np.int8), 8))
    samples = 1e-3 * rng.standard_normal(8 * 1600)
    for start in starts[::4]:
        samples[start : start + 240] += 0.3 * np.sin(2 * np.pi * 50 * np.arange(240) / SAMPLE_RATE)
    return samples.astype(np.float32), cycle


@pytest.mark.parametrize("loudness_db", [-20, 0, 10])
def test_a_systolic_murmur_lies_in_systole_as_loud_as_asked(heart, loudness_db):
    samples, cycle = heart
    added = with_murmur(samples, cycle, np.random.default_rng(0), loudness_db, "systolic", "plateau") - samples
    inside = np.zeros(len(samples), bool)
    for start, end in zip(*cycle.whole(SYSTOLE), strict=True):
        inside[start:end] = True
    assert np.abs(added[~inside]).max() == 0
    sounds = np.concatenate([samples[start:end] for start, end in zip(*cycle.whole(S1), strict=True)])
    loudness = 10 * np.log10(np.mean(added[inside] ** 2) / np.mean(sounds**2))
    assert loudness == pytest.approx(loudness_db, abs=0.2)


def test_shapes_rise_and_fall_as_their_names_say():
    middle, early, late = 50, 15, 85
    for kind in SHAPES:
        assert shape(kind, 100).max() <= 1 and shape(kind, 100)[0] < 0.2
    assert shape("crescendo", 100)[late] > shape("crescendo", 100)[early]
    assert shape("decrescendo", 100)[late] < shape("decrescendo", 100)[early]
    assert shape("diamond", 100)[middle] > shape("diamond", 100)[early]
    with pytest.raises(ValueError, match="no shape"):
        shape("square", 10)

"""The cycle is found where a made-up heart has it."""

import numpy as np
import pytest

from training.data.cycle import PARTS, beat_length, envelope, find_cycle, frame_times, place
from training.data.front_end import SAMPLE_RATE
from training.data.synthesise import add, heart, thump


def made(rate_bpm: float, systole_s: float, duration_s: float = 12.0):
    """A heart with sounds at known times: samples, middles of S1, middles of S2."""
    rng, beat_s = np.random.default_rng(4), 60 / rate_bpm
    pcg = 1e-3 * rng.standard_normal(int(duration_s * SAMPLE_RATE))
    starts = np.arange(0.3, duration_s - 1, beat_s)
    for at_s in starts:
        add(pcg, at_s, 0.6 * thump(rng, 50, 0.122))
        add(pcg, at_s + systole_s, 0.4 * thump(rng, 70, 0.092))
    return pcg.astype(np.float32), starts + 0.061, starts + systole_s + 0.046


@pytest.mark.parametrize(("rate_bpm", "systole_s"), [(55, 0.34), (75, 0.3), (100, 0.27)])
def test_finds_both_sounds_of_every_beat(rate_bpm, systole_s):
    samples, s1_s, s2_s = made(rate_bpm, systole_s)
    beats = find_cycle(samples)
    assert beats.length_s == pytest.approx(60 / rate_bpm, abs=0.02)
    for truth, found in ((s1_s, beats.s1_s), (s2_s, beats.s2_s)):
        nearest = np.abs(truth[:, None] - found).min(1)
        assert nearest.max() < 0.06


def test_takes_the_length_that_is_known():
    samples, s1_s, _ = made(60, 0.33)
    beats = find_cycle(samples, length_s=1.0)
    assert np.diff(beats.s1_s) == pytest.approx(1.0, abs=0.03)
    assert np.abs(s1_s[:, None] - beats.s1_s).min(1).max() < 0.06


def test_the_length_of_a_beat_survives_noise():
    rng = np.random.default_rng(5)
    assert beat_length(envelope(heart(rng, 10, rate_bpm=80, noise=0.05))) == pytest.approx(0.75, abs=0.03)


def test_every_frame_has_the_place_that_its_time_says():
    samples, _, _ = made(75, 0.3)
    beats = find_cycle(samples)
    frames = 700
    position, part = place(beats, frames)
    times = frame_times(frames)
    for k, s2 in enumerate(beats.s2_s[1:6], 1):
        at = int(np.abs(times - s2).argmin())
        assert position[at] == pytest.approx(1, abs=0.06)
        assert part[at] in (6, 7)
        after = int(np.abs(times - (beats.s1_s[k] + s2) / 2).argmin())
        assert part[after] in (3, 4)
    known = part[part >= 0]
    assert set(known) == set(range(PARTS))
    assert np.isin(np.diff(known), (0, 1, 1 - PARTS)).mean() > 0.97  # parts follow each other, round and round


def test_digital_silence_has_some_cycle_and_no_nan():
    beats = find_cycle(np.zeros(20_000, np.float32))
    assert np.isfinite(beats.s1_s).all() and len(beats.s1_s) > 0

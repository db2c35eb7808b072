"""What is left of a recording without its treble or bass: a bell's mode, a low sampling rate, a small microphone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.signal

from training.data.arrays import Singles
from training.data.front_end import SAMPLE_RATE

LOW_PASSED_HZ = (150, 200, 300)
SAMPLED_HZ = (333, 500, 1000)
HIGH_PASSED_HZ = (60, 100, 150)


def low_passed(samples: Singles, corner_hz: float) -> Singles:
    """A low-pass of 24 dB an octave: [n] -> [n]."""
    return _filtered(samples, corner_hz, "low")


def high_passed(samples: Singles, corner_hz: float) -> Singles:
    """A high-pass of 24 dB an octave: [n] -> [n]."""
    return _filtered(samples, corner_hz, "high")


def sampled(samples: Singles, rate_hz: int) -> Singles:
    """Sampled at a lower rate, and brought back: [n] -> [n]; nothing above half of that rate is left."""
    fewer = scipy.signal.resample_poly(samples, rate_hz, SAMPLE_RATE)
    back = scipy.signal.resample_poly(fewer, SAMPLE_RATE, rate_hz)
    return np.resize(np.asarray(back, np.float32), len(samples))


def narrowings() -> dict[str, Callable[[Singles], Singles]]:
    """Every way by name."""
    ways: dict[str, Callable[[Singles], Singles]] = {}
    for hz in LOW_PASSED_HZ:
        ways[f"low-passed at {hz} Hz"] = lambda s, hz=hz: low_passed(s, hz)
    for hz in SAMPLED_HZ:
        ways[f"sampled at {hz} Hz"] = lambda s, hz=hz: sampled(s, hz)
    for hz in HIGH_PASSED_HZ:
        ways[f"high-passed at {hz} Hz"] = lambda s, hz=hz: high_passed(s, hz)
    return ways


def _filtered(samples: Singles, corner_hz: float, kind: str) -> Singles:
    corner = scipy.signal.butter(4, corner_hz, kind, fs=SAMPLE_RATE, output="sos")
    return np.asarray(scipy.signal.sosfilt(corner, samples), np.float32)

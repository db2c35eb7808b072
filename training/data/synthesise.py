"""A made-up heart: two sounds a beat, a murmur between them if wanted.

For tests and goldens, and to tell the gate that a heart with a loud murmur is still a heart. Never for a figure, and
never for the members: they hear real hearts alone, some with a murmur put in (`training.data.murmurs`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Floats, Singles
from training.data.front_end import SAMPLE_RATE


def thump(rng: np.random.Generator, hz: float, length_s: float) -> Floats:
    """One heart sound: a few sines near `hz` under a bell of `length_s` (Schmidt 2010: S1 122 ms, S2 92 ms)."""
    t = np.arange(int(length_s * SAMPLE_RATE)) / SAMPLE_RATE
    bell = np.exp(-0.5 * ((t - length_s / 2) / (length_s / 5)) ** 2)
    waves = [np.sin(2 * np.pi * hz * r * t + rng.uniform(0, 2 * np.pi)) for r in (0.6, 1.0, 1.5)]
    return bell * np.sum(waves, axis=0) / 3


def heart(
    rng: np.random.Generator,
    duration_s: float,
    rate_bpm: float = 70,
    murmur: float = 0.0,
    noise: float = 0.01,
    diastolic: bool = False,
    pitch: float = 1.0,
    second: float = 0.45,
) -> Singles:
    """Return a heart sound [duration_s * SAMPLE_RATE] in [-1, 1].

    `murmur` is the amplitude of a systolic or diastolic murmur (band noise around 200 Hz) and `second` that of S2,
    against S1's 0.6; `noise` the deviation of white noise; `pitch` moves the sounds up or down. Systole takes 0.2 s +
    0.1 of the beat.
    """
    count = int(duration_s * SAMPLE_RATE)
    pcg = noise * rng.standard_normal(count)
    at_s, beat_s = rng.uniform(0, 60 / rate_bpm), 60 / rate_bpm
    while at_s < duration_s:
        systole_s = 0.2 + 0.1 * beat_s
        add(pcg, at_s, 0.6 * thump(rng, 50 * pitch, 0.122))
        add(pcg, at_s + systole_s, second * thump(rng, 70 * pitch, 0.092))
        if murmur > 0:
            length_s = 0.8 * (beat_s - systole_s if diastolic else systole_s)
            blow = coloured(rng, int(length_s * SAMPLE_RATE), 120, 320)
            start_s = at_s + (systole_s if diastolic else 0) + 0.1 * systole_s + 0.05
            add(pcg, start_s, murmur * blow * np.hanning(len(blow)))
        at_s += beat_s * (1 + 0.02 * rng.standard_normal())
    return np.clip(pcg, -1, 1).astype(np.float32)


def any_heart(rng: np.random.Generator, duration_s: float) -> Singles:
    """A made-up heart of any rate from 40 to 160 beats a minute, half of them with a murmur, some noisier."""
    murmur = rng.choice([0, 1]) * 10 ** rng.uniform(-1.7, -0.3)
    return heart(
        rng,
        duration_s,
        rate_bpm=rng.uniform(40, 160),
        murmur=murmur,
        noise=10 ** rng.uniform(-3.5, -1.3),
        diastolic=rng.random() < 0.4,
        pitch=rng.uniform(0.6, 1.4),
        second=rng.uniform(0.15, 0.7),
    )


def add(onto: Floats, at_s: float, sound: Floats) -> None:
    """Add `sound` to `onto` from `at_s` on, in place; what reaches past the end is cut."""
    start = int(at_s * SAMPLE_RATE)
    end = min(len(onto), start + len(sound))
    if start < len(onto):
        onto[start:end] += sound[: end - start]


def coloured(rng: np.random.Generator, count: int, low_hz: float, high_hz: float, slope: float = 0) -> NDArray:
    """Noise [count] between two frequencies, amplitude falling with 1 / f ** slope, deviation 1."""
    hz = np.fft.rfftfreq(count, 1 / SAMPLE_RATE)
    shape = (hz >= low_hz) & (hz <= high_hz)
    spectrum = np.fft.rfft(rng.standard_normal(count)) * shape / np.maximum(hz, 5) ** slope
    noise = np.fft.irfft(spectrum, n=count)
    return noise / (noise.std() + 1e-12)

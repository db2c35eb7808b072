"""Where in the heart's cycle each moment of a recording lies: first and second sounds by dynamic programming.

The network learns the cycle from this (it needs no label), and made-up murmurs are put between the sounds with it.
The application never runs it: there the network says where in the cycle it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from training.data.arrays import Floats, Singles
from training.data.front_end import FFT_SIZE, HOP_LENGTH, SAMPLE_RATE

ENVELOPE_RATE = 100  # Hz
SHORTEST_S, LONGEST_S = 0.4, 1.6  # a beat: 150 to 37 a minute
SYSTOLE_S = (0.18, 0.5)  # first to second sound

# Parts of a cycle, in order: two of S1, four of systole, two of S2, four of diastole
PARTS = 12
# each sound's own: part 0 ends and part 1 begins in the middle of S1; 6 and 7 meet in that of S2
FIRST_SOUND, SECOND_SOUND = (0, 1), (6, 7)
S1_REACH_S, S2_FROM_S, S2_TO_S = 0.06, 0.05, 0.06  # how far the sounds reach around their middle


@dataclass(frozen=True)
class Beats:
    """Middles of the first and second sounds in seconds, one of each a beat, and the beat's mean length."""

    s1_s: Floats
    s2_s: Floats
    length_s: float


def envelope(samples: Singles) -> Floats:
    """Homomorphic envelope of samples [n]: 25 to 400 Hz, the logarithm of the power below 8 Hz, ENVELOPE_RATE Hz.

    Springer et al., IEEE Trans. Biomed. Eng. 63:822 (2016); the square root of the amplitude, as in the application.
    """
    nyquist = SAMPLE_RATE / 2
    band = scipy.signal.butter(2, [25 / nyquist, 400 / nyquist], "band", output="sos")
    slow = scipy.signal.butter(1, 8 / nyquist, output="sos")
    power = scipy.signal.sosfiltfilt(band, samples) ** 2
    smooth = scipy.signal.sosfiltfilt(slow, np.log(power + 1e-6 * power.mean() + 1e-30))
    return np.exp(smooth / 4)[:: SAMPLE_RATE // ENVELOPE_RATE]


def beat_length(loudness: Floats) -> float:
    """Seconds after which the envelope [frames] is most alike to itself (Schmidt, Physiol. Meas. 31:513, 2010)."""
    even = loudness - loudness.mean()
    count = len(even)
    alike = scipy.signal.correlate(even, even, "full")[count - 1 :] / (count - np.arange(count))
    low, high = int(SHORTEST_S * ENVELOPE_RATE), min(int(LONGEST_S * ENVELOPE_RATE), count // 2)
    return (low + int(alike[low:high].argmax())) / ENVELOPE_RATE


def find_beats(loudness: Floats, length_s: float) -> Beats:
    """The beats, about `length_s` long, on whose sounds the envelope [frames] is loudest and between which it is low.

    For every possible systole the best chain of first sounds is found backwards (Bellman 1957), in which a beat may
    differ from `length_s` at a price; then the systole with the best chain is taken. Systole takes about
    0.2 s + 0.13 of the beat, so of two equally good places the shorter gap is systole.
    """
    beat = length_s * ENVELOPE_RATE
    count = len(loudness)
    even = (loudness - np.median(loudness)) / (loudness.std() + 1e-9)
    sums = np.concatenate([[0], np.cumsum(even)])
    at = np.arange(count)
    first, last = np.clip(at - 4, 0, count), np.clip(at + 5, 0, count)
    near = (sums[last] - sums[first]) / (last - first)  # mean over 90 ms: [frames]
    low, high = max(SYSTOLE_S[0] * ENVELOPE_RATE, 0.22 * beat), min(SYSTOLE_S[1] * ENVELOPE_RATE, 0.55 * beat)
    systole = np.arange(int(low), max(int(high), int(low)) + 1)  # [systoles]
    padded = np.concatenate([near, np.zeros(2 * len(systole) + int(high) + 1)])  # silence after the end
    worth = near[:, None] + padded[at[:, None] + systole] - 0.5 * padded[at[:, None] + systole // 2]

    shortest, longest = int(0.85 * beat), int(1.18 * beat) + 1
    price = (0.15 * ((np.arange(shortest, longest) - beat) / (0.08 * beat)) ** 2)[:, None]
    best, following = np.zeros_like(worth), np.full(worth.shape, -1)
    for t in range(count - 1, -1, -1):
        ahead = best[t + shortest : t + longest] - price[: max(0, count - t - shortest)]  # [beats ahead, systoles]
        best[t] = worth[t]
        if len(ahead):
            chosen = ahead.argmax(0)
            best[t] += ahead[chosen, np.arange(len(systole))]
            following[t] = t + shortest + chosen
    start = best[: int(beat) + 1]
    odd = 0.02 * ((systole / ENVELOPE_RATE - (0.2 + 0.13 * length_s)) / 0.05) ** 2 / beat
    k = int((start.max(0) / count - odd).argmax())
    chain, t = [], int(start[:, k].argmax())
    while t >= 0:
        chain.append(t)
        t = int(following[t, k])
    s1_s = np.array(chain) / ENVELOPE_RATE
    return Beats(s1_s, s1_s + systole[k] / ENVELOPE_RATE, length_s)


def find_cycle(samples: Singles, length_s: float | None = None) -> Beats:
    """The beats of a recording [n]; `length_s` where the mean length of a beat is known, else it is estimated."""
    loudness = envelope(samples)
    return find_beats(loudness, length_s or beat_length(loudness))


def frame_times(frames: int) -> Floats:
    """Middle of each log-mel frame in seconds: [frames]."""
    return (FFT_SIZE / 2 + HOP_LENGTH * np.arange(frames)) / SAMPLE_RATE


def place(beats: Beats, frames: int) -> tuple[NDArray[np.float16], NDArray[np.int8]]:
    """Where in the cycle each log-mel frame lies: position [frames] and part [frames].

    The position runs from 0 at S1 to 1 at S2 and to 2 at the next S1, and is nan outside the beats. The part is 0 to
    PARTS - 1, and -1 outside: the sounds' parts have fixed lengths, systole's and diastole's share what is between.
    """
    times = frame_times(frames)
    position, part = np.full(frames, np.nan), np.full(frames, -1, np.int8)
    ends = np.append(beats.s1_s[1:], beats.s1_s[-1] + beats.length_s)
    for s1, s2, end in zip(beats.s1_s, beats.s2_s, ends, strict=True):
        if s2 >= end or end - s1 > 1.6 * beats.length_s:
            continue
        inside = (times >= s1) & (times < end)
        position[inside] = np.interp(times[inside], [s1, s2, end], [0, 1, 2])
        quiet = max(end - S1_REACH_S, s2 + S2_TO_S + 0.08)
        sounds = np.linspace(s1 - S1_REACH_S, s1 + S1_REACH_S, 3)
        systole = np.linspace(s1 + S1_REACH_S, s2 - S2_FROM_S, 5)[1:]
        second = np.linspace(s2 - S2_FROM_S, s2 + S2_TO_S, 3)[1:]
        diastole = np.linspace(s2 + S2_TO_S, quiet, 5)[1:]
        found = np.searchsorted(np.concatenate([sounds, systole, second, diastole]), times, side="right") - 1
        inside = (found >= 0) & (found < PARTS)
        part[inside] = found[inside]
    return position.astype(np.float16), part

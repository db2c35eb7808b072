"""The marks of S1 and S2 as the application sets them, from what the graph says of the cycle.

The twin of `src/core/cardiac-cycle.ts`, held to it by goldens.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Singles
from training.data.cycle import FIRST_PART, S1, S2
from training.data.front_end import FFT_SIZE, FRAMES, HOP_LENGTH, SAMPLE_RATE, WINDOW_LENGTH
from training.data.recordings import window_starts

MOST_PARTS_A_FRAME = 2  # from one frame to the next the heart stays in a part, or goes on by at most this many
LEAST_SURE, LEAST_SURE_OF_ALL = 0.55, 0.7  # of a beat that is marked; of all beats, for a heart rate
LEAST_SURE_OF_A_BEAT = 0.64  # of all beats: below this there is no beat, and no answer
MOST_UNLIKE, FEWEST_GAPS = 0.25, 3  # how far a gap may lie from the median to count; how many make a rate
HALVES = {state: (FIRST_PART[state], FIRST_PART[state] + 1) for state in (S1, S2)}


@dataclass(frozen=True)
class Beat:
    """Middles of the two sounds in seconds, and the mean chance of the path's parts and their neighbours."""

    s1_s: float
    s2_s: float
    sureness: float


def stitch(cycle: Singles, length: int) -> Singles:
    """A recording's chances of the parts, each frame from the window whose middle is nearest.

    `cycle` [windows x PARTS x FRAMES] of the windows of a recording of `length` samples -> [PARTS x frames].
    """
    frames = 1 + max(0, length - FFT_SIZE) // HOP_LENGTH
    at = FFT_SIZE // 2 + HOP_LENGTH * np.arange(frames)  # samples
    starts = np.array(window_starts(length))
    own = np.abs(at[:, None] - (starts + WINDOW_LENGTH // 2)).argmin(1)
    # Halves go up, all of them: where a window starts half a hop aside, no frame is taken twice.
    inside = np.clip((at - FFT_SIZE // 2 - starts[own] + HOP_LENGTH // 2) // HOP_LENGTH, 0, FRAMES - 1)
    return cycle[own, :, inside].T


def likeliest_path(chance: Singles) -> NDArray[np.int64]:
    """The part of each frame on the likeliest way round: [PARTS x frames] -> [frames].

    Viterbi, IEEE Trans. Inf. Theory 13:260 (1967).
    """
    log = np.log(chance.T.astype(float) + 1e-6)  # [frames x PARTS]
    count, parts = log.shape
    steps = (np.arange(parts) - np.arange(MOST_PARTS_A_FRAME + 1)[:, None]) % parts  # where each step comes from
    came_by, best = np.zeros((count, parts), np.int64), log[0]
    for frame in range(1, count):
        ways = best[steps]  # [steps x parts]
        came_by[frame] = ways.argmax(0)
        best = ways.max(0) + log[frame]
    path = np.zeros(count, np.int64)
    part = int(best.argmax())
    for frame in range(count - 1, -1, -1):
        path[frame] = part
        part = int((part - came_by[frame, part]) % parts)
    return path


def beats_of(chance: Singles) -> list[Beat]:
    """Every time round the parts, [PARTS x frames], that has both sounds, sure or not."""
    path = likeliest_path(chance)
    near = chance + np.roll(chance, 1, 0) + np.roll(chance, -1, 0)
    sureness = near[path, np.arange(len(path))]
    cuts = [0, *(np.flatnonzero(np.diff(path) < 0) + 1), len(path)]
    beats = []
    for start, end in itertools.pairwise(cuts):
        first, second = (middle(path[start:end], state) for state in (S1, S2))
        if first is not None and second is not None:
            at = [FFT_SIZE / 2 / SAMPLE_RATE + (start + m) * HOP_LENGTH / SAMPLE_RATE for m in (first, second)]
            beats.append(Beat(at[0], at[1], float(sureness[start:end].mean())))
    return beats


def middle(path: NDArray[np.int64], state: int) -> float | None:
    """Where a sound's halves meet, in frames, or the middle of the one that is there; None where neither is."""
    first, second = (np.flatnonzero(path == half) for half in HALVES[state])
    if len(first) and len(second):
        return (first[-1] + second[0]) / 2
    either = [*first, *second]
    return float(np.mean(either)) if either else None


def has_beat(cycle: Singles, length: int) -> bool:
    """Whether there is a beat in a recording of `length` samples: `cycle` as for `stitch`."""
    beats = beats_of(stitch(cycle, length))
    return bool(beats) and float(np.mean([beat.sureness for beat in beats])) >= LEAST_SURE_OF_A_BEAT


def marked(beats: list[Beat]) -> list[Beat]:
    """The beats that are shown: those of which the network is sure."""
    return [beat for beat in beats if beat.sureness >= LEAST_SURE]


def heart_rate(beats: list[Beat]) -> float | None:
    """Beats a minute: 60 over the mean of those gaps between marked beats that are like their median.

    None where the network is not sure of the beats as a whole, or under three gaps.
    """
    if not beats or np.mean([beat.sureness for beat in beats]) < LEAST_SURE_OF_ALL:
        return None
    s1_s = np.array([beat.s1_s for beat in beats])
    sure = np.array([beat.sureness >= LEAST_SURE for beat in beats])
    gaps = np.diff(s1_s)[sure[1:] & sure[:-1]]
    usual = gaps[np.abs(gaps / np.median(gaps) - 1) <= MOST_UNLIKE] if len(gaps) else gaps
    return float(60 / usual.mean()) if len(usual) >= FEWEST_GAPS else None

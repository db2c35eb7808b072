"""Where in the heart's cycle each moment of a recording lies, from the hand-corrected annotation of its beats.

The network learns the cycle from this, and made-up murmurs are put between the sounds with it. The application never
reads an annotation: there the network says where in the cycle it is.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Floats
from training.data.front_end import FFT_SIZE, HOP_LENGTH, SAMPLE_RATE

UNKNOWN, S1, SYSTOLE, S2, DIASTOLE = range(5)  # states of an annotation

# Parts of a cycle, in order: S1 in two halves, systole in four quarters, S2 in two halves, diastole in four quarters
FIRST_PART = {S1: 0, SYSTOLE: 2, S2: 6, DIASTOLE: 8}
PARTS_OF = {S1: 2, SYSTOLE: 4, S2: 2, DIASTOLE: 4}
PARTS = 12


@dataclass(frozen=True)
class Cycle:
    """An annotation: the first sample of each span [spans] at SAMPLE_RATE, and the state of the heart in it [spans].

    A span ends where the next one starts. The last one's end is not known, nor is the beginning of the first one
    where the recording was cut into it.
    """

    starts: NDArray[np.int64]
    states: NDArray[np.int8]

    def whole(self, state: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """First samples of the spans of a state that lie whole inside the recording, and of what follows each."""
        inside = np.arange(1, len(self.states) - 1)
        chosen = inside[self.states[inside] == state]
        return self.starts[chosen], self.starts[chosen + 1]

    def middles_s(self, state: int) -> Floats:
        """Middles in seconds of the spans of a state."""
        start, end = self.whole(state)
        return (start + end) / 2 / SAMPLE_RATE


def frame_samples(frames: int) -> NDArray[np.int64]:
    """Middle of each log-mel frame in samples: [frames]."""
    return FFT_SIZE // 2 + HOP_LENGTH * np.arange(frames)


def parts_of(cycle: Cycle, frames: int) -> NDArray[np.int8]:
    """The part of the cycle, 0 to PARTS - 1, in which each log-mel frame lies: [frames], -1 where it is not known."""
    at, part = frame_samples(frames), np.full(frames, -1, np.int8)
    for state, count in PARTS_OF.items():
        start, end = cycle.whole(state)
        if len(start):
            span = np.searchsorted(start, at, side="right") - 1
            along = (at - start[span]) / (end - start)[span]
            inside = (span >= 0) & (along >= 0) & (along < 1)
            part[inside] = FIRST_PART[state] + (along[inside] * count).astype(np.int8)
    return part


def position_of(cycle: Cycle, frames: int) -> NDArray[np.float16]:
    """Where in its beat each log-mel frame lies: 0 in the middle of S1, 1 in that of S2, 2 in that of the next S1.

    [frames]; nan where the beat is not annotated from one S1 to the next.
    """
    at, position = frame_samples(frames) / SAMPLE_RATE, np.full(frames, np.nan, np.float16)
    first, second = cycle.middles_s(S1), cycle.middles_s(S2)
    for s1, following in itertools.pairwise(first):
        between = second[(second > s1) & (second < following)]
        known = not (cycle.states[_spans(cycle, s1, following)] == UNKNOWN).any()
        if len(between) == 1 and known:
            inside = (at >= s1) & (at < following)
            position[inside] = np.interp(at[inside], [s1, between[0], following], [0, 1, 2])
    return position


def _spans(cycle: Cycle, from_s: float, to_s: float) -> slice:
    """The spans that begin between two times."""
    return slice(*np.searchsorted(cycle.starts, (np.array([from_s, to_s]) * SAMPLE_RATE).astype(np.int64)))

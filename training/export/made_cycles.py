"""Made-up answers of a network about the heart's cycle: what marks belong to them is the same in every language."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.data.arrays import Singles
from training.data.cycle import PARTS, Cycle, parts_of
from training.data.front_end import FRAMES, HOP_LENGTH, SAMPLE_RATE
from training.data.recordings import window_starts

SPANS = (0.16, 0.26, 0.13, 0.45)  # S1, systole, S2, diastole of a beat of a second at rest


@dataclass(frozen=True)
class Case:
    """A rhythm, and how sure the network is of it: from `unsure_s` on less."""

    name: str
    length: int  # samples
    bpm: float
    uneven: float  # standard deviation of a beat's length, of its mean
    unsure_s: float


CASES = [
    Case("uneven", 23_210, 84, 0.2, 10.5),  # one window half a hop aside of the frames, another anywhere
    Case("fast", 14_000, 205, 0.03, 7.0),
    Case("unsure", 10_000, 70, 0.02, 1.0),
]


def said(case: Case) -> Singles:
    """What the network says of each window: [windows x PARTS x FRAMES], chances that sum to one."""
    rng = np.random.default_rng(len(case.name))
    beats = int(2 + case.length / SAMPLE_RATE * case.bpm / 60 * 1.5)
    lengths = 60 / case.bpm * np.maximum(0.5, 1 + case.uneven * rng.standard_normal(beats))
    spans = np.array(SPANS) * lengths[:, None]
    starts = (spans.ravel().cumsum() - lengths[0]) * SAMPLE_RATE  # the recording begins within a beat
    cycle = Cycle(starts.astype(np.int64), np.tile(np.array([2, 3, 4, 1], np.int8), beats))
    part = parts_of(cycle, 2 * case.length // HOP_LENGTH)
    windows = []
    for start in window_starts(case.length):
        frames = start // HOP_LENGTH + np.arange(FRAMES)
        noise = rng.dirichlet(np.full(PARTS, 0.5), FRAMES).T  # [PARTS x FRAMES]
        sure = np.where(frames * HOP_LENGTH < case.unsure_s * SAMPLE_RATE, 0.75, 0.25)
        truth = np.arange(PARTS)[:, None] == part[frames]
        windows.append(truth * sure + noise * (1 - sure))
    return np.stack(windows).astype(np.float32)

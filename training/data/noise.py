"""Real sounds that are no hearts, as `training.data.prepare` left them in the cache."""

from __future__ import annotations

import csv
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Bools, Singles, Strings
from training.data.front_end import WINDOW_LENGTH
from training.data.manifest import DataSetError

LEFT_OUT = 5  # every so-manieth original is never learned from, whatever the split


@dataclass(frozen=True)
class Noise:
    """Clips end to end in `audio`; the other arrays are [clips]."""

    audio: NDArray[np.int16]
    kind: Strings
    original: Strings  # what a clip was cut from
    offset: NDArray[np.int64]
    length: NDArray[np.int64]

    @property
    def left_out(self) -> Bools:
        """Clips that no network learns from: [clips]. Those of one original stay on one side."""
        return np.array([zlib.crc32(name.encode()) % LEFT_OUT == 0 for name in self.original])

    def samples(self, clip: int) -> Singles:
        """A clip [n] in [-1, 1)."""
        samples = self.audio[self.offset[clip] : self.offset[clip] + self.length[clip]]
        return samples.astype(np.float32) / np.float32(32768)

    def windows(self, rng: np.random.Generator, clips: NDArray[np.int64], count: int) -> list[Singles]:
        """Windows of WINDOW_LENGTH samples, each of a clip drawn anew; a clip that is shorter is repeated."""
        cut = []
        for clip in rng.choice(clips, count):
            samples = self.samples(int(clip))
            start = rng.integers(0, max(1, len(samples) - WINDOW_LENGTH + 1))
            cut.append(np.resize(samples[start:], WINDOW_LENGTH))
        return cut


def read_noise(cache: Path) -> Noise:
    """Open the clips. Raises DataSetError when they are not there."""
    if not (cache / "noise.csv").is_file():
        raise DataSetError(f"{cache} holds no noise.csv. Run `python -m training.data.prepare DATA_DIR`.")
    with (cache / "noise.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    length = np.array([int(row["samples"]) for row in rows])
    return Noise(
        audio=np.memmap(cache / "noise.i16", dtype="<i2", mode="r"),
        kind=np.array([row["kind"] for row in rows]),
        original=np.array([row["original"] for row in rows]),
        offset=np.cumsum(length) - length,
        length=length,
    )

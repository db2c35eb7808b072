"""The prepared data set in memory: samples of all recordings, their labels, windows cut from them, their weights."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.front_end import WINDOW_LENGTH
from training.manifest import DataSetError
from training.splits import Bools

HOP = WINDOW_LENGTH // 2  # windows of a recording overlap by half


@dataclass(frozen=True)
class Recordings:
    """`audio` holds every recording end to end; all other arrays are [recordings], sorted by record."""

    record: list[str]
    database: NDArray[np.str_]
    abnormal: Bools
    good: Bools
    fold: NDArray[np.int64]
    offset: NDArray[np.int64]
    length: NDArray[np.int64]
    audio: NDArray[np.int16]

    def samples(self, i: int) -> NDArray[np.float32]:
        """Recording i as mono samples in [-1, 1): [n]."""
        return self.audio[self.offset[i] : self.offset[i] + self.length[i]].astype(np.float32) / np.float32(32768)


def read_recordings(cache: Path) -> Recordings:
    """Open what `training.prepare` wrote. Raises DataSetError when it is not there or does not fit together."""
    if not (cache / "manifest.csv").is_file():
        raise DataSetError(f"{cache} holds no manifest.csv: run `python -m training.prepare DATA_DIR` first.")
    with (cache / "manifest.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    audio = np.memmap(cache / "audio.i16", dtype="<i2", mode="r")
    if len(audio) != sum(int(row["samples"]) for row in rows):
        raise DataSetError(f"{cache / 'audio.i16'} does not fit its manifest: run `python -m training.prepare` again.")
    return Recordings(
        record=[row["record"] for row in rows],
        database=np.array([row["database"] for row in rows]),
        abnormal=np.array([row["label"] == "abnormal" for row in rows]),
        good=np.array([row["quality"] != "unsure" for row in rows]),
        fold=np.array([int(row["fold"]) for row in rows]),
        offset=np.array([int(row["offset"]) for row in rows]),
        length=np.array([int(row["samples"]) for row in rows]),
        audio=audio,
    )


def window_starts(length: int) -> list[int]:
    """First samples of a recording's windows: half overlapping, the last one ends where the recording ends."""
    if length <= WINDOW_LENGTH:
        return [0]
    return [*range(0, length - WINDOW_LENGTH, HOP), length - WINDOW_LENGTH]


def windows(samples: NDArray[np.float32]) -> Tensor:
    """Cut a recording [n] into its windows [windows x WINDOW_LENGTH]; one shorter than a window is repeated."""
    whole = np.resize(samples, max(len(samples), WINDOW_LENGTH))  # repeats from the start where it must grow
    return torch.tensor(np.stack([whole[start : start + WINDOW_LENGTH] for start in window_starts(len(samples))]))


def random_window(samples: NDArray[np.float32], tempo: float, where: float) -> NDArray[np.float32]:
    """Cut one window [WINDOW_LENGTH] at the fraction `where` of the possible starts, played `tempo` times as fast."""
    taken = int(WINDOW_LENGTH * tempo)
    whole = np.resize(samples, max(len(samples), taken + 1))
    start = int(where * (len(whole) - taken - 1))
    if tempo == 1:
        return whole[start : start + WINDOW_LENGTH]
    at = np.arange(WINDOW_LENGTH) * tempo  # linear between samples: the loss near 1 kHz is one more sensor
    return np.interp(at, np.arange(taken + 1), whole[start : start + taken + 1]).astype(np.float32)


def cell_weights(
    database: NDArray[np.str_], positive: Bools, train: Bools, database_power: float = 0.5
) -> NDArray[np.float64]:
    """Chance of each recording to be drawn [recordings], summing to 1, zero outside `train`.

    The two classes of a database weigh alike, so that recognising the database is worth nothing; a database weighs
    (its recordings) ** database_power, so that 31 recordings of c are not repeated a hundred times an epoch.
    """
    weight = np.zeros(len(database))
    for letter in np.unique(database[train]):
        inside = train & (database == letter)
        classes = [inside & (positive == value) for value in (False, True) if (inside & (positive == value)).any()]
        for cell in classes:
            weight[cell] = inside.sum() ** database_power / len(classes) / cell.sum()
    return weight / weight.sum()

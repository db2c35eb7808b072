"""The prepared data set: samples, log-mel and cycle of all recordings, labels, windows cut from them, weights."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.data.arrays import Bools, Floats, Singles, Strings
from training.data.clarity import SIGNS
from training.data.cycle import Cycle
from training.data.front_end import FRAMES, HOP_LENGTH, MEL_BANDS, WINDOW_LENGTH
from training.data.manifest import DataSetError, read_cycles
from training.data.overlap import overlap_weights

HOP = WINDOW_LENGTH // 2  # windows of a recording overlap by half
# is it abnormal, by the file of whoever was recorded; is there a murmur in it, by whoever listened
QUESTIONS = ("abnormal", "murmur")


@dataclass(frozen=True)
class Recordings:
    """`audio` holds every recording end to end, as do the arrays by frame; all others are [recordings].

    Each of the QUESTIONS is asked of some recordings alone; where it is not, its answer reads False.
    """

    record: list[str]
    database: Strings
    group: Strings  # who was recorded, as far as that is known
    asked_abnormal: Bools
    abnormal: Bools
    asked_murmur: Bools
    murmur: Bools
    good: Bools
    diagnosis: Strings  # "" where the data set names none
    heard: Strings  # CirCor's word on the murmur: here, elsewhere, absent, unknown; "" in 2016
    grade: NDArray[np.int64]  # of a systolic murmur, 1 to 3; 0 where there is none
    clarity: Floats  # `clarity.SIGNS` of each recording [recordings x signs], nan where its cycle is not known
    cycle: list[Cycle | None]
    fold: NDArray[np.int64]
    offset: NDArray[np.int64]
    length: NDArray[np.int64]
    audio: NDArray[np.int16]
    first_frame: NDArray[np.int64]
    frames: NDArray[np.int64]
    log_mel: NDArray[np.float16]  # [frames of all x MEL_BANDS]
    position: NDArray[np.float16]  # in the cycle, as `cycle.place` gives it: [frames of all]
    part: NDArray[np.int8]  # [frames of all]

    @property
    def asked(self) -> Bools:
        """Which of the QUESTIONS each recording is asked: [recordings x questions]."""
        return np.stack([self.asked_abnormal, self.asked_murmur], 1)

    @property
    def answer(self) -> Bools:
        """Its answers: [recordings x questions]."""
        return np.stack([self.abnormal, self.murmur], 1)

    @property
    def annotated(self) -> Bools:
        """Recordings whose cycle is known: [recordings]."""
        return np.asarray(np.isfinite(self.clarity).all(axis=1), bool)

    def places(self, records: Iterable[str]) -> NDArray[np.int64]:
        """Where recordings lie in the arrays, by their names: [records]."""
        place = {record: i for i, record in enumerate(self.record)}
        return np.array([place[record] for record in records])

    def samples(self, i: int) -> Singles:
        """Recording i as mono samples in [-1, 1): [n]."""
        return self.audio[self.offset[i] : self.offset[i] + self.length[i]].astype(np.float32) / np.float32(32768)


def read_recordings(cache: Path) -> Recordings:
    """Open what `training.data.prepare` wrote. Raises DataSetError when it is not there or does not fit together."""
    if not (cache / "manifest.csv").is_file():
        raise DataSetError(f"{cache} holds no manifest.csv: run `python -m training.data.prepare DATA_DIR` first.")
    with (cache / "manifest.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    samples, frames = (np.array([int(row[column]) for row in rows]) for column in ("samples", "frames"))
    sizes = {"audio.i16": samples.sum(), "log-mel.f16": frames.sum() * MEL_BANDS}
    sizes |= {"position.f16": frames.sum(), "part.i8": frames.sum()}
    arrays = {}
    for name, size in sizes.items():
        kind = {"i16": "<i2", "f16": "<f2", "i8": "i1"}[name.rpartition(".")[2]]
        arrays[name] = np.memmap(cache / name, dtype=kind, mode="r") if (cache / name).is_file() else np.zeros(0)
        if len(arrays[name]) != size:
            raise DataSetError(
                f"{cache / name} does not fit its manifest. Run `python -m training.data.prepare DATA_DIR`."
            )
    cycles = read_cycles(cache / "cycle.csv")
    said = {column: np.array([row[column] for row in rows]) for column in rows[0]}
    return Recordings(
        record=said["record"].tolist(),
        database=said["database"],
        group=said["group"],
        asked_abnormal=said["label"] != "",
        abnormal=said["label"] == "abnormal",
        asked_murmur=said["murmur"] != "",
        murmur=said["murmur"] == "murmur",
        good=said["quality"] == "good",
        diagnosis=said["diagnosis"],
        heard=said["heard"],
        grade=said["grade"].astype(np.int64),
        clarity=np.stack([said[sign].astype(float) for sign in SIGNS], 1),
        cycle=[cycles.get(row["record"]) for row in rows],
        fold=said["fold"].astype(np.int64),
        offset=np.cumsum(samples) - samples,
        length=samples,
        audio=arrays["audio.i16"],
        first_frame=np.cumsum(frames) - frames,
        frames=frames,
        log_mel=arrays["log-mel.f16"].reshape(-1, MEL_BANDS),
        position=arrays["position.f16"],
        part=arrays["part.i8"],
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


@dataclass(frozen=True)
class Drawn:
    """Windows drawn for training, one a recording."""

    log_mel: Tensor  # [w, bands, frames]
    position: Tensor  # [w, frames]
    part: Tensor  # [w, frames]


def draw(data: Recordings, chosen: Tensor, tempo: Tensor, where: Tensor) -> Drawn:
    """Cut one window of each chosen recording [w] at the fraction `where` [w] of it, played `tempo` [w] times as fast.

    One shorter than the window is repeated.
    """
    which = chosen.numpy()
    count, taken = data.frames[which], np.ceil(FRAMES * tempo.numpy())
    start = where.numpy() * np.maximum(0, count - taken)
    at = (start[:, None] + np.arange(FRAMES) * tempo.numpy()[:, None]).astype(np.int64) % count[:, None]
    at += data.first_frame[which][:, None]  # [w, frames]
    log_mel = torch.tensor(data.log_mel[at].astype(np.float32)).transpose(1, 2).contiguous()
    position, part = data.position[at].astype(np.float32), data.part[at].astype(np.int64)
    return Drawn(log_mel, torch.tensor(position), torch.tensor(part))


def clips(data: Recordings, chosen: Tensor, where: Tensor) -> Tensor:
    """The samples of the windows that `draw` cuts at its own tempo: [w, WINDOW_LENGTH]."""
    cut = []
    for i, at in zip(chosen.tolist(), where.tolist(), strict=True):
        start = int(at * max(0, data.frames[i] - FRAMES)) * HOP_LENGTH
        cut.append(np.resize(data.samples(i)[start:], WINDOW_LENGTH))
    return torch.tensor(np.stack(cut))


def cell_weights(
    database: NDArray[np.str_],
    positive: Bools,
    train: Bools,
    database_power: float = 0.5,
    seen: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Chance of each recording to be drawn [recordings], summing to 1, zero outside `train`.

    The two classes of a database weigh alike, so that recognising the database is worth nothing; a database weighs
    (its recordings) ** database_power, so that 31 recordings of c are not repeated a hundred times an epoch. Where
    `seen` [recordings x signs] is given, recognising that is worth nothing inside a database either.
    """
    weight = np.zeros(len(database))
    for letter in np.unique(database[train]):
        inside = train & (database == letter)
        classes = [inside & (positive == value) for value in (False, True) if (inside & (positive == value)).any()]
        if seen is not None and len(classes) == 2:
            weight[inside] = overlap_weights(seen[inside], positive[inside])
        else:
            for cell in classes:
                weight[cell] = 1 / cell.sum()
        weight[inside] *= inside.sum() ** database_power / len(classes)
    return weight / weight.sum()

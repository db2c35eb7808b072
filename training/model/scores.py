"""The scores that networks gave to recordings they had not seen, gathered from the runs of experiments."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np

from training.data.arrays import Bools, Floats
from training.data.recordings import Recordings
from training.data.splits import DATABASES, FOLDS

WindowLogits = dict[str, Floats]  # record -> logit of each window

OUT_OF_FOLD = [f"fold-{k}" for k in range(FOLDS)]  # the recordings outside the official list, unseen
LEFT_OUT = [f"without-{name}" for name in DATABASES]  # all recordings, their database unheard


def read_scores(folder: Path, answer: str) -> WindowLogits:
    """Window logits of one answer by record, of one run. Raises OSError when it is not finished."""
    with (folder / "scores.csv").open(newline="") as file:
        return {row["record"]: np.array(row[answer].split(), float) for row in csv.DictReader(file)}


def write_scores(scores: dict[int, Floats], data: Recordings, path: Path, answers: tuple[str, ...]) -> None:
    """Write the window logits [windows x answers] of every recording; an interruption leaves no half file."""
    with path.with_suffix(".part").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["record", *answers])
        for i, logits in scores.items():
            table.writerow([data.record[i], *(" ".join(f"{s:.5f}" for s in column) for column in logits.T)])
    path.with_suffix(".part").replace(path)


def runs_of(experiment: Path, split: str) -> list[Path]:
    """The finished runs of a split: one a seed, the configuration's own first."""
    return sorted(file.parent for name in (split, f"{split}-seed*") for file in experiment.glob(f"{name}/scores.csv"))


def weighted(parts: list[tuple[float, WindowLogits]]) -> WindowLogits:
    """Sum of the logits of several networks, each times its weight. Raises ValueError when they scored others."""
    records = parts[0][1].keys()
    if any(part.keys() != records for _, part in parts):
        raise ValueError("the networks of a committee scored different recordings")
    return {r: np.sum([weight * part[r] for weight, part in parts], axis=0) for r in records}


def gather(experiment: Path, splits: list[str], answer: str, most: int | None = None) -> WindowLogits:
    """Join the scores of one answer of several splits, each the mean over its seeds.

    A split without a run is named and left out. `most`: of so many seeds at the most, the configuration's own first;
    None: of all.
    Raises ValueError when two splits scored the same recording, or when none is finished.
    """
    gathered: WindowLogits = {}
    for name in splits:
        runs = runs_of(experiment, name)[:most]
        if not runs:
            print(f"{experiment.name}/{name} is not finished: its recordings are left out", file=sys.stderr)
            continue
        part = weighted([(1 / len(runs), read_scores(run, answer)) for run in runs])
        if gathered.keys() & part.keys():
            raise ValueError(f"{experiment.name}: a recording was scored twice")
        gathered |= part
    if not gathered:
        raise ValueError(f"{experiment} holds no finished run of {', '.join(splits)}")
    return gathered


def mean_logit(windows: Floats, usable: Bools) -> float:
    """A recording's logit: the mean over its usable windows, over all where none is usable."""
    return float(windows[usable if usable.any() else slice(None)].mean())

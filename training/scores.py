"""The scores that networks gave to recordings they had not seen, gathered from the runs of an experiment."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.splits import FOLDS

WindowLogits = dict[str, NDArray[np.float64]]  # record -> logit of each window


def read_scores(folder: Path) -> WindowLogits:
    """Window logits by record, of one run. Raises OSError when it is not finished."""
    with (folder / "scores.csv").open(newline="") as file:
        rows = csv.DictReader(file)
        return {row["record"]: np.array(row["window_logits"].split(), float) for row in rows}


def gather(experiment: Path, splits: list[str]) -> WindowLogits:
    """Join the scores of several runs; a run that is not finished is named and left out.

    Raises ValueError when two runs scored the same recording, or when none is finished.
    """
    gathered: WindowLogits = {}
    for name in splits:
        if not (experiment / name / "scores.csv").is_file():
            print(f"{experiment.name}/{name} is not finished: its recordings are left out", file=sys.stderr)
            continue
        part = read_scores(experiment / name)
        if gathered.keys() & part.keys():
            raise ValueError(f"{experiment.name}: a recording was scored twice")
        gathered |= part
    if not gathered:
        raise ValueError(f"{experiment} holds no finished run of {', '.join(splits)}")
    return gathered


def out_of_fold(experiment: Path) -> WindowLogits:
    """Window logits of the recordings outside the official list, each by the one network that had not seen it."""
    return gather(experiment, [f"fold-{k}" for k in range(FOLDS)])


def left_out(experiment: Path) -> WindowLogits:
    """Window logits of all recordings, each by the network that had not heard its database."""
    return gather(experiment, [f"without-{letter}" for letter in "abcdef"])


def mean_logit(windows: NDArray[np.float64], usable: NDArray[np.bool_]) -> float:
    """A recording's logit: the mean over its usable windows, over all where none is usable."""
    return float(windows[usable if usable.any() else slice(None)].mean())

"""Who trains and who tests: the cross-validation folds, the held-out database, the official list.

Subject identities of the data set were never published, but a subject's recordings were numbered one after the other
more often than not. A fold is therefore made of blocks of consecutive record numbers, which keeps most neighbours on
one side. Leaving out a whole database is the only split that certainly separates people.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Bools, Strings

FOLDS = 5
RANDOM_SHARE, RANDOM_SEED = 0.2, 2016  # of the recordings, the split that others judged by
BLOCK = 8  # consecutive records that stay together; subjects gave 1 to 6 recordings each


def assign_folds(record: list[str], official_test: Bools, seed: int = 2016) -> NDArray[np.int64]:
    """Give every recording outside the official list a fold 0 to 4, and those on the list -1.

    `record` is sorted. Blocks of a database are dealt to the folds in random order, so that folds are equally long
    within one block in every database.
    """
    rng = np.random.default_rng(seed)
    fold = np.full(len(record), -1)
    database = np.array([name[0] for name in record])
    number = np.array([int(name[1:]) for name in record])
    for letter in np.unique(database):
        inside = (database == letter) & ~official_test
        block = number // BLOCK
        blocks = rng.permutation(np.unique(block[inside]))
        dealt = {int(b): i % FOLDS for i, b in enumerate(blocks)}
        fold[inside] = [dealt[int(b)] for b in block[inside]]
    return fold


def split(name: str, database: Strings, fold: NDArray[np.int64]) -> tuple[Bools, Bools]:
    """Return the recordings to train on and those to score, both [recordings], of a split by its name.

    `fold-0` ... `fold-4`: the other folds train, this one is scored. `without-a` ... `without-f`: the folds' recordings
    of the other databases train, all of this database are scored. The official list trains nothing but `random`.
    `official`: the 2,939 train, the 301 are scored. `random`: four fifths of all recordings train, drawn blindly, the
    rest is scored: only to compare with work that did so. Raises ValueError for any other name.
    """
    kind, _, which = name.partition("-")
    if name == "official":
        train, test = fold >= 0, fold < 0
    elif name == "random":
        test = np.random.default_rng(RANDOM_SEED).permutation(len(fold)) < round(RANDOM_SHARE * len(fold))
        train = ~test
    elif kind == "fold" and which.isdigit() and int(which) < FOLDS:
        train, test = (fold >= 0) & (fold != int(which)), fold == int(which)
    elif kind == "without" and which in set(database):
        train, test = (database != which) & (fold >= 0), database == which
    else:
        raise ValueError(f"no split is called {name!r}")
    refuse_leak(train, test)
    return train, test


def refuse_leak(train: Bools, test: Bools) -> None:
    """Raise ValueError when a recording is on both sides, or when a side is empty."""
    both = int((train & test).sum())
    if both:
        raise ValueError(f"{both} recordings are trained on and tested on")
    if not train.any() or not test.any():
        raise ValueError("one side of the split is empty")

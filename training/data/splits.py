"""Who trains and who tests: the cross-validation folds, the held-out database, the official list.

Recordings of one group (a subject, a person, or all that is known of them) stay on one side of folds and of left-out
databases. The official list was drawn by recording: some of its subjects are among the training recordings as well.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Bools, Strings
from training.data.manifest import CIRCOR

FOLDS = 5
DATABASES = (*"abcdef", CIRCOR)
RANDOM_SHARE, RANDOM_SEED = 0.2, 2016  # of 2016's recordings, the split that others judged by


def assign_folds(
    database: Strings, group: Strings, positive: Bools, official_test: Bools, seed: int = 2016
) -> NDArray[np.int64]:
    """Give every recording outside the official list a fold 0 to 4, and those on the list -1: [recordings].

    In each database the groups are dealt, the largest first, to the fold that has the fewest recordings like most of
    theirs (positive or not), so that folds are about equally long and have about as many of each class.
    """
    rng = np.random.default_rng(seed)
    fold = np.full(len(group), -1)
    for name in np.unique(database):
        inside = (database == name) & ~official_test
        members = {g: np.flatnonzero(inside & (group == g)) for g in rng.permutation(np.unique(group[inside]))}
        held = np.zeros((2, FOLDS))  # recordings of each class in each fold
        for at in sorted(members.values(), key=len, reverse=True):
            mostly = int(positive[at].mean() > 0.5)
            chosen = int(np.lexsort((held.sum(0), held[mostly]))[0])
            fold[at] = chosen
            held[1, chosen] += positive[at].sum()
            held[0, chosen] += (~positive[at]).sum()
    return fold


def split(name: str, database: Strings, group: Strings, fold: NDArray[np.int64]) -> tuple[Bools, Bools]:
    """Return the recordings to train on and those to score, both [recordings], of a split by its name.

    `fold-0` ... `fold-4`: the other folds train, this one is scored. `without-a` ... `without-circor`: the folds'
    recordings of the other databases train, all of this database are scored. The official list trains nothing but
    `random`. `official`: the folds train, the 301 are scored. `random`: all but a fifth of 2016's recordings train,
    drawn blindly, that fifth is scored: only to compare with work that did so. Raises ValueError for any other name.
    """
    kind, _, which = name.partition("-")
    if name == "official":
        train, test = fold >= 0, fold < 0
    elif name == "random":
        of_2016 = np.flatnonzero(database != CIRCOR)
        test = np.zeros(len(fold), bool)
        test[np.random.default_rng(RANDOM_SEED).permutation(of_2016)[: round(RANDOM_SHARE * len(of_2016))]] = True
        train = ~test
    elif kind == "fold" and which.isdigit() and int(which) < FOLDS:
        train, test = (fold >= 0) & (fold != int(which)), fold == int(which)
        refuse_leak(train, test, group)
    elif kind == "without" and which in set(database):
        train, test = (database != which) & (fold >= 0), database == which
        refuse_leak(train, test, group)
    else:
        raise ValueError(f"no split is called {name!r}")
    refuse_leak(train, test)
    return train, test


def refuse_leak(train: Bools, test: Bools, group: Strings | None = None) -> None:
    """Raise ValueError when a recording, or one of its group, is on both sides, or when a side is empty."""
    both = int((train & test).sum())
    if both:
        raise ValueError(f"{both} recordings are trained on and tested on")
    if not train.any() or not test.any():
        raise ValueError("one side of the split is empty")
    if group is not None:
        shared = np.intersect1d(group[train], group[test])
        if len(shared):
            raise ValueError(f"{len(shared)} groups are trained on and tested on, the first is {shared[0]}")

"""No recording on both sides, whatever the split."""

import numpy as np
import pytest

from training.data.splits import BLOCK, FOLDS, assign_folds, refuse_leak, split

RECORDS = [f"{d}{n:04d}" for d in "abcdef" for n in range(1, 121)]
DATABASE = np.array([r[0] for r in RECORDS])
OFFICIAL = np.array([int(r[1:]) % 9 == 0 and r[0] != "f" for r in RECORDS])
SPLITS = ["official", "random", *(f"fold-{k}" for k in range(FOLDS)), *(f"without-{d}" for d in "abcdef")]


@pytest.fixture(name="fold")
def fixture_fold():
    return assign_folds(RECORDS, OFFICIAL)


@pytest.mark.parametrize("name", SPLITS)
def test_no_recording_is_on_both_sides(name, fold):
    train, test = split(name, DATABASE, fold)
    assert not (train & test).any()
    assert train.any() and test.any()


@pytest.mark.parametrize("name", [s for s in SPLITS if s != "random"])
def test_the_official_list_never_trains(name, fold):
    assert not (split(name, DATABASE, fold)[0] & OFFICIAL).any()


def test_the_folds_score_every_other_recording_once(fold):
    times = np.sum([split(f"fold-{k}", DATABASE, fold)[1] for k in range(FOLDS)], axis=0)
    assert np.array_equal(times, ~OFFICIAL)


def test_consecutive_recordings_stay_in_one_fold(fold):
    block = np.array([f"{r[0]}{int(r[1:]) // BLOCK}" for r in RECORDS])
    for name in np.unique(block):
        assert len(set(fold[(block == name) & ~OFFICIAL])) <= 1


def test_a_planted_leak_is_refused():
    train, test = np.array([True, True, False]), np.array([False, True, True])
    with pytest.raises(ValueError, match="1 recordings are trained on and tested on"):
        refuse_leak(train, test)


def test_an_unknown_split_is_refused(fold):
    for name in ("fold-9", "without-z", "everything"):
        with pytest.raises(ValueError, match="no split"):
            split(name, DATABASE, fold)

"""No recording, and nobody who was recorded, on both sides of a split."""

import numpy as np
import pytest

from training.data.splits import DATABASES, FOLDS, assign_folds, refuse_leak, split

RNG = np.random.default_rng(3)
DATABASE = np.repeat(DATABASES, 120)
GROUP = np.char.add(DATABASE, RNG.integers(0, 40, len(DATABASE)).astype(str))
POSITIVE = RNG.random(len(DATABASE)) < 0.3
OFFICIAL = (np.arange(len(DATABASE)) % 9 == 0) & ~np.isin(DATABASE, ["f", "circor"])
SPLITS = ["official", "random", *(f"fold-{k}" for k in range(FOLDS)), *(f"without-{d}" for d in DATABASES)]


@pytest.fixture(name="fold")
def fixture_fold():
    return assign_folds(DATABASE, GROUP, POSITIVE, OFFICIAL)


@pytest.mark.parametrize("name", SPLITS)
def test_no_recording_is_on_both_sides(name, fold):
    train, test = split(name, DATABASE, GROUP, fold)
    assert not (train & test).any()
    assert train.any() and test.any()


@pytest.mark.parametrize("name", [s for s in SPLITS if s not in ("official", "random")])
def test_nobody_is_on_both_sides_of_a_fold_or_a_left_out_database(name, fold):
    train, test = split(name, DATABASE, GROUP, fold)
    assert not set(GROUP[train]) & set(GROUP[test])


@pytest.mark.parametrize("name", [s for s in SPLITS if s != "random"])
def test_the_official_list_never_trains(name, fold):
    assert not (split(name, DATABASE, GROUP, fold)[0] & OFFICIAL).any()


def test_the_folds_score_every_other_recording_once(fold):
    times = np.sum([split(f"fold-{k}", DATABASE, GROUP, fold)[1] for k in range(FOLDS)], axis=0)
    assert np.array_equal(times, ~OFFICIAL)


def test_the_folds_are_about_equally_long_and_have_about_as_many_of_each_class(fold):
    for name in DATABASES:
        inside = (name == DATABASE) & ~OFFICIAL
        for chosen in (inside, inside & POSITIVE):
            counts = [int((chosen & (fold == k)).sum()) for k in range(FOLDS)]
            assert max(counts) - min(counts) <= 8


def test_the_blind_fifth_is_of_2016_alone(fold):
    assert "circor" not in DATABASE[split("random", DATABASE, GROUP, fold)[1]]


def test_a_planted_leak_is_refused():
    train, test = np.array([True, True, False]), np.array([False, True, True])
    with pytest.raises(ValueError, match="1 recordings are trained on and tested on"):
        refuse_leak(train, test)


def test_a_person_on_both_sides_is_refused():
    train, test = np.array([True, True, False]), np.array([False, False, True])
    with pytest.raises(ValueError, match="1 groups are trained on and tested on, the first is x"):
        refuse_leak(train, test, np.array(["x", "y", "x"]))


def test_an_unknown_split_is_refused(fold):
    for name in ("fold-9", "without-z", "everything"):
        with pytest.raises(ValueError, match="no split"):
            split(name, DATABASE, GROUP, fold)

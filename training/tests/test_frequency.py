"""A word agrees with its frequency: bins, the curve through them, and the bands that follow from odds."""

import itertools

import numpy as np
import pytest

from training.evaluation.frequency import GRID, MIN_IN_BIN, Bin, Odds, band_for, bins_of, frequency
from training.evaluation.metrics import wilson


def bin_of(low, high, positive, mean):
    """A bin of 99 recordings that weigh alike."""
    return Bin(low, high, 99, positive, mean, wilson(positive / 99, 99))


@pytest.fixture(name="said")
def fixture_said():
    """Scores, outcomes that follow them, and weights: [2000] each."""
    rng = np.random.default_rng(4)
    score = rng.random(2000)
    return score, rng.random(2000) < score, rng.uniform(0.5, 1.5, 2000)


def test_bins_cover_the_scale_hold_enough_and_rise(said):
    bins = bins_of(*said)
    assert bins[0].low == 0 and bins[-1].high == 1
    assert all(left.high == right.low for left, right in itertools.pairwise(bins))
    assert min(b.count for b in bins) >= MIN_IN_BIN
    shares = [b.positive / b.count for b in bins]
    assert shares == sorted(shares)


def test_a_share_is_one_of_weights():
    score, positive = np.full(100, 0.5), np.arange(100) < 50
    [only] = bins_of(score, positive, np.where(positive, 3.0, 1.0))
    assert (only.count, only.positive) == (100, 75)
    # 50 that weigh 3 and 50 that weigh 1 tell as much as 80 that weigh alike
    assert only.share == wilson(0.75, 80)
    assert only.share.low < 0.75 < only.share.high


def test_the_curve_goes_through_the_bins_rises_and_stays_level_beyond_them():
    bins = [bin_of(0, 0.3, 9, 0.1), bin_of(0.3, 0.6, 39, 0.5), bin_of(0.6, 1, 89, 0.9)]
    curve = frequency(bins, GRID)
    assert (np.diff(curve) >= -1e-12).all()
    at = frequency(bins, np.array([0.0, 0.1, 0.5, 0.9, 1.0]))
    assert at == pytest.approx([0.095, 0.095, 0.395, 0.895, 0.895])


def test_outside_a_band_the_odds_hold_and_just_inside_they_do_not(said):
    bins, odds = bins_of(*said), Odds(0.25, 0.75)
    low, high = band_for(bins, odds)
    assert frequency(bins, np.array([low, high])) == pytest.approx([0.25, 0.75], abs=0.01)
    assert frequency(bins, np.array(low)) <= 0.25 < frequency(bins, np.array(low + 0.001))
    assert frequency(bins, np.array(high - 0.001)) < 0.75 <= frequency(bins, np.array(high))


def test_where_no_score_keeps_the_odds_the_word_is_never_said():
    bins = [bin_of(0, 0.5, 40, 0.3), bin_of(0.5, 1, 60, 0.7)]
    assert band_for(bins, Odds(0.25, 0.75)) == (0.0, 1.0)

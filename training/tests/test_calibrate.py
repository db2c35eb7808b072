"""Calibration recovers what made the labels; thresholds and bands hold what they promise."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from training.evaluation.calibrate import Scale, best_threshold, fit_scale, threshold_for


@pytest.fixture(name="made")
def fixture_made():
    rng = np.random.default_rng(7)
    logit = 2 * rng.standard_normal(5000)
    positive = rng.random(5000) < Scale(0.7, -0.4).probability(logit)
    return logit, positive, np.ones(5000)


def test_recovers_scale_and_offset(made):
    found = fit_scale(*made)
    assert found.scale == pytest.approx(0.7, abs=0.06)
    assert found.offset == pytest.approx(-0.4, abs=0.1)


def test_equals_an_unregularised_logistic_regression(made):
    logit, positive, _ = made
    weight = np.where(positive, 2.0, 1.0)
    found = fit_scale(logit, positive, weight)
    other = LogisticRegression(C=1e6).fit(logit[:, None], positive, sample_weight=weight)
    assert found.scale == pytest.approx(other.coef_[0, 0], rel=0.01)
    assert found.offset == pytest.approx(other.intercept_[0], abs=0.01)


def test_the_threshold_leaves_the_asked_share_below(made):
    p, chosen, weight = Scale(1, 0).probability(made[0]), made[1], made[2]
    assert (p[chosen] >= threshold_for(p, chosen, weight, 0.1)).mean() == pytest.approx(0.9, abs=0.01)


def test_the_best_threshold_lies_between_two_separate_classes():
    p = np.concatenate([np.linspace(0.25, 0.40, 50), np.linspace(0.60, 0.75, 50)])
    positive = np.repeat([False, True], 50)
    assert 0.40 < best_threshold(p, positive, np.ones(100)) < 0.60

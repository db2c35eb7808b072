"""The weights take away what clarity tells of the label, and protocol I finds a score that hears nothing else."""

import numpy as np
import pytest

from training.data.overlap import overlap_weights
from training.data.recordings import cell_weights
from training.evaluation.metrics import auc
from training.evaluation.protocols import protocol_i


@pytest.fixture(name="blurred")
def fixture_blurred():
    """Clarity [600 x 2] of recordings of which the abnormal ones are less clear, and which those are."""
    rng = np.random.default_rng(5)
    abnormal = np.arange(600) % 3 == 0
    contrast = rng.standard_normal(600) - abnormal
    return np.stack([contrast, contrast + rng.standard_normal(600)], 1), abnormal


def test_under_the_weights_clarity_tells_nothing(blurred):
    clear, abnormal = blurred
    weight = overlap_weights(clear, abnormal)
    means = [np.average(clear[abnormal == label], axis=0, weights=weight[abnormal == label]) for label in (0, 1)]
    assert means[0] == pytest.approx(means[1], abs=0.02)
    assert auc(abnormal, -clear[:, 0]) > 0.7
    assert auc(abnormal, -clear[:, 0], weight) == pytest.approx(0.5, abs=0.03)


def test_the_weights_hold_inside_each_database_of_the_training_side(blurred):
    clear, abnormal = blurred
    database, learn = np.where(np.arange(600) < 300, "a", "b"), np.arange(600) % 10 > 0
    weight = cell_weights(database, abnormal, learn, 0, clear)
    assert weight.sum() == pytest.approx(1)
    assert (weight[~learn] == 0).all()
    for letter in "ab":
        inside = (database == letter) & learn
        assert weight[inside & abnormal].sum() == pytest.approx(0.25)
        assert auc(abnormal[inside], clear[inside, 0], weight[inside]) == pytest.approx(0.5, abs=0.05)


def test_a_score_that_hears_clarity_alone_is_found_out(blurred):
    clear, abnormal = blurred
    figures = protocol_i(np.full(600, "a"), abnormal, clear, -clear[:, 0], np.full(600, np.nan))
    found = {f.measure: f.estimate.value for f in figures}
    assert found["AUC"] == found["AUC of clarity alone"] > 0.7
    assert found["AUC, equally clear"] == pytest.approx(0.5, abs=0.05)
    assert found["score against clarity"] == pytest.approx(-1)

"""The figures against scikit-learn, and against cases whose answer is known."""

import numpy as np
import pytest
from sklearn.metrics import balanced_accuracy_score, recall_score, roc_auc_score

from training.evaluation.figures import Metric, Setting, fraction, stated
from training.evaluation.metrics import auc, bootstrap, calibration_error, macc, sensitivity, specificity, within_auc


@pytest.fixture(name="scored")
def fixture_scored():
    rng = np.random.default_rng(4)
    positive = rng.random(500) < 0.3
    return positive, np.round(rng.standard_normal(500) + positive, 1)  # rounded: many ties


def test_auc_equals_scikit_learn_with_ties(scored):
    assert auc(*scored) == pytest.approx(roc_auc_score(*scored), abs=1e-12)


def test_weighted_auc_equals_scikit_learn(scored):
    weight = np.random.default_rng(6).random(500)
    positive, score = scored
    assert auc(positive, score, weight) == pytest.approx(roc_auc_score(positive, score, sample_weight=weight))


def test_sensitivity_specificity_and_macc_equal_scikit_learn(scored):
    positive, called = scored[0], scored[1] > 0.4
    assert sensitivity(positive, called) == pytest.approx(recall_score(positive, called))
    assert specificity(positive, called) == pytest.approx(recall_score(positive, called, pos_label=0))
    assert macc(positive, called) == pytest.approx(balanced_accuracy_score(positive, called))


def test_a_figure_of_nobody_is_not_stated_and_does_not_pass_for_a_number():
    nobody = fraction(Setting("J", "folds", "kept"), "people", "kept", np.zeros(0, bool))
    one_class = Metric(nobody.setting, "people", "AUC", 4, bootstrap(lambda i: auc(np.ones(4)[i], i), np.ones(4)))
    somebody = fraction(nobody.setting, "people", "kept", np.ones(4, bool))
    assert stated([nobody, somebody, one_class]) == [somebody]


def test_a_missing_class_is_not_a_figure():
    assert np.isnan(auc([True, True], [1, 2]))
    assert np.isnan(specificity([True, True], [True, False]))


def test_recognising_the_database_earns_nothing_within_databases():
    rng = np.random.default_rng(5)
    database = np.repeat(["a", "b"], 400)
    positive = rng.random(800) < np.where(database == "a", 0.8, 0.2)
    score = (database == "a") + 0.01 * rng.standard_normal(800)
    assert auc(positive, score) > 0.75
    assert within_auc(positive, score, database) == pytest.approx(0.5, abs=0.06)


def test_calibration_error_is_zero_for_honest_and_known_for_boastful_probabilities():
    positive = np.tile([True, False, False, False], 50)
    assert calibration_error(positive, np.full(200, 0.25)) == pytest.approx(0)
    assert calibration_error(positive, np.full(200, 0.95)) == pytest.approx(0.7)


def test_calibration_error_follows_the_weights():
    positive = np.array([True] + [False] * 9)
    weight = np.where(positive, 9.0, 1.0)
    assert calibration_error(positive, np.full(10, 0.5), weight=weight) == pytest.approx(0)


def test_the_interval_covers_the_truth_and_shrinks_with_more_recordings():
    rng = np.random.default_rng(6)
    widths = []
    for n in (50, 800):
        positive = np.repeat([True, False], n // 2)
        score = rng.standard_normal(n) + 1.5 * positive  # true AUC 0.856
        estimate = bootstrap(lambda i, p=positive, s=score: auc(p[i], s[i]), positive)
        assert estimate.low <= 0.856 <= estimate.high
        widths.append(estimate.high - estimate.low)
    assert widths[1] < widths[0] / 2

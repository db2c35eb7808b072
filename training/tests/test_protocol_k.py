"""Murmurs by recording and by person."""

import numpy as np
import pytest

from training.evaluation.figures import Setting
from training.evaluation.protocol_k import protocol_k, threshold_at, verdicts, weighted_accuracy

GROUP = np.array(list("aabbccdd"))
HEARD = np.array(["here", "elsewhere", "absent", "absent", "unknown", "absent", "here", "here"])
SCOPE = Setting("K", "folds", "murmurs")


def test_a_person_is_what_was_said_of_the_recordings():
    assert verdicts(GROUP, HEARD) == {"a": "present", "b": "absent", "c": "unknown", "d": "present"}


def test_the_challenge_pays_most_for_a_murmur():
    verdict = ["present", "unknown", "absent"]
    assert weighted_accuracy(verdict, verdict) == 1
    assert weighted_accuracy(verdict, ["absent", "unknown", "absent"]) == pytest.approx(4 / 9)


def test_the_threshold_leaves_nine_in_ten_below_it():
    score = np.arange(100.0)
    assert (score <= threshold_at(score, np.zeros(100, bool))).mean() >= 0.9


def test_the_most_suspicious_recording_of_a_person_counts():
    logit = np.array([3.0, -3, -2, -1, 0, 0, -3, 2])
    figures = {(m.data, m.measure): m for m in protocol_k(SCOPE, GROUP, HEARD, logit, np.ones(8, bool), 1.0)}
    assert figures["people", "AUC"].estimate.value == 1
    assert figures["recordings", "AUC"].estimate.value < 1
    assert figures["recordings", "AUC"].count == 6


def test_whoever_has_no_usable_recording_is_called_unknown():
    logit = np.array([3.0, -3, -2, -1, 0, 0, -3, 2])
    usable = GROUP != "c"
    figures = {(m.data, m.measure): m for m in protocol_k(SCOPE, GROUP, HEARD, logit, usable, 1.0)}
    assert figures["people, those called unknown as well", "weighted accuracy"].estimate.value == 1

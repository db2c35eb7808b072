"""K: is the murmur heard that an expert heard, in children's hearts, by recording and by person."""

from __future__ import annotations

import numpy as np

from training.data.arrays import Bools, Floats, Strings
from training.evaluation.figures import Metric, Setting, fraction
from training.evaluation.metrics import auc, bootstrap, sensitivity

SPECIFICITY = 0.9  # at which the sensitivity is given
# what the challenge of 2022 pays for a person called rightly: one with a murmur, one too noisy to tell, one without
WORTH = {"present": 5, "unknown": 3, "absent": 1}


def verdicts(group: Strings, heard: Strings) -> dict[str, str]:
    """The expert's word on each person, from what was said of the recordings: present, unknown or absent."""
    said = {}
    for person in np.unique(group):
        words = set(heard[group == person])
        said[str(person)] = (
            "present" if words & {"here", "elsewhere"} else "unknown" if "unknown" in words else "absent"
        )
    return said


def by_person(group: Strings, logit: Floats, people: list[str]) -> Floats:
    """The most suspicious recording of each person: [people]."""
    return np.array([logit[group == person].max() for person in people])


def threshold_at(score: Floats, positive: Bools, specificity: float = SPECIFICITY) -> float:
    """The lowest threshold that leaves at least this share of the negatives below it."""
    return float(np.quantile(score[~positive], specificity, method="higher"))


def weighted_accuracy(verdict: list[str], called: list[str]) -> float:
    """The challenge's score of calls [people] against verdicts [people]: Reyna et al., PLOS Digit. Health 2 (2023)."""
    worth = [WORTH[word] for word in verdict]
    return sum(w for w, a, b in zip(worth, verdict, called, strict=True) if a == b) / sum(worth)


def protocol_k(
    scope: Setting, group: Strings, heard: Strings, logit: Floats, usable: Bools, threshold: float
) -> list[Metric]:
    """Figures of recordings [n] that the networks had not heard: logit of "a murmur", usable by the gate or not.

    By recording those at which the murmur was heard stand against those of people without one; by person the most
    suspicious recording counts. A person of whom no recording is usable is called unknown.
    """
    told = np.isin(heard, ["here", "absent"])
    y, s = heard[told] == "here", logit[told]
    said = verdicts(group, heard)
    sure = [person for person, word in said.items() if word != "unknown"]
    has_murmur = np.array([said[person] == "present" for person in sure])
    worst = by_person(group, logit, sure)
    called = worst > threshold_at(worst, has_murmur)
    everybody = list(said)
    calls = [
        "unknown"
        if not usable[group == person].any()
        else "present"
        if logit[(group == person) & usable].max() >= threshold
        else "absent"
        for person in everybody
    ]
    verdict = [said[person] for person in everybody]

    def accuracy(i: np.ndarray) -> float:
        return weighted_accuracy([verdict[k] for k in i], [calls[k] for k in i])

    return [
        Metric(scope, "recordings", "AUC", len(y), bootstrap(lambda i: auc(y[i], s[i]), y)),
        Metric(scope, "people", "AUC", len(sure), bootstrap(lambda i: auc(has_murmur[i], worst[i]), has_murmur)),
        Metric(
            scope,
            f"people, specificity {SPECIFICITY:.2f}",
            "sensitivity",
            len(sure),
            bootstrap(lambda i: sensitivity(has_murmur[i], called[i]), has_murmur),
        ),
        Metric(
            scope,
            "people, those called unknown as well",
            "weighted accuracy",
            len(verdict),
            bootstrap(accuracy, np.array(verdict)),
        ),
    ]


def false_alarms(scope: Setting, database: Strings, called: Bools) -> list[Metric]:
    """Share of recordings without a murmur that are said to have one, by database: [recordings]."""
    return [
        fraction(scope, f"normal, database {name}", "murmur said", called[database == name])
        for name in np.unique(database)
    ]

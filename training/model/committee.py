"""Who is heard together: the members of one experiment and the beat reader that a gate asks, each kind scaled."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.data.arrays import Floats
from training.data.manifest import CIRCOR
from training.data.recordings import QUESTIONS, Recordings, cell_weights
from training.model.scores import OUT_OF_FOLD, WindowLogits, gather, weighted

AVERAGED = "abef"  # databases large enough for a figure of their own; c and d hold 31 and 55 recordings
# Whose logits make each answer, and how loudly: a member's and the beat reader's, each to both questions. Few freedoms,
# chosen by the folds and the databases left out. The murmur asks nobody about the abnormal.
PARTS = tuple((kind, question) for kind in ("member", "beat") for question in QUESTIONS)
SHARES = {"abnormal": (0.2, 0.3, 0.5, 0.0), "murmur": (0.0, 0.5, 0.0, 0.5)}


@dataclass(frozen=True)
class Committee:
    """Members and a beat reader that are heard together; `weights` [questions x PARTS] times their logits."""

    members: Path
    reader: Path
    weights: Floats

    def gather(self, splits: list[str], question: str) -> WindowLogits:
        """The committee's window logits of the recordings that the splits left unseen, to one question."""
        weights = self.weights[QUESTIONS.index(question)]
        heard = zip(weights, PARTS, strict=True)
        return weighted([(float(w), self.part(part, splits)) for w, part in heard if w])

    def part(self, part: tuple[str, str], splits: list[str]) -> WindowLogits:
        """One of the PARTS alone."""
        kind, question = part
        return gather(self.members if kind == "member" else self.reader, splits, question)


def deviation(data: Recordings, scores: WindowLogits) -> float:
    """Deviation of recordings' mean logits, the large databases and their classes weighing alike."""
    which = data.places(scores)
    large = np.isin(data.database[which], [*AVERAGED, CIRCOR]) & data.asked_abnormal[which]
    weight = cell_weights(data.database[which], data.abnormal[which], large, database_power=0)
    logit = np.array([windows.mean() for windows in scores.values()])
    return float(np.sqrt(np.average((logit - np.average(logit, weights=weight)) ** 2, weights=weight)))


def committee(data: Recordings, runs: Path, members: str, gate: str) -> Committee:
    """The members of an experiment and the beat reader that the gate asks, each kind scaled to its share.

    Raises ValueError when the gate has no run, or when members or beat reader have none that is finished.
    """
    configs = sorted((runs / gate).glob("*/config.json"))
    if not configs:
        raise ValueError(f"{runs / gate} holds no run")
    reader = runs / json.loads(configs[0].read_text())["network"]["reader"]
    alone = Committee(runs / members, reader, np.zeros((len(QUESTIONS), len(PARTS))))
    scale = np.array([1 / deviation(data, alone.part(part, OUT_OF_FOLD)) for part in PARTS])
    return Committee(runs / members, reader, np.array([SHARES[question] for question in QUESTIONS]) * scale)

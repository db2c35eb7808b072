"""Who is heard together: the members of one experiment and the beat reader that a gate asks, each kind scaled."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.data.recordings import Recordings, cell_weights
from training.model.scores import OUT_OF_FOLD, WindowLogits, gather, weighted

# of the say: with more the committee holds better on a sensor it never heard, with less on those it knows
BEAT_SHARE = 0.4
AVERAGED = "abef"  # databases large enough for a figure of their own; c and d hold 31 and 55 recordings


@dataclass(frozen=True)
class Committee:
    """Members and a beat reader that are heard together, each kind times its scale."""

    members: Path
    reader: Path
    member_scale: float
    beat_scale: float

    def gather(self, splits: list[str]) -> WindowLogits:
        """The committee's window logits of the recordings that the splits left unseen."""
        parts = (self.member_scale, gather(self.members, splits)), (self.beat_scale, gather(self.reader, splits))
        return weighted(list(parts))


def deviation(data: Recordings, scores: WindowLogits) -> float:
    """Deviation of recordings' mean logits, the large databases and their classes weighing alike."""
    which = data.places(scores)
    large = np.isin(data.database[which], list(AVERAGED))
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
    shares = ((1 - BEAT_SHARE, runs / members), (BEAT_SHARE, reader))
    scales = [share / deviation(data, gather(folder, OUT_OF_FOLD)) for share, folder in shares]
    return Committee(runs / members, reader, *scales)

"""What an evaluation found: the rules by which the application answers, and the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Bools, Floats, Strings
from training.evaluation.calibrate import Scale
from training.evaluation.figures import Metric


@dataclass(frozen=True)
class QualityRule:
    """When a window and a recording count as heart sound; `logit` is the threshold before calibration."""

    calibration: Scale
    threshold: float
    logit: float
    min_usable: float

    def keeps(self, quality_logit: NDArray[np.floating]) -> bool:
        """Whether a recording of these windows [windows] counts as heart sound."""
        return bool((quality_logit >= self.logit).mean() >= self.min_usable)


@dataclass(frozen=True)
class OperatingRule:
    """A threshold on the probability and the band without an answer."""

    name: str
    threshold: float
    band: tuple[float, float]


@dataclass(frozen=True)
class Measured:
    """What `training.evaluation.evaluate` found.

    `probability`, `told`, `abnormal` and `database` are of the official list [301]; `told` are the recordings
    that neither the gate nor their distance to the training recordings refuses.
    """

    calibration: Scale
    points: list[OperatingRule]
    quality: QualityRule
    domain: dict[str, Any]
    probability: Floats
    told: Bools
    abnormal: Bools
    database: Strings
    figures: list[Metric]
    trained_recordings: int
    trained_hours: float

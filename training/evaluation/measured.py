"""What an evaluation found: the rules by which the application answers, and the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Bools, Floats, Strings
from training.data.sources import Source
from training.evaluation.bandwidth import BandwidthRule
from training.evaluation.calibrate import Scale
from training.evaluation.figures import Metric, Setting
from training.evaluation.frequency import Bin, Odds
from training.evaluation.tuning import Home


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
    odds: Odds


@dataclass(frozen=True)
class Judged:
    """An answer's scale, frequencies and points, and what was said of recordings that no network had heard.

    `bins` are of the recordings that a score is `compared_with`, their two classes weighing alike. `probability`,
    `told`, `positive` and `database` are [recordings], measured as `setting` says; `told` are those that nothing
    refuses.
    """

    compared_with: Setting
    bins: list[Bin]
    setting: Setting
    calibration: Scale
    points: list[OperatingRule]
    probability: Floats
    told: Bools
    positive: Bools
    database: Strings


@dataclass(frozen=True)
class Learned:
    """How much of a data set the networks learned from."""

    count: int
    hours: float


@dataclass(frozen=True)
class Measured:
    """What `training.evaluation.evaluate` found: one of each answer, the rules they share, all figures, the data."""

    abnormal: Judged
    murmur: Judged
    quality: QualityRule
    bandwidth: BandwidthRule
    domain: dict[str, Any]
    tuning: Home
    figures: list[Metric]
    learned: list[tuple[Source, Learned]]

"""The points at which an answer is given: a threshold, and the band around it that follows from stated odds."""

from __future__ import annotations

import numpy as np

from training.data.arrays import Bools, Floats
from training.evaluation.calibrate import Scale, best_threshold, threshold_for
from training.evaluation.frequency import Bin, Odds, band_for
from training.evaluation.measured import OperatingRule

SURE = 0.92  # sensitivity of "miss few" and specificity of "alarm few", out of fold
# of similar recordings, half of all abnormal: for *normal-like* at most so many abnormal, for *abnormal-like* at least
ODDS = {"miss-few": Odds(0.15, 0.6), "balanced": Odds(0.25, 0.75), "alarm-few": Odds(0.4, 0.85)}
BALANCED = "balanced"


def operating_rules(
    scale: Scale, bins: list[Bin], logit: Floats, positive: Bools, weight: Floats
) -> list[OperatingRule]:
    """The three points: thresholds from logits [recordings], bands from what `bins` say of the odds.

    A threshold that would lie outside its band is set to the band's end.
    """
    p = scale.probability(logit)
    thresholds = {
        "miss-few": threshold_for(p, positive, weight, 1 - SURE),
        "balanced": best_threshold(p, positive, weight),
        "alarm-few": threshold_for(p, ~positive, weight, SURE),
    }
    return [rule_of(name, threshold, bins) for name, threshold in thresholds.items()]


def rule_of(name: str, threshold: float, bins: list[Bin]) -> OperatingRule:
    """One point by its name."""
    band = band_for(bins, ODDS[name])
    return OperatingRule(name, float(np.clip(threshold, *band)), band, ODDS[name])


def default_of(points: list[OperatingRule]) -> OperatingRule:
    """The point that is used unless another is chosen."""
    return next(point for point in points if point.name == BALANCED)

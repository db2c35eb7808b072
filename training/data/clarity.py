"""How clearly a recording shows its heart beat, of which nothing may be learned.

In the data sets' hospitals the abnormal recordings are less clear than the normal ones, and a network that is rewarded
for hearing that takes whatever is unclear for abnormal, on every sensor. So members are shown recordings weighted until
clarity tells nothing of the label (`training.data.overlap`).
"""

from __future__ import annotations

import numpy as np

from training.data.arrays import Floats, Singles
from training.data.cycle import PARTS

LOWEST = slice(0, 4)  # bands: 20 to 115 Hz, where the heart sounds are and most murmurs are not
RANGE_DB = 70.0  # below the loudest
SIGNS = ("contrast", "unrest")


def clarity_of(log_mel: Singles, part: np.ndarray) -> Floats:
    """SIGNS of a recording: log-mel [frames x bands] in dB, part of the cycle [frames], -1 where it is not known.

    Contrast is the logarithm of the variance in dB^2 of the lowest bands that goes with the cycle, unrest that of the
    rest. nan where a part of the cycle is nowhere known.
    """
    db = np.maximum(log_mel - log_mel.max(), -RANGE_DB)[:, LOWEST].astype(float)
    known = [db[part == p] for p in range(PARTS)]
    if not all(len(frames) for frames in known):
        return np.full(len(SIGNS), np.nan)
    mean = np.stack([frames.mean(0) for frames in known])  # [PARTS x bands]
    moved = mean.var(0).mean()
    rest = np.mean([frames.var(0).mean() for frames in known])
    return np.log(np.array([moved, rest]) + 0.1)

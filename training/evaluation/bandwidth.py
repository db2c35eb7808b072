"""The band that a recording really has: without its treble a normal heart is answered as if it were ill.

The twin of `src/core/bandwidth.ts`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.data.arrays import Singles
from training.data.front_end import band_edges

USUAL_LOUD = 0.95  # quantile over time


@dataclass(frozen=True)
class BandwidthRule:
    """A band is heard within `range_db` of the loudest; treble is missing where none at or above `treble_hz` is."""

    range_db: float = 60.0  # as far down as the listeners hear
    treble_hz: float = 350.0

    def heard_hz(self, log_mel: Singles) -> tuple[float, float]:
        """Centres of the lowest and the highest band that is heard: [windows x bands x frames] in dB -> Hz."""
        loud = np.quantile(log_mel, USUAL_LOUD, axis=(0, 2))
        heard = band_edges()[loud >= loud.max() - self.range_db, 1]
        return float(heard[0]), float(heard[-1])

    def lacks_treble(self, log_mel: Singles) -> bool:
        """Whether too little treble is left for an answer."""
        return self.heard_hz(log_mel)[1] < self.treble_hz

"""How unlike the training recordings a recording is."""

from __future__ import annotations

from typing import Any

import numpy as np

from training.data.arrays import Floats


def domain(embedding: Floats) -> dict[str, Any]:
    """Mean and deviation of the training recordings' embeddings, and the distances half and 99 % of them keep."""
    mean, deviation = embedding.mean(0), embedding.std(0) + 1e-3
    found = {name: [round(float(v), 6) for v in values] for name, values in (("mean", mean), ("deviation", deviation))}
    distance = distances(embedding, found)
    return {**found, "median": float(np.median(distance)), "far": float(np.quantile(distance, 0.99))}


def distances(embedding: Floats, near: dict[str, Any]) -> Floats:
    """Distance of each recording [recordings] to the training recordings, in their deviations."""
    return np.sqrt((((embedding - np.array(near["mean"])) / np.array(near["deviation"])) ** 2).mean(1))

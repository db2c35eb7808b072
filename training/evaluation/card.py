"""Writes the model card `heart-sound.json`: all that is not a weight, no figure typed by hand."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_curve

from training.data.arrays import Bools, Floats, Strings
from training.data.cycle import FIRST_SOUND, SECOND_SOUND
from training.data.front_end import FFT_SIZE, HOP_LENGTH, SAMPLE_RATE, WINDOW_LENGTH, band_edges
from training.data.recordings import HOP
from training.evaluation.alternatives import Alternative
from training.evaluation.calibrate import Scale
from training.evaluation.figures import Metric, Setting, cells
from training.evaluation.limits import limits
from training.evaluation.metrics import bootstrap, macc, sensitivity, specificity
from training.export.graph import BATCH_LENGTH
from training.export.samples import LICENCE, SOURCE
from training.model.committee import AVERAGED
from training.model.picture import ROWS, TIME_STRIDE
from training.model.segmenter import BEAT_STRIDE

VERSION = "0.6.0"
BINS = 10
MIN_IN_BIN = 40
CHOSEN_BY = "by folds and databases left out"
PAPERS = "Liu et al., Physiol. Meas. 37:2181, 2016; Goldberger et al., Circulation 101:e215, 2000"


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


def official(m: Measured, more: str = "") -> Setting:
    """How what is of the official list alone was measured."""
    return Setting("A", "official", f"official {len(m.abnormal):,}{more}")


def operating_point(rule: OperatingRule, m: Measured) -> dict[str, Any]:
    """One operating point with its figures on the official list."""
    y, p, (low, high) = m.abnormal, m.probability, rule.band
    called, groups = p >= rule.threshold, cells(m.database, y)
    told = m.told & ((p < low) | (p > high))
    figures = {
        "sensitivity": bootstrap(lambda i: sensitivity(y[i], called[i]), groups),
        "specificity": bootstrap(lambda i: specificity(y[i], called[i]), groups),
        "answered": bootstrap(lambda i: float(told[i].mean()), groups),
        "answeredMacc": bootstrap(lambda i: macc(y[i][told[i]], called[i][told[i]]), groups),
    }
    return {
        "name": rule.name,
        "threshold": rule.threshold,
        "cannotTell": {"low": low, "high": high},
        **{name: asdict(estimate) for name, estimate in figures.items()},
        **asdict(official(m, f"; threshold and band chosen on the other {m.trained_recordings:,}, {CHOSEN_BY}")),
    }


def domain(embedding: Floats) -> dict[str, Any]:
    """Mean and deviation of the training recordings' embeddings, and the distances half and 99 % of them keep."""
    mean, deviation = embedding.mean(0), embedding.std(0) + 1e-3
    found = {name: [round(float(v), 6) for v in values] for name, values in (("mean", mean), ("deviation", deviation))}
    distance = distances(embedding, found)
    return {**found, "median": float(np.median(distance)), "far": float(np.quantile(distance, 0.99))}


def distances(embedding: Floats, near: dict[str, Any]) -> Floats:
    """Distance of each recording [recordings] to the training recordings, in their deviations."""
    return np.sqrt((((embedding - np.array(near["mean"])) / np.array(near["deviation"])) ** 2).mean(1))


def is_far(embedding: Floats, near: dict[str, Any]) -> Bools:
    """Which recordings are told that they are unlike those the network learned from: [recordings]."""
    return distances(embedding, near) > near["far"]


def reliability(m: Measured) -> dict[str, Any]:
    """Probability against outcome on the official list.

    Neighbouring tenths are joined until each holds MIN_IN_BIN recordings, and until none has a smaller share of
    abnormal ones than the one below it: "of 19 such recordings 10" would be an accident, not a frequency.
    """
    place = np.minimum((m.probability * BINS).astype(int), BINS - 1)
    groups: list[list[int]] = [[]]
    for k in range(BINS):
        groups[-1].append(k)
        if np.isin(place, groups[-1]).sum() >= MIN_IN_BIN and k < BINS - 1:
            groups.append([])
    if len(groups) > 1 and np.isin(place, groups[-1]).sum() < MIN_IN_BIN:
        groups[-2:] = [groups[-2] + groups[-1]]

    def share(group: list[int]) -> float:
        return float(m.abnormal[np.isin(place, group)].mean())

    ordered: list[list[int]] = []  # pool adjacent violators (Ayer et al. 1955)
    for group in groups:
        ordered.append(group)
        while len(ordered) > 1 and share(ordered[-1]) < share(ordered[-2]):
            ordered[-2:] = [ordered[-2] + ordered[-1]]
    inside = [np.isin(place, group) for group in ordered]
    bins = [
        {
            "low": group[0] / BINS,
            "high": (group[-1] + 1) / BINS,
            "count": int(which.sum()),
            "abnormal": int(m.abnormal[which].sum()),
            "meanProbability": float(m.probability[which].mean()),
        }
        for group, which in zip(ordered, inside, strict=True)
    ]
    return {**asdict(official(m)), "baseRate": float(m.abnormal.mean()), "bins": bins}


def curves(m: Measured) -> list[dict[str, Any]]:
    """ROC curves of the official list, pooled and within each large database, corners only."""
    found = []
    for letter in ("", *AVERAGED):
        inside = m.database == letter if letter else np.ones(len(m.database), bool)
        if 0 < m.abnormal[inside].sum() < inside.sum():
            alarms, hits, _ = roc_curve(m.abnormal[inside], m.probability[inside])
            found.append(
                {
                    **asdict(official(m)),
                    **({"data": f"database {letter}", "database": letter} if letter else {"data": "all databases"}),
                    "falsePositiveRate": [round(float(v), 5) for v in alarms],
                    "truePositiveRate": [round(float(v), 5) for v in hits],
                }
            )
    return found


def write_card(m: Measured, alternatives: list[Alternative], model: Path, export: Path) -> None:
    """Write the card beside the graph. Raises jsonschema.ValidationError when it does not fit the schema."""
    made = json.loads(export.read_text())
    time_stride_s = TIME_STRIDE * HOP_LENGTH / SAMPLE_RATE
    first_frame_s = FFT_SIZE / 2 / SAMPLE_RATE
    card = {
        "schema": 2,
        "name": "heart-sound",
        "version": VERSION,
        "sha256": hashlib.sha256(model.read_bytes()).hexdigest(),
        "trainedOn": made["trainedOn"],
        "licence": f"Weights: MIT. Trained on {SOURCE}, {LICENCE}.",
        "size": {
            "parameters": made["parameters"],
            "multiplyAdds": made["multiplyAdds"],
            "bytes": model.stat().st_size,
        },
        "export": {"medianMs": made["medianMs"], "parity": made["parity"]},
        "input": {
            "sampleRate": SAMPLE_RATE,
            "windowLength": WINDOW_LENGTH,
            "hopLength": HOP,
            "batchLength": BATCH_LENGTH,
        },
        "spectrogram": {
            "firstFrameCentreS": first_frame_s,
            "hopS": HOP_LENGTH / SAMPLE_RATE,
            "bandEdgesHz": [
                {"lowHz": round(low, 3), "centreHz": round(centre, 3), "highHz": round(high, 3)}
                for low, centre, high in band_edges().tolist()
            ],
            "dynamicRangeDb": 80,
        },
        "evidence": {
            # the first convolution centres its spots on even frames, two poolings centre on the middle of four of them
            "firstFrameCentreS": first_frame_s + (TIME_STRIDE / 2 - 1) * HOP_LENGTH / SAMPLE_RATE,
            "hopS": time_stride_s,
            "rowsHz": [
                {"lowHz": round(float(bands[0, 0]), 3), "highHz": round(float(bands[-1, 2]), 3)}
                for bands in np.split(band_edges(), ROWS)
            ],
        },
        "cycle": {
            "firstFrameCentreS": first_frame_s,
            "hopS": BEAT_STRIDE * HOP_LENGTH / SAMPLE_RATE,
            "firstSound": list(FIRST_SOUND),
            "secondSound": list(SECOND_SOUND),
        },
        "calibration": asdict(m.calibration),
        "operatingPoints": [operating_point(rule, m) for rule in m.points],
        "defaultOperatingPoint": "balanced",
        "quality": {
            "calibration": asdict(m.quality.calibration),
            "threshold": m.quality.threshold,
            "minUsableFraction": m.quality.min_usable,
        },
        "domain": m.domain,
        "reliability": reliability(m),
        "curves": curves(m),
        "data": [
            {
                "name": "PhysioNet/CinC Challenge 2016, training set",
                "source": f"{SOURCE} ({PAPERS})",
                "licence": LICENCE,
                "recordings": m.trained_recordings,
                "hours": round(m.trained_hours, 1),
                "heldOut": f"the official list of {len(m.abnormal)} recordings",
            }
        ],
        "metrics": [f.as_dict() for f in m.figures],
        "alternatives": [
            {"name": a.name, "about": a.about, "bytes": a.size, "metrics": [f.as_dict() for f in a.figures]}
            for a in alternatives
        ],
        "limits": limits(m.figures),
    }
    card_text = json.dumps(card, indent=1, ensure_ascii=False, allow_nan=False)
    jsonschema.validate(card, json.loads((model.parent / "card.schema.json").read_text()))
    model.with_suffix(".json").write_text(card_text + "\n")

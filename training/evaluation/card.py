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
from training.evaluation.metrics import bootstrap, macc, sensitivity, specificity
from training.evaluation.protocols import Metric, cells
from training.export.graph import BATCH_LENGTH
from training.export.samples import LICENCE, SOURCE
from training.model.committee import AVERAGED
from training.model.picture import ROWS, TIME_STRIDE
from training.model.segmenter import BEAT_STRIDE

VERSION = "0.6.0"
BINS = 10
MIN_IN_BIN = 40
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
        "protocol": "A: official 301; threshold and band chosen on the other 2,939, by folds and databases left out",
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
    return {"protocol": "A: official 301", "baseRate": float(m.abnormal.mean()), "bins": bins}


def curves(m: Measured) -> list[dict[str, Any]]:
    """ROC curves of the official list, pooled and within each large database, corners only."""
    found = []
    for letter in ("", *AVERAGED):
        inside = m.database == letter if letter else np.ones(len(m.database), bool)
        if 0 < m.abnormal[inside].sum() < inside.sum():
            alarms, hits, _ = roc_curve(m.abnormal[inside], m.probability[inside])
            found.append(
                {
                    "protocol": "A: official 301",
                    "data": f"database {letter}" if letter else "all databases",
                    "falsePositiveRate": [round(float(v), 5) for v in alarms],
                    "truePositiveRate": [round(float(v), 5) for v in hits],
                }
            )
    return found


def row(figure: Metric) -> dict[str, Any]:
    """A figure as the card holds it."""
    f = figure
    return {"protocol": f.protocol, "data": f.data, "measure": f.measure, "count": f.count, **asdict(f.estimate)}


def limits(figures: list[Metric]) -> list[str]:
    """What the model cannot do, most important first, the figures taken from the measurements."""
    found = {(f.protocol[0], f.data, f.measure): f.estimate for f in figures}
    home, at_home = found["A", "all databases", "AUC"], found["A", "all databases", "ECE"]
    away = next(e for (p, d, measure), e in found.items() if p == "B" and d.startswith("mean") and measure == "AUC")
    each = [(e.value, d) for (p, d, measure), e in found.items() if p == "B" and measure == "AUC"]
    worst = min((value, d) for value, d in each if d.startswith("database") and d[-1] in AVERAGED)
    conditions = [
        (f.estimate.value, f.data.partition(",")[0])
        for f in figures
        if f.protocol.startswith("G") and f.protocol.endswith("left out")
    ]
    (least, hard), (most, easy) = min(conditions, default=(0, "")), max(conditions, default=(0, ""))
    moved, change = max((e.value, d) for (p, d, m), e in found.items() if p == "H" and m == "score moved")
    equally_clear = [
        f.estimate.value
        for f in figures
        if f.protocol == "I: equally clear, database left out" and f.measure == "AUC, equally clear"
    ]
    unsure = [e.value for (p, d, measure), e in found.items() if p == "B" and measure == "ECE" and d[-1] in AVERAGED]
    return [
        f"Recordings from a hospital and sensor it never heard: AUC {away.value:.2f} (95 % interval {away.low:.2f} to "
        f"{away.high:.2f}), not the {home.value:.2f} of recordings like its training; {worst[0]:.2f} for {worst[1]}.",
        *([f"There it hears {easy} (AUC {most:.2f}) far better than {hard} ({least:.2f})."] if most > least else []),
        *(
            [
                "In the data set abnormal recordings are less clear than normal ones. Among equally clear recordings "
                f"from a hospital it never heard, the AUC is {np.mean(equally_clear):.2f}."
            ]
            if equally_clear
            else []
        ),
        f"There its score is off by {np.mean(unsure):.2f} on average, against {at_home.value:.2f} at home.",
        f"What a room or a phone adds misleads it, worst “{change}”: its score then moves by {moved:.2f} on "
        f"average, and the AUC of the official list is {found['H', change, 'AUC'].value:.2f}.",
        "No recording of its training or its tests was made with a phone's own microphone: nothing is known there.",
        "The labels say whether the patient had a confirmed heart condition, not whether it can be heard in the "
        "recording; benign murmurs are labelled abnormal.",
        "People in the training and the test recordings may be the same: their identities were never published.",
        "It was trained and tested on as many abnormal as normal recordings; outside a clinic most recordings are "
        "normal, and most alarms are then false.",
        "It hears 20 to 800 Hz in windows of five seconds; a rhythm that changes more slowly is not seen.",
    ]


def write_card(m: Measured, alternatives: list[Alternative], model: Path, export: Path) -> None:
    """Write the card beside the graph. Raises jsonschema.ValidationError when it does not fit the schema."""
    made = json.loads(export.read_text())
    time_stride_s = TIME_STRIDE * HOP_LENGTH / SAMPLE_RATE
    first_frame_s = FFT_SIZE / 2 / SAMPLE_RATE
    card = {
        "schema": 1,
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
        "metrics": [row(f) for f in m.figures],
        "alternatives": [
            {"name": a.name, "about": a.about, "bytes": a.size, "metrics": [row(f) for f in a.figures]}
            for a in alternatives
        ],
        "limits": limits(m.figures),
    }
    card_text = json.dumps(card, indent=1, ensure_ascii=False, allow_nan=False)
    jsonschema.validate(card, json.loads((model.parent / "card.schema.json").read_text()))
    model.with_suffix(".json").write_text(card_text + "\n")

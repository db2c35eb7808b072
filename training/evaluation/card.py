"""Writes the model card `heart-sound.json`: all that is not a weight, no figure typed by hand."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

import jsonschema
import numpy as np

from training.data.cycle import FIRST_PART, PARTS_OF, S1, S2
from training.data.front_end import FFT_SIZE, HOP_LENGTH, SAMPLE_RATE, WINDOW_LENGTH, band_edges
from training.data.recordings import HOP
from training.evaluation.alternatives import Alternative
from training.evaluation.judged import curves, murmur_rule, operating_point, reliability
from training.evaluation.limits import limits
from training.evaluation.measured import Measured
from training.evaluation.operating import BALANCED
from training.export.graph import BATCH_LENGTH
from training.model.picture import ROWS, TIME_STRIDE

VERSION = "0.8.0"


def halves(state: int) -> list[int]:
    """The parts of a sound: the first ends and the second begins in its middle."""
    return [*range(FIRST_PART[state], FIRST_PART[state] + PARTS_OF[state])]


def write_card(m: Measured, alternatives: list[Alternative], model: Path, export: Path) -> None:
    """Write the card beside the graph. Raises jsonschema.ValidationError when it does not fit the schema."""
    made = json.loads(export.read_text())
    time_stride_s = TIME_STRIDE * HOP_LENGTH / SAMPLE_RATE
    first_frame_s = FFT_SIZE / 2 / SAMPLE_RATE
    card = {
        "schema": 3,
        "name": "heart-sound",
        "version": VERSION,
        "sha256": hashlib.sha256(model.read_bytes()).hexdigest(),
        "trainedOn": made["trainedOn"],
        "licence": "Weights: MIT. " + " ".join(f"Trained on {s.title}: {s.licence}." for s, _ in m.learned),
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
            "hopS": HOP_LENGTH / SAMPLE_RATE,
            "firstSound": halves(S1),
            "secondSound": halves(S2),
        },
        "calibration": asdict(m.abnormal.calibration),
        "operatingPoints": [operating_point(rule, m.abnormal) for rule in m.abnormal.points],
        "defaultOperatingPoint": BALANCED,
        "murmur": murmur_rule(m.murmur),
        "quality": {
            "calibration": asdict(m.quality.calibration),
            "threshold": m.quality.threshold,
            "minUsableFraction": m.quality.min_usable,
        },
        "bandwidth": {"rangeDb": m.bandwidth.range_db, "trebleHz": m.bandwidth.treble_hz},
        "domain": m.domain,
        "tuning": asdict(m.tuning),
        "reliability": reliability(m.abnormal, "abnormal"),
        "curves": curves(m.abnormal),
        "data": [
            {
                "name": source.name,
                "source": f"{source.title} ({source.papers})",
                "licence": source.licence,
                "recordings": learned.count,
                "hours": round(learned.hours, 2),
                "heldOut": source.held_out,
            }
            for source, learned in m.learned
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

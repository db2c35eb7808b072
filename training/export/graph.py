"""Runs the exported graph, the only way the figures of a shipped model are made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from training.data.arrays import Bools, Singles
from training.data.recordings import windows

OUTPUTS = [
    "abnormal_logit", "murmur_logit", "quality_logit", "log_mel", "evidence", "embedding", "evidence_map",
    "murmur_evidence_map", "cycle",
]  # fmt: skip
BATCH_LENGTH = 8  # windows a call, as in the application


@dataclass(frozen=True)
class Heard:
    """What the graph gives for the windows of one recording, first axis [windows]."""

    abnormal_logit: Singles
    murmur_logit: Singles
    quality_logit: Singles
    log_mel: Singles
    evidence: Singles
    embedding: Singles
    evidence_map: Singles
    murmur_evidence_map: Singles
    cycle: Singles

    def usable(self, quality_threshold: float) -> Bools:
        """Windows whose quality logit reaches the threshold; all of them where none does, as in the application."""
        usable = self.quality_logit >= quality_threshold
        return usable if usable.any() else np.ones_like(usable)


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """An ONNX file on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Graph:
    """A graph with the outputs of the contract."""

    def __init__(self, path: Path) -> None:
        self.session = open_session(path)

    def run(self, pcg: Singles) -> Heard:
        """Windows [windows x samples] -> all outputs."""
        parts = [
            self.session.run(OUTPUTS, {"pcg": pcg[i : i + BATCH_LENGTH]}) for i in range(0, len(pcg), BATCH_LENGTH)
        ]
        return Heard(*(np.concatenate([np.asarray(part[k]) for part in parts]) for k in range(len(OUTPUTS))))

    def hear(self, samples: Singles) -> Heard:
        """A recording [n] -> the outputs of its windows."""
        return self.run(windows(samples).numpy())

"""What the exported graph, and networks that had not heard them, say of whole recordings."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training.data.arrays import Singles
from training.data.front_end import FrontEnd
from training.data.recordings import Recordings, windows
from training.data.splits import split
from training.evaluation.bandwidth import BandwidthRule
from training.evaluation.measured import QualityRule
from training.evaluation.protocol_l import Found, compare
from training.export.graph import Graph
from training.export.marks import beats_of, stitch
from training.model.beat_reader import BeatReader
from training.model.runs import load_run


@dataclass(frozen=True)
class HeardRecordings:
    """What the graph says of whole recordings, first axis [recordings]."""

    logit: np.ndarray
    embedding: np.ndarray
    usable: np.ndarray  # kept by the gate
    told: np.ndarray  # and nothing that decides is missing


def hear_all(graph: Graph, sounds: list[np.ndarray], rule: QualityRule, bandwidth: BandwidthRule) -> HeardRecordings:
    """Hear recordings as the application does: the mean over a recording's usable windows."""
    logit, embedding, kept, whole, started = [], [], [], [], time.time()
    for i, sound in enumerate(sounds, 1):
        outputs = graph.hear(sound)
        usable = outputs.usable(rule.logit)
        logit.append(outputs.abnormal_logit[usable].mean())
        embedding.append(outputs.embedding[usable].mean(0))
        kept.append(rule.keeps(outputs.quality_logit))
        whole.append(not bandwidth.lacks_treble(outputs.log_mel))
        if i % 500 == 0:
            left = (time.time() - started) / i * (len(sounds) - i)
            print(f"heard {i} of {len(sounds)} recordings, {left:.0f} s left", flush=True)
    usable = np.array(kept)
    return HeardRecordings(np.array(logit, float), np.array(embedding), usable, usable & np.array(whole))


def marks_found(data: Recordings, reader: Path, splits: list[str]) -> dict[int, Found]:
    """Marks of each good annotated recording, by the beat reader of the split that left it out, by its index.

    Splits that are not finished leave their recordings out.
    """
    front_end, found = FrontEnd(), {}
    for name in splits:
        if not (reader / name / "scores.csv").is_file():
            continue
        net = load_run(reader / name)
        if not isinstance(net, BeatReader):
            raise ValueError(f"{reader.name} is no beat reader")
        chosen = split(name, data.database, data.group, data.fold)[1] & data.good & data.annotated
        for i in np.flatnonzero(chosen):
            samples, cycle = data.samples(int(i)), data.cycle[int(i)]
            with torch.no_grad():
                chance = net.segmenter(front_end(windows(samples))).softmax(1).numpy()
            if cycle is not None:
                found[int(i)] = compare(beats_of(stitch(chance, len(samples))), cycle)
        print(f"{name}: marks of {chosen.sum()} recordings", flush=True)
    return found


def sounds(data: Recordings, which: np.ndarray) -> list[Singles]:
    """The samples of chosen recordings [recordings]."""
    return [data.samples(int(i)) for i in np.flatnonzero(which)]

"""What the exported graph, and networks that had not heard them, say of whole recordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training.data.arrays import Bools, Floats, Singles
from training.data.front_end import FrontEnd
from training.data.recordings import Recordings, windows
from training.data.splits import split
from training.evaluation.bandwidth import BandwidthRule
from training.evaluation.measured import QualityRule
from training.evaluation.protocol_l import Found, compare
from training.export.graph import Graph
from training.export.marks import beats_of, has_beat, stitch
from training.model.beat_reader import BeatReader
from training.model.runs import load_run


@dataclass(frozen=True)
class HeardRecordings:
    """What is said of whole recordings: [recordings]."""

    logit: Floats
    kept: Bools  # by the gate, and a beat was found
    told: Bools  # and nothing that decides is missing


@dataclass(frozen=True)
class Application:
    """The way of the application from a sound to what may be said of it: the graph, and its rules."""

    graph: Graph
    quality: QualityRule
    bandwidth: BandwidthRule

    def hear(self, sounds: Iterable[Singles]) -> HeardRecordings:
        """Recordings: of each the mean logit over its usable windows, and whether it has an answer at all."""
        logit, kept, told = [], [], []
        for sound in sounds:
            outputs = self.graph.hear(sound)
            usable = outputs.usable(self.quality.logit)
            logit.append(outputs.abnormal_logit[usable].mean())
            kept.append(self.quality.keeps(outputs.quality_logit) and has_beat(outputs.cycle, len(sound)))
            told.append(kept[-1] and not self.bandwidth.lacks_treble(outputs.log_mel[usable]))
        return HeardRecordings(np.array(logit, float), np.array(kept), np.array(told))

    def keeps(self, sound: Singles) -> bool:
        """Whether one recording counts as heart sound."""
        return bool(self.hear([sound]).kept[0])

    def embeddings(self, sounds: Iterable[Singles]) -> Floats:
        """Mean embedding of each recording over its usable windows: [recordings x d]."""
        found = []
        for sound in sounds:
            outputs = self.graph.hear(sound)
            found.append(outputs.embedding[outputs.usable(self.quality.logit)].mean(0))
        return np.array(found, float)


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


def sounds(data: Recordings, which: Bools) -> Iterator[Singles]:
    """The samples of chosen recordings [recordings], one after the other: all at once would fill the memory."""
    return (data.samples(int(i)) for i in np.flatnonzero(which))

"""python -m training.evaluation.evaluate MEMBERS GATE [ORIGINAL]: judge the graph by every protocol, write its card.

MEMBERS and GATE are experiments below `training/runs` with all folds finished, and all databases left out for MEMBERS
and for the beat reader that GATE asks: they calibrate. What is said of the official list and of made-up sounds comes
from `models/heart-sound.onnx` itself. With ORIGINAL, the experiment of the network this project began with, what
`training.evaluation.baselines` made is judged too. Writes `models/heart-sound.json`;
`python -m training.evaluation.report` makes a page of it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Singles
from training.data.front_end import SAMPLE_RATE
from training.data.manifest import CIRCOR, DataSetError
from training.data.noise import Noise, read_noise
from training.data.prepare import CACHE
from training.data.recordings import Recordings, read_recordings
from training.data.sources import CIRCOR_DIGISCOPE, NO_HEARTS, PHYSIONET_2016
from training.evaluation import gate_protocols, protocol_j, protocol_m, protocol_n, protocols, unheard
from training.evaluation.alternatives import judge_all
from training.evaluation.answers import judged_abnormal, judged_murmur
from training.evaluation.bandwidth import BandwidthRule
from training.evaluation.baselines import BASELINES
from training.evaluation.card import write_card
from training.evaluation.changes import changes
from training.evaluation.domain import domain
from training.evaluation.figures import Setting, stated
from training.evaluation.hearing import Application, sounds
from training.evaluation.measured import Learned, Measured
from training.evaluation.operating import default_of
from training.evaluation.rules import quality_rule, record_logits
from training.evaluation.tuning import home_of
from training.export.graph import Graph
from training.export.to_onnx import MODEL
from training.model.committee import committee
from training.model.runs import RUNS
from training.model.scores import LEFT_OUT, OUT_OF_FOLD, gather


def evaluate(data: Recordings, noise: Noise, runs: Path, members: str, gate: str, model: Path) -> Measured:
    """Everything the card says that was measured."""
    train = data.fold >= 0
    heard_together = committee(data, runs, members, gate)
    gate_scores = gather(runs / gate, OUT_OF_FOLD, "usable")
    quality, bandwidth = quality_rule(data, gate_scores), BandwidthRule()
    kept = np.full(len(train), np.nan)
    kept[data.places(gate_scores)] = [quality.keeps(w) for w in gate_scores.values()]

    known = record_logits(data, heard_together.gather(OUT_OF_FOLD, "abnormal"), gate_scores, quality)
    away = record_logits(data, heard_together.gather(LEFT_OUT, "abnormal"), {}, quality)
    murmur = judged_murmur(
        data, record_logits(data, heard_together.gather(OUT_OF_FOLD, "murmur"), gate_scores, quality), kept
    )

    application = Application(Graph(model), quality, bandwidth)
    heard = application.hear(sounds(data, ~train))
    abnormal = judged_abnormal(data, known, away, kept, heard)
    default = default_of(abnormal.points)

    def answer(sound: Singles) -> str | None:
        """What the application would answer to a recording."""
        one = application.hear([sound])
        said, (low, high) = float(abnormal.calibration.probability(one.logit)[0]), default.band
        return None if not one.told[0] or low <= said <= high else "abnormal" if said > high else "normal"

    changed = {"as recorded": (abnormal.probability, heard.kept)}
    for name, change in changes().items():
        after = application.hear(change(sound) for sound in sounds(data, ~train))
        changed[name] = abnormal.calibration.probability(after.logit), after.kept
    normal = np.flatnonzero(~train & ~data.abnormal & data.good & data.annotated)
    hearts = [(data.samples(int(i)), cycle) for i in normal if (cycle := data.cycle[int(i)]) is not None]
    told = abnormal.database, abnormal.positive, abnormal.probability
    figures = [
        *protocols.protocol_a(*told, default.threshold, unheard.newcomers(data)),
        *unheard.out_of_fold(data, known, away, abnormal),
        *protocol_n.protocol_n(data, known, away),
        *protocol_j.kept_alike(Setting("J", "folds", "kept of those labelled good"), data, kept),
        *unheard.gate_figures(data, gate_scores, kept),
        *unheard.murmur_figures(data, heard_together, gate_scores, quality, kept, murmur),
        *unheard.cycle_figures(data, heard_together.reader),
        *unheard.random_fifth(data, heard_together, abnormal),
        *gate_protocols.protocol_e(application.keeps),
        *gate_protocols.real_sounds(noise, application.keeps),
        *protocols.protocol_h(*told, changed, default.threshold),
        *protocol_j.murmured_alike(
            Setting("J", "official", "normal hearts, murmurs put in"), hearts, application.keeps
        ),
        *protocol_m.protocol_m(
            Setting("M", "official", "normal hearts, treble or bass missing"), [sound for sound, _ in hearts], answer
        ),
    ]
    return Measured(
        abnormal=abnormal,
        murmur=murmur,
        quality=quality,
        bandwidth=bandwidth,
        domain=domain(application.embeddings(sounds(data, train))),
        tuning=home_of(data, away, abnormal.calibration, default.threshold),
        figures=stated(figures),
        learned=[
            (PHYSIONET_2016, learned(data.length[train & (data.database != CIRCOR)])),
            (CIRCOR_DIGISCOPE, learned(data.length[train & (data.database == CIRCOR)])),
            (NO_HEARTS, learned(noise.length[~noise.left_out])),
        ],
    )


def learned(length: NDArray[np.int64]) -> Learned:
    """How much sounds of these lengths in samples are."""
    return Learned(len(length), float(length.sum() / SAMPLE_RATE / 3600))


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line, evaluate, write the card; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluation.evaluate", description=__doc__)
    parser.add_argument("members")
    parser.add_argument("gate")
    parser.add_argument("original", nargs="?")
    parser.add_argument("--baselines", type=Path, default=BASELINES)
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args(arguments)
    try:
        data = read_recordings(options.cache)
        noise = read_noise(options.cache)
        measured = evaluate(data, noise, options.runs, options.members, options.gate, options.model)
        scale, threshold = measured.abnormal.calibration, default_of(measured.abnormal.points).threshold
        others = options.original and judge_all(
            data, options.runs, options.original, options.model, scale, threshold, options.baselines
        )
        write_card(measured, others or [], options.model, options.runs / "export.json")
    except (DataSetError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    for f in measured.figures:
        e, how = f.estimate, f"{f.setting.protocol}: {f.setting.about}"
        print(f"{how:58} {f.data:18} {f.measure:12} {e.value:.3f} [{e.low:.3f}, {e.high:.3f}] n {f.count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

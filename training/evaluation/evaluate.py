"""python -m training.evaluation.evaluate MEMBERS GATE [ORIGINAL]: judge the graph by every protocol, write its card.

MEMBERS and GATE are experiments below `training/runs` with all folds finished, and all databases left out for MEMBERS
and for the beat reader that GATE asks: they calibrate. `training.model.clarity` has measured GATE. The figures of
protocol A and E come from `models/heart-sound.onnx` itself. With ORIGINAL, the experiment of the network this project
began with, what `training.evaluation.baselines` made is judged too. Writes `models/heart-sound.json`;
`python -m training.evaluation.report` makes a page of it.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.data.manifest import DataSetError
from training.data.prepare import CACHE
from training.data.recordings import Recordings, cell_weights, read_recordings
from training.evaluation import gate_protocols, protocols
from training.evaluation.alternatives import judge_all, judged
from training.evaluation.baselines import BASELINES
from training.evaluation.calibrate import best_threshold, fit_scale, threshold_for, unsure_band
from training.evaluation.card import write_card
from training.evaluation.changes import changes
from training.evaluation.domain import domain, is_far
from training.evaluation.measured import Measured, OperatingRule, QualityRule
from training.export.graph import Graph
from training.export.to_onnx import MODEL
from training.model.clarity import read_clarity
from training.model.committee import AVERAGED, committee
from training.model.runs import RUNS
from training.model.scores import LEFT_OUT, OUT_OF_FOLD, WindowLogits, gather, mean_logit, runs_of

MIN_USABLE_FRACTION = 0.5
# of the recordings labelled good, out of fold, every large database and both classes weighing alike: the gate's
# threshold follows from it
KEPT_GOOD = 0.97
SURE = 0.92  # sensitivity of "miss few" and specificity of "alarm few", out of fold
# share of the recordings, out of fold, without an answer: refused by the gate, or in the band around the threshold
UNANSWERED, LEAST_BAND = 0.18, 0.05


def quality_rule(data: Recordings, gate: WindowLogits) -> QualityRule:
    """Fit the gate's probability on windows, each recording weighing alike, and its threshold on recordings."""
    at = data.places(gate)
    good = data.good[at]
    logit = np.concatenate(list(gate.values()))
    label = np.repeat(good, [len(w) for w in gate.values()])
    weight = np.concatenate([np.full(len(w), 1 / len(w)) for w in gate.values()])
    weight /= np.where(label, weight[label].sum(), weight[~label].sum())
    scale = fit_scale(logit, label, weight)
    # the value that exactly MIN_USABLE_FRACTION of a recording's windows reach
    reached = np.array([np.quantile(w, 1 - MIN_USABLE_FRACTION, method="lower") for w in gate.values()])
    weight = cell_weights(data.database[at], data.abnormal[at], good & np.isin(data.database[at], list(AVERAGED)), 0)
    order = np.argsort(reached)
    threshold = float(reached[order][np.searchsorted(np.cumsum(weight[order]), 1 - KEPT_GOOD)])
    return QualityRule(scale, float(scale.probability(np.array(threshold))), threshold, MIN_USABLE_FRACTION)


def record_logits(data: Recordings, members: WindowLogits, gate: WindowLogits, rule: QualityRule) -> np.ndarray:
    """A logit for each recording [recordings] the members scored: the mean over its usable windows, else nan."""
    logits = np.full(len(data.record), np.nan)
    for i, record in enumerate(data.record):
        if record in members:
            usable = gate[record] >= rule.logit if record in gate else np.ones(len(members[record]), bool)
            logits[i] = mean_logit(members[record], usable)
    return logits


def fitting(data: Recordings) -> np.ndarray:
    """Recordings of the large databases that are not on the official list [recordings]."""
    return np.isin(data.database, list(AVERAGED)) & (data.fold >= 0)


def fitted_on(
    data: Recordings, halves: list[np.ndarray], without: str = ""
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What a scale or a threshold is fitted on: logit, label and weight of recordings, joined from halves.

    `halves` are logits [recordings] of networks that had not seen the recording. The halves weigh alike, and in each
    every large database: the next sensor is as likely to be like the smallest of them as like the largest. Database
    `without` is left out, and so is the official list.
    """
    parts, fitted = [], fitting(data) & (data.database != without)
    for logit in halves:
        which = np.isfinite(logit) & fitted
        if which.any():
            weight = cell_weights(data.database, data.abnormal, which, database_power=0)
            parts.append((logit[which], data.abnormal[which], weight[which]))
    logit, label, weight = (np.concatenate(column) for column in zip(*parts, strict=True))
    return logit, label, weight / weight.sum()


def unmet(data: Recordings, known: np.ndarray, away: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Probability and threshold [recordings] for protocol B: each database's from what never met it."""
    probability, threshold = np.full(len(away), np.nan), np.full(len(away), np.nan)
    for letter in np.unique(data.database[np.isfinite(away)]):
        inside = data.database == letter
        scale = fit_scale(*fitted_on(data, [known], without=str(letter)))
        logit, label, weight = fitted_on(data, [known, away], without=str(letter))
        probability[inside] = scale.probability(away[inside])
        threshold[inside] = best_threshold(scale.probability(logit), label, weight)
    return probability, threshold


@dataclass(frozen=True)
class HeardRecordings:
    """What the graph says of whole recordings, first axis [recordings]."""

    logit: np.ndarray
    embedding: np.ndarray
    usable: np.ndarray


def hear_all(graph: Graph, sounds: list[np.ndarray], rule: QualityRule) -> HeardRecordings:
    """Hear recordings as the application does: the mean over a recording's usable windows."""
    logit, embedding, kept, started = [], [], [], time.time()
    for i, sound in enumerate(sounds, 1):
        outputs = graph.hear(sound)
        usable = outputs.usable(rule.logit)
        logit.append(outputs.abnormal_logit[usable].mean())
        embedding.append(outputs.embedding[usable].mean(0))
        kept.append(rule.keeps(outputs.quality_logit))
        if i % 500 == 0:
            left = (time.time() - started) / i * (len(sounds) - i)
            print(f"heard {i} of {len(sounds)} recordings, {left:.0f} s left", flush=True)
    return HeardRecordings(np.array(logit, float), np.array(embedding), np.array(kept))


def evaluate(data: Recordings, runs: Path, members: str, gate: str, model: Path) -> Measured:
    """Everything the card says that was measured."""
    train, database, abnormal = data.fold >= 0, data.database, data.abnormal
    heard_together, gate_scores = committee(data, runs, members, gate), gather(runs / gate, OUT_OF_FOLD)
    rule = quality_rule(data, gate_scores)

    known = record_logits(data, heard_together.gather(OUT_OF_FOLD), gate_scores, rule)
    away = record_logits(data, heard_together.gather(LEFT_OUT), {}, rule)
    home = fitted_on(data, [known])
    scale = fit_scale(*home)
    # the scale speaks of sensors that it knows, as the figures do; the thresholds must serve new ones as well
    logit, y, weight = fitted_on(data, [known, away])
    p = scale.probability(logit)
    thresholds = {
        "miss-few": threshold_for(p, y, weight, 1 - SURE),
        "balanced": best_threshold(p, y, weight),
        "alarm-few": threshold_for(p, ~y, weight, SURE),
    }
    kept = np.zeros(len(train), bool)
    kept[data.places(gate_scores)] = [rule.keeps(w) for w in gate_scores.values()]
    heart = kept[np.isfinite(known) & fitting(data)]
    at_home, weight = scale.probability(home[0][heart]), home[2][heart]
    open_share = max(LEAST_BAND, 1 - (1 - UNANSWERED) / weight.sum())
    points = [OperatingRule(name, t, unsure_band(at_home, t, weight, open_share)) for name, t in thresholds.items()]
    balanced = thresholds["balanced"]
    inner = train & np.isfinite(known)
    figures = protocols.out_of_fold_figures(
        len(set(data.fold[inner])), database[inner], abnormal[inner], scale.probability(known[inner]), balanced
    )

    order = data.places(gate_scores)
    score = np.array([w.mean() for w in gate_scores.values()])
    figures += gate_protocols.protocol_f(
        len(set(data.fold[order])), database[order], data.good[order], score, kept[order]
    )

    scored = np.isfinite(away)
    strict, threshold = unmet(data, known, away)
    figures += protocols.protocol_b(database[scored], abnormal[scored], strict[scored], threshold[scored])
    figures += protocols.protocol_g(database, abnormal, data.diagnosis, known, away)
    figures += protocols.protocol_i(database, abnormal, read_clarity(runs / gate, data), known, away)
    if runs_of(heard_together.members, "random") and runs_of(heard_together.reader, "random"):
        scores = heard_together.gather(["random"])
        figures += judged(data, scores, scale, balanced, protocols.protocol_c)

    graph = Graph(model)
    heard = hear_all(graph, [data.samples(i) for i in range(len(train))], rule)
    official, near = scale.probability(heard.logit[~train]), domain(heard.embedding[train])
    figures = protocols.protocol_a(database[~train], abnormal[~train], official, balanced) + figures
    figures += gate_protocols.protocol_e(graph, rule.keeps)
    changed = {"as recorded": (official, heard.usable[~train])}
    for name, change in changes().items():
        after = hear_all(graph, [change(data.samples(int(i))) for i in np.flatnonzero(~train)], rule)
        changed[name] = scale.probability(after.logit), after.usable
    figures += protocols.protocol_h(database[~train], abnormal[~train], official, changed, balanced)
    return Measured(
        calibration=scale,
        points=points,
        quality=rule,
        domain=near,
        probability=official,
        told=heard.usable[~train] & ~is_far(heard.embedding[~train], near),
        abnormal=abnormal[~train],
        database=database[~train],
        figures=figures,
        trained_recordings=int(train.sum()),
        trained_hours=float(data.length[train].sum() / 2000 / 3600),
    )


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
        measured = evaluate(data, options.runs, options.members, options.gate, options.model)
        balanced = next(point.threshold for point in measured.points if point.name == "balanced")
        others = options.original and judge_all(
            data, options.runs, options.original, options.model, measured.calibration, balanced, options.baselines
        )
    except (DataSetError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    write_card(measured, others or [], options.model, options.runs / "export.json")
    for f in measured.figures:
        e, how = f.estimate, f"{f.setting.protocol}: {f.setting.about}"
        print(f"{how:58} {f.data:18} {f.measure:12} {e.value:.3f} [{e.low:.3f}, {e.high:.3f}] n {f.count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

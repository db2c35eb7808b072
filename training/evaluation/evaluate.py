"""python -m training.evaluation.evaluate MEMBERS GATE [ORIGINAL]: judge the graph by every protocol, write its card.

MEMBERS and GATE are experiments below `training/runs` with all folds finished, and all databases left out for MEMBERS
and for the beat reader that GATE asks: they calibrate. The figures of
protocol A and E come from `models/heart-sound.onnx` itself. With ORIGINAL, the experiment of the network this project
began with, what `training.evaluation.baselines` made is judged too. Writes `models/heart-sound.json`;
`python -m training.evaluation.report` makes a page of it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from training.data.arrays import Bools, Floats, Singles
from training.data.front_end import SAMPLE_RATE
from training.data.manifest import CIRCOR, DataSetError
from training.data.prepare import CACHE
from training.data.recordings import Recordings, cell_weights, read_recordings
from training.evaluation import gate_protocols, protocol_j, protocol_k, protocol_l, protocol_m, protocols
from training.evaluation.alternatives import judge_all, judged
from training.evaluation.baselines import BASELINES
from training.evaluation.calibrate import Scale, best_threshold, fit_scale, threshold_for, unsure_band
from training.evaluation.card import write_card
from training.evaluation.changes import changes
from training.evaluation.domain import domain, is_far
from training.evaluation.figures import Metric, Setting
from training.evaluation.hearing import hear_all, marks_found, sounds
from training.evaluation.measured import Measured, OperatingRule, QualityRule
from training.evaluation.rules import fitted_on, fitting, quality_rule, record_logits, unmet
from training.export.graph import Graph
from training.export.to_onnx import MODEL
from training.model.committee import Committee, committee
from training.model.runs import RUNS
from training.model.scores import LEFT_OUT, OUT_OF_FOLD, WindowLogits, gather, runs_of

SURE = 0.92  # sensitivity of "miss few" and specificity of "alarm few", out of fold
# share of the recordings, out of fold, without an answer: refused by the gate, or in the band around the threshold
UNANSWERED, LEAST_BAND = 0.18, 0.05


def evaluate(data: Recordings, runs: Path, members: str, gate: str, model: Path) -> Measured:
    """Everything the card says that was measured."""
    train, database, abnormal = data.fold >= 0, data.database, data.abnormal
    heard_together = committee(data, runs, members, gate)
    gate_scores = gather(runs / gate, OUT_OF_FOLD, "usable")
    rule = quality_rule(data, gate_scores)

    known = record_logits(data, heard_together.gather(OUT_OF_FOLD, "abnormal"), gate_scores, rule)
    away = record_logits(data, heard_together.gather(LEFT_OUT, "abnormal"), {}, rule)
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
    kept = np.full(len(train), np.nan)
    kept[data.places(gate_scores)] = [rule.keeps(w) for w in gate_scores.values()]
    heart = kept[np.isfinite(known) & fitting(data)] > 0
    at_home, weight = scale.probability(home[0][heart]), home[2][heart]
    open_share = max(LEAST_BAND, 1 - (1 - UNANSWERED) / weight.sum())
    points = [OperatingRule(name, t, unsure_band(at_home, t, weight, open_share)) for name, t in thresholds.items()]
    balanced = next(point for point in points if point.name == "balanced")

    graph = Graph(model)
    heard = hear_all(graph, [data.samples(i) for i in range(len(train))], rule)
    official, near = scale.probability(heard.logit[~train]), domain(heard.embedding[train])

    def answer(sound: Singles) -> str | None:
        """What the application would answer to a recording."""
        one = hear_all(graph, [sound], rule)
        said, (low, high) = float(scale.probability(one.logit)[0]), balanced.band
        return None if not one.usable[0] or low <= said <= high else "abnormal" if said > high else "normal"

    changed = {"as recorded": (official, heard.usable[~train])}
    for name, change in changes().items():
        after = hear_all(graph, [change(sound) for sound in sounds(data, ~train)], rule)
        changed[name] = scale.probability(after.logit), after.usable
    normal = np.flatnonzero(~train & ~abnormal & data.good & data.annotated)
    hearts = [(data.samples(int(i)), cycle) for i in normal if (cycle := data.cycle[int(i)]) is not None]
    figures = [
        *protocols.protocol_a(database[~train], abnormal[~train], official, balanced.threshold, newcomers(data)),
        *out_of_fold(data, known, away, scale, balanced.threshold),
        *protocol_j.kept_alike(Setting("J", "folds", "kept of those labelled good"), data, kept),
        *gate_figures(data, gate_scores, kept),
        *murmur_figures(data, heard_together, gate_scores, rule),
        *cycle_figures(data, heard_together.reader),
        *random_fifth(data, heard_together, scale, balanced.threshold),
        *gate_protocols.protocol_e(graph, rule.keeps),
        *protocols.protocol_h(database[~train], abnormal[~train], official, changed, balanced.threshold),
        *protocol_j.murmured_alike(
            Setting("J", "official", "normal hearts, murmurs put in"),
            hearts,
            lambda sound: rule.keeps(graph.hear(sound).quality_logit),
        ),
        *protocol_m.protocol_m(
            Setting("M", "official", "normal hearts, treble or bass missing"), [sound for sound, _ in hearts], answer
        ),
    ]
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
        trained_hours=float(data.length[train].sum() / SAMPLE_RATE / 3600),
    )


def newcomers(data: Recordings) -> Bools:
    """Of the official list [301], the recordings of whoever is not among the training recordings."""
    return ~np.isin(data.group[data.fold < 0], data.group[data.fold >= 0])


def out_of_fold(data: Recordings, known: Floats, away: Floats, scale: Scale, threshold: float) -> list[Metric]:
    """A inside the folds, D, B, G and I: logits [recordings] of networks that knew the database or did not."""
    asked = data.asked_abnormal
    inner = asked & (data.fold >= 0) & np.isfinite(known)
    database, abnormal = data.database[inner], data.abnormal[inner]
    folds, inside = len(set(data.fold[inner])), scale.probability(known[inner])
    scored = asked & np.isfinite(away)
    strict, thresholds = unmet(data, known, away)
    of_2016 = data.database != CIRCOR
    here = data.database[of_2016], data.abnormal[of_2016]
    return [
        *protocols.out_of_fold_figures(folds, database, data.group[inner], abnormal, inside, threshold),
        *protocols.protocol_b(data.database[scored], data.abnormal[scored], strict[scored], thresholds[scored]),
        *protocols.protocol_g(*here, data.diagnosis[of_2016], known[of_2016], away[of_2016]),
        *protocols.protocol_i(*here, data.clarity[of_2016], known[of_2016], away[of_2016]),
    ]


def gate_figures(data: Recordings, scores: WindowLogits, kept: Floats) -> list[Metric]:
    """F: of the recordings that the gate had not seen."""
    at = data.places(scores)
    score = np.array([w.mean() for w in scores.values()])
    return gate_protocols.protocol_f(len(set(data.fold[at])), data.database[at], data.good[at], score, kept[at] > 0)


def murmur_figures(
    data: Recordings, heard_together: Committee, gate_scores: WindowLogits, rule: QualityRule
) -> list[Metric]:
    """K: folds by person, and networks that never heard that data set."""
    figures = []
    inside = data.database == CIRCOR
    for scope, about, splits in (
        ("folds", "murmurs, folds by person", OUT_OF_FOLD),
        ("left-out", "murmurs, data set left out", [f"without-{CIRCOR}"]),
    ):
        logit = record_logits(data, heard_together.gather(splits, "murmur"), gate_scores, rule)
        asked = inside & np.isfinite(logit)
        if not asked.any():
            continue
        usable = np.array([rule.keeps(gate_scores[r]) if r in gate_scores else True for r in data.record])
        told = asked & data.asked_murmur
        weight = cell_weights(data.database, data.murmur, told, 0)[told]
        scale = fit_scale(logit[told], data.murmur[told], weight)
        threshold = best_threshold(scale.probability(logit[told]), data.murmur[told], weight)
        said = scale.probability(logit[asked])
        setting = Setting("K", scope, about)
        figures += protocol_k.protocol_k(setting, data.group[asked], data.heard[asked], said, usable[asked], threshold)
    return figures


def cycle_figures(data: Recordings, reader: Path) -> list[Metric]:
    """L: folds by person, and database left out, in each database."""
    figures = []
    for scope, splits in (("folds", OUT_OF_FOLD), ("left-out", LEFT_OUT)):
        found = marks_found(data, reader, splits)
        for name in np.unique(data.database):
            here = [of for i, of in found.items() if data.database[i] == name]
            if here:
                figures += protocol_l.protocol_l(Setting("L", scope, "heart sounds marked"), str(name), here)
    return figures


def random_fifth(data: Recordings, heard_together: Committee, scale: Scale, threshold: float) -> list[Metric]:
    """C, where the runs are there."""
    if not (runs_of(heard_together.members, "random") and runs_of(heard_together.reader, "random")):
        return []
    return judged(data, heard_together.gather(["random"], "abnormal"), scale, threshold, protocols.protocol_c)


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

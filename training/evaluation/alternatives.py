"""The models that `training.evaluation.baselines` made, judged by the protocols of the shipped one: what was gained."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Floats
from training.data.front_end import SAMPLE_RATE, WINDOW_LENGTH
from training.data.recordings import Recordings, windows
from training.evaluation import protocols
from training.evaluation.baselines import BASELINES, FOREST, ORIGINAL, ORIGINAL_INT8, forest_odds, int8_of, statistics
from training.evaluation.calibrate import Scale
from training.evaluation.figures import Metric, Setting, stated
from training.evaluation.metrics import Estimate, bootstrap
from training.export.graph import BATCH_LENGTH, Graph, open_session
from training.model.scores import LEFT_OUT, WindowLogits, gather, runs_of

OWN = Scale(1, 0)  # a model that was never calibrated says the logistic function of its logit
OWN_THRESHOLD = 0.5
PAIRS = 60  # timed runs of both graphs in turn


@dataclass(frozen=True)
class Alternative:
    """One model and its figures; `about` says what it is."""

    name: str
    about: str
    size: int  # bytes
    figures: list[Metric]


def logits_of(path: Path, data: Recordings, which: NDArray[np.int64]) -> Floats:
    """Mean logit [recordings] of a graph whose first output is the logit of windows of samples."""
    net, found = open_session(path), []
    for i in which:
        pcg = windows(data.samples(int(i))).numpy()
        parts = [net.run(None, {"pcg": pcg[k : k + BATCH_LENGTH]})[0] for k in range(0, len(pcg), BATCH_LENGTH)]
        found.append(np.concatenate([np.asarray(part) for part in parts]).mean())
    return np.array(found, float)


def forest_logits(path: Path, shipped: Graph, data: Recordings, which: NDArray[np.int64]) -> Floats:
    """Mean log-odds [recordings] of the forest, which hears statistics of the shipped front end's log-mel."""
    net, found = open_session(path), []
    name = net.get_inputs()[0].name
    for i in which:
        chance = np.asarray(net.run(None, {name: statistics(shipped.hear(data.samples(int(i))).log_mel)})[1])[:, 1]
        found.append(forest_odds(chance).mean())
    return np.array(found, float)


def elsewhere(data: Recordings, experiment: Path, scale: Scale, threshold: float) -> list[Metric]:
    """Protocols B and C of the runs of an experiment, as far as they are finished."""
    judges: list[tuple[list[str], Callable[..., list[Metric]]]] = [
        (LEFT_OUT, protocols.protocol_b),
        (["random"], protocols.protocol_c),
    ]
    figures = []
    for splits, judge in judges:
        if any(runs_of(experiment, name) for name in splits):
            figures += judged(data, gather(experiment, splits, "abnormal"), scale, threshold, judge)
    return figures


def judged(
    data: Recordings, scores: WindowLogits, scale: Scale, threshold: float, judge: Callable[..., list[Metric]]
) -> list[Metric]:
    """A protocol's figures of recordings' mean logits."""
    which = data.places(scores)
    asked = data.asked_abnormal[which]
    probability = scale.probability(np.array([logit.mean() for logit in scores.values()]))
    return judge(data.database[which][asked], data.abnormal[which][asked], probability[asked], threshold)


def slowness(path: Path, shipped: Path) -> Metric:
    """Time of one window on one thread against the shipped graph's, in turn: both are disturbed alike."""
    pcg = np.random.default_rng(0).standard_normal((1, WINDOW_LENGTH)).astype(np.float32)
    nets, spent = (open_session(path), open_session(shipped)), np.zeros((PAIRS, 2))
    for k in range(PAIRS):
        for side, net in enumerate(nets):
            begin = time.perf_counter()
            net.run(None, {"pcg": pcg})
            spent[k, side] = time.perf_counter() - begin

    def ratio(i: NDArray[np.int64]) -> float:
        return float(np.median(spent[i, 0]) / np.median(spent[i, 1]))

    estimate: Estimate = bootstrap(ratio, np.zeros(PAIRS))
    seconds = WINDOW_LENGTH / SAMPLE_RATE
    setting = Setting("speed", "one-thread", "one thread")
    return Metric(setting, f"a window of {seconds:.0f} s", "time / shipped", PAIRS, estimate)


def judge_all(
    data: Recordings, runs: Path, original: str, model: Path, scale: Scale, threshold: float, folder: Path = BASELINES
) -> list[Alternative]:
    """Every baseline that `training.evaluation.baselines` has made. `scale` and `threshold` are the shipped graph's."""
    official = np.flatnonzero(data.fold < 0)

    def alternative(
        name: str, about: str, path: Path, logit: Floats, scale: Scale, threshold: float, more: list[Metric]
    ) -> Alternative:
        a = protocols.protocol_a(data.database[official], data.abnormal[official], scale.probability(logit), threshold)
        return Alternative(name, about, path.stat().st_size, stated(a + more))

    found = []
    int8 = int8_of(model)
    if int8.is_file():
        found.append(
            alternative(
                "heart-sound, int8", "The shipped graph with 8-bit weights and activations.", int8,
                logits_of(int8, data, official), scale, threshold, [slowness(int8, model)],
            )
        )  # fmt: skip
    for name, about, file in (
        ("original", "The network this project began with, trained as it was; it answers at 0.5.", ORIGINAL),
        ("original, int8", "The same with 8-bit weights and activations.", ORIGINAL_INT8),
    ):
        path = folder / file
        if path.is_file():
            more = elsewhere(data, runs / original, OWN, OWN_THRESHOLD) if file == ORIGINAL else []
            more.append(slowness(path, model))
            found.append(alternative(name, about, path, logits_of(path, data, official), OWN, OWN_THRESHOLD, more))
    path = folder / FOREST
    if path.is_file():
        about = "A hundred trees on each band's mean and deviation; it answers at 0.5."
        logit = forest_logits(path, Graph(model), data, official)
        more = elsewhere(data, runs / "random-forest", OWN, OWN_THRESHOLD)
        found.append(alternative("random forest", about, path, logit, OWN, OWN_THRESHOLD, more))
    return found

"""python -m training.evaluation.baselines ORIGINAL: make the models that the shipped one is compared with.

ORIGINAL is the experiment below `training/runs` whose `official` run is the network this project began with. Writes
into `models/baselines/` that network, its int8 form and a random forest, and beside the shipped graph its int8 form;
the forest's scores of recordings it had not seen go below `training/runs/random-forest`.
`python -m training.evaluation.evaluate` judges them all.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process
from skl2onnx import to_onnx
from sklearn.ensemble import RandomForestClassifier
from torch import Tensor, nn

from training.data.arrays import Bools, Floats, Singles
from training.data.front_end import FRAMES, HOP_LENGTH, MEL_BANDS, WINDOW_LENGTH
from training.data.manifest import DataSetError
from training.data.prepare import CACHE
from training.data.recordings import QUESTIONS, Recordings, read_recordings, window_starts, windows
from training.data.splits import split
from training.evaluation.calibrate import log_odds
from training.export.to_onnx import MODEL, OPSET
from training.model.original import OriginalFrontEnd, OriginalNetwork
from training.model.runs import RUNS, load_run
from training.model.scores import LEFT_OUT, write_scores

BASELINES = MODEL.parent / "baselines"
ORIGINAL, ORIGINAL_INT8, FOREST = "original.onnx", "original-int8.onnx", "random-forest.onnx"
TREES, DEPTH = 100, 6
CALIBRATED_ON = 64  # recordings, one window each


class WithFrontEnd(nn.Module):
    """The original's network as a graph with the shipped one's input: pcg [w, samples] -> logit [w]."""

    def __init__(self, net: OriginalNetwork) -> None:
        super().__init__()
        self.front_end, self.net = OriginalFrontEnd(), net

    def forward(self, pcg: Tensor) -> Tensor:
        """[w, samples] -> logit of "abnormal" [w]."""
        return self.net(self.front_end(pcg))[0]


def export_original(net: OriginalNetwork, path: Path) -> None:
    """Write the original's network with its front end."""
    axes = {name: {0: "windows"} for name in ("pcg", "abnormal_logit")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns about itself
        torch.onnx.export(
            WithFrontEnd(net).eval(), (torch.zeros(2, WINDOW_LENGTH),), str(path), input_names=["pcg"],
            output_names=["abnormal_logit"], dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip


class Examples(CalibrationDataReader):
    """Windows of training recordings, from which the ranges of an int8 graph are taken."""

    def __init__(self, data: Recordings) -> None:
        chosen = np.random.default_rng(0).permutation(np.flatnonzero(data.fold >= 0))[:CALIBRATED_ON]
        self.windows: Iterator[Tensor] = iter([windows(data.samples(int(i)))[:1] for i in chosen])

    def get_next(self) -> dict[str, Singles]:
        """The next window as the graph's input, nothing at the end."""
        window = next(self.windows, None)
        return {} if window is None else {"pcg": window.numpy()}


def quantise(source: Path, target: Path, data: Recordings) -> None:
    """Write the int8 form of a graph. Its front end stays in float32: decibels need more than 256 steps."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        nodes = [node.name for node in onnx.load(str(prepared)).graph.node]
        kept = [name for name in nodes if "front_end" in name]
        quantize_static(
            str(prepared), str(target), Examples(data), quant_format=QuantFormat.QDQ, per_channel=True,
            weight_type=QuantType.QInt8, activation_type=QuantType.QUInt8, nodes_to_exclude=kept,
            op_types_to_quantize=["Conv"],
        )  # fmt: skip


def statistics(log_mel: Singles) -> Singles:
    """What the forest hears of windows [w x MEL_BANDS x frames]: each band's mean and deviation over time."""
    return np.concatenate([log_mel.mean(2), log_mel.std(2)], axis=1)


def all_statistics(data: Recordings) -> list[Singles]:
    """Statistics [windows x 2 MEL_BANDS] of every recording, from the cached log-mel."""
    found = []
    for i in range(len(data.record)):
        first, count = int(data.first_frame[i]), int(data.frames[i])
        whole = np.resize(data.log_mel[first : first + count].astype(np.float32), (max(count, FRAMES), MEL_BANDS))
        starts = [min(start // HOP_LENGTH, len(whole) - FRAMES) for start in window_starts(int(data.length[i]))]
        found.append(statistics(np.stack([whole[start : start + FRAMES].T for start in starts])))
    return found


def grow(statistic: list[Singles], abnormal: Bools, learn: Bools) -> RandomForestClassifier:
    """A forest that has seen every window of the recordings to learn from, the two classes weighing alike."""
    chosen = np.flatnonzero(learn)
    label = np.repeat(abnormal[chosen], [len(statistic[i]) for i in chosen])
    forest = RandomForestClassifier(TREES, max_depth=DEPTH, class_weight="balanced", random_state=0, n_jobs=2)
    return forest.fit(np.concatenate([statistic[i] for i in chosen]), label)


def forest_odds(probability: NDArray[np.floating]) -> Floats:
    """Log-odds of what a forest says, which may be 0 or 1: as if half a tree had said otherwise."""
    return log_odds(probability, least=0.5 / TREES)


def forest_scores(forest: RandomForestClassifier, statistic: list[Singles], test: Bools) -> dict[int, Floats]:
    """Log-odds of every window of every chosen recording [windows x 1], by the recording's index."""
    chosen = np.flatnonzero(test)
    ends = np.cumsum([len(statistic[i]) for i in chosen])
    heard = np.asarray(forest.predict_proba(np.concatenate([statistic[i] for i in chosen])))[:, 1]
    parts = np.split(forest_odds(heard), ends[:-1])
    return {int(i): part[:, None] for i, part in zip(chosen, parts, strict=True)}


def grow_forests(data: Recordings, folder: Path, path: Path) -> None:
    """Grow a forest for each split, write its scores below `folder`; that of the official split becomes a graph."""
    statistic = all_statistics(data)
    for name in ("official", "random", *LEFT_OUT):
        learn, test = split(name, data.database, data.group, data.fold)
        learn &= data.asked_abnormal
        forest, out = grow(statistic, data.abnormal, learn), folder / name
        out.mkdir(parents=True, exist_ok=True)
        about = "A random forest on each band's mean and deviation, to compare with."
        (out / "config.json").write_text(json.dumps({"about": about, "network": {"kind": "forest"}}))
        write_scores(forest_scores(forest, statistic, test), data, out / "scores.csv", QUESTIONS[:1])
        if name == "official":
            graph = to_onnx(forest, statistic[0][:1], target_opset=OPSET, options={"zipmap": False})
            onnx.save(cast(onnx.ModelProto, graph), path)
        print(f"random forest {name}: grown", flush=True)


def make(data: Recordings, runs: Path, original: str, folder: Path, model: Path) -> None:
    """All of them. Raises OSError when the original's run is not finished, ValueError when it is another network's."""
    net = load_run(runs / original / "official")
    if not isinstance(net, OriginalNetwork):
        raise ValueError(f"{original} is not the original's network")
    folder.mkdir(parents=True, exist_ok=True)
    export_original(net, folder / ORIGINAL)
    quantise(folder / ORIGINAL, folder / ORIGINAL_INT8, data)
    quantise(model, int8_of(model), data)
    grow_forests(data, runs / "random-forest", folder / FOREST)


def int8_of(model: Path) -> Path:
    """Where the int8 form of a graph lies."""
    return model.with_name(f"{model.stem}-int8.onnx")


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and make the baselines; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluation.baselines", description=__doc__)
    parser.add_argument("original")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--out", type=Path, default=BASELINES)
    options = parser.parse_args(arguments)
    try:
        make(read_recordings(options.cache), options.runs, options.original, options.out, options.model)
    except (DataSetError, OSError, ValueError) as error:
        print(f"{error} (runs are made by `python -m training.model.train`)", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""python -m training.export.to_onnx MEMBERS GATE: join members, beat reader and gate into one graph, and check it.

Both are experiments below `training/runs`; their `official` runs (of MEMBERS every seed), or those of another split,
make the graph, with the beat reader that the gate asks. The members and the beat reader are divided by the deviation of
their out-of-fold logits and given their share of the say. Writes `models/heart-sound.onnx`; its card comes from
`python -m training.evaluation.evaluate`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import warnings
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from training.data.cycle import PARTS
from training.data.front_end import FRAMES, MEL_BANDS, WINDOW_LENGTH, FrontEnd
from training.data.manifest import DataSetError
from training.data.prepare import CACHE
from training.data.recordings import QUESTIONS, read_recordings
from training.export.graph import OUTPUTS, Graph
from training.model.beat_reader import BeatReader
from training.model.committee import Committee, committee
from training.model.gate import Gate
from training.model.member import Member
from training.model.network import HeartSound
from training.model.periodicity import Periodicity
from training.model.runs import RUNS, load_run
from training.model.scores import runs_of

MODEL = Path(__file__).parents[2] / "models" / "heart-sound.onnx"
OPSET = 17
PARITY = 1e-4


def join(heard: Committee, gate: Path, split: str) -> HeartSound:
    """The whole graph, of runs that never saw what `split` left out. Raises ValueError for a run of the wrong kind."""
    members, watch = [load_run(run) for run in runs_of(heard.members, split)], load_run(gate / split)
    if not isinstance(watch, Gate) or not members or not all(isinstance(member, Member) for member in members):
        raise ValueError(f"the graph needs finished `{split}` runs of an experiment of members and of one of a gate")
    return HeartSound([m for m in members if isinstance(m, Member)], watch, torch.tensor(heard.weights)).eval()


def export(net: HeartSound, path: Path) -> None:
    """Write the graph with a dynamic number of windows."""
    example = torch.zeros(2, WINDOW_LENGTH)
    axes = {name: {0: "windows"} for name in ["pcg", *OUTPUTS]}
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns about itself
        torch.onnx.export(
            net, (example,), str(path), input_names=["pcg"], output_names=OUTPUTS, dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
    onnx.checker.check_model(onnx.load(str(path)), full_check=True)


def parity(net: HeartSound, path: Path) -> float:
    """Largest difference between torch and onnxruntime over all outputs, for 1 and 13 windows, noise and silence."""
    rng = np.random.default_rng(0)
    graph, worst = Graph(path), 0.0
    for count, gain in ((1, 0.1), (13, 1e-3), (2, 0.0)):
        pcg = (gain * rng.standard_normal((count, WINDOW_LENGTH))).astype(np.float32)
        with torch.no_grad():
            expected = net(torch.tensor(pcg))
        heard = graph.run(pcg)
        pairs = zip(expected, [getattr(heard, name) for name in OUTPUTS], strict=True)
        worst = max([worst, *(float(np.abs(a.numpy() - b).max()) for a, b in pairs)])
    return worst


def multiply_adds(net: nn.Module) -> int:
    """Multiply-adds of one window, counted in every convolution, linear layer and the mel product."""
    total = 0

    def count(layer: nn.Module, _: tuple[Tensor, ...], output: Tensor) -> None:
        nonlocal total
        if isinstance(layer, nn.Conv1d | nn.Conv2d):
            total += output[0].numel() * layer.weight[0].numel()
        elif isinstance(layer, nn.Linear):
            total += output[0].numel() * layer.in_features
        elif isinstance(layer, BeatReader):
            # two products with the parts of the cycle, three a question for the evidence
            total += (2 + 3 * len(QUESTIONS)) * PARTS * FRAMES * MEL_BANDS
        elif isinstance(layer, Periodicity):
            total += len(output[0]) * (layer.waves.numel() + layer.ways.numel())
        elif isinstance(layer, FrontEnd):
            frames, kernels = output.shape[2], layer.kernels
            total += frames * (kernels.numel() + layer.bank.numel())

    hooks = [layer.register_forward_hook(count) for layer in net.modules()]
    with torch.no_grad():
        net(torch.zeros(1, WINDOW_LENGTH))
    for hook in hooks:
        hook.remove()
    return total


def latency_ms(path: Path, runs: int = 200) -> float:
    """Median milliseconds of one window on one thread."""
    graph, pcg = Graph(path), np.random.default_rng(0).standard_normal((1, WINDOW_LENGTH)).astype(np.float32)
    spent = []
    for _ in range(runs):
        begin = time.perf_counter()
        graph.run(pcg)
        spent.append(1000 * (time.perf_counter() - begin))
    return float(np.median(spent))


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line, export, check; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.export.to_onnx", description=__doc__)
    parser.add_argument("members")
    parser.add_argument("gate")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--split", default="official", help="of the runs; not shipped, where it is another")
    options = parser.parse_args(arguments)
    try:
        heard = committee(read_recordings(options.cache), options.runs, options.members, options.gate)
        net = join(heard, options.runs / options.gate, options.split)
    except (DataSetError, OSError, ValueError) as error:
        print(f"{error} (runs are made by `python -m training.model.train`)", file=sys.stderr)
        return 1
    export(net, options.out)
    worst = parity(net, options.out)
    newest = max(run.stat().st_mtime for run in options.runs.glob("*/official*/weights.pt"))
    made = {
        "trainedOn": datetime.fromtimestamp(newest, UTC).date().isoformat(),
        "members": len(net.members),
        "parameters": sum(p.numel() for p in net.parameters()),
        "multiplyAdds": multiply_adds(net),
        "parity": worst,
        "medianMs": latency_ms(options.out),
    }
    name = "export" if options.split == "official" else f"export-{options.split}"
    (options.runs / f"{name}.json").write_text(json.dumps(made, indent=1))
    print(f"{options.out}: {options.out.stat().st_size} bytes, {json.dumps(made)}")
    return 0 if worst <= PARITY else 1


if __name__ == "__main__":
    sys.exit(main())

"""python -m training.export MEMBER ... GATE: join trained members and a gate into one graph, and check it.

Each is a finished run below `training/runs`, written `<config>/<split>`; none may have seen the official list, so
`without-...` runs are refused. Writes `models/heart-sound.onnx`; the card comes from `python -m training.evaluate`.
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

from training.config import NetworkConfig, section
from training.front_end import WINDOW_LENGTH, FrontEnd
from training.graph import OUTPUTS, Graph
from training.model import Gate, HeartSound, Member, build
from training.train import RUNS

MODEL = Path(__file__).parent.parent / "models" / "heart-sound.onnx"
OPSET = 17
PARITY = 1e-4


def load(folder: Path) -> Member | Gate:
    """Rebuild the trained network of one run. Raises OSError when the run is not finished."""
    config = json.loads((folder / "config.json").read_text())
    network = section(NetworkConfig, config["network"], str(folder))
    net = build(config["training"]["target"], network)
    net.load_state_dict(torch.load(folder / "weights.pt"))
    return net.eval()


def join(runs: Path, members: list[str], gate: str) -> HeartSound:
    """The whole graph. Raises ValueError when a run is of the wrong kind, or may have seen the official list."""
    if any("/without-" in name for name in [*members, gate]):
        raise ValueError("a run that left out a database has trained on the official list: it is not for shipping")
    committee, watch = [load(runs / name) for name in members], load(runs / gate)
    if not isinstance(watch, Gate) or not all(isinstance(member, Member) for member in committee):
        raise ValueError("the last run named must be a gate, the others members")
    return HeartSound([m for m in committee if isinstance(m, Member)], watch).eval()


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
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("members", nargs="+")
    parser.add_argument("gate")
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args(arguments)
    try:
        net = join(options.runs, options.members, options.gate)
    except (OSError, ValueError) as error:
        print(f"{error} (runs are made by `python -m training.train`)", file=sys.stderr)
        return 1
    export(net, options.out)
    worst = parity(net, options.out)
    newest = max((options.runs / name / "weights.pt").stat().st_mtime for name in [*options.members, options.gate])
    made = {
        "trainedOn": datetime.fromtimestamp(newest, UTC).date().isoformat(),
        "members": options.members,
        "gate": options.gate,
        "parameters": sum(p.numel() for p in net.parameters()),
        "multiplyAdds": multiply_adds(net),
        "parity": worst,
        "medianMs": latency_ms(options.out),
    }
    (options.runs / "export.json").write_text(json.dumps(made, indent=1))
    print(f"{options.out}: {options.out.stat().st_size} bytes, {json.dumps(made)}")
    return 0 if worst <= PARITY else 1


if __name__ == "__main__":
    sys.exit(main())

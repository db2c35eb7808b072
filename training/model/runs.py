"""Trained networks, as `training.model.train` left them below `training/runs/<config>/<split>`."""

from __future__ import annotations

import json
from pathlib import Path

import torch

from training.config import NetworkConfig, section
from training.model.beat_reader import BeatReader
from training.model.network import Network, build

RUNS = Path(__file__).parent.parent / "runs"


def load_run(folder: Path) -> Network:
    """Rebuild the trained network of one run, in evaluation mode.

    Raises OSError when the run, or that of the beat reader which a gate asks, is not finished.
    """
    config = section(NetworkConfig, json.loads((folder / "config.json").read_text())["network"], str(folder))
    net = build(config, load_reader(config, folder))
    net.load_state_dict(torch.load(folder / "weights.pt", map_location="cpu", weights_only=True))
    return net.eval()


def load_reader(config: NetworkConfig, folder: Path) -> BeatReader | None:
    """The beat reader that a network asks, trained on the same split as the run in `folder`; None where it asks none.

    Raises OSError when its run is not finished, ValueError when the run is of another kind.
    """
    if config.reader == "":
        return None
    reader = load_run(folder.parent.parent / config.reader / folder.name)
    if not isinstance(reader, BeatReader):
        raise ValueError(f"{config.reader} is no beat reader")
    return reader

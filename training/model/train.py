"""python -m training.model.train CONFIG SPLIT ...: train one network for each split, and score what it has not seen.

A split is `official`, `fold-0` ... `fold-4`, `without-a` ... `without-circor`, or `folds` / `databases` for all of a
kind.
Writes `training/runs/<config>/<split>/` (`<split>-seed<N>` with `--seed N`): `checkpoint.pt` after every epoch (run the
same command again to go on where it stopped: the result is the same as without the stop), `weights.pt`, `scores.csv`,
TensorBoard events.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.tensorboard import SummaryWriter

from training.config import Config, read_config
from training.data.arrays import Bools, Floats
from training.data.augment import Room
from training.data.front_end import FrontEnd
from training.data.manifest import DataSetError
from training.data.noise import Noise, read_noise
from training.data.prepare import CACHE
from training.data.recordings import QUESTIONS, Recordings, read_recordings, windows
from training.data.splits import DATABASES, FOLDS, split
from training.evaluation.metrics import within_auc
from training.model.batches import Batches, batches_for, loss_of
from training.model.beat_reader import BeatReader
from training.model.gate import Gate
from training.model.heads import fit_head, fit_signs
from training.model.member import Member
from training.model.network import Network, build
from training.model.original import OriginalFrontEnd, OriginalNetwork
from training.model.runs import RUNS, load_reader
from training.model.scores import write_scores

# of the network; windows are drawn and changed on the processor
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def predict(net: Network, front_end: nn.Module, pcg: Tensor) -> Tensor:
    """Logits [windows x answers] of samples [windows x samples], in evaluation mode, 64 windows at a time."""
    net.eval()
    device = next(net.parameters()).device
    with torch.no_grad():
        logits = [net(front_end(part).to(device))[0].cpu() for part in pcg.split(64)]
    return torch.cat(logits).view(len(pcg), -1)


def score(net: Network, front_end: nn.Module, data: Recordings, which: Bools) -> dict[int, Floats]:
    """Logits of every window of every chosen recording [windows x answers], by the recording's index."""
    return {
        int(i): predict(net, front_end, windows(data.samples(int(i)))).double().numpy() for i in np.flatnonzero(which)
    }


def answers_of(net: Network) -> tuple[str, ...]:
    """What a network gives a logit for, in that order."""
    if isinstance(net, Gate):
        return ("usable",)
    return QUESTIONS if isinstance(net, Member | BeatReader) else QUESTIONS[:1]


class Training:
    """One network, its optimiser and its schedule: all that a checkpoint holds."""

    def __init__(self, config: Config, reader: BeatReader | None = None) -> None:
        t = config.training
        self.net = build(config.network, reader)
        self.net.to(DEVICE, memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue] (faster on a processor)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(t.average_decay), use_buffers=True
        )
        learning = [parameter for parameter in self.net.parameters() if parameter.requires_grad]
        self.optimiser = torch.optim.AdamW(learning, lr=t.rate, weight_decay=t.weight_decay)
        self.steps = t.windows_per_epoch // t.batch
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, t.rate, total_steps=t.epochs * self.steps)
        self.epoch = 0

    def parts(self) -> dict[str, nn.Module | torch.optim.Optimizer | torch.optim.lr_scheduler.LRScheduler]:
        """Everything with a state of its own, by name."""
        return {name: getattr(self, name) for name in ("net", "average", "optimiser", "schedule")}

    def save(self, path: Path) -> None:
        """Write a checkpoint; an interruption leaves the old one."""
        state = {name: part.state_dict() for name, part in self.parts().items()}
        torch.save({**state, "epoch": self.epoch}, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def load(self, path: Path) -> None:
        """Go on where a checkpoint stopped."""
        saved = torch.load(path, map_location=DEVICE, weights_only=True)
        for name, part in self.parts().items():
            part.load_state_dict(saved[name])
        self.epoch = saved["epoch"]

    def run_epoch(self, batches: Batches, config: Config) -> float:
        """Train on one epoch's windows; return the mean loss. An epoch depends on nothing before it but the weights."""
        t = config.training
        torch.manual_seed(t.seed * 1000 + self.epoch + 1)
        self.net.train()
        total = 0.0
        for _ in range(self.steps):
            with torch.autocast(DEVICE.type, torch.bfloat16, enabled=t.mixed_precision):
                loss = loss_of(batches, self.net, config)
            self.optimiser.zero_grad()
            loss.backward()
            self.optimiser.step()
            self.average.update_parameters(self.net)
            self.schedule.step()
            total += loss.item() / self.steps
        self.epoch += 1
        return total


def train(
    config: Config, split_name: str, data: Recordings, noise: Noise, folder: Path, stop_after: int | None = None
) -> None:
    """Train on one side of the split, score the other side, write both into `folder`; resumes a stopped run.

    `stop_after` ends the run after that many epochs as an interruption would, for the test of resuming.
    """
    t, started = config.training, time.time()
    if (folder / "scores.csv").is_file():
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config.as_dict(), indent=1))
    learn, test = split(split_name, data.database, data.group, data.fold)
    learn &= np.array([hash_of(name, t.seed + 1000) for name in data.group]) < t.share
    batches = batches_for(config, data, noise, learn)

    torch.manual_seed(t.seed * 1000)
    training = Training(config, load_reader(config.network, folder))
    if (folder / "checkpoint.pt").is_file():
        training.load(folder / "checkpoint.pt")
    board, first = SummaryWriter(str(folder)), training.epoch
    while training.epoch < t.epochs:
        loss = training.run_epoch(batches, config)
        board.add_scalar("loss", loss, training.epoch)
        board.add_scalar("rate", training.optimiser.param_groups[0]["lr"], training.epoch)
        training.save(folder / "checkpoint.pt")
        left = (time.time() - started) / (training.epoch - first) * (t.epochs - training.epoch)
        at = f"{config.name} {folder.name} epoch {training.epoch}/{t.epochs}"
        print(f"{at}: loss {loss:.3f}, {left:.0f} s left", flush=True)
        if stop_after == training.epoch:
            return

    net = training.net
    if t.average_decay > 0:
        net.load_state_dict(training.average.module.state_dict())
    net.cpu()
    if isinstance(net, BeatReader):
        fit_head(net, data, learn, Room(t.seed, noise), config)
    elif isinstance(net, Gate):
        fit_signs(net, data, learn, Room(t.seed, noise), config)
    front_end = {Gate: nn.Identity, OriginalNetwork: OriginalFrontEnd}.get(type(net), FrontEnd)()  # a gate has its own
    scores = score(net, front_end, data, test)
    torch.save(net.state_dict(), folder / "weights.pt")
    write_scores(scores, data, folder / "scores.csv", answers_of(net))
    print(f"{config.name} {folder.name}: {said_of(scores, data, net)}, {time.time() - started:.0f} s", flush=True)


def said_of(scores: dict[int, Floats], data: Recordings, net: Network) -> str:
    """For each answer the mean over the databases of the AUC inside each, of recordings' mean logits."""
    at = np.array(list(scores))
    logit = np.array([windows.mean(0) for windows in scores.values()])
    asked, answer = (data.asked, data.answer) if len(answers_of(net)) > 1 else (data.asked_abnormal, data.abnormal)
    if isinstance(net, Gate):
        asked, answer = np.ones(len(data.good), bool), data.good
    said = []
    for k, name in enumerate(answers_of(net)):
        here = asked.reshape(len(asked), -1)[at, k]
        area = within_auc(answer.reshape(len(answer), -1)[at, k][here], logit[here, k], data.database[at][here])
        said.append(f"{name} {area:.3f}")
    return "mean AUC within databases: " + ", ".join(said)


def hash_of(group: str, seed: int) -> float:
    """A number in [0, 1) that recordings of one group share, to choose what is learned from."""
    return zlib.crc32(f"{seed} {group}".encode()) / 2**32


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and train; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.model.train", description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("splits", nargs="+")
    parser.add_argument("--seed", type=int, help="another seed than the configuration's")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    try:
        config, data, noise = read_config(options.config), read_recordings(options.cache), read_noise(options.cache)
        ending = "" if options.seed is None else f"-seed{options.seed}"
        if options.seed is not None:
            config = replace(config, training=replace(config.training, seed=options.seed))
        kinds = {"folds": [f"fold-{k}" for k in range(FOLDS)], "databases": [f"without-{d}" for d in DATABASES]}
        for split_name in [name for kind in options.splits for name in kinds.get(kind, [kind])]:
            train(config, split_name, data, noise, options.runs / config.name / f"{split_name}{ending}")
    except (DataSetError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

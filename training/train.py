"""python -m training.train CONFIG SPLIT ...: train one network for each split, and score what it has not seen.

A split is `official`, `fold-0` ... `fold-4`, `without-a` ... `without-f`, or `folds` / `databases` for all of a kind.
Writes `training/runs/<config>/<split>/`: `checkpoint.pt` after every epoch (run the same command again to go on where
it stopped: the result is the same as without the stop), `weights.pt`, `scores.csv`, TensorBoard events.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.tensorboard import SummaryWriter

from training import augment
from training.config import Config, read_config
from training.data import Recordings, cell_weights, random_window, read_recordings, windows
from training.front_end import FrontEnd
from training.manifest import DataSetError
from training.metrics import within_auc
from training.model import Gate, Member, build
from training.negatives import NonHearts
from training.prepare import CACHE
from training.splits import FOLDS, Bools, split

RUNS = Path(__file__).parent / "runs"


def drawn_windows(data: Recordings, chosen: Tensor, config: Config) -> Tensor:
    """Cut one random window of each chosen recording: [batch x samples]."""
    tempo = 1 + config.augment.tempo * (2 * torch.rand(len(chosen)) - 1)
    tempo = torch.where(torch.rand(len(chosen)) < config.augment.tempo_share, tempo, torch.ones(()))
    where = torch.rand(len(chosen))
    cut = [
        random_window(data.samples(int(i)), float(t), float(w)) for i, t, w in zip(chosen, tempo, where, strict=True)
    ]
    return torch.tensor(np.stack(cut))


def predict(net: Member | Gate, front_end: FrontEnd, pcg: Tensor) -> Tensor:
    """Logits [windows] of samples [windows x samples], in evaluation mode, 64 windows at a time."""
    net.eval()
    with torch.no_grad():
        return torch.cat([net(front_end(part))[0] for part in pcg.split(64)])


def score(net: Member | Gate, front_end: FrontEnd, data: Recordings, which: Bools) -> dict[int, list[float]]:
    """Logit of every window of every chosen recording, by the recording's index."""
    return {int(i): predict(net, front_end, windows(data.samples(int(i)))).tolist() for i in np.flatnonzero(which)}


def train(config: Config, split_name: str, data: Recordings, folder: Path, stop_after: int | None = None) -> None:
    """Train on one side of the split, score the other side, write both into `folder`; resumes a stopped run.

    `stop_after` ends the run after that many epochs as an interruption would, for the test of resuming.
    """
    t, started, folder = config.training, time.time(), folder / config.name / split_name
    if (folder / "scores.csv").is_file():
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config.as_dict(), indent=1))
    learn, test = split(split_name, data.database, data.fold)
    positive = data.abnormal if t.target == "abnormal" else data.good
    watched = np.zeros_like(learn)
    if t.watched_share > 0:
        blocks = np.array([hash_of(name, t.seed) for name in data.record])
        watched = learn & (blocks < t.watched_share)
        learn = learn & ~watched
    weight = cell_weights(data.database, positive, learn, t.database_power)
    weight = torch.tensor(weight * np.where(data.good | (t.target == "quality"), 1, t.unsure_weight))

    torch.manual_seed(t.seed * 1000)
    net, front_end = build(t.target, config.network), FrontEnd()
    net.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue] (a third faster on a processor)
    average = torch.optim.swa_utils.AveragedModel(
        net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(t.average_decay), use_buffers=True
    )
    optimiser = torch.optim.AdamW(net.parameters(), lr=t.rate, weight_decay=t.weight_decay)
    steps = t.windows_per_epoch // t.batch
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimiser, t.rate, total_steps=t.epochs * steps)
    if t.schedule == "plateau":
        for group in optimiser.param_groups:
            group["lr"] = t.rate
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimiser, mode="max", factor=0.3, patience=3)
    parts = {"net": net, "average": average, "optimiser": optimiser, "cycle": cycle, "plateau": plateau}
    epoch, best, best_epoch = 0, -1.0, 0
    if (folder / "checkpoint.pt").is_file():
        saved = torch.load(folder / "checkpoint.pt", weights_only=False)
        for name, part in parts.items():
            part.load_state_dict(saved[name])
        epoch, best, best_epoch = saved["epoch"], saved["best"], saved["best_epoch"]
    board = SummaryWriter(str(folder))
    non_hearts = NonHearts(t.seed) if t.synthetic_share > 0 else None
    first = epoch

    while epoch < t.epochs and not (t.patience and epoch - best_epoch >= t.patience):
        torch.manual_seed(t.seed * 1000 + epoch + 1)  # an epoch depends on nothing before it but the weights
        net.train()
        total = 0.0
        for _ in range(steps):
            chosen = torch.multinomial(weight, t.batch, replacement=True)  # [batch]
            pcg = drawn_windows(data, chosen, config)  # [batch, samples]
            target = torch.tensor(positive)[chosen].float()  # [batch]
            if non_hearts:
                pcg, target = non_hearts.replace(pcg, target, t.synthetic_share)
            if t.mixup:
                pcg, target = mix(pcg, target, t.mixup)
            log_mel = front_end(augment.another_recording(pcg, config.augment))  # [batch, bands, frames]
            log_mel = augment.mask(log_mel, config.augment)
            logit = net(log_mel)[0]  # [batch]
            smooth = target * (1 - t.label_smoothing) + t.label_smoothing / 2
            loss = nn.functional.binary_cross_entropy_with_logits(logit, smooth)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            average.update_parameters(net)
            if t.schedule == "one-cycle":
                cycle.step()
            total += loss.item() / steps
        epoch += 1
        board.add_scalar("loss", total, epoch)
        board.add_scalar("rate", optimiser.param_groups[0]["lr"], epoch)
        note = ""
        if watched.any():
            seen = score(net, front_end, data, watched)
            auc = within_auc(positive[list(seen)], [np.mean(s) for s in seen.values()], data.database[list(seen)])
            board.add_scalar("watched_auc", auc, epoch)
            if t.schedule == "plateau":
                plateau.step(auc)
            if auc > best:
                best, best_epoch = auc, epoch
                torch.save(net.state_dict(), folder / "best.pt")
            note = f", watched AUC {auc:.3f}"
        state = {name: part.state_dict() for name, part in parts.items()}
        torch.save({**state, "epoch": epoch, "best": best, "best_epoch": best_epoch}, folder / "checkpoint.part")
        (folder / "checkpoint.part").replace(folder / "checkpoint.pt")
        spent = time.time() - started
        left = spent / (epoch - first) * (t.epochs - epoch)
        print(
            f"{config.name} {split_name} epoch {epoch}/{t.epochs}: loss {total:.3f}{note}, {left:.0f} s left",
            flush=True,
        )
        if stop_after == epoch:
            return

    if (folder / "best.pt").is_file():
        net.load_state_dict(torch.load(folder / "best.pt"))
    elif t.average_decay > 0:
        net.load_state_dict(average.module.state_dict())
    scores = score(net, front_end, data, test)
    torch.save(net.state_dict(), folder / "weights.pt")
    with (folder / "scores.part").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["record", "window_logits"])
        table.writerows([data.record[i], " ".join(f"{s:.5f}" for s in logits)] for i, logits in scores.items())
    (folder / "scores.part").replace(folder / "scores.csv")
    auc = within_auc(positive[list(scores)], [np.mean(s) for s in scores.values()], data.database[list(scores)])
    print(f"{config.name} {split_name}: mean AUC within databases {auc:.3f}, {time.time() - started:.0f} s", flush=True)


def hash_of(record: str, seed: int) -> float:
    """A number in [0, 1) that eight consecutive records share, to choose what is watched."""
    return float(np.random.default_rng([seed, ord(record[0]), int(record[1:]) // 8]).random())


def mix(pcg: Tensor, target: Tensor, share: float) -> tuple[Tensor, Tensor]:
    """Add to a share of the windows another one of the batch, at most as loud; the label is mixed alike."""
    other = torch.randperm(len(pcg))
    part = 0.5 * torch.rand(len(pcg), 1) * augment.some(len(pcg), share)  # [batch, 1]
    even = pcg / augment.rms(pcg)
    return (1 - part) * even + part * even[other], (1 - part[:, 0]) * target + part[:, 0] * target[other]


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and train; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("splits", nargs="+")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    try:
        config, data = read_config(options.config), read_recordings(options.cache)
        kinds = {"folds": [f"fold-{k}" for k in range(FOLDS)], "databases": [f"without-{d}" for d in "abcdef"]}
        for split_name in [name for kind in options.splits for name in kinds.get(kind, [kind])]:
            train(config, split_name, data, options.runs)
    except (DataSetError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

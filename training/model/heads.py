"""Weighted sums, fitted by logistic regression once the networks they rest on have learned.

The beat reader's are over the pictures of beats. Few freedoms, strongly held back, are what makes them hold on a sensor
they never heard; stochastic descent on changed windows held less well. The gate's is over its signs of a usable
recording.
"""

from __future__ import annotations

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn

from training.config import Config
from training.data.arrays import Bools, Floats
from training.data.augment import Room
from training.data.front_end import FRAMES
from training.data.murmurs import audible, murmured
from training.data.recordings import Recordings, cell_weights, clips, draw
from training.model.beat_reader import BeatReader
from training.model.gate import Gate

MOST_WINDOWS = 6  # of a recording, evenly spread
SIGNS_DECAY = 0.1  # of the gate's weighted sum: SIGNS_DECAY / 2 * |weights|^2 beside the mean loss
MURMURS = 3  # windows of a recording without a murmur that are given one


def spread(data: Recordings, which: np.ndarray, most: int) -> tuple[Tensor, Tensor]:
    """Recording [windows] and place in it (0 to 1) [windows], of at most `most` half-overlapping windows each."""
    recording, where = [], []
    for i in which:
        count = int(np.clip(2 * data.frames[i] // FRAMES - 1, 1, most))
        recording += [int(i)] * count
        where += np.linspace(0, 1, count).tolist() if count > 1 else [0.5]
    return torch.tensor(recording), torch.tensor(where)


def features(
    net: BeatReader, data: Recordings, recording: Tensor, where: Tensor, room: Room | None = None, loudest_db: float = 0
) -> Tensor:
    """The reader's features [windows x features] of windows, each given a murmur where there is a `room`."""
    found = []
    with torch.no_grad():
        for i, w in pairs(recording, where):
            drawn = draw(data, i, torch.ones(len(i)), w)
            log_mel = drawn.log_mel
            if room:
                log_mel = murmured(log_mel, drawn.position, room.some_hiss(len(i)), loudest_db)
            found.append(net(log_mel).features)
    return torch.cat(found)


def fit_head(net: BeatReader, data: Recordings, learn: Bools, room: Room, config: Config) -> None:
    """Set the weights of `net.head`, and what is typical, from the recordings to learn from, in place.

    A database weighs (its recordings) ** database_power and the answers to a question alike; of the weight of those
    answered no, the question's share goes to windows of theirs with a murmur, answered yes.
    """
    net.eval()
    torch.manual_seed(config.training.seed * 1000)
    plain, where = spread(data, np.flatnonzero(learn & data.asked.any(1)), MOST_WINDOWS)
    given, at = spread(data, np.flatnonzero(learn & data.good & without_murmur(data)), MURMURS)
    known = torch.cat([audible(draw(data, i, torch.ones(len(i)), w).position) for i, w in pairs(given, at)])
    given, at = given[known], at[known]
    seen = features(net, data, plain, where)
    with_murmur = features(net, data, given, at, room, config.augment.loudest_murmur_db)
    for question, share in enumerate(config.training.head_murmur_share):
        asked, answer = learn & data.asked[:, question], data.answer[:, question]
        weight = cell_weights(data.database, answer, asked, config.training.database_power)
        changed = np.isin(np.arange(len(asked)), given) & ~answer
        weights = np.concatenate(
            [
                shared_out(weight, plain) * np.where(changed[plain], 1 - share, 1),
                shared_out(weight, given) * share * changed[given],
            ]
        )
        label = np.concatenate([answer[plain], np.ones(len(given), bool)])
        heard, chosen = torch.cat([seen, with_murmur]), np.flatnonzero(weights)
        decay = config.training.head_decay
        regress(
            net.head, question, seen, heard[torch.tensor(chosen)], label[chosen], weights[chosen] / weights.sum(), decay
        )
    typical = torch.tensor(
        shared_out(cell_weights(data.database, data.abnormal, learn & data.asked_abnormal, 0.5), plain)
    )
    net.typical.copy_((typical[:, None] * seen).sum(0) / typical.sum())


def without_murmur(data: Recordings) -> Bools:
    """Recordings in which no murmur is known or to be expected: [recordings]."""
    return ~data.abnormal & ~data.murmur & np.isin(data.heard, ["", "absent"])


def shared_out(weight: Floats, recording: Tensor) -> Floats:
    """A recording's weight [recordings], divided among its windows: [windows]."""
    return weight[recording] / np.bincount(recording, minlength=len(weight))[recording]


def fit_signs(net: Gate, data: Recordings, learn: Bools, room: Room, config: Config) -> None:
    """Set the gate's weighted sum, and the scale of its network beside it, from the recordings to learn from.

    A database weighs (its recordings) ** database_power, its usable and its unsure recordings alike; of the weight of
    usable ones `murmur_share` goes to windows of theirs with a murmur. The sum is shown recordings alone: what is no
    heart is the network's to know. Where all recordings are usable the network's opinions stay alone.
    """
    if data.good[learn].all():
        return
    net.eval()
    torch.manual_seed(config.training.seed * 1000)
    recording, where = spread(data, np.flatnonzero(learn), MOST_WINDOWS)
    given, at = spread(data, np.flatnonzero(learn & data.good & data.annotated), MURMURS)
    plain = look(net, data, recording, where)
    loud = look(net, data, given, at, room, config.augment.loudest_murmur_db)
    weight = cell_weights(data.database, data.good, learn, config.training.database_power)
    share = config.augment.murmur_share
    changed = np.isin(recording, given)
    weights = np.concatenate(
        [shared_out(weight, recording) * np.where(changed, 1 - share, 1), shared_out(weight, given) * share]
    )
    label = np.concatenate([data.good[recording], np.ones(len(given), bool)])
    signs = torch.cat([plain[0], loud[0]])
    regress(net.sum, 0, plain[0], signs, label, weights / weights.sum(), SIGNS_DECAY)
    with torch.no_grad():
        net.weigh.copy_(net.sum(plain[0]).std() / plain[1].std())


def look(
    net: Gate, data: Recordings, recording: Tensor, where: Tensor, room: Room | None = None, loudest_db: float = 0
) -> tuple[Tensor, Tensor]:
    """The gate's signs [w, SIGNS] and its network's "usable" [w] of windows, given a murmur where there is a `room`."""
    signs, logits = [], []
    with torch.no_grad():
        for i, at in pairs(recording, where):
            drawn, pcg = draw(data, i, torch.ones(len(i)), at), clips(data, i, at)
            log_mel = drawn.log_mel
            if room:
                log_mel = murmured(log_mel, drawn.position, room.some_hiss(len(i)), loudest_db)
            alike, rhythm = net.alike(log_mel), net.reader(log_mel).rhythm
            signs.append(net.signs(pcg, log_mel, alike, rhythm))
            logits.append(net.listen(log_mel, alike, rhythm)[0][:, 0])
    return torch.cat(signs), torch.cat(logits)


def regress(
    head: nn.Linear, output: int, typical: Tensor, seen: Tensor, label: np.ndarray, weight: np.ndarray, decay: float
) -> None:
    """Fit one output of `head` to tell labels [n] from what is seen [n, features], in place.

    Features are measured in deviations of `typical` [m, features]; `decay` / 2 * |weights|^2 is added to the mean loss,
    whose `weight` [n] sums to 1.
    """
    centre, deviation = typical.mean(0), typical.std(0) + 1e-6
    found = LogisticRegression(C=1 / decay, max_iter=1000)
    found.fit(((seen - centre) / deviation).numpy(), label, sample_weight=weight)
    scaled = torch.tensor(found.coef_[0], dtype=torch.float32) / deviation
    with torch.no_grad():
        head.weight[output] = scaled
        head.bias[output] = torch.tensor(np.ravel(found.intercept_)[0], dtype=torch.float32) - (scaled * centre).sum()


def pairs(recording: Tensor, where: Tensor) -> list[tuple[Tensor, Tensor]]:
    """Windows in groups of 64."""
    return list(zip(recording.split(64), where.split(64), strict=True))

"""Weighted sums, fitted by logistic regression once the networks they rest on have learned.

The beat reader's is over the pictures of beats. Few freedoms, strongly held back, are what makes it hold on a sensor it
never heard; stochastic descent on changed windows held less well. The gate's is over its signs of a usable recording.
"""

from __future__ import annotations

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn

from training.config import Config
from training.data.arrays import Bools
from training.data.augment import Room
from training.data.front_end import FRAMES
from training.data.murmurs import audible, murmured
from training.data.recordings import Recordings, cell_weights, draw, windows
from training.model.beat_reader import BeatReader
from training.model.gate import Gate

MOST_WINDOWS = 6  # of a recording, evenly spread
SIGNS_DECAY = 0.1  # of the gate's weighted sum: SIGNS_DECAY / 2 * |weights|^2 beside the mean loss
MURMURS = 3  # windows of a normal recording that are given a murmur


def spread(data: Recordings, which: np.ndarray, most: int) -> tuple[Tensor, Tensor]:
    """Recording [windows] and place in it (0 to 1) [windows], of at most `most` half-overlapping windows each."""
    recording, where = [], []
    for i in which:
        count = int(np.clip(2 * data.frames[i] // FRAMES - 1, 1, most))
        recording += [int(i)] * count
        where += np.linspace(0, 1, count).tolist() if count > 1 else [0.5]
    return torch.tensor(recording), torch.tensor(where)


def features(net: BeatReader, data: Recordings, recording: Tensor, where: Tensor, room: Room | None) -> Tensor:
    """The reader's features [windows x features] of windows, each given a murmur where there is a `room`."""
    found = []
    with torch.no_grad():
        for i, w in pairs(recording, where):
            drawn = draw(data, i, torch.ones(len(i)), w)
            log_mel = drawn.log_mel
            if room:
                log_mel = murmured(log_mel, drawn.position, room.some_hiss(len(i)))
            found.append(net(log_mel).features)
    return torch.cat(found)


def fit_head(net: BeatReader, data: Recordings, learn: Bools, room: Room, config: Config) -> None:
    """Set the weights of `net.head`, and what is typical, from the recordings to learn from, in place.

    A database weighs (its recordings) ** database_power and its classes alike; of the weight of normal recordings,
    `murmur_share` goes to windows of theirs with a murmur, labelled abnormal.
    """
    net.eval()
    torch.manual_seed(config.training.seed * 1000)
    share, count = config.augment.murmur_share, len(data.record)
    weight = cell_weights(data.database, data.abnormal, learn, config.training.database_power)
    plain, where = spread(data, np.flatnonzero(learn), MOST_WINDOWS)
    given, at = spread(data, np.flatnonzero(learn & ~data.abnormal & data.good), MURMURS)
    known = torch.cat([audible(draw(data, i, torch.ones(len(i)), w).position) for i, w in pairs(given, at)])
    given, at = given[known], at[known]
    pictures = features(net, data, plain, where, None), features(net, data, given, at, room)

    def each(recording: Tensor) -> np.ndarray:
        return weight[recording] / np.bincount(recording, minlength=count)[recording]

    has_murmur = np.isin(plain, given)
    weights = np.concatenate([each(plain) * np.where(has_murmur, 1 - share, 1), each(given) * share])
    label = np.concatenate([data.abnormal[plain], np.ones(len(given), bool)])
    regress(net.head, pictures[0], torch.cat(pictures), label, weights / weights.sum(), config.training.head_decay)
    typical = torch.tensor(each(plain), dtype=torch.float32)
    net.typical.copy_((typical[:, None] * pictures[0]).sum(0) / typical.sum())


def fit_signs(net: Gate, data: Recordings, learn: Bools, config: Config) -> None:
    """Set the gate's weighted sum, and the scale of its network beside it, from the recordings to learn from.

    A database weighs (its recordings) ** database_power, its usable and its unsure recordings alike. The sum is shown
    recordings alone: what is no heart is the network's to know. Where all recordings are usable the network's opinion
    stays alone.
    """
    if data.good[learn].all():
        return
    net.eval()
    windows_of, recording = [], []
    for i in np.flatnonzero(learn):
        heard = windows(data.samples(int(i)))
        windows_of.append(heard[np.unique(np.linspace(0, len(heard) - 1, MOST_WINDOWS).round().astype(int))])
        recording += [int(i)] * len(windows_of[-1])
    signs, logit = look(net, torch.cat(windows_of))
    weight = cell_weights(data.database, data.good, learn, config.training.database_power)
    each = weight[recording] / np.bincount(recording, minlength=len(weight))[recording]
    regress(net.sum, signs, signs, data.good[recording], each, SIGNS_DECAY)
    with torch.no_grad():
        net.weigh.copy_(net.sum(signs).std() / logit.std())


def look(net: Gate, pcg: Tensor) -> tuple[Tensor, Tensor]:
    """The gate's signs [w, SIGNS] and its network's logit [w] of windows [w, samples]."""
    signs, logits = [], []
    with torch.no_grad():
        for part in pcg.split(64):
            log_mel = net.front_end(part)
            alike, rhythm = net.alike(log_mel), net.reader(log_mel).rhythm
            signs.append(net.signs(part, log_mel, alike, rhythm))
            logits.append(net.listen(log_mel, alike, rhythm)[0])
    return torch.cat(signs), torch.cat(logits)


def regress(
    head: nn.Linear, typical: Tensor, seen: Tensor, label: np.ndarray, weight: np.ndarray, decay: float
) -> None:
    """Fit `head` to tell labels [n] from what is seen [n, features], in place.

    Features are measured in deviations of `typical` [m, features]; `decay` / 2 * |weights|^2 is added to the mean loss,
    whose `weight` [n] sums to 1.
    """
    centre, deviation = typical.mean(0), typical.std(0) + 1e-6
    found = LogisticRegression(C=1 / decay, max_iter=1000)
    found.fit(((seen - centre) / deviation).numpy(), label, sample_weight=weight)
    scaled = torch.tensor(found.coef_[0], dtype=torch.float32) / deviation
    with torch.no_grad():
        head.weight.copy_(scaled[None])
        head.bias.copy_(torch.tensor(found.intercept_, dtype=torch.float32) - (scaled * centre).sum())


def pairs(recording: Tensor, where: Tensor) -> list[tuple[Tensor, Tensor]]:
    """Windows in groups of 64."""
    return list(zip(recording.split(64), where.split(64), strict=True))

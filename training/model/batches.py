"""What each kind of network is shown while it learns, and what it is to make small."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn

from training.config import AugmentConfig, Config
from training.data.arrays import Bools
from training.data.augment import Room, another_recording, some
from training.data.manifest import CIRCOR
from training.data.murmurs import audible, murmured
from training.data.negatives import NonHearts
from training.data.noise import Noise
from training.data.recordings import Drawn, Recordings, cell_weights, draw
from training.model.beat_reader import BeatReader
from training.model.gate import Gate
from training.model.heads import without_murmur
from training.model.member import Member
from training.model.network import Network
from training.model.original import Clips, OriginalFrontEnd, OriginalNetwork

ABNORMAL, MURMUR = 0, 1  # places in QUESTIONS


def any_tempo(count: int, config: AugmentConfig) -> Tensor:
    """How fast each window is played: [w]; 1 for those that are left as they are."""
    slow, fast = torch.tensor(config.tempo).log()
    octaves = slow + (fast - slow) * torch.rand(count)
    return (octaves * some(count, config.tempo_share)[:, 0]).exp()


def give_murmurs(drawn: Drawn, able: Tensor, room: Room, config: AugmentConfig) -> tuple[Drawn, Tensor]:
    """Put a murmur into a share of the windows that are able to have one [w]; which got one [w]."""
    given = able & audible(drawn.position) & (torch.rand(len(able)) < config.murmur_share)
    log_mel = drawn.log_mel
    if given.any():
        hiss = room.some_hiss(int(given.sum()))
        log_mel[given] = murmured(log_mel[given], drawn.position[given], hiss, config.loudest_murmur_db)
    return replace(drawn, log_mel=log_mel), given


@dataclass(frozen=True)
class CycleBatches:
    """For the beat reader's segmenter: windows whose cycle is annotated, murmured or not, at many tempos."""

    data: Recordings
    weight: Tensor  # [recordings]
    room: Room

    def loss(self, net: BeatReader, config: Config) -> Tensor:
        """Cross-entropy of the parts of the cycle."""
        count = config.training.batch
        chosen = torch.multinomial(self.weight, count, replacement=True)
        drawn = draw(self.data, chosen, any_tempo(count, config.augment), torch.rand(count))
        drawn, _ = give_murmurs(drawn, torch.ones(count, dtype=torch.bool), self.room, config.augment)
        heard = another_recording(drawn.log_mel, self.room, config.augment)
        return cycle_loss(net.segmenter(on(net, heard)), on(net, drawn.part))


def cycle_loss(logits: Tensor, part: Tensor) -> Tensor:
    """Cross-entropy of the parts of the cycle: logits [w, PARTS, frames] against part [w, frames], -1 where unknown.

    A part's neighbours are right to a tenth each: where a sound ends is not known to a frame.
    """
    known = (part >= 0).float()
    exact = nn.functional.one_hot(part.clamp(min=0), logits.shape[1]).float() * known[:, :, None]  # [w, f, PARTS]
    soft = 0.8 * exact + 0.1 * exact.roll(1, 2) + 0.1 * exact.roll(-1, 2)
    return -(soft.transpose(1, 2) * logits.log_softmax(1)).sum() / known.sum().clamp(min=1)


@dataclass(frozen=True)
class QuestionBatches:
    """For members: windows drawn for each question in turn; a window drawn for one may answer the other as well."""

    data: Recordings
    weights: tuple[Tensor, Tensor]  # [recordings] for each question
    able: Tensor  # recordings into which a murmur may be put: [recordings]
    room: Room

    def loss(self, net: Member, config: Config) -> Tensor:
        """Sum over the questions of the binary cross-entropy of those who were asked."""
        t = config.training
        shares = (t.batch - t.batch // 3, t.batch // 3)
        chosen = torch.cat(
            [torch.multinomial(w, n, replacement=True) for w, n in zip(self.weights, shares, strict=True)]
        )
        count = len(chosen)
        drawn = draw(self.data, chosen, any_tempo(count, config.augment), torch.rand(count))
        drawn, given = give_murmurs(drawn, self.able[chosen], self.room, config.augment)
        asked = torch.tensor(self.data.asked)[chosen].float()  # [w, questions]
        answer = torch.tensor(self.data.answer)[chosen].float()
        answer[given] = 1
        asked[given, MURMUR] = 1
        asked[shares[ABNORMAL] :, ABNORMAL] = 0  # those drawn for the murmur are weighted for that question alone
        logit = net(on(net, another_recording(drawn.log_mel, self.room, config.augment))).logit
        soft = on(net, answer * (1 - t.label_smoothing) + t.label_smoothing / 2)
        each = nn.functional.binary_cross_entropy_with_logits(logit, soft, reduction="none") * on(net, asked)
        return (each.sum(0) / on(net, asked).sum(0).clamp(min=1)).sum()


@dataclass(frozen=True)
class GateBatches:
    """For the gate: usable recordings, murmured or not, against unusable ones and all that is no heart."""

    data: Recordings
    weight: Tensor  # [recordings]
    room: Room
    non_hearts: NonHearts

    def loss(self, net: Gate, config: Config) -> Tensor:
        """Sum of the binary cross-entropies of "usable" and "a heart", each of those that are asked."""
        t, a, count = config.training, config.augment, config.training.batch
        chosen = torch.multinomial(self.weight, count, replacement=True)
        drawn = draw(self.data, chosen, any_tempo(count, a), torch.rand(count))
        good = torch.tensor(self.data.good)[chosen]
        drawn, _ = give_murmurs(drawn, good, self.room, a)
        shown = self.non_hearts.replace(drawn.log_mel, good.float(), t.made_up_share)
        heard = on(net, another_recording(shown.log_mel, self.room, a))
        logits = net.listen(heard, net.alike(heard), net.reader(heard).rhythm)[0]  # [w, 2]
        asked = on(net, torch.stack([shown.is_heart, shown.is_told], 1))
        soft = on(net, shown.usable * (1 - t.label_smoothing) + t.label_smoothing / 2)[:, None].expand_as(logits)
        each = nn.functional.binary_cross_entropy_with_logits(logits, soft, reduction="none") * asked
        return (each.sum(0) / asked.sum(0).clamp(min=1)).sum()


Batches = CycleBatches | QuestionBatches | GateBatches | Clips


def batches_for(config: Config, data: Recordings, noise: Noise, learn: Bools) -> Batches:
    """What a network of the configuration's kind is shown of the recordings to learn from."""
    t, kind = config.training, config.network.kind
    if kind == "original":  # as it was: one data set, no weights
        return Clips(data, torch.tensor(learn & (data.database != CIRCOR)).float(), OriginalFrontEnd())
    room = Room(t.seed, noise)
    if kind == "beat":
        weight = cell_weights(data.database, data.abnormal, learn & data.annotated, t.database_power)
        return CycleBatches(data, torch.tensor(weight), room)
    if kind == "gate":
        weight = cell_weights(data.database, data.good, learn, t.database_power)
        return GateBatches(data, torch.tensor(weight), room, NonHearts(t.seed, data, learn, noise))
    heart = learn & data.asked_abnormal & data.annotated
    weight = cell_weights(data.database, data.abnormal, heart, t.database_power, data.clarity)
    weight *= np.where(np.isin(data.database, t.told_by_device), t.told_weight, 1)
    weights = weight, cell_weights(data.database, data.murmur, learn & data.asked_murmur, t.database_power)
    both = torch.tensor(weights[0]), torch.tensor(weights[1])
    return QuestionBatches(data, both, torch.tensor(without_murmur(data)), room)


def loss_of(batches: Batches, net: Network, config: Config) -> Tensor:
    """The loss of a batch drawn anew. Raises TypeError for a network of another kind than the batches are for."""
    match batches, net:
        case (CycleBatches(), BeatReader()):
            return batches.loss(net, config)
        case (QuestionBatches(), Member()):
            return batches.loss(net, config)
        case (GateBatches(), Gate()):
            return batches.loss(net, config)
        case (Clips(), OriginalNetwork()):
            return batches.loss(net, config)
    raise TypeError(f"{type(batches).__name__} are not for a {type(net).__name__}")


def on(net: nn.Module, values: Tensor) -> Tensor:
    """The same values where the network is."""
    return values.to(next(net.parameters()).device)

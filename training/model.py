"""The network: a front end, a committee that listens for abnormality, a gate that asks whether it is a heart at all.

The committee has two kinds of listeners. Members are small convolutional networks on the log-mel picture; they have the
same shape and different training recordings or seeds. The beat reader first says where in the heart's cycle each moment
lies, lays the beats over each other, and judges the picture of one beat that this gives by a weighted sum alone: it has
too few freedoms to learn a sensor. Neither sees a sensor's colour (each band's mean over the window is taken out); the
gate does, because colour is the best single sign of a heart on a chest.

Every listener says where its answer comes from: its evidence, ROWS x COLUMNS over the picture, sums to its logit but
for a constant.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from training.config import NetworkConfig
from training.cycle import PARTS
from training.front_end import FRAMES, MEL_BANDS, FrontEnd
from training.original import OriginalNetwork

TIME_STRIDE = 8  # log-mel frames to one column of evidence
BAND_STRIDE = 8  # log-mel bands to one row
ROWS, COLUMNS = MEL_BANDS // BAND_STRIDE, FRAMES // TIME_STRIDE
BEAT_FRAMES = (FRAMES + 1) // 2  # the beat reader hears every other frame
GROUP_EDGES = (0, 1, 2, 4, 7, 11, 18, 27, 40)  # bands that the beat reader hears as one: about half an octave each
GROUPS = len(GROUP_EDGES) - 1
RHYTHM = 2 * GROUPS + 1


class Heard(NamedTuple):
    """What a listener says of each window."""

    logit: Tensor  # [w]
    embedding: Tensor  # [w, d]
    evidence: Tensor  # [w, ROWS, COLUMNS]


class Beat(NamedTuple):
    """What the beat reader says of each window."""

    logit: Tensor  # [w]
    parts: Tensor  # logits of the parts of the cycle: [w, PARTS, BEAT_FRAMES]
    features: Tensor  # the mean beat and how beats differ: [w, 2 * PARTS * GROUPS]
    rhythm: Tensor  # how much like beats it is: [w, RHYTHM]
    evidence: Tensor  # [w, ROWS, COLUMNS]


def block(inputs: int, outputs: int, size: int = 3, stride: int | tuple[int, int] = 1) -> nn.Sequential:
    """Convolve [w, inputs, bands, frames] -> [w, outputs, bands / stride, frames / stride], normalise, rectify."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


def level(log_mel: Tensor, range_db: float) -> Tensor:
    """Set the loudest spot of each window to 0 dB and everything `range_db` below it to -range_db."""
    return (log_mel - log_mel.amax((1, 2), keepdim=True)).clamp(min=-range_db)


def whiten(db: Tensor, contrast: str) -> Tensor:
    """Take the sensor's colour (each band's mean over time) out, and the contrast of the window or of each band."""
    db = db - db.mean(2, keepdim=True)  # [w, bands, frames]
    if contrast == "band":
        return db / (db.square().mean(2, keepdim=True).sqrt() + 1)
    return db / (db.square().mean((1, 2), keepdim=True).sqrt() + 1e-2)


class Member(nn.Module):
    """Log-mel -> logit of "abnormal"."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        a, b, c, d = config.channels
        self.range_db, self.contrast = config.range_db, config.contrast
        self.body = nn.Sequential(
            block(1, a, 5, 2), nn.MaxPool2d(2), block(a, b), nn.MaxPool2d(2), block(b, c), block(c, d)
        )
        self.mean_head = nn.Linear(d, 1)
        self.peak_head = nn.Linear(d, 1, bias=False)
        self.drop = nn.Dropout(config.dropout)

    def forward(self, log_mel: Tensor) -> Heard:
        """[w, bands, frames] -> what is heard; embedding [w, d]."""
        picture = whiten(level(log_mel, self.range_db), self.contrast)[:, None]
        spots = self.body(picture)  # [w, d, ROWS, COLUMNS]
        moments = spots.mean(2)  # [w, d, COLUMNS]
        mean, peak = moments.mean(2), moments.amax(2)  # [w, d] each
        logit = self.mean_head(self.drop(mean)) + self.peak_head(self.drop(peak))  # [w, 1]
        at_peak = (moments == peak[:, :, None]).float()
        at_peak = at_peak / at_peak.sum(2, keepdim=True)  # a peak that stands twice counts half in each place
        share = self.mean_head.weight[0, :, None] / COLUMNS + self.peak_head.weight[0, :, None] * at_peak
        evidence = (spots * share[:, :, None]).sum(1) / ROWS  # [w, ROWS, COLUMNS]
        return Heard(logit[:, 0], mean, evidence)


class Segmenter(nn.Module):
    """Log-mel -> part of the heart's cycle, every other frame: dilated depthwise-separable convolutions over 2.3 s."""

    def __init__(self, channels: tuple[int, ...], range_db: float) -> None:
        super().__init__()
        width, self.range_db = channels[0], range_db
        self.stem = nn.Sequential(nn.Conv1d(MEL_BANDS, width, 5, 2, 2, bias=False), nn.BatchNorm1d(width), nn.ReLU())
        self.layers = nn.ModuleList(self.layer(width, 2 ** (i % 4)) for i in range(len(channels)))
        self.parts = nn.Conv1d(width, PARTS, 1)

    @staticmethod
    def layer(width: int, dilation: int) -> nn.Sequential:
        """One dilated depthwise-separable convolution: [w, width, f] -> the same."""
        return nn.Sequential(
            nn.Conv1d(width, width, 5, padding=2 * dilation, dilation=dilation, groups=width, bias=False),
            nn.BatchNorm1d(width),
            nn.Conv1d(width, width, 1, bias=False),
            nn.BatchNorm1d(width),
            nn.ReLU(),
        )

    def forward(self, log_mel: Tensor) -> Tensor:
        """[w, bands, frames] -> logits [w, PARTS, BEAT_FRAMES]."""
        heard = self.stem(whiten(level(log_mel, self.range_db), "window"))  # [w, width, BEAT_FRAMES]
        for layer in self.layers:
            heard = heard + layer(heard)
        return self.parts(heard)


class BeatReader(nn.Module):
    """Log-mel -> logit of "abnormal" by a weighted sum over the picture of the mean beat and of how beats differ."""

    columns: Tensor
    groups: Tensor
    RANGE_DB = 70.0
    CONTRAST_DB = 2.0  # a band that moves less than this is not blown up

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.segmenter = Segmenter(config.channels, config.range_db)
        self.head = nn.Linear(2 * PARTS * GROUPS, 1)  # fitted once the cycle is known: `training.heads`
        column = (torch.arange(BEAT_FRAMES) * 2 // TIME_STRIDE).clamp(max=COLUMNS - 1)
        self.register_buffer("columns", nn.functional.one_hot(column, COLUMNS).float(), persistent=False)
        group = torch.bucketize(torch.arange(MEL_BANDS), torch.tensor(GROUP_EDGES[1:]), right=True)
        inside = nn.functional.one_hot(group, GROUPS).float()  # [bands, groups]
        self.register_buffer("groups", inside / inside.sum(0), persistent=False)

    def forward(self, log_mel: Tensor) -> Beat:
        """[w, bands, frames] -> what is heard."""
        parts = self.segmenter(log_mel)
        chance = parts.detach().softmax(1)  # the picture must not bend the cycle: [w, PARTS, f]
        share = chance / (chance.sum(2, keepdim=True) + 1e-3)
        db = level(log_mel, self.RANGE_DB)
        db = db - db.mean(2, keepdim=True)
        db = nn.functional.avg_pool1d(db, 2, 2, ceil_mode=True).transpose(1, 2)  # [w, f, bands]
        mean = share @ db  # [w, PARTS, bands]
        spread = (share @ db.square() - mean.square()).clamp(min=1e-3).sqrt()  # [w, PARTS, bands]
        contrast = mean.square().mean(1, keepdim=True).sqrt() + self.CONTRAST_DB  # [w, 1, bands]
        features = torch.cat([mean / contrast @ self.groups, spread / contrast @ self.groups], 1).flatten(1)
        logit = self.head(features)[:, 0]
        # a heart moves with its cycle: how much each band does, and how much it moves besides
        moved = torch.cat([mean.square().mean(1) @ self.groups, spread.square().mean(1) @ self.groups], 1)
        rhythm = torch.cat([(moved + 0.1).log(), chance.amax(1).mean(1, keepdim=True)], 1)  # [w, RHYTHM]
        return Beat(logit, parts, features, rhythm, self.evidence(share, db, mean, spread, contrast))

    def evidence(self, share: Tensor, db: Tensor, mean: Tensor, spread: Tensor, contrast: Tensor) -> Tensor:
        """Share out the logit over the picture: [w, ROWS, COLUMNS].

        A mean is the sum of what each frame brings to it, and a spread that of each frame's (db - mean)^2 / spread.
        """
        weight = self.head.weight.view(2, PARTS, -1) @ self.groups.T  # [2, PARTS, bands]
        to_mean, to_spread = weight[0] / contrast, weight[1] / contrast / spread  # [w, PARTS, bands] each
        frames = share.transpose(1, 2)  # [w, f, PARTS]
        brought = db * (frames @ (to_mean - 2 * to_spread * mean)) + db.square() * (frames @ to_spread)
        brought = brought + frames @ (to_spread * mean.square())  # [w, f, bands]
        rows = brought.transpose(1, 2).unflatten(1, (ROWS, BAND_STRIDE)).sum(2)  # [w, ROWS, f]
        return rows @ self.columns


class Periodicity(nn.Module):
    """How alike the loudness is to itself a while later: the best sign of a beat (degree of periodicity, Li 2010)."""

    later: Tensor
    GROUPS = ((0, 7), (7, 20))  # bands: first and second sound, murmurs
    LAGS = torch.arange(8, 63)  # of 32 ms: 0.26 to 2 s, 30 to 230 beats a minute
    SIZE = len(GROUPS) * (len(LAGS) + 1)

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("later", self.LAGS[:, None] + torch.arange(FRAMES // 2), persistent=False)

    def forward(self, db: Tensor) -> Tensor:
        """[w, bands, frames] -> normalised autocorrelation at each lag and its largest value: [w, SIZE]."""
        loudness = torch.stack([db[:, a:b].mean(1) for a, b in self.GROUPS], 1)  # [w, groups, frames]
        loudness = nn.functional.avg_pool1d(loudness, 2)  # [w, groups, frames / 2]
        loudness = loudness - loudness.mean(2, keepdim=True)
        padded = nn.functional.pad(loudness, (0, int(self.LAGS[-1])))
        shifted = padded[:, :, self.later]  # [w, groups, lags, frames / 2]
        alike = (shifted * loudness[:, :, None]).mean(3)  # [w, groups, lags]
        alike = alike / (loudness.square().mean(2, keepdim=True) + 1e-2)
        return torch.cat([alike, alike.amax(2, keepdim=True)], 2).flatten(1)  # [w, groups * (lags + 1)]


class Gate(nn.Module):
    """Log-mel -> logit of "a usable heart sound". It asks a trained beat reader, which it does not change."""

    def __init__(self, config: NetworkConfig, reader: BeatReader) -> None:
        super().__init__()
        a, b, c, d = config.channels
        self.range_db = config.range_db
        self.reader = reader.requires_grad_(False)
        self.body = nn.Sequential(
            block(1, a, 5, (2, 4)), block(a, b, 3, 2), block(b, c, 3, (2, 1)), block(c, d, 3, (2, 1))
        )
        self.periodicity = Periodicity()
        self.head = nn.Sequential(
            nn.Linear(3 * d + 2 * MEL_BANDS + Periodicity.SIZE + RHYTHM, 32),
            nn.ReLU(),
            nn.Dropout(config.dropout),
            nn.Linear(32, 1),
        )

    def train(self, mode: bool = True) -> Gate:
        """Train or evaluate; the beat reader only ever evaluates."""
        super().train(mode)
        self.reader.eval()
        return self

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor]:
        """[w, bands, frames] -> logit [w], embedding [w, d]."""
        return self.judge(log_mel, self.reader(log_mel).rhythm)

    def judge(self, log_mel: Tensor, rhythm: Tensor) -> tuple[Tensor, Tensor]:
        """The same, where the beat reader has been asked already: rhythm [w, RHYTHM]."""
        db = level(log_mel, self.range_db) / 20
        moments = self.body(db[:, None]).mean(2)  # [w, d, frames / 8]
        colour = db.mean(2)  # [w, bands]
        contrast = (db - colour[:, :, None]).square().mean(2).add(1e-6).sqrt()  # [w, bands]
        spread = (moments - moments.mean(2, keepdim=True)).square().mean(2).add(1e-6).sqrt()  # [w, d]
        mean = moments.mean(2)  # [w, d]
        beat = self.periodicity(db)  # [w, Periodicity.SIZE]
        features = torch.cat([mean, moments.amax(2), spread, colour, contrast, beat, rhythm], 1)  # [w, all of them]
        return self.head(features)[:, 0], mean


Network = Member | BeatReader | Gate | OriginalNetwork


def build(config: NetworkConfig, reader: BeatReader | None = None) -> Network:
    """Return an untrained network of the kind asked for. Raises ValueError for a gate without a beat reader."""
    if config.kind == "member":
        return Member(config)
    if config.kind == "beat":
        return BeatReader(config)
    if config.kind == "original":
        return OriginalNetwork()
    if reader is None:
        raise ValueError("a gate asks a trained beat reader: name its experiment as `reader`")
    return Gate(config, reader)


class HeartSound(nn.Module):
    """The shipped graph: samples in, every output of the contract out."""

    def __init__(self, members: list[Member], gate: Gate, member_scale: float, beat_scale: float) -> None:
        """The committee's logit is the members' mean times one scale and the beat reader's times the other, summed."""
        super().__init__()
        self.front_end = FrontEnd()
        self.members = nn.ModuleList(members)
        self.gate = gate
        self.member_scale, self.beat_scale = member_scale, beat_scale

    def forward(self, pcg: Tensor) -> tuple[Tensor, ...]:
        """pcg [w, samples] -> the outputs that `graph.OUTPUTS` names, in that order."""
        log_mel = self.front_end(pcg)  # [w, bands, frames]
        heard = [member(log_mel) for member in self.members]
        beat = self.gate.reader(log_mel)
        quality, colour = self.gate.judge(log_mel, beat.rhythm)  # [w], [w, gate's d]
        logit = self.member_scale * torch.stack([h.logit for h in heard]).mean(0) + self.beat_scale * beat.logit
        evidence = torch.stack([h.evidence for h in heard]).mean(0)
        evidence = self.member_scale * evidence + self.beat_scale * beat.evidence  # [w, ROWS, COLUMNS]
        embedding = torch.cat([*(h.embedding for h in heard), colour], 1)  # [w, members * d + gate's d]
        return logit, quality, log_mel, evidence.sum(1), embedding, evidence, beat.parts.softmax(1)

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
from training.data.cycle import PARTS
from training.data.front_end import FRAMES, MEL_BANDS, FrontEnd
from training.model.original import OriginalNetwork

TIME_STRIDE = 8  # log-mel frames to one column of evidence
BAND_STRIDE = 8  # log-mel bands to one row
ROWS, COLUMNS = MEL_BANDS // BAND_STRIDE, FRAMES // TIME_STRIDE
BEAT_FRAMES = (FRAMES + 1) // 2  # the beat reader hears every other frame
GROUP_EDGES = (0, 1, 2, 4, 7, 11, 18, 27, 40)  # bands that the beat reader hears as one: about half an octave each
GROUPS = len(GROUP_EDGES) - 1
RHYTHM = 2 * GROUPS + 1
ALIKE = 1e-5  # peaks that differ by less, as in silence, are the same: rounding would choose one of them
SLOW_LENGTH = 132  # samples: a mean over 66 ms leaves what is slower than 15 Hz
SURE = 100.0  # a logit that is never the lower one
CLIPPED = 0.96  # of a window's largest deviation: what lies above is the more taken for cut off, the nearer it comes


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
        at_peak = (moments > peak[:, :, None] - ALIKE).float()
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
    typical: Tensor
    RANGE_DB = 70.0
    CONTRAST_DB = 2.0  # a band that moves less than this is not blown up
    STEEP = 20.0  # what differs by less than a twentieth of the contrast hardly differs

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.segmenter = Segmenter(config.channels, config.range_db)
        self.head = nn.Linear(2 * PARTS * GROUPS, 1)  # fitted once the cycle is known: `training.model.heads`
        self.register_buffer("typical", torch.zeros(2 * PARTS * GROUPS))  # features of a typical window, set there too
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
        differing = spread / contrast @ self.groups  # [w, PARTS, GROUPS]
        unsteady = (self.STEEP * differing).log1p()  # twice as unsteady is as much more, be it little or much
        features = torch.cat([mean / contrast @ self.groups, unsteady], 1).flatten(1)
        logit = self.head(features)[:, 0]
        # a heart moves with its cycle: how much each band does, and how much it moves besides
        moved = torch.cat([mean.square().mean(1) @ self.groups, spread.square().mean(1) @ self.groups], 1)
        rhythm = torch.cat([(moved + 0.1).log(), chance.amax(1).mean(1, keepdim=True)], 1)  # [w, RHYTHM]
        return Beat(logit, parts, features, rhythm, self.evidence(share, db, mean, spread, contrast, differing))

    def evidence(
        self, share: Tensor, db: Tensor, mean: Tensor, spread: Tensor, contrast: Tensor, differing: Tensor
    ) -> Tensor:
        """Share out over the picture what the logit has more or less than a typical window's: [w, ROWS, COLUMNS].

        A mean is the sum of what each frame brings to it, and a spread that of each frame's (db - mean)^2 / spread; of
        both, what a typical window has there is taken off. A spread counts by the slope from the typical one to it.
        """
        of_mean, of_spread = self.head.weight.view(2, PARTS, -1)  # [PARTS, GROUPS] each
        usual_mean, usual_unsteady = self.typical.view(2, PARTS, -1)  # the same
        usual = (usual_unsteady.exp() - 1) / self.STEEP
        gap = differing - usual
        secant = ((self.STEEP * differing).log1p() - usual_unsteady) / gap
        slope = torch.where(gap.abs() < 1e-3, self.STEEP / (1 + self.STEEP * differing), secant)
        of_spread = of_spread * slope  # [w, PARTS, GROUPS]
        to_mean = of_mean @ self.groups.T / contrast  # [w, PARTS, bands]
        to_spread = of_spread @ self.groups.T / contrast / spread  # [w, PARTS, bands]
        taken_off = (of_mean * usual_mean + of_spread * usual) @ self.groups.T  # [w, PARTS, bands]
        frames = share.transpose(1, 2)  # [w, f, PARTS]
        brought = db * (frames @ (to_mean - 2 * to_spread * mean)) + db.square() * (frames @ to_spread)
        brought = brought + frames @ (to_spread * mean.square() - taken_off)  # [w, f, bands]
        rows = brought.transpose(1, 2).unflatten(1, (ROWS, BAND_STRIDE)).sum(2)  # [w, ROWS, f]
        return rows @ self.columns


class Periodicity(nn.Module):
    """How alike a curve is to itself a while later: the best sign of a beat (degree of periodicity, Li 2010)."""

    later: Tensor
    LAGS = torch.arange(8, 63)  # of 32 ms: 0.26 to 2 s, 30 to 230 beats a minute

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("later", self.LAGS[:, None] + torch.arange(FRAMES // 2), persistent=False)

    def forward(self, curves: Tensor) -> Tensor:
        """[w, curves, frames] -> normalised autocorrelation at each lag [w, curves, lags]."""
        even = nn.functional.avg_pool1d(curves, 2)  # [w, curves, frames / 2]
        even = even - even.mean(2, keepdim=True)
        shifted = nn.functional.pad(even, (0, int(self.LAGS[-1])))[:, :, self.later]  # [w, curves, lags, frames / 2]
        alike = (shifted * even[:, :, None]).mean(3)
        return alike / (even.square().mean(2, keepdim=True) + 1e-2)


class Gate(nn.Module):
    """Samples -> logit of "a usable heart sound". It asks a trained beat reader, which it does not change.

    Two opinions must agree, so the lower counts: a network's, which knows sounds that are no hearts, and that of a
    weighted sum of a few signs, which has too few freedoms to learn a hospital's habits.
    """

    weigh: Tensor
    LOUDNESS = ((0, 7), (7, 20))  # bands: first and second sound, murmurs
    HEART, BEAT = slice(0, 6), slice(0, 20)  # bands: 20 to 150 Hz, where a chest is loudest; 20 to 400 Hz
    SIGNS = 4 + len(LOUDNESS) + 1 + RHYTHM
    BEATS = len(LOUDNESS) * (len(Periodicity.LAGS) + 1)

    def __init__(self, config: NetworkConfig, reader: BeatReader) -> None:
        super().__init__()
        a, b, c, d = config.channels
        self.range_db = config.range_db
        self.reader = reader.requires_grad_(False)
        self.front_end, self.periodicity = FrontEnd(), Periodicity()
        self.body = nn.Sequential(
            block(1, a, 5, (2, 4)), block(a, b, 3, 2), block(b, c, 3, (2, 1)), block(c, d, 3, (2, 1))
        )
        self.head = nn.Sequential(
            nn.Linear(3 * d + 2 * MEL_BANDS + self.BEATS + RHYTHM, 32),
            nn.ReLU(),
            nn.Dropout(config.dropout),
            nn.Linear(32, 1),
        )
        self.sum = nn.Linear(self.SIGNS, 1).requires_grad_(False)  # fitted once the network is: `training.model.heads`
        nn.init.zeros_(self.sum.weight)
        nn.init.constant_(self.sum.bias, SURE)  # until it is fitted it agrees to everything
        self.register_buffer("weigh", torch.ones(1))  # what makes the network's logits deviate as much as the sum's

    def train(self, mode: bool = True) -> Gate:
        """Train or evaluate; the beat reader only ever evaluates."""
        super().train(mode)
        self.reader.eval()
        return self

    def forward(self, pcg: Tensor) -> tuple[Tensor, Tensor]:
        """[w, samples] -> logit [w], the network's embedding [w, d]."""
        log_mel = self.front_end(pcg)
        return self.judge(pcg, log_mel, self.reader(log_mel).rhythm)

    def judge(self, pcg: Tensor, log_mel: Tensor, rhythm: Tensor) -> tuple[Tensor, Tensor]:
        """The same, where front end and beat reader have been asked already: rhythm [w, RHYTHM]."""
        alike = self.alike(log_mel)
        logit, embedding = self.listen(log_mel, alike, rhythm)
        seen = self.sum(self.signs(pcg, log_mel, alike, rhythm))[:, 0]
        return torch.minimum(self.weigh * logit, seen), embedding

    def alike(self, log_mel: Tensor) -> Tensor:
        """How alike the loudness is to itself later [w, curves, lags]: each group's level, then the amplitude."""
        db = level(log_mel, self.range_db) / 20
        amplitude = (10 ** (log_mel[:, self.BEAT] / 10)).sum(1).sqrt()  # [w, frames]
        amplitude = amplitude / (amplitude.mean(1, keepdim=True) + 1e-6)
        return self.periodicity(torch.stack([*(db[:, a:b].mean(1) for a, b in self.LOUDNESS), amplitude], 1))

    def listen(self, log_mel: Tensor, alike: Tensor, rhythm: Tensor) -> tuple[Tensor, Tensor]:
        """The network's opinion alone, given what `alike` found: logit [w], embedding [w, d]."""
        db = level(log_mel, self.range_db) / 20
        moments = self.body(db[:, None]).mean(2)  # [w, d, frames / 8]
        colour = db.mean(2)  # [w, bands]
        contrast = (db - colour[:, :, None]).square().mean(2).add(1e-6).sqrt()  # [w, bands]
        spread = (moments - moments.mean(2, keepdim=True)).square().mean(2).add(1e-6).sqrt()  # [w, d]
        mean = moments.mean(2)  # [w, d]
        loudness = alike[:, : len(self.LOUDNESS)]  # [w, groups, lags]
        beat = torch.cat([loudness, loudness.amax(2, keepdim=True)], 2).flatten(1)
        features = torch.cat([mean, moments.amax(2), spread, colour, contrast, beat, rhythm], 1)  # [w, all of them]
        return self.head(features)[:, 0], mean

    def signs(self, pcg: Tensor, log_mel: Tensor, alike: Tensor, rhythm: Tensor) -> Tensor:
        """What shows a usable recording at first sight [w, SIGNS].

        How much of it lies where a chest is loudest, how much is rumble below 15 Hz, how peaked its loudness is, how
        much is clipped, how regular it is, how it moves with the cycle.
        """
        power = 10 ** (log_mel / 10)
        everything, beat = power.sum((1, 2)) + 1e-12, power[:, self.BEAT].sum(1)  # [w], [w, frames]
        chest = (power[:, self.HEART].sum((1, 2)) / everything + 1e-6).log()
        peaked = (beat.square().mean(1) / (beat.mean(1).square() + 1e-20) + 1e-3).log()
        wave = pcg - pcg.mean(1, keepdim=True)
        slow = nn.functional.avg_pool1d(wave[:, None], SLOW_LENGTH, SLOW_LENGTH // 4)[:, 0]
        rumble = (slow.square().mean(1) / (wave.square().mean(1) + 1e-14) + 1e-6).log()
        size = wave.abs() / (wave.abs().amax(1, keepdim=True) + 1e-7)
        clipped = ((size - CLIPPED) / (1 - CLIPPED)).clamp(min=0).mean(1)
        return torch.cat([torch.stack([chest, rumble, peaked, clipped], 1), alike.amax(2), rhythm], 1)


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
        quality, colour = self.gate.judge(pcg, log_mel, beat.rhythm)  # [w], [w, gate's d]
        logit = self.member_scale * torch.stack([h.logit for h in heard]).mean(0) + self.beat_scale * beat.logit
        evidence = torch.stack([h.evidence for h in heard]).mean(0)
        evidence = self.member_scale * evidence + self.beat_scale * beat.evidence  # [w, ROWS, COLUMNS]
        embedding = torch.cat([*(h.embedding for h in heard), colour], 1)  # [w, members * d + gate's d]
        return logit, quality, log_mel, evidence.sum(1), embedding, evidence, beat.parts.softmax(1)

"""The network: a front end, a committee that listens for abnormality, a gate that asks whether it is a heart at all.

The committee's members have the same shape and different training recordings; their logits are averaged inside the
graph. A member never sees a sensor's colour (each band's mean over the window is taken out); the gate does, because
colour is the best single sign of a heart on a chest.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.config import NetworkConfig
from training.front_end import FRAMES, MEL_BANDS, FrontEnd

TIME_STRIDE = 8  # log-mel frames to one frame of evidence


def block(inputs: int, outputs: int, size: int = 3, stride: int | tuple[int, int] = 1) -> nn.Sequential:
    """Convolve [w, inputs, bands, frames] -> [w, outputs, bands / stride, frames / stride], normalise, rectify."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


def level(log_mel: Tensor, range_db: float) -> Tensor:
    """Set the loudest spot of each window to 0 dB and everything `range_db` below it to -range_db."""
    return (log_mel - log_mel.amax((1, 2), keepdim=True)).clamp(min=-range_db)


def whiten(db: Tensor, contrast: str) -> Tensor:
    """Take the sensor's colour (each band's mean over time) out, and the contrast where it is the window's "own"."""
    db = db - db.mean(2, keepdim=True)  # [w, bands, frames]
    return db / 8 if contrast == "fixed" else db / (db.square().mean((1, 2), keepdim=True).sqrt() + 1e-2)


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


class Member(nn.Module):
    """Log-mel -> logit of "abnormal", its evidence over time, its embedding."""

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

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """[w, bands, frames] -> logit [w], embedding [w, d], evidence [w, evidence_frames]."""
        spots = self.body(
            whiten(level(log_mel, self.range_db), self.contrast)[:, None]
        )  # [w, d, bands / 8, frames / 8]
        moments = spots.mean(2)  # [w, d, frames / 8]
        mean, peak = moments.mean(2), moments.amax(2)  # [w, d] each
        logit = self.mean_head(self.drop(mean)) + self.peak_head(self.drop(peak))  # [w, 1]
        evidence = self.mean_head(moments.transpose(1, 2))  # [w, frames / 8, 1]
        return logit[:, 0], mean, evidence[:, :, 0]


class Gate(nn.Module):
    """Log-mel -> logit of "a usable heart sound"."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        a, b, c, d = config.channels
        self.range_db = config.range_db
        self.body = nn.Sequential(
            block(1, a, 5, (2, 4)), block(a, b, 3, 2), block(b, c, 3, (2, 1)), block(c, d, 3, (2, 1))
        )
        self.periodicity = Periodicity()
        self.head = nn.Sequential(
            nn.Linear(3 * d + 2 * MEL_BANDS + Periodicity.SIZE, 32),
            nn.ReLU(),
            nn.Dropout(config.dropout),
            nn.Linear(32, 1),
        )

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor]:
        """[w, bands, frames] -> logit [w], embedding [w, d]."""
        db = level(log_mel, self.range_db) / 20
        moments = self.body(db[:, None]).mean(2)  # [w, d, frames / 8]
        colour = db.mean(2)  # [w, bands]
        contrast = (db - colour[:, :, None]).square().mean(2).add(1e-6).sqrt()  # [w, bands]
        spread = (moments - moments.mean(2, keepdim=True)).square().mean(2).add(1e-6).sqrt()  # [w, d]
        mean = moments.mean(2)  # [w, d]
        beat = self.periodicity(db)  # [w, Periodicity.SIZE]
        features = torch.cat([mean, moments.amax(2), spread, colour, contrast, beat], 1)  # [w, all of them]
        return self.head(features)[:, 0], mean


class HeartSound(nn.Module):
    """The shipped graph: samples in, every output of the contract out."""

    def __init__(self, members: list[Member], gate: Gate) -> None:
        super().__init__()
        self.front_end = FrontEnd()
        self.members = nn.ModuleList(members)
        self.gate = gate

    def forward(self, pcg: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """pcg [w, samples] -> abnormal_logit [w], quality_logit [w], log_mel, evidence [w, t], embedding [w, d]."""
        log_mel = self.front_end(pcg)  # [w, bands, frames]
        heard = [member(log_mel) for member in self.members]
        logit = torch.stack([h[0] for h in heard]).mean(0)  # [w]
        evidence = torch.stack([h[2] for h in heard]).mean(0)  # [w, t]
        quality, colour = self.gate(log_mel)  # [w], [w, gate's d]
        embedding = torch.cat([*(h[1] for h in heard), colour], 1)  # [w, members * d + gate's d]
        return logit, quality, log_mel, evidence, embedding


def build(target: str, config: NetworkConfig) -> Member | Gate:
    """Return an untrained member ("abnormal") or gate ("quality")."""
    return Gate(config) if target == "quality" else Member(config)

"""The gate: is this a usable heart sound at all?

It sees a sensor's colour, which no listener for abnormality does: colour is the best single sign of a heart on a chest.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.config import NetworkConfig
from training.data.front_end import MEL_BANDS, FrontEnd
from training.model.beat_reader import RHYTHM, BeatReader
from training.model.periodicity import Periodicity
from training.model.picture import block, level, power_of

SLOW_LENGTH = 132  # samples: a mean over 66 ms leaves what is slower than 15 Hz
HEART_LEAD = 0.7  # a heart must be heard so much more surely than it is called usable
SURE = 100.0  # a logit that is never the lower one
CLIPPED = 0.96  # of a window's largest deviation: what lies above is the more taken for cut off, the nearer it comes


class Gate(nn.Module):
    """Samples -> logit of "a usable heart sound". It asks a trained beat reader, which it does not change.

    Three opinions must agree, so the lowest counts: a network's two, on whether a recording is usable and on whether
    there is a heart at all, and that of a weighted sum of a few signs, which has too few freedoms to learn a hospital's
    habits. A poor recording of a heart is nearer to unusable ones than many a sound that is no heart: one logit could
    not keep the first and refuse the second.
    """

    weigh: Tensor
    LOUDNESS = ((0, 7), (7, 20))  # bands: first and second sound, murmurs
    HEART, BEAT = slice(0, 6), slice(0, 20)  # bands: 20 to 150 Hz, where a chest is loudest; 20 to 400 Hz
    SIGNS = 4 + len(LOUDNESS) + 1 + RHYTHM
    BEATS = len(LOUDNESS) * (len(Periodicity.LAGS) + 1)

    def __init__(self, config: NetworkConfig, reader: BeatReader) -> None:
        super().__init__()
        a, b, c, d = config.channels
        self.reader = reader.requires_grad_(False)
        self.front_end, self.periodicity = FrontEnd(), Periodicity()
        self.body = nn.Sequential(
            block(1, a, 5, (2, 4)), block(a, b, 3, 2), block(b, c, 3, (2, 1)), block(c, d, 3, (2, 1))
        )
        self.head = nn.Sequential(
            nn.Linear(3 * d + 2 * MEL_BANDS + self.BEATS + RHYTHM, 32),
            nn.ReLU(),
            nn.Dropout(config.dropout),
            nn.Linear(32, 2),
        )
        self.sum = nn.Linear(self.SIGNS, 1).requires_grad_(False)  # fitted once the network is: `training.model.heads`
        nn.init.zeros_(self.sum.weight)
        nn.init.constant_(self.sum.bias, SURE)  # until it is fitted it agrees to everything
        self.register_buffer("weigh", torch.ones(1))  # what makes its "usable" deviate as much as the sum

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
        logits, embedding = self.listen(log_mel, alike, rhythm)
        usable, heart = logits.unbind(1)
        seen = self.sum(self.signs(pcg, log_mel, alike, rhythm))[:, 0]
        return torch.minimum(torch.minimum(self.weigh * usable, seen), heart - HEART_LEAD), embedding

    def alike(self, log_mel: Tensor) -> Tensor:
        """How alike the loudness is to itself later [w, curves, lags]: each group's level, then the amplitude."""
        db = level(log_mel) / 20
        amplitude = power_of(log_mel[:, self.BEAT]).sum(1).sqrt()  # [w, frames]
        amplitude = amplitude / (amplitude.mean(1, keepdim=True) + 1e-6)
        return self.periodicity(torch.stack([*(db[:, a:b].mean(1) for a, b in self.LOUDNESS), amplitude], 1))

    def listen(self, log_mel: Tensor, alike: Tensor, rhythm: Tensor) -> tuple[Tensor, Tensor]:
        """The network's opinions alone, given what `alike` found.

        -> logits of "usable" and "a heart" [w, 2], embedding [w, d].
        """
        db = level(log_mel) / 20
        moments = self.body(db[:, None]).mean(2)  # [w, d, frames / 8]
        colour = db.mean(2)  # [w, bands]
        contrast = (db - colour[:, :, None]).square().mean(2).add(1e-6).sqrt()  # [w, bands]
        spread = (moments - moments.mean(2, keepdim=True)).square().mean(2).add(1e-6).sqrt()  # [w, d]
        mean = moments.mean(2)  # [w, d]
        loudness = alike[:, : len(self.LOUDNESS)]  # [w, groups, lags]
        beat = torch.cat([loudness, loudness.amax(2, keepdim=True)], 2).flatten(1)
        features = torch.cat([mean, moments.amax(2), spread, colour, contrast, beat, rhythm], 1)  # [w, all of them]
        return self.head(features), mean

    def signs(self, pcg: Tensor, log_mel: Tensor, alike: Tensor, rhythm: Tensor) -> Tensor:
        """What shows a usable recording at first sight [w, SIGNS].

        How much of it lies where a chest is loudest, how much is rumble below 15 Hz, how peaked its loudness is, how
        much is clipped, how regular it is, how it moves with the cycle.
        """
        power = power_of(log_mel)
        everything, beat = power.sum((1, 2)) + 1e-12, power[:, self.BEAT].sum(1)  # [w], [w, frames]
        chest = (power[:, self.HEART].sum((1, 2)) / everything + 1e-6).log()
        peaked = (beat.square().mean(1) / (beat.mean(1).square() + 1e-20) + 1e-3).log()
        wave = pcg - pcg.mean(1, keepdim=True)
        slow = nn.functional.avg_pool1d(wave[:, None], SLOW_LENGTH, SLOW_LENGTH // 4)[:, 0]
        rumble = (slow.square().mean(1) / (wave.square().mean(1) + 1e-14) + 1e-6).log()
        size = wave.abs() / (wave.abs().amax(1, keepdim=True) + 1e-7)
        clipped = ((size - CLIPPED) / (1 - CLIPPED)).clamp(min=0).mean(1)
        return torch.cat([torch.stack([chest, rumble, peaked, clipped], 1), alike.amax(2), rhythm], 1)

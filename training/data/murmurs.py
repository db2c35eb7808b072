"""Made-up murmurs, put between the sounds of recordings labelled normal.

Of the labelled recordings each hospital gives few, and in each hospital the abnormal ones were often recorded in
another way than the normal ones. A normal heart with a murmur added differs from itself without one in nothing else:
neither sensor nor room can be learned instead. What is added is noise of one band, under an envelope that follows the
cycle (Braunwald's Heart Disease, chapter on auscultation, describes the shapes).
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.data.augment import to_db, to_power, uniform
from training.data.front_end import band_edges

SYSTOLIC, DIASTOLIC = 0.7, 0.25  # shares; the rest is continuous
SOFTEST_DB = -32.0  # against the heart sounds
ABOVE_FLOOR_DB = (4.0, 12.0)  # a murmur below the noise could not be heard, and must not be labelled


def bump(along: Tensor, rise: Tensor) -> Tensor:
    """0 at 0 and 1, 1 at `rise`, straight between: a crescendo and a decrescendo; 0 outside."""
    return torch.minimum(along / rise, (1 - along) / (1 - rise)).clamp(0, 1)


def shapes(position: Tensor) -> Tensor:
    """Amplitude of one murmur a window over the cycle: position [w x frames], 0 to 2 -> [w x frames], 0 to 1.

    Systolic ones rise and fall early, in the middle or late, or stay level; diastolic ones fall from S2 on, or rumble
    in the middle; continuous ones are loudest at S2.
    """
    count = len(position)
    start, end = uniform(count, 0.1, 0.3), uniform(count, 0.85, 1.0)
    systole = (position - start) / (end - start)
    late = (torch.rand(count, 1) < 0.25) * uniform(count, 0.2, 0.5)
    systole = (systole - late) / (1 - late)
    level = torch.rand(count, 1) < 0.3
    steady = ((systole > 0) & (systole < 1)).float()
    systolic = torch.where(level, steady, bump(systole, uniform(count, 0.15, 0.85)))
    rumbles = torch.rand(count, 1) < 0.3
    diastole = (position - 1 - uniform(count, 0.03, 0.15)) / uniform(count, 0.3, 0.8)
    diastolic = bump(diastole, torch.where(rumbles, uniform(count, 0.3, 0.6), torch.full((count, 1), 0.05)))
    continuous = 0.1 + 0.9 * bump(position / 2, torch.full((count, 1), 0.5))
    kind = torch.rand(count, 1)
    chosen = torch.where(kind < SYSTOLIC, systolic, torch.where(kind < SYSTOLIC + DIASTOLIC, diastolic, continuous))
    return torch.nan_to_num(chosen)


def beat_number(position: Tensor) -> Tensor:
    """How many beats have begun before each frame: [w x frames] -> the same."""
    known = torch.nan_to_num(position, nan=0.0)
    began = known[:, 1:] < known[:, :-1]
    return torch.nn.functional.pad(began.long().cumsum(1), (1, 0))


def add_murmurs(power: Tensor, position: Tensor, hiss: Tensor, loudest_db: float) -> Tensor:
    """Put one murmur into each window: power [w x bands x frames], position [w x frames] -> power of both.

    `hiss` [w x bands x frames] is the power of white noise as the front end hears it, whose grain the murmur takes. It
    is at most `loudest_db` as loud as the heart sounds.
    """
    count = len(power)
    hz = torch.tensor(band_edges()[:, 1], dtype=torch.float32)
    pitch = torch.exp(uniform(count, 4.2, 6.05))  # 67 to 424 Hz
    width = uniform(count, 0.35, 0.9)  # octaves
    band = torch.exp(-0.5 * (torch.log2(hz / pitch) / width) ** 2)  # [w, bands]
    beats = beat_number(position)
    louder_db = 1.5 * torch.randn(count, int(beats.max()) + 1)
    envelope = shapes(position) ** 2 * 10 ** (louder_db.gather(1, beats) / 10)  # [w, frames]
    sounds = power.sum(1).quantile(0.97, dim=1, keepdim=True)  # of the heart sounds: [w, 1]
    floor = (power.median(2).values * band).sum(1, keepdim=True)
    loudness = sounds * 10 ** (uniform(count, SOFTEST_DB, loudest_db) / 10)
    loudness = torch.maximum(loudness, floor * 10 ** (uniform(count, *ABOVE_FLOOR_DB) / 10)).minimum(
        sounds * 10 ** (max(loudest_db, 3.0) / 10)
    )
    grain = hiss / hiss.mean((1, 2), keepdim=True)
    return power + (loudness * band / band.sum(1, keepdim=True))[:, :, None] * envelope[:, None] * grain


def murmured(log_mel: Tensor, position: Tensor, hiss: Tensor, loudest_db: float) -> Tensor:
    """The same for log-mel in decibels."""
    return to_db(add_murmurs(to_power(log_mel), position, hiss, loudest_db))


def audible(position: Tensor) -> Tensor:
    """Windows whose cycle is known for at least half of the time: [w]. Only these can be given a murmur."""
    return position.isfinite().float().mean(1) > 0.5

"""Makes a window sound as if another sensor, in another room, on another chest had recorded it.

What a stethoscope's colour, a phone's microphone and a noisy room change must not change the answer. A sensor's colour
is a number of decibels for each band, and sounds that are not alike add their powers, so all of it is done on
log-mel windows [windows x bands x frames], which the front end made once.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from training.config import AugmentConfig
from training.data.front_end import FLOOR_DB, WINDOW_LENGTH, FrontEnd, band_edges
from training.data.noise import Noise
from training.data.nonheart import KINDS, make

SOUNDS_PER_KIND = 30


def some(windows: int, share: float) -> Tensor:
    """Draw which windows are changed: [windows x 1] of 0 or 1."""
    return (torch.rand(windows, 1) < share).float()


def uniform(windows: int, low: float, high: float) -> Tensor:
    """Draw one number a window: [windows x 1]."""
    return low + (high - low) * torch.rand(windows, 1)


def to_power(log_mel: Tensor) -> Tensor:
    """Decibels to power, same shape."""
    return 10 ** (log_mel / 10)


def to_db(power: Tensor) -> Tensor:
    """Power to decibels with the front end's floor, same shape."""
    return 10 * torch.log10(power + 10 ** (FLOOR_DB / 10))


def curve(windows: int, knots: int, size: int, deviation: float) -> Tensor:
    """A random curve through normal knots: [windows x size]."""
    return torch.nn.functional.interpolate(deviation * torch.randn(windows, 1, knots), size, mode="linear")[:, 0]


class Room:
    """What else sounds: hiss, and real and made-up sounds of every kind, as powers; the same for a seed."""

    def __init__(self, seed: int, noise: Noise) -> None:
        rng, front_end = np.random.default_rng([seed, 11]), FrontEnd()
        kinds = [kind for kind in KINDS if kind not in ("silence", "white noise")]
        hiss = 0.3 * rng.standard_normal((len(kinds) * SOUNDS_PER_KIND, WINDOW_LENGTH))
        made_up = [make(kind, rng, WINDOW_LENGTH) for kind in kinds for _ in range(SOUNDS_PER_KIND)]
        real = noise.windows(rng, np.flatnonzero(~noise.left_out), len(made_up))
        other = np.stack([*made_up, *real]).astype(np.float32)
        with torch.no_grad():
            self.hiss = to_power(front_end(torch.tensor(hiss, dtype=torch.float32)))  # [sounds, bands, frames]
            self.other = to_power(front_end(torch.tensor(other)))  # [sounds, bands, frames]

    def some_hiss(self, windows: int) -> Tensor:
        """White noise: power [windows x bands x frames]."""
        return self.hiss[torch.randint(len(self.hiss), (windows,))]

    def some_sound(self, windows: int) -> Tensor:
        """Noise of a random colour (power falling with f^0 to f^-2), or another sound: power [w x bands x frames]."""
        hz = torch.tensor(band_edges()[:, 1] / 100, dtype=torch.float32)
        noise = self.some_hiss(windows) * (hz ** -uniform(windows, 0, 2))[:, :, None]
        other = self.other[torch.randint(len(self.other), (windows,))]
        return torch.where(torch.rand(windows, 1, 1) < 0.6, noise, other)


def another_room(log_mel: Tensor, room: Room, config: AugmentConfig) -> Tensor:
    """Add another sound at a random signal-to-noise ratio to some windows."""
    noisy = torch.rand(len(log_mel)) < config.noise_share
    count = int(noisy.sum())
    heart, sound = to_power(log_mel[noisy]), room.some_sound(count)
    ratio = heart.mean((1, 2), keepdim=True) / sound.mean((1, 2), keepdim=True)
    amount = ratio * 10 ** (-uniform(count, *config.noise_snr_db) / 10)[:, :, None]
    changed = log_mel.clone()
    changed[noisy] = to_db(heart + sound * amount)
    return changed


def another_sensor(log_mel: Tensor, config: AugmentConfig) -> Tensor:
    """Colour each window with a random smooth equaliser, some with a high-pass, a low-pass or no treble at all."""
    count, bands, _ = log_mel.shape
    hz = torch.tensor(band_edges()[:, 1], dtype=torch.float32)
    ratio = (hz / torch.exp(uniform(count, 2.7, 5.0))) ** 2  # corners of 15 to 150 Hz
    high_pass = 20 * torch.log10(ratio / (1 + ratio))  # 12 dB an octave: [w, bands]
    low_pass = -20 * torch.log10(1 + (hz / torch.exp(uniform(count, 5.0, 6.7))) ** 4)  # corners of 150 to 800 Hz
    colour = curve(count, 6, bands, config.equaliser_db)
    colour = colour + high_pass * some(count, config.high_pass_share) + low_pass * some(count, config.low_pass_share)
    gone = hz > torch.exp(uniform(count, 4.8, 6.55)) / some(count, config.cut_share)  # [w, bands]
    return (log_mel + colour[:, :, None]).masked_fill(gone[:, :, None], FLOOR_DB)


def mask(log_mel: Tensor, config: AugmentConfig) -> Tensor:
    """Level a random span of frames and a random span of bands to the window's mean: log-mel -> the same shape."""
    count, bands, frames = log_mel.shape
    mean = log_mel.mean((1, 2), keepdim=True)  # [w, 1, 1]

    def span(size: int, longest: int, share: float) -> Tensor:
        start = torch.rand(count, 1) * (size - longest)
        end = start + torch.rand(count, 1) * longest * some(count, share)
        at = torch.arange(size)
        return (at >= start) & (at < end)  # [w, size]

    hidden = span(frames, config.time_mask_frames, config.time_mask_share)[:, None]  # [w, 1, frames]
    hidden = hidden | span(bands, config.band_mask_bands, config.band_mask_share)[:, :, None]  # [w, bands, frames]
    return torch.where(hidden, mean, log_mel)


def another_recording(log_mel: Tensor, room: Room, config: AugmentConfig) -> Tensor:
    """All of the above, in the order in which sound reaches a file: [windows x bands x frames] -> the same."""
    return mask(another_sensor(another_room(log_mel, room, config), config), config)

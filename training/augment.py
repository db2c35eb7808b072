"""Makes a window sound as if another sensor, in another room, on another chest had recorded it.

What a stethoscope's colour, a phone's microphone and a noisy room change must not change the answer. Everything works
on a batch at once, on samples [windows x samples], their spectrum [windows x bins] or
log-mel [windows x bands x frames].
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.config import AugmentConfig
from training.front_end import SAMPLE_RATE


def some(windows: int, share: float) -> Tensor:
    """Draw which windows are changed: [windows x 1] of 0 or 1."""
    return (torch.rand(windows, 1) < share).float()


def uniform(windows: int, low: float, high: float) -> Tensor:
    """Draw one number a window: [windows x 1]."""
    return low + (high - low) * torch.rand(windows, 1)


def rms(pcg: Tensor) -> Tensor:
    """Root mean square of each window without its offset: [windows x 1]."""
    return pcg.std(1, keepdim=True) + 1e-9


def another_sensor(spectrum: Tensor, config: AugmentConfig) -> Tensor:
    """Colour each spectrum [windows x bins] with a random smooth equaliser, high-pass and low-pass."""
    count, bins = spectrum.shape
    hz = torch.linspace(0, SAMPLE_RATE / 2, bins)
    knots = config.equaliser_db * torch.randn(count, 1, 10)
    gain_db = torch.nn.functional.interpolate(knots, size=bins, mode="linear")[:, 0]  # [w, bins]
    corner = torch.exp(uniform(count, 2.7, 4.6))  # 15 to 100 Hz
    ratio = (hz.clamp(min=1) / corner) ** 2
    high_pass = ratio / (1 + ratio)  # falls by 12 dB an octave: [w, bins]
    corner = torch.exp(uniform(count, 5.0, 6.7))  # 150 to 800 Hz
    low_pass = 1 / (1 + (hz / corner) ** 4)
    gain = 10 ** (gain_db / 20)
    gain = gain * high_pass ** some(count, config.high_pass_share) * low_pass ** some(count, config.low_pass_share)
    return spectrum * gain


def another_room(spectrum: Tensor, config: AugmentConfig) -> Tensor:
    """Add noise of a random colour (power falling with 1/f^0 to 1/f^2) at a random signal-to-noise ratio.

    spectrum [windows x bins] of samples -> the same; noise made as a spectrum is noise in time.
    """
    count, bins = spectrum.shape
    hz = torch.linspace(0, SAMPLE_RATE / 2, bins).clamp(min=5)
    noise = torch.randn(count, bins, dtype=torch.complex64) * hz ** -uniform(count, 0, 1)
    power = spectrum[:, 1:].abs().square().mean(1, keepdim=True), noise[:, 1:].abs().square().mean(1, keepdim=True)
    snr_db = uniform(count, *config.noise_snr_db)
    amount = (power[0] / power[1]).sqrt() * 10 ** (-snr_db / 20)  # [w, 1]
    return spectrum + noise * amount * some(count, config.noise_share)


def another_level(pcg: Tensor, config: AugmentConfig) -> Tensor:
    """Let the gain wander over the window, then clip the loudest peaks of some windows."""
    count, length = pcg.shape
    wander_db = config.gain_wander_db * torch.randn(count, 1, 5)
    wander = torch.nn.functional.interpolate(wander_db, size=length, mode="linear")[:, 0]  # [w, samples]
    pcg = (pcg - pcg.mean(1, keepdim=True)) * 10 ** (wander / 20)
    peak = pcg.abs().amax(1, keepdim=True)
    limit = peak * (1 - some(count, config.clip_share) * uniform(count, 0.2, 0.8))
    return torch.maximum(torch.minimum(pcg, limit), -limit)


def another_recording(pcg: Tensor, config: AugmentConfig) -> Tensor:
    """All of the above, in the order in which sound reaches a file: [windows x samples] -> the same."""
    spectrum = torch.fft.rfft(pcg)  # [w, bins]
    spectrum = another_sensor(another_room(spectrum, config), config)
    return another_level(torch.fft.irfft(spectrum, n=pcg.shape[1]), config)


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

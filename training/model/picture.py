"""The log-mel picture as every listener takes it: levelled, without the sensor's colour, convolved."""

from __future__ import annotations

import math

from torch import Tensor, nn

from training.data.front_end import FRAMES, MEL_BANDS

TIME_STRIDE = 8  # log-mel frames to one column of evidence
BAND_STRIDE = 8  # log-mel bands to one row
RANGE_DB = 60.0  # quiet spots are levelled this far below the loudest: hides noise floors and digital silence
ROWS, COLUMNS = MEL_BANDS // BAND_STRIDE, FRAMES // TIME_STRIDE


def level(log_mel: Tensor, range_db: float = RANGE_DB) -> Tensor:
    """Set the loudest spot of each window to 0 dB and everything `range_db` below it to -range_db."""
    return (log_mel - log_mel.amax((1, 2), keepdim=True)).clamp(min=-range_db)


def power_of(log_mel: Tensor) -> Tensor:
    """Power of decibels, same shape; as an exponential, which a processor is quicker at than at a power of ten."""
    return (log_mel * (math.log(10) / 10)).exp()


def without_colour(db: Tensor) -> Tensor:
    """Take the sensor's colour out, each band's mean over time: [w, bands, frames] -> the same."""
    return db - db.mean(2, keepdim=True)


def block(inputs: int, outputs: int, size: int = 3, stride: int | tuple[int, int] = 1) -> nn.Sequential:
    """Convolve [w, inputs, bands, frames] -> [w, outputs, bands / stride, frames / stride], normalise, rectify."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )

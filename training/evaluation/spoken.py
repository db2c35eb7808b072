"""Speech from `espeak-ng`, where it is installed: an independent check that the gate refuses voices it never met."""

from __future__ import annotations

import io
import shutil
import subprocess

import numpy as np
import scipy.signal
import soundfile

from training.data.arrays import Singles
from training.data.front_end import SAMPLE_RATE

VOICES = ["en", "de", "fr", "es", "it", "ru", "pl", "sv", "tr", "nl"]
SENTENCES = [
    "Good morning, please sit down. I am going to listen to your heart for a moment.",
    "The train to the north leaves from platform seven at a quarter past nine.",
    "One, two, three, four, five, six, seven, eight, nine, ten, and once again from the start.",
    "It rained all night, but towards morning the wind turned and the sky over the sea grew clear.",
]


def available() -> bool:
    """Whether `espeak-ng` can be called."""
    return shutil.which("espeak-ng") is not None


def spoken(rng: np.random.Generator, count: int) -> Singles:
    """A voice reading one of the sentences, in a random language, pitch and speed, repeated to [count] samples.

    Raises subprocess.CalledProcessError when espeak-ng fails.
    """
    command = ["espeak-ng", "--stdout", "-v", str(rng.choice(VOICES)), "-s", str(rng.integers(110, 220))]
    command += ["-p", str(rng.integers(10, 95)), str(rng.choice(SENTENCES))]
    wave = subprocess.run(command, check=True, capture_output=True).stdout
    samples, rate = soundfile.read(io.BytesIO(wave), dtype="float64")
    slow = scipy.signal.resample_poly(samples, SAMPLE_RATE, rate)
    slow = np.resize(slow, count) / np.abs(slow).max() * 0.5
    return (slow + 10 ** rng.uniform(-4, -2) * rng.standard_normal(count)).astype(np.float32)

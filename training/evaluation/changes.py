"""What a phone and a room do to a recording: compression by `ffmpeg` where it is installed, a cut bass, hiss."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

import numpy as np
import scipy.signal

from training.data.arrays import Singles
from training.data.front_end import SAMPLE_RATE

Change = Callable[[Singles], Singles]

PHONE_RATE = 48_000  # Hz: what browsers record at
BASS_HZ = 100.0
HISS_DB = 20.0


def through(samples: Singles, encoder: list[str]) -> Singles:
    """Encode as a phone's browser would and decode again: [n] -> about [n], some milliseconds later.

    Raises subprocess.CalledProcessError when ffmpeg fails, or lacks the encoder.
    """

    def ffmpeg(given: bytes, *arguments: str) -> bytes:
        command = ["ffmpeg", "-v", "error", *arguments, "pipe:1"]
        return subprocess.run(command, input=given, check=True, capture_output=True).stdout

    raw = ["-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "1"]
    small = ffmpeg(samples.tobytes(), *raw, "-i", "pipe:0", "-ar", str(PHONE_RATE), *encoder)
    return np.frombuffer(ffmpeg(small, "-i", "pipe:0", *raw), np.float32)


def without_bass(samples: Singles) -> Singles:
    """A high-pass of 12 dB an octave, as in front of a small microphone."""
    corner = scipy.signal.butter(2, BASS_HZ, "high", fs=SAMPLE_RATE, output="sos")
    return np.asarray(scipy.signal.sosfilt(corner, samples), np.float32)


def with_hiss(samples: Singles) -> Singles:
    """White noise below the recording's own mean power; the same for the same recording."""
    loudness = float(np.std(samples))
    hiss = np.random.default_rng(len(samples)).standard_normal(len(samples))
    return (samples + loudness * 10 ** (-HISS_DB / 20) * hiss).astype(np.float32)


def changes() -> dict[str, Change]:
    """All changes that can be made here, by name."""
    codecs: dict[str, Change] = {
        "Opus, 24 kbit/s": lambda s: through(s, ["-c:a", "libopus", "-b:a", "24k", "-f", "ogg"]),
        "AAC, 48 kbit/s": lambda s: through(s, ["-c:a", "aac", "-b:a", "48k", "-f", "adts"]),
    }
    return {
        **(codecs if shutil.which("ffmpeg") else {}),
        f"bass cut below {BASS_HZ:.0f} Hz": without_bass,
        f"hiss {HISS_DB:.0f} dB below": with_hiss,
    }

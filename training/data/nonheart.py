"""Sounds that are no hearts, for the gate to refuse: what a phone hears on a table, in a bag, in a room with people.

Each maker takes a random generator and a number of samples and returns a sound [count] at 2,000 Hz; nothing above
1 kHz exists, as in a recording resampled for the network. Levels mean nothing: the network does not see them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.data.arrays import Floats, Singles
from training.data.front_end import SAMPLE_RATE
from training.data.synthesise import add, coloured

Rng = np.random.Generator


def times(count: int) -> Floats:
    """Seconds of each sample."""
    return np.arange(count) / SAMPLE_RATE


def wander(rng: Rng, count: int, points_per_s: float) -> Floats:
    """A smooth random curve of deviation about 1."""
    points = max(3, int(count / SAMPLE_RATE * points_per_s) + 2)
    return np.interp(np.linspace(0, points - 1, count), np.arange(points), rng.standard_normal(points))


def ring(rng: Rng, hz: float, decay_s: float) -> Floats:
    """A struck object: a sine that dies away, with a noisy attack."""
    t = times(int(6 * decay_s * SAMPLE_RATE) + 2)
    return np.exp(-t / decay_s) * (np.sin(2 * np.pi * hz * t) + 0.3 * rng.standard_normal(len(t)) * np.exp(-t / 0.005))


def silence(rng: Rng, count: int) -> Floats:
    """Nothing, a constant, or the last bits of a converter."""
    kind = rng.integers(4)
    if kind < 2:
        return np.full(count, kind * rng.uniform(-0.5, 0.5))
    if kind == 2:
        return np.round(rng.uniform(0.3, 3) * rng.standard_normal(count)) / 32768
    return 1e-5 * coloured(rng, count, 0, 1000, rng.uniform(0, 1))


def white_noise(rng: Rng, count: int) -> Floats:
    """Hiss, its level wandering or not."""
    return rng.standard_normal(count) * np.exp(rng.choice([0, 0.5]) * wander(rng, count, rng.uniform(0.2, 3)))


def pink_noise(rng: Rng, count: int) -> Floats:
    """Amplitude falling with the root of the frequency."""
    return coloured(rng, count, 2, 1000, 0.5) * np.exp(rng.choice([0, 0.5]) * wander(rng, count, rng.uniform(0.2, 3)))


def brown_noise(rng: Rng, count: int) -> Floats:
    """Rumble: amplitude falling with the frequency or faster; wind, traffic."""
    noise = coloured(rng, count, 2, 1000, rng.uniform(0.8, 1.6))
    return noise * np.exp(rng.choice([0, 0.7]) * wander(rng, count, rng.uniform(0.2, 3)))


def band_noise(rng: Rng, count: int) -> Floats:
    """A fan or a hose: noise of one band."""
    low = rng.uniform(10, 500)
    noise = coloured(rng, count, low, low * rng.uniform(1.3, 4))
    return noise + 10 ** rng.uniform(-2, -0.5) * rng.standard_normal(count)


def hum(rng: Rng, count: int) -> Floats:
    """Mains hum and its harmonics, over a little noise."""
    base, t = rng.choice([50, 60, 100, 120]) * rng.uniform(0.995, 1.005), times(count)
    sound = sum(rng.exponential() / k * np.sin(2 * np.pi * base * k * t + rng.uniform(0, 6)) for k in range(1, 9))
    return sound + 10 ** rng.uniform(-3, -0.7) * coloured(rng, count, 2, 1000, rng.uniform(0, 1))


def tone(rng: Rng, count: int) -> Floats:
    """A steady sine, a sweep, or beeps."""
    t, hz = times(count), np.exp(rng.uniform(np.log(25), np.log(950)))
    kind = rng.integers(3)
    if kind == 1:
        hz = hz * np.exp(np.linspace(0, rng.uniform(-1.5, 1.5), count))
    sound = np.sin(2 * np.pi * np.cumsum(np.broadcast_to(np.minimum(hz, 980), count)) / SAMPLE_RATE)
    if kind == 2:
        sound = sound * (np.sin(2 * np.pi * rng.uniform(0.3, 4) * t) > rng.uniform(-0.7, 0.7))
    return sound + 10 ** rng.uniform(-5, -1) * rng.standard_normal(count)


def music(rng: Rng, count: int) -> Floats:
    """Chords and a melody in a key, with or without drums, all in time."""
    sound, beat_s = np.zeros(count), 60 / rng.uniform(60, 180)
    root, scale = rng.uniform(80, 160), np.array([0, 2, 4, 5, 7, 9, 11, 12, 14, 16])
    drums, chords = rng.choice([0, 0, 0.5, 1.5]), rng.choice([1, 1, 1, 0.3])
    sustain_s = rng.uniform(0.1, 1.2)
    for beat in range(int(count / SAMPLE_RATE / beat_s) + 1):
        degree = rng.integers(0, 6)
        for step in (0, 2, 4) if beat % 2 == 0 else (rng.integers(0, 4),):
            hz = root * 2 ** (scale[(degree + step) % 10] / 12)
            t = times(int(min(3 * sustain_s, 3) * SAMPLE_RATE))
            partials = [np.sin(2 * np.pi * hz * k * t) / k for k in range(1, 7) if hz * k < 980]
            fade = np.minimum(1, t / 0.01) * np.exp(-t / sustain_s)
            add(sound, beat * beat_s, chords * np.sum(partials, axis=0) * fade)
        if drums:
            add(sound, beat * beat_s, drums * 2 * ring(rng, rng.uniform(50, 70), 0.08))
            for part in (0.25, 0.5, 0.75):
                add(sound, (beat + part) * beat_s, drums * coloured(rng, 120, 400, 1000) * np.exp(-np.arange(120) / 30))
    return sound + 1e-3 * rng.standard_normal(count)


def speech(rng: Rng, count: int) -> Floats:
    """Voiced syllables through two formants, hisses, pauses between phrases."""
    sound, at_s = np.zeros(count), 0.0
    pitch = rng.uniform(80, 260)
    while at_s < count / SAMPLE_RATE:
        length_s = rng.uniform(0.08, 0.35)
        n = int(length_s * SAMPLE_RATE)
        f0 = pitch * np.exp(0.15 * rng.standard_normal() + np.linspace(0, rng.normal(0, 0.15), n))
        phase = 2 * np.pi * np.cumsum(f0) / SAMPLE_RATE
        first, second = rng.uniform(250, 850), rng.uniform(850, 2300)
        syllable = np.zeros(n)
        for k in range(1, 13):
            hz = k * f0.mean()
            gain = 1 / (1 + ((hz - first) / 90) ** 2) + 0.5 / (1 + ((hz - second) / 120) ** 2) + 0.4 / k**1.5
            syllable += gain * np.sin(k * phase) * (k * f0 < 980)
        if rng.random() < 0.3:
            hiss_n = int(rng.uniform(0.03, 0.1) * SAMPLE_RATE)
            add(sound, at_s, 0.3 * coloured(rng, hiss_n, 300, 1000) * np.hanning(hiss_n))
        add(sound, at_s, rng.uniform(0.4, 1) * syllable * np.hanning(n) ** rng.uniform(0.3, 1))
        at_s += length_s * rng.uniform(0.7, 1.1) + (rng.uniform(0.2, 1.0) if rng.random() < 0.15 else 0)
    return sound + 10 ** rng.uniform(-4, -1.5) * coloured(rng, count, 2, 1000, rng.uniform(0, 1))


def rubbing(rng: Rng, count: int) -> Floats:
    """Cloth or a finger dragged over the microphone: strokes of noise, crackle, low thuds."""
    strokes = np.maximum(0, wander(rng, count, rng.uniform(1.5, 8)) + rng.uniform(-0.5, 0.5)) ** 2
    sound = strokes * coloured(rng, count, rng.uniform(5, 60), rng.uniform(150, 1000), rng.uniform(0, 1.2))
    crackle = (rng.random(count) < 10 ** rng.uniform(-4, -2)) * rng.standard_normal(count) * rng.uniform(0, 8)
    return sound + crackle * (strokes > 0.1) + 10 ** rng.uniform(-3, -1) * rng.standard_normal(count)


def breathing(rng: Rng, count: int) -> Floats:
    """Lungs or a mouth: in and out every 2 to 6 s, with wheezes or crackles at times."""
    t, period_s = times(count), rng.uniform(2, 6)
    phase = (t / period_s + rng.random()) % 1
    inward = np.clip(np.sin(np.pi * phase / 0.4), 0, None) * (phase < 0.4)
    outward = np.clip(np.sin(np.pi * (phase - 0.45) / 0.5), 0, None) * ((phase > 0.45) & (phase < 0.95))
    flow = inward + rng.uniform(0.2, 1) * outward
    sound = flow * coloured(rng, count, rng.uniform(40, 120), rng.uniform(300, 1000), rng.uniform(0, 0.8))
    if rng.random() < 0.3:
        sound += flow * rng.uniform(0.3, 2) * np.sin(2 * np.pi * rng.uniform(150, 600) * t)
    if rng.random() < 0.3:
        for at_s in rng.uniform(0, count / SAMPLE_RATE, int(rng.uniform(5, 60))):
            add(sound, at_s, rng.uniform(0.5, 3) * ring(rng, rng.uniform(200, 800), 0.005))
    return sound + 10 ** rng.uniform(-3, -1) * coloured(rng, count, 2, 1000, rng.uniform(0, 1))


def knocks(rng: Rng, count: int) -> Floats:
    """Things put down, steps, a door: blows at random times."""
    sound, blows = np.zeros(count), rng.uniform(0.4, 5) * count / SAMPLE_RATE
    for at_s in rng.uniform(0, count / SAMPLE_RATE, max(1, int(blows))):
        add(sound, at_s, rng.lognormal(0, 0.6) * ring(rng, np.exp(rng.uniform(3.5, 6.6)), rng.uniform(0.005, 0.12)))
    return sound + 10 ** rng.uniform(-4, -1.2) * coloured(rng, count, 2, 1000, rng.uniform(0, 1))


def ticking(rng: Rng, count: int) -> Floats:
    """A clock, a metronome, a dripping tap: the same short high tick, evenly spaced."""
    sound, period_s = np.zeros(count), rng.uniform(0.2, 1.5)
    tick = ring(rng, rng.uniform(300, 950), rng.uniform(0.002, 0.02))
    for beat in range(int(count / SAMPLE_RATE / period_s) + 1):
        add(sound, (beat + 0.5) * period_s, tick * (1 if beat % 2 else rng.uniform(0.5, 1)))
    return sound + 10 ** rng.uniform(-4, -1.2) * coloured(rng, count, 2, 1000, rng.uniform(0, 1))


KINDS: dict[str, Callable[[Rng, int], Floats]] = {
    "silence": silence,
    "white noise": white_noise,
    "pink noise": pink_noise,
    "brown noise": brown_noise,
    "band noise": band_noise,
    "hum": hum,
    "tones": tone,
    "music": music,
    "speech": speech,
    "rubbing": rubbing,
    "breathing": breathing,
    "knocks": knocks,
    "ticking": ticking,
}


def make(kind: str, rng: Rng, count: int) -> Singles:
    """A sound of a kind [count] in [-1, 1], peak 0.9; silence stays as quiet as it is."""
    sound = KINDS[kind](rng, count)
    peak = np.abs(sound).max()
    return (sound * (0.9 / peak if peak > 1e-2 and kind != "silence" else 1)).astype(np.float32)

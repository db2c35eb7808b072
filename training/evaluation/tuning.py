"""A scale of a sensor's own, from a few people who are known to be normal or abnormal. Twin of `src/core/tuning.ts`.

All places are log-odds on the card's scale, one a person: the mean over that person's recordings. The normal people of
a sensor lie on one side of the middle, its abnormal people on the other. Sensors differ in where that middle is, and in
how far apart the two are; how much they usually do is what holds a few people back.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.data.arrays import Floats, Strings
from training.data.manifest import CIRCOR
from training.data.recordings import Recordings
from training.evaluation.calibrate import Scale, log_odds
from training.model.committee import AVERAGED

# deviations from the median of a kind; who lies farther counts as that far: one wrong label moves little
FARTHEST = 2.0
ALIKE = 0.1  # a few sensors cannot show that they differ less
SCALES = (0.5, 2.0)  # at least and at most: a few people are no reason for more


@dataclass(frozen=True)
class Between:
    """Deviations of sensors from what is usual: of the middle, and of the distance."""

    middle: float
    distance: float


@dataclass(frozen=True)
class Home:
    """Where people usually lie: the middle, the distance from normal to abnormal people, and the deviation of each."""

    middle: float
    distance: float
    normal: float
    abnormal: float
    between: Between


def tune(normal: Floats, abnormal: Floats, home: Home) -> Scale:
    """The scale that takes this sensor's middle to the usual one, from log-odds of people [n] of each kind.

    Middle and distance are the likeliest where people and sensors are normally distributed (ridge regression, in closed
    form): nobody changes nothing. Where both kinds are known, what lies closer together than usual says less, in
    proportion (two normal distributions alike: log-odds are the distance times the place over the variance).
    """
    # how much is known of each kind, and how far it lies from its usual place; of the middle, and of half the distance
    n, a = len(normal) / home.normal**2, len(abnormal) / home.abnormal**2
    low = _place(normal, home.normal) - (home.middle - home.distance / 2) if n else 0.0
    high = _place(abnormal, home.abnormal) - (home.middle + home.distance / 2) if a else 0.0
    middle, half = home.between.middle**-2, 4 * home.between.distance**-2
    # [n + a + middle, a - n; a - n, n + a + half] [moved, farther] = [both, apart]
    both, apart = n * low + a * high, a * high - n * low
    determinant = (n + a + middle) * (n + a + half) - (a - n) ** 2
    moved = ((n + a + half) * both - (a - n) * apart) / determinant
    farther = ((n + a + middle) * apart - (a - n) * both) / determinant
    scale = float(np.clip(1 + 2 * farther / home.distance, *SCALES)) if n and a else 1.0
    return Scale(scale, home.middle - scale * (home.middle + moved))


def _place(people: Floats, deviation: float) -> float:
    median, reach = np.median(people), FARTHEST * deviation
    return float(np.clip(people, median - reach, median + reach).mean())


def by_person(group: Strings, place: Floats) -> Floats:
    """Mean place of each person [people], from those of recordings [recordings]."""
    return np.array([place[group == person].mean() for person in np.unique(group)])


def home_of(data: Recordings, away: Floats, scale: Scale, threshold: float, without: str = "") -> Home:
    """Where people lie at sensors that the networks did not know, every large database but `without` weighing alike.

    `away` are logits [recordings] of networks that had not heard the recording's database, nan where there are none;
    `scale` calibrates them. The middle belongs at the default `threshold`, a probability. Where the networks know the
    sensor people lie farther apart; a new sensor is like those that they did not know.
    """

    def seen(name: str, label: bool) -> Floats:
        asked = data.asked_abnormal & (data.abnormal == label) & np.isfinite(away)
        chosen = asked & (data.database == name)
        return by_person(data.group[chosen], scale.scale * away[chosen] + scale.offset)

    found = [(seen(name, False), seen(name, True)) for name in (*AVERAGED, CIRCOR) if name != without]
    pairs = [(low, high) for low, high in found if len(low) and len(high)]
    middles = np.array([(low.mean() + high.mean()) / 2 for low, high in pairs])
    distances = np.array([high.mean() - low.mean() for low, high in pairs])
    middle, distance = float(log_odds(threshold)), float(distances.mean())
    normal, abnormal = (float(np.sqrt(np.mean([pair[kind].var() for pair in pairs]))) for kind in (0, 1))
    between = (max(ALIKE, float(np.sqrt(np.mean(of**2)))) for of in (middles - middle, distances - distance))
    return Home(middle, distance, normal, abnormal, Between(*between))

"""N: what a scale of its own gives a sensor that the networks never heard, from a few people who are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from training.data.arrays import Bools, Floats, Strings
from training.data.manifest import CIRCOR
from training.data.recordings import Recordings
from training.evaluation.calibrate import Scale, best_threshold, fit_scale, log_odds
from training.evaluation.figures import Metric, Setting
from training.evaluation.metrics import Estimate, calibration_error, macc, sensitivity, specificity
from training.evaluation.rules import fitted_on
from training.evaluation.tuning import Home, by_person, home_of, tune
from training.model.committee import AVERAGED

# known normal and known abnormal people that a sensor is tuned with
PEOPLE = ((0, 0), (5, 0), (10, 0), (20, 0), (10, 10))
DRAWS = 200  # of those people, and of the recordings that a figure is of
LEAST_LEFT = 3  # people of each kind that the sensor was not tuned with: without them there is no figure


@dataclass(frozen=True)
class Sensor:
    """The recordings [n] of a database that nothing had heard: log-odds on the scale of the others, their threshold."""

    name: str
    group: Strings
    abnormal: Bools
    log_odds: Floats
    threshold: float
    home: Home

    def scale_of(self, people: list[Strings]) -> Scale:
        """The scale that the recordings of these people give, known normal ones and known abnormal ones."""
        known = []
        for label, names in zip((False, True), people, strict=True):
            chosen = np.isin(self.group, names) & (self.abnormal == label)
            known.append(by_person(self.group[chosen], self.log_odds[chosen]))
        return tune(known[0], known[1], self.home)


@dataclass(frozen=True)
class Draw:
    """Recordings of people that a sensor was not tuned with: label, probability before and after, the threshold."""

    abnormal: Bools
    before: Floats
    after: Floats
    threshold: float


def called(draw: Draw, probability: Floats) -> Bools:
    """What the default threshold calls abnormal."""
    return probability >= draw.threshold


def error(draw: Draw, probability: Floats) -> float:
    """Calibration error, the two classes weighted alike."""
    y = draw.abnormal
    return calibration_error(y, probability, weight=np.where(y, 1 / y.sum(), 1 / (~y).sum()))


FIGURES: dict[str, Callable[[Draw, Floats], float]] = {
    "MAcc": lambda draw, p: macc(draw.abnormal, called(draw, p)),
    "sensitivity": lambda draw, p: sensitivity(draw.abnormal, called(draw, p)),
    "specificity": lambda draw, p: specificity(draw.abnormal, called(draw, p)),
    "ECE": error,
}


def sensors(data: Recordings, known: Floats, away: Floats) -> list[Sensor]:
    """Every large database left out: `known`, `away` [recordings] are logits of networks that knew it and did not."""
    large, found = np.isin(data.database, [*AVERAGED, CIRCOR]) & data.asked_abnormal, []
    for name in (*AVERAGED, CIRCOR):
        inside, others = (large & (data.database == name) & np.isfinite(away)), large & (data.database != name)
        if inside.any() and (others & np.isfinite(known)).any() and (others & np.isfinite(away)).any():
            scale = fit_scale(*fitted_on(data, [known], without=name))
            logit, label, weight = fitted_on(data, [known, away], without=name)
            threshold = best_threshold(scale.probability(logit), label, weight)
            log_odds_here = scale.scale * away[inside] + scale.offset
            home = home_of(data, away, scale, threshold, without=name)
            found.append(Sensor(name, data.group[inside], data.abnormal[inside], log_odds_here, threshold, home))
    return found


def draws(sensor: Sensor, people: tuple[int, int]) -> list[Draw]:
    """Draws of so many normal and abnormal people to tune with, and of the others' recordings, with replacement.

    Empty where too few people would be left.
    """
    everybody = [np.unique(sensor.group[sensor.abnormal == label]) for label in (False, True)]
    if any(len(of) < count + LEAST_LEFT for of, count in zip(everybody, people, strict=True)):
        return []
    rng, made = np.random.default_rng([11, *people]), []
    while len(made) < DRAWS:
        known = [rng.choice(of, count, replace=False) for of, count in zip(everybody, people, strict=True)]
        left = ~np.isin(sensor.group, np.concatenate(known))
        classes = [np.flatnonzero(left & (sensor.abnormal == label)) for label in (False, True)]
        if all(len(of) for of in classes):
            i = np.concatenate([rng.choice(of, len(of)) for of in classes])
            before, after = (s.probability(sensor.log_odds[i]) for s in (Scale(1, 0), sensor.scale_of(known)))
            made.append(Draw(sensor.abnormal[i], before, after, sensor.threshold))
    return made


Round = tuple[Draw, ...]  # one draw of each of several sensors


def as_sensitive(drawn: Round) -> float:
    """Mean specificity of tuned sensors, all at one threshold that leaves them as sensitive as they were untuned."""
    wanted = np.mean([FIGURES["sensitivity"](draw, draw.before) for draw in drawn])
    beyond = [log_odds(draw.after) - log_odds(draw.threshold) for draw in drawn]
    ill = np.concatenate([b[draw.abnormal] for b, draw in zip(beyond, drawn, strict=True)])
    share = np.concatenate([np.full(n, 1 / n / len(drawn)) for n in (int(draw.abnormal.sum()) for draw in drawn)])
    order = np.argsort(-ill)
    reached = int(np.searchsorted(np.cumsum(share[order]), wanted - 1e-9))
    threshold = ill[order][min(reached, len(order) - 1)]
    return float(np.mean([(b[~draw.abnormal] < threshold).mean() for b, draw in zip(beyond, drawn, strict=True)]))


def measures(rounds: list[Round]) -> dict[str, Estimate]:
    """Every figure, sensors weighing alike: mean over the draws, and the range of 95 % of them.

    That range is of luck with the people and with the recordings.
    """

    def over(of: Callable[[Draw], float]) -> list[float]:
        return [float(np.mean([of(draw) for draw in drawn])) for drawn in rounds]

    values = {name: over(lambda draw, f=f: f(draw, draw.after)) for name, f in FIGURES.items()}
    accuracy = FIGURES["MAcc"]
    values["MAcc gained"] = over(lambda draw: accuracy(draw, draw.after) - accuracy(draw, draw.before))
    # a scale moves all of a sensor's recordings alike: only over several sensors it changes which come first
    if len(rounds[0]) > 1:
        values["specificity, as sensitive as it comes"] = [as_sensitive(drawn) for drawn in rounds]
    return {
        name: Estimate(float(np.mean(of)), *(float(q) for q in np.quantile(of, [0.025, 0.975])))
        for name, of in values.items()
    }


def said(normal: int, abnormal: int) -> str:
    """Who a sensor was tuned with, in words."""
    if not normal + abnormal:
        return "as it comes"
    return f"{normal} normal" + (f" and {abnormal} abnormal" if abnormal else "") + " people"


def protocol_n(data: Recordings, known: Floats, away: Floats) -> list[Metric]:
    """Figures of sensors that nothing had heard, as they come and tuned: logits [recordings] as in `sensors`."""
    setting, found = Setting("N", "left-out", "tuned with a few people, database left out"), sensors(data, known, away)
    drawn = {(sensor.name, people): draws(sensor, people) for sensor in found for people in PEOPLE}
    averaged = [sensor for sensor in found if sensor.name in AVERAGED]
    figures = []
    for together in [*([sensor] for sensor in found), *([averaged] if len(averaged) > 1 else [])]:
        for people in PEOPLE:
            here = [sensor for sensor in together if drawn[sensor.name, people]]
            if here:
                rounds = list(zip(*(drawn[sensor.name, people] for sensor in here), strict=True))
                names, count = [sensor.name for sensor in here], sum(len(sensor.abnormal) for sensor in here)
                alone = names[0] if together is not averaged else None
                where = f"mean over {', '.join(names)}" if alone is None else f"database {alone}"
                figures += [
                    Metric(setting, f"{where}, {said(*people)}", measure, count, estimate, alone)
                    for measure, estimate in measures(rounds).items()
                ]
    return figures

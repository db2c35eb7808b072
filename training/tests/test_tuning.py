"""A sensor's own scale: what the application makes of the same people, and what it gives a sensor that was moved."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from training.evaluation import protocol_n
from training.evaluation.calibrate import Scale
from training.evaluation.protocol_n import Draw, Sensor, as_sensitive, draws
from training.evaluation.tuning import Between, Home, by_person, home_of, tune

FIXTURE = Path(__file__).parents[2] / "tests" / "fixtures" / "tuning.json"
HOME = Home(middle=0.0, distance=3.0, normal=1.0, abnormal=1.5, between=Between(1.2, 1.0))


def test_gives_what_the_application_gives():
    cases = json.loads(FIXTURE.read_text())
    assert len(cases) > 5
    for case in cases:
        rule = case["rule"]
        home = Home(**{**rule, "between": Between(**rule["between"])})
        known = [[r for r in case["recordings"] if r["kind"] == kind] for kind in ("normal", "abnormal")]
        people = [
            by_person(np.array([r["person"] for r in of], str), np.array([r["logOdds"] for r in of], float))
            for of in known
        ]
        scale = tune(people[0], people[1], home)
        assert scale.scale == pytest.approx(case["tuning"]["scale"], abs=1e-10)
        assert scale.offset == pytest.approx(case["tuning"]["offset"], abs=1e-10)


def test_home_is_found_where_people_were_put():
    rng, rows = np.random.default_rng(3), []
    for name, moved, farther in (("a", 1, 0.7), ("b", -2, -0.7), ("e", 1, -0.7), ("f", 2, 0.7), ("x", 9, 9)):
        for n in range(400):
            ill = n % 2 == 1
            usual = rng.normal(1.5, 1.5) if ill else rng.normal(-1.5, 1.0)
            # two recordings a person, alike
            rows += [(name, f"{name}-{n}", ill, usual + moved + ill * farther)] * 2
    database, group, abnormal, away = (np.array(column) for column in zip(*rows, strict=True))
    data = SimpleNamespace(database=database, group=group, abnormal=abnormal, asked_abnormal=np.ones_like(abnormal))
    home = home_of(data, away / 2, Scale(2, 0), 0.5)  # pyright: ignore[reportArgumentType]
    assert (home.middle, home.distance) == pytest.approx((0, 3), abs=0.15)
    assert (home.normal, home.abnormal) == pytest.approx((1.0, 1.5), abs=0.1)
    # the middle moves by half of what the abnormal people move more
    assert home.between.middle == pytest.approx(np.sqrt(np.mean(np.square([1.35, -2.35, 0.65, 2.35]))), abs=0.1)
    assert home.between.distance == pytest.approx(0.7, abs=0.1)
    less = home_of(data, away, Scale(1, 0), 0.5, without="b")  # pyright: ignore[reportArgumentType]
    assert less.between.middle == pytest.approx(np.sqrt(np.mean(np.square([1.35, 0.65, 2.35]))), abs=0.1)


def sensor_moved_by(moved: float, people: int = 60) -> Sensor:
    rng = np.random.default_rng(5)
    abnormal = np.arange(people) % 2 == 1
    odds = np.where(abnormal, rng.normal(1.5, 1.5, people), rng.normal(-1.5, 1.0, people)) + moved
    return Sensor("x", np.array([f"p{n}" for n in range(people)]), abnormal, odds, 0.5, HOME)


def test_a_moved_sensor_gains_by_a_few_people_and_one_at_home_loses_little():
    gained = []
    for moved in (2.0, 0.0):
        figures = protocol_n.measures([(draw,) for draw in draws(sensor_moved_by(moved), (10, 0))])
        gained.append(figures["MAcc gained"].value)
    assert gained[0] > 0.1
    assert gained[1] > -0.03


def test_nobody_who_was_tuned_with_is_judged(monkeypatch):
    monkeypatch.setattr(protocol_n, "DRAWS", 30)
    sensor = sensor_moved_by(1.0)
    asked = []
    monkeypatch.setattr(Sensor, "scale_of", lambda self, people: asked.append(people) or Scale(1, 0))
    # every log-odds is one person's
    for draw, people in zip(draws(sensor, (5, 5)), asked, strict=True):
        known = sensor.log_odds[np.isin(sensor.group, np.concatenate(people))]
        judged = np.log(draw.before / (1 - draw.before))
        assert np.abs(known[:, None] - judged).min() > 1e-9


def test_a_sensor_with_too_few_people_has_no_figure():
    assert draws(sensor_moved_by(0.0, people=20), (8, 0)) == []
    assert len(draws(sensor_moved_by(0.0, people=20), (7, 0))) == protocol_n.DRAWS


def test_sensors_moved_apart_are_told_better_at_one_threshold_once_they_are_tuned():
    y, steady = np.repeat([False, True], 50), Scale(1, 0).probability
    home = np.where(y, 1.0, -1.0) + np.linspace(-0.1, 0.1, 100)
    one, other = (Draw(y, steady(home + move), steady(home), 0.5) for move in (0, 3))
    assert as_sensitive((one, other)) == 1.0
    as_it_comes = [replace(draw, after=draw.before) for draw in (one, other)]
    assert as_sensitive((as_it_comes[0], as_it_comes[1])) == 0.5


def test_the_figures_say_whose_they_are(monkeypatch):
    monkeypatch.setattr(protocol_n, "DRAWS", 5)
    rng, rows = np.random.default_rng(9), []
    for name, people in (("a", 14), ("b", 60), ("e", 60)):
        for n in range(people):
            ill = n % 2 == 1
            rows.append((name, f"{name}{n}", ill, rng.normal(1 if ill else -1), n % 5))
    database, group, abnormal, logit, fold = (np.array(column) for column in zip(*rows, strict=True))
    data = SimpleNamespace(
        database=database, group=group, abnormal=abnormal, fold=fold, asked_abnormal=np.ones_like(abnormal)
    )
    found = protocol_n.protocol_n(data, logit, logit + (database == "b"))  # pyright: ignore[reportArgumentType]
    told = {figure.data for figure in found}
    assert "database a, 5 normal people" not in told  # seven normal people are too few
    assert {"database b, as it comes", "database e, 20 normal people", "mean over a, b, e, as it comes"} <= told
    assert "mean over b, e, 10 normal and 10 abnormal people" in told
    untuned = [f.estimate.value for f in found if f.data.endswith("as it comes") and f.measure == "MAcc gained"]
    assert untuned == pytest.approx([0] * len(untuned))

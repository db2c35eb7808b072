"""What the model cannot do, said of the figures."""

from __future__ import annotations

import numpy as np

from training.evaluation.figures import Metric, Scope
from training.evaluation.metrics import Estimate
from training.evaluation.protocols import NEWCOMERS
from training.model.committee import AVERAGED


def limits(figures: list[Metric]) -> list[str]:
    """What the model cannot do, most important first, the figures taken from the measurements."""

    def all_of(protocol: str, scope: Scope, measure: str) -> list[Metric]:
        asked = (protocol, scope, measure)
        return [f for f in figures if (f.setting.protocol, f.setting.scope, f.measure) == asked]

    def pooled(protocol: str, scope: Scope, measure: str) -> Estimate:
        return next(f.estimate for f in all_of(protocol, scope, measure) if f.database is None)

    home, at_home = pooled("A", "official", "AUC"), pooled("A", "official", "ECE")
    away = pooled("B", "left-out", "AUC")
    large = [f for measure in ("AUC", "ECE") for f in all_of("B", "left-out", measure) if f.database in list(AVERAGED)]
    worst = min((f for f in large if f.measure == "AUC"), key=lambda f: f.estimate.value)
    unsure = [f.estimate.value for f in large if f.measure == "ECE"]
    conditions = [(f.estimate.value, f.condition) for f in all_of("G", "left-out", "AUC")]
    (least, hard), (most, easy) = min(conditions, default=(0, "")), max(conditions, default=(0, ""))
    moved = max(all_of("H", "official", "score moved"), key=lambda f: f.estimate.value)
    changed = next(f for f in all_of("H", "official", "AUC") if f.data == moved.data)
    new = next((f for f in all_of("A", "official", "AUC") if f.data == NEWCOMERS), None)
    equally_clear = [f.estimate.value for f in all_of("I", "left-out", "AUC, equally clear")]
    return [
        f"Recordings from a hospital and sensor it never heard: AUC {away.value:.2f} (95 % interval {away.low:.2f} to "
        f"{away.high:.2f}), not the {home.value:.2f} of recordings like its training; {worst.estimate.value:.2f} for "
        f"{worst.data}.",
        *([f"There it hears {easy} (AUC {most:.2f}) far better than {hard} ({least:.2f})."] if most > least else []),
        *(
            [
                "In the data set abnormal recordings are less clear than normal ones. Among equally clear recordings "
                f"from a hospital it never heard, the AUC is {np.mean(equally_clear):.2f}."
            ]
            if equally_clear
            else []
        ),
        f"There its score is off by {np.mean(unsure):.2f} on average, against {at_home.value:.2f} at home.",
        f"What a room or a phone adds misleads it, worst “{moved.data}”: its score then moves by "
        f"{moved.estimate.value:.2f} on average, and the AUC of the official list is {changed.estimate.value:.2f}.",
        "No recording of its training or its tests was made with a phone's own microphone: nothing is known there.",
        *noise_limits(all_of("E", "made-up", "refused")),
        *murmur_limits(all_of("K", "folds", "AUC"), all_of("K", "left-out", "AUC")),
        "Abnormal is what the file of whoever was recorded says, whether or not it can be heard; some benign murmurs "
        "are labelled abnormal.",
        *(
            [
                f"Most people of the official list are among the training recordings as well. Of the {new.count} "
                f"recordings of people who are not, the AUC is {new.estimate.value:.2f}."
            ]
            if new
            else []
        ),
        "It was trained and tested on as many abnormal as normal recordings; outside a clinic most recordings are "
        "normal, and most alarms are then false.",
        "It hears 20 to 800 Hz in windows of five seconds; a rhythm that changes more slowly is not seen.",
    ]


def murmur_limits(known: list[Metric], away: list[Metric]) -> list[str]:
    """What is said of murmurs: AUCs of folds, and of networks that never heard the data set."""
    home, strange = ({f.data: f.estimate.value for f in figures} for figures in (known, away))
    if "people" not in home or "people" not in strange:
        return []
    return [
        "Murmurs were learned mostly from children, with one stethoscope: there the AUC by person is "
        f"{home['people']:.2f}, and {strange['people']:.2f} for a network that never heard that data set."
    ]


def noise_limits(refused: list[Metric]) -> list[str]:
    """What is said of sounds that are no hearts and get an answer: shares refused, by kind."""
    share = {f.data: f.estimate.value for f in refused}
    if "all kinds" not in share or "real sounds" not in share:
        return []
    kind = min(share, key=lambda name: share[name])
    return [
        f"It takes some sounds for a heart: of real ones that are none it refuses {share['real sounds']:.0%}, of "
        f"made-up ones {share['all kinds']:.0%}, and of {kind} {share[kind]:.0%}."
    ]

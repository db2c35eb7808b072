"""M: what is missing is noticed. Recordings answered one way, heard again without their treble or bass."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.data.arrays import Singles
from training.data.narrowed import narrowings
from training.evaluation.figures import Metric, Setting, fraction

Answers = Callable[[Singles], str | None]  # of a recording: its answer, None where there is none


def protocol_m(scope: Setting, sounds: list[Singles], answer: Answers) -> list[Metric]:
    """Of the recordings that have an answer as they are: share answered the opposite, and share without an answer."""
    before = [(sound, said) for sound in sounds if (said := answer(sound)) is not None]
    figures = []
    for name, narrow in narrowings().items() if before else ():
        after = [(said, answer(narrow(sound))) for sound, said in before]
        turned = np.array([now is not None and now != said for said, now in after])
        figures.append(fraction(scope, name, "turned to the opposite", turned))
        figures.append(fraction(scope, name, "without an answer", np.array([now is None for _, now in after])))
    return figures

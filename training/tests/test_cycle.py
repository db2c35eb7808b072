"""Each moment lies where the annotation says."""

import numpy as np
import pytest

from training.data.cycle import PARTS, S1, S2, UNKNOWN, Cycle, frame_samples, parts_of, position_of
from training.data.front_end import SAMPLE_RATE

BEAT_S, SPANS_S = 0.8, (0.0, 0.12, 0.3, 0.4)


def annotated(beats: int = 6, cut_s: float = 0.2) -> Cycle:
    """Beats of 0.8 s, the first of which began `cut_s` before the recording."""
    starts_s = np.concatenate([n * BEAT_S + np.array(SPANS_S) for n in range(beats)]) - cut_s
    states = np.tile(np.array([1, 2, 3, 4], np.int8), beats)
    heard = starts_s + np.append(np.diff(starts_s), 1) > 0
    return Cycle(np.maximum(0, np.round(starts_s[heard] * SAMPLE_RATE)).astype(np.int64), states[heard])


def test_the_middles_of_the_sounds_are_those_of_their_spans():
    cycle = annotated()
    assert cycle.middles_s(S1) == pytest.approx([n * BEAT_S + 0.06 - 0.2 for n in range(1, 6)])
    assert cycle.middles_s(S2) == pytest.approx([n * BEAT_S + 0.35 - 0.2 for n in range(6)])


def test_the_parts_follow_each_other_round_and_round():
    part = parts_of(annotated(), 280)
    known = part[part >= 0]
    assert set(known) == set(range(PARTS))
    assert np.isin(np.diff(known), (0, 1, 2, 1 - PARTS)).all()


def test_a_span_that_is_not_whole_has_no_parts():
    cycle = annotated()
    part, at = parts_of(cycle, 400), frame_samples(400)
    assert (part[at < cycle.starts[1]] == -1).all()  # systole began before the recording did
    assert (part[at >= cycle.starts[-1]] == -1).all()  # where the last diastole ends is not known


def test_the_position_is_a_whole_number_in_the_middle_of_a_sound():
    cycle = annotated()
    position, at_s = position_of(cycle, 280), frame_samples(280) / SAMPLE_RATE
    for middle_s in cycle.middles_s(S2)[1:5]:
        assert position[np.abs(at_s - middle_s).argmin()] == pytest.approx(1, abs=0.05)
    known = np.isfinite(position)
    assert known.mean() > 0.6 and position[known].min() >= 0 and position[known].max() < 2


def test_a_beat_in_which_something_is_not_annotated_has_no_position():
    whole = annotated()
    states = whole.states.copy()
    states[9] = UNKNOWN
    broken = position_of(Cycle(whole.starts, states), 280)
    assert np.isfinite(broken).sum() < np.isfinite(position_of(whole, 280)).sum()
    inside = (frame_samples(280) >= whole.starts[9]) & (frame_samples(280) < whole.starts[10])
    assert np.isnan(broken[inside]).all()


def test_nothing_annotated_is_no_beat():
    nothing = Cycle(np.array([0]), np.array([0], np.int8))
    assert (parts_of(nothing, 50) == -1).all() and np.isnan(position_of(nothing, 50)).all()

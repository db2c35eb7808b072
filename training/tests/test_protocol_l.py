"""Marks against an annotation."""

import numpy as np
import pytest

from training.data.cycle import PARTS, S1, S2, Cycle, frame_samples, parts_of
from training.data.front_end import FRAMES, SAMPLE_RATE
from training.evaluation.figures import Setting
from training.evaluation.protocol_l import compare, matches, protocol_l
from training.export.marks import beats_of, heart_rate, likeliest_path, marked, stitch

BEAT = 1500  # samples: 80 a minute


def annotated(beats: int = 12, beat: int = BEAT) -> Cycle:
    spans = np.array([0, 0.16, 0.42, 0.55]) * beat
    starts = np.concatenate([n * beat + spans for n in range(beats)]).astype(np.int64)
    return Cycle(starts, np.tile(np.array([1, 2, 3, 4], np.int8), beats))


def as_heard(cycle: Cycle, frames: int, sure: float = 0.9) -> np.ndarray:
    """What a network that is right says: [PARTS x frames]."""
    part = parts_of(cycle, frames)
    chance = np.full((PARTS, frames), (1 - sure) / (PARTS - 1))
    chance[part[part >= 0], np.flatnonzero(part >= 0)] = sure
    return chance.astype(np.float32)


def test_the_path_follows_the_parts():
    chance = as_heard(annotated(), 500)
    part = parts_of(annotated(), 500)
    assert (likeliest_path(chance) == part)[part >= 0].mean() > 0.99


def test_marks_lie_in_the_middle_of_the_sounds():
    cycle = annotated()
    shown = marked(beats_of(as_heard(cycle, 560)))
    assert len(shown) == 11
    for state, at in ((S1, [b.s1_s for b in shown]), (S2, [b.s2_s for b in shown])):
        expected = cycle.middles_s(state)[-len(shown) :]  # the first beat is cut into
        assert np.abs(expected - np.array(at)).max() < 0.02


@pytest.mark.parametrize("beat", [545, 800, 1500, 3000])
def test_the_rate_is_that_of_the_annotation_slow_or_fast(beat):
    cycle = annotated(30 if beat < 1000 else 10, beat)
    said = heart_rate(beats_of(as_heard(cycle, int(cycle.starts[-1] / 32) - 4)))
    assert said == pytest.approx(60 * SAMPLE_RATE / beat, abs=3)


def test_nothing_is_marked_where_nothing_is_sure():
    assert marked(beats_of(np.full((PARTS, 300), 1 / PARTS, np.float32))) == []
    assert heart_rate(beats_of(np.full((PARTS, 300), 1 / PARTS, np.float32))) is None


def test_a_time_is_matched_once():
    assert matches(np.array([1.0, 2.0]), np.array([1.01, 1.02, 2.05]), 0.06) == 2


def test_perfect_marks_score_one():
    cycle = annotated()
    found = compare(beats_of(as_heard(cycle, 560)), cycle)
    figures = {m.measure: m.estimate.value for m in protocol_l(Setting("L", "folds", "cycle"), "all", [found, found])}
    assert figures["S1 F1 at 100 ms"] > 0.97 and figures["S2 F1 at 60 ms"] > 0.95  # no S1 before the first S2
    assert figures["marked"] == 1 and figures["heart rate within 5 bpm"] == 1


def test_a_recording_is_stitched_from_its_windows():
    length = 15_000
    at = frame_samples(1 + (length - 128) // 32)
    windows = np.stack([np.tile((np.arange(FRAMES) * 32 + 64 + start)[None], (PARTS, 1)) for start in (0, 5000)])
    whole = stitch(windows.astype(np.float32), length)
    assert whole.shape == (PARTS, len(at))
    assert np.abs(whole[0] - at).max() <= 16

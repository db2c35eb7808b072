"""What is shipped fits together: card, schema, graph, goldens, samples."""

import hashlib
import json
from pathlib import Path

import jsonschema
import numpy as np
import pytest
import soundfile

from training.data.front_end import FRAMES, SAMPLE_RATE
from training.evaluation.figures import Metric, Setting
from training.evaluation.frequency import MIN_IN_BIN
from training.evaluation.limits import limits
from training.evaluation.metrics import Estimate
from training.export.graph import OUTPUTS, Graph

ROOT = Path(__file__).parent.parent.parent
MODEL = ROOT / "models" / "heart-sound.onnx"
GOLDEN = ROOT / "tests" / "fixtures" / "golden"
CARD = json.loads(MODEL.with_suffix(".json").read_text())
SCHEMA = json.loads((ROOT / "models" / "card.schema.json").read_text())
INDEX = json.loads((GOLDEN / "index.json").read_text())


def test_the_card_fits_its_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(CARD, SCHEMA)


@pytest.mark.parametrize("change", [{"sha256": "x"}, {"operatingPoints": []}, {"extra": 1}, {"limits": []}])
def test_the_schema_refuses_a_wrong_card(change):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**CARD, **change}, SCHEMA)


def test_card_and_goldens_are_of_this_graph():
    digest = hashlib.sha256(MODEL.read_bytes()).hexdigest()
    assert CARD["sha256"] == INDEX["sha256"] == digest
    assert CARD["size"]["bytes"] == MODEL.stat().st_size


def test_the_graph_keeps_the_budget():
    assert CARD["size"]["multiplyAdds"] <= 30e6
    assert CARD["size"]["bytes"] <= 1.5e6


def test_every_figure_lies_in_its_interval_and_every_band_around_its_threshold():
    for metric in CARD["metrics"]:
        assert metric["low"] - 1e-9 <= metric["high"], metric
    for point in CARD["operatingPoints"]:
        assert point["cannotTell"]["low"] <= point["threshold"] <= point["cannotTell"]["high"]


def test_the_frequencies_cover_the_scale_rise_with_it_and_rest_on_enough_recordings():
    bins = CARD["reliability"]["bins"]
    assert [b["low"] for b in bins] == [0, *(b["high"] for b in bins[:-1])] and bins[-1]["high"] == 1
    shares = [b["abnormal"] / b["count"] for b in bins]
    assert shares == sorted(shares)
    assert min(b["count"] for b in bins) >= MIN_IN_BIN


def test_the_axes_are_those_of_the_outputs():
    heard = Graph(MODEL).run(np.zeros((1, CARD["input"]["windowLength"]), np.float32))
    assert heard.log_mel.shape[1:] == (len(CARD["spectrogram"]["bandEdgesHz"]), FRAMES)
    window_s = CARD["input"]["windowLength"] / CARD["input"]["sampleRate"]
    frames_of = {"spectrogram": heard.log_mel, "evidence": heard.evidence, "cycle": heard.cycle}
    for axis, frames in ((axis, output.shape[-1]) for axis, output in frames_of.items()):
        last_s = CARD[axis]["firstFrameCentreS"] + (frames - 1) * CARD[axis]["hopS"]
        assert window_s - 0.2 < last_s < window_s
    assert heard.cycle.shape[1] > max(CARD["cycle"]["firstSound"] + CARD["cycle"]["secondSound"])
    assert heard.embedding.shape[1] == len(CARD["domain"]["mean"]) == len(CARD["domain"]["deviation"])


@pytest.mark.parametrize("recording", INDEX["recordings"], ids=lambda r: r["name"])
def test_the_goldens_are_what_the_graph_gives(recording):
    samples, rate = soundfile.read(GOLDEN / recording["file"], dtype="float32")
    assert (rate, len(samples)) == (SAMPLE_RATE, recording["samples"])
    heard = Graph(MODEL).hear(np.asarray(samples, np.float32))
    for name in OUTPUTS:
        about = recording["arrays"][name]
        stored = np.fromfile(GOLDEN / about["file"], "<f4").reshape(about["shape"])
        found = getattr(heard, name)[: len(stored)]
        assert np.abs(found - stored).max() <= INDEX["toleranceDb" if name == "log_mel" else "tolerance"], name


def test_the_samples_are_balanced_and_name_their_source():
    folder = ROOT / "resources" / "samples"
    samples = json.loads((folder / "samples.json").read_text())
    assert sorted(s["label"] for s in samples) == ["abnormal"] * 3 + ["normal"] * 3
    assert {s["label"] for s in samples[:3]} == {"normal", "abnormal"}
    assert len({s["database"] for s in samples[:3]}) == 3
    for sample in samples:
        assert soundfile.info(folder / sample["file"]).duration == pytest.approx(sample["durationS"], abs=1e-3)
        assert "PhysioNet" in sample["source"] and "Attribution" in sample["licence"]


def test_the_limits_are_said_of_the_figures_of_the_card():
    figures = [
        Metric(
            Setting(m["protocol"], m["scope"], m["about"]), m["data"], m["measure"], m["count"],
            Estimate(m["value"], m["low"], m["high"]), m.get("database"), m.get("condition"),
        )
        for m in CARD["metrics"]
    ]  # fmt: skip
    assert limits(figures) == CARD["limits"]
    assert [figure.as_dict() for figure in figures] == CARD["metrics"]

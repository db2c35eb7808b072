"""From runs to card and page, end to end, on made-up hearts: everything the page says comes from the runs."""

import json
import shutil
from pathlib import Path

import jsonschema
import numpy as np
import pytest
import torch
from made_data import write
from test_train import tiny, tiny_gate

from training.data.front_end import WINDOW_LENGTH
from training.data.noise import read_noise
from training.data.prepare import prepare
from training.data.recordings import read_recordings, windows
from training.evaluation import baselines, evaluate, experiments, protocols, report, tables
from training.evaluation.frequency import Odds
from training.evaluation.operating import ODDS
from training.export import to_onnx
from training.export.graph import open_session
from training.model.gate import HEART_LEAD, Gate
from training.model.runs import load_run
from training.model.train import train

NETS = ("net.onnx", "net-int8.onnx")
SCHEMA = Path(__file__).parent.parent.parent / "models" / "card.schema.json"


@pytest.fixture(name="made", scope="module")
def fixture_made(tmp_path_factory):
    """A folder with runs of two members and two gates, the exported graph, its card, the log and the page."""
    folder = tmp_path_factory.mktemp("evaluated")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.evaluation.metrics.BOOTSTRAPS", 20)
        patch.setattr("training.data.negatives.POOL_PER_KIND", 20)
        patch.setattr("training.data.negatives.REAL_SOUNDS", 60)
        patch.setattr("training.data.augment.SOUNDS_PER_KIND", 3)
        patch.setattr("training.evaluation.frequency.MIN_IN_BIN", 3)
        # networks that learned this little know no heart, no beat and no other odds: every score has its word
        patch.setattr("training.evaluation.measured.QualityRule.keeps", lambda *_: True)
        patch.setattr("training.evaluation.hearing.has_beat", lambda *_: True)
        patch.setattr("training.evaluation.operating.ODDS", dict.fromkeys(ODDS, Odds(0.5, 0.5)))
        write(folder / "data", per_class=8, people=16)
        prepare(folder / "data", folder / "cache")
        data, runs = read_recordings(folder / "cache"), folder / "runs"
        noise = read_noise(folder / "cache")
        member, beat = tiny(folder, "member", epochs=1), tiny(folder, "beat", "beat", epochs=1)
        gate = tiny_gate(folder)
        for name in ("fold-0", "fold-1", "official", "without-a", "without-circor"):
            for config in (member, beat) if name.startswith("without") else (member, beat, gate):
                train(config, name, data, noise, runs / config.name / name)
        train(member, "official", data, noise, runs / "member" / "official-seed1")
        original = tiny(folder, "original", "original", epochs=1)
        train(original, "official", data, noise, runs / "original" / "official")
        model = folder / "models" / "net.onnx"
        model.parent.mkdir()
        shutil.copy(SCHEMA, model.parent)
        same = ["--runs", str(runs)]
        same += ["--cache", str(folder / "cache")]
        assert to_onnx.main(["member", "gate", "--out", str(model), *same]) == 0
        beside = str(model.parent / "baselines")
        assert baselines.main(["original", "--model", str(model), "--out", beside, *same]) == 0
        assert evaluate.main(["member", "gate", "original", "--model", str(model), "--baselines", beside, *same]) == 0
        log = str(folder / "log.csv")
        assert experiments.main(["--log", log, *same]) == 0
        assert report.main(["--log", log, "--model", str(model), "--docs", str(folder)]) == 0
        yield folder


def test_the_card_fits_the_schema_and_holds_every_protocol(made):
    card = json.loads((made / "models" / "net.json").read_text())
    jsonschema.validate(card, json.loads(SCHEMA.read_text()))
    assert {m["protocol"] for m in card["metrics"]} == set("ABDEFGHIJKLMN")
    assert [source["recordings"] for source in card["data"]] == [84, 32, 4]
    assert card["murmur"]["reliability"]["bins"]


def test_the_models_to_compare_with_are_judged_alike(made):
    card = json.loads((made / "models" / "net.json").read_text())
    assert [a["name"] for a in card["alternatives"]] == [
        "heart-sound, int8", "original", "original, int8", "random forest"
    ]  # fmt: skip
    for other in card["alternatives"]:
        shipped = {(m["scope"], m["data"]) for m in card["metrics"] if (m["protocol"], m["scope"]) == ("A", "official")}
        shipped -= {("official", protocols.NEWCOMERS)}  # asked of the shipped one alone
        assert shipped <= {(m["scope"], m["data"]) for m in other["metrics"]}, other["name"]
    forest = next(a for a in card["alternatives"] if a["name"] == "random forest")
    assert {m["protocol"] for m in forest["metrics"]} == set("ABC")


def test_an_int8_graph_answers_nearly_as_its_source_does(made):
    pcg = (0.1 * np.random.default_rng(5).standard_normal((4, WINDOW_LENGTH))).astype(np.float32)
    answers = [open_session(made / "models" / name).run(["abnormal_logit"], {"pcg": pcg}) for name in NETS]
    source, small = (np.array(logit) for (logit,) in answers)
    assert np.abs(source - small).max() < 0.5
    assert not np.array_equal(source, small)


def test_the_page_shows_the_figures_of_the_card(made):
    card, page = json.loads((made / "models" / "net.json").read_text()), (made / "model.md").read_text()
    for metric in card["metrics"] + card["alternatives"][0]["metrics"][:3]:
        assert tables.figure(metric) in page
    for limit in card["limits"]:
        assert limit in page
    for picture in ("roc", "away", "reliability", "learning"):
        assert f"pictures/model/{picture}.svg" in page
        assert (made / "pictures" / "model" / f"{picture}.svg").stat().st_size > 1000


def test_all_opinions_of_a_gate_must_agree(made):
    gate = load_run(made / "runs" / "gate" / "official")
    assert isinstance(gate, Gate)
    data = read_recordings(made / "cache")
    pcg = torch.cat([windows(data.samples(i)) for i in range(len(data.record))])
    with torch.no_grad():
        log_mel = gate.front_end(pcg)
        alike, rhythm = gate.alike(log_mel), gate.reader(log_mel).rhythm
        usable, heart = gate.listen(log_mel, alike, rhythm)[0].unbind(1)
        usable, heart = gate.weigh * usable, heart - HEART_LEAD
        seen = gate.sum(gate.signs(pcg, log_mel, alike, rhythm))[:, 0]
        shifts = (usable - seen).median(), (usable - heart).median()  # so that now the one, now the other is the lowest
        gate.sum.bias += shifts[0]
        list(gate.head.parameters())[-1][1] += shifts[1]  # the bias of "a heart"
        all_agree = gate(pcg)[0]
    opinions = torch.stack([usable, seen + shifts[0], heart + shifts[1]])
    assert torch.allclose(all_agree, opinions.amin(0), atol=1e-4)
    assert set(opinions.argmin(0).tolist()) == {0, 1, 2}
    assert usable.std().item() == pytest.approx(seen.std().item(), rel=0.5)


def test_the_log_keeps_what_is_no_longer_there(made):
    log = made / "log.csv"
    rows = log.read_text().count("\n")
    shutil.move(made / "runs" / "gate", made / "gone")
    assert experiments.main(["--log", str(log), "--runs", str(made / "runs"), "--cache", str(made / "cache")]) == 0
    assert log.read_text().count("\n") == rows
    assert "gate" in log.read_text()


def test_a_condition_is_told_from_the_normal_recordings_of_its_own_database(monkeypatch):
    monkeypatch.setattr("training.evaluation.metrics.BOOTSTRAPS", 20)
    diagnosis = np.array(["AS"] * 8 + ["Normal"] * 8 + ["CAD"] * 7 + ["Normal"] * 8 + [""])
    database = np.array(["c"] * 16 + ["b"] * 15 + ["c"])
    abnormal = np.isin(diagnosis, ["AS", "CAD", ""])
    known, away = np.where(diagnosis == "AS", 2.0, 1.0), np.where(diagnosis == "AS", 0.0, 1.0)
    away[:1] = np.nan  # one recording fewer was scored by a network that never heard c: too few are left
    known[database == "b"] = 9.0  # louder than any of c, and none of its business
    [figure] = protocols.protocol_g(database, abnormal, diagnosis, known, away)
    told = (figure.setting.protocol, figure.setting.scope, figure.condition, figure.database, figure.count)
    assert told == ("G", "folds", "aortic stenosis", "c", 8)
    assert figure.estimate.value == 1.0


def test_all_but_benign_murmurs_are_told_as_well_where_benign_ones_are_labelled_abnormal(monkeypatch):
    monkeypatch.setattr("training.evaluation.metrics.BOOTSTRAPS", 20)
    diagnosis = np.array(["Benign"] * 9 + ["MVP"] * 8 + ["Normal"] * 8 + ["AS"] * 8 + ["Normal"] * 8)
    database = np.array(["a"] * 25 + ["c"] * 16)
    abnormal = diagnosis != "Normal"
    known = np.where(np.isin(diagnosis, ["MVP", "AS"]), 1.0, 0.0)  # a benign murmur sounds like none
    figures = protocols.protocol_g(database, abnormal, diagnosis, known, np.full(len(known), np.nan))
    told = {figure.data: (figure.count, figure.estimate.value) for figure in figures}
    assert told["benign murmur, database a"] == (9, 0.5)
    assert told["all but benign murmurs, database a"] == (8, 1.0)
    assert "all but benign murmurs, database c" not in told

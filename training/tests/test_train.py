"""Training on made-up hearts, end to end: it learns, it resumes to the same weights, it ships."""

import tomllib
from pathlib import Path

import numpy as np
import pytest
import torch
from made_data import write

from training.config import read_config
from training.data.front_end import FRAMES, MEL_BANDS, WINDOW_LENGTH
from training.data.noise import read_noise
from training.data.prepare import prepare
from training.data.recordings import QUESTIONS, cell_weights, draw, read_recordings, window_starts, windows
from training.evaluation.metrics import auc
from training.export.to_onnx import main as export_main
from training.model.batches import QuestionBatches, batches_for
from training.model.heads import without_murmur
from training.model.scores import read_scores
from training.model.train import train

TINY = """
[network]
kind = "{kind}"
channels = [4, 6, 8, 10]
dropout = 0.0
{more}
[training]
epochs = {epochs}
windows_per_epoch = 96
batch = 16
rate = 0.02
made_up_share = {share}
{told}
"""


def tiny(
    folder: Path, name: str, kind: str = "member", epochs: int = 4, share: float = 0.0, more: str = "", told: str = ""
):
    path = folder / f"{name}.toml"
    path.write_text(TINY.format(kind=kind, epochs=epochs, share=share, more=more, told=told))
    return read_config(path)


def tiny_gate(folder: Path):
    return tiny(folder, "gate", "gate", epochs=1, share=0.3, more='reader = "beat"')


@pytest.fixture(name="data_folder", scope="module")
def fixture_data_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    write(folder / "data", per_class=8)
    prepare(folder / "data", folder / "cache")
    return folder


@pytest.fixture(name="data", scope="module")
def fixture_data(data_folder):
    return read_recordings(data_folder / "cache")


@pytest.fixture(name="noise", scope="module")
def fixture_noise(data_folder):
    return read_noise(data_folder / "cache")


def test_learns_to_hear_a_loud_murmur_and_exports(data, noise, data_folder, tmp_path, capsys):
    runs, cache, out = tmp_path / "runs", str(data_folder / "cache"), str(tmp_path / "net.onnx")
    member, beat = tiny(tmp_path, "member", epochs=8), tiny(tmp_path, "beat", "beat", epochs=8)
    for name in ("official", "fold-0"):
        train(member, name, data, noise, runs / "member" / name)
        train(beat, name, data, noise, runs / "beat" / name)
    for name in ("member", "beat"):
        for answer in QUESTIONS:
            scores = read_scores(runs / name / "official", answer)
            index = [data.record.index(record) for record in scores]
            assert auc(data.abnormal[index], [w.mean() for w in scores.values()]) > 0.9, (name, answer)
    arguments = ["member", "gate", "--runs", str(runs), "--cache", cache, "--out", out]
    assert export_main(arguments) == 1
    assert "runs are made by" in capsys.readouterr().err
    train(tiny_gate(tmp_path), "official", data, noise, runs / "gate" / "official")
    assert export_main(arguments) == 0


def test_a_gate_without_its_beat_reader_is_refused(data, noise, tmp_path):
    with pytest.raises(OSError, match="beat"):
        train(tiny_gate(tmp_path), "official", data, noise, tmp_path / "runs" / "gate" / "official")


def test_an_interrupted_training_ends_with_the_same_weights(data, noise, tmp_path):
    config = tiny(tmp_path, "member", epochs=2)
    train(config, "without-a", data, noise, tmp_path / "whole")
    train(config, "without-a", data, noise, tmp_path / "stopped", stop_after=1)
    assert not (tmp_path / "stopped" / "weights.pt").exists()
    train(config, "without-a", data, noise, tmp_path / "stopped")
    whole, resumed = (torch.load(tmp_path / run / "weights.pt", weights_only=True) for run in ("whole", "stopped"))
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)


def test_a_misspelt_setting_is_refused(tmp_path):
    (tmp_path / "x.toml").write_text("[training]\nepoch = 3\n")
    with pytest.raises(ValueError, match="no setting epoch"):
        read_config(tmp_path / "x.toml")


def test_every_experiment_of_the_repository_can_be_read():
    for path in (Path(__file__).parent.parent / "configs").glob("*.toml"):
        assert read_config(path).about == tomllib.loads(path.read_text())["about"]


def test_both_classes_of_a_database_weigh_alike_and_nothing_outside_the_training_side_does():
    database = np.array(list("aaaaabbb"))
    positive = np.array([True, False, False, False, True, True, False, False])
    learn = np.array([True, True, True, True, False, True, True, True])
    weight = cell_weights(database, positive, learn)
    assert weight.sum() == pytest.approx(1)
    assert weight[4] == 0
    for letter in "ab":
        inside = database == letter
        assert weight[inside & positive].sum() == pytest.approx(weight[inside & ~positive].sum())


def test_a_database_whose_device_tells_the_label_is_learned_from_less(data, noise, tmp_path):
    learn = data.fold >= 0
    spared_config = tiny(tmp_path, "spared", told='told_by_device = ["e"]')
    alike, spared = (batches_for(c, data, noise, learn) for c in (tiny(tmp_path, "alike"), spared_config))
    assert isinstance(alike, QuestionBatches) and isinstance(spared, QuestionBatches)
    e = torch.tensor(data.database == "e")
    assert torch.allclose(spared.weights[0][e], alike.weights[0][e] / 3)
    assert torch.equal(spared.weights[0][~e], alike.weights[0][~e])
    assert torch.equal(spared.weights[1], alike.weights[1])
    assert (alike.weights[0][e & torch.tensor(learn)] > 0).all()


def test_a_murmur_is_put_where_none_is_known_alone(data):
    able = without_murmur(data)
    assert not able[data.abnormal | data.murmur].any()
    assert not able[np.isin(data.heard, ["elsewhere", "unknown"])].any()
    assert able[data.heard == "absent"].all()


@pytest.mark.parametrize(
    ("length", "starts"),
    [(7000, [0]), (10_000, [0]), (10_001, [0, 1]), (15_000, [0, 5000]), (21_000, [0, 5000, 10_000, 11_000])],
)
def test_windows_cover_a_recording_and_the_last_ends_with_it(length, starts):
    samples = np.arange(length, dtype=np.float32)
    assert window_starts(length) == starts
    cut = windows(samples)
    assert cut.shape == (len(starts), WINDOW_LENGTH)
    assert cut[-1, -1] == (length - 1 if length >= WINDOW_LENGTH else (WINDOW_LENGTH - 1) % length)


def test_a_faster_window_holds_more_of_the_recording(data):
    chosen, middle = torch.tensor([0, 0]), torch.tensor([0.0, 0.0])
    drawn = draw(data, chosen, torch.tensor([1.0, 1.1]), middle)
    whole = torch.tensor(data.log_mel[: data.frames[0]].astype(np.float32)).T
    assert torch.equal(drawn.log_mel[0], whole[:, :FRAMES])
    assert torch.equal(drawn.log_mel[1, :, 300], whole[:, 330])


def test_a_recording_shorter_than_a_window_is_repeated(data):
    frames = int(data.frames[0])
    drawn = draw(data, torch.tensor([0]), torch.tensor([frames / FRAMES * 1.5]), torch.tensor([0.0]))
    assert torch.isfinite(drawn.log_mel).all()
    assert drawn.log_mel.shape == (1, MEL_BANDS, FRAMES)

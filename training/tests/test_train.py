"""Training on made-up hearts, end to end: it learns, it resumes to the same weights, it ships."""

import tomllib
from pathlib import Path

import numpy as np
import pytest
import torch
from made_data import write

from training.config import read_config
from training.data import cell_weights, random_window, read_recordings, window_starts, windows
from training.export import main as export_main
from training.front_end import WINDOW_LENGTH
from training.metrics import auc
from training.prepare import prepare
from training.scores import read_scores
from training.train import train

TINY = """
[network]
channels = [4, 6, 8, 10]
dropout = 0.0
[training]
target = "{target}"
epochs = {epochs}
windows_per_epoch = 96
batch = 16
rate = 0.02
synthetic_share = {share}
"""


def tiny(folder: Path, name: str, target: str = "abnormal", epochs: int = 4, share: float = 0.0):
    path = folder / f"{name}.toml"
    path.write_text(TINY.format(target=target, epochs=epochs, share=share))
    return read_config(path)


@pytest.fixture(name="data", scope="module")
def fixture_data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    write(folder / "data", "packed", per_class=4)
    prepare(folder / "data", folder / "cache")
    return read_recordings(folder / "cache")


def test_learns_to_hear_a_loud_murmur_and_exports(data, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("training.negatives.POOL_PER_KIND", 2)
    train(tiny(tmp_path, "member", epochs=8), "official", data, tmp_path / "runs")
    scores = read_scores(tmp_path / "runs" / "member" / "official")
    index = [data.record.index(record) for record in scores]
    assert auc(data.abnormal[index], [w.mean() for w in scores.values()]) > 0.9
    train(tiny(tmp_path, "gate", "quality", epochs=1, share=0.3), "official", data, tmp_path / "runs")
    runs, out = str(tmp_path / "runs"), str(tmp_path / "net.onnx")
    assert export_main(["member/official", "gate/official", "--runs", runs, "--out", out]) == 0
    assert export_main(["member/without-a", "gate/official", "--runs", runs, "--out", out]) == 1
    assert "not for shipping" in capsys.readouterr().err


def test_an_interrupted_training_ends_with_the_same_weights(data, tmp_path):
    config = tiny(tmp_path, "member", epochs=2)
    train(config, "without-a", data, tmp_path / "whole")
    train(config, "without-a", data, tmp_path / "stopped", stop_after=1)
    assert not (tmp_path / "stopped" / "member" / "without-a" / "weights.pt").exists()
    train(config, "without-a", data, tmp_path / "stopped")
    whole, resumed = (
        torch.load(tmp_path / run / "member" / "without-a" / "weights.pt") for run in ("whole", "stopped")
    )
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


def test_a_faster_window_holds_more_of_the_recording():
    ramp = np.arange(30_000, dtype=np.float32)
    assert np.ptp(random_window(ramp, 1.1, 0.5)) == pytest.approx(1.1 * (WINDOW_LENGTH - 1), rel=1e-4)

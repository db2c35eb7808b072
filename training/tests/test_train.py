"""Training on made-up hearts, end to end: it learns, it resumes to the same weights, it ships."""

import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from made_data import write

from training.config import TrainingConfig, read_config
from training.data.front_end import FRAMES, MEL_BANDS, WINDOW_LENGTH
from training.data.prepare import prepare
from training.data.recordings import cell_weights, draw, read_recordings, window_starts, windows
from training.evaluation.metrics import auc
from training.export.to_onnx import main as export_main
from training.model.scores import read_scores
from training.model.sounds import chances
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
"""


def tiny(folder: Path, name: str, kind: str = "member", epochs: int = 4, share: float = 0.0, more: str = ""):
    path = folder / f"{name}.toml"
    path.write_text(TINY.format(kind=kind, epochs=epochs, share=share, more=more))
    return read_config(path)


def tiny_gate(folder: Path):
    return tiny(folder, "gate", "gate", epochs=1, share=0.3, more='reader = "beat"')


@pytest.fixture(name="data_folder", scope="module")
def fixture_data_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    write(folder / "data", "packed", per_class=8)
    prepare(folder / "data", folder / "cache")
    return folder


@pytest.fixture(name="data", scope="module")
def fixture_data(data_folder):
    return read_recordings(data_folder / "cache")


def test_learns_to_hear_a_loud_murmur_and_exports(data, data_folder, tmp_path, capsys):
    runs, cache, out = tmp_path / "runs", str(data_folder / "cache"), str(tmp_path / "net.onnx")
    member, beat = tiny(tmp_path, "member", epochs=8), tiny(tmp_path, "beat", "beat", epochs=8)
    for name in ("official", "fold-0"):
        train(member, name, data, runs / "member" / name)
        train(beat, name, data, runs / "beat" / name)
    for name in ("member", "beat"):
        scores = read_scores(runs / name / "official")
        index = [data.record.index(record) for record in scores]
        assert auc(data.abnormal[index], [w.mean() for w in scores.values()]) > 0.9, name
    arguments = ["member", "gate", "--runs", str(runs), "--cache", cache, "--out", out]
    assert export_main(arguments) == 1
    assert "runs are made by" in capsys.readouterr().err
    train(tiny_gate(tmp_path), "official", data, runs / "gate" / "official")
    assert export_main(arguments) == 0


def test_a_gate_without_its_beat_reader_is_refused(data, tmp_path):
    with pytest.raises(OSError, match="beat"):
        train(tiny_gate(tmp_path), "official", data, tmp_path / "runs" / "gate" / "official")


def test_a_member_learns_only_where_all_is_known_to_be_as_clear(data, tmp_path):
    config, runs = tiny(tmp_path, "member", epochs=1), tmp_path / "runs"
    config = replace(config, training=replace(config.training, clarity_by="gate"))
    with pytest.raises(OSError, match="clarity"):
        train(config, "official", data, runs / "member" / "official")
    table = runs / "gate" / "clarity.csv"
    table.parent.mkdir()
    rows = [f"{record},1.5,0.8,{0.1 * i}" for i, record in enumerate(data.record)]
    table.write_text("\n".join(["record,contrast,certainty,usable", *rows[1:]]))
    with pytest.raises(ValueError, match="lacks recordings"):
        train(config, "official", data, runs / "member" / "official")
    table.write_text("\n".join(["record,contrast,certainty,usable", *rows]))
    train(config, "official", data, runs / "member" / "official")
    assert (runs / "member" / "official" / "weights.pt").is_file()


def test_an_interrupted_training_ends_with_the_same_weights(data, tmp_path):
    config = tiny(tmp_path, "member", epochs=2)
    train(config, "without-a", data, tmp_path / "whole")
    train(config, "without-a", data, tmp_path / "stopped", stop_after=1)
    assert not (tmp_path / "stopped" / "weights.pt").exists()
    train(config, "without-a", data, tmp_path / "stopped")
    whole, resumed = (torch.load(tmp_path / run / "weights.pt") for run in ("whole", "stopped"))
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


def test_a_database_whose_device_tells_the_label_is_learned_from_less(data):
    learn = data.fold >= 0
    alike = chances(TrainingConfig(), data, data.abnormal, learn)
    spared = chances(TrainingConfig(told_by_device=("e",), told_weight=0.25), data, data.abnormal, learn)
    e = data.database == "e"
    assert (spared[e] == alike[e] / 4).all()
    assert (spared[~e] == alike[~e]).all()
    assert alike[e & learn].all()


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

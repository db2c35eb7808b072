"""The one command leaves alone what is finished, and does the rest in order."""

from training.all import CONFIGS, main, trainings


def finish(runs, config, split):
    folder = runs / config / split
    folder.mkdir(parents=True)
    (folder / "scores.csv").touch()


def test_what_is_finished_is_left_alone(tmp_path):
    before = trainings(tmp_path)
    finish(tmp_path, "beat", "official")
    finish(tmp_path, "member", "fold-0")
    finish(tmp_path, "gate", "fold-4")
    after = trainings(tmp_path)
    assert [len(stage) for stage in before] == [len(after[0]) + 2, len(after[1]) + 1]
    assert [command[1:] for command in before[0] if command not in after[0]] == [
        [str(CONFIGS / "beat.toml"), "official"],
        [str(CONFIGS / "member.toml"), "fold-0"],
    ]


def test_it_says_what_is_left_in_the_order_in_which_it_is_done(tmp_path, capsys):
    assert main(["data", "--runs", str(tmp_path), "--cache", str(tmp_path), "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition(" ")[2] for line in lines] == [
        "training.data.prepare", "training.model.train", "training.model.train", "training.export.to_onnx",
        "training.evaluation.baselines", "training.evaluation.evaluate", "training.export.goldens",
        "training.export.samples", "training.evaluation.experiments", "training.evaluation.report",
    ]  # fmt: skip
    assert "10 steps left" in lines[0] and "1 steps left" in lines[-1]


def test_a_step_that_fails_ends_the_command(tmp_path, capfd):
    assert main([str(tmp_path / "nothing"), "--runs", str(tmp_path), "--cache", str(tmp_path)]) == 1
    assert "same command again" in capfd.readouterr().err

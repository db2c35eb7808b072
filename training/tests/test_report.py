"""The page in `docs` is the one of the shipped card and the log, and counts what the log holds."""

import json

from training.evaluation.experiments import LOG, read_log
from training.evaluation.report import DOCS, page
from training.evaluation.tried import compared, learning_table, spread
from training.export.to_onnx import MODEL


def row(experiment: str, database: str, auc: float, scope: str = "folds", kind: str = "member", count: int = 100):
    low, high = f"{auc - 0.05:.3f}", f"{auc + 0.05:.3f}"
    values = [experiment, kind, scope, database, str(count), f"{auc:.3f}", low, high, "about it"]
    names = ["experiment", "kind", "scope", "database", "recordings", "auc", "low", "high", "about"]
    return dict(zip(names, values, strict=True))


def test_the_page_in_docs_is_that_of_the_card_and_the_log():
    card = json.loads(MODEL.with_suffix(".json").read_text())
    assert (DOCS / "model.md").read_text() == page(card, read_log(LOG))


def test_only_members_that_met_every_fold_and_learned_from_no_mere_share_are_spread():
    log = [
        row("member", "a", 0.8), row("wide", "a", 0.7), row("half-the-data", "a", 0.5),
        row("one-fold", "a", 0.9, count=20), row("gate", "a", 0.99, kind="gate"),
        row("elsewhere", "a", 0.4, scope="left-out"),
    ]  # fmt: skip
    assert spread(log).splitlines()[2:] == ["| a | 2 | 0.700 | 0.800 | 0.10 |"]


def test_an_experiment_is_compared_where_it_was_scored():
    log = [row("member", "a", 0.8), row("member", "b", 0.6, scope="left-out")]
    assert compared(log, {"a member": "member"}).splitlines()[2:] == [
        "| a member, database known | 0.800 |  |  |  |",
        "| a member, left out |  | 0.600 |  |  |",
    ]


def test_the_learning_table_holds_what_was_learned_from_each_share():
    log = [row("half-the-data", "a", 0.7), row("member-2016", "a", 0.8)]
    assert learning_table(log).splitlines()[3:] == [
        "| 50% | 0.700 [0.650, 0.750] |  |  |  |",
        "| 100% | 0.800 [0.750, 0.850] |  |  |  |",
    ]

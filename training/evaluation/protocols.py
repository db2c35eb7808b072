"""The protocols a model is judged by, each a function from scores to figures that say what they were measured on.

A  the official list of 301, by the shipped graph; thresholds and calibration come from the other 2,939.
B  one database left out of training, scored by networks, scale and threshold that never met it.
C  a random fifth of all recordings, pooled: only to compare with work that was judged so; nothing is chosen by it.
D  calibration within a database, out of fold, its two classes weighted alike (base rate 50 %).
E  what the gate refuses, by kind of made-up sound, 20 s each, by the shipped graph.
F  the gate against the challenge's own quality labels, out of fold.
G  the recordings of one diagnosis against the normal ones of the same database, out of fold and database left out.
H  the official list again, changed as a phone or a room changes it, by the shipped graph.
I  recordings that are equally clear, out of fold and database left out, and how the score follows clarity.

Five more have a file each: J, whether anybody is refused for being ill; K, murmurs heard by an expert; L, marks of the
heart sounds; M, treble and bass missing; N, a scale of the sensor's own.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.data.arrays import Bools, Floats, Strings
from training.data.overlap import overlap_weights
from training.data.recordings import cell_weights
from training.data.splits import FOLDS
from training.evaluation.calibrate import fit_scale, log_odds
from training.evaluation.figures import Metric, Setting, balanced_error, cells, fraction, of_database, within
from training.evaluation.metrics import Estimate, auc, bootstrap, calibration_error, macc, sensitivity, specificity
from training.model.committee import AVERAGED

NEWCOMERS = "people not learned from"
DRAWS = 200  # of outcomes as a perfectly calibrated model would have them
LEAST_OF_A_CONDITION = 8  # recordings, for a figure of its own
CONDITIONS = {  # by the data set's short form
    "AD": "aortic disease",
    "AS": "aortic stenosis",
    "Benign": "benign murmur",
    "CAD": "coronary artery disease",
    "MPC": "several or other conditions",
    "MR": "mitral regurgitation",
    "MVP": "mitral valve prolapse",
}


def protocol_a(
    database: Strings, abnormal: Bools, probability: Floats, threshold: float, newcomers: Bools | None = None
) -> list[Metric]:
    """Figures of the official list [301], "cannot tell" switched off; of `newcomers` among them [301] once more."""
    everything, n = "all databases", len(abnormal)
    name = Setting("A", "official", f"official {n:,}, never trained on")
    groups, called = cells(database, abnormal), probability >= threshold
    figures = [
        Metric(name, everything, "AUC", n, bootstrap(lambda i: auc(abnormal[i], probability[i]), groups)),
        Metric(name, everything, "MAcc", n, bootstrap(lambda i: macc(abnormal[i], called[i]), groups)),
        Metric(name, everything, "sensitivity", n, bootstrap(lambda i: sensitivity(abnormal[i], called[i]), groups)),
        Metric(name, everything, "specificity", n, bootstrap(lambda i: specificity(abnormal[i], called[i]), groups)),
        Metric(name, everything, "ECE", n, bootstrap(lambda i: calibration_error(abnormal[i], probability[i]), groups)),
    ]
    for letter in np.unique(database):
        figures += within(name, str(letter), database, abnormal, probability, threshold)
    if newcomers is not None and newcomers.any():
        y, p, g = abnormal[newcomers], probability[newcomers], groups[newcomers]
        figures.append(Metric(name, NEWCOMERS, "AUC", len(y), bootstrap(lambda i: auc(y[i], p[i]), g)))
    return figures


def protocol_b(database: Strings, abnormal: Bools, probability: Floats, threshold: Floats | float) -> list[Metric]:
    """Figures of every recording [3240], scored by networks that had not heard its database; a threshold for each."""
    name = Setting("B", "left-out", "leave one database out")
    figures, called = [], probability >= threshold
    for letter in np.unique(database):
        inside = database == letter
        figures += within(name, str(letter), database, abnormal, probability, threshold)
        ece = balanced_error(database[inside], abnormal[inside], probability[inside])
        figures.append(of_database(name, str(letter), "ECE", int(inside.sum()), ece))
    averaged = [letter for letter in AVERAGED if letter in set(database)]
    kept = np.isin(database, averaged)
    y, p, c, d = abnormal[kept], probability[kept], called[kept], database[kept]

    def mean(figure: str, i: NDArray[np.int64]) -> float:
        parts = [i[d[i] == letter] for letter in averaged]
        return float(np.mean([auc(y[k], p[k]) if figure == "AUC" else macc(y[k], c[k]) for k in parts]))

    data = f"mean over {', '.join(averaged)}"
    return figures + [
        Metric(name, data, figure, len(y), bootstrap(lambda i, f=figure: mean(f, i), cells(d, y)))
        for figure in ("AUC", "MAcc")
    ]


def answered_away(
    database: Strings, abnormal: Bools, probability: Floats, threshold: float, band: tuple[float, float]
) -> list[Metric]:
    """B: how many of the left-out recordings have an answer, and how good those answers are, by database."""
    name, figures = Setting("B", "left-out", "leave one database out"), []
    outside = (probability < band[0]) | (probability > band[1])
    for letter in np.unique(database):
        inside = database == letter
        answered = fraction(name, f"database {letter}", "answered", outside[inside])
        figures.append(of_database(name, str(letter), "answered", answered.count, answered.estimate))
        y, called = abnormal[inside & outside], probability[inside & outside] >= threshold
        if y.any() and not y.all():
            right = bootstrap(lambda i, y=y, c=called: macc(y[i], c[i]), y)
            figures.append(Metric(name, f"database {letter}, answered", "MAcc answered", len(y), right, str(letter)))
    return figures


def protocol_c(database: Strings, abnormal: Bools, probability: Floats, threshold: float) -> list[Metric]:
    """Figures of a random fifth of the recordings [648], pooled over databases: recognising the database pays here."""
    name, data, n = Setting("C", "random", "a random fifth, to compare only"), "all databases", len(abnormal)
    groups, called = cells(database, abnormal), probability >= threshold
    return [
        Metric(name, data, "AUC", n, bootstrap(lambda i: auc(abnormal[i], probability[i]), groups)),
        Metric(name, data, "MAcc", n, bootstrap(lambda i: macc(abnormal[i], called[i]), groups)),
    ]


def honest_error(probability: Floats, weight: Floats) -> Estimate:
    """Calibration error that a perfectly calibrated model shows by chance: mean and 95 % range."""
    rng = np.random.default_rng(0)
    drawn = [calibration_error(rng.random(len(weight)) < probability, probability, weight=weight) for _ in range(DRAWS)]
    return Estimate(float(np.mean(drawn)), float(np.quantile(drawn, 0.025)), float(np.quantile(drawn, 0.975)))


def calibrated_alone(group: Strings, abnormal: Bools, probability: Floats, weight: Floats) -> Floats:
    """What a scale of the database's own would say: fitted on every other group of recordings, said of the rest."""
    logit, side = log_odds(probability), np.unique(group, return_inverse=True)[1] % 2
    said = np.zeros(len(abnormal))
    for k in (0, 1):
        scale = fit_scale(logit[side == k], abnormal[side == k], weight[side == k])
        said[side != k] = scale.probability(logit[side != k])
    return said


def out_of_fold_figures(
    folds: int, database: Strings, group: Strings, abnormal: Bools, probability: Floats, threshold: float
) -> list[Metric]:
    """AUC, MAcc and D's calibration error within each large database, out of fold [2939]."""
    scored = f"{folds} of {FOLDS} folds"
    told = Setting("A", "folds", f"inside the training recordings, {scored}")
    meant = Setting("D", "folds", f"{scored}, classes weighted alike")
    figures = []
    for letter in AVERAGED:
        inside = database == letter
        y, p = abnormal[inside], probability[inside]
        figures += within(told, letter, database, abnormal, probability, threshold)
        weight = cell_weights(database[inside], y, np.ones_like(y))
        errors = {
            "ECE": balanced_error(database[inside], y, p),
            "ECE of a perfect model": honest_error(p, weight),
            "ECE calibrated alone": balanced_error(database[inside], y, calibrated_alone(group[inside], y, p, weight)),
        }
        figures += [of_database(meant, letter, measure, len(y), error) for measure, error in errors.items()]
    return figures


def known_and_away(protocol: str, asked: str, known: Floats, away: Floats) -> list[tuple[Setting, Floats]]:
    """Logits of networks that knew the database and of networks that did not, each with how it was measured."""
    return [
        (Setting(protocol, "folds", f"{asked}, database known"), known),
        (Setting(protocol, "left-out", f"{asked}, database left out"), away),
    ]


def protocol_g(database: Strings, abnormal: Bools, diagnosis: Strings, known: Floats, away: Floats) -> list[Metric]:
    """How well each condition is told from the normal recordings of its database.

    `known` and `away` [recordings] are logits of networks that had not seen the recording, nan where there is none:
    the first knew its database, the second did not. Where murmurs called benign are labelled abnormal, all else that
    is so labelled has a figure as well.
    """
    groups = {condition: diagnosis == short for short, condition in CONDITIONS.items()}
    groups["all but benign murmurs"] = np.isin(database, database[diagnosis == "Benign"]) & (diagnosis != "Benign")
    figures = []
    for name, logit in known_and_away("G", "conditions", known, away):
        for condition, chosen in groups.items():
            for letter in np.unique(database[abnormal & chosen]):
                asked = (database == letter) & (~abnormal | chosen) & np.isfinite(logit)
                y, s = abnormal[asked], logit[asked]
                if y.sum() >= LEAST_OF_A_CONDITION and not y.all():
                    estimate = bootstrap(lambda i, y=y, s=s: auc(y[i], s[i]), y)
                    data, n = f"{condition}, database {letter}", int(y.sum())
                    figures.append(Metric(name, data, "AUC", n, estimate, str(letter), condition))
    return figures


def protocol_h(
    database: Strings, abnormal: Bools, before: Floats, changed: dict[str, tuple[Floats, Bools]], threshold: float
) -> list[Metric]:
    """What changing the official list does to its figures, and how far the score moves.

    `before` are its probabilities, `changed` holds by the name of the change the probabilities after it and whether
    the recording was still taken for a usable one.
    """
    groups, n = cells(database, abnormal), len(abnormal)
    name = Setting("H", "official", f"official {n:,}, changed")
    figures = []
    for change, (after, usable) in changed.items():
        called, moved = after >= threshold, np.abs(after - before)
        figures += [
            Metric(name, change, "AUC", n, bootstrap(lambda i, p=after: auc(abnormal[i], p[i]), groups)),
            Metric(name, change, "MAcc", n, bootstrap(lambda i, c=called: macc(abnormal[i], c[i]), groups)),
            Metric(name, change, "score moved", n, bootstrap(lambda i, m=moved: float(m[i].mean()), groups)),
            fraction(name, change, "kept", usable),
        ]
    return figures


def protocol_i(database: Strings, abnormal: Bools, clarity: Floats, known: Floats, away: Floats) -> list[Metric]:
    """What is left when how clear a recording is tells nothing, and how the score follows it.

    `clarity` [recordings x signs], contrast first, nan where it is not known; `known` and `away` [recordings] as for
    protocol G. Clarity alone is the AUC of the contrast's negative: what a listener gets that hears no heart at all.
    """
    figures = []
    for name, logit in known_and_away("I", "equally clear", known, away):
        for letter in AVERAGED:
            asked = (database == letter) & np.isfinite(logit) & np.isfinite(clarity).all(1)
            y, s, c = abnormal[asked], logit[asked], clarity[asked]
            if y.all() or not y.any():
                continue
            weight, contrast = overlap_weights(c, y), c[:, 0]
            measures = {
                "AUC": lambda i, y=y, s=s: auc(y[i], s[i]),
                "AUC, equally clear": lambda i, y=y, s=s, w=weight: auc(y[i], s[i], w[i]),
                "AUC of clarity alone": lambda i, y=y, c=contrast: auc(y[i], -c[i]),
                "score against clarity": lambda i, y=y, s=s, c=contrast: float(
                    np.corrcoef(s[i][~y[i]], c[i][~y[i]])[0, 1]
                ),
            }
            for measure, value in measures.items():
                figures.append(of_database(name, letter, measure, len(y), bootstrap(value, y)))
    return figures

"""The two answers: fitted on what networks said of recordings they had not heard, measured where nothing was fitted."""

from __future__ import annotations

import numpy as np

from training.data.arrays import Floats
from training.data.manifest import CIRCOR
from training.data.recordings import Recordings, cell_weights
from training.evaluation.calibrate import best_threshold, fit_scale
from training.evaluation.figures import Setting
from training.evaluation.frequency import bins_of
from training.evaluation.hearing import HeardRecordings
from training.evaluation.measured import Judged
from training.evaluation.operating import BALANCED, operating_rules, rule_of
from training.evaluation.rules import fitted_on, fitting

MURMURS = "murmurs, folds by person"


def judged_abnormal(data: Recordings, known: Floats, away: Floats, kept: Floats, heard: HeardRecordings) -> Judged:
    """The first answer: fitted on networks that had not heard the recordings, measured on the official list.

    `known` and `away` are logits [recordings] of networks that knew the database or did not, `kept` what their gates
    kept; `heard` is what the application says of the official list.
    """
    home, test = fitted_on(data, [known]), data.fold < 0
    scale = fit_scale(*home)
    # the scale and the frequencies speak of sensors that are known; the thresholds must serve new ones as well
    clear = kept[np.isfinite(known) & fitting(data)] > 0
    bins = bins_of(scale.probability(home[0][clear]), home[1][clear], home[2][clear])
    learned = f"{int(clear.sum()):,} recordings, out of fold, databases and classes weighted alike"
    chosen = "; threshold and band chosen on the others, by folds and databases left out"
    return Judged(
        compared_with=Setting("D", "folds", learned),
        bins=bins,
        setting=Setting("A", "official", f"official {int(test.sum()):,}{chosen}"),
        calibration=scale,
        points=operating_rules(scale, bins, *fitted_on(data, [known, away])),
        probability=scale.probability(heard.logit),
        told=heard.told,
        positive=data.abnormal[test],
        database=data.database[test],
    )


def judged_murmur(data: Recordings, logit: Floats, kept: Floats) -> Judged:
    """The second answer, of CirCor's recordings, by networks that had not heard the person: logit [recordings]."""
    told = (data.database == CIRCOR) & data.asked_murmur & np.isfinite(logit)
    positive, clear = data.murmur[told], kept[told] > 0
    weight = cell_weights(data.database, data.murmur, told, 0)[told]
    scale = fit_scale(logit[told], positive, weight)
    said = scale.probability(logit[told])
    bins = bins_of(said[clear], positive[clear], weight[clear])
    about = f"{int(clear.sum()):,} recordings of CirCor, folds by person, both classes weighted alike"
    return Judged(
        compared_with=Setting("K", "folds", about),
        bins=bins,
        setting=Setting("K", "folds", MURMURS),
        calibration=scale,
        points=[rule_of(BALANCED, best_threshold(said, positive, weight), bins)],
        probability=said,
        told=clear,
        positive=positive,
        database=data.database[told],
    )

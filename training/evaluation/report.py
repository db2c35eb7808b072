"""python -m training.evaluation.report: write `docs/model.md` and its pictures from the card and the log.

Every number in the page comes out of a file that a program wrote; the words around them are in `page.template.md`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from string import Template

from training.data.front_end import SAMPLE_RATE
from training.evaluation.experiments import LOG, read_log
from training.evaluation.gate_protocols import SOUND_S
from training.evaluation.pictures import draw_all
from training.evaluation.protocols import DRAWS, LEAST_OF_A_CONDITION
from training.evaluation.tables import Card, alternative_table, murmur_table, operating_table, protocol_table
from training.evaluation.tried import COLOUR, REWARDS, Rows, compared, experiment_table, learning_table, spread
from training.export.to_onnx import MODEL

DOCS = Path(__file__).parents[2] / "docs"
TEMPLATE = Path(__file__).parent / "page.template.md"

# where the page shows which figures: protocol and scope
TABLES = {
    "table_A_official": ("A", "official"),
    "table_A_folds": ("A", "folds"),
    "table_B": ("B", "left-out"),
    "table_C": ("C", "random"),
    "table_D": ("D", "folds"),
    "table_E": ("E", "made-up"),
    "table_F": ("F", "folds"),
    "table_G_folds": ("G", "folds"),
    "table_G_left_out": ("G", "left-out"),
    "table_H": ("H", "official"),
    "table_I_folds": ("I", "folds"),
    "table_I_left_out": ("I", "left-out"),
    "table_J_folds": ("J", "folds"),
    "table_J_official": ("J", "official"),
    "table_K_folds": ("K", "folds"),
    "table_K_left_out": ("K", "left-out"),
    "table_L_folds": ("L", "folds"),
    "table_L_left_out": ("L", "left-out"),
    "table_M": ("M", "official"),
    "table_N": ("N", "left-out"),
}


def facts(card: Card) -> dict[str, str]:
    """What the page's sentences say of the card in passing."""
    size = card["size"]
    official = next(m for m in card["metrics"] if (m["protocol"], m["scope"]) == ("A", "official"))
    odds = next(p["odds"] for p in card["operatingPoints"] if p["name"] == card["defaultOperatingPoint"])
    alone = [m["value"] for m in card["metrics"] if (m["scope"], m["measure"]) == ("folds", "AUC of clarity alone")]
    return {
        "limits": "\n".join(f"- {limit}" for limit in card["limits"]),
        "version": card["version"],
        "trained_on": card["trainedOn"],
        "graph": card["sha256"][:12],
        "parameters": f"{size['parameters']:,}",
        "million_multiply_adds": f"{size['multiplyAdds'] / 1e6:.1f}",
        "kilobytes": f"{size['bytes'] / 1e3:.0f}",
        "window_s": f"{card['input']['windowLength'] / SAMPLE_RATE:.0f}",
        "window_ms": f"{card['export']['medianMs']:.2f}",
        "parity": f"{card['export']['parity']:.0e}",
        "official": f"{official['count']:,}",
        "learned": f"{sum(of['recordings'] for of in card['data'][:2]):,}",
        "treble_hz": f"{card['bandwidth']['trebleHz']:.0f}",
        "range_db": f"{card['bandwidth']['rangeDb']:.0f}",
        "normal_at_most": f"{odds['normalAtMost']:.0%}",
        "abnormal_at_least": f"{odds['abnormalAtLeast']:.0%}",
        "base_rate": f"{card['reliability']['baseRate']:.0%}",
        "reliability_of": card["reliability"]["about"],
        "draws": str(DRAWS),
        "sound_s": str(SOUND_S),
        "least_of_a_condition": str(LEAST_OF_A_CONDITION),
        "clarity_alone": f"{min(alone):.2f} to {max(alone):.2f}" if alone else "not measured",
    }


def page(card: Card, log: Rows) -> str:
    """The whole page. Raises KeyError for a place in the template that nothing fills."""
    return Template(TEMPLATE.read_text()).substitute(
        facts(card),
        **{place: protocol_table(card, *setting) for place, setting in TABLES.items()},
        operating_points=operating_table(card),
        murmur_point=murmur_table(card),
        alternatives=alternative_table(card),
        learning=learning_table(log),
        spread=spread(log),
        rewards=compared(log, REWARDS),
        colour=compared(log, COLOUR),
        experiments=experiment_table(log),
    )


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and write page and pictures; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluation.report", description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--log", type=Path, default=LOG)
    parser.add_argument("--docs", type=Path, default=DOCS)
    options = parser.parse_args(arguments)
    card, log = json.loads(options.model.with_suffix(".json").read_text()), read_log(options.log)
    draw_all(card, log, options.docs / "pictures" / "model")
    (options.docs / "model.md").write_text(page(card, log))
    print(f"{options.docs / 'model.md'} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())

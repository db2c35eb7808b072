"""The data sets, by the names under which their licences ask to be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One data set; `held_out` says what of it no shipped network learned from."""

    name: str
    title: str
    papers: str
    licence: str
    held_out: str


ODC_BY = "Open Data Commons Attribution License v1.0"
PHYSIONET = "Goldberger et al., Circulation 101:e215, 2000"
PHYSIONET_2016 = Source(
    "PhysioNet/CinC Challenge 2016, training set",
    "Classification of Heart Sound Recordings: The PhysioNet/Computing in Cardiology Challenge 2016, v1.0.0",
    f"Liu et al., Physiol. Meas. 37:2181, 2016; {PHYSIONET}",
    ODC_BY,
    "the official list of 301 recordings",
)
CIRCOR_DIGISCOPE = Source(
    "CirCor DigiScope, training set",
    "The CirCor DigiScope Phonocardiogram Dataset, v1.0.3",
    f"Oliveira et al., IEEE J. Biomed. Health Inform. 26:2524, 2022; {PHYSIONET}",
    ODC_BY,
    "everybody who was recorded in 2014 alone",
)
NO_HEARTS = Source(
    "Sounds that are no hearts",
    "ESC-50 (clips under CC0 and CC BY), Speech Commands background noises, and the sounds of Blanket",
    "Piczak, ACM Multimedia 2015; Warden, arXiv:1804.03209",
    "CC0, CC BY or in the public domain, clip by clip",
    "one original in five",
)

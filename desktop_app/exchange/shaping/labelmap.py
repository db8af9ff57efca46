"""Labels to a target tag set and back: KLUE's six types, the TTA/NIKL codes, or a mapping of the user's."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.dataset import DataMention
from desktop_app.domain.labels import Label, LabelSchema

OutgoingLabel = Callable[[DataMention], str]

TTA_MAJORS: Mapping[str, str] = {
    "PS": "PS", "LC": "LC", "LCP": "LC", "LCG": "LC", "OG": "OG", "OGG": "OG", "DT": "DT", "TI": "TI", "QT": "QT",
    "EV": "EV", "AF": "AF", "AFA": "AF", "AFW": "AF", "TM": "AF", "TMI": "AF", "TMM": "AF", "TMIG": "AF",
}  # fmt: skip
"""Major code of TTAK.KO-10.0852 (NIKL 2021 writes it before the underscore) → label of the annotation guidelines."""

TTA_CODES: Mapping[str, str] = {
    "CV_POLICY": "CV_POLICY",
    "CV_LAW": "CV_POLICY",
    "CV_TAX": "CV_POLICY",
    "CV_FUNDS": "CV_POLICY",
    "TMI_PROJECT": "CV_POLICY",
    "CV_POSITION": "CV_POSITION",
}
"""TTA codes whose major code does not decide the label."""

OTHER_NAMES: Mapping[str, str] = {
    "PER": "PS", "PERSON": "PS", "ORG": "OG", "ORGANIZATION": "OG", "LOC": "LC", "LOCATION": "LC", "GPE": "LC",
    "DAT": "DT", "DATE": "DT", "TIM": "TI", "TIME": "TI", "NUM": "QT", "NOH": "QT", "MNY": "QT", "PNT": "QT",
    "QUANTITY": "QT", "EVT": "EV", "EVENT": "EV",
}  # fmt: skip
"""Labels of CoNLL-2003, OntoNotes, the NAVER/Changwon and the KMOU corpora."""


def outgoing(
    schema: LabelSchema, tag_set: str = "", override: Mapping[str, str] | None = None
) -> OutgoingLabel:
    """The function that gives a mention's code in the target tag set, or "" where it has none.

    `tag_set` is "klue", "tta" or "" (the schema's own codes). `override` maps label codes and goes first.
    """
    own = dict(override or {})

    def code(mention: DataMention) -> str:
        if mention.label in own:
            return own[mention.label]
        return _coded(schema.by_code.get(mention.label), mention, tag_set)

    return code


def _coded(label: Label | None, mention: DataMention, tag_set: str) -> str:
    if tag_set == "klue":
        return label.klue if label else ""
    if tag_set == "tta":
        return mention.sublabel or (label.tta if label and label.tta else mention.label)
    return mention.label


def usual_code(label: Label, tag_set: str) -> str:
    """The code that a label without sub-label has in the target tag set, or "" where it has none."""
    if tag_set == "klue":
        return label.klue
    return (label.tta or label.code) if tag_set == "tta" else label.code


def incoming(code: str, schema: LabelSchema | None, override: Mapping[str, str]) -> tuple[str, str] | None:
    """Label and sublabel of the schema for a label met in a file; ("", "") leaves it out; None: unknown."""
    if code in override:
        return override[code], ""
    if schema is None or code in schema.by_code:
        return code, ""
    return _by_sublabel(code, schema) or _by_other_name(code, schema)


def _by_sublabel(code: str, schema: LabelSchema) -> tuple[str, str] | None:
    for label in schema.labels:
        if any(s.code == code for s in label.sublabels):
            return label.code, code
    for label in schema.labels:
        if code in {label.tta, label.klue} - {""}:
            return label.code, ""
    return None


def _by_other_name(code: str, schema: LabelSchema) -> tuple[str, str] | None:
    plain = OTHER_NAMES.get(code.upper(), "")
    if plain in schema.by_code:
        return plain, ""
    fine = TTA_CODES.get(code) or TTA_MAJORS.get(code.partition("_")[0], "")
    if fine in schema.by_code and not (code.startswith("CV_") and code not in TTA_CODES):
        return fine, code
    return None


def proposals(codes: Mapping[str, int], schema: LabelSchema) -> dict[str, str]:
    """For every label met in a file, the schema's label that answers to it, or ""; most frequent first."""
    found: dict[str, str] = {}
    for code in sorted(codes, key=lambda c: (-codes[c], c)):
        answer = incoming(code, schema, {})
        found[code] = answer[0] if answer else ""
    return found

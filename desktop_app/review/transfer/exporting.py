"""From what a user chooses to what an exporter is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision
from desktop_app.exchange import (
    AnonymiseOptions,
    Basis,
    Exporter,
    ExportOptions,
    NestedPolicy,
    SplitOptions,
)

DEFAULT_FORMAT = "json"


def exporter_for(exporters: Mapping[str, Exporter], name: str, target: Path) -> Exporter:
    """The exporter by name, or by the target's ending; raises ExportFailed where none fits."""
    if name:
        if name not in exporters:
            raise ExportFailed(path=target, reason=f"no format {name!r}; there are: {', '.join(exporters)}")
        return exporters[name]
    fitting = [e for e in exporters.values() if not e.is_folder and target.name.endswith(e.suffix)]
    if not fitting:
        raise ExportFailed(path=target, reason=f"name the format; there are: {', '.join(exporters)}")
    return next((e for e in fitting if e.name.startswith("reviewed")), fitting[0])


def export_options(
    *,
    undecided: bool = False,
    rejected: bool = False,
    basis: str = "reading",
    split: str = "",
    seed: int = 1,
    anonymise: bool = False,
    labels: Mapping[str, str] | None = None,
    nested: str = "longest",
    with_source: bool = False,
) -> ExportOptions:
    """Options from plain choices; `split` is three shares such as "8/1/1"; raises ExportFailed.

    `with_source` adds each source's text and the morphemes, so that a project comes back whole.
    """
    decisions = {str(Decision.ACCEPTED)}
    decisions |= {str(Decision.UNDECIDED)} if undecided else set()
    decisions |= {str(Decision.REJECTED)} if rejected else set()
    return ExportOptions(
        decisions=frozenset(decisions),
        basis=Basis(basis),
        split=_split(split, seed) if split else None,
        anonymise=AnonymiseOptions() if anonymise else None,
        labels=labels or None,
        nested=NestedPolicy(nested),
        include_source=with_source,
        include_tokens=with_source,
    )


def label_mapping(text: str, schema: LabelSchema) -> dict[str, str]:
    """Label codes to the codes written, from "PS=PER,OG=ORG,TI="; raises ExportFailed for an unknown label.

    A label without a code behind its = is left out of the export.
    """
    found = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        ours, equals, theirs = pair.partition("=")
        if not equals or ours not in schema.by_code:
            raise ExportFailed(
                path=pair, reason=f"a mapping is LABEL=CODE with one of: {', '.join(schema.codes)}"
            )
        found[ours] = theirs.strip()
    return found


def card_path(target: Path) -> Path:
    """Where the dataset card of an export stands: beside it, under its name."""
    return target.with_name(f"{target.name}.card.md")


def _split(text: str, seed: int) -> SplitOptions:
    try:
        train, dev, test = (float(part) for part in text.split("/"))
    except ValueError as error:
        raise ExportFailed(path=text, reason="a split is three shares such as 8/1/1") from error
    return SplitOptions(train, dev, test, seed)

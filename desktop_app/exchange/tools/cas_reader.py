"""UIMA CAS read back: XMI with its type system beside it, and self-contained JSON CAS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.article import Metadata
from desktop_app.domain.dataset import DataArticle, DataMention, DataRelation
from desktop_app.domain.errors import UnreadableFile
from desktop_app.exchange.contract import ImportRun
from desktop_app.exchange.importing import StreamImporter, found_article, found_mention
from desktop_app.exchange.options import ImportOptions
from desktop_app.exchange.tools.cas import DOCUMENT, ENTITY, type_system

if TYPE_CHECKING:
    from cassis import Cas

_LABEL_FEATURES = ("value", "label", "PosValue")
_NOT_MENTIONS = (".segmentation.type.", ".metadata.type.", ".lexmorph.type.", ".syntax.type.", "uima.tcas.")


class CasReader(StreamImporter):
    """One .xmi or .json, or a folder of them.

    Mentions are DKPro's NamedEntity and every custom span layer with a `value` or `label`; relations are custom layers
    with Governor and Dependent. The type system of .xmi is `TypeSystem.xml` or `typesystem.xml` beside it or above.
    """

    name = "uima-cas"
    suffixes = (".xmi", ".json")
    title_ko = "UIMA CAS (XMI, JSON)"
    title_en = "UIMA CAS (XMI, JSON)"

    def recognises(self, path: Path) -> bool:
        if path.is_dir():
            first = next(iter(_files(path)), None)
            return first is not None and super().recognises(first)
        return super().recognises(path)

    def looks_like(self, beginning: str) -> bool:
        return "uima/cas" in beginning or '"%TYPES"' in beginning

    def articles(self, path: Path, options: ImportOptions, run: ImportRun) -> Iterator[DataArticle]:  # noqa: ARG002
        for number, file in enumerate(_files(path) if path.is_dir() else [path], 1):
            yield _article(file, number, _loaded(file))


def _files(folder: Path) -> list[Path]:
    return sorted([*folder.rglob("*.xmi"), *folder.rglob("*.json")])


def _loaded(path: Path) -> Cas:
    from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

    try:
        if path.suffix == ".json":
            return load_cas_from_json(path.read_text("utf-8-sig"))
        types = next((p for p in _type_systems(path) if p.is_file()), None)
        with path.open("rb") as file:
            return load_cas_from_xmi(
                file, load_typesystem(types) if types else type_system(), lenient=types is None
            )
    except OSError:
        raise
    except Exception as error:
        raise UnreadableFile(file=str(path), reason=f"not a UIMA CAS: {str(error)[:200]}") from error


def _type_systems(path: Path) -> Iterator[Path]:
    for folder in (path.parent, path.parent.parent):
        yield from (folder / name for name in ("TypeSystem.xml", "typesystem.xml"))


def _article(path: Path, number: int, cas: Cas) -> DataArticle:
    mentions: dict[int, DataMention] = {}
    found = [fs for fs in cas.select_all_annotations() if getattr(fs, "begin", None) is not None]
    for fs in found:
        label = _label(fs)
        if label and fs.end > fs.begin:
            concept = getattr(fs, "identifier", None) or ""
            mentions[fs.xmiID] = found_mention(len(mentions) + 1, fs.begin, fs.end, label, concept=concept)
    title = next((fs.documentTitle or "" for fs in found if fs.type.name == DOCUMENT), "")
    return found_article(
        path,
        number,
        cas.sofa_string or "",
        mentions.values(),
        relations=tuple(_relations(found, mentions)),
        metadata=Metadata(title=title),
    )


def _label(fs: Any) -> str:  # noqa: ANN401
    if hasattr(fs, "Governor") or any(part in fs.type.name for part in _NOT_MENTIONS):
        return ""
    features = ("value",) if fs.type.name == ENTITY else _LABEL_FEATURES
    return next((v for name in features if isinstance(v := getattr(fs, name, None), str) and v), "")


def _relations(found: list[Any], mentions: dict[int, DataMention]) -> Iterator[DataRelation]:
    for fs in found:
        ends = [
            mentions.get(getattr(getattr(fs, name, None), "xmiID", -1)) for name in ("Governor", "Dependent")
        ]
        kind = getattr(fs, "label", None) or getattr(fs, "value", None) or ""
        if kind and ends[0] and ends[1]:
            yield DataRelation(kind, ends[0].id, ends[1].id)

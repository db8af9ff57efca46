"""UIMA CAS as XMI and as JSON, with the layers that INCEpTION and WebAnno know.

Mentions are DKPro Core's NamedEntity (value, identifier), morphemes are Tokens (INCEpTION's own would be 어절 and
snap to them), relations are custom.Relation. cassis turns code points into the files' UTF-16 units.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange.contract import ExportReport, Holds
from desktop_app.exchange.corpora.segments import rows
from desktop_app.exchange.exporting import Head, Sink, StreamExporter
from desktop_app.exchange.options import TokenKind

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
ENTITY = f"{_DKPRO}.ner.type.NamedEntity"
SENTENCE = f"{_DKPRO}.segmentation.type.Sentence"
TOKEN = f"{_DKPRO}.segmentation.type.Token"
DOCUMENT = f"{_DKPRO}.metadata.type.DocumentMetaData"
RELATION = "custom.Relation"
_STRING, _ANNOTATION = "uima.cas.String", "uima.tcas.Annotation"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

Save = Callable[["Cas", Path], None]


def type_system() -> TypeSystem:
    """The types that an export uses."""
    from cassis import TypeSystem

    types = TypeSystem()
    entity = types.create_type(name=ENTITY, supertypeName=_ANNOTATION)
    types.create_feature(entity, "value", _STRING)
    types.create_feature(entity, "identifier", _STRING)
    types.create_type(name=SENTENCE, supertypeName=_ANNOTATION)
    types.create_type(name=TOKEN, supertypeName=_ANNOTATION)
    relation = types.create_type(name=RELATION, supertypeName=_ANNOTATION)
    types.create_feature(relation, "Governor", ENTITY)
    types.create_feature(relation, "Dependent", ENTITY)
    types.create_feature(relation, "label", _STRING)
    document = types.create_type(name=DOCUMENT, supertypeName="uima.tcas.DocumentAnnotation")
    types.create_feature(document, "documentId", _STRING)
    types.create_feature(document, "documentTitle", _STRING)
    return types


def cas_of(article: DataArticle, types: TypeSystem, *, xml: bool = False) -> Cas:
    """The CAS of an article; for `xml` characters that XML 1.0 forbids become blanks."""
    from cassis import Cas

    text = _NOT_IN_XML.sub(" ", article.text) if xml else article.text
    title = _NOT_IN_XML.sub(" ", article.metadata.title) if xml else article.metadata.title
    cas = Cas(types, sofa_string=text, sofa_mime="text/plain")
    document = types.get_type(DOCUMENT)(
        begin=0, end=len(text), language="ko", documentId=f"{article.id:06d}", documentTitle=title
    )
    cas.add(document)
    sentence, token = types.get_type(SENTENCE), types.get_type(TOKEN)
    for found in rows(article, TokenKind.MORPHEME):
        cas.add(sentence(begin=found[0].start, end=found[-1].end))
        cas.add_all([token(begin=p.start, end=p.end) for p in found])
    _add_mentions(cas, article, types)
    return cas


def _add_mentions(cas: Cas, article: DataArticle, types: TypeSystem) -> None:
    entity, relation = types.get_type(ENTITY), types.get_type(RELATION)
    entities: dict[int, Any] = {
        m.id: entity(begin=m.start, end=m.end, value=m.label, identifier=m.concept or None)
        for m in article.mentions
    }
    cas.add_all(list(entities.values()))
    for r in article.relations:
        first, second = entities[r.from_mention], entities[r.to_mention]
        made = relation(begin=second.begin, end=second.end, Governor=first, Dependent=second, label=r.kind)
        cas.add(made)


class _CasSink(Sink):
    def __init__(self, folder: Path, suffix: str, save: Save, *, xml: bool) -> None:
        self.folder, self.suffix, self.save, self.xml = folder, suffix, save, xml
        self.types = type_system()

    def add(self, article: DataArticle) -> None:
        path = self.folder / f"{article.id:06d}{self.suffix}"
        self.save(cas_of(article, self.types, xml=self.xml), path)

    def close(self, *, failed: bool) -> None:
        """Every article has closed its own file."""


class CasXmi(StreamExporter):
    """A folder with one .xmi for each article and TypeSystem.xml."""

    name = "uima-xmi"
    suffix = ""
    title_ko = "INCEpTION·WebAnno UIMA CAS XMI (폴더)"
    title_en = "INCEpTION/WebAnno UIMA CAS XMI (folder)"
    is_folder = True
    holds = Holds(relations=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _CasSink(path, ".xmi", lambda cas, file: _write(file, cas.to_xmi()), xml=True)

    def finish(self, folder: Path, head: Head, report: ExportReport) -> None:  # noqa: ARG002
        _write(folder / "TypeSystem.xml", type_system().to_xml())


class CasJson(StreamExporter):
    """A folder with one self-contained JSON CAS 0.4.0 for each article."""

    name = "uima-json"
    suffix = ""
    title_ko = "INCEpTION UIMA CAS JSON (폴더)"
    title_en = "INCEpTION UIMA CAS JSON (folder)"
    is_folder = True
    holds = Holds(relations=True)

    def sink(self, path: Path, part: str, head: Head) -> Sink:  # noqa: ARG002
        return _CasSink(path, ".json", lambda cas, file: _write(file, cas.to_json()), xml=False)


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.rstrip("\n").encode() + b"\n")

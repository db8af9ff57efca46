"""Relations as quiet arcs from mention to mention; those of the current mention stand out a little."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextDocument

from desktop_app.domain.mention import Relation
from desktop_app.gui.article.ink.painting import Look, Segment, segments
from desktop_app.gui.article.layout.marks import Mark
from desktop_app.gui.article.layout.page import Page
from desktop_app.gui.article.words import korean

NEAR = 4.5  # em: farther arcs are drawn only while one of their ends is the current mention


def paint(painter: QPainter, document: QTextDocument, page: Page, look: Look) -> None:
    """Paint every relation whose two ends are shown."""
    if page.article is None:
        return
    for relation in page.article.relations:
        ends = [page.mark_by_id(i) for i in (relation.from_mention, relation.to_mention)]
        if ends[0] is None or ends[1] is None:
            continue
        source, target = _end(document, ends[0]), _end(document, ends[1])
        if source is not None and target is not None:
            loud = look.current in {relation.from_mention, relation.to_mention}
            if loud or abs(source.baseline - target.baseline) < NEAR * look.em:
                _arc(painter, source, target, _name(relation, look), look, loud=loud)


def _end(document: QTextDocument, mark: Mark) -> Segment | None:
    return next(segments(document.findBlock(mark.span.start), mark.parts[0]), None)


def _name(relation: Relation, look: Look) -> str:
    kind = next((k for k in look.schema.relations if k.code == relation.kind), None)
    if kind is None:
        return relation.kind
    return kind.name_ko if korean() else kind.name_en


def _arc(painter: QPainter, source: Segment, target: Segment, name: str, look: Look, *, loud: bool) -> None:
    em = look.em
    start, end = _top(source, em), _top(target, em)
    lift = em * min(2.2, 0.55 + abs(end.x() - start.x()) / (14 * em))
    above = min(start.y(), end.y()) - lift
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x(), above), QPointF(end.x(), above), end)
    colour = look.theme.colour("accent" if loud else "faint")
    colour.setAlphaF(0.95 if loud else 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5 if loud else 1.0))
    painter.drawPath(path)
    _head(painter, end, em * 0.26)
    if loud:
        painter.setFont(look.label_font)
        painter.drawText(path.pointAtPercent(0.5) + QPointF(4, -2), name)


def _top(segment: Segment, em: float) -> QPointF:
    return QPointF((segment.left + segment.right) / 2, segment.baseline - 0.95 * em)


def _head(painter: QPainter, tip: QPointF, size: float) -> None:
    painter.drawLine(tip, tip + QPointF(-size * 0.6, -size))
    painter.drawLine(tip, tip + QPointF(size * 0.6, -size))

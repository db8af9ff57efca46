"""A plug-in as the documentation shows it: one line for each article with its outlet and what it names.

In the plug-in's pyproject.toml:

    [project.entry-points."dadeum.exporters"]
    names = "my_package:NamesPerArticle"
"""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange import Holds
from desktop_app.exchange.exporting import FileSink, Head, Sink, StreamExporter


class _Lines(FileSink):
    def add(self, article: DataArticle) -> None:
        names = ", ".join(m.text for m in article.mentions)
        self.file.write(f"{article.metadata.outlet}\t{names}\n".encode())


class NamesPerArticle(StreamExporter):
    """What each article names."""

    name = "names"
    suffix = ".txt"
    title_ko = "기사별 이름"
    title_en = "Names per article"
    holds = Holds(nesting=False)

    def sink(self, path: Path, part: str, head: Head) -> Sink:
        return _Lines(path)

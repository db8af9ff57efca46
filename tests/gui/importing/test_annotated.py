"""An annotated dataset is looked through, mapped, and stored."""

from __future__ import annotations

import json
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.mention import Decision
from desktop_app.exchange import ImportOptions, Standing
from desktop_app.gui.importing.annotated_dialog import AnnotatedDialog
from desktop_app.gui.importing.annotated_work import AnnotatedWork
from desktop_app.gui.importing.json_guess import fitted, guess, preview, sample_paths
from desktop_app.gui.services import AnnotatedRequest, Job, JobProgress, Outcome
from desktop_app.gui.workers.app_services import AppServices
from desktop_app.gui.workers.job_thread import Teller
from tests.made import schema

TEXTS = ["다온시는 14일 회의를 열었다.", "가온누리 시장이 다온시에서 말했다."]


def found(text: str, *surfaces: tuple[str, str]) -> list[tuple[int, int, str]]:
    return [(text.index(s), text.index(s) + len(s), label) for s, label in surfaces]


MENTIONS = [
    found(TEXTS[0], ("다온시", "ORG"), ("14일", "DAT")),
    found(TEXTS[1], ("가온누리", "PER"), ("시장", "직책")),
]


@pytest.fixture
def doccano(tmp_path: Path) -> Path:
    path = tmp_path / "모음.jsonl"
    lines = [{"text": t, "label": [list(m) for m in ms]} for t, ms in zip(TEXTS, MENTIONS, strict=True)]
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """Ends are inclusive, as in some of AI Hub's corpora."""
    documents = [
        {
            "doc_id": f"D{i}",
            "title": f"소식 {i}",
            "sentences": [
                {
                    "id": f"S{i}",
                    "sentence": text,
                    "entities": [
                        {"form": text[a:b], "begin": a, "end": b - 1, "ne_type": label} for a, b, label in ms
                    ],
                }
            ],
        }
        for i, (text, ms) in enumerate(zip(TEXTS, MENTIONS, strict=True))
    ]
    path = tmp_path / "hub.json"
    path.write_text(json.dumps({"info": {"name": "모음"}, "data": documents}, ensure_ascii=False), "utf-8")
    return path


def teller(told: list[JobProgress] | None = None) -> Teller:
    return Teller((told if told is not None else []).append, Job.IMPORT)


def dialog_of(made) -> AnnotatedDialog:
    made.window.run("import_annotated")
    return made.window.findChild(AnnotatedDialog)


def test_a_dataset_goes_through_the_dialog_to_the_services(made, doccano, qtbot):
    dialog = dialog_of(made)
    QTest.keyClicks(dialog.path, str(doccano.parent) + "/")
    dialog.path.setText(str(doccano))
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert dialog.importer == "doccano"
    assert dialog.labels.unknown() == ["직책"]
    dialog.labels.choose("직책", "CV_POSITION")
    dialog.standing.setCurrentIndex(dialog.standing.findData(Standing.SUGGESTED))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    ((kind, request),) = made.services.asked
    assert kind == "annotated"
    assert (request.path, request.importer, request.expected) == (doccano, "doccano", 2)
    assert request.options.labels == {"직책": "CV_POSITION"}
    assert request.options.standing is Standing.SUGGESTED


def test_what_is_unknown_is_left_out_unless_it_is_mapped(made, doccano, qtbot):
    dialog = dialog_of(made)
    dialog.path.setText(str(doccano))
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert dialog.request().options.labels == {"직책": ""}
    dialog.reject()


def test_a_path_that_is_not_there_says_so(made, tmp_path, qtbot):
    dialog = dialog_of(made)
    dialog.path.setText(str(tmp_path / "없음.jsonl"))
    qtbot.waitUntil(lambda: dialog.state.property("strength") == "danger")
    assert not dialog.ok.isEnabled()
    dialog.reject()


def test_a_broken_file_says_so(made, tmp_path, qtbot):
    path = tmp_path / "깨짐.jsonl"
    path.write_text('{"text": "가", "label": []}\n{"text": ', encoding="utf-8")
    dialog = dialog_of(made)
    dialog.path.setText(str(path))
    dialog.format.setCurrentIndex(dialog.format.findData("doccano"))
    qtbot.waitUntil(lambda: dialog.state.property("strength") == "danger")
    assert "깨짐" in dialog.state.text()
    assert not dialog.ok.isEnabled()
    dialog.reject()


def test_closing_while_it_is_looked_through_leaves_no_thread(made, doccano):
    dialog = dialog_of(made)
    dialog.path.setText(str(doccano))
    dialog._on_path_settled()
    dialog.reject()
    assert dialog._look is None


def test_json_of_no_fixed_form_is_guessed(made, hub, qtbot):
    dialog = dialog_of(made)
    dialog.path.setText(str(hub))
    qtbot.waitUntil(dialog.ok.isEnabled)
    mapping = dialog.request().options.mapping
    assert mapping.articles == "data[]"
    assert mapping.text == "sentences[].sentence"
    assert (mapping.mentions, mapping.label) == ("entities[]", "ne_type")
    assert mapping.end_inclusive
    qtbot.waitUntil(lambda: "다온시 (ORG)" in dialog.json.seen.text())
    dialog.json.inclusive.click()
    qtbot.waitUntil(lambda: "\n" in dialog.json.seen.text())
    dialog.reject()


def test_the_guess_reads_what_the_file_says(hub):
    mapping = fitted(hub, guess(sample_paths(hub)))
    articles, wrong = preview(hub, mapping)
    assert wrong == 0
    assert [a.metadata.title for a in articles] == ["소식 0", "소식 1"]
    assert [m.text for m in articles[0].mentions] == ["다온시", "14일"]


def test_a_dataset_is_stored(project, doccano):
    before = project.articles.count()
    told: list[JobProgress] = []
    options = ImportOptions(schema=schema(), labels={"직책": "CV_POSITION"}, standing=Standing.SUGGESTED)
    work = AnnotatedWork(project, AnnotatedRequest(doccano, "doccano", options, 2))
    report = work(teller(told))
    assert (report.done, project.articles.count()) == (2, before + 2)
    assert [line.outcome for line in report.lines] == [Outcome.ADDED]
    mentions = [m for i in work.report.article_ids for m in project.mentions.of(i)]
    assert [m.label for m in mentions] == ["OG", "DT", "PS", "CV_POSITION"]
    assert {m.decision for m in mentions} == {Decision.UNDECIDED}
    assert told[-1].total == 2
    assert work.change().article_ids == set(work.report.article_ids)


def test_the_same_dataset_twice_is_known(project, doccano):
    request = AnnotatedRequest(doccano, "doccano", ImportOptions(schema=schema()))
    AnnotatedWork(project, request)(teller())
    report = AnnotatedWork(project, request)(teller())
    assert report.done == 0
    assert [line.outcome for line in report.lines].count(Outcome.KNOWN) == 2


def test_a_file_that_breaks_off_keeps_what_came_before(project, doccano):
    doccano.write_text(doccano.read_text(encoding="utf-8") + '\n{"text": ', encoding="utf-8")
    report = AnnotatedWork(project, AnnotatedRequest(doccano, "doccano"))(teller())
    assert report.lines[0].outcome is Outcome.FAILED
    assert report.lines[0].error is not None
    assert report.done == 1


def test_cancel_keeps_what_is_in(project, doccano):
    tell = teller()
    tell.cancel()
    report = AnnotatedWork(project, AnnotatedRequest(doccano, "doccano"))(tell)
    assert report.cancelled
    assert report.done == 1


def test_a_dataset_among_files_is_offered_as_one(made, doccano, tmp_path, qtbot):
    text = tmp_path / "글.txt"
    text.write_text("글", encoding="utf-8")
    made.window.projects.import_paths([doccano, text])
    qtbot.waitUntil(lambda: bool(made.told))
    assert made.services.asked == [("import", [text])]
    assert doccano.name in made.told[-1].text
    made.told[-1].act()
    dialog = made.window.findChild(AnnotatedDialog)
    assert dialog.path.text() == str(doccano)
    dialog.reject()


class Idle:
    """A suggester that does nothing and never answers."""

    def submit(self, *_: object) -> Future:
        return Future()

    def __getattr__(self, _name: str):
        return lambda *_, **__: None


def test_the_services_take_it_in_beside_the_window(qtbot, qapp, tmp_path, doccano):
    services = AppServices("가람", Idle())
    reports = []
    services.finished.connect(reports.append)
    services.new_project(tmp_path / "새.dadeum")
    request = AnnotatedRequest(doccano, "doccano", ImportOptions(schema=schema()), 2)
    services.import_annotated(request)
    qtbot.waitUntil(lambda: bool(reports) and not services.busy)
    assert reports[0].done == 2
    assert reports[0].lines[0].outcome is Outcome.WARNING
    assert services.session.article_id == services.project.articles.ids()[0]
    services.stop()
    services.deleteLater()

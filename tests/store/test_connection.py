"""Two connections to one project file."""

from __future__ import annotations

import threading
from pathlib import Path

from tests.made import made_project


def test_a_transaction_that_reads_first_waits_for_the_other_writer(tmp_path: Path) -> None:
    project = made_project(tmp_path / "둘.dadeum")
    inside, may_end, failed = threading.Event(), threading.Event(), []

    def write() -> None:
        other = project.again()
        try:
            with other.db.atomic():
                other.set_meta("first", "1")
                inside.set()
                may_end.wait(10)
        except Exception as error:  # noqa: BLE001 - told to the test below
            failed.append(error)
        finally:
            other.close()

    thread = threading.Thread(target=write)
    thread.start()
    inside.wait(10)
    threading.Timer(0.1, may_end.set).start()
    with project.db.atomic():
        assert project.meta("first") == "1", "begun after the other one ended"
        project.set_meta("second", "2")
    thread.join()
    assert failed == []
    project.close()

"""The reader's child: order, errors, a child that dies, Cancel, a parent that is killed."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.errors import UnreadableFile
from desktop_app.review.transfer.reader_process import ReaderProcess

ROOT = Path(__file__).parents[3]


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{i:02}.txt" for i in range(count)]
    for i, path in enumerate(paths):
        path.write_text(f"한빛시는 {i}일 회의를 열었다고 밝혔다.\n", "utf-8")
    return paths


def test_files_come_in_order_and_errors_as_they_are(tmp_path: Path) -> None:
    paths = files(tmp_path, 20)
    paths[5].write_bytes(b"")
    with ReaderProcess(paths, lambda: False) as reader:
        for i, path in enumerate(paths):
            if i == 5:
                with pytest.raises(UnreadableFile, match=r"05\.txt"):
                    reader.read(path)
            else:
                assert f"{i}일" in reader.read(path)[0].raw


def test_a_child_that_dies_costs_one_file(tmp_path: Path) -> None:
    paths = files(tmp_path, 12)
    with ReaderProcess(paths, lambda: False) as reader:
        reader.read(paths[0])
        reader._child.kill()
        reader._child.join()
        failed = 0
        for path in paths[1:]:
            try:
                reader.read(path)
            except UnreadableFile:
                failed += 1
        assert failed <= 1


def test_cancel_ends_a_child_that_is_busy(tmp_path: Path) -> None:
    pipe = tmp_path / "endless.txt"
    os.mkfifo(pipe)
    with ReaderProcess([pipe], lambda: True) as reader, pytest.raises(UnreadableFile, match="cancelled"):
        reader.read(pipe)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waiting for a process of another is Linux's")
def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from desktop_app.review.transfer.reader_process import ReaderProcess\n"
        "if __name__ == '__main__':\n"
        "    path = Path(sys.argv[1])\n"
        "    reader = ReaderProcess([path], lambda: False); reader.read(path)\n"
        "    print(reader._child.pid, flush=True); sys.stdin.read()\n"
    )
    (path,) = files(tmp_path, 1)
    parent = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    child = os.pidfd_open(int(parent.stdout.readline()))
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    ended, _, _ = select.select([child], [], [], 20)
    os.close(child)
    assert ended

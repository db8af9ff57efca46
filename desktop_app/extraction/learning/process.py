"""The learner's child process: on its own, at low priority, ended at once when nobody wants its answer any more."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from desktop_app.domain.errors import LearningFailed
from desktop_app.extraction.learning.task import LearningOutcome, LearningTask

POLITENESS = 10
"""Steps of `os.nice`: the window and the suggester go first."""

STEP_LIMIT = 900.0
"""Seconds without any sign of progress after which the child counts as hung."""

_LOOK_EVERY = 0.2
_STOP_LIMIT = 2.0


def learn_in_child(task: LearningTask, tell: Callable[[int, int], bool]) -> LearningOutcome | None:
    """Learn in a child and wait for it; None when `tell`, asked five times a second, answered False.

    `tell` hears how many of how many steps are done. Raises LearningFailed when the child fails, dies or hangs.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_serve, args=(theirs, task), name="dadeum-learner", daemon=True)
    child.start()
    theirs.close()
    try:
        for kind, answer in _said(ours, tell):
            if kind == "failed":
                raise LearningFailed(reason=answer)
            if kind == "learnt":
                return answer  # type: ignore[no-any-return]
        return None
    finally:
        ours.close()
        _end(child)


def _said(pipe: Connection, tell: Callable[[int, int], bool]) -> Iterator[tuple[str, Any]]:
    """What the child says; ends when `tell` says so."""
    done, total, waited = 0, 0, 0.0
    while tell(done, total):
        if not pipe.poll(_LOOK_EVERY):
            waited += _LOOK_EVERY
            if waited > STEP_LIMIT:
                raise LearningFailed(reason=f"no progress within {STEP_LIMIT:.0f} s")
            continue
        waited = 0.0
        try:
            kind, answer = pipe.recv()
        except (EOFError, OSError) as error:
            raise LearningFailed(reason="the process that learns ended") from error
        if kind == "step":
            done, total = answer
        else:
            yield kind, answer


def _serve(pipe: Connection, task: LearningTask) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(POLITENESS)
    with contextlib.suppress(BrokenPipeError):
        try:
            from desktop_app.extraction.learning.retraining import learn

            pipe.send(("learnt", learn(task, lambda done, total: pipe.send(("step", (done, total))))))
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - the parent reports it
            pipe.send(("failed", f"{type(error).__name__}: {error}"))


def _end(child: BaseProcess) -> None:
    child.terminate()
    child.join(_STOP_LIMIT)
    if child.is_alive():
        child.kill()
        child.join()
    child.close()

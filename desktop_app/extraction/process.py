"""The child process that makes suggestions: started after the first paint, restarted once, never in the way.

Kiwi holds the interpreter lock while it loads and takes about 500 MB, so it lives in a spawned child. This module
imports neither kiwipiepy nor numpy.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.domain.suggestions import ArticleText, Lexicon, Suggestions
from desktop_app.extraction.batches import batches

START_LIMIT = 120.0
"""Seconds for the child to load; about 4 are usual."""

ANSWER_LIMIT = 30.0
"""Seconds for a question, and `PER_CHARACTER` more for each code point in it."""

PER_CHARACTER = 0.002
_STOP_LIMIT = 2.0


class _Job(NamedTuple):
    batches: list[list[ArticleText]]
    lexicon: Lexicon | None
    future: Future[list[Suggestions]]


class _Switch(NamedTuple):
    model: Path | None


class SuggesterProcess:
    """A child that answers questions in order. `warnings` are what its extractor says is missing."""

    def __init__(
        self,
        resources: Path,
        workers: int = 2,
        model: Path | None = None,
        start_limit: float = START_LIMIT,
        answer_limit: float = ANSWER_LIMIT,
    ) -> None:
        self.warnings: list[str] = []
        self._settings: tuple[Path, int, Path | None] = (resources, workers, model)
        self._limits = (start_limit, answer_limit)
        self._wanted_model = model
        self._jobs: SimpleQueue[_Job | _Switch | None] = SimpleQueue()
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Start the child in the background; returns at once. A second call does nothing."""
        if self._thread is None:
            self._stopping.clear()
            self._thread = threading.Thread(target=self._serve_jobs, name="suggester", daemon=True)
            self._thread.start()

    def submit(
        self, articles: Sequence[ArticleText], lexicon: Lexicon | None = None
    ) -> Future[list[Suggestions]]:
        """Ask for suggestions; the future gives one answer per article, in order.

        It raises SuggesterFailed when the child died or hung twice over the question; cancelling it before its
        turn, or between two of its batches, takes effect.
        """
        future: Future[list[Suggestions]] = Future()
        if self._stopping.is_set():
            future.set_exception(SuggesterFailed(reason="Dadeum is closing."))
            return future
        self.start()
        self._jobs.put(_Job(list(batches(articles)), lexicon, future))
        return future

    def use_model(self, model: Path | None) -> None:
        """Let another model (None: the one that ships) answer what is asked from now on; the child is replaced."""
        if model != self._wanted_model:
            self._wanted_model = model
            self._jobs.put(_Switch(model))

    def stop(self) -> None:
        """End the child; questions not answered yet fail. Returns when the child is gone (within seconds)."""
        self._stopping.set()
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._end_child()

    @property
    def pid(self) -> int | None:
        """Process id of the child, None while there is none."""
        return self._child.pid if self._child and self._child.is_alive() else None

    def _serve_jobs(self) -> None:
        if self._jobs.empty():
            with contextlib.suppress(SuggesterFailed):
                self._ready()
        while (job := self._jobs.get()) is not None:
            if isinstance(job, _Switch):
                self._switch(job.model)
            else:
                self._serve(job)
        self._refuse_waiting()

    def _switch(self, model: Path | None) -> None:
        self._settings = (*self._settings[:2], model)
        self._end_child()
        with contextlib.suppress(SuggesterFailed):
            self._ready()

    def _serve(self, job: _Job) -> None:
        if not job.future.set_running_or_notify_cancel():
            return
        try:
            answers = [answer for batch in job.batches for answer in self._answered(batch, job.lexicon)]
        except SuggesterFailed as error:
            job.future.set_exception(error)
        else:
            job.future.set_result(answers)

    def _answered(self, batch: list[ArticleText], lexicon: Lexicon | None) -> list[Suggestions]:
        """The child's answer; a child that dies or hangs is replaced once and asked again."""
        limit = self._limits[1] + PER_CHARACTER * sum(len(article.text) for article in batch)
        reason = ""
        for _ in range(2):
            try:
                self._ready()
                return self._exchange((batch, lexicon), limit)
            except (EOFError, OSError, TimeoutError) as error:
                self._end_child()
                reason = str(error) or "the process that makes them ended"
            if self._stopping.is_set():
                break
        raise SuggesterFailed(reason=reason)

    def _ready(self) -> None:
        """Make sure that a child runs; raises SuggesterFailed when it does not come up, twice."""
        reason = ""
        for _ in range(2):
            if self._child is not None and self._child.is_alive():
                return
            try:
                self._start_child()
            except (EOFError, OSError, TimeoutError) as error:
                self._end_child()
                reason = str(error) or "the process that makes them does not start"
            else:
                return
        raise SuggesterFailed(reason=reason)

    def _start_child(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        child = context.Process(
            target=serve, args=(theirs, *self._settings), name="dadeum-suggester", daemon=True
        )
        with _interrupts_held_back():
            child.start()
        theirs.close()
        self._child = child
        self.warnings = self._received(self._limits[0])

    def _exchange(self, question: object, limit: float) -> list[Suggestions]:
        assert self._pipe is not None
        self._pipe.send(question)
        kind, answer = self._received(limit)
        if kind == "failed":
            raise SuggesterFailed(reason=answer)
        return list(answer)

    def _received(self, limit: float) -> Any:  # noqa: ANN401 - whatever the child sent
        assert self._pipe is not None
        waited = 0.0
        while not self._pipe.poll(0.2):
            waited += 0.2
            if self._stopping.is_set():
                raise EOFError("Dadeum is closing.")
            if waited >= limit:
                raise TimeoutError(f"no answer within {limit:.0f} s")
        return self._pipe.recv()

    def _end_child(self) -> None:
        child, pipe, self._child, self._pipe = self._child, self._pipe, None, None
        if pipe is not None:
            pipe.close()
        if child is None:
            return
        child.terminate()
        child.join(_STOP_LIMIT)
        if child.is_alive():
            child.kill()
            child.join()
        child.close()

    def _refuse_waiting(self) -> None:
        while not self._jobs.empty():
            job = self._jobs.get()
            if isinstance(job, _Job) and job.future.set_running_or_notify_cancel():
                job.future.set_exception(SuggesterFailed(reason="Dadeum is closing."))


def serve(pipe: Connection, resources: Path, workers: int, model: Path | None) -> None:
    """The child's life: load, say what is missing, answer until the pipe closes."""
    _ignore_interrupts()
    from desktop_app.extraction.building import build_extractor

    extractor = build_extractor(resources, workers, model)
    with contextlib.suppress(EOFError, OSError):
        pipe.send(extractor.warnings)
        while True:
            articles, lexicon = pipe.recv()
            try:
                answer: tuple[str, object] = ("answer", extractor.suggest(articles, lexicon))
            except Exception as error:  # noqa: BLE001 - the parent reports it; the child goes on
                answer = ("failed", f"{type(error).__name__}: {error}")
            pipe.send(answer)


def _ignore_interrupts() -> None:
    """Ctrl+C in the terminal is the parent's business; it ends the child through the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextlib.contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """While a child starts, hold Ctrl+C back in this thread: the child inherits that until it can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""Learning without a window: a run from begin to end, the versions listed, another one taken; all told in lines."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.errors import NoSuchModel
from desktop_app.extraction.learning import LearningOutcome
from desktop_app.extraction.learning.process import learn_in_child
from desktop_app.extraction.learning.versions import ModelVersion, shipped_version
from desktop_app.paths import models_dir, resources_dir
from desktop_app.review.suggestions import learning
from desktop_app.store.project import Project

SHIPPED = "shipped"


def learnt(project: Project, tell: Callable[[int, int], bool]) -> list[str]:
    """Learn from the reviewed articles in a child and use what is better. Raises TooFewReviewed, LearningFailed."""
    task = learning.learning_task(project, models_dir(), resources_dir())
    learning.note_tried(project)
    outcome = learn_in_child(task, tell)
    if outcome is None:
        return ["Cancelled; nothing was learnt."]
    learning.take_over(project, outcome)
    return told(outcome)


def told(outcome: LearningOutcome) -> list[str]:
    """What came of it."""
    scores = f"F1 {outcome.old_f1:.4f} → {outcome.new_f1:.4f} on {outcome.unseen} articles not seen"
    base = f"on base text {outcome.old_base_f1:.4f} → {outcome.new_base_f1:.4f}"
    verdict = (
        f"Model {outcome.version} is in use."
        if outcome.kept
        else f"Model {outcome.version} was not better; {outcome.old_version} stays."
    )
    return [
        f"{outcome.articles} reviewed articles, {outcome.seconds:.0f} s",
        f"{outcome.version} against {outcome.old_version}: {scores}; {base}",
        verdict,
    ]


def listed(project: Project) -> list[str]:
    """The versions, the one in use marked."""
    used = learning.model_in_use(project, models_dir(), resources_dir())
    shipped = shipped_version(resources_dir())
    lines = [f"{'*' if used is None else ' '} {SHIPPED} ({shipped})"]
    lines += [
        _line(version, used=used is not None and used.name == version.name)
        for version in learning.versions(project, models_dir()).all()
        if version.on == shipped
    ]
    return lines


def used(project: Project, name: str) -> list[str]:
    """Work with another version. Raises NoSuchModel."""
    known = learning.versions(project, models_dir()).get(name)
    if name != SHIPPED and (known is None or known.on != shipped_version(resources_dir())):
        raise NoSuchModel(name=name)
    learning.use_model(project, "" if name == SHIPPED else name)
    return [f"Model {name} is in use."]


def _line(version: ModelVersion, *, used: bool) -> str:
    scores = f"F1 {version.old:.4f} → {version.new:.4f} on {version.unseen} articles not seen"
    return f"{'*' if used else ' '} {version.name}  {version.when}  {version.articles} articles  {scores}"

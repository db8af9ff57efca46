from pathlib import Path

from desktop_app.domain import edits
from desktop_app.domain.article import Role
from desktop_app.review.suggestions.role_learning import role_model
from desktop_app.review.transfer.importing import import_paths
from desktop_app.store import Project
from tests import made

PAGE = "한빛시가 버스를 {n}대 들였다.\n한빛일보를 이웃에게 알려 주세요\n시민은 반겼다.\n"


def test_a_role_set_by_a_person_reaches_later_files(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.dadeum") as project:
        made.add(project, made.plain_draft(PAGE.format(n=3), "1.txt", outlet="한빛일보"))
        made.add(project, made.plain_draft(PAGE.format(n=4), "2.txt", outlet="한빛일보"))
        made.add(project, made.plain_draft(PAGE.format(n=5), "3.txt", outlet="새솔신문"))
        assert role_model(project) is None
        block = project.sources.blocks_of(1)[1]
        made.desk(project).apply(edits.SetRole((block.id,), Role.BOILERPLATE))
        assert role_model(project) is not None
        import_paths(
            project,
            [Path("4.txt")],
            lambda p: [made.plain_draft(PAGE.format(n=6), p.name, outlet="한빛일보")],
        )
        assert "알려 주세요" not in project.articles.text(4)
        assert "알려 주세요" in project.articles.text(3)

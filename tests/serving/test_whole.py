"""Pages and API of one hospital stand in one application: neither takes a name from the other."""

from pathlib import Path

from services import api
from services.web.app import create_app
from tests.web.alder import alder


def test_pages_and_api_can_be_served_together(tmp_path: Path) -> None:
    made = alder(tmp_path / "alder")
    with made.house:
        app = create_app(made.house)
        api.install(app, made.house)
        assert {"board", "reads"} <= app.blueprints.keys()

"""Part of building the wheel: compile the translations, which git does not keep, and take them along."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface):  # type: ignore[type-arg]
    """Run by hatchling before it packs the wheel (named in pyproject.toml)."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the `.mo` files and name them, as files that git ignores are left out otherwise."""
        sys.path.insert(0, self.root)
        from workshops.translations.build import build_all

        build_data["artifacts"] += [f"/{path.relative_to(Path(self.root).resolve())}" for path in build_all()]

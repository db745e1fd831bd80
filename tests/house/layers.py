"""Who may import whom and what."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.house.source import Source, imports, letter
from tests.house.tables import (
    COMPOSERS,
    DOMAIN_LIBRARIES,
    EXCEPTIONS,
    FORBIDDEN_LIBRARIES,
    LAYER_REASONS,
    LAYERS,
)


def _covered(imported: str, allowed: frozenset[str]) -> bool:
    return any(imported == name or imported.startswith(f"{name}.") for name in allowed)


def directions(source: Source) -> Iterator[str]:
    """Layers import downwards only."""
    layer = source.layer
    if not layer or layer in COMPOSERS or source.path == "desk_app/__init__.py":
        return
    allowed = LAYERS.get(layer, frozenset({"domain"})) | {layer, "__version__"}
    mine = ".".join(source.parts)
    excepted = {f"desk_app.{name}" for module, name, _ in EXCEPTIONS if module == mine}
    for line, name in imports(source):
        inner = name.removeprefix("desk_app.")
        if inner == name or name in excepted or _covered(inner, allowed):
            continue
        reason = LAYER_REASONS.get(
            layer, "the modules beside the layers serve app.py and know no layer but domain"
        )
        yield letter(
            source, line, f"imports {name}", reason, "let app.py hand in what is needed, or move the rule"
        )


def libraries(source: Source) -> Iterator[str]:
    """Each layer loads only the libraries that are its business."""
    for line, name in imports(source):
        top = name.partition(".")[0]
        if source.layer == "domain" and top not in {*sys.stdlib_module_names, "desk_app"}:
            place = DOMAIN_LIBRARIES.get(top)
            if place is None or place not in {"", source.path}:
                yield letter(
                    source,
                    line,
                    f"imports {top}",
                    "domain is the standard library and stdnum alone",
                    "put the library's work into the layer that owns it",
                )
        elif top in FORBIDDEN_LIBRARIES.get(source.layer, frozenset()):
            yield letter(
                source,
                line,
                f"imports {top}",
                LAYER_REASONS[source.layer],
                "leave it to the layer that owns it",
            )


def stars(source: Source) -> Iterator[str]:
    """No `import *`."""
    for line, name in imports(source):
        if name.endswith(".*"):
            yield letter(
                source,
                line,
                f"imports {name}",
                "nobody can see where a name comes from",
                "name what you need",
            )

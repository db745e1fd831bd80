"""Writing a resource that is built, or saying that it is out of date."""

from __future__ import annotations

from pathlib import Path


def write_or_compare(target: Path, content: bytes, *, check: bool) -> int:
    """Write the file, or only compare it. Returns the exit code: 1 when it is out of date."""
    if check:
        current = target.is_file() and target.read_bytes() == content
        print("up to date" if current else f"out of date: {target.name}; run without --check")
        return 0 if current else 1
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    print(f"wrote {target.name}: {len(content)} bytes")
    return 0

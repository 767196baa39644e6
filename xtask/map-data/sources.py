"""Where the packages keep what the recipes read, and how what they make is written down."""

import json
from importlib.metadata import files
from pathlib import Path


def packaged(package: str, ending: str) -> Path:
    """The one file of a package whose path ends so."""
    found = [file for file in files(package) or [] if str(file).endswith(ending)]
    if len(found) != 1:
        raise SystemExit(f"{package} has {len(found)} files that end with {ending}, not one")
    return Path(found[0].locate())


def write_features(out: Path, features) -> None:
    """One GeoJSON feature a line, as tippecanoe reads it."""
    with out.open("w", encoding="utf-8") as file:
        for geometry, properties, tippecanoe in features:
            feature = {"type": "Feature", "geometry": geometry, "properties": properties}
            if tippecanoe:
                feature["tippecanoe"] = tippecanoe
            file.write(json.dumps(feature, ensure_ascii=False) + "\n")


def point(longitude: float, latitude: float) -> dict:
    return {"type": "Point", "coordinates": [round(longitude, 5), round(latitude, 5)]}

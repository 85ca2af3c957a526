"""Solves one strict stable matching with one solver; prints instance, solver, median seconds, pairs.

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
    rank = {h: {r: at for at, r in enumerate(ranked)} for h, ranked in hospitals.items()}
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

    game = HospitalResident.create_from_dictionaries(residents, hospitals, dict.fromkeys(hospitals, 1))
    return sum(len(given) for given in game.solve().values())


def algmatch():
    from algmatch import HospitalResidentsProblem

    lists = {hospital: {"capacity": 1, "preferences": ranked} for hospital, ranked in hospitals.items()}
    problem = HospitalResidentsProblem(dictionary={"residents": residents, "hospitals": lists})
    found = problem.get_stable_matching()["resident_sided"]
    return sum(1 for hospital in found.values() if hospital)


def measure():
    run = {"dictionaries": dictionaries, "matching": matching, "algmatch": algmatch}[solver]
    seconds, pairs = [], None
    while not seconds or (len(seconds) < 5 and sum(seconds) < 20):
        start = time.perf_counter()
        pairs = run()
        seconds.append(time.perf_counter() - start)
    print(f"{path.name} {solver} {statistics.median(seconds):.4f} s, {pairs} pairs")
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

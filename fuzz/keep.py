"""Chooses the few inputs that together reach most of the code: keep.py CONTROL FOLDER MOST.

CONTROL is what libFuzzer writes with -merge_control_file and -set_cover_merge=1: the files, then what each
reaches. FOLDER is emptied and gets the files chosen, one after the other the one that reaches most of what no
other has reached yet (within 1 - 1/e of the best choice of as many: Nemhauser, Wolsey, Fisher 1978).
"""

import hashlib
import sys
from pathlib import Path

control, folder, most = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
lines = control.read_text().splitlines()
files = [Path(line) for line in lines[2 : 2 + int(lines[0])]]
reached = {}
for line in lines[2 + len(files) :]:
    kind, number, *features = line.split()
    if kind == "FT":
        reached[int(number)] = set(features)

everything = set().union(*reached.values())
left, chosen = set(everything), []
while left and len(chosen) < most:
    best = max(reached, key=lambda number: (len(reached[number] & left), -files[number].stat().st_size, number))
    left -= reached[best]
    chosen.append(files[best].read_bytes())

folder.mkdir(parents=True, exist_ok=True)
for old in folder.iterdir():
    old.unlink()
for data in chosen:
    (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
share = 100 * (1 - len(left) / max(1, len(everything)))
print(f"{folder}: {len(chosen)} of {len(files)} inputs kept, which reach {share:.0f} % of {len(everything)} places")

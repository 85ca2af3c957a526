"""Solves one assignment instance with one solver; prints instance, solver, median seconds, total, peak memory.

Fails if the total is not the one this crate has found.
"""

import resource
import statistics
import sys
import time
from pathlib import Path

import numpy as np

solver, path = sys.argv[1], Path(sys.argv[2])
expected = int(path.with_suffix(".total").read_text())
table = np.fromfile(path, dtype="<u4").astype(np.int64).reshape(-1, 3)
row, column, cost = table[np.lexsort((table[:, 1], table[:, 0]))].T
rows, columns = int(row.max()) + 1, int(column.max()) + 1
pairs = int(path.with_suffix(".pairs").read_text())


def scipy():
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    # SciPy wants no zero costs, at least as many columns as rows, and a row for every pair that there can be.
    matrix = csr_matrix((cost + 1, (row, column)), shape=(rows, columns))
    if len(np.unique(row)) > pairs:
        matrix = matrix.T.tocsr()
    matrix = matrix[np.flatnonzero(np.diff(matrix.indptr))]

    def run():
        one, other = min_weight_full_bipartite_matching(matrix)
        return lambda: int(np.asarray(matrix[one, other]).sum()) - len(one)

    return run


def network():
    """Arcs from a source over rows and columns to a sink, through which all pairs flow."""
    source, sink = rows + columns, rows + columns + 1
    tail = np.concatenate([row, np.full(rows, source), rows + np.arange(columns)])
    head = np.concatenate([rows + column, np.arange(rows), np.full(columns, sink)])
    price = np.concatenate([cost, np.zeros(rows + columns, dtype=np.int64)])
    return source, sink, tail, head, price, np.ones(len(tail), dtype=np.int64)


def ortools():
    from ortools.graph.python import min_cost_flow

    source, sink, tail, head, price, room = network()

    def run():
        flow = min_cost_flow.SimpleMinCostFlow()
        flow.add_arcs_with_capacity_and_unit_cost(tail, head, room, price)
        flow.set_node_supply(source, pairs)
        flow.set_node_supply(sink, -pairs)
        # Only solving is meant; building the graph is not counted.
        start = time.perf_counter()
        flow.solve()
        run.seconds = time.perf_counter() - start
        return flow.optimal_cost

    return run


def pylmcf():
    import pylmcf

    source, sink, tail, head, price, room = network()
    order = np.lexsort((head, tail))
    supply = np.zeros(rows + columns + 2, dtype=np.int64)
    supply[source], supply[sink] = pairs, -pairs

    def run():
        graph = pylmcf.Graph(rows + columns + 2, tail[order], head[order])
        graph.set_node_supply(supply)
        graph.set_edge_capacities(room)
        graph.set_edge_costs(price[order])
        start = time.perf_counter()
        graph.solve()
        run.seconds = time.perf_counter() - start
        return graph.total_cost

    return run


run = {"scipy": scipy, "ortools": ortools, "pylmcf": pylmcf}[solver]()
seconds = []
while not seconds or (len(seconds) < 5 and sum(seconds) < 20):
    start = time.perf_counter()
    total = run()
    seconds.append(getattr(run, "seconds", time.perf_counter() - start))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{path.name} {solver} {statistics.median(seconds):.4f} s, total {total()}, peak {peak:.0f} MiB")
if total() != expected:
    sys.exit("another answer than this crate found")

"""Solves one instance with SciPy, OR-Tools and pylmcf; each line: instance, solver, seconds, total."""

import sys
import time
from pathlib import Path

import numpy as np
import pylmcf
from ortools.graph.python import min_cost_flow
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

path = Path(sys.argv[1])
row, column, cost = np.loadtxt(path, dtype=np.int64, unpack=True)
order = np.lexsort((column, row))
row, column, cost = row[order], column[order], cost[order]
rows, columns = int(row.max()) + 1, int(column.max()) + 1


def report(solver, seconds, total):
    print(f"{path.stem} {solver} {seconds:.4f} s, total {total}")


# SciPy wants no zero costs and at least as many columns as rows.
table = csr_matrix((cost + 1, (row, column)), shape=(rows, columns))
table = table if rows <= columns else table.T.tocsr()
start = time.perf_counter()
one, other = min_weight_full_bipartite_matching(table)
seconds = time.perf_counter() - start
pairs = len(one)
report("scipy", seconds, int(np.asarray(table[one, other]).sum()) - pairs)

# The others push as many units through the graph as SciPy found pairs.
source, sink = rows + columns, rows + columns + 1
tail = np.concatenate([row, np.full(rows, source), rows + np.arange(columns)])
head = np.concatenate([rows + column, np.arange(rows), np.full(columns, sink)])
price = np.concatenate([cost, np.zeros(rows + columns, dtype=np.int64)])
room = np.ones(len(tail), dtype=np.int64)

flow = min_cost_flow.SimpleMinCostFlow()
flow.add_arcs_with_capacity_and_unit_cost(tail, head, room, price)
flow.set_node_supply(source, pairs)
flow.set_node_supply(sink, -pairs)
start = time.perf_counter()
flow.solve()
report("ortools", time.perf_counter() - start, flow.optimal_cost())

order = np.lexsort((head, tail))
supply = np.zeros(rows + columns + 2, dtype=np.int64)
supply[source], supply[sink] = pairs, -pairs
graph = pylmcf.Graph(rows + columns + 2, tail[order], head[order])
graph.set_node_supply(supply)
graph.set_edge_capacities(room)
graph.set_edge_costs(price[order])
start = time.perf_counter()
graph.solve()
report("pylmcf", time.perf_counter() - start, graph.total_cost())

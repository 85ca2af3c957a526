//! Pairs: stable matching with capacities and ties. Knows nothing of schools: ids, ranks, places.

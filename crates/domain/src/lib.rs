//! Decides: people, roles, permissions, states and rules. Pure: no I/O, no clock, no randomness.

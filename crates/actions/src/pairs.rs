//! Pairs: what happens to them after the choice.

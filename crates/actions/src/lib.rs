//! Does: one function for each thing a person or a schedule can do.

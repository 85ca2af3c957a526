//! Runs: the one binary of Tälimger.
fn main() {}

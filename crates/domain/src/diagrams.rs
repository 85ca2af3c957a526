//! Reads Mermaid state diagrams of `docs/states/`, so that tests can hold them against the code.

use std::collections::BTreeSet;

/// The arrows `a --> b` of a diagram; arrows from and to `[*]` mark beginning and end and are left out.
pub(crate) fn arrows(diagram: &str) -> BTreeSet<(&str, &str)> {
    diagram
        .lines()
        .filter_map(|line| line.trim().split_once("-->"))
        .map(|(from, to)| (from.trim(), to.split(':').next().unwrap_or_default().trim()))
        .filter(|(from, to)| *from != "[*]" && *to != "[*]")
        .collect()
}

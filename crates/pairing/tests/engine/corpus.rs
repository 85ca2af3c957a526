//! What the fuzzer has kept: instances that take ways of their own through the code.

use std::path::Path;

use crate::properties::{assignment, live, rotation, stable, ties};

fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(target);
    let mut replayed = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display()); // shown if the property fails
        check(&std::fs::read(path).unwrap());
        replayed += 1;
    }
    assert!(replayed > 20, "the corpus of {target} is there");
}

#[test]
fn kept_strict_lists_hold() {
    replay("stable", stable::check);
}

#[test]
fn kept_ties_hold() {
    replay("ties", ties::check);
}

#[test]
fn kept_seasons_hold() {
    replay("live", live::check);
}

#[test]
fn kept_assignments_hold() {
    replay("assignment", assignment::check);
}

#[test]
fn kept_rotations_hold() {
    replay("rotation", rotation::check);
}

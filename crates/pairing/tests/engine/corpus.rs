//! The fuzzer's properties, for what it has kept and for random bytes. What it has kept takes ways of its
//! own through the code.

use std::path::Path;

use proptest::prelude::*;

use crate::cases;
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
    assert!(replayed > 5, "the corpus of {target} is there");
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

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..most)
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn random_strict_lists_hold(data in bytes(600)) {
        stable::check(&data);
    }

    #[test]
    fn random_ties_hold(data in bytes(150)) {
        ties::check(&data);
    }

    #[test]
    fn random_seasons_hold(data in bytes(400)) {
        live::check(&data);
    }

    #[test]
    fn random_assignments_hold(data in bytes(600)) {
        assignment::check(&data);
    }

    #[test]
    fn random_rotations_hold(data in bytes(120)) {
        rotation::check(&data);
    }
}

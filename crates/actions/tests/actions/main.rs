//! Actions on both databases, at school 12 (`store::testing::school_12`).

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop at once")]

mod accounts;
mod appeals;
mod audit;
mod badges;
mod bundles;
mod certificates;
mod checks;
mod choices;
mod commissions;
mod competencies;
mod contacts;
mod courses;
mod difficulties;
mod districts;
mod editions;
mod endings;
mod examining;
mod favourites;
mod formsets;
mod founding;
mod goals;
mod handouts;
mod handovers;
mod letters;
#[allow(dead_code, reason = "the tests of signatures themselves make wrong ones too")]
#[path = "../../../exchange/tests/seals/made.rs"]
mod made;
mod meetings;
mod mentors;
mod milestones;
mod motivations;
mod newcomers;
mod observations;
mod orders;
mod packages;
mod pairs;
mod panels;
mod people;
mod plans;
mod programmes;
mod proposals;
mod pupils;
mod questions;
mod registers;
mod regulations;
mod reports;
mod requests;
mod rights;
mod rosters;
mod rotations;
mod rounds;
mod sanctions;
mod scenes;
mod schedules;
mod seals;
mod signatures;
mod sittings;
mod stage;
mod suggestions;
mod surveys;
mod upgrades;

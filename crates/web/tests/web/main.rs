//! Pages of the application at school 12 (`store::testing::school_12`), without a socket and without a browser.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop at once")]

mod accounts;
mod app;
mod appeals;
mod appointments;
mod audit;
mod basis;
mod bundles;
mod choices;
mod commissions;
mod commitments;
mod competencies;
mod contacts;
mod courses;
mod deliveries;
mod difficulties;
mod editions;
mod endings;
mod favourites;
mod feeds;
mod forms;
mod formsets;
mod goals;
mod handouts;
mod handovers;
mod health;
mod home;
mod hostile;
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
mod rosters;
mod rotations;
mod rounds;
mod routes;
mod sanctions;
mod scenes;
mod schools;
mod seals;
mod secrets;
mod signatures;
mod sittings;
mod surveys;
mod twice;
mod walk;

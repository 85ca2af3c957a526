//! Actions on both databases, at school 12 (`store::testing::school_12`).

mod accounts;
mod contacts;
mod mentors;
mod newcomers;
mod orders;
mod people;
mod programmes;
mod requests;
mod stage;

//! Actions on both databases, at school 12 (`store::testing::school_12`).

mod contacts;
mod mentors;
mod newcomers;
mod programmes;
mod requests;
mod stage;

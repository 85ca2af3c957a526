//! Actions on both databases, at school 12 (`store::testing::school_12`).

mod accounts;
mod people;
mod requests;
mod stage;

//! Pages of the application at school 12 (`store::testing::school_12`), without a socket and without a browser.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop at once")]

mod accounts;
mod app;
mod health;
mod orders;
mod requests;
mod rosters;

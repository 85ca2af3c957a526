//! Pages of the application at school 12 (`store::testing::school_12`), without a socket and without a browser.

mod app;
mod requests;

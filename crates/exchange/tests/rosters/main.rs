//! Lists as schools write them, small and invented.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod encodings;
mod lists;
mod sets;
mod workbooks;

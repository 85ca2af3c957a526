//! Lists as schools write them, small and invented.

mod lists;
mod workbooks;

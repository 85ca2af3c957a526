//! Measures: numbers in, figures or «not shown» out.

pub mod gates;
pub mod scales;
pub mod waits;

//! Measures: numbers in, figures or «not shown» out.
//!
//! Pure: no clock, no randomness, nothing read or written. A figure that too few people stand behind, or that is not
//! defined, is a [`gates::NotShown`] with the reason, never a number that looks like one. Figures are not rounded;
//! whoever draws them rounds (two significant digits for coefficients, one for percents) and puts n and the interval
//! beside them.
//!
//! - who may be shown what: [`gates`], [`scales`], [`waits`];
//! - a theory test: [`answers`] in, [`items`], [`options`], [`reliability`] and [`moodle`] out; one paper by itself:
//!   [`papers`];
//! - where to cut: [`cuts`];
//! - examiners: [`marks`] in, [`agreement`] and [`examiners`] out;
//! - who chooses whom in a class: [`sociometry`];
//! - the change of a group: [`outcome`].

pub mod agreement;
pub mod answers;
pub mod cuts;
pub mod examiners;
pub mod gates;
pub mod items;
pub mod marks;
mod moments;
pub mod moodle;
pub mod options;
pub mod outcome;
pub mod papers;
mod quantiles;
mod redraws;
pub mod reliability;
pub mod scales;
pub mod sociometry;
mod table;
pub mod waits;

pub use table::Misread;

//! Prints: PDF, XLSX and CSV from plain input.
//!
//! A paper is a struct with plain fields and one function `pdf`; the look of it is one Typst form
//! in `templates/`, the same for all languages. Nothing here reads a file, a clock or the network:
//! forms and fonts are inside the binary, the moment of printing is handed in, so that the same
//! input gives the same bytes.

pub mod agreements;
pub mod applications;
pub mod awards;
pub mod camps;
pub mod certificates;
pub mod consents;
mod laws;
pub mod lists;
pub mod observations;
pub mod orders;
pub mod packages;
mod papers;
pub mod plans;
pub mod pupil_orders;
pub mod regulations;
pub mod reports;
pub mod scenes;
pub mod slips;
pub mod tables;
pub mod templates;
pub mod thanks;
mod typesetting;
pub mod volunteering;

pub use papers::{Both, Category, Check, Paper, PrintError, Reference, School};

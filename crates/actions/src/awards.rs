//! Awards to pupils who help pupils (feat:J1–J3; docs/decisions/0049).

pub use exchange::awards::{Checked, Fault, MOST_BYTES, Published, Unreadable, check};

//! Keys already met in the file.

use std::collections::HashMap;

use super::columns::Field;

/// The line on which each key was first met.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    first: HashMap<(Field, String), u32>,
}

impl Seen {
    /// The earlier line with this key; the first time the line is remembered.
    pub(crate) fn earlier(&mut self, field: Field, key: String, line: u32) -> Option<u32> {
        let first = *self.first.entry((field, key)).or_insert(line);
        (first != line).then_some(first)
    }
}

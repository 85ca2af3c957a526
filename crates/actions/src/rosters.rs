//! Imports of lists: what would change, what needs a decision, what can be undone (feat:A2, A3).

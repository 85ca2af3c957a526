//! Translates: other people's file formats to plain records and back.

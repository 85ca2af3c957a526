//! Prints: PDF, XLSX and CSV from plain input.

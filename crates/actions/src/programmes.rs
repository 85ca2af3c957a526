//! Programmes: dates and settings.

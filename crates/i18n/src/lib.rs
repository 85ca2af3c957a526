//! Speaks: texts, plurals, dates, names and sorting in Kazakh, Russian and English.

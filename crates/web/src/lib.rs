//! Shows: routes, pages, forms and sessions.

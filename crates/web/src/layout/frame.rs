//! What of the frame is the same on every page: templates of their own, so that the compiler reads them once and not once for
//! each page (docs/decisions/0081).

use super::Shell;
use crate::filters;

/// What every page loads.
#[derive(askama::Template)]
#[template(path = "layout/links.html")]
pub struct Links;

/// From the beginning of the body to the place of the page.
#[derive(askama::Template)]
#[template(path = "layout/opening.html")]
pub struct Opening<'a> {
    shell: &'a Shell,
}

/// From the end of the page to the end of the body.
#[derive(askama::Template)]
#[template(path = "layout/closing.html")]
pub struct Closing<'a> {
    shell: &'a Shell,
}

impl Shell {
    /// What stands before the page.
    pub const fn opening(&self) -> Opening<'_> {
        Opening { shell: self }
    }

    /// What stands behind the page.
    pub const fn closing(&self) -> Closing<'_> {
        Closing { shell: self }
    }
}

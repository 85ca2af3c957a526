//! Pages about requests of newcomers to mentors.
use crate::Routes;
/// Routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
}

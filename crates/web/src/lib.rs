//! Shows: routes, pages, forms and sessions. One folder for each feature; a page is two files side by side,
//! `show.rs` and `show.html`.

mod absences;
mod accounts;
mod appeals;
mod appointments;
mod asking;
pub mod assets;
mod attempts;
mod audit;
mod awards;
mod badges;
mod bundles;
mod camps;
mod changes;
mod choices;
mod clock;
mod commissions;
mod commitments;
mod competencies;
mod concerns;
mod contacts;
mod courses;
pub mod deliveries;
pub mod deputies;
mod design;
mod difficulties;
mod duties;
mod endings;
mod errors;
mod expired;
mod feeds;
mod files;
pub mod filters;
mod forms;
mod formsets;
mod goals;
mod handouts;
mod handovers;
mod health;
mod hearings;
mod help;
mod home;
mod ideas;
mod journals;
mod lanterns;
pub mod layout;
pub mod letters;
mod limits;
mod meetings;
mod mentors;
mod messages;
mod milestones;
mod motivations;
mod names;
mod newcomers;
mod observations;
mod orders;
mod organisations;
mod page;
mod pairs;
mod panels;
mod peers;
mod people;
mod places;
mod plans;
mod points;
mod programmes;
mod proposals;
mod pulses;
mod pupils;
mod questions;
mod registers;
mod regulations;
mod reports;
mod requests;
mod reservations;
pub mod rosters;
mod rotations;
mod rounds;
mod routes;
mod said;
mod sanctions;
mod scenes;
mod schools;
mod sittings;
mod sociometries;
mod surveys;
mod telegram;
mod visit;

pub use clock::{Clock, instant_of};
pub use errors::PageError;
pub use page::{Open, Page};
pub use routes::{Access, Route, Routes};

use actions::Ids;
use actions::reports::Typesetter;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::middleware::from_fn_with_state;
use std::sync::Arc;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;

/// What every page is handed; cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    /// The database.
    pub db: store::Db,
    /// The clock.
    pub clock: Clock,
    /// Where ids and secrets come from.
    pub ids: Arc<Ids>,
    /// What this installation allows.
    pub config: Config,
    /// Who lays edited bodies of papers out.
    pub typesetter: Typesetter,
    /// Where a demonstration keeps its letters; elsewhere nothing comes into it.
    pub outbox: letters::Outbox,
}

/// The password of those to whom a demonstration gives one; its pages say so.
pub const DEMO_PASSWORD: &str = "mentor-2026";

/// What differs between installations.
#[derive(Clone, Debug)]
pub struct Config {
    /// The address under which people reach it, without a slash at the end; for links on papers and in letters.
    pub address: String,
    /// A demonstration: one-click sign-in for personas, and the time traveller.
    pub demo: bool,
    /// Reached through HTTPS: cookies are sent over it alone.
    pub https: bool,
    /// Who says whether a file is a qualified signature.
    pub authority: actions::seals::Authority,
    /// The keys by which digital badges are signed; without them none are offered.
    pub badges: Option<Arc<actions::badges::Keys>>,
    /// The key by which choices of sociometries and scans of consents are sealed; without it no class is asked and no scan
    /// is kept.
    pub vault: Option<Arc<actions::sociometries::Vault>>,
    /// The key that seals the addresses by which letters are stopped; without it no letter has one.
    pub stops: Option<Arc<actions::sociometries::Vault>>,
    /// The name of the bot that says in Telegram that there is news; without it no notices are offered.
    pub telegram: Option<String>,
}

/// All routes of the application with their access rules; a test walks them.
pub fn routes() -> Routes {
    Routes::new()
        .merge(accounts::routes())
        .merge(appeals::routes())
        .merge(appointments::routes())
        .merge(attempts::routes())
        .merge(audit::routes())
        .merge(badges::routes())
        .merge(bundles::routes())
        .merge(choices::routes())
        .merge(commissions::routes())
        .merge(commitments::routes())
        .merge(competencies::routes())
        .merge(contacts::routes())
        .merge(courses::routes())
        .merge(deliveries::routes())
        .merge(absences::routes())
        .merge(reservations::routes())
        .merge(deputies::routes())
        .merge(design::routes())
        .merge(difficulties::routes())
        .merge(endings::routes())
        .merge(feeds::routes())
        .merge(formsets::routes())
        .merge(goals::routes())
        .merge(handouts::routes())
        .merge(handovers::routes())
        .merge(health::routes())
        .merge(hearings::routes())
        .merge(help::routes())
        .merge(home::routes())
        .merge(letters::routes())
        .merge(meetings::routes())
        .merge(mentors::routes())
        .merge(messages::routes())
        .merge(milestones::routes())
        .merge(motivations::routes())
        .merge(newcomers::routes())
        .merge(observations::routes())
        .merge(orders::routes())
        .merge(pairs::routes())
        .merge(panels::routes())
        .merge(people::routes())
        .merge(places::routes())
        .merge(plans::routes())
        .merge(programmes::routes())
        .merge(proposals::routes())
        .merge(questions::routes())
        .merge(registers::routes())
        .merge(regulations::routes())
        .merge(reports::routes())
        .merge(requests::routes())
        .merge(rotations::routes())
        .merge(rounds::routes())
        .merge(sanctions::routes())
        .merge(schools::routes())
        .merge(sittings::routes())
        .merge(surveys::routes())
        .merge(telegram::routes())
        .merge(of_pupils_and_community())
}

fn of_pupils_and_community() -> Routes {
    Routes::new()
        .merge(awards::routes())
        .merge(changes::routes())
        .merge(concerns::routes())
        .merge(duties::routes())
        .merge(ideas::routes())
        .merge(journals::routes())
        .merge(organisations::routes())
        .merge(camps::routes())
        .merge(lanterns::routes())
        .merge(peers::routes())
        .merge(pulses::routes())
        .merge(pupils::routes())
        .merge(rosters::routes())
        .merge(scenes::routes())
        .merge(sociometries::routes())
}

/// The whole application.
pub fn router(app: App) -> Router {
    let secure = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    routes()
        .into_router(&app)
        .method_not_allowed_fallback(errors::other_method)
        .fallback(errors::not_found)
        .layer(from_fn_with_state(Arc::new(limits::Limits::new(&app.clock)), limits::watch))
        .layer(from_fn_with_state(app.clone(), visit::enter))
        .merge(assets::router())
        // A form of another site cannot be sent in a teacher's name.
        .layer(CsrfLayer::new())
        .layer(secure(
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; \
             connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ))
        .layer(secure(X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(secure(X_FRAME_OPTIONS, "DENY"))
        .layer(secure(REFERRER_POLICY, "same-origin"))
        .layer(secure(
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=()",
        ))
        // Pages are text: they shrink to a fifth on the way to a phone.
        .layer(CompressionLayer::new())
        .with_state(app)
}

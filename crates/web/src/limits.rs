//! Limits named by the danger they are for. A school is one address, so what is guessed at counts by itself
//! first, and the address only generously.

use crate::visit::{SESSION_COOKIE, Visit, cookie};
use crate::{App, Clock, PageError};
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::Clock as _;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

/// What a limit guards against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Danger {
    /// Passwords tried against one login.
    PasswordGuessing,
    /// Passwords tried against many logins from one address.
    PasswordSpraying,
    /// Codes tried from one address. A code has 60 bits; this keeps the log readable.
    CodeGuessing,
    /// Lists read in again and again: each costs seconds of work.
    Import,
    /// Edited forms laid out again and again: each may cost seconds of work.
    Typesetting,
    /// Forms sent faster than hands can. Pages are not counted: they cost milliseconds.
    Flooding,
}

impl Danger {
    const ALL: [Self; 6] = [
        Self::PasswordGuessing,
        Self::PasswordSpraying,
        Self::CodeGuessing,
        Self::Import,
        Self::Typesetting,
        Self::Flooding,
    ];

    /// So many at once, then one for each so many milliseconds.
    const fn measure(self) -> (u32, u64) {
        match self {
            Self::PasswordGuessing => (8, 60_000),
            // A hundred teachers sign in on a Monday morning.
            Self::PasswordSpraying => (150, 2_000),
            Self::CodeGuessing => (100, 6_000),
            Self::Import => (12, 30_000),
            Self::Typesetting => (20, 6_000),
            Self::Flooding => (300, 200),
        }
    }

    fn quota(self) -> Quota {
        let (burst, millis) = self.measure();
        let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(Duration::from_millis(millis));
        quota.unwrap_or(Quota::per_minute(NonZeroU32::MIN)).allow_burst(burst)
    }
}

/// Time for the limits: the real one, since a demonstration may travel into the past.
#[derive(Clone, Debug)]
struct RealTime(Clock);

impl governor::clock::Clock for RealTime {
    type Instant = Duration;
    fn now(&self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.real_now().as_millisecond()).unwrap_or_default())
    }
}

type Limiter = RateLimiter<String, HashMapStateStore<String>, RealTime, NoOpMiddleware<Duration>>;

/// How many keys are kept before those that may go are forgotten.
const MANY_KEYS: usize = 10_000;

/// What was done so far, in memory; a restart forgets it.
pub(crate) struct Limits {
    limiters: HashMap<Danger, Limiter>,
    time: RealTime,
}

impl Limits {
    pub(crate) fn new(clock: &Clock) -> Self {
        let time = RealTime(clock.clone());
        let limiter = |danger: Danger| (danger, Limiter::hashmap_with_clock(danger.quota(), time.clone()));
        Self { limiters: Danger::ALL.into_iter().map(limiter).collect(), time: time.clone() }
    }

    /// Counts one attempt; too many are refused, with the seconds to wait.
    pub(crate) fn check(&self, danger: Danger, key: &str) -> Result<(), PageError> {
        let Some(limiter) = self.limiters.get(&danger) else { return Ok(()) };
        if limiter.len() > MANY_KEYS {
            limiter.retain_recent();
        }
        limiter.check_key(&key.to_owned()).map_err(|until| {
            tracing::warn!(?danger, "limit reached");
            PageError::TooMany(until.wait_time_from(self.time.now()).as_secs() + 1)
        })
    }
}

/// Limits, and from where a request came.
#[derive(Clone)]
pub(crate) struct Guard {
    limits: Arc<Limits>,
    address: String,
}

impl Guard {
    /// Counts an attempt of this address.
    pub(crate) fn by_address(&self, danger: Danger) -> Result<(), PageError> {
        self.limits.check(danger, &self.address)
    }

    /// Counts an attempt at one thing, whoever makes it.
    pub(crate) fn by(&self, danger: Danger, key: &str) -> Result<(), PageError> {
        self.limits.check(danger, key)
    }
}

impl FromRequestParts<App> for Guard {
    type Rejection = PageError;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, PageError> {
        parts.extensions.get::<Self>().cloned().ok_or(PageError::Unreadable)
    }
}

/// Hands the guard to the pages, and counts forms and files of each session.
pub(crate) async fn watch(State(limits): State<Arc<Limits>>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let guard = Guard { limits, address: address(peer, request.headers()) };
    if request.method() == Method::POST {
        let signed = request.extensions().get::<Arc<Visit>>().is_some_and(|visit| visit.signed.is_some());
        let session = cookie(request.headers(), SESSION_COOKIE).filter(|_| signed);
        let key = session.unwrap_or(&guard.address).to_owned();
        let import = request.uri().path().starts_with("/rosters");
        let counted = guard
            .by(Danger::Flooding, &key)
            .and_then(|()| if import { guard.by(Danger::Import, &key) } else { Ok(()) });
        if let Err(error) = counted {
            return error.into_response();
        }
    }
    request.extensions_mut().insert(guard);
    next.run(request).await
}

/// The address of the browser. Behind a proxy on the same machine it is what the proxy says last; others
/// cannot say anything.
fn address(peer: Option<IpAddr>, headers: &HeaderMap) -> String {
    let forwarded = || {
        let value = headers.get("x-forwarded-for")?.to_str().ok()?;
        value.rsplit(',').next().map(|last| last.trim().to_owned())
    };
    match peer {
        Some(ip) if ip.is_loopback() => forwarded().unwrap_or_else(|| ip.to_string()),
        Some(ip) => ip.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Instant;
    use std::sync::atomic::{AtomicI64, Ordering};

    fn limits() -> (Limits, Arc<AtomicI64>) {
        let seconds = Arc::new(AtomicI64::new(1_790_000_000));
        let told = Arc::clone(&seconds);
        let clock = Clock::new(move || Instant::from_second(told.load(Ordering::Relaxed)).unwrap());
        (Limits::new(&clock), seconds)
    }

    #[test]
    fn the_ninth_guess_at_a_login_waits_a_minute_and_others_do_not() {
        let (limits, seconds) = limits();
        for _ in 0..8 {
            limits.check(Danger::PasswordGuessing, "dana").unwrap();
        }
        let refused = limits.check(Danger::PasswordGuessing, "dana");
        assert!(matches!(refused, Err(PageError::TooMany(1..=61))), "{refused:?}");
        limits.check(Danger::PasswordGuessing, "zere").unwrap();
        seconds.fetch_add(61, Ordering::Relaxed);
        limits.check(Danger::PasswordGuessing, "dana").unwrap();
        assert!(limits.check(Danger::PasswordGuessing, "dana").is_err());
    }

    #[test]
    fn a_whole_school_signs_in_from_one_address() {
        let (limits, _) = limits();
        for _ in 0..120 {
            limits.check(Danger::PasswordSpraying, "10.0.0.1").unwrap();
        }
    }

    #[test]
    fn only_a_proxy_on_this_machine_names_the_address() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "1.2.3.4, 5.6.7.8".parse().unwrap());
        assert_eq!(address(Some([127, 0, 0, 1].into()), &headers), "5.6.7.8");
        assert_eq!(address(Some([9, 9, 9, 9].into()), &headers), "9.9.9.9");
        assert_eq!(address(Some([127, 0, 0, 1].into()), &HeaderMap::new()), "127.0.0.1");
    }
}

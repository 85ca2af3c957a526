//! The way of a pair as a chain: what is done, whose turn it is, what comes later, each with its day.

use super::{Loaded, Reader};
use crate::Page;
use crate::layout::parts::{Signature, Signed};
use crate::said::Said;
use domain::Day;
use domain::pairs::{Next, Origin, State};
use domain::sides::Side;

pub(super) fn steps(page: &Page, loaded: &Loaded, reader: Reader, next: &Next) -> Vec<Signature> {
    let mut steps = vec![beginning(page, loaded)];
    if loaded.pair.origin != Origin::Provisional {
        steps.push(publishing(page, loaded));
        // Of a pair that ended before its order, who had consented would tell who stepped back (essay:E9).
        if !matches!(loaded.pair.state, State::Ended { was: None, .. }) {
            steps.extend(Side::BOTH.map(|side| consent(page, loaded, reader, next, side)));
        }
    }
    steps.push(order(page, loaded));
    // Of a provisional pair no meeting is asked, so one that is not planned is no step.
    if loaded.pair.origin != Origin::Provisional || loaded.meeting.is_some() {
        steps.push(meeting(page, loaded, reader, next));
    }
    steps.extend(end(page, loaded));
    steps
}

fn on(page: &Page, key: &str, day: Day) -> String {
    Said::new(key).day(day).words(page.lang())
}

fn beginning(page: &Page, loaded: &Loaded) -> Signature {
    Signature {
        title: page.text(&format!("pairs-way-{}", loaded.pair.origin.word())),
        sub: i18n::day_short(page.lang(), page.local(loaded.pair.since).date()),
        state: Signed::Done,
    }
}

fn publishing(page: &Page, loaded: &Loaded) -> Signature {
    let waits = loaded.pair.state == State::Agreed;
    Signature {
        title: page.text("pairs-way-published"),
        sub: if waits {
            on(page, "pairs-way-after", loaded.programme.phases.decision_until)
        } else {
            page.text("pairs-way-published-text")
        },
        state: if waits { Signed::Later } else { Signed::Done },
    }
}

fn consent(page: &Page, loaded: &Loaded, reader: Reader, next: &Next, side: Side) -> Signature {
    let name = loaded.person(side).name.polite();
    let given = loaded.consents.iter().find(|consent| consent.side == side);
    let awaited = matches!(next, Next::Consents(missing) if missing.contains(&side));
    let (sub, state) = match given {
        Some(consent) => (i18n::day_short(page.lang(), page.local(consent.given_at).date()), Signed::Done),
        None if awaited => {
            let until = on(page, "pairs-way-until", loaded.programme.phases.orders_until);
            (until, if reader == Reader::One(side) { Signed::You } else { Signed::Later })
        }
        None => (String::new(), Signed::Later),
    };
    let title = Said::new("pairs-way-consent").with("name", name).words(page.lang());
    Signature { title, sub, state }
}

fn order(page: &Page, loaded: &Loaded) -> Signature {
    let title = page.text("pairs-way-order");
    match &loaded.order {
        Some((_, signature)) => {
            let said = Said::new("pairs-way-order-signed").with("number", &signature.number);
            let sub = said.day(signature.on).words(page.lang());
            Signature { title, sub, state: Signed::Done }
        }
        None if loaded.pair.origin == Origin::Provisional => {
            let days = loaded.programme.settings.days_to_order;
            let sub = Said::new("pairs-way-order-law").with("days", days).words(page.lang());
            Signature { title, sub, state: Signed::Later }
        }
        None => {
            let sub = on(page, "pairs-way-until", loaded.programme.phases.orders_until);
            Signature { title, sub, state: Signed::Later }
        }
    }
}

/// That the pair has ended, and when; never why, and never by whom.
fn end(page: &Page, loaded: &Loaded) -> Option<Signature> {
    let State::Ended { at, was } = &loaded.pair.state else { return None };
    let last = was.as_ref().and_then(|was| was.period.last_day());
    let sub = match last {
        Some(last) => on(page, "pairs-way-last-day", last),
        None => i18n::day_short(page.lang(), page.local(*at).date()),
    };
    Some(Signature { title: page.text("pairs-way-ended"), sub, state: Signed::Done })
}

fn meeting(page: &Page, loaded: &Loaded, reader: Reader, next: &Next) -> Signature {
    let title = page.text("pairs-way-meeting");
    let settings = &loaded.programme.settings;
    match (&loaded.meeting, loaded.pair.first_meeting_due(settings)) {
        (Some(meeting), _) => {
            let past = meeting.on < page.today();
            let sub = on(page, if past { "pairs-way-on-past" } else { "pairs-way-on" }, meeting.on);
            Signature { title, sub, state: if past { Signed::Done } else { Signed::Later } }
        }
        (None, _) if loaded.begun => {
            Signature { title, sub: page.text("pairs-way-met"), state: Signed::Done }
        }
        (None, Some(due)) => {
            let yours = *next == Next::Meeting && matches!(reader, Reader::One(_));
            let state = if yours { Signed::You } else { Signed::Later };
            Signature { title, sub: on(page, "pairs-way-until", due), state }
        }
        (None, None) => {
            let days = settings.first_meeting_days;
            let sub = Said::new("pairs-way-meeting-days").with("days", days).words(page.lang());
            Signature { title, sub, state: Signed::Later }
        }
    }
}

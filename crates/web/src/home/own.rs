//! What a newcomer or a mentor has to do with others: requests, joint work, pairs. The facts of both sides have
//! one shape, and so have the tasks that both have.

mod meetings;
pub(super) mod plans;
mod turns;

use super::tasks::{Task, When};
use crate::meetings::own::OwnPair as MeetingPair;
use crate::names::Names;
use crate::newcomers::for_now_own;
use crate::pairs::{ShowPath as PairPath, Standing};
use crate::requests::ShowPath as RequestPath;
use crate::rotations::own::{Planned, of_mentor, of_newcomer};
use crate::said::Said;
use crate::{Page, PageError, contacts};
use domain::consents::Consent;
use domain::contacts::Contact;
use domain::newcomers::Unpaired;
use domain::pairs::{FirstMeeting, Next, Origin, Pair, State as PairState};
use domain::programmes::Programme;
use domain::requests::{Request, State as RequestState, missed_last};
use domain::sides::Side;
use domain::{ContactId, Day, Instant, MentorId, PersonId};
use jiff::ToSpan;
use jiff::civil::DateTime;
use store::Tx;

/// Days for which an impression is asked: after them memory is not fresh.
const FRESH_DAYS: i32 = 14;
/// Days before the end of the decision from which the sealed list is asked for.
const RANKING_DAYS: i32 = 7;

/// A pair of the person.
#[derive(Clone, Debug)]
pub(super) struct OwnPair {
    pub(super) pair: Pair,
    /// Consents to it that hold.
    pub(super) consents: Vec<Consent>,
    pub(super) meeting: Option<FirstMeeting>,
    /// The two have agreed on a meeting or had one.
    pub(super) begun: bool,
    /// The other one, as colleagues say the name.
    pub(super) other: String,
    /// The work plan, once it is made.
    pub(super) plan: Option<plans::OwnPlan>,
}

impl OwnPair {
    pub(super) fn next(&self) -> Next {
        self.pair.next(&self.consents, self.begun || self.meeting.is_some())
    }

    pub(super) fn href(&self) -> String {
        PairPath { id: self.pair.id.clone() }.to_string()
    }

    pub(super) fn standing(&self) -> Standing {
        Standing::of(&self.pair, &self.next())
    }
}

/// Everything that concerns one person on one side.
#[derive(Clone, Debug)]
pub(super) struct Own {
    pub(super) side: Side,
    pub(super) requests: Vec<Request>,
    pub(super) contacts: Vec<Contact>,
    /// Planned meetings, in the order of time.
    pub(super) planned: Vec<Planned>,
    /// Joint work of which the person has kept an impression.
    pub(super) impressions: Vec<ContactId>,
    pub(super) pairs: Vec<OwnPair>,
    /// Pairs that work, with their meetings.
    pub(super) meets: Vec<MeetingPair>,
    /// Day and time where the person is.
    pub(super) now: DateTime,
    /// A sealed list is handed in.
    pub(super) ranked: bool,
    /// There is somebody to rank for: no mentor of choice yet, or a free place.
    pub(super) may_rank: bool,
    /// Why a newcomer has no pair although the choice is over, and who is with them meanwhile (feat:C19).
    pub(super) unpaired: Option<(Unpaired, String)>,
    /// How many of the other side take part in the second round that runs.
    pub(super) others: usize,
    /// When the duties of this side were ticked.
    pub(super) committed: Option<Instant>,
    /// A newcomer's favourite who comes next after a «no» (feat:C15).
    pub(super) next: Option<MentorId>,
}

impl Own {
    /// The reader as newcomer of the programme.
    pub(super) async fn newcomer(
        page: &Page,
        tx: &mut Tx,
        programme: &Programme,
        names: &Names,
    ) -> Result<Option<Self>, PageError> {
        let me = &page.actor().person;
        let Some(newcomer) = store::newcomers::of_person(tx, &programme.id, me).await? else {
            return Ok(None);
        };
        let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
        let may_rank = !pairs.iter().any(Pair::is_settled);
        let published = actions::proposals::is_published(tx, programme).await?;
        let unpaired = match newcomer.unpaired(&pairs, programme, published, page.today()) {
            Some(why) => Some((why, for_now_own(page, tx, &newcomer.school, &newcomer.id).await?)),
            None => None,
        };
        let requests = store::requests::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
        let next = match missed_last(&requests) {
            Some(_) => actions::favourites::next(tx, &page.context(), programme, &newcomer).await?,
            None => Vec::new(),
        };
        let contacts = store::contacts::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
        Ok(Some(Self {
            side: Side::Newcomer,
            requests,
            planned: of_newcomer(tx, programme, names, &newcomer.id, &contacts, page.today()).await?,
            contacts,
            impressions: impressions(page, tx, programme).await?,
            pairs: own_pairs(tx, pairs, names, Side::Newcomer).await?,
            meets: meets(page, tx, programme, names, Side::Newcomer).await?,
            now: page.visit.local,
            ranked: has_ranked(page, tx, programme, Side::Newcomer).await?,
            may_rank,
            unpaired,
            others: others(tx, programme, Side::Newcomer, page.today()).await?,
            committed: committed(tx, programme, me, Side::Newcomer).await?,
            next: next.into_iter().next(),
        }))
    }

    /// The reader as somebody with the right to mentor in the programme.
    pub(super) async fn mentor(
        page: &Page,
        tx: &mut Tx,
        programme: &Programme,
        mentor: &domain::mentors::Mentor,
        names: &Names,
    ) -> Result<Self, PageError> {
        let pairs = store::pairs::of_mentor(tx, &mentor.school, &mentor.id).await?;
        let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?;
        let approved = mentor.state == domain::mentors::State::Approved;
        let contacts = store::contacts::of_mentor(tx, &mentor.school, &mentor.id).await?;
        Ok(Self {
            side: Side::Mentor,
            requests: store::requests::of_mentor(tx, &mentor.school, &mentor.id).await?,
            planned: of_mentor(tx, programme, names, &mentor.id, &contacts, page.today()).await?,
            contacts,
            impressions: impressions(page, tx, programme).await?,
            pairs: own_pairs(tx, pairs, names, Side::Mentor).await?,
            meets: meets(page, tx, programme, names, Side::Mentor).await?,
            now: page.visit.local,
            ranked: has_ranked(page, tx, programme, Side::Mentor).await?,
            may_rank: approved && taken.len() < usize::from(mentor.card.places),
            unpaired: None,
            others: others(tx, programme, Side::Mentor, page.today()).await?,
            committed: committed(tx, programme, &page.actor().person, Side::Mentor).await?,
            next: None,
        })
    }

    /// The name of the other one of a joint work; empty where the person is not in the programme any more.
    fn other(&self, contact: &Contact, names: &Names) -> String {
        let name = match self.side {
            Side::Newcomer => names.mentor(&contact.mentor).map(|mentor| mentor.name.polite()),
            Side::Mentor => names.newcomer(&contact.newcomer).map(|newcomer| newcomer.name.polite()),
        };
        name.unwrap_or_default()
    }

    /// The tasks that both sides have.
    pub(super) fn tasks(&self, programme: &Programme, names: &Names, today: Day) -> Vec<Task> {
        let mut tasks: Vec<Task> =
            self.requests.iter().filter_map(|request| turn(request, self.side, names)).collect();
        for pair in &self.pairs {
            tasks.extend(consent(pair, self.side, programme));
            tasks.extend(meeting(pair, programme, today));
            tasks.extend(plans::signing(pair, self.side));
            tasks.extend(plans::task(pair, self.side, today));
        }
        tasks.extend(turns::tasks(self, today));
        tasks.extend(meetings::tasks(self));
        tasks.extend(confirm(self, names));
        tasks.extend(impression(self, names, today));
        tasks.extend(round(self, programme, today));
        tasks.extend(ranking(self, programme, today));
        tasks
    }
}

/// The pairs of one side that work, and those that have to say yet what took place.
async fn meets(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
    side: Side,
) -> Result<Vec<MeetingPair>, PageError> {
    let mut all = crate::meetings::own::own_and_ended(page, tx, programme, names).await?;
    all.retain(|one| one.side == side);
    Ok(all)
}

async fn own_pairs(
    tx: &mut Tx,
    pairs: Vec<Pair>,
    names: &Names,
    side: Side,
) -> Result<Vec<OwnPair>, PageError> {
    let mut own = Vec::new();
    for pair in pairs.into_iter().filter(|pair| !matches!(pair.state, PairState::Ended { .. })) {
        let other = match side {
            Side::Newcomer => names.mentor(&pair.mentor)?.name.polite(),
            Side::Mentor => names.newcomer(&pair.newcomer)?.name.polite(),
        };
        let consents = store::consents::of_pair(tx, &pair).await?;
        let meeting = store::pairs::first_meeting(tx, &pair).await?;
        let begun = actions::meetings::has_begun(tx, &pair).await?;
        let plan = plans::OwnPlan::of(tx, &pair).await?;
        own.push(OwnPair { pair, consents, meeting, begun, other, plan });
    }
    Ok(own)
}

async fn impressions(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<ContactId>, PageError> {
    let kept = store::contacts::impressions(tx, &programme.school, &page.actor().person).await?;
    Ok(kept.into_iter().map(|impression| impression.contact).collect())
}

async fn committed(
    tx: &mut Tx,
    programme: &Programme,
    me: &PersonId,
    side: Side,
) -> Result<Option<Instant>, PageError> {
    Ok(actions::commitments::own(tx, programme, me, side).await?.map(|given| given.given_at))
}

async fn has_ranked(page: &Page, tx: &mut Tx, programme: &Programme, side: Side) -> Result<bool, PageError> {
    let me = &page.actor().person;
    Ok(actions::choices::of_author(tx, programme, side, me).await?.is_some())
}

/// How many of the other side take part in the second round that runs; 0 outside of one.
async fn others(tx: &mut Tx, programme: &Programme, side: Side, today: Day) -> Result<usize, PageError> {
    if programme.round_on(today).is_none() {
        return Ok(0);
    }
    let taking = actions::rounds::taking(tx, programme, today).await?;
    Ok(match side {
        Side::Newcomer => taking.mentors.len(),
        Side::Mentor => taking.newcomers.len(),
    })
}

/// It is the person's turn in a request: to answer it where they are asked, to reply or to meet where they asked.
fn turn(request: &Request, side: Side, names: &Names) -> Option<Task> {
    let (other, with) = match side {
        Side::Newcomer => (names.mentor(&request.mentor).ok()?.name.polite(), request.mentor.to_string()),
        Side::Mentor => (names.newcomer(&request.newcomer).ok()?.name.polite(), request.newcomer.to_string()),
    };
    let asked = request.asked() == side;
    let here = RequestPath { id: request.id.clone() }.to_string();
    let answer = if side == Side::Mentor { "home-answer" } else { "home-offer" };
    let (title, text, href, act) = match (asked, request.state) {
        (true, RequestState::Sent) => (answer, "home-answer-new", here, "home-act-open"),
        (true, RequestState::Read { .. }) => (answer, "home-answer-read", here, "home-act-answer"),
        (true, RequestState::MeetFirst { .. }) => (answer, "home-answer-met", here, "home-act-answer"),
        (false, RequestState::Asked { .. }) => {
            ("home-question", "home-question-text", here, "home-act-answer")
        }
        (false, RequestState::MeetFirst { .. }) => {
            ("home-meet", "home-meet-text", contacts::NewPath::with(&with), "home-act-record")
        }
        _ => return None,
    };
    Some(Task {
        when: When::Until(request.answer_until),
        title: Said::new(title).with("name", other),
        text: Said::new(text),
        href,
        act,
    })
}

/// The person's consent to a published pair is missing.
fn consent(pair: &OwnPair, side: Side, programme: &Programme) -> Option<Task> {
    let Next::Consents(missing) = pair.next() else { return None };
    missing.contains(&side).then(|| Task {
        when: When::Until(programme.phases.orders_until),
        title: Said::new("home-consent").with("name", &pair.other),
        text: Said::new("home-consent-text"),
        href: pair.href(),
        act: "home-act-decide",
    })
}

/// The first meeting is to be agreed on, or stands before the two.
fn meeting(pair: &OwnPair, programme: &Programme, today: Day) -> Option<Task> {
    let href = format!("{}#meeting", pair.href());
    match &pair.meeting {
        Some(meeting) if meeting.on >= today => Some(Task {
            when: When::On(meeting.on),
            title: Said::new("home-meeting")
                .with("name", &pair.other)
                .day(meeting.on)
                .with("time", i18n::time(meeting.at)),
            text: Said::new("home-meeting-text").with("place", &meeting.place),
            href,
            act: "home-act-pair",
        }),
        Some(_) => None,
        None if pair.begun => None,
        None => Some(Task {
            when: When::Until(pair.pair.first_meeting_due(&programme.settings)?),
            title: Said::new("home-plan").with("name", &pair.other),
            text: Said::new("home-plan-text"),
            href,
            act: "home-act-plan",
        }),
    }
}

/// The other side wrote down a joint work: was it so?
fn confirm(own: &Own, names: &Names) -> Option<Task> {
    let waits = |contact: &&Contact| contact.waits_for(own.side);
    let waiting: Vec<&Contact> = own.contacts.iter().filter(waits).collect();
    let (title, href) = match waiting[..] {
        [] => return None,
        [one] => {
            let title = Said::new("home-confirm").with("name", own.other(one, names));
            (title.day(one.deed.held_on), contacts::ShowPath { id: one.id.clone() }.to_string())
        }
        _ => (Said::new("home-confirm-many").with("count", waiting.len()), contacts::ListPath.to_string()),
    };
    let text = Said::new("home-confirm-text");
    Some(Task { when: When::Minute, title, text, href, act: "home-act-confirm" })
}

/// The latest joint work of which nothing is kept yet.
fn impression(own: &Own, names: &Names, today: Day) -> Option<Task> {
    let since = today.saturating_sub(FRESH_DAYS.days());
    let fresh = |contact: &&Contact| {
        contact.state.counts() && contact.deed.held_on >= since && !own.impressions.contains(&contact.id)
    };
    let latest = own.contacts.iter().filter(fresh).max_by_key(|contact| contact.deed.held_on)?;
    Some(Task {
        when: When::Minute,
        title: Said::new("home-impression").with("name", own.other(latest, names)).day(latest.deed.held_on),
        text: Said::new("home-impression-text"),
        href: contacts::ShowPath { id: latest.id.clone() }.to_string(),
        act: "home-act-write",
    })
}

/// A second round runs, and the person takes part: whom they could turn to, until something is on its way.
fn round(own: &Own, programme: &Programme, today: Day) -> Option<Task> {
    let round = programme.round_on(today)?;
    let waits = own.requests.iter().any(|request| request.state.is_open());
    if !own.may_rank || own.others == 0 || own.ranked || waits {
        return None;
    }
    let key = format!("home-round-{}", own.side.word());
    let (href, act) = match own.side {
        Side::Newcomer => ("/mentors", "home-act-mentors"),
        Side::Mentor => ("/requests", "home-act-requests"),
    };
    Some(Task {
        when: When::Until(round.until),
        title: Said::new(key.as_str()).with("count", own.others),
        text: Said::new(format!("{key}-text")),
        href: href.to_owned(),
        act,
    })
}

/// The sealed list, in the last week before it closes.
fn ranking(own: &Own, programme: &Programme, today: Day) -> Option<Task> {
    let until = programme.choosing(today).ok()?;
    if today < until.saturating_sub(RANKING_DAYS.days()) || own.ranked || !own.may_rank {
        return None;
    }
    Some(Task {
        when: When::Until(until),
        title: Said::new(format!("home-ranking-{}", own.side.word())),
        text: Said::new("home-ranking-text"),
        href: "/choices".to_owned(),
        act: "home-act-rank",
    })
}

/// The pair that two people chose or a person appointed.
pub(super) fn settled(pairs: &[OwnPair]) -> Option<&OwnPair> {
    pairs.iter().find(|pair| pair.pair.is_settled())
}

/// The provisional pair.
pub(super) fn provisional(pairs: &[OwnPair]) -> Option<&OwnPair> {
    pairs.iter().find(|pair| pair.pair.origin == Origin::Provisional)
}

//! The first page of a pair: who the two are, what comes next, the first meeting. Each of the two reads it as
//! theirs; the coordinator and the head see how far it has come, and nothing that is the two's own.

mod way;

use super::{MeetingPath, ShowPath, Standing, origin};
use crate::bundles::PairPath as BundlePath;
use crate::endings::on_pair::{OnPair, on_pair};
use crate::forms::Fields;
use crate::goals::ShowPath as GoalsPath;
use crate::handovers::AskPath as HandoverPath;
use crate::layout::Shell;
use crate::layout::parts::Signature;
use crate::meetings::{ListPath, LogPath};
use crate::milestones::ShowPath as AdaptationPath;
use crate::names::Names;
use crate::observations::own::progress_of;
use crate::observations::{ListPath as ObservationsPath, NewPath as ObservePath, SchoolPath, Way};
use crate::orders::{ConsentPaperPath, ConsentPath, ShowPath as OrderPath};
use crate::plans::{MakePath as MakePlanPath, ShowPath as PlanPath};
use crate::reports::{ShowPath as ReportPath, kind_key};
use crate::said::Said;
use crate::{Page, PageError, filters, mentors, newcomers};
use actions::pairs::appointed_by;
use axum::http::StatusCode;
use axum::response::Response;
use domain::consents::{Consent, both_given, may_change, on_paper};
use domain::observations::Progress;
use domain::orders::{Order, Signature as OrderSignature, State as OrderState};
use domain::pairs::{FirstMeeting, Next, Origin, Pair, State};
use domain::people::{Category, Person, Role};
use domain::permissions::{Action, Two, may};
use domain::plans::due_on;
use domain::programmes::Programme;
use domain::reports::Report;
use domain::sides::Side;
use domain::{Day, PairId, PlanId};
use store::Tx;

/// Who reads the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    /// One of the two.
    One(Side),
    /// The coordinator or the head.
    Leader,
}

/// Everything the page is made of.
struct Loaded {
    pair: Pair,
    programme: Programme,
    newcomer: Person,
    mentor: Person,
    consents: Vec<Consent>,
    meeting: Option<FirstMeeting>,
    /// The first meeting is planned, or the two have met.
    begun: bool,
    /// The order that assigns the pair, once it is signed.
    order: Option<(Order, OrderSignature)>,
    /// The work plan, once it is made.
    plan: Option<PlanId>,
    /// Until when the two work together, and what they write then.
    end: Option<OnPair>,
    /// Reports about the pair that the reader may open.
    reports: Vec<(String, String)>,
    /// How far the newcomer's observed lessons have come, where the school counts them.
    observed: Option<(Progress, String)>,
    /// Coordinators of the school, by name.
    coordinators: Vec<String>,
    /// Who appointed the pair, where that is known.
    decider: Option<String>,
    /// What the newcomer had before, as far as the reader may see it: the mentor and the last day.
    earlier: Vec<(String, Day)>,
}

impl Loaded {
    async fn load(page: &Page, tx: &mut Tx, id: &PairId) -> Result<(Self, Reader), PageError> {
        let pair = store::pairs::get(tx, id).await?.ok_or(PageError::NotFound)?;
        let programme = store::programmes::get(tx, &pair.school, &pair.programme).await?;
        let programme = programme.ok_or(PageError::NotFound)?;
        let names = Names::of(tx, &programme).await?;
        let (newcomer, mentor) = (names.newcomer(&pair.newcomer)?, names.mentor(&pair.mentor)?);
        let two = Two { school: &pair.school, newcomer: &newcomer.person, mentor: &mentor.person };
        may(page.actor(), &Action::SeePair(two)).map_err(|_| PageError::NotFound)?;
        let me = &page.actor().person;
        let reader = match () {
            () if *me == newcomer.person => Reader::One(Side::Newcomer),
            () if *me == mentor.person => Reader::One(Side::Mentor),
            () => Reader::Leader,
        };
        let newcomer = store::people::get(tx, &newcomer.person).await?.ok_or(PageError::NotFound)?;
        let mentor = store::people::get(tx, &mentor.person).await?.ok_or(PageError::NotFound)?;
        let loaded = Self {
            consents: store::consents::of_pair(tx, &pair).await?,
            meeting: meeting_of(page, tx, &pair).await?,
            begun: actions::meetings::has_begun(tx, &pair).await?,
            order: order_of(tx, &pair).await?,
            plan: store::plans::of_pair(tx, &pair.school, &pair.id).await?.map(|plan| plan.id),
            end: on_pair(page, tx, &programme, &pair).await?,
            reports: reports_of(page, tx, &programme, &pair).await?,
            observed: progress_of(page, tx, &programme, &pair.newcomer).await?,
            coordinators: coordinators(page, tx, &pair).await?,
            decider: decider(page, tx, &pair).await?,
            earlier: earlier(page, tx, &names, &pair).await?,
            newcomer,
            mentor,
            pair,
            programme,
        };
        Ok((loaded, reader))
    }

    fn next(&self) -> Next {
        self.pair.next(&self.consents, self.begun)
    }

    fn person(&self, side: Side) -> &Person {
        match side {
            Side::Newcomer => &self.newcomer,
            Side::Mentor => &self.mentor,
        }
    }

    fn has_consented(&self, side: Side) -> bool {
        self.consents.iter().any(|consent| consent.side == side)
    }
}

async fn meeting_of(page: &Page, tx: &mut Tx, pair: &Pair) -> Result<Option<FirstMeeting>, PageError> {
    let ended_on = match pair.state {
        State::Ended { at, .. } => Some(page.local(at).date()),
        State::Agreed | State::Published | State::Assigned(_) => None,
    };
    Ok(store::pairs::first_meeting(tx, pair).await?.filter(|meeting| meeting.stands(ended_on)))
}

async fn order_of(tx: &mut Tx, pair: &Pair) -> Result<Option<(Order, OrderSignature)>, PageError> {
    let Some(assignment) = pair.assignment() else { return Ok(None) };
    let order = store::orders::get(tx, &assignment.order).await?;
    Ok(order.and_then(|order| match order.state.clone() {
        OrderState::Signed(signature) => Some((order, signature)),
        OrderState::Draft | OrderState::Discarded { .. } => None,
    }))
}

async fn coordinators(page: &Page, tx: &mut Tx, pair: &Pair) -> Result<Vec<String>, PageError> {
    let mut names = Vec::new();
    for id in store::people::with_role(tx, &pair.school, Role::Coordinator, page.today()).await? {
        names.extend(store::people::get(tx, &id).await?.map(|person| person.name.polite()));
    }
    Ok(names)
}

/// The newcomer's pairs that had ended when this one began, with their last days by order; never why.
async fn earlier(
    page: &Page,
    tx: &mut Tx,
    names: &Names,
    pair: &Pair,
) -> Result<Vec<(String, Day)>, PageError> {
    let newcomer = &names.newcomer(&pair.newcomer)?.person;
    let mut earlier = Vec::new();
    for other in store::pairs::of_newcomer(tx, &pair.school, &pair.newcomer).await? {
        let ended = matches!(other.state, State::Ended { at, .. } if at <= pair.since);
        let last = other.assignment().and_then(|was| was.period.last_day());
        let mentor = names.mentor(&other.mentor)?;
        let two = Two { school: &pair.school, newcomer, mentor: &mentor.person };
        if ended && other.id != pair.id && may(page.actor(), &Action::SeePair(two)).is_ok() {
            earlier.extend(last.map(|last| (mentor.name.brief(), last)));
        }
    }
    Ok(earlier)
}

/// One of the two, beside the page.
struct Card {
    initials: String,
    name: String,
    facts: String,
    /// The page of the person in the programme, for those who may open it.
    href: String,
    /// E-mail and phone, once the two have agreed; to each other alone (feat:M3).
    email: Option<String>,
    phone: Option<String>,
}

/// The consent that the reader gives, takes back or withholds.
struct OwnConsent {
    action: String,
    given: bool,
}

/// A consent on paper: the key of its name, its addresses with the keys of their languages.
struct ConsentPaper {
    key: String,
    papers: [(String, &'static str); 2],
}

/// The plan of the first meeting as the reader may see it.
struct Planned {
    on: Day,
    /// Time and place: for the two alone.
    details: Option<(String, String)>,
}

/// What the board says.
struct Board {
    title: String,
    text: String,
    act: Option<(&'static str, &'static str)>,
}

#[derive(askama::Template)]
#[template(path = "pairs/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    board: Board,
    origin: Standing,
    standing: Standing,
    /// Why somebody was appointed; both read it.
    reason: Option<String>,
    /// Who appointed, and in which role; both read it.
    decider: Option<String>,
    provisional: bool,
    /// The name of the other one, for one of the two.
    partner: Option<String>,
    consent: Option<OwnConsent>,
    term: Day,
    way: Vec<Signature>,
    planned: Option<Planned>,
    /// Where the form of the first meeting goes; missing where the reader plans nothing.
    plan: Option<String>,
    first_meeting_due: Option<Day>,
    fields: Fields,
    cards: Vec<Card>,
    /// Contact data comes later: says when.
    contacts_later: bool,
    order: Option<(String, String, String, Day)>,
    /// The consents that were given, on paper.
    consents: Vec<ConsentPaper>,
    /// The way to the work plan.
    work_plan: Option<String>,
    /// The way to the newcomer's adaptation checklist; not for the head.
    adaptation: Option<String>,
    /// The way to the goals of the newcomer's development plan.
    goals: Option<String>,
    /// Until when the two work together, and why.
    end: Option<OnPair>,
    /// Reports about the pair that the reader may open: the way to each and its name.
    reports: Vec<(String, String)>,
    /// Where the pair's documents are taken out; for the coordinator, once there is an order.
    archive: Option<String>,
    /// Observed lessons of the newcomer: how far they have come, where they stand, and where one is begun.
    observed: Option<Observed>,
    /// Where the plan is made, and until when; for one of the two, while there is none.
    make_plan: Option<(String, Day)>,
    coordinators: String,
    earlier: Vec<(String, Day)>,
    /// Where the two meet and log a talk, once the pair works.
    meetings: Option<(String, String)>,
    /// Where one of the two asks for a change; the same link whether somebody has asked or not.
    handover: Option<String>,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, None).await
}

/// The page; with the typed fields where a plan was not taken.
pub(super) async fn draw(page: &Page, id: &PairId, typed: Option<Fields>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (loaded, reader) = Loaded::load(page, &mut tx, id).await?;
    let next = loaded.next();
    let plans = matches!(reader, Reader::One(_))
        && matches!(loaded.pair.state, State::Published | State::Assigned(_));
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.unwrap_or_else(|| beginning(page, loaded.meeting.as_ref()));
    let (cards, contacts_later) = cards(page, &loaded, reader);
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            board: board(page, &loaded, reader, &next),
            origin: origin(&loaded.pair),
            standing: Standing::of(&loaded.pair, &next),
            reason: match &loaded.pair.origin {
                Origin::Appointed { reason } => Some(reason.clone()),
                _ => None,
            },
            decider: loaded.decider.clone(),
            provisional: loaded.pair.origin == Origin::Provisional,
            partner: match reader {
                Reader::One(side) => Some(loaded.person(side.other()).name.polite()),
                Reader::Leader => None,
            },
            consent: consent(&loaded, reader),
            term: loaded.programme.phases.work_until,
            way: way::steps(page, &loaded, reader, &next),
            planned: planned(&loaded, reader),
            plan: plans.then(|| MeetingPath { id: id.clone() }.to_string()),
            first_meeting_due: loaded
                .pair
                .first_meeting_due(&loaded.programme.settings)
                .filter(|_| !loaded.begun),
            fields,
            cards,
            contacts_later,
            order: order(&loaded),
            consents: consent_papers(&loaded),
            work_plan: loaded.plan.as_ref().map(|id| PlanPath { id: id.clone() }.to_string()),
            make_plan: make_plan(&loaded, reader),
            reports: loaded.reports.clone(),
            archive: (loaded.order.is_some()
                && may(page.actor(), &Action::ExportReports(&loaded.pair.school)).is_ok())
            .then(|| BundlePath { pair: loaded.pair.id.clone() }.to_string()),
            adaptation: adaptation(page, &loaded),
            goals: goals(page, &loaded, reader),
            observed: observed(&loaded, reader),
            coordinators: loaded.coordinators.join(", "),
            meetings: meetings_of(&loaded, reader),
            handover: handover(&loaded, reader),
            earlier: loaded.earlier,
            end: loaded.end,
        },
    )
}

/// Where the pair's order is read, with its kind, number and day.
fn order(loaded: &Loaded) -> Option<(String, String, String, Day)> {
    let (order, signature) = loaded.order.as_ref()?;
    let href = OrderPath { id: order.id.clone() }.to_string();
    Some((href, format!("orders-kind-{}", order.kind.word()), signature.number.clone(), signature.on))
}

/// Who appointed a pair, and in which role, in words for its two; nothing for a pair that two people chose.
pub(crate) async fn decider(page: &Page, tx: &mut Tx, pair: &Pair) -> Result<Option<String>, PageError> {
    let decider = appointed_by(tx, pair, page.local(pair.since).date()).await?;
    Ok(decider.map(|decider| {
        let key = format!("pairs-appointed-by-{}", decider.role.word());
        Said::new(key).with("name", decider.person.name.polite()).words(page.lang())
    }))
}

fn beginning(page: &Page, meeting: Option<&FirstMeeting>) -> Fields {
    let values = meeting.map(|meeting| {
        [
            ("on", meeting.on.to_string()),
            ("at", i18n::time(meeting.at)),
            ("place", meeting.place.clone()),
            ("seen", meeting.version.to_string()),
        ]
    });
    Fields::beginning(page.lang(), values.as_ref().map_or(&[], |values| &values[..]))
}

fn consent(loaded: &Loaded, reader: Reader) -> Option<OwnConsent> {
    let Reader::One(side) = reader else { return None };
    may_change(&loaded.pair).ok()?;
    Some(OwnConsent {
        action: ConsentPath { pair: loaded.pair.id.clone() }.to_string(),
        given: loaded.has_consented(side),
    })
}

fn consent_papers(loaded: &Loaded) -> Vec<ConsentPaper> {
    let paper = |consent: &Consent| {
        let side = consent.side.word();
        let at = |lang: &str| {
            let (pair, side) = (consent.pair.clone(), side.to_owned());
            ConsentPaperPath { pair, side, lang: lang.to_owned() }.to_string()
        };
        ConsentPaper {
            key: format!("orders-consent-paper-{side}"),
            papers: [(at("kk"), "orders-paper-kk"), (at("ru"), "orders-paper-ru")],
        }
    };
    loaded.consents.iter().filter(|_| on_paper(&loaded.pair)).map(paper).collect()
}

/// A change is asked for where there is an order; before it each steps back by themselves.
fn handover(loaded: &Loaded, reader: Reader) -> Option<String> {
    let assigned = matches!(loaded.pair.state, State::Assigned(_));
    let asks = reader != Reader::Leader && assigned && loaded.pair.origin != Origin::Provisional;
    asks.then(|| HandoverPath { id: loaded.pair.id.clone() }.to_string())
}

/// The list of meetings and the log, for the two of a pair that works.
fn meetings_of(loaded: &Loaded, reader: Reader) -> Option<(String, String)> {
    let works = domain::meetings::open(&loaded.pair).is_ok() && reader != Reader::Leader;
    works.then(|| (ListPath.to_string(), LogPath::with(&loaded.pair.id)))
}

/// The way to the checklist, while the two work together.
fn adaptation(page: &Page, loaded: &Loaded) -> Option<String> {
    let (newcomer, mentor) = (&loaded.newcomer.id, &loaded.mentor.id);
    let two = Two { school: &loaded.pair.school, newcomer, mentor };
    let assigned = matches!(loaded.pair.state, State::Assigned(_));
    let shown = assigned && may(page.actor(), &Action::SeeMilestones(two)).is_ok();
    shown.then(|| AdaptationPath { newcomer: loaded.pair.newcomer.clone() }.to_string())
}

/// The way to the goals of the newcomer, for the two while they work together.
fn goals(page: &Page, loaded: &Loaded, reader: Reader) -> Option<String> {
    let now = match &loaded.pair.state {
        State::Assigned(assigned) => assigned.period.holds(page.today()),
        State::Agreed | State::Published | State::Ended { .. } => false,
    };
    let shown = now && matches!(reader, Reader::One(_));
    shown.then(|| GoalsPath { newcomer: loaded.pair.newcomer.clone() }.to_string())
}

/// The reports about a pair that the reader may open.
async fn reports_of(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    pair: &Pair,
) -> Result<Vec<(String, String)>, PageError> {
    let readable = actions::reports::readable(tx, &page.context(), programme).await?;
    let of_pair = readable.into_iter().map(|opened| opened.report);
    let of_pair = of_pair.filter(|report| report.pair.as_ref() == Some(&pair.id));
    let link = |report: Report| {
        let kind = page.text(&kind_key(report.kind, report.term));
        (ReportPath { id: report.id }.to_string(), kind)
    };
    Ok(of_pair.map(link).collect())
}

/// Observed lessons on the pair's page.
struct Observed {
    progress: Option<(Progress, String)>,
    list: String,
    /// For one of the two.
    begin: Option<String>,
}

/// Observed lessons, while the two work together; those who lead see that they took place.
fn observed(loaded: &Loaded, reader: Reader) -> Option<Observed> {
    matches!(loaded.pair.state, State::Assigned(_)).then(|| {
        let begin = match reader {
            Reader::One(Side::Newcomer) => Some(ObservePath::with(Way::Invite, Some(&loaded.mentor.id))),
            Reader::One(Side::Mentor) => Some(ObservePath::with(Way::Watch, Some(&loaded.newcomer.id))),
            Reader::Leader => None,
        };
        let list = if begin.is_some() { ObservationsPath.to_string() } else { SchoolPath.to_string() };
        Observed { progress: loaded.observed.clone(), list, begin }
    })
}

/// Where one of the two makes the work plan, and the last day for it.
fn make_plan(loaded: &Loaded, reader: Reader) -> Option<(String, Day)> {
    let due = due_on(&loaded.pair).filter(|_| loaded.plan.is_none() && reader != Reader::Leader)?;
    Some((MakePlanPath { pair: loaded.pair.id.clone() }.to_string(), due))
}

fn planned(loaded: &Loaded, reader: Reader) -> Option<Planned> {
    let meeting = loaded.meeting.as_ref()?;
    let details = matches!(reader, Reader::One(_)).then(|| (i18n::time(meeting.at), meeting.place.clone()));
    Some(Planned { on: meeting.on, details })
}

/// To one of the two the other, to the leaders both; and whether contact data comes later.
fn cards(page: &Page, loaded: &Loaded, reader: Reader) -> (Vec<Card>, bool) {
    let shared = loaded.pair.shares_contact_data(both_given(&loaded.consents));
    let ended = matches!(loaded.pair.state, State::Ended { .. });
    match reader {
        Reader::One(side) => (vec![card(page, loaded, side.other(), shared)], !shared && !ended),
        Reader::Leader => (Side::BOTH.map(|side| card(page, loaded, side, false)).into(), false),
    }
}

fn card(page: &Page, loaded: &Loaded, side: Side, with_contact_data: bool) -> Card {
    let person = loaded.person(side);
    let coordinates = may(page.actor(), &Action::ManageProgramme(&loaded.pair.school)).is_ok();
    let mut facts: Vec<String> = person.subject.iter().cloned().collect();
    if side == Side::Mentor && person.category != Category::None {
        facts.push(page.text(&format!("rosters-category-{}", person.category.word())));
    }
    Card {
        initials: person.name.initials(),
        name: person.name.full(),
        facts: facts.join(", "),
        href: match side {
            Side::Mentor => mentors::ShowPath { id: loaded.pair.mentor.clone() }.to_string(),
            Side::Newcomer if coordinates => {
                newcomers::ShowPath { id: loaded.pair.newcomer.clone() }.to_string()
            }
            Side::Newcomer => String::new(),
        },
        email: person.email.clone().filter(|_| with_contact_data),
        phone: person.phone.clone().filter(|_| with_contact_data),
    }
}

fn board(page: &Page, loaded: &Loaded, reader: Reader, next: &Next) -> Board {
    match reader {
        Reader::One(side) => own_board(page, loaded, side, next),
        Reader::Leader => {
            let said = Said::new(format!("pairs-leader-{}", next.word()))
                .with("newcomer", loaded.newcomer.name.brief())
                .with("mentor", loaded.mentor.name.brief());
            Board { title: said.words(page.lang()), text: page.text("pairs-leader-text"), act: None }
        }
    }
}

fn own_board(page: &Page, loaded: &Loaded, side: Side, next: &Next) -> Board {
    let phases = &loaded.programme.phases;
    let due = loaded.pair.first_meeting_due(&loaded.programme.settings);
    let (key, day, act) = match next {
        Next::Publishing => ("publishing", phases.decision_until, None),
        Next::Consents(missing) if missing.contains(&side) => {
            ("consent-yours", phases.orders_until, Some(("#consent", "pairs-act-consent")))
        }
        Next::Consents(_) => ("consent-theirs", phases.orders_until, None),
        Next::Order if loaded.pair.origin == Origin::Provisional => ("order-law", phases.orders_until, None),
        Next::Order => ("order", phases.orders_until, None),
        Next::Meeting => ("meeting", due.unwrap_or(phases.work_until), Some(("#meeting", "pairs-act-plan"))),
        Next::Work if ahead(page, loaded).is_some() => ("soon", phases.work_until, None),
        Next::Work => ("work", phases.work_until, None),
        Next::Over if loaded.end.as_ref().is_some_and(|end| end.closed) => {
            ("closed", phases.work_until, Some(("#end", "pairs-act-closed")))
        }
        Next::Over => ("over", phases.work_until, None),
    };
    let said = |key: String| {
        let said = Said::new(key).with("name", loaded.person(side.other()).name.polite()).day(day);
        let said = match ahead(page, loaded) {
            Some(meeting) => said
                .with("on", i18n::day_with_weekday(page.lang(), meeting.on))
                .with("time", i18n::time(meeting.at))
                .with("place", &meeting.place),
            None => said,
        };
        said.words(page.lang())
    };
    Board { title: said(format!("pairs-board-{key}")), text: said(format!("pairs-board-{key}-text")), act }
}

/// The first meeting, where it has not passed.
fn ahead<'a>(page: &Page, loaded: &'a Loaded) -> Option<&'a FirstMeeting> {
    loaded.meeting.as_ref().filter(|meeting| meeting.on >= page.today())
}

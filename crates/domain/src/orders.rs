//! Orders of the head that assign mentors (doc:A1; Law 293-VI Art. 13, Order 160) and end their work early (doc:A15).
//! Diagram: `docs/states/orders.md`.

mod ends;

pub use ends::{End, Ground, awaits_end, ordered_end};

use crate::calendar::{Period, WorkCalendar};
use crate::pairs::{Origin, Pair, State as PairState};
use crate::people::{Category, Person};
use crate::programmes::Programme;
use crate::terms::{Words, mean_the_same};
use crate::{Day, EditionId, Instant, OrderId, PairId, PersonId, ProgrammeId, SchoolId};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// Which of the two steps of the law and the essay an order is (rules §1, fact 1), or that it ends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Within five working days of hiring, until the choice is made.
    Provisional,
    /// After the choice: the provisional mentor stays, or there was none.
    Confirming,
    /// Another mentor than the one whom the last order assigned: the provisional one, or one who has left.
    Replacing,
    /// The mentoring of pairs ends before the term of the order that assigned them.
    Ending,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Provisional, Self::Confirming, Self::Replacing, Self::Ending];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::Confirming => "confirming",
            Self::Replacing => "replacing",
            Self::Ending => "ending",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// How an order stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Prepared by the coordinator; the head has not signed.
    Draft,
    /// Signed: number, date, who and when.
    Signed(Signature),
    /// Thrown away before signing.
    Discarded {
        /// When.
        at: Instant,
    },
}

impl State {
    /// The words of all states, as stored and as drawn in the diagram.
    pub const WORDS: [&'static str; 3] = ["draft", "signed", "discarded"];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => Self::WORDS[0],
            Self::Signed(_) => Self::WORDS[1],
            Self::Discarded { .. } => Self::WORDS[2],
        }
    }
}

/// What signing adds. The signature itself is the head's, on paper or by ЭЦП (rules §11); the system keeps
/// that it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Number in the school's register of orders.
    pub number: String,
    /// Date of the order.
    pub on: Day,
    /// When it was entered.
    pub at: Instant,
    /// Who entered it.
    pub by: PersonId,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Which step it is.
    pub kind: Kind,
    /// The order that it ends, for confirming and replacing ones; in part, for ending ones.
    pub former: Option<OrderId>,
    /// The council's minutes, where a council considered the candidates.
    pub minutes: Option<Minutes>,
    /// Code by which anybody can check that the paper is real.
    pub code: String,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Number and date of another paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Its number.
    pub number: String,
    /// Its date.
    pub on: Day,
}

/// A collegial body that may consider candidates (doc:A1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Council {
    /// Әдістемелік кеңес.
    #[default]
    Methodological,
    /// Педагогикалық кеңес.
    Pedagogical,
}

impl Council {
    /// All councils, the usual one first.
    pub const ALL: [Self; 2] = [Self::Methodological, Self::Pedagogical];

    /// The word in a form; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Methodological => "methodological",
            Self::Pedagogical => "pedagogical",
        }
    }

    /// The council of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|council| council.word() == word)
    }
}

/// Minutes of a council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// Which council; minutes noted before there was a choice are of the methodological one.
    #[serde(default)]
    pub council: Council,
    /// Their number and date.
    #[serde(flatten)]
    pub reference: Reference,
}

impl Minutes {
    /// The words by which the log keeps what was noted; the number comes last, since it may hold spaces.
    pub fn noted(&self) -> String {
        format!("{} {} {}", self.council.word(), self.reference.on, self.reference.number)
    }

    /// Reads them; nothing of a line from before the log kept them.
    pub fn from_noted(words: &str) -> Option<Self> {
        let mut parts = words.splitn(3, ' ');
        let council = Council::from_word(parts.next()?)?;
        let on = parts.next()?.parse().ok()?;
        let number = parts.next()?.to_owned();
        Some(Self { council, reference: Reference { number, on } })
    }
}

/// Somebody named in an order, as they were on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The person.
    pub person: PersonId,
    /// Full name.
    pub name: String,
    /// Post.
    pub post: Words,
    /// Subject, if the school's list has one.
    pub subject: Option<Words>,
    /// Qualification category.
    pub category: Category,
}

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The pair.
    pub pair: PairId,
    /// The newcomer.
    pub newcomer: Party,
    /// First day of work of the newcomer.
    pub hired_on: Day,
    /// The mentor.
    pub mentor: Party,
    /// True where both chose, false where somebody appointed.
    pub chosen: bool,
    /// How it ends; for ending orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
}

/// Everything that an order says besides number and date; kept as it was when the order was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The pairs.
    pub lines: Vec<Line>,
    /// Last day of the term.
    pub until: Day,
    /// Who signs.
    pub head: Party,
    /// Who controls that it is carried out.
    pub controlling: Party,
    /// Who reckons the supplement, where the school's list has such a post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accountant: Option<Party>,
    /// Supplement in percent of the basic salary.
    pub pay_percent: u16,
    /// The order that it ends.
    pub former: Option<Reference>,
    /// The edition whose body its paper has; without one it has that of the program (feat:F1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<EditionId>,
}

impl Sheet {
    /// Who signs that they have read the order: the pairs, who controls it and who reckons the supplement; each once.
    pub fn readers(&self) -> Vec<&Party> {
        let pairs = self.lines.iter().flat_map(|line| [&line.mentor, &line.newcomer]);
        let mut readers: Vec<&Party> = Vec::new();
        for party in pairs.chain([&self.controlling]).chain(&self.accountant) {
            let is_there = readers.iter().any(|reader| reader.person == party.person);
            if !is_there && party.person != self.head.person {
                readers.push(party);
            }
        }
        readers
    }

    /// True where the person is named in the order.
    pub fn names(&self, person: &PersonId) -> bool {
        self.lines.iter().any(|line| line.newcomer.person == *person || line.mentor.person == *person)
    }
}

/// Who reckons supplements at a school: its chief accountant, else its first accountant in the order given.
pub fn accountant(people: &[Person]) -> Option<&Person> {
    let with_post = |post: &str| {
        people.iter().find(|person| person.position.as_deref().is_some_and(|held| mean_the_same(held, post)))
    };
    with_post("главный бухгалтер").or_else(|| with_post("бухгалтер"))
}

/// Why a step of an order is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderRefused {
    /// Signed or thrown away already.
    NotDraft,
    /// The number is empty or longer than forty characters.
    BadNumber,
    /// Another signed order of the programme has the number.
    NumberTaken,
    /// The date is after today, before the programme or the first day of work, or not after the first day of the
    /// order that it ends (see [`may_begin`]); for an ending one before the first day of a pair.
    BadDate,
    /// A consent was taken back, a pair ended, its last day changed or another order came since the draft was made.
    PairChanged,
    /// The term overlaps another order of the same newcomer (neg:N5).
    Overlaps,
    /// No pair waits for an order.
    NothingToOrder,
    /// The order says something else than what was read.
    Changed,
    /// The password or code is not the person's.
    Wrong,
    /// The person has no password yet.
    NoPassword,
}

impl Order {
    /// How it was signed; nothing of a draft, and of one that was discarded.
    pub const fn signature(&self) -> Option<&Signature> {
        match &self.state {
            State::Signed(signature) => Some(signature),
            State::Draft | State::Discarded { .. } => None,
        }
    }

    /// Draft -> Signed
    pub fn sign(self, signature: Signature, first_day: Day, today: Day) -> Result<Self, OrderRefused> {
        if self.state != State::Draft {
            return Err(OrderRefused::NotDraft);
        }
        if signature.number.trim().is_empty() || signature.number.chars().count() > 40 {
            return Err(OrderRefused::BadNumber);
        }
        if signature.on > today || signature.on < first_day {
            return Err(OrderRefused::BadDate);
        }
        Ok(Self { state: State::Signed(signature), ..self })
    }

    /// Draft -> Discarded
    pub fn discard(self, now: Instant) -> Result<Self, OrderRefused> {
        match self.state {
            State::Draft => Ok(Self { state: State::Discarded { at: now }, ..self }),
            _ => Err(OrderRefused::NotDraft),
        }
    }
}

/// The term that an order of a day gives: until the last day of work, both included.
pub fn term(on: Day, last_day: Day) -> Period {
    Period { from: on, until: Some(last_day.saturating_add(1.day())) }
}

/// May an order of this day assign somebody to this newcomer? Not before the newcomer worked here: the law counts
/// from hiring, and on the very day of hiring an order may be written. Not on or before the first day of the
/// order that it ends: a signed order that gave a period says so for ever, and a period of no day would be
/// another paper than the one that was signed (neg:N5). Two orders of one day on one newcomer contradict each
/// other; where the first one is not needed any more, its draft is thrown away.
pub fn may_begin(on: Day, hired_on: Day, former: Option<&Period>) -> Result<(), OrderRefused> {
    match former {
        _ if on < hired_on => Err(OrderRefused::BadDate),
        Some(former) if on <= former.from => Err(OrderRefused::BadDate),
        _ => Ok(()),
    }
}

/// What decides until when the order of one pair is to be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// The newcomer's first day of work.
    pub hired_on: Day,
    /// Since when the two belong together.
    pub since: Day,
    /// The last day of the pair, of an order that ends it.
    pub last_day: Option<Day>,
}

/// The last day for an order on a pair: so many working days from hiring where the law names a provisional mentor (setting
/// `pair.days_to_order`); the end of the programme's weeks of orders where the choice is confirmed, and as many working days
/// as the law gives where the pair came later; the pair's last day where it ends.
pub fn due_on(kind: Kind, waits: Waits, programme: &Programme, calendar: &WorkCalendar) -> Day {
    let days = programme.settings.days_to_order;
    match kind {
        Kind::Provisional => calendar.after(waits.hired_on, days),
        Kind::Confirming | Kind::Replacing => {
            programme.phases.orders_until.max(calendar.after(waits.since, days))
        }
        Kind::Ending => waits.last_day.unwrap_or(programme.phases.work_until),
    }
}

/// The pair that the last order on the same newcomer assigned, running or ended: the former one beside this pair.
pub fn former<'a>(pairs: &'a [Pair], pair: &Pair) -> Option<&'a Pair> {
    let others = pairs.iter().filter(|other| other.newcomer == pair.newcomer && other.id != pair.id);
    let begun = |other: &&Pair| other.assignment().map(|assignment| assignment.period.from);
    others.filter(|other| begun(other).is_some()).max_by_key(begun)
}

/// Which order a pair waits for, beside the newcomer's [`former`] pair: none where it does not wait.
pub fn awaited(pair: &Pair, former: Option<&Pair>, both_consented: bool) -> Option<Kind> {
    match (&pair.origin, &pair.state) {
        (Origin::Provisional, PairState::Published) => Some(Kind::Provisional),
        (Origin::Provisional, _) => None,
        (_, PairState::Published) if both_consented => Some(match former {
            Some(former) if former.mentor != pair.mentor => Kind::Replacing,
            _ => Kind::Confirming,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn draft() -> Order {
        Order {
            id: "order".into(),
            school: "school".into(),
            programme: "programme".into(),
            kind: Kind::Confirming,
            former: None,
            minutes: None,
            code: "7F3K-92QD".into(),
            state: State::Draft,
            version: 0,
        }
    }

    fn signature(number: &str, on: Day) -> Signature {
        Signature { number: number.into(), on, at: Instant::UNIX_EPOCH, by: "serik".into() }
    }

    #[test]
    fn what_was_noted_of_minutes_is_read_again() {
        let reference = Reference { number: "3 а".into(), on: date(2026, 10, 30) };
        let minutes = Minutes { council: Council::Pedagogical, reference };
        assert_eq!(Minutes::from_noted(&minutes.noted()), Some(minutes));
        for broken in ["", "pedagogical", "pedagogical 2026-10-30", "nobody 2026-10-30 3"] {
            assert_eq!(Minutes::from_noted(broken), None, "{broken}");
        }
    }

    const FIRST: Day = date(2026, 8, 15);
    const TODAY: Day = date(2026, 11, 2);

    #[test]
    fn an_order_is_due_by_the_law_by_the_programme_or_by_the_pairs_last_day() {
        let programme = Programme::usual("programme".into(), "school".into(), 2026);
        let calendar = WorkCalendar::default();
        let (hired_on, since) = (date(2026, 8, 25), date(2026, 10, 30));
        let waits = Waits { hired_on, since, last_day: None };
        let due = |kind, waits| due_on(kind, waits, &programme, &calendar);
        assert_eq!(due(Kind::Provisional, waits), date(2026, 9, 1));
        assert_eq!(due(Kind::Confirming, waits), programme.phases.orders_until);
        let later = Waits { since: date(2027, 1, 15), ..waits };
        assert_eq!(due(Kind::Replacing, later), date(2027, 1, 22), "the pair came after the weeks of orders");
        let ending = Waits { last_day: Some(date(2027, 3, 19)), ..waits };
        assert_eq!(due(Kind::Ending, ending), date(2027, 3, 19));
        assert_eq!(due(Kind::Ending, waits), programme.phases.work_until, "its last day was taken back");
    }

    fn pair(origin: Origin, mentor: &str, state: PairState) -> Pair {
        Pair {
            id: "pair".into(),
            school: "school".into(),
            programme: "programme".into(),
            newcomer: "dana".into(),
            mentor: mentor.into(),
            place: None,
            origin,
            state,
            since: Instant::UNIX_EPOCH,
            version: 0,
        }
    }

    fn party(person: &str) -> Party {
        let post = crate::terms::both("учитель");
        Party {
            person: person.into(),
            name: person.to_owned(),
            post,
            subject: None,
            category: Category::None,
        }
    }

    #[test]
    fn whoever_an_order_asks_something_of_reads_it_once() {
        let line = |newcomer: &str, mentor: &str| Line {
            pair: newcomer.into(),
            newcomer: party(newcomer),
            hired_on: FIRST,
            mentor: party(mentor),
            chosen: true,
            end: None,
        };
        let sheet = Sheet {
            lines: vec![line("dana", "aigul"), line("timur", "aigul")],
            until: TODAY,
            head: party("serik"),
            controlling: party("gulnafisa"),
            accountant: Some(party("lena")),
            pay_percent: 100,
            former: None,
            edition: None,
        };
        let kept = serde_json::to_string(&sheet).unwrap();
        assert!(
            !kept.contains("edition"),
            "an order of the program's own form has the hash that it had before"
        );
        let readers: Vec<&str> = sheet.readers().iter().map(|party| party.name.as_str()).collect();
        assert_eq!(readers, ["aigul", "dana", "timur", "gulnafisa", "lena"]);
        let controls_himself = Sheet { controlling: party("serik"), accountant: None, ..sheet };
        let readers: Vec<&str> = controls_himself.readers().iter().map(|party| party.name.as_str()).collect();
        assert_eq!(readers, ["aigul", "dana", "timur"], "the head signs the order itself");
    }

    #[test]
    fn minutes_noted_before_there_was_a_choice_are_of_the_methodological_council() {
        let kept: Minutes = serde_json::from_str(r#"{"number":"2","on":"2026-10-30"}"#).unwrap();
        assert_eq!(kept.council, Council::Methodological);
        let pedagogical = Minutes { council: Council::Pedagogical, ..kept };
        let again: Minutes = serde_json::from_str(&serde_json::to_string(&pedagogical).unwrap()).unwrap();
        assert_eq!(again, pedagogical);
    }

    #[test]
    fn an_order_is_signed_once_with_a_number_and_a_date_that_has_come() {
        let signed = draft().sign(signature("118-к", TODAY), FIRST, TODAY).unwrap();
        assert_eq!(signed.clone().discard(Instant::UNIX_EPOCH), Err(OrderRefused::NotDraft));
        let again = signed.sign(signature("119-к", TODAY), FIRST, TODAY);
        assert_eq!(again, Err(OrderRefused::NotDraft));
        let nameless = draft().sign(signature("  ", TODAY), FIRST, TODAY);
        assert_eq!(nameless, Err(OrderRefused::BadNumber));
        let tomorrow = draft().sign(signature("118-к", date(2026, 11, 3)), FIRST, TODAY);
        assert_eq!(tomorrow, Err(OrderRefused::BadDate));
        let before = draft().sign(signature("118-к", date(2026, 8, 1)), FIRST, TODAY);
        assert_eq!(before, Err(OrderRefused::BadDate));
    }

    #[test]
    fn the_term_holds_its_last_day() {
        let term = term(TODAY, date(2027, 5, 25));
        assert!(term.holds(date(2027, 5, 25)) && !term.holds(date(2027, 5, 26)));
    }

    #[test]
    fn a_chosen_pair_waits_for_an_order_only_with_both_consents() {
        let chosen = pair(Origin::Ranked, "aigul", PairState::Published);
        assert_eq!(awaited(&chosen, None, false), None);
        assert_eq!(awaited(&chosen, None, true), Some(Kind::Confirming));
        let agreed = pair(Origin::Ranked, "aigul", PairState::Agreed);
        assert_eq!(awaited(&agreed, None, true), None);
    }

    #[test]
    fn another_mentor_than_the_provisional_one_replaces() {
        let period = Period { from: date(2026, 9, 1), until: None };
        let assigned = |mentor| {
            let published = pair(Origin::Provisional, mentor, PairState::Published);
            published.assign("order-1".into(), period, &[]).unwrap()
        };
        let chosen = pair(Origin::Ranked, "aigul", PairState::Published);
        assert_eq!(awaited(&chosen, Some(&assigned("irina")), true), Some(Kind::Replacing));
        assert_eq!(awaited(&chosen, Some(&assigned("aigul")), true), Some(Kind::Confirming));
    }

    #[test]
    fn after_a_mentor_has_left_the_last_order_is_the_former_one() {
        let assigned = |id: &str, mentor, order: &str, from| {
            let published = Pair { id: id.into(), ..pair(Origin::Ranked, mentor, PairState::Published) };
            published.assign(order.into(), Period { from, until: None }, &[]).unwrap()
        };
        let first = assigned("first", "irina", "order-1", date(2026, 9, 1));
        let second = assigned("second", "bekzhan", "order-2", date(2026, 11, 3));
        let ended = second.end(date(2026, 12, 1), Instant::UNIX_EPOCH).unwrap();
        let new = pair(Origin::Appointed { reason: String::new() }, "aigul", PairState::Published);
        let elsewhere =
            Pair { newcomer: "zere".into(), ..assigned("else", "olga", "order-3", date(2027, 1, 9)) };
        let pairs = [ended, first, elsewhere, new.clone()];
        let former = former(&pairs, &new).unwrap();
        assert_eq!(former.id, "second".into());
        assert_eq!(awaited(&new, Some(former), true), Some(Kind::Replacing));
    }

    #[test]
    fn n05_no_order_begins_before_the_work_or_takes_every_day_from_the_one_it_ends() {
        let hired = date(2026, 8, 25);
        let provisional = Period { from: date(2026, 9, 1), until: Some(date(2027, 5, 26)) };
        assert_eq!(may_begin(date(2026, 8, 24), hired, None), Err(OrderRefused::BadDate));
        assert_eq!(may_begin(hired, hired, None), Ok(()));
        for day in [date(2026, 8, 31), date(2026, 9, 1)] {
            assert_eq!(may_begin(day, hired, Some(&provisional)), Err(OrderRefused::BadDate), "{day}");
        }
        assert_eq!(may_begin(date(2026, 9, 2), hired, Some(&provisional)), Ok(()));
    }

    #[test]
    fn the_law_asks_no_consent_for_the_provisional_mentor() {
        let provisional = pair(Origin::Provisional, "irina", PairState::Published);
        assert_eq!(awaited(&provisional, None, false), Some(Kind::Provisional));
    }

    #[test]
    fn the_diagram_shows_every_arrow_and_no_other() {
        let drawn = crate::diagrams::arrows(include_str!("../../../docs/states/orders.md"));
        assert_eq!(drawn, [("draft", "signed"), ("draft", "discarded")].into());
    }
}

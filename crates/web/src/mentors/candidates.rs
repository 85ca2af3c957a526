//! What the coordinator has to do about candidates: applications first, then nominees who have not answered,
//! mentors with their places, and whoever does not take part now; and whom else one could ask.

use super::hall::Hall;
use super::lines::Lines;
use super::list::{Board, places};
use super::{ShowPath, cards, chip, lines, refusal};
use crate::forms::Fields;
use crate::{Page, PageError};
use domain::Day;
use domain::mentors::{Mentor, State, may_come_forward};
use domain::people::{Name, Person};
use i18n::Arg;
use store::Tx;

/// Most people that a search shows at once.
const MOST_FOUND: usize = 12;

/// A candidate in a list.
pub(super) struct Row {
    pub(super) href: String,
    pub(super) name: Name,
    pub(super) facts: String,
    pub(super) since: Day,
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    /// Key of the word in the chip.
    pub(super) word: String,
    pub(super) taken: u8,
    pub(super) places: u8,
    /// The same in words.
    pub(super) load: String,
}

/// Somebody of the staff who was found.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) name: Name,
    pub(super) facts: String,
    pub(super) lines: Lines,
    /// The candidature that stands already: its page and the key of its state.
    pub(super) standing: Option<(String, String)>,
    /// Why the person cannot be nominated; empty where they can.
    pub(super) refused: String,
}

/// Everything the coordinator sees of candidates.
pub(super) struct Candidates {
    pub(super) to_decide: Vec<Row>,
    pub(super) nominated: Vec<Row>,
    pub(super) approved: Vec<Row>,
    pub(super) over: Vec<Row>,
    /// What was searched for.
    pub(super) search: String,
    /// A search was made, even an empty one: then everybody is found.
    pub(super) searched: bool,
    pub(super) found: Vec<Found>,
    /// How many more there are than are shown.
    pub(super) more: usize,
}

impl Candidates {
    pub(super) async fn load(
        page: &Page,
        tx: &mut Tx,
        hall: &Hall,
        search: &Fields,
    ) -> Result<Self, PageError> {
        let mut all = Self {
            to_decide: vec![],
            nominated: vec![],
            approved: vec![],
            over: vec![],
            search: search.value("find").trim().to_owned(),
            searched: search.has("find"),
            found: vec![],
            more: 0,
        };
        for mentor in &hall.mentors {
            let one = row(page, tx, hall, mentor).await?;
            match mentor.state {
                State::Applied => all.to_decide.push(one),
                State::Nominated => all.nominated.push(one),
                State::Approved => all.approved.push(one),
                State::Rejected | State::SteppedBack => all.over.push(one),
            }
        }
        for waiting in [&mut all.to_decide, &mut all.nominated] {
            waiting.sort_by_key(|row| row.since);
        }
        for named in [&mut all.approved, &mut all.over] {
            by_name(page, named);
        }
        if all.searched {
            all.find(page, hall);
        }
        Ok(all)
    }

    fn find(&mut self, page: &Page, hall: &Hall) {
        let staff = hall.staff(page).filter(|person| person.name.is_found_by(&self.search));
        let mut people: Vec<(String, &Person)> = staff.map(|person| (person.name.brief(), person)).collect();
        i18n::sort_by_name(page.lang(), &mut people, |(name, _)| name);
        self.more = people.len().saturating_sub(MOST_FOUND);
        self.found =
            people.into_iter().take(MOST_FOUND).map(|(_, person)| found(page, hall, person)).collect();
    }

    /// What to do now: decide, wait for an answer, or nothing.
    pub(super) fn board(&self, page: &Page, hall: &Hall) -> Board {
        let until =
            i18n::day_until(page.lang(), domain::mentors::counts_until(&hall.programme, page.today()));
        let until = ("until", Arg::from(until));
        if let Some(first) = self.to_decide.first() {
            let count = ("count", self.to_decide.len().into());
            let args = [("name", Arg::from(first.name.polite())), count, until];
            return Board::saying(page, "mentors-board-decide", &args).with(
                page,
                first.href.clone(),
                "mentors-look",
            );
        }
        if let Some(first) = self.nominated.first() {
            let args = [("name", Arg::from(first.name.polite())), until];
            return Board::saying(page, "mentors-board-answers", &args);
        }
        let free: usize =
            self.approved.iter().map(|row| usize::from(row.places.saturating_sub(row.taken))).sum();
        let args = [("count", Arg::from(self.approved.len())), ("free", free.into()), until];
        Board::saying(page, "mentors-board-quiet", &args)
    }

    /// Places of all mentors, and those that are free.
    pub(super) fn places(&self) -> usize {
        self.approved.iter().map(|row| usize::from(row.places)).sum()
    }
    pub(super) fn free(&self) -> usize {
        self.approved.iter().map(|row| usize::from(row.places.saturating_sub(row.taken))).sum()
    }
}

fn by_name(page: &Page, rows: &mut Vec<Row>) {
    let mut keyed: Vec<(String, Row)> = rows.drain(..).map(|row| (row.name.brief(), row)).collect();
    i18n::sort_by_name(page.lang(), &mut keyed, |(name, _)| name);
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

async fn row(page: &Page, tx: &mut Tx, hall: &Hall, mentor: &Mentor) -> Result<Row, PageError> {
    let person = hall.person(&mentor.person)?;
    let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?.len();
    let (look, icon, word) = match mentor.state {
        State::Applied => {
            let lines = lines::of(page, hall, person);
            (lines.look, lines.icon, lines.summary.to_owned())
        }
        state => chip(state),
    };
    Ok(Row {
        href: ShowPath { id: mentor.id.clone() }.to_string(),
        name: person.name.clone(),
        facts: cards::facts(page, person),
        since: page.local(mentor.since).date(),
        look,
        icon,
        word,
        taken: u8::try_from(taken).unwrap_or(u8::MAX),
        places: mentor.card.places,
        load: places(page, taken, mentor.card.places),
    })
}

fn found(page: &Page, hall: &Hall, person: &Person) -> Found {
    let standing = hall.mentor_of(&person.id);
    let waits_or_holds = standing.filter(|mentor| (*mentor).clone().nominate(mentor.since).is_err());
    let may = may_come_forward(&hall.candidate(person), &hall.programme, page.today());
    Found {
        id: person.id.to_string(),
        name: person.name.clone(),
        facts: cards::facts(page, person),
        lines: lines::of(page, hall, person),
        standing: waits_or_holds.map(|mentor| {
            let href = ShowPath { id: mentor.id.clone() }.to_string();
            (href, format!("mentors-state-{}", mentor.state.word()))
        }),
        refused: may.err().map(|why| refusal(page, why)).unwrap_or_default(),
    }
}

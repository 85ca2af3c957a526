//! Whom to enrol: those whom the rule finds, and anybody else of the staff.

use super::{ListPath, by_name, enrol_refusal, list};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::newcomers::Candidate;
use axum::response::Response;
use domain::PersonId;
use domain::newcomers::EnrolRefused;
use domain::people::Person;
use domain::programmes::Programme;
use i18n::Arg;
use store::Tx;

/// Somebody who may be enrolled, or why not.
pub(super) struct Offered {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) polite: String,
    /// What speaks for it, or what stands against it.
    pub(super) reason: String,
    pub(super) refused: bool,
    pub(super) ticked: bool,
}

/// Whom the page offers.
pub(super) struct Offer {
    /// Found by the rule: first work as a teacher.
    pub(super) first_time: Vec<Offered>,
    /// Found by the search.
    pub(super) found: Vec<Offered>,
    /// What was searched for.
    pub(super) search: String,
    /// Enrolling is open in this phase.
    pub(super) open: bool,
}

/// Most people that a search shows: whoever is not among them writes one letter more.
const MOST_FOUND: usize = 12;

pub(super) async fn offer(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    fields: &Fields,
) -> Result<Offer, PageError> {
    let all = actions::newcomers::candidates(tx, programme, page.today()).await?;
    let all = by_name(page.lang(), all, |one| one.person.name.brief());
    let search = fields.value("q").trim().to_owned();
    let ticked = fields.values("person");
    let closed = |one: &Candidate| matches!(one.refusal, Some(EnrolRefused::NotNow(_)));
    let open = !all.iter().any(closed);
    let (first_time, others): (Vec<Candidate>, Vec<Candidate>) =
        all.into_iter().partition(|one| one.first_time && one.refusal.is_none());
    // Whoever was ticked and refused stays in sight, also without the search.
    let wanted = |one: &Candidate| {
        let searched = !search.is_empty() && one.person.name.is_found_by(&search);
        searched || ticked.contains(&one.person.id.as_str())
    };
    let draw = |one: Candidate| person(page, one, &ticked);
    Ok(Offer {
        first_time: first_time.into_iter().map(draw).collect(),
        found: others.into_iter().filter(|one| wanted(one)).take(MOST_FOUND).map(draw).collect(),
        search,
        open,
    })
}

fn person(page: &Page, one: Candidate, ticked: &[&str]) -> Offered {
    let Candidate { person, refusal, .. } = one;
    Offered {
        name: person.name.full(),
        polite: person.name.polite(),
        reason: match refusal {
            Some(why) => page.text(enrol_refusal(why)),
            None => experience(page, &person),
        },
        refused: refusal.is_some(),
        ticked: ticked.contains(&person.id.as_str()),
        id: person.id.to_string(),
    }
}

/// The facts by which the rule found somebody, or did not: service and first day of work.
fn experience(page: &Page, person: &Person) -> String {
    let lang = page.lang();
    let day = person.hired_on.map(|day| i18n::day(lang, day)).unwrap_or_default();
    let (key, years) = match person.service_years {
        Some(0) => ("newcomers-first-time", 0),
        Some(years) => ("newcomers-has-service", years),
        None => ("newcomers-service-unknown", 0),
    };
    i18n::t(lang, key, &[("day", Arg::Words(day)), ("count", years.into())])
}

pub(super) async fn enrol(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let people: Vec<PersonId> = fields.values("person").into_iter().map(PersonId::from).collect();
    if people.is_empty() {
        fields.refuse("person", "newcomers-choose", &[]);
        return list::draw(&page, fields).await;
    }
    let programme = page.programme().await?;
    match actions::newcomers::enrol(&page.context(), &programme.id, &people).await {
        Ok(count) => Ok(page.done(&ListPath, "newcomers-done-enrolled", &[("count", count.to_string())])),
        Err(Failed::Refused(refused)) => {
            let mut tx = page.read().await?;
            let person = store::people::get(&mut tx, &refused.person).await?;
            let name = person.map(|person| person.name.brief()).unwrap_or_default();
            let why = page.text(enrol_refusal(refused.why));
            let args = [("name", Arg::Words(name)), ("why", Arg::Words(why))];
            fields.refuse("person", "newcomers-refused-of", &args);
            drop(tx);
            list::draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

//! The part of a pupil's page about help that is offered to them, its forms, and the list of the goals that stand.

use super::show::draw;
use super::{AnswerPath, ClosePath, ReasonPath, ReferPath, ReferralsPath, ShowPath, shell};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::pupils::lists;
use actions::pupils::referrals::Referring;
use actions::pupils::referrals::{answer as do_answer, close as do_close, offer as do_offer};
use axum::response::Response;
use domain::Day;
use domain::pupils::Pupil;
use domain::pupils::consents::{Consent, Part, may_start};
use domain::referrals::{
    About, Answer, Goal, MOST_GOAL, MOST_WHY, OWN, Offer, OfferRefused, Preset, Reason, Referral, State,
};

/// What the page says of help for a pupil.
pub(super) struct Help {
    /// The goal as the child is told it, where one stands.
    pub(super) goal: Option<String>,
    /// How it stands, in words.
    pub(super) text: String,
    /// Where a goal is offered.
    pub(super) offer: Option<OfferForm>,
    /// Where the child's answer is written down.
    pub(super) answer: Option<String>,
    /// A yes can be written down.
    pub(super) may_agree: bool,
    /// Where it ends.
    pub(super) close: Option<String>,
    /// The page of what is kept apart.
    pub(super) apart: Option<String>,
}

/// The form that offers a goal.
pub(super) struct OfferForm {
    pub(super) action: String,
    pub(super) goals: Vec<Choice>,
    pub(super) abouts: Vec<Choice>,
}

/// A goal in the reader's language, or as it was written.
pub(crate) fn goal_words(page: &Page, goal: &Goal) -> String {
    match goal {
        Goal::Preset(preset) => page.text(&format!("referrals-goal-{}", preset.word())),
        Goal::Own(words) => words.clone(),
    }
}

/// What a reason is about, in words.
pub(super) fn about_words(page: &Page, about: About) -> String {
    page.text(&format!("referrals-about-{}", about.word()))
}

/// What stands, and the forms for whoever refers.
pub(super) fn help(
    page: &Page,
    pupil: &Pupil,
    referring: &Referring,
    consents: &[Consent],
    fields: &Fields,
) -> Help {
    let ready = may_start(Part::Participation, consents, pupil.born_on, page.today()).is_ok();
    let counts = referring.referral.as_ref().filter(|one| one.counts_on(page.today()));
    let kept = counts.filter(|_| referring.refers);
    // Where somebody was faster, what was typed is not thrown away.
    let typed = !fields.error("goal").is_empty();
    let offers = referring.refers && referring.eligible && ready && (counts.is_none() || typed);
    Help {
        goal: referring.referral.as_ref().map(|one| goal_words(page, &one.goal)),
        text: text(page, referring, ready),
        offer: offers.then(|| offer_form(page, pupil, fields)),
        answer: kept.map(|_| AnswerPath { id: pupil.id.clone() }.to_string()),
        may_agree: ready && kept.is_some_and(|one| one.state == State::Offered),
        close: kept.map(|_| ClosePath { id: pupil.id.clone() }.to_string()),
        apart: referring.opens_apart.then(|| ReasonPath { id: pupil.id.clone() }.to_string()),
    }
}

fn text(page: &Page, referring: &Referring, ready: bool) -> String {
    if let Some(referral) = &referring.referral {
        return standing(page, referral);
    }
    page.text(match (referring.eligible, referring.refers, ready) {
        (false, _, _) => "referrals-not-eligible",
        (true, false, _) => "referrals-none-here",
        (true, true, false) => "referrals-consent",
        (true, true, true) => "referrals-may",
    })
}

/// Where a referral stands, in words.
fn standing(page: &Page, referral: &Referral) -> String {
    let said = Said::new(format!("referrals-state-{}", referral.state.word()));
    let said = match referral.state {
        State::Offered => said,
        State::Accepted(on) | State::Declined(on) | State::Closed { on, .. } => {
            said.with("day", i18n::day(page.lang(), on))
        }
    };
    said.words(page.lang())
}

fn offer_form(page: &Page, pupil: &Pupil, fields: &Fields) -> OfferForm {
    let goal = |word: &str| {
        Choice::new(word, page.text(&format!("referrals-goal-{word}"))).chosen_if(fields.value("goal"))
    };
    let about =
        |about: About| Choice::new(about.word(), about_words(page, about)).chosen_if(fields.value("reason"));
    OfferForm {
        action: ReferPath { id: pupil.id.clone() }.to_string(),
        goals: Preset::ALL.map(Preset::word).into_iter().chain([OWN]).map(goal).collect(),
        abouts: About::ALL.map(about).into(),
    }
}

/// Everything that was typed, or nothing where a field is wrong.
fn read(fields: &mut Fields) -> Option<Offer> {
    let own = if fields.value("goal") == OWN { Some(fields.text("own", MOST_GOAL)) } else { None };
    let goal = fields.choice("goal", |word| Goal::from_words(word, own.clone()));
    let about = fields.choice("reason", About::from_word);
    let words = fields.optional_text("why", MOST_WHY);
    let offer = Offer { goal: goal?, reason: Reason { about: about?, words } };
    fields.is_right().then_some(offer)
}

pub(super) async fn offer(path: ReferPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(offer) = read(&mut fields) else { return draw(&page, &path.id, fields).await };
    match do_offer(&page.context(), &path.id, &offer).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "referrals-done-offered", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = refusal(why);
            fields.refuse(field, key, &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Under which field a refusal stands, and its key.
const fn refusal(why: OfferRefused) -> (&'static str, &'static str) {
    match why {
        OfferRefused::Missing(_) => ("goal", "referrals-consent"),
        OfferRefused::NotEligible => ("goal", "referrals-not-eligible"),
        OfferRefused::Standing => ("goal", "referrals-refused-standing"),
        OfferRefused::GoalLabel => ("own", "referrals-refused-label"),
        OfferRefused::ReasonLabel => ("why", "referrals-refused-label"),
    }
}

pub(super) async fn answer(path: AnswerPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let answer = Answer::from_word(fields.value("answer")).ok_or(PageError::NotFound)?;
    match do_answer(&page.context(), &path.id, answer).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "referrals-done-answered", &[])),
        Err(Failed::Refused(_)) => {
            fields.refuse("answer", "referrals-consent", &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn close(path: ClosePath, page: Page) -> Result<Response, PageError> {
    do_close(&page.context(), &path.id).await?;
    Ok(page.done(&ShowPath { id: path.id }, "referrals-done-closed", &[]))
}

/// A goal in the list.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "pupils/referrals.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    back: String,
}

pub(super) async fn list(_: ReferralsPath, page: Page) -> Result<Response, PageError> {
    let referred = lists::referrals(&page.context()).await?;
    let row = |(pupil, referral): &(Pupil, Referral)| Row {
        title: format!("{}, {}", pupil.name().brief(), pupil.class_key),
        text: format!("{}. {}", goal_words(&page, &referral.goal), standing(&page, referral)),
        href: ShowPath { id: pupil.id.clone() }.to_string(),
    };
    page.show(&List {
        shell: shell(&page),
        today: page.today(),
        rows: referred.iter().map(row).collect(),
        back: super::ListPath.to_string(),
    })
}

//! How a pair ends: the form in which an adult prolongs it, and the closing talk with both.

use super::ask::obstacle;
use super::show::{draw, refusal as not_so};
use super::{ProlongPath, ShowPath, TalkPath};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError};
use actions::Failed;
use actions::peers::Seen;
use actions::peers::closings::{
    Parting, ProlongRefused, Prolonging, TalkRefused, prolong as do_prolong, talk,
};
use axum::response::Response;
use domain::peers::MOST_REASON;
use domain::peers::closings::{MOST_TAKES, Next, ProlongRefused as When, Talk};
use domain::pupils::consents::Missing;

/// The form in which an adult prolongs the pair.
pub(super) struct Prolong {
    pub(super) action: String,
    pub(super) text: String,
    pub(super) last_day: String,
}

/// The form of the closing talk.
pub(super) struct Talking {
    pub(super) action: String,
    pub(super) helper: String,
    pub(super) mentee: String,
    pub(super) next: Vec<Choice>,
    /// What stands in each field, so that nobody writes over what they have not read.
    pub(super) stood: Vec<(&'static str, String)>,
}

/// What stands on the page.
pub(super) struct Panel {
    /// Until when it was prolonged, and why.
    pub(super) prolonged: Vec<(String, String)>,
    pub(super) prolong: Option<Prolong>,
    /// What was said in the closing talk: question and answer.
    pub(super) said: Vec<(String, String)>,
    pub(super) talk: Option<Talking>,
}

fn next(page: &Page, next: Next) -> String {
    page.text(&format!("peers-next-{}", next.word()))
}

/// What stands, and the forms in the days around the end.
pub(super) fn panel(page: &Page, seen: &Seen, parting: &Parting, fields: &Fields) -> Panel {
    let prolonged = parting.prolongations.iter().map(|one| {
        let until = one.ends.yesterday().unwrap_or(one.ends);
        let until = Said::new("peers-prolonged-until").with("day", i18n::day(page.lang(), until));
        (until.words(page.lang()), one.reason.clone())
    });
    Panel {
        prolonged: prolonged.collect(),
        prolong: prolonging(page, seen, parting, fields),
        said: said(page, parting),
        talk: parting.is_closing.then(|| talking(page, seen, parting, fields)),
    }
}

fn prolonging(page: &Page, seen: &Seen, parting: &Parting, fields: &Fields) -> Option<Prolong> {
    let (to, ends) = (parting.prolongs_to?, seen.pair.state.agreement()?.ends);
    let last = ends.yesterday().unwrap_or(ends);
    let typed = fields.value("last_day");
    Some(Prolong {
        action: ProlongPath { id: seen.pair.id.clone() }.to_string(),
        text: Said::new("peers-prolong-text").with("day", i18n::day(page.lang(), last)).words(page.lang()),
        last_day: if typed.is_empty() { to.to_string() } else { typed.to_owned() },
    })
}

fn said(page: &Page, parting: &Parting) -> Vec<(String, String)> {
    let Some(closing) = &parting.closing else { return Vec::new() };
    let said = &closing.said;
    let answers = [
        ("peers-helper-takes", said.helper.clone()),
        ("peers-mentee-takes", said.mentee.clone()),
        ("peers-goes-on", said.next.map(|one| next(page, one))),
    ];
    answers.into_iter().filter_map(|(key, answer)| Some((page.text(key), answer?))).collect()
}

fn talking(page: &Page, seen: &Seen, parting: &Parting, fields: &Fields) -> Talking {
    let stands = parting.closing.as_ref().map(|closing| closing.said.clone()).unwrap_or_default();
    let was_sent = fields.has("helper_takes");
    let value = |name: &str, stood: Option<String>| {
        if was_sent { fields.value(name).to_owned() } else { stood.unwrap_or_default() }
    };
    let next_word = stands.next.map(|one| one.word().to_owned());
    let stood = vec![
        ("helper_takes", stands.helper.clone().unwrap_or_default()),
        ("mentee_takes", stands.mentee.clone().unwrap_or_default()),
        ("goes_on", next_word.clone().unwrap_or_default()),
    ];
    let chosen = value("goes_on", next_word);
    let choice = |one: Next| Choice::new(one.word(), next(page, one)).chosen_if(&chosen);
    Talking {
        action: TalkPath { id: seen.pair.id.clone() }.to_string(),
        helper: value("helper_takes", stands.helper),
        mentee: value("mentee_takes", stands.mentee),
        next: Next::ALL.map(choice).into(),
        stood,
    }
}

pub(super) async fn prolong(
    path: ProlongPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let both_said_yes = fields.ticked("helper_again") && fields.ticked("mentee_again");
    let reason = fields.text("reason", MOST_REASON);
    let last_day = fields.day("last_day");
    let Some(last_day) = last_day.filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    let how = Prolonging { last_day, reason: &reason, both_said_yes };
    match do_prolong(&page.context(), &path.id, &how).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "peers-done-prolonged", &[])),
        Err(Failed::Refused(why)) => {
            let (field, text) = refusal(&page, why);
            fields.problems.add(field, text);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Under which field a refusal stands, and its words.
fn refusal(page: &Page, why: ProlongRefused) -> (&'static str, String) {
    let said = match why {
        ProlongRefused::Children => return ("helper_again", page.text("peers-refused-children")),
        ProlongRefused::When(When::NotNow) => Said::new("peers-refused-not-now"),
        ProlongRefused::When(When::Day) => Said::new("peers-refused-not-later"),
        ProlongRefused::NotWaiting => Said::new("peers-refused-not-waiting"),
        ProlongRefused::Obstacle(one) => return ("last_day", i18n::capital(&obstacle(page, one))),
        // The fields of the meeting stand in another form; what is said names them.
        ProlongRefused::Meeting(why) => not_so(page, why).1,
        ProlongRefused::Consent(whose, missing) => {
            let (Missing::Representative(part) | Missing::Child(part)) = missing;
            let name = page.text(&format!("pupils-part-{}", part.word()));
            Said::new(format!("peers-refused-short-{}", whose.word())).with("part", name)
        }
    };
    ("last_day", said.words(page.lang()))
}

/// What the page had in the form of the talk; nothing where it does not say so.
fn known(fields: &Fields) -> Option<Talk> {
    let text = |name: &str| Some(fields.value(name).to_owned()).filter(|text| !text.is_empty());
    fields.has("was-helper_takes").then(|| Talk {
        helper: text("was-helper_takes"),
        mentee: text("was-mentee_takes"),
        next: Next::from_word(fields.value("was-goes_on")),
    })
}

/// Says at each field that differs what somebody else wrote meanwhile.
fn newer(page: &Page, fields: &mut Fields, (said, stands): (&Talk, Talk)) {
    if said.helper != stands.helper {
        fields.now_stands("helper_takes", stands.helper.unwrap_or_default());
    }
    if said.mentee != stands.mentee {
        fields.now_stands("mentee_takes", stands.mentee.unwrap_or_default());
    }
    if said.next != stands.next {
        fields.now_stands("goes_on", stands.next.map(|one| next(page, one)).unwrap_or_default());
    }
}

pub(super) async fn close(path: TalkPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let helper = fields.optional_text("helper_takes", MOST_TAKES);
    let mentee = fields.optional_text("mentee_takes", MOST_TAKES);
    let next = Next::from_word(fields.value("goes_on"));
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let said = Talk { helper, mentee, next };
    match talk(&page.context(), &path.id, &said, known(&fields).as_ref()).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "peers-done-closing", &[])),
        Err(Failed::Refused(TalkRefused::Nothing)) => {
            fields.refuse("helper_takes", "peers-voices-nothing", &[]);
            draw(&page, &path.id, fields).await
        }
        Err(Failed::Refused(TalkRefused::Newer(stands))) => {
            newer(&page, &mut fields, (&said, stands));
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

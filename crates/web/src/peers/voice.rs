//! How a pair goes, as both say: what stands, and the form for what is said today.

use super::show::draw;
use super::{HandPath, ShowPath, VoicePath};
use crate::forms::Fields;
use crate::layout::parts::Drawn;
use crate::said::Said;
use crate::{Page, PageError};
use actions::Failed;
use actions::peers::Seen;
use actions::peers::voices::{Heard, note};
use axum::response::Response;
use domain::peers::voices::{Face, MOST_DID, QUESTIONS, Said as Told, Voice, VoiceRefused};
use domain::peers::weekly::Whose;
use i18n::Lang;

/// A question with the faces to choose from.
pub(super) struct Question {
    pub(super) field: String,
    pub(super) text: String,
    pub(super) faces: Vec<Drawn>,
}

/// The form of a talk.
pub(super) struct Form {
    pub(super) action: String,
    pub(super) day: String,
    /// When both had better be asked again.
    pub(super) next: String,
    pub(super) questions: Vec<Question>,
}

/// What stands on the page.
pub(super) struct Panel {
    /// Day and words of each talk, newest first.
    pub(super) lines: Vec<(String, String)>,
    /// A child said «no» when they were asked last.
    pub(super) sad: bool,
    pub(super) form: Option<Form>,
    /// Where the device is handed to one of the two.
    pub(super) hand: String,
    /// To whom it can be: the word of the form, and the words of the button.
    pub(super) hands: Vec<(&'static str, String)>,
}

fn question(page: &Page, word: &str) -> String {
    page.text(&format!("peers-voice-{word}"))
}

fn face(lang: Lang, face: Face) -> String {
    i18n::t(lang, &format!("peers-face-{}", face.word()), &[])
}

/// A face as a child sees it; the chosen one is named by its word.
pub(crate) fn drawn(lang: Lang, one: Face, chosen: &str) -> Drawn {
    let icon = match one {
        Face::Glad => "mood-smile",
        Face::Even => "mood-empty",
        Face::Sad => "mood-sad",
    };
    Drawn { value: one.word(), label: face(lang, one), icon, chosen: one.word() == chosen }
}

pub(super) fn field(word: &str) -> String {
    format!("face-{word}")
}

/// A question with its faces, one of which may be chosen.
pub(super) fn question_with(page: &Page, word: &str, chosen: &str) -> Question {
    let faces = Face::ALL.map(|one| drawn(page.lang(), one, chosen)).into();
    Question { text: question(page, word), faces, field: field(word) }
}

/// What the two say of whether the meeting of a week took place.
fn took(page: &Page, voice: &Voice) -> impl Iterator<Item = String> {
    let sides = voice.said.took.map(|took| {
        let said = |whose: Whose, met: Option<bool>| {
            let word = if met? { "met" } else { "not" };
            let said = Said::new(format!("peers-took-{}-{word}", whose.word()));
            Some(said.with("week", i18n::day(page.lang(), took.week)).words(page.lang()))
        };
        [said(Whose::Helper, took.helper), said(Whose::Mentee, took.mentee)]
    });
    sides.into_iter().flatten().flatten()
}

/// What was said, in words.
fn line(page: &Page, voice: &Voice) -> (String, String) {
    let asked = QUESTIONS.into_iter().zip(voice.said.faces);
    let answered = asked.filter_map(|(word, given)| {
        given.map(|given| format!("{} {}", question(page, word), face(page.lang(), given)))
    });
    let did = voice.said.did.as_deref();
    let did = did.map(|did| Said::new("peers-voices-did-line").with("did", did).words(page.lang()));
    let words = answered.chain(did).chain(took(page, voice));
    (i18n::day(page.lang(), voice.day), words.collect::<Vec<String>>().join(" · "))
}

/// What stands, and the form while the pair meets.
pub(super) fn panel(page: &Page, seen: &Seen, heard: &Heard, fields: &Fields) -> Panel {
    let id = &seen.pair.id;
    let asked = |word: &str| question_with(page, word, fields.value(&field(word)));
    let hand = |whose: &Whose| {
        let pupil = match whose {
            Whose::Helper => &seen.helper,
            Whose::Mentee => &seen.mentee,
        };
        let said = Said::new("peers-device-hand").with("name", pupil.name().brief());
        (whose.word(), said.words(page.lang()))
    };
    let typed = fields.value("heard_on");
    let form = heard.ask_again.map(|next| Form {
        action: VoicePath { id: id.clone() }.to_string(),
        day: if typed.is_empty() { page.today().to_string() } else { typed.to_owned() },
        next: Said::new("peers-voices-next").with("day", i18n::day(page.lang(), next)).words(page.lang()),
        questions: QUESTIONS.map(asked).into(),
    });
    Panel {
        lines: heard.voices.iter().rev().map(|voice| line(page, voice)).collect(),
        sad: heard.voices.last().is_some_and(|voice| voice.said.is_sad()),
        form,
        hand: HandPath { id: id.clone() }.to_string(),
        hands: heard.may_be_handed.iter().map(hand).collect(),
    }
}

pub(super) async fn voice(path: VoicePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let faces = QUESTIONS.map(|word| Face::from_word(fields.value(&field(word))));
    let did = fields.optional_text("did", MOST_DID);
    let day = fields.day("heard_on");
    let Some(day) = day.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    match note(&page.context(), &path.id, day, &Told { faces, did, took: None }).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "peers-done-heard", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = match why {
                VoiceRefused::Nothing => ("did", "peers-voices-nothing"),
                VoiceRefused::Day => ("heard_on", "peers-voices-bad-day"),
            };
            fields.refuse(field, key, &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

//! One meeting, for those who are at it and those who lead the school: role cards, the own sheet, the minutes, decisions.

use super::{
    AnswerPath, AskPath, CancelPath, CardPath, DecidePath, DecisionPath, DonePath, EditPath, ListPath,
    MinutesPath, RecordPath, RecordingPath, SheetPath, ShowPath, StepPath, VisitPath, line, visit,
};
use crate::commissions::{Names, hundredths};
use crate::errors::unprinted;
use crate::files::shown;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::page::short;
use crate::said::listed;
use crate::{Page, PageError, filters};
use actions::scenes::{Hand, Opened, opened, stamp};
use axum::http::StatusCode;
use axum::response::Response;
use domain::scenes::{CRITERIA, MOST_MARK, Part, Scene, State, Together};
use domain::{Day, PersonId, SceneId};
use i18n::{Arg, Lang};

/// A criterion of the sheet.
struct Mark {
    name: String,
    label: String,
    choices: Vec<Choice>,
    error: String,
}

/// The sheet of an observer, while the meeting is held.
struct SheetForm {
    action: String,
    marks: Vec<Mark>,
    helped: String,
    /// It is in; it may come once more.
    is_in: bool,
}

/// What is written for the minutes, while the meeting is held.
struct RecordForm {
    action: String,
    course: String,
    notes: String,
    guests: String,
    votes: Vec<(&'static str, String, String, String)>,
    present: Vec<Choice>,
    /// What stands for the words that are shown.
    read: String,
    /// What somebody else has written since, where these are other words than the typed ones.
    stands: Vec<String>,
}

/// A decision, and how its owner says that it is done.
struct Row {
    title: String,
    text: String,
    done: Option<String>,
    is_done: bool,
    /// Where it is corrected, for whoever leads the meeting.
    correct: Option<String>,
}

/// The form that writes a decision down.
struct DecideForm {
    action: String,
    owners: Vec<Choice>,
    from: String,
}

/// What whoever played the mentor decides.
struct OwnForm {
    /// Where it is said whether the card tells it, once the meeting is closed.
    card: Option<String>,
    on_card: bool,
    recording: String,
    link: String,
    viewers: Vec<Choice>,
    has_link: bool,
}

/// What a guest decides before it begins.
struct GuestForm {
    visit: String,
    /// It was called off: the guest takes it away.
    called_off: bool,
    /// Whoever plays tells the chair.
    may_step_back: bool,
    answer: String,
    /// That the chair has asked them to play a part, in words.
    asked: Option<String>,
}

/// How whoever leads it gives a part of the play to an observer.
struct AskForm {
    action: String,
    players: Vec<Choice>,
    parts: Vec<Choice>,
    /// Guests who have not answered, each with the part.
    waiting: Vec<String>,
}

/// The sheets together.
struct Read {
    count: usize,
    means: Vec<String>,
    helped: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "scenes/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    standing: String,
    hand: Hand,
    timing: String,
    /// When its parts end, while it is held.
    clock: Option<String>,
    /// Where day and place are changed, before it begins.
    edit: Option<String>,
    /// What each is at the meeting.
    roles: Vec<(String, String)>,
    step: String,
    steps: Vec<(&'static str, &'static str)>,
    /// Where is asked before it is called off.
    cancel: String,
    /// How many sheets are in, while it is held.
    sheets: Option<usize>,
    sheet: Option<SheetForm>,
    /// What somebody typed into a sheet that was not taken any more.
    late: String,
    record: Option<RecordForm>,
    read: Option<Read>,
    course: String,
    notes: String,
    decisions: Vec<Row>,
    decide: Option<DecideForm>,
    done: String,
    own: Option<OwnForm>,
    guest: Option<GuestForm>,
    ask: Option<AskForm>,
    /// The link, for whom its owner named.
    link: Option<String>,
    papers: Vec<(String, &'static str)>,
    /// The papers are a draft.
    draft: bool,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    visit::page_of(&page, &path.id, Fields::default()).await
}

pub(super) async fn minutes(path: MinutesPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = actions::scenes::print(&page.context(), &path.id, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "minutes.pdf"))
}

/// What was typed, or what stands where this form was not sent.
fn value(fields: &Fields, name: &str, stands: &str) -> String {
    if fields.has(name) { fields.value(name).to_owned() } else { stands.to_owned() }
}

/// The steps that whoever leads it can take now, with their buttons.
pub(super) const fn steps(opened: &Opened) -> &'static [(&'static str, &'static str)] {
    match opened.scene.state {
        State::Planned if opened.leads => &[("begin", "scenes-begin"), ("cancel", "scenes-cancel")],
        State::Begun if opened.leads && opened.sheets == 0 => {
            &[("close", "scenes-close"), ("cancel", "scenes-cancel")]
        }
        State::Begun if opened.leads => &[("close", "scenes-close")],
        _ => &[],
    }
}

fn roles(page: &Page, opened: &Opened) -> Vec<(String, String)> {
    let (scene, names) = (&opened.scene, &opened.names);
    let host = opened.host.as_ref().map(|school| (page.text("scenes-host"), short(page.lang(), school)));
    let subject = scene.open_for.as_ref().map(|subject| (page.text("scenes-open-for"), subject.clone()));
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    let leads = [("scenes-part-chair", &scene.chair), ("scenes-part-secretary", &scene.secretary)];
    let leads = leads.map(|(key, person)| (page.text(key), name(person)));
    let parts = Part::ALL.map(|part| {
        let all: Vec<String> = scene.of_part(part).iter().map(name).collect();
        let all = if all.is_empty() { page.text("scenes-part-nobody") } else { listed(page.lang(), &all) };
        (part_name(page, part), all)
    });
    host.into_iter().chain(leads).chain(parts).chain(subject).collect()
}

/// The label of a part of the play.
fn part_name(page: &Page, part: Part) -> String {
    page.text(&format!("scenes-part-{}", part.word()))
}

fn guest_form(page: &Page, scene: &Scene) -> Option<GuestForm> {
    let me = &page.actor().person;
    let called_off = scene.state == State::Cancelled;
    let decides = scene.is_guest(me) && (called_off || scene.state == State::Planned);
    let place = scene.people.get(me).filter(|_| decides)?;
    Some(GuestForm {
        visit: VisitPath { id: scene.id.clone() }.to_string(),
        called_off,
        may_step_back: place.part == Part::Observer,
        answer: AnswerPath { id: scene.id.clone() }.to_string(),
        asked: place
            .asked
            .filter(|_| !called_off)
            .map(|part| page.text(&format!("scenes-asked-{}", part.word()))),
    })
}

fn ask_form(page: &Page, opened: &Opened, fields: &Fields) -> Option<AskForm> {
    let (scene, names) = (&opened.scene, &opened.names);
    // A school that has its own people alone has named who plays when it planned, unless one of them has left.
    let settled = scene.open_for.is_none() && scene.is_cast();
    let observers = scene.of_part(Part::Observer);
    if !opened.leads || scene.state != State::Planned || settled || observers.is_empty() {
        return None;
    }
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    let player =
        |person: PersonId| Choice::new(person.as_str(), name(&person)).chosen_if(fields.value("player"));
    let part = |part: Part| Choice::new(part.word(), part_name(page, part)).chosen_if(fields.value("part"));
    let waiting = scene.people.iter().filter_map(|(person, place)| {
        let args = [("name", name(person).into()), ("part", part_name(page, place.asked?).into())];
        Some(i18n::t(page.lang(), "scenes-waiting", &args))
    });
    Some(AskForm {
        action: AskPath { id: scene.id.clone() }.to_string(),
        waiting: waiting.collect(),
        players: observers.into_iter().map(player).collect(),
        parts: [Part::Mentor, Part::Newcomer].map(part).into(),
    })
}

fn sheet_form(page: &Page, scene: &Scene, fields: &Fields) -> Option<SheetForm> {
    let place = scene.people.get(&page.actor().person)?;
    if scene.state != State::Begun || place.part != Part::Observer {
        return None;
    }
    let stands = place.sheet.as_ref();
    let mark = |(at, word): (usize, &&str)| {
        let name = format!("mark-{word}");
        let given = stands.and_then(|sheet| sheet.marks.get(at)).map(ToString::to_string);
        let chosen = value(fields, &name, &given.unwrap_or_default());
        let choice = |mark: u8| {
            Choice::new(mark.to_string(), page.text(&format!("scenes-mark-{mark}"))).chosen_if(&chosen)
        };
        Mark {
            label: page.text(&format!("scenes-criterion-{word}")),
            choices: (0..=MOST_MARK).map(choice).collect(),
            error: fields.error(&name).to_owned(),
            name,
        }
    };
    Some(SheetForm {
        action: SheetPath { id: scene.id.clone() }.to_string(),
        marks: CRITERIA.iter().enumerate().map(mark).collect(),
        helped: value(fields, "helped", stands.map_or("", |sheet| sheet.helped.as_str())),
        is_in: stands.is_some(),
    })
}

/// What stands in the minutes, for whoever has typed other words; without what is empty.
fn stands(scene: &Scene, fields: &Fields) -> Vec<String> {
    let record = &scene.record;
    let kept = [("course", &record.course), ("notes", &record.notes), ("guests", &record.guests)];
    let other = |(name, words): &(&str, &String)| {
        fields.has("course") && !words.is_empty() && fields.value(name) != words.as_str()
    };
    kept.into_iter().filter(other).map(|(_, words)| words.clone()).collect()
}

fn record_form(page: &Page, opened: &Opened, names: &Names, fields: &Fields) -> Option<RecordForm> {
    let scene = &opened.scene;
    if !opened.leads || scene.state != State::Begun {
        return None;
    }
    let sent = fields.has("course");
    let ticked = fields.values("present");
    let present = scene.people.iter().map(|(person, place)| Choice {
        chosen: if sent { ticked.contains(&person.as_str()) } else { place.present },
        ..Choice::new(person.as_str(), names.get(person).cloned().unwrap_or_default())
    });
    let votes = ["agree", "against", "withheld"].into_iter().zip(scene.record.votes);
    let vote = |(name, count): (&'static str, u16)| {
        let label = page.text(&format!("scenes-vote-{name}"));
        (name, label, value(fields, name, &count.to_string()), fields.error(name).to_owned())
    };
    Some(RecordForm {
        action: RecordPath { id: scene.id.clone() }.to_string(),
        course: value(fields, "course", &scene.record.course),
        notes: value(fields, "notes", &scene.record.notes),
        guests: value(fields, "guests", &scene.record.guests),
        votes: votes.map(vote).collect(),
        present: present.collect(),
        // Whoever is shown what stands there now may write over it.
        read: stamp(&scene.record),
        stands: stands(scene, fields),
    })
}

fn decisions(page: &Page, opened: &Opened, names: &Names) -> Vec<Row> {
    let row = |one: &domain::scenes::Decision| {
        let args = [
            ("name", names.get(&one.owner).cloned().unwrap_or_default().into()),
            ("until", i18n::day_until(page.lang(), one.until).into()),
        ];
        let own = one.owner == page.actor().person && one.done.is_none();
        let corrects = opened.leads && opened.scene.may_correct(one).is_ok();
        Row {
            title: one.text.clone(),
            text: i18n::t(page.lang(), "scenes-decision", &args),
            done: own.then(|| one.id.to_string()),
            is_done: one.done.is_some(),
            correct: corrects.then(|| DecisionPath { decision: one.id.clone() }.to_string()),
        }
    };
    opened.decisions.iter().map(row).collect()
}

/// Those of the meeting, by name: they carry out what it decides.
pub(super) fn owners(page: &Page, names: &Names, fields: &Fields) -> Vec<Choice> {
    let choice = |(person, name): (&PersonId, &String)| {
        Choice::new(person.as_str(), name.as_str()).chosen_if(fields.value("owner"))
    };
    let mut owners: Vec<Choice> = names.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut owners, |one| &one.label);
    owners
}

fn own_form(page: &Page, opened: &Opened, names: &Names, fields: &Fields) -> Option<OwnForm> {
    let scene = &opened.scene;
    let me = &page.actor().person;
    let closed = matches!(scene.state, State::Closed { .. });
    if scene.performer() != Some(me) || !(closed || scene.state == State::Begun) {
        return None;
    }
    let stands = opened.recording.as_ref();
    let (sent, ticked) = (fields.has("link"), fields.values("viewers"));
    let viewer = |person: PersonId| Choice {
        chosen: if sent {
            ticked.contains(&person.as_str())
        } else {
            stands.is_some_and(|recording| recording.viewers.contains(&person))
        },
        ..Choice::new(person.as_str(), names.get(&person).cloned().unwrap_or_default())
    };
    let others = scene.members().into_iter().filter(|person| person != me);
    Some(OwnForm {
        card: closed.then(|| CardPath { id: scene.id.clone() }.to_string()),
        on_card: scene.on_card,
        recording: RecordingPath { id: scene.id.clone() }.to_string(),
        link: value(fields, "link", stands.map_or("", |recording| recording.link.as_str())),
        viewers: others.map(viewer).collect(),
        has_link: stands.is_some(),
    })
}

fn together(page: &Page, together: &Together) -> Read {
    let line = |(word, mean): (&&str, &u32)| {
        let args = [
            ("name", page.text(&format!("scenes-criterion-{word}")).into()),
            ("mean", hundredths(page, *mean).into()),
            ("most", u32::from(MOST_MARK).into()),
        ];
        i18n::t(page.lang(), "scenes-mean", &args)
    };
    let means = together.means.as_ref();
    Read {
        count: together.sheets,
        means: means.map(|means| CRITERIA.iter().zip(means).map(line).collect()).unwrap_or_default(),
        helped: together.helped.clone(),
    }
}

/// The minutes in their languages; while the meeting is held, a draft for whoever leads it.
fn papers(opened: &Opened) -> Vec<(String, &'static str)> {
    let scene = &opened.scene;
    let drafted = scene.state == State::Begun && opened.leads;
    if !drafted && !matches!(scene.state, State::Closed { .. }) {
        return Vec::new();
    }
    let paper = |lang: &str| MinutesPath { id: scene.id.clone(), lang: lang.to_owned() }.to_string();
    vec![(paper("kk"), "scenes-minutes-kk"), (paper("ru"), "scenes-minutes-ru")]
}

fn timing(page: &Page, scene: &Scene) -> String {
    let minutes = |count: u16| Arg::from(u32::from(count));
    let (play, sheet, talk) =
        (minutes(scene.timing.play), minutes(scene.timing.sheets), minutes(scene.timing.talk));
    i18n::t(page.lang(), "scenes-timing", &[("play", play), ("sheet", sheet), ("talk", talk)])
}

/// When the parts of a meeting that is being held end, as times of day.
fn ends(page: &Page, scene: &Scene) -> Option<String> {
    let begun = scene.begun.filter(|_| scene.state == State::Begun)?;
    let [play, sheet, talk] = scene.timing.ends(page.local(begun)).map(|at| Arg::from(i18n::time(at)));
    Some(i18n::t(page.lang(), "scenes-clock", &[("play", play), ("sheet", sheet), ("talk", talk)]))
}

/// The page; with what is wrong where a form was not taken.
pub(super) async fn draw(page: &Page, id: &SceneId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), id, page.lang()).await?;
    let (scene, names) = (&opened.scene, &opened.names);
    let own = own_form(page, &opened, names, &fields);
    let begun = scene.state == State::Begun;
    let decide = (opened.leads && begun).then(|| DecideForm {
        action: DecidePath { id: id.clone() }.to_string(),
        owners: owners(page, names, &fields),
        from: scene.day.to_string(),
    });
    let link = opened.recording.as_ref().filter(|_| own.is_none()).map(|recording| recording.link.clone());
    let over = matches!(scene.state, State::Closed { .. });
    let said = |words: &str| if over { words.to_owned() } else { String::new() };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let show = Show {
        shell: page.shell(),
        today: page.today(),
        title: opened.hand.title.clone(),
        text: line(page.lang(), scene),
        standing: page.text(&format!("scenes-state-{}", scene.state.word())),
        hand: opened.hand.clone(),
        timing: timing(page, scene),
        clock: ends(page, scene),
        edit: (opened.leads && scene.state == State::Planned)
            .then(|| EditPath { id: id.clone() }.to_string()),
        roles: roles(page, &opened),
        step: StepPath { id: id.clone() }.to_string(),
        steps: steps(&opened).to_vec(),
        cancel: CancelPath { id: id.clone() }.to_string(),
        sheets: begun.then_some(opened.sheets),
        sheet: sheet_form(page, scene, &fields),
        late: if begun { String::new() } else { fields.value("helped").to_owned() },
        record: record_form(page, &opened, names, &fields),
        read: opened.together.as_ref().map(|sheets| together(page, sheets)),
        course: said(&scene.record.course),
        notes: said(&scene.record.notes),
        decisions: decisions(page, &opened, names),
        decide,
        done: DonePath { id: id.clone() }.to_string(),
        own,
        guest: guest_form(page, scene),
        ask: ask_form(page, &opened, &fields),
        link,
        papers: papers(&opened),
        draft: begun,
        back: ListPath.to_string(),
        fields,
    };
    page.show_with(status, &show)
}

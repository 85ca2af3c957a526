//! Modelled situations at meetings of subject teams (feat:F11; doc:A11). Whoever reads them asks
//! `domain::permissions::Action::SeeScene`; a link to a recording, `Action::WatchScene`.

use crate::sql::{all, day, instant, json, known, millis, one, small, time, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::scenes::{
    Decision, Part, Place, Played, Record, Recording, Scene, Sheet, Situation, State, Timing,
};
use domain::{Day, Instant, PersonId, SceneDecisionId, SceneId, SchoolId, SituationId};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, team, day, from_time, place, starter, situation_id, play_minutes, sheet_minutes, talk_minutes, open_for, chair_id, secretary_id, course, notes, guests, votes_for, votes_against, votes_withheld, on_card, state, number, begun_at, version";
    ADD = "INSERT INTO scenes (id, school_id, team, day, from_time, place, starter, situation_id, play_minutes, sheet_minutes, talk_minutes, open_for, chair_id, secretary_id, on_card, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, 'planned')";
    SAVE = "UPDATE scenes SET course = $3, notes = $4, guests = $5, votes_for = $6, votes_against = $7, votes_withheld = $8, on_card = $9, state = $10, number = $11, chair_id = $12, secretary_id = $13, day = $14, from_time = $15, place = $16, begun_at = $17, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM scenes WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM scenes WHERE school_id = $1 ORDER BY day DESC, from_time DESC, id";
    NEXT = "SELECT COALESCE(MAX(number), 0) + 1 FROM scenes WHERE school_id = $1";
    OPENED_TO = "SELECT " ~ " FROM scenes WHERE open_for IS NOT NULL AND state = 'planned' AND day >= $3 AND school_id <> $1 AND school_id IN (SELECT id FROM schools WHERE district_id = (SELECT district_id FROM schools WHERE id = $1)) AND NOT EXISTS (SELECT 1 FROM scene_people WHERE home_id = $1 AND person_id = $2 AND scene_id = scenes.id) ORDER BY day, from_time, id";
    VISITED = "SELECT " ~ " FROM scenes WHERE school_id <> $1 AND id IN (SELECT scene_id FROM scene_people WHERE home_id = $1 AND person_id = $2) ORDER BY day DESC, from_time DESC, id";
    AHEAD_OF = "SELECT " ~ " FROM scenes WHERE (state IN ('planned', 'begun') OR (state = 'cancelled' AND day >= $3)) AND (id IN (SELECT scene_id FROM scene_people WHERE home_id = $1 AND person_id = $2) OR (school_id = $1 AND (chair_id = $2 OR secretary_id = $2))) ORDER BY day DESC, from_time DESC, id";
    PLANNED_WITH = "SELECT " ~ " FROM scenes WHERE state = 'planned' AND day >= $3 AND (id IN (SELECT scene_id FROM scene_people WHERE home_id = $1 AND person_id = $2) OR (school_id = $1 AND (chair_id = $2 OR secretary_id = $2))) ORDER BY day, from_time, id";
    CLOSED_ELSEWHERE = "SELECT " ~ " FROM scenes WHERE school_id <> $1 AND state = 'closed' AND id IN (SELECT scene_id FROM scene_people WHERE home_id = $1) ORDER BY day DESC, from_time DESC, id";
    SENT = "SELECT scene_id, person_id, home_id, part, asked, present, marks, helped FROM scene_people WHERE home_id = $1 AND school_id <> $1 ORDER BY scene_id, person_id";
    SEAT = "INSERT INTO scene_people (school_id, scene_id, person_id, home_id, part, present) VALUES ($1, $2, $3, $4, $5, 0)";
    UNSEAT = "DELETE FROM scene_people WHERE school_id = $1 AND scene_id = $2 AND person_id = $3";
    KEEP = "UPDATE scene_people SET part = $4, asked = $5, present = $6, marks = $7, helped = $8 WHERE school_id = $1 AND scene_id = $2 AND person_id = $3";
    PEOPLE = "SELECT scene_id, person_id, home_id, part, asked, present, marks, helped FROM scene_people WHERE school_id = $1 AND scene_id = $2 ORDER BY person_id";
    ALL_PEOPLE = "SELECT scene_id, person_id, home_id, part, asked, present, marks, helped FROM scene_people WHERE school_id = $1 ORDER BY scene_id, person_id";
    ADD_SITUATION = "INSERT INTO situations (id, school_id, title, happened, mentor, newcomer, watch, retired) VALUES ($1, $2, $3, $4, $5, $6, $7, 0)";
    RETIRE = "UPDATE situations SET retired = 1 WHERE school_id = $1 AND id = $2";
    SITUATION = "SELECT id, school_id, title, happened, mentor, newcomer, watch, retired FROM situations WHERE id = $1";
    SITUATIONS = "SELECT id, school_id, title, happened, mentor, newcomer, watch, retired FROM situations WHERE school_id = $1 ORDER BY id";
    DECIDE = "INSERT INTO scene_decisions (id, school_id, scene_id, text, owner_id, home_id, until_day) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    CORRECT = "UPDATE scene_decisions SET text = $2, owner_id = $3, home_id = $4, until_day = $5 WHERE id = $1 AND done_at IS NULL";
    UNDECIDE = "DELETE FROM scene_decisions WHERE id = $1 AND done_at IS NULL";
    DONE = "UPDATE scene_decisions SET done_at = $2 WHERE id = $1 AND done_at IS NULL";
    DECISION = "SELECT id, school_id, scene_id, text, owner_id, home_id, until_day, done_at FROM scene_decisions WHERE id = $1";
    DECISIONS = "SELECT id, school_id, scene_id, text, owner_id, home_id, until_day, done_at FROM scene_decisions WHERE school_id = $1 AND scene_id = $2 ORDER BY id";
    OWNED = "SELECT id, school_id, scene_id, text, owner_id, home_id, until_day, done_at FROM scene_decisions WHERE home_id = $1 AND owner_id = $2 ORDER BY until_day, id";
    LINK = "INSERT INTO scene_recordings (school_id, scene_id, link) VALUES ($1, $2, $3) ON CONFLICT (school_id, scene_id) DO UPDATE SET link = excluded.link";
    UNLINK = "DELETE FROM scene_recordings WHERE school_id = $1 AND scene_id = $2";
    LINKED = "SELECT link FROM scene_recordings WHERE school_id = $1 AND scene_id = $2";
    LET_IN = "INSERT INTO scene_viewers (school_id, scene_id, person_id, home_id) VALUES ($1, $2, $3, $4)";
    SHUT = "DELETE FROM scene_viewers WHERE school_id = $1 AND scene_id = $2";
    VIEWERS = "SELECT person_id FROM scene_viewers WHERE school_id = $1 AND scene_id = $2 ORDER BY person_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    team: String,
    day: String,
    from_time: String,
    place: String,
    starter: Option<String>,
    situation_id: Option<String>,
    play_minutes: i64,
    sheet_minutes: i64,
    talk_minutes: i64,
    open_for: Option<String>,
    chair_id: String,
    secretary_id: String,
    course: String,
    notes: String,
    guests: String,
    votes_for: i64,
    votes_against: i64,
    votes_withheld: i64,
    on_card: i64,
    state: String,
    number: Option<i64>,
    begun_at: Option<i64>,
    version: i64,
}

/// A meeting without its people: these are rows of their own.
impl TryFrom<Row> for Scene {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let state = match (row.state.as_str(), row.number) {
            ("planned", None) => State::Planned,
            ("begun", None) => State::Begun,
            ("closed", Some(number)) => State::Closed { number: small(number)? },
            ("cancelled", None) => State::Cancelled,
            _ => return Err(StoreError::Unreadable("state of a scene")),
        };
        let played = match (row.starter, row.situation_id) {
            (Some(word), None) => Played::Starter(word),
            (None, Some(id)) => Played::Own(id.into()),
            _ => return Err(StoreError::Unreadable("situation of a scene")),
        };
        let (play, sheets, talk) =
            (small(row.play_minutes)?, small(row.sheet_minutes)?, small(row.talk_minutes)?);
        let votes = [small(row.votes_for)?, small(row.votes_against)?, small(row.votes_withheld)?];
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            team: row.team,
            day: day(&row.day)?,
            from: time(&row.from_time)?,
            place: row.place,
            played,
            timing: Timing { play, sheets, talk },
            open_for: row.open_for,
            chair: row.chair_id.into(),
            secretary: row.secretary_id.into(),
            people: BTreeMap::new(),
            record: Record { course: row.course, notes: row.notes, guests: row.guests, votes },
            on_card: row.on_card != 0,
            state,
            begun: row.begun_at.map(instant).transpose()?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    scene_id: String,
    person_id: String,
    home_id: String,
    part: String,
    asked: Option<String>,
    present: i64,
    marks: Option<String>,
    helped: Option<String>,
}

#[derive(sqlx::FromRow)]
struct SituationRow {
    id: String,
    school_id: String,
    title: String,
    happened: String,
    mentor: String,
    newcomer: String,
    watch: String,
    retired: i64,
}

impl TryFrom<SituationRow> for Situation {
    type Error = StoreError;
    fn try_from(row: SituationRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            title: row.title,
            happened: row.happened,
            mentor: row.mentor,
            newcomer: row.newcomer,
            watch: row.watch,
            retired: row.retired != 0,
        })
    }
}

#[derive(sqlx::FromRow)]
struct DecisionRow {
    id: String,
    school_id: String,
    scene_id: String,
    text: String,
    owner_id: String,
    home_id: String,
    until_day: String,
    done_at: Option<i64>,
}

impl TryFrom<DecisionRow> for Decision {
    type Error = StoreError;
    fn try_from(row: DecisionRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            scene: row.scene_id.into(),
            text: row.text,
            owner: row.owner_id.into(),
            home: row.home_id.into(),
            until: day(&row.until_day)?,
            done: row.done_at.map(instant).transpose()?,
        })
    }
}

/// Adds a meeting that was just planned, with its people.
pub async fn add(tx: &mut WriteTx, scene: &Scene) -> Result<()> {
    let (starter, own) = match &scene.played {
        Played::Starter(word) => (Some(word.as_str()), None),
        Played::Own(id) => (None, Some(id.as_str())),
    };
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(scene.id.as_str())
            .bind(scene.school.as_str())
            .bind(&scene.team)
            .bind(scene.day.to_string())
            .bind(scene.from.to_string())
            .bind(&scene.place)
            .bind(starter)
            .bind(own)
            .bind(i64::from(scene.timing.play))
            .bind(i64::from(scene.timing.sheets))
            .bind(i64::from(scene.timing.talk))
            .bind(scene.open_for.as_deref())
            .bind(scene.chair.as_str())
            .bind(scene.secretary.as_str())
            .execute(c)
            .await?;
    });
    for person in scene.people.keys() {
        seat(tx, scene, person).await?;
    }
    Ok(())
}

/// Keeps that somebody is at a meeting; what they are there is saved with it.
pub async fn seat(tx: &mut WriteTx, scene: &Scene, person: &PersonId) -> Result<()> {
    let Some(place) = scene.people.get(person) else { return Ok(()) };
    on!(tx.0, c => {
        sqlx::query(SEAT)
            .bind(scene.school.as_str())
            .bind(scene.id.as_str())
            .bind(person.as_str())
            .bind(place.home.as_str())
            .bind(place.part.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes somebody off a meeting.
pub async fn unseat(tx: &mut WriteTx, scene: &Scene, person: &PersonId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(UNSEAT)
            .bind(scene.school.as_str())
            .bind(scene.id.as_str())
            .bind(person.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves what is written down, who leads it, when and where it is, where it stands, and each of its people; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, scene: &Scene) -> Result<()> {
    let number = match scene.state {
        State::Closed { number } => Some(i64::from(number)),
        State::Planned | State::Begun | State::Cancelled => None,
    };
    let [agree, against, withheld] = scene.record.votes;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(scene.id.as_str())
            .bind(scene.version)
            .bind(&scene.record.course)
            .bind(&scene.record.notes)
            .bind(&scene.record.guests)
            .bind(i64::from(agree))
            .bind(i64::from(against))
            .bind(i64::from(withheld))
            .bind(i64::from(scene.on_card))
            .bind(scene.state.word())
            .bind(number)
            .bind(scene.chair.as_str())
            .bind(scene.secretary.as_str())
            .bind(scene.day.to_string())
            .bind(scene.from.to_string())
            .bind(&scene.place)
            .bind(scene.begun.map(millis))
    )?;
    for (person, place) in &scene.people {
        let marks = place.sheet.as_ref().map(|sheet| to_json(&sheet.marks)).transpose()?;
        let helped = place.sheet.as_ref().map(|sheet| sheet.helped.as_str());
        on!(tx.0, c => {
            sqlx::query(KEEP)
                .bind(scene.school.as_str())
                .bind(scene.id.as_str())
                .bind(person.as_str())
                .bind(place.part.word())
                .bind(place.asked.map(Part::word))
                .bind(i64::from(place.present))
                .bind(marks)
                .bind(helped)
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

fn put(scene: &mut Scene, row: PlaceRow) -> Result<()> {
    let sheet = match row.marks.zip(row.helped) {
        Some((marks, helped)) => Some(Sheet { marks: json(&marks)?, helped }),
        None => None,
    };
    let part = |word: &str| known(Part::from_word(word), "part in a scene");
    let place = Place {
        part: part(&row.part)?,
        home: row.home_id.into(),
        asked: row.asked.as_deref().map(part).transpose()?,
        present: row.present != 0,
        sheet,
    };
    scene.people.insert(row.person_id.into(), place);
    Ok(())
}

/// A meeting with its people.
async fn whole(tx: &mut Tx, mut scene: Scene) -> Result<Scene> {
    for row in rows!(tx, PlaceRow, PEOPLE, scene.school.as_str(), scene.id.as_str()) {
        put(&mut scene, row)?;
    }
    Ok(scene)
}

/// A meeting.
pub async fn get(tx: &mut Tx, id: &SceneId) -> Result<Option<Scene>> {
    let found: Option<Scene> = one(row!(tx, Row, GET, id.as_str()))?;
    match found {
        Some(scene) => Ok(Some(whole(tx, scene).await?)),
        None => Ok(None),
    }
}

/// Meetings with those of their people who are in the rows.
fn joined(mut scenes: Vec<Scene>, rows: Vec<PlaceRow>) -> Result<Vec<Scene>> {
    let mut people: BTreeMap<String, Vec<PlaceRow>> = BTreeMap::new();
    for row in rows {
        people.entry(row.scene_id.clone()).or_default().push(row);
    }
    for scene in &mut scenes {
        for row in people.remove(scene.id.as_str()).unwrap_or_default() {
            put(scene, row)?;
        }
    }
    Ok(scenes)
}

/// Those of a school, the latest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Scene>> {
    let scenes = all(rows!(tx, Row, OF_SCHOOL, school.as_str()))?;
    joined(scenes, rows!(tx, PlaceRow, ALL_PEOPLE, school.as_str()))
}

/// Those that other schools of the district have opened and not begun and at which somebody of this school is not yet, from a
/// day on, in the order of time; without their people.
pub async fn opened_to(tx: &mut Tx, school: &SchoolId, person: &PersonId, from: Day) -> Result<Vec<Scene>> {
    all(rows!(tx, Row, OPENED_TO, school.as_str(), person.as_str(), from.to_string()))
}

/// Those of other schools at which somebody is a guest, the latest first.
pub async fn visited(tx: &mut Tx, home: &SchoolId, guest: &PersonId) -> Result<Vec<Scene>> {
    let found: Vec<Scene> = all(rows!(tx, Row, VISITED, home.as_str(), guest.as_str()))?;
    wholes(tx, found).await
}

/// Those of the own and of other schools at which somebody is or which they lead and that are not over, and those called off
/// whose day, from a day on, is still to come; the latest first.
pub async fn ahead_of(tx: &mut Tx, home: &SchoolId, person: &PersonId, from: Day) -> Result<Vec<Scene>> {
    let found: Vec<Scene> = all(rows!(tx, Row, AHEAD_OF, home.as_str(), person.as_str(), from.to_string()))?;
    wholes(tx, found).await
}

/// Those of the own and of other schools at which somebody is or which they lead and that have not begun, from a day on.
pub async fn planned_with(tx: &mut Tx, home: &SchoolId, person: &PersonId, from: Day) -> Result<Vec<Scene>> {
    let found: Vec<Scene> =
        all(rows!(tx, Row, PLANNED_WITH, home.as_str(), person.as_str(), from.to_string()))?;
    wholes(tx, found).await
}

/// Those of other schools that were held and had guests from this one, the latest first; of their people these guests alone.
pub async fn held_elsewhere(tx: &mut Tx, home: &SchoolId) -> Result<Vec<Scene>> {
    let scenes = all(rows!(tx, Row, CLOSED_ELSEWHERE, home.as_str()))?;
    joined(scenes, rows!(tx, PlaceRow, SENT, home.as_str()))
}

/// Each of a few meetings with its people.
async fn wholes(tx: &mut Tx, found: Vec<Scene>) -> Result<Vec<Scene>> {
    let mut scenes = Vec::new();
    for scene in found {
        scenes.push(whole(tx, scene).await?);
    }
    Ok(scenes)
}

/// The number of the next minutes of a school.
pub async fn next_number(tx: &mut Tx, school: &SchoolId) -> Result<u32> {
    let next = row!(tx, (i64,), NEXT, school.as_str());
    small(next.map_or(1, |(number,)| number))
}

/// Adds a situation of a school.
pub async fn add_situation(tx: &mut WriteTx, situation: &Situation) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_SITUATION)
            .bind(situation.id.as_str())
            .bind(situation.school.as_str())
            .bind(&situation.title)
            .bind(&situation.happened)
            .bind(&situation.mentor)
            .bind(&situation.newcomer)
            .bind(&situation.watch)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// A situation is played no more.
pub async fn retire(tx: &mut WriteTx, situation: &Situation) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(RETIRE).bind(situation.school.as_str()).bind(situation.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// A situation of a school.
pub async fn situation(tx: &mut Tx, id: &SituationId) -> Result<Option<Situation>> {
    one(row!(tx, SituationRow, SITUATION, id.as_str()))
}

/// Those that a school wrote, the ones put aside included.
pub async fn situations(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Situation>> {
    all(rows!(tx, SituationRow, SITUATIONS, school.as_str()))
}

/// Writes a decision down.
pub async fn decide(tx: &mut WriteTx, decision: &Decision) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(DECIDE)
            .bind(decision.id.as_str())
            .bind(decision.school.as_str())
            .bind(decision.scene.as_str())
            .bind(&decision.text)
            .bind(decision.owner.as_str())
            .bind(decision.home.as_str())
            .bind(decision.until.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Says a decision that is not carried out in other words.
pub async fn correct(tx: &mut WriteTx, decision: &Decision) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(CORRECT)
            .bind(decision.id.as_str())
            .bind(&decision.text)
            .bind(decision.owner.as_str())
            .bind(decision.home.as_str())
            .bind(decision.until.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a decision out that is not carried out.
pub async fn undecide(tx: &mut WriteTx, id: &SceneDecisionId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(UNDECIDE).bind(id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// A decision is carried out.
pub async fn done(tx: &mut WriteTx, id: &SceneDecisionId, at: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(DONE).bind(id.as_str()).bind(millis(at)).execute(c).await?;
    });
    Ok(())
}

/// A decision.
pub async fn decision(tx: &mut Tx, id: &SceneDecisionId) -> Result<Option<Decision>> {
    one(row!(tx, DecisionRow, DECISION, id.as_str()))
}

/// Those of a meeting, in their order.
pub async fn decisions(tx: &mut Tx, scene: &Scene) -> Result<Vec<Decision>> {
    all(rows!(tx, DecisionRow, DECISIONS, scene.school.as_str(), scene.id.as_str()))
}

/// Those that somebody of a school took on, at other schools, too, by their day.
pub async fn owned(tx: &mut Tx, home: &SchoolId, owner: &PersonId) -> Result<Vec<Decision>> {
    all(rows!(tx, DecisionRow, OWNED, home.as_str(), owner.as_str()))
}

/// The recording of a meeting, where there is a link.
pub async fn recording(tx: &mut Tx, scene: &Scene) -> Result<Option<Recording>> {
    let found = row!(tx, (String,), LINKED, scene.school.as_str(), scene.id.as_str());
    let Some((link,)) = found else { return Ok(None) };
    let viewers = rows!(tx, (String,), VIEWERS, scene.school.as_str(), scene.id.as_str());
    Ok(Some(Recording { link, viewers: viewers.into_iter().map(|(person,)| person.into()).collect() }))
}

/// Sets the link with its viewers, or takes both away.
pub async fn set_recording(tx: &mut WriteTx, scene: &Scene, recording: Option<&Recording>) -> Result<()> {
    let (school, id) = (scene.school.as_str(), scene.id.as_str());
    on!(tx.0, c => {
        sqlx::query(SHUT).bind(school).bind(id).execute(c).await?;
    });
    let Some(recording) = recording else {
        on!(tx.0, c => {
            sqlx::query(UNLINK).bind(school).bind(id).execute(c).await?;
        });
        return Ok(());
    };
    on!(tx.0, c => {
        sqlx::query(LINK).bind(school).bind(id).bind(&recording.link).execute(c).await?;
    });
    for person in &recording.viewers {
        let home = scene.home_of(person).as_str();
        on!(tx.0, c => {
            sqlx::query(LET_IN).bind(school).bind(id).bind(person.as_str()).bind(home).execute(c).await?;
        });
    }
    Ok(())
}

//! Looks whether what is stored holds together, without changing anything: the database's own integrity,
//! references, the guard of the log, and whether every row can still be read.

mod database;

pub use database::{Log, Orphans, damages, log, orphans};

use crate::{Result, StoreError, Tx};
use domain::sides::Side;
use domain::signatures::Paper;
use domain::{PersonId, ProgrammeId, SchoolId};

sql! {
    DISTRICTS = "SELECT id FROM districts ORDER BY id";
    SCHOOLS = "SELECT id FROM schools ORDER BY id";
    PROGRAMMES = "SELECT school_id, id FROM programmes ORDER BY school_id, id";
    PEOPLE = "SELECT id FROM people ORDER BY id";
    NEWCOMERS = "SELECT id FROM newcomers ORDER BY id";
    MENTORS = "SELECT id FROM mentors ORDER BY id";
    REQUESTS = "SELECT id FROM requests ORDER BY id";
    HANDOVERS = "SELECT id FROM handovers ORDER BY id";
    PAIRS = "SELECT id FROM pairs ORDER BY id";
    CONTACTS = "SELECT id FROM contacts ORDER BY id";
    ROTATIONS = "SELECT id FROM rotations ORDER BY id";
    PROPOSALS = "SELECT id FROM proposals ORDER BY id";
    ORDERS = "SELECT id FROM orders ORDER BY id";
    PLANS = "SELECT id FROM plans ORDER BY id";
    REPORTS = "SELECT id FROM reports ORDER BY id";
    OBSERVATIONS = "SELECT id FROM observations ORDER BY id";
    SURVEYS = "SELECT id FROM surveys ORDER BY id";
    SITTINGS = "SELECT id FROM sittings ORDER BY id";
    COMMISSIONS = "SELECT id FROM commissions ORDER BY id";
    IMPORTS = "SELECT id FROM imports ORDER BY id";
    CHOICES = "SELECT school_id, programme_id, round, side, author_id FROM choices ORDER BY school_id, programme_id, round, side, author_id";
    ROUNDS = "SELECT id FROM rounds ORDER BY id";
    LAST_LINE = "SELECT COALESCE(MAX(id), 0) FROM audit";
}

/// Ids of all programmes with their schools.
pub async fn programmes(tx: &mut Tx) -> Result<Vec<(SchoolId, ProgrammeId)>> {
    let rows: Vec<(String, String)> = on!(tx, c => sqlx::query_as(PROGRAMMES).fetch_all(c).await?);
    Ok(rows.into_iter().map(|(school, id)| (school.into(), id.into())).collect())
}

/// A row that cannot be read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The table where reading began.
    pub table: &'static str,
    /// The id of the row there.
    pub id: String,
    /// What could not be read: a state, a day, a number.
    pub what: &'static str,
}

/// Rows that cannot be read back: every row is read as pages and actions read it. `told` hears the name of each
/// table before it is read.
pub async fn unreadable(tx: &mut Tx, told: &mut dyn FnMut(&str)) -> Result<Vec<Unreadable>> {
    let mut found = Vec::new();
    districts(tx, &mut found, told).await?;
    schools(tx, &mut found, told).await?;
    people(tx, &mut found, told).await?;
    candidates(tx, &mut found, told).await?;
    requests(tx, &mut found, told).await?;
    pairs(tx, &mut found, told).await?;
    papers(tx, &mut found, told).await?;
    sittings(tx, &mut found, told).await?;
    commissions(tx, &mut found, told).await?;
    Ok(found)
}

async fn ids(tx: &mut Tx, statement: &'static str) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = on!(tx, c => sqlx::query_as(statement).fetch_all(c).await?);
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Notes what cannot be read and goes on; any other error ends the look.
fn keep<T>(found: &mut Vec<Unreadable>, table: &'static str, id: &str, read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(StoreError::Unreadable(what)) => {
            found.push(Unreadable { table, id: id.to_owned(), what });
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

async fn districts(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("districts");
    for id in ids(tx, DISTRICTS).await? {
        forms(tx, found, &id, crate::formsets::Place::District(&id.as_str().into())).await?;
    }
    Ok(())
}

/// The mentor course of a school.
async fn courses(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    keep(found, "courses", id, crate::courses::candidates(tx, school).await)?;
    keep(found, "course_applications", id, crate::courses::applications(tx, school).await)?;
    keep(found, "course_applications", id, crate::courses::all_declined(tx, school).await)?;
    keep(found, "course_cases", id, crate::courses::cards(tx, school).await)?;
    keep(found, "course_replies", id, crate::courses::replies(tx, school).await)?;
    keep(found, "trainings", id, crate::courses::trainings(tx, school).await)?;
    keep(found, "training_bookings", id, crate::courses::bookings_of_school(tx, school).await)?;
    keep(found, "certificates", id, crate::certificates::of_school(tx, school).await)?;
    keep(found, "recognitions", id, crate::recognitions::of_school(tx, school).await)?;
    keep(found, "appeals", id, crate::appeals::of_school(tx, school).await)?;
    keep(found, "rubric_cuts", id, crate::rubrics::of_school(tx, school).await)?;
    Ok(())
}

/// Awards to pupils of a school.
async fn awards(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let awards = keep(found, "awards", school.as_str(), crate::awards::of_school(tx, school).await)?;
    for one in awards.into_iter().flatten() {
        keep(found, "award_nominees", one.id.as_str(), crate::awards::nominees(tx, &one).await)?;
        keep(found, "award_nominees", one.id.as_str(), crate::awards::declined(tx, &one).await)?;
        keep(found, "award_appeals", one.id.as_str(), crate::awards::appeals(tx, &one).await)?;
    }
    Ok(())
}

/// Modelled situations: those that the school wrote, the meetings, what they decided, links to recordings.
async fn scenes(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    keep(found, "situations", id, crate::scenes::situations(tx, school).await)?;
    let scenes = keep(found, "scenes", id, crate::scenes::of_school(tx, school).await)?;
    for scene in scenes.into_iter().flatten() {
        let id = scene.id.as_str();
        keep(found, "scene_decisions", id, crate::scenes::decisions(tx, &scene).await)?;
        keep(found, "scene_recordings", id, crate::scenes::recording(tx, &scene).await)?;
    }
    Ok(())
}

/// What a district or a school has made of its forms and its programmes.
async fn forms(
    tx: &mut Tx,
    found: &mut Vec<Unreadable>,
    id: &str,
    place: crate::formsets::Place<'_>,
) -> Result<()> {
    for kind in domain::formsets::Kind::ALL {
        keep(found, "form_fields", id, crate::formsets::fields(tx, place, kind).await)?;
        keep(found, "form_editions", id, crate::reports::editions(tx, place, kind).await)?;
    }
    keep(found, "programme_templates", id, crate::programme_templates::of(tx, place).await)?;
    if let crate::formsets::Place::District(_) = place {
        let kept = crate::plans::templates::in_force(tx, place).await;
        keep(found, "district_plan_templates", id, kept)?;
    }
    Ok(())
}

async fn sociometries(tx: &mut Tx, school: &SchoolId, found: &mut Vec<Unreadable>) -> Result<()> {
    let all = crate::sociometries::of_school(tx, school).await;
    for one in keep(found, "sociometries", school.as_str(), all)?.into_iter().flatten() {
        let id = one.id.as_str();
        keep(found, "sociometry_members", id, crate::sociometries::members(tx, &one).await)?;
        keep(found, "sociometry_counts", id, crate::sociometries::kept(tx, &one).await)?;
    }
    Ok(())
}

/// Pairs of pupils and the journal of their meetings.
async fn peers(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    keep(found, "peer_profiles", id, crate::peers::profiles(tx, school).await)?;
    keep(found, "peer_pairs", id, crate::peers::of_school(tx, school).await)?;
    keep(found, "peer_pauses", id, crate::peers::pauses(tx, school).await)?;
    keep(found, "peer_sessions", id, crate::journals::of_school(tx, school).await)?;
    keep(found, "journal_signatures", id, crate::journals::signatures(tx, school).await)?;
    Ok(())
}

async fn volunteers(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    keep(found, "organisations", id, crate::organisations::of_school(tx, school).await)?;
    let volunteers = keep(found, "volunteers", id, crate::volunteers::of_school(tx, school).await)?;
    for one in volunteers.into_iter().flatten() {
        let trainings = crate::volunteers::trainings(tx, &one).await;
        keep(found, "volunteer_trainings", one.id.as_str(), trainings)?;
        let application = crate::references::application(tx, &one).await;
        keep(found, "volunteer_applications", one.id.as_str(), application)?;
        let referees = crate::references::of_volunteer(tx, &one).await;
        keep(found, "volunteer_references", one.id.as_str(), referees)?;
    }
    Ok(())
}

async fn referrals(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    let referrals = keep(found, "referrals", id, crate::referrals::of_school(tx, school).await)?;
    for one in referrals.into_iter().flatten() {
        let reason = crate::referrals::reason(tx, &one).await;
        keep(found, "referral_reasons", one.id.as_str(), reason)?;
    }
    keep(found, "pupil_blocks", id, crate::pupils::blocks::of_school(tx, school).await)?;
    Ok(())
}

async fn ideas(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    keep(found, "ideas", id, crate::ideas::of_school(tx, school).await)?;
    keep(found, "idea_comments", id, crate::ideas::comments(tx, school).await)?;
    keep(found, "idea_steps", id, crate::ideas::steps(tx, school).await)?;
    Ok(())
}

async fn lanterns(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    let lanterns = keep(found, "lanterns", id, crate::lanterns::of_school(tx, school).await)?;
    for one in lanterns.into_iter().flatten() {
        let id = one.id.as_str();
        keep(found, "lantern_hours", id, crate::lanterns::hours(tx, &one).await)?;
        keep(found, "lantern_questions", id, crate::lanterns::questions(tx, &one).await)?;
    }
    keep(found, "lantern_notes", id, crate::lanterns::notes(tx, school).await)?;
    Ok(())
}

async fn messages(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    keep(found, "messages", id, crate::messages::of_school(tx, school).await)?;
    let sent = keep(found, "broadcasts", id, crate::messages::broadcasts(tx, school).await)?;
    for one in sent.into_iter().flatten() {
        let deliveries = crate::messages::deliveries(tx, &one).await;
        keep(found, "broadcast_deliveries", one.id.as_str(), deliveries)?;
    }
    Ok(())
}

async fn camps(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let camps = keep(found, "camps", school.as_str(), crate::camps::of_school(tx, school).await)?;
    for one in camps.into_iter().flatten() {
        let id = one.id.as_str();
        keep(found, "camp_people", id, crate::camps::members(tx, &one).await)?;
        keep(found, "camp_ideas", id, crate::camps::voices::ideas(tx, &one).await)?;
    }
    Ok(())
}

async fn lots(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let lots = keep(found, "lots", school.as_str(), crate::lots::of_school(tx, school).await)?;
    for one in lots.into_iter().flatten() {
        keep(found, "lot_pupils", one.id.as_str(), crate::lots::entries(tx, &one).await)?;
    }
    Ok(())
}

async fn concerns(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    let id = school.as_str();
    let concerns = keep(found, "concerns", id, crate::concerns::of_school(tx, school).await)?;
    for one in concerns.into_iter().flatten() {
        let entries = crate::concerns::entries(tx, &one).await;
        keep(found, "concern_entries", one.id.as_str(), entries)?;
        keep(found, "concern_reads", one.id.as_str(), crate::concerns::reads(tx, &one).await)?;
    }
    Ok(())
}

async fn schools(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("schools");
    for id in ids(tx, SCHOOLS).await? {
        let school = SchoolId::from(id.as_str());
        keep(found, "schools", &id, crate::schools::get(tx, &school).await)?;
        keep(found, "pupils", &id, crate::pupils::of_school(tx, &school).await)?;
        keep(found, "pupil_figures", &id, crate::pupils::figures(tx, &school).await)?;
        keep(found, "pupil_consents", &id, crate::pupils::consents::of_school(tx, &school).await)?;
        keep(found, "pupil_scans", &id, crate::pupils::scans::of_school(tx, &school).await)?;
        volunteers(tx, found, &school).await?;
        referrals(tx, found, &school).await?;
        peers(tx, found, &school).await?;
        awards(tx, found, &school).await?;
        lots(tx, found, &school).await?;
        ideas(tx, found, &school).await?;
        lanterns(tx, found, &school).await?;
        messages(tx, found, &school).await?;
        keep(found, "data_checks", &id, crate::data_checks::of_school(tx, &school).await)?;
        keep(found, "deletions", &id, crate::deletions::of_school(tx, &school).await)?;
        keep(found, "absences", &id, crate::absences::of_school(tx, &school).await)?;
        keep(found, "reservations", &id, crate::reservations::of_school(tx, &school).await)?;
        keep(found, "deputies", &id, crate::deputies::of_school(tx, &school).await)?;
        keep(found, "duties", &id, crate::duties::of_school(tx, &school).await)?;
        concerns(tx, found, &school).await?;
        sociometries(tx, &school, found).await?;
        keep(found, "lessons", &id, crate::timetables::of_school(tx, &school).await)?;
        keep(found, "special_days", &id, crate::programmes::special_days(tx, &school).await)?;
        keep(found, "endings", &id, crate::endings::of_school(tx, &school).await)?;
        let added = crate::competencies::additions(tx, &school).await;
        keep(found, "competency_items", &id, added)?;
        keep(found, "questions", &id, crate::questions::every(tx, &school).await)?;
        keep(found, "report_uses", &id, crate::reports::used(tx, &school).await)?;
        forms(tx, found, &id, crate::formsets::Place::School(&school)).await?;
        scenes(tx, found, &school).await?;
        camps(tx, found, &school).await?;
        courses(tx, found, &school).await?;
        log_of(tx, found, &school).await?;
    }
    log_of(tx, found, &"".into()).await?;
    told("programmes");
    for (school, programme) in programmes(tx).await? {
        let id = programme.as_str();
        let got = crate::programmes::get(tx, &school, &programme).await;
        if let Some(got) = keep(found, "programmes", id, got)?.flatten() {
            keep(found, "pulses", id, crate::pulses::of_programme(tx, &got).await)?;
            keep(found, "pulse_wordings", id, crate::pulses::wordings(tx, &got).await)?;
            keep(found, "pulse_rounds", id, crate::pulses::begun(tx, &got).await)?;
            keep(found, "pulse_signs", id, crate::pulses::signs(tx, &got).await)?;
        }
        let lines = crate::regulations::of_programme(tx, &school, &programme).await;
        keep(found, "regulation_lines", id, lines)?;
        let given = crate::motivations::of_programme(tx, &school, &programme).await;
        keep(found, "motivations", id, given)?;
        keep(found, "programme_draws", id, crate::draws::of_programme(tx, &school, &programme).await)?;
        keep(found, "programme_stops", id, crate::programmes::stop_of(tx, &school, &programme).await)?;
        keep(found, "setting_changes", id, crate::programmes::changes(tx, &school, &programme).await)?;
    }
    Ok(())
}

/// Reads the log page by page: it is the longest table.
async fn log_of(tx: &mut Tx, found: &mut Vec<Unreadable>, school: &SchoolId) -> Result<()> {
    const PAGE: i64 = 1000;
    let mut before = i64::MAX;
    loop {
        let lines = crate::audit::of_school(tx, school, before, PAGE).await;
        let Some(lines) = keep(found, "audit", school.as_str(), lines)? else { return Ok(()) };
        let Some(last) = lines.last() else { return Ok(()) };
        before = last.id;
    }
}

async fn people(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("people");
    for id in ids(tx, PEOPLE).await? {
        let person = PersonId::from(id.as_str());
        let read = keep(found, "people", &id, crate::people::get(tx, &person).await)?.flatten();
        keep(found, "roles", &id, crate::people::roles_of(tx, &person).await)?;
        keep(found, "accounts", &id, crate::accounts::of_person(tx, &person).await)?;
        if let Some(school) = read.and_then(|person| person.school) {
            keep(found, "impressions", &id, crate::contacts::impressions(tx, &school, &person).await)?;
            keep(found, "paper_readings", &id, crate::signatures::readings(tx, &school, &person).await)?;
        }
    }
    told("choices");
    let rows: Vec<(String, String, i64, String, String)> =
        on!(tx, c => sqlx::query_as(CHOICES).fetch_all(c).await?);
    for (school, programme, round, side, author) in rows {
        let known = [Side::Newcomer, Side::Mentor].into_iter().find(|known| known.word() == side);
        let side = crate::sql::known(known, "side of a ranking");
        let Some(side) = keep(found, "choices", &author, side)? else { continue };
        let round = keep(found, "choices", &author, crate::sql::small(round))?;
        let Some(round) = round else { continue };
        let (school, programme, person) = (school.into(), programme.into(), author.as_str().into());
        let read = crate::choices::of_author(tx, &school, &programme, round, side, &person).await;
        keep(found, "choices", &author, read)?;
    }
    told("rounds");
    for id in ids(tx, ROUNDS).await? {
        keep(found, "rounds", &id, crate::rounds::get(tx, &id.as_str().into()).await)?;
    }
    Ok(())
}

async fn candidates(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("newcomers");
    for id in ids(tx, NEWCOMERS).await? {
        let newcomer = keep(found, "newcomers", &id, crate::newcomers::get(tx, &id.as_str().into()).await)?;
        if let Some(newcomer) = newcomer.flatten() {
            let maps = crate::difficulties::of_newcomer(tx, &newcomer.school, &newcomer.id).await;
            keep(found, "difficulties", &id, maps)?;
            let earlier = crate::difficulties::earlier(tx, &newcomer.school, &newcomer.id).await;
            keep(found, "earlier_difficulties", &id, earlier)?;
            let ticks = crate::milestones::of_newcomer(tx, &newcomer.school, &newcomer.id).await;
            keep(found, "milestones", &id, ticks)?;
            let evidence = crate::competencies::evidence(tx, &newcomer.school, &newcomer.id).await;
            keep(found, "competency_evidence", &id, evidence)?;
        }
    }
    told("mentors");
    for id in ids(tx, MENTORS).await? {
        keep(found, "mentors", &id, crate::mentors::get(tx, &id.as_str().into()).await)?;
    }
    told("contacts");
    for id in ids(tx, CONTACTS).await? {
        keep(found, "contacts", &id, crate::contacts::get(tx, &id.as_str().into()).await)?;
    }
    told("rotations");
    for id in ids(tx, ROTATIONS).await? {
        keep(found, "rotations", &id, crate::rotations::get(tx, &id.as_str().into()).await)?;
    }
    Ok(())
}

/// Sittings with what is frozen in them, and their papers with every answer.
async fn sittings(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("sittings");
    for id in ids(tx, SITTINGS).await? {
        let exam = id.as_str().into();
        let read = keep(found, "sittings", &id, crate::sittings::get(tx, &exam).await)?.flatten();
        let Some(sitting) = read else { continue };
        for language in domain::questions::Language::ALL {
            let bank = crate::sittings::bank(tx, &sitting, language).await;
            keep(found, "sitting_questions", &id, bank)?;
        }
        keep(found, "sitting_guests", &id, crate::sittings::guests(tx, &sitting).await)?;
        keep(found, "sitting_extensions", &id, crate::sittings::extensions(tx, &sitting).await)?;
        keep(found, "panels", &id, crate::panels::get(tx, &exam).await)?;
        keep(found, "attempt_outages", &id, crate::attempts::given(tx, &sitting.school, &exam).await)?;
        keep(found, "sitting_downtimes", &id, crate::attempts::downtimes(tx, &sitting.school, &exam).await)?;
        let papers = crate::attempts::of_sitting(tx, &sitting.school, &exam).await;
        for paper in keep(found, "attempts", &id, papers)?.unwrap_or_default() {
            keep(found, "attempt_marks", paper.id.as_str(), crate::attempts::marks(tx, &paper).await)?;
        }
    }
    Ok(())
}

/// Commissions with their candidates and every sheet.
async fn commissions(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("commissions");
    for id in ids(tx, COMMISSIONS).await? {
        let read = crate::commissions::get(tx, &id.as_str().into()).await;
        let Some(commission) = keep(found, "commissions", &id, read)?.flatten() else { continue };
        let hearings = crate::commissions::hearings(tx, &commission).await;
        for hearing in keep(found, "hearings", &id, hearings)?.unwrap_or_default() {
            keep(
                found,
                "hearing_grades",
                hearing.id.as_str(),
                crate::grades::of_hearing(tx, &hearing).await,
            )?;
        }
    }
    Ok(())
}

async fn requests(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("requests");
    for id in ids(tx, REQUESTS).await? {
        let request = keep(found, "requests", &id, crate::requests::get(tx, &id.as_str().into()).await)?;
        if let Some(request) = request.flatten() {
            keep(found, "request_words", &id, crate::requests::words(tx, &request).await)?;
            keep(found, "request_reasons", &id, crate::requests::reason(tx, &request).await)?;
            keep(found, "request_follows", &id, crate::requests::follow(tx, &request).await)?;
        }
    }
    Ok(())
}

async fn pairs(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("pairs");
    for id in ids(tx, PAIRS).await? {
        let pair = keep(found, "pairs", &id, crate::pairs::get(tx, &id.as_str().into()).await)?;
        if let Some(pair) = pair.flatten() {
            keep(found, "consents", &id, crate::consents::of_pair(tx, &pair).await)?;
            for side in Side::BOTH {
                keep(found, "consents", &id, crate::consents::shown(tx, &pair, side).await)?;
            }
            let reviews = crate::endings::reviews(tx, &pair.school, &pair.id).await;
            keep(found, "ending_reviews", &id, reviews)?;
            let extensions = crate::extensions::of_pair(tx, &pair.school, &pair.id).await;
            keep(found, "extensions", &id, extensions)?;
            let pauses = crate::pauses::of_pair(tx, &pair.school, &pair.id).await;
            keep(found, "pair_pauses", &id, pauses)?;
        }
    }
    told("handovers");
    for id in ids(tx, HANDOVERS).await? {
        keep(found, "handovers", &id, crate::handovers::get(tx, &id.as_str().into()).await)?;
    }
    told("proposals");
    for id in ids(tx, PROPOSALS).await? {
        keep(found, "proposals", &id, crate::proposals::get(tx, &id.as_str().into()).await)?;
    }
    Ok(())
}

async fn observations(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("observations");
    for id in ids(tx, OBSERVATIONS).await? {
        let got = crate::observations::get(tx, &id.as_str().into()).await;
        if let Some(one) = keep(found, "observations", &id, got)?.flatten() {
            let sheets = crate::observations::sheets(tx, &one.school, &one.id, &one.observer).await;
            keep(found, "observation_sheets", &id, sheets)?;
        }
    }
    Ok(())
}

async fn signatures(
    tx: &mut Tx,
    found: &mut Vec<Unreadable>,
    school: &SchoolId,
    paper: &Paper,
) -> Result<()> {
    let signed = crate::signatures::of_paper(tx, school, paper).await;
    keep(found, "paper_signatures", paper.id(), signed)?;
    keep(found, "paper_seals", paper.id(), crate::seals::of_paper(tx, school, paper).await)?;
    Ok(())
}

async fn papers(tx: &mut Tx, found: &mut Vec<Unreadable>, told: &mut dyn FnMut(&str)) -> Result<()> {
    told("orders");
    for id in ids(tx, ORDERS).await? {
        let order = keep(found, "orders", &id, crate::orders::get(tx, &id.as_str().into()).await)?;
        if let Some(order) = order.flatten() {
            keep(found, "order_lines", &id, crate::orders::lines(tx, &order).await)?;
            keep(found, "orders", &id, crate::orders::sheet(tx, &order).await)?;
            signatures(tx, found, &order.school, &Paper::Order(order.id.clone())).await?;
        }
    }
    told("plans");
    for id in ids(tx, PLANS).await? {
        let plan = keep(found, "plans", &id, crate::plans::get(tx, &id.as_str().into()).await)?;
        if let Some(plan) = plan.flatten() {
            keep(found, "plan_items", &id, crate::plans::items(tx, &plan).await)?;
            keep(found, "plan_changes", &id, crate::plans::changes(tx, &plan).await)?;
            keep(found, "plan_goals", &id, crate::goals::of_plan(tx, &plan).await)?;
            keep(found, "plan_goal_steps", &id, crate::goals::steps(tx, &plan).await)?;
            keep(found, "plan_goal_changes", &id, crate::goals::changes(tx, &plan).await)?;
            keep(found, "plan_reviews", &id, crate::goals::reviews(tx, &plan).await)?;
            keep(found, "plan_signings", &id, crate::plans::signings::get(tx, &plan).await)?;
            signatures(tx, found, &plan.school, &Paper::Plan(plan.id.clone())).await?;
        }
    }
    told("plan_templates");
    told("sanctions");
    for id in ids(tx, SCHOOLS).await? {
        keep(found, "sanctions", &id, crate::sanctions::of_school(tx, &id.as_str().into()).await)?;
        keep(found, "plan_templates", &id, crate::plans::templates::latest(tx, &id.as_str().into()).await)?;
    }
    told("reports");
    for id in ids(tx, REPORTS).await? {
        let report = keep(found, "reports", &id, crate::reports::get(tx, &id.as_str().into()).await)?;
        if let Some(report) = report.flatten() {
            keep(found, "report_signatures", &id, crate::reports::signatures(tx, &report).await)?;
            keep(found, "report_events", &id, crate::reports::events(tx, &report).await)?;
            keep(found, "report_seals", &id, crate::seals::of_report(tx, &report).await)?;
        }
    }
    observations(tx, found, told).await?;
    told("surveys");
    for id in ids(tx, SURVEYS).await? {
        let got = crate::surveys::get(tx, &id.as_str().into()).await;
        if let Some(survey) = keep(found, "surveys", &id, got)?.flatten() {
            keep(found, "survey_answers", &id, crate::surveys::answers(tx, &survey).await)?;
        }
    }
    told("imports");
    for id in ids(tx, IMPORTS).await? {
        let import = keep(found, "imports", &id, crate::rosters::get(tx, &id.as_str().into()).await)?;
        if let Some(import) = import.flatten() {
            let changes = crate::rosters::changes(tx, &import.school, &import.id).await;
            keep(found, "import_changes", &id, changes)?;
        }
    }
    Ok(())
}

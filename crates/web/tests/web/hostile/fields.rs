//! Every text field of every form. A field that is added to a page is added here: a test compares this table with
//! what stands on the pages.

/// How a field keeps what is typed into it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keeps {
    /// As [`super::strings::kept`] says, in a column.
    Text(&'static str, &'static str),
    /// The same, with composed letters and single spaces, as lists are read.
    Line(&'static str, &'static str),
    /// As a value inside the JSON of a column.
    Json(&'static str, &'static str),
    /// Nothing is kept of what is typed: a search, a number, a password.
    Nothing,
}

/// A text field of a form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Method and path as registered.
    pub(crate) route: &'static str,
    pub(crate) name: &'static str,
    /// Who fills it in; nobody for a stranger.
    pub(crate) who: &'static str,
    /// The path, `{table}` standing for the last id in a table.
    pub(crate) path: &'static str,
    /// The rest of the form.
    pub(crate) rest: &'static [(&'static str, &'static str)],
    /// Statements that make room for the next text.
    pub(crate) before: &'static str,
    /// Put behind each text where a field asks for a least length.
    pub(crate) tail: &'static str,
    pub(crate) most: usize,
    /// May be left empty.
    pub(crate) optional: bool,
    pub(crate) keeps: Keeps,
    /// Who reads it where afterwards; an empty path is where the form led.
    pub(crate) shown: Option<(&'static str, &'static str)>,
}

const PLAIN: Field = Field {
    route: "",
    name: "",
    who: "",
    path: "",
    rest: &[],
    before: "",
    tail: "",
    most: 0,
    optional: false,
    keeps: Keeps::Nothing,
    shown: None,
};

/// Nothing of Дана's waits for an answer.
const CLOSED_IDEAS: &str = "UPDATE ideas SET state = 'declined'";
/// All ideas are Дана's, new, without a name and on the board.
const OPEN_IDEAS: &str = "UPDATE ideas SET state = 'new', author_id = 'dana', unnamed = 1, shown_on = '2026-10-05', \
    answer = NULL, removed = NULL, disclosed = NULL";
/// All of them are Дана's, with her name, and nobody has touched them.
const OWN_IDEAS: &str = "UPDATE ideas SET state = 'new', author_id = 'dana', unnamed = 0, shown_on = '2026-10-05', \
    answerer_id = NULL, answer = NULL, removed = NULL, disclosed = NULL; DELETE FROM idea_comments; \
    DELETE FROM idea_votes";
/// All of them are being done by Дана, and have no step.
const TAKEN_IDEAS: &str = "UPDATE ideas SET state = 'taken', author_id = 'dana', shown_on = '2026-10-05', \
    removed = NULL; DELETE FROM idea_steps; DELETE FROM idea_members; \
    INSERT INTO idea_members (school_id, idea_id, person_id) SELECT school_id, id, 'dana' FROM ideas";

/// A template in use, one text of which is written.
const MESSAGE: Field = Field {
    route: "POST /messages/{id}",
    who: "gulnafisa",
    path: "/messages/{messages}",
    before: "UPDATE messages SET used = 1",
    optional: true,
    keeps: Keeps::Json("messages", "texts"),
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A camp of school 12; the last one that was made is being prepared.
const CAMP: Field = Field {
    route: "POST /camps",
    who: "gulnafisa",
    path: "/camps",
    most: 120,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// The grids are empty.
const CAMP_EMPTY: &str = "UPDATE camps SET state = 'planned', seed = '', slots = '[]', first_day = '2026-11-03', last_day = '2026-11-03'";
/// They have one slot without workshops.
const CAMP_SLOT: &str = "UPDATE camps SET state = 'planned', seed = '', first_day = '2026-11-03', last_day = '2026-11-03', \
    slots = '[{\"day\":\"2026-11-03\",\"from\":\"10:00:00\",\"until\":\"11:00:00\",\"title\":\"а\",\"place\":\"\",\"workshops\":[]}]'";
/// They are open, without groups, and Дана takes part.
const CAMP_OPEN: &str = "UPDATE camps SET state = 'open', seed = '0', camp_groups = '[]', words = ''; DELETE FROM camp_people; \
    INSERT INTO camp_people (school_id, camp_id, person_id, home_id, wishes, got, present) \
    SELECT school_id, id, 'dana', school_id, '[]', '[]', '[]' FROM camps";
/// A workshop of it.
const WORKSHOP: Field = Field {
    route: "POST /camps/{id}/workshop",
    path: "/camps/{camps}/workshop",
    before: CAMP_SLOT,
    keeps: Keeps::Json("camps", "slots"),
    ..CAMP
};

/// Дана's light is lit.
const LANTERN: Field = Field { who: "dana", before: "UPDATE lanterns SET state = 'lit'", ..PLAIN };
/// The same, and Айгүл has asked one thing.
const ASKED_LANTERN: &str = "UPDATE lanterns SET state = 'lit'; DELETE FROM lantern_questions; \
    INSERT INTO lantern_questions (id, school_id, lantern_id, asker_id, words) \
    SELECT '0-asked', school_id, id, 'aigul', 'Қалай?' FROM lanterns WHERE person_id = 'dana'";

const PLANNED: Field =
    Field { route: "GET /rotations/new", who: "gulnafisa", path: "/rotations/new", ..PLAIN };
/// A reason in a sitting of the exam; the coordinator reads it on its page.
const SITTING: Field = Field { who: "gulnafisa", most: 300, shown: Some(("gulnafisa", "")), ..PLAIN };
/// The rule of an award, which is published in one line of words.
const AWARD: Field = Field { route: "POST /awards", who: "gulnafisa", path: "/awards", ..PLAIN };
/// What is said anew of a pupil who is named for an award, and what comes when the list is frozen and drawn.
const AWARD_CHILD: Field = Field {
    route: "POST /awards/{id}/pupils/{pupil}",
    who: "dana",
    path: "/awards/{awards}/pupils/ayan",
    ..PLAIN
};
/// Another pupil who is named.
const NOMINATED: Field = Field {
    route: "POST /awards/{id}/nominate",
    who: "gulnafisa",
    path: "/awards/{awards}/nominate",
    before: "DELETE FROM award_nominees WHERE pupil_id = 'erzhan'",
    ..PLAIN
};
const AWARD_STEP: Field =
    Field { route: "POST /awards/{id}/step", who: "gulnafisa", path: "/awards/{awards}/step", ..PLAIN };
/// What a paper about a pupil says, on the pupil's page.
const PUPIL_CONSENT: Field = Field {
    who: "gulnafisa",
    before: "DELETE FROM pupil_consents",
    most: 120,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A goal that Ерсін is offered, with the consents that it needs.
const REFERRAL: Field = Field {
    route: "POST /pupils/{id}/refer",
    who: "dana",
    path: "/pupils/ersin/refer",
    before: "DELETE FROM referral_reasons; DELETE FROM referrals; DELETE FROM pupil_blocks; \
        DELETE FROM pupil_consents; \
        INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, \
        given_on, last_day, text_version, rule_version, entered_by, entered_at) VALUES \
        ('ersin-data', 'school-12', 'ersin', 'data', 'Жұмабаева Айша', 'paper', 'Папка 8А', 1, \
        '2026-10-02', '2027-07-31', '2026-11', 'x', 'gulnafisa', 0), \
        ('ersin-part', 'school-12', 'ersin', 'participation', 'Жұмабаева Айша', 'paper', 'Папка 8А', 1, \
        '2026-10-02', '2027-07-31', '2026-11', 'x', 'gulnafisa', 0)",
    ..PLAIN
};
/// What stands in the case of a concern that is led.
const LED: Field = Field {
    who: "serik",
    before: "UPDATE concerns SET state = 'led', leader_id = 'serik', closed_at = NULL, outcome = NULL",
    shown: Some(("serik", "")),
    ..PLAIN
};
/// A concern as it is raised, read again by whoever raised it.
const RAISED: Field = Field {
    route: "POST /concerns/new",
    who: "dana",
    path: "/concerns/new",
    shown: Some(("dana", "")),
    ..PLAIN
};
/// A word to a class that is asked whom they choose; the specialist reads it on its page.
const SOCIOMETRY: Field = Field {
    route: "POST /sociometries",
    who: "bekzhan",
    path: "/sociometries",
    before: "DELETE FROM sociometry_members; DELETE FROM sociometries",
    most: 120,
    shown: Some(("bekzhan", "")),
    ..PLAIN
};
/// A number of the plan of a sitting.
const TYPED_PLAN: Field =
    Field { route: "POST /sittings/new", who: "gulnafisa", path: "/sittings/new", ..PLAIN };
const WISH: &str = "Хочу научиться начинать урок спокойно.";
const LONG_ENOUGH: &str = " - осы мәтінге дейінгі";
const READ: &str = "DELETE FROM request_words; DELETE FROM request_reasons; \
    UPDATE requests SET state = 'read', closed_why = NULL WHERE newcomer_id = 'dana'";
const FROM_ZERE: Field = Field {
    route: "POST /requests/new/{mentor}",
    who: "zere",
    path: "/requests/new/bekzhan",
    before: "DELETE FROM requests WHERE newcomer_id = 'zere'",
    shown: Some(("zere", "")),
    ..PLAIN
};
const OFFERED: Field = Field {
    route: "POST /requests/offer/{newcomer}",
    who: "bekzhan",
    path: "/requests/offer/zere",
    before: "DELETE FROM requests WHERE newcomer_id = 'zere'",
    shown: Some(("bekzhan", "")),
    ..PLAIN
};
const EDITED: Field = Field {
    route: "POST /requests/{id}/edit",
    who: "dana",
    path: "/requests/{requests}/edit",
    before: "UPDATE requests SET state = 'sent', closed_why = NULL WHERE newcomer_id = 'dana'; \
        DELETE FROM requests WHERE newcomer_id = 'zere'",
    shown: Some(("dana", "/requests/{requests}")),
    ..PLAIN
};
const ANSWERED: Field = Field {
    route: "POST /requests/{id}/answer",
    who: "aigul",
    path: "/requests/{requests}/answer",
    before: READ,
    shown: Some(("aigul", "/requests/{requests}")),
    ..PLAIN
};
const CARD: Field = Field {
    route: "POST /mentors/card",
    who: "aigul",
    path: "/mentors/card",
    most: 600,
    shown: Some(("dana", "/mentors/aigul")),
    ..PLAIN
};
const DECIDED: Field = Field {
    route: "POST /mentors/{id}/decide",
    who: "gulnafisa",
    path: "/mentors/{mentors}/decide",
    before: "DELETE FROM mentor_decisions; DELETE FROM roles WHERE person_id = 'polina' AND role = 'mentor'; \
        UPDATE mentors SET state = 'applied' WHERE person_id = 'polina'",
    most: 500,
    ..PLAIN
};
const PERSON: Field = Field {
    route: "POST /people/{id}/correct",
    who: "gulnafisa",
    path: "/people/polina/correct",
    rest: &[("version", "0"), ("family", "Котова"), ("given", "Полина"), ("category", "moderator")],
    before: "UPDATE people SET version = 0 WHERE id = 'polina'",
    most: 120,
    optional: true,
    shown: Some(("gulnafisa", "/people/polina")),
    ..PLAIN
};
const SCHOOL: Field = Field {
    route: "POST /school",
    who: "gulnafisa",
    path: "/school",
    rest: &[("version", "0"), ("name_kk", "а"), ("name_ru", "а"), ("short_kk", "а"), ("short_ru", "а")],
    before: "UPDATE schools SET version = 0 WHERE id = 'school-12'",
    most: 250,
    shown: Some(("serik", "/school")),
    ..PLAIN
};
const SETTING: Field = Field {
    route: "POST /programmes/{id}/settings/{key}",
    who: "gulnafisa",
    path: "/programmes/programme/settings/max_mentees",
    before: "UPDATE programmes SET settings = '{}'",
    ..PLAIN
};

/// Fields that are filled in while newcomers choose.
#[rustfmt::skip]
pub(crate) const SELECTION: &[Field] = &[
    Field { route: "GET /registers/{register}", name: "q", who: "gulnafisa", path: "/registers/mentors", ..PLAIN },
    Field { route: "POST /plans/difficulties", name: "words", who: "dana", path: "/plans/difficulties",
        rest: &[("planning", "2")], most: 500, optional: true, keeps: Keeps::Text("difficulties", "words"),
        shown: Some(("dana", "")), ..PLAIN },
    Field { name: "text", rest: &[("rhythm", "weekly")], tail: LONG_ENOUGH, most: 2000,
        keeps: Keeps::Text("requests", "text"), ..FROM_ZERE },
    Field { name: "goal", rest: &[("rhythm", "weekly"), ("text", WISH)], most: 120, optional: true,
        keeps: Keeps::Json("requests", "goals"), ..FROM_ZERE },
    Field { name: "text", rest: &[("rhythm", "weekly")], tail: LONG_ENOUGH, most: 2000,
        keeps: Keeps::Text("requests", "text"), ..OFFERED },
    Field { name: "goal", rest: &[("rhythm", "weekly"), ("text", WISH)], most: 120, optional: true,
        keeps: Keeps::Json("requests", "goals"), ..OFFERED },
    Field { name: "text", rest: &[("rhythm", "weekly")], tail: LONG_ENOUGH, most: 2000,
        keeps: Keeps::Text("requests", "text"), ..EDITED },
    Field { name: "goal", rest: &[("rhythm", "weekly"), ("text", WISH)], most: 120, optional: true,
        keeps: Keeps::Json("requests", "goals"), ..EDITED },
    Field { name: "question", rest: &[("answer", "ask")], most: 1000,
        keeps: Keeps::Text("request_words", "text"), ..ANSWERED },
    Field { name: "reason", rest: &[("answer", "decline")], most: 500, optional: true,
        keeps: Keeps::Text("request_reasons", "reason"), ..ANSWERED },
    Field { route: "POST /requests/{id}/reply", name: "answer_text", who: "dana", path: "/requests/{requests}/reply",
        before: "DELETE FROM request_words; UPDATE requests SET state = 'asked', closed_why = NULL WHERE newcomer_id = 'dana'",
        most: 1000, keeps: Keeps::Text("request_words", "text"), shown: Some(("dana", "/requests/{requests}")), ..PLAIN },
    Field { name: "motive", rest: &[("gives", "а"), ("works", "б"), ("languages", "kk"), ("places", "1")],
        keeps: Keeps::Text("mentors", "motive"), ..CARD },
    Field { name: "gives", rest: &[("motive", "а"), ("works", "б"), ("languages", "kk"), ("places", "1")],
        keeps: Keeps::Text("mentors", "gives"), ..CARD },
    Field { name: "works", rest: &[("motive", "а"), ("gives", "б"), ("languages", "kk"), ("places", "1")],
        keeps: Keeps::Text("mentors", "works"), ..CARD },
    Field { name: "exception", rest: &[("decision", "approve")], keeps: Keeps::Text("mentor_decisions", "reason"),
        ..DECIDED },
    Field { name: "reason", rest: &[("decision", "reject")], keeps: Keeps::Text("mentor_decisions", "reason"),
        shown: Some(("polina", "/mentors/card")), ..DECIDED },
    Field { route: "POST /contacts/new", name: "topic", who: "zere", path: "/contacts/new",
        rest: &[("with", "bekzhan"), ("kind", "talk"), ("day", "2026-10-02"), ("minutes", "45")],
        before: "DELETE FROM contacts WHERE newcomer_id = 'zere'", most: 200, optional: true,
        keeps: Keeps::Text("contacts", "topic"), shown: Some(("bekzhan", "")), ..PLAIN },
    Field { route: "POST /contacts/new", name: "minutes", who: "zere", path: "/contacts/new",
        rest: &[("with", "bekzhan"), ("kind", "talk"), ("day", "2026-10-02")],
        before: "DELETE FROM contacts WHERE newcomer_id = 'zere'", ..PLAIN },
    Field { route: "POST /contacts/{id}/impression", name: "note", who: "dana", path: "/contacts/{contacts}/impression",
        before: "DELETE FROM contacts WHERE newcomer_id = 'zere'", rest: &[("useful", "4")], most: 1000, optional: true, keeps: Keeps::Text("impressions", "note"),
        shown: Some(("dana", "/contacts/{contacts}")), ..PLAIN },
    Field { name: "family", rest: &[("version", "0"), ("given", "Полина"), ("category", "moderator")], optional: false,
        keeps: Keeps::Line("people", "family"), ..PERSON },
    Field { name: "given", rest: &[("version", "0"), ("family", "Котова"), ("category", "moderator")], optional: false,
        keeps: Keeps::Line("people", "given"), ..PERSON },
    Field { name: "patronymic", keeps: Keeps::Line("people", "patronymic"), ..PERSON },
    Field { name: "staff_number", keeps: Keeps::Line("people", "staff_number"), ..PERSON },
    Field { name: "position", keeps: Keeps::Line("people", "position"), ..PERSON },
    Field { name: "subject", keeps: Keeps::Line("people", "subject"), ..PERSON },
    Field { name: "email", shown: None, ..PERSON },
    Field { name: "phone", shown: None, ..PERSON },
    Field { name: "service_years", shown: None, ..PERSON },
    Field { name: "weekly_load", shown: None, ..PERSON },
    Field { name: "name_kk", rest: &[("version", "0"), ("name_ru", "а"), ("short_kk", "а"), ("short_ru", "а")],
        keeps: Keeps::Line("schools", "name_kk"), ..SCHOOL },
    Field { name: "name_ru", rest: &[("version", "0"), ("name_kk", "а"), ("short_kk", "а"), ("short_ru", "а")],
        keeps: Keeps::Line("schools", "name_ru"), ..SCHOOL },
    Field { name: "short_kk", rest: &[("version", "0"), ("name_kk", "а"), ("name_ru", "а"), ("short_ru", "а")], most: 40,
        keeps: Keeps::Line("schools", "short_kk"), ..SCHOOL },
    Field { name: "short_ru", rest: &[("version", "0"), ("name_kk", "а"), ("name_ru", "а"), ("short_kk", "а")], most: 40,
        keeps: Keeps::Line("schools", "short_ru"), ..SCHOOL },
    Field { name: "place_kk", optional: true, keeps: Keeps::Line("schools", "place_kk"), ..SCHOOL },
    Field { name: "place_ru", optional: true, keeps: Keeps::Line("schools", "place_ru"), ..SCHOOL },
    Field { name: "bin", shown: None, ..SCHOOL },
    Field { name: "reason", rest: &[("value", "3")], most: 300, keeps: Keeps::Text("setting_changes", "reason"),
        shown: Some(("gulnafisa", "/programmes")), ..SETTING },
    Field { name: "value", rest: &[("reason", "Решение совета")], ..SETTING },
    Field { route: "POST /sign-in", name: "login", path: "/sign-in", rest: &[("password", "құпия")], ..PLAIN },
    Field { route: "POST /sign-in", name: "password", path: "/sign-in", rest: &[("login", "polina")], ..PLAIN },
    Field { route: "POST /sign-in/code", name: "code", path: "/sign-in/code", ..PLAIN },
    Field { route: "POST /profile/password", name: "current", who: "polina", path: "/profile/password",
        rest: &[("new", "ескі сөйлем екеу")], before: "UPDATE accounts SET password_hash = 'x'", ..PLAIN },
    Field { route: "POST /profile/password", name: "new", who: "polina", path: "/profile/password",
        before: "UPDATE accounts SET password_hash = 'x'", rest: &[("current", "x")], ..PLAIN },
    Field { route: "POST /rosters/{id}/reading", name: "header_line", who: "gulnafisa",
        path: "/rosters/{imports}/reading", ..PLAIN },
    Field { route: "POST /rosters/{id}/apply", name: "leaving", who: "gulnafisa", path: "/rosters/{imports}/apply",
        rest: &[("shown", "?")], ..PLAIN },
    Field { route: "GET /rosters/{id}", name: "q", who: "gulnafisa", path: "/rosters/{imports}", ..PLAIN },
    Field { route: "GET /people", name: "q", who: "gulnafisa", path: "/people", ..PLAIN },
    Field { route: "GET /newcomers", name: "q", who: "gulnafisa", path: "/newcomers", ..PLAIN },
    Field { name: "newcomer_week", rest: &[("kind", "talk"), ("mentor_week", "2"), ("seed", "1")], ..PLANNED },
    Field { name: "mentor_week", rest: &[("kind", "talk"), ("newcomer_week", "2"), ("seed", "1")], ..PLANNED },
    Field { name: "seed", rest: &[("kind", "talk"), ("newcomer_week", "2"), ("mentor_week", "2")], ..PLANNED },
];

/// Fields that are filled in when the lists are opened.
#[rustfmt::skip]
pub(crate) static DECISION: &[Field] = &[
    Field { route: "POST /messages", name: "name", who: "gulnafisa", path: "/messages", most: 120,
        before: "UPDATE messages SET used = 0", keeps: Keeps::Text("messages", "name"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { name: "subject_kk", most: 120, ..MESSAGE },
    Field { name: "text_kk", most: 1500, ..MESSAGE },
    Field { name: "subject_ru", most: 120, ..MESSAGE },
    Field { name: "text_ru", most: 1500, ..MESSAGE },
    Field { name: "subject_en", most: 120, ..MESSAGE },
    Field { name: "text_en", most: 1500, ..MESSAGE },
    Field { name: "title", rest: &[("place", "а"), ("first_day", "2026-12-01"), ("last_day", "2026-12-02")],
        keeps: Keeps::Text("camps", "title"), ..CAMP },
    Field { name: "place", rest: &[("title", "а"), ("first_day", "2026-12-01"), ("last_day", "2026-12-02")],
        keeps: Keeps::Text("camps", "place"), ..CAMP },
    Field { name: "packing", most: 2000, optional: true, keeps: Keeps::Text("camps", "packing"), shown: None,
        rest: &[("title", "а"), ("place", "ә"), ("first_day", "2026-12-01"), ("last_day", "2026-12-02")], ..CAMP },
    Field { route: "POST /camps/{id}/slot", name: "what", path: "/camps/{camps}/slot", before: CAMP_EMPTY,
        rest: &[("day", "2026-11-03"), ("from", "15:00"), ("slot_until", "16:00")],
        keeps: Keeps::Json("camps", "slots"), ..CAMP },
    Field { route: "POST /camps/{id}/slot", name: "where", path: "/camps/{camps}/slot", before: CAMP_EMPTY, optional: true,
        rest: &[("day", "2026-11-03"), ("from", "15:00"), ("slot_until", "16:00"), ("what", "а")],
        keeps: Keeps::Json("camps", "slots"), ..CAMP },
    Field { name: "name", rest: &[("slot", "0"), ("workshop_leader", "а"), ("room", "ә"), ("seats", "5")], ..WORKSHOP },
    Field { name: "workshop_leader", rest: &[("slot", "0"), ("name", "а"), ("room", "ә"), ("seats", "5")], ..WORKSHOP },
    Field { name: "room", rest: &[("slot", "0"), ("name", "а"), ("workshop_leader", "ә"), ("seats", "5")], ..WORKSHOP },
    Field { name: "seats", most: 0, keeps: Keeps::Nothing, shown: None,
        rest: &[("slot", "0"), ("name", "а"), ("workshop_leader", "ә"), ("room", "б")], ..WORKSHOP },
    Field { route: "POST /camps/{id}/group", name: "group_name", path: "/camps/{camps}/group", before: CAMP_OPEN,
        rest: &[("group_leader", "dana")], keeps: Keeps::Json("camps", "camp_groups"), ..CAMP },
    Field { route: "POST /camps/{id}/words", name: "words", path: "/camps/{camps}/words", before: CAMP_OPEN, most: 2000,
        optional: true, keeps: Keeps::Text("camps", "words"), ..CAMP },
    Field { route: "GET /lanterns", name: "q", who: "dana", path: "/lanterns", ..PLAIN },
    Field { name: "minutes", path: "/lanterns/{lanterns}/open", route: "POST /lanterns/{id}/open",
        rest: &[("open_on", "2027-03-01"), ("open_at", "15:00"), ("place", "214")], ..LANTERN },
    Field { name: "place", path: "/lanterns/{lanterns}/open", route: "POST /lanterns/{id}/open", most: 120,
        rest: &[("open_on", "2027-03-01"), ("open_at", "15:00"), ("minutes", "45")],
        keeps: Keeps::Text("lantern_hours", "place"), shown: Some(("dana", "")), ..LANTERN },
    Field { name: "question", who: "aigul", path: "/lanterns/{lanterns}/ask", route: "POST /lanterns/{id}/ask", most: 1000,
        keeps: Keeps::Text("lantern_questions", "words"), shown: Some(("aigul", "")), ..LANTERN },
    Field { name: "answer", path: "/lanterns/{lanterns}/reply", route: "POST /lanterns/{id}/reply", most: 1000,
        rest: &[("asked", "0-asked")], before: ASKED_LANTERN,
        keeps: Keeps::Text("lantern_questions", "answer"), shown: Some(("dana", "")), ..LANTERN },
    Field { name: "title", path: "/lanterns/{lanterns}/note", route: "POST /lanterns/{id}/note", most: 120,
        rest: &[("words", "Сөз")], keeps: Keeps::Text("lantern_notes", "title"), shown: Some(("dana", "")), ..LANTERN },
    Field { name: "words", path: "/lanterns/{lanterns}/note", route: "POST /lanterns/{id}/note", most: 1000,
        rest: &[("title", "Бір")], keeps: Keeps::Text("lantern_notes", "words"), shown: Some(("dana", "")), ..LANTERN },
    Field { route: "POST /ideas", name: "title", who: "dana", path: "/ideas", rest: &[("words", "Апта")], most: 120,
        before: CLOSED_IDEAS, keeps: Keeps::Text("ideas", "title"), shown: Some(("dana", "")), ..PLAIN },
    Field { route: "POST /ideas", name: "words", who: "dana", path: "/ideas", rest: &[("title", "Апта")], most: 1000,
        before: CLOSED_IDEAS, keeps: Keeps::Text("ideas", "words"), shown: Some(("dana", "")), ..PLAIN },
    Field { route: "POST /ideas/{id}/comment", name: "words", who: "dana", path: "/ideas/{ideas}/comment",
        before: OPEN_IDEAS, most: 1000, keeps: Keeps::Text("idea_comments", "words"), shown: Some(("dana", "")), ..PLAIN },
    Field { route: "POST /ideas/{id}/answer", name: "answer", who: "gulnafisa", path: "/ideas/{ideas}/answer",
        rest: &[("state", "discussed")], before: OPEN_IDEAS, most: 1000, keeps: Keeps::Json("ideas", "answer"),
        shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /ideas/{id}/own", name: "title", who: "dana", path: "/ideas/{ideas}/own",
        rest: &[("go", "keep"), ("idea", "Апта")], before: OWN_IDEAS, most: 120, keeps: Keeps::Text("ideas", "title"),
        shown: Some(("dana", "")), ..PLAIN },
    Field { route: "POST /ideas/{id}/own", name: "idea", who: "dana", path: "/ideas/{ideas}/own",
        rest: &[("go", "keep"), ("title", "Апта")], before: OWN_IDEAS, most: 1000, keeps: Keeps::Text("ideas", "words"),
        shown: Some(("dana", "")), ..PLAIN },
    Field { route: "POST /ideas/{id}/remove", name: "reason", who: "gulnafisa", path: "/ideas/{ideas}/remove",
        before: OPEN_IDEAS, most: 1000, keeps: Keeps::Json("ideas", "removed"),
        shown: Some(("dana", "/ideas/{ideas}")), ..PLAIN },
    Field { route: "POST /ideas/{id}/disclose", name: "why", who: "gulnafisa", path: "/ideas/{ideas}/disclose",
        before: OPEN_IDEAS, most: 1000, keeps: Keeps::Json("ideas", "disclosed"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /ideas/{id}/plan", name: "text", who: "dana", path: "/ideas/{ideas}/plan",
        rest: &[("owner", "dana"), ("by_day", "2027-03-01")], before: TAKEN_IDEAS, most: 200,
        keeps: Keeps::Text("idea_steps", "text"), shown: Some(("dana", "")), ..PLAIN },
    Field { route: "POST /courses/candidates/decline/{person}", name: "words", who: "gulnafisa",
        path: "/courses/candidates/decline/gulnafisa",
        before: "UPDATE course_applications SET declined_at = NULL, words = NULL", most: 1000,
        keeps: Keeps::Text("course_applications", "words"), shown: Some(("gulnafisa", "/courses")), ..PLAIN },
    Field { route: "POST /commissions/{id}/change", name: "place", who: "gulnafisa",
        path: "/commissions/commission-0/change", rest: &[("day", "2026-11-12"), ("from", "11:00")], most: 120,
        keeps: Keeps::Text("commissions", "place"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /attempts/{id}/appeal", name: "words", who: "aigul", path: "/attempts/told-paper/appeal",
        rest: &[("kind", "question")], before: "DELETE FROM appeals WHERE person_id = 'aigul'", most: 2_000,
        keeps: Keeps::Text("appeals", "words"), shown: Some(("aigul", "")), ..PLAIN },
    Field { route: "POST /hearings/{id}/appeal", name: "words", who: "aigul", path: "/hearings/hearing-failed/appeal",
        rest: &[("kind", "marking")], before: "DELETE FROM appeals WHERE person_id = 'aigul'", most: 2_000,
        keeps: Keeps::Text("appeals", "words"), shown: Some(("aigul", "")), ..PLAIN },
    Field { route: "POST /appeals/{id}", name: "reason", who: "gulnafisa", path: "/appeals/appeal-waits",
        rest: &[("result", "dismissed")], before: "UPDATE appeals SET word = 'filed', state = '\"filed\"'", most: 2_000,
        keeps: Keeps::Json("appeals", "state"), shown: Some(("gulnafisa", "/appeals/appeal-waits")), ..PLAIN },
    Field { name: "own", optional: true, rest: &[("class", "7Г"), ("question", "work")],
        keeps: Keeps::Text("sociometries", "own"), ..SOCIOMETRY },
    Field { name: "school_order", rest: &[("class", "7Г"), ("question", "work"), ("negative", "yes")],
        keeps: Keeps::Text("sociometries", "negative_order"), ..SOCIOMETRY },
    Field { name: "grounds", rest: &[("what", "anew"), ("wishes", "1")], most: 600,
        keeps: Keeps::Text("award_nominees", "grounds"), shown: Some(("dana", "")), ..AWARD_CHILD },
    Field { name: "wishes", rest: &[("what", "anew"), ("grounds", "Көмектесті.")], ..AWARD_CHILD },
    Field { name: "grounds", rest: &[("pupil", "erzhan"), ("wishes", "1")], most: 600,
        keeps: Keeps::Text("award_nominees", "grounds"), ..NOMINATED },
    Field { name: "wishes", rest: &[("pupil", "erzhan"), ("grounds", "Көмектесті.")], ..NOMINATED },
    Field { name: "words", rest: &[("what", "appeal")], ..AWARD_CHILD },
    Field { name: "seed", rest: &[("step", "draw")], ..AWARD_STEP },
    Field { name: "yes", rest: &[("step", "vote")], ..AWARD_STEP },
    Field { name: "no", rest: &[("step", "vote")], ..AWARD_STEP },
    Field { name: "protocol", rest: &[("step", "vote")], ..AWARD_STEP },
    Field { name: "number", rest: &[("step", "order")], ..AWARD_STEP },
    Field { name: "points_hours", ..AWARD },
    Field { name: "most_hours", ..AWARD },
    Field { name: "points_weeks", ..AWARD },
    Field { name: "most_weeks", ..AWARD },
    Field { name: "points_training", ..AWARD },
    Field { name: "most_training", ..AWARD },
    Field { name: "threshold", ..AWARD },
    Field { name: "reserve", ..AWARD },
    Field { name: "rest", ..AWARD },
    Field { name: "appeals", ..AWARD },
    Field { name: "source", ..AWARD },
    Field { name: "prizes", ..AWARD },
    Field { name: "title", rest: &[("kind", "own"), ("from", "2026-11-10"), ("to", "2027-05-01"), ("draw_on", "2027-05-20"),
            ("points_hours", "1"), ("most_hours", "40"), ("points_weeks", "1"), ("most_weeks", "30"),
            ("points_training", "2"), ("most_training", "10"), ("threshold", "20"), ("rest", "1"), ("reserve", "3"),
            ("appeals", "5"), ("source", "Ресми бағам"), ("prizes", "2 Кітап")], most: 160,
        before: "DELETE FROM awards WHERE id NOT IN (SELECT award_id FROM award_nominees)",
        keeps: Keeps::Text("awards", "title"), shown: Some(("gulnafisa", "")), ..AWARD },
    Field { route: "POST /pupils/{id}/consents", name: "representative", path: "/pupils/miras/consents",
        rest: &[("part", "data"), ("child", "yes"), ("way", "paper"), ("place", "Папка 9Ә"), ("given_on", "2026-10-02")],
        keeps: Keeps::Text("pupil_consents", "representative"), ..PUPIL_CONSENT },
    Field { route: "POST /pupils/{id}/consents", name: "place", path: "/pupils/miras/consents",
        rest: &[("part", "data"), ("child", "yes"), ("way", "paper"), ("representative", "Төлегенова Айша"),
            ("given_on", "2026-10-02")],
        keeps: Keeps::Text("pupil_consents", "place"), ..PUPIL_CONSENT },
    Field { route: "POST /pupils/{id}/recommend", name: "words", who: "gulnafisa", path: "/pupils/ayan/recommend",
        rest: &[("teacher", "aigul")], most: 300,
        before: "UPDATE volunteers SET state = 'named', recommended_by = NULL, words = NULL",
        keeps: Keeps::Text("volunteers", "words"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /pupils/{id}/train", name: "minutes", who: "gulnafisa", path: "/pupils/ayan/train",
        rest: &[("trained_on", "2026-10-02")], ..PLAIN },
    Field { name: "own", rest: &[("goal", "own"), ("reason", "study")], most: 120,
        keeps: Keeps::Text("referrals", "own_goal"), shown: Some(("dana", "")), ..REFERRAL },
    Field { name: "why", rest: &[("goal", "algebra"), ("reason", "study")], most: 500, optional: true,
        keeps: Keeps::Text("referral_reasons", "words"), shown: Some(("dana", "/pupils/ersin/reason")), ..REFERRAL },
    Field { route: "POST /pupils/{id}/block", name: "paper", who: "serik", path: "/pupils/ersin/block",
        rest: &[("ground", "record")], before: "DELETE FROM pupil_blocks", most: 120,
        keeps: Keeps::Text("pupil_blocks", "paper"), shown: Some(("serik", "")), ..PLAIN },
    Field { route: "POST /concerns/{id}/note", name: "note", path: "/concerns/{concerns}/note", most: 2000,
        keeps: Keeps::Text("concern_entries", "words"), ..LED },
    Field { route: "POST /concerns/{id}/step", name: "number", path: "/concerns/{concerns}/step", most: 60, optional: true,
        rest: &[("step", "police"), ("step_on", "2026-10-02"), ("step_at", "15:10")],
        keeps: Keeps::Text("concern_entries", "number"), ..LED },
    Field { route: "POST /concerns/{id}/step", name: "remark", path: "/concerns/{concerns}/step", most: 300, optional: true,
        rest: &[("step", "health"), ("step_on", "2026-10-02"), ("step_at", "15:10")],
        keeps: Keeps::Text("concern_entries", "words"), ..LED },
    Field { route: "POST /concerns/{id}/close", name: "words", path: "/concerns/{concerns}/close", most: 2000,
        rest: &[("outcome", "settled")], keeps: Keeps::Text("concern_entries", "words"), ..LED },
    Field { name: "child", rest: &[("seen", "Жалғыз тұрды."), ("seen_on", "2026-10-02")], most: 120,
        keeps: Keeps::Text("concerns", "child"), ..RAISED },
    Field { name: "seen", rest: &[("child", "Аян, 8А"), ("seen_on", "2026-10-02")], most: 2000,
        keeps: Keeps::Text("concerns", "seen"), ..RAISED },
    Field { route: "POST /peers/of/{pupil}/profile", name: "subjects", who: "gulnafisa",
        path: "/peers/of/nurlan/profile", before: crate::peers::GROUND, ..PLAIN },
    Field { route: "POST /peers/of/{pupil}/confirm", name: "reason", who: "gulnafisa",
        path: "/peers/of/nurlan/confirm", rest: &[("helper", "aidana")], before: crate::peers::GROUND, most: 300,
        optional: true, keeps: Keeps::Text("peer_pairs", "reason"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /peers/{id}/agree", name: "place", who: "gulnafisa", path: "/peers/peer-1/agree",
        rest: &[("helper_yes", "yes"), ("mentee_yes", "yes"), ("form", "elective"), ("weekday", "3"), ("at", "16:00"),
            ("minutes", "45"), ("adult", "bekzhan")],
        before: crate::peers::GROUND, most: 120, keeps: Keeps::Text("peer_pairs", "place"),
        shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /peers/{id}/agree", name: "minutes", who: "gulnafisa", path: "/peers/peer-1/agree",
        rest: &[("helper_yes", "yes"), ("mentee_yes", "yes"), ("form", "elective"), ("weekday", "3"), ("at", "16:00"),
            ("place", "Кітапхана"), ("adult", "bekzhan")],
        before: crate::peers::GROUND, ..PLAIN },
    Field { route: "POST /peers/{id}/voice", name: "did", who: "gulnafisa", path: "/peers/peer-1/voice",
        rest: &[("heard_on", "2026-11-03"), ("face-meetings", "glad")], before: crate::peers::GROUND, most: 200,
        optional: true, keeps: Keeps::Text("peer_voices", "did"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /journals/{week}/marks", name: "remark-5Б", who: "gulnafisa",
        path: "/journals/2026-11-02/marks", rest: &[("mark-peer-1", "met"), ("sign", "5Б")],
        before: crate::peers::GROUND, most: 300, optional: true, keeps: Keeps::Text("journal_remarks", "remark"),
        shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /commissions/new", name: "place", who: "gulnafisa", path: "/commissions/new",
        rest: &[("day", "2026-11-12"), ("from", "11:00"), ("members", "aigul"), ("members", "bekzhan")], most: 120,
        keeps: Keeps::Text("commissions", "place"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /commissions/new", name: "places", who: "gulnafisa", path: "/commissions/new", ..PLAIN },
    Field { route: "POST /hearings/{id}/reason", name: "reason", who: "gulnafisa", path: "/hearings/hearing-4/reason",
        rest: &[("criterion", "0")], before: "DELETE FROM hearing_reasons", most: 600,
        keeps: Keeps::Text("hearing_reasons", "reason"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /people/{id}/sanctions", name: "number", who: "serik", path: "/people/gulnafisa/sanctions",
        rest: &[("dated", "2026-11-02"), ("from", "2026-11-02"), ("last_day", "2027-03-01")],
        before: "DELETE FROM sanctions", most: 40, keeps: Keeps::Text("sanctions", "order_number"),
        shown: Some(("serik", "")), ..PLAIN },
    Field { name: "reason", path: "/sittings/{sittings}/call-off", route: "POST /sittings/{id}/call-off",
        before: "UPDATE sittings SET state = 'planned', state_at = NULL, reason = NULL",
        keeps: Keeps::Text("sittings", "reason"), ..SITTING },
    Field { name: "why", path: "/sittings/{sittings}/time", route: "POST /sittings/{id}/time",
        rest: &[("from", "10:30"), ("to", "11:00")],
        before: "DELETE FROM attempt_outages; UPDATE sittings SET state = 'running', state_at = NULL, reason = NULL; \
            UPDATE attempts SET state = 'open', state_at = NULL, sitting_id = (SELECT MAX(id) FROM sittings WHERE id < 'a'), \
            opened_at = (SELECT MIN(begins_at) FROM sittings) WHERE id < 'a'",
        keeps: Keeps::Text("attempt_outages", "reason"), ..SITTING },
    Field { name: "points", route: "POST /sittings/{id}/cut", path: "/sittings/{sittings}/cut",
        rest: &[("method", "agreed")], ..TYPED_PLAN },
    Field { name: "judges", route: "POST /sittings/{id}/cut", path: "/sittings/{sittings}/cut",
        rest: &[("method", "judges")], ..TYPED_PLAN },
    Field { name: "extension", route: "POST /sittings/{id}/extension", path: "/sittings/{sittings}/extension",
        rest: &[("person", "zere")], ..TYPED_PLAN },
    Field { name: "minutes", ..TYPED_PLAN },
    Field { name: "places", ..TYPED_PLAN },
    Field { name: "topic-law", ..TYPED_PLAN },
    Field { name: "topic-learning", ..TYPED_PLAN },
    Field { name: "topic-adaptation", ..TYPED_PLAN },
    Field { name: "topic-feedback", ..TYPED_PLAN },
    Field { name: "topic-talks", ..TYPED_PLAN },
    Field { name: "topic-safety", ..TYPED_PLAN },
    Field { name: "points", rest: &[("method", "agreed")], ..TYPED_PLAN },
    Field { name: "judges", rest: &[("method", "judges")], ..TYPED_PLAN },
    Field { route: "GET /questions", name: "q", who: "gulnafisa", path: "/questions", ..PLAIN },
    Field { name: "text", rest: &[("way", "essay"), ("lang", "kk"), ("topic", "law"), ("worth", "1")], most: 5000, ..ASKED },
    Field { name: "name", rest: &[("way", "essay"), ("lang", "kk"), ("topic", "law"), ("worth", "1"), ("text", "а")],
        most: 255, optional: true, ..ASKED },
    Field { name: "feedback", rest: &[("way", "essay"), ("lang", "kk"), ("topic", "law"), ("worth", "1"), ("text", "а")],
        most: 5000, optional: true, ..ASKED },
    Field { name: "worth", rest: &[("way", "essay"), ("lang", "kk"), ("topic", "law"), ("text", "а")],
        keeps: Keeps::Nothing, shown: None, ..ASKED },
    Field { name: "choice", rest: &[("way", "single"), ("lang", "kk"), ("topic", "law"), ("worth", "1"), ("text", "а"),
        ("choice", "бір"), ("choice", "екі"), ("part", "0"), ("part", "10000000"), ("part", "0")],
        most: 5000, optional: true, ..ASKED },
    Field { name: "say", rest: &[("way", "single"), ("lang", "kk"), ("topic", "law"), ("worth", "1"), ("text", "а"),
        ("say", ""), ("choice", "бір"), ("choice", "екі"), ("part", "0"), ("part", "10000000")],
        most: 5000, optional: true, ..ASKED },
    Field { name: "text", path: "/questions/7/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"), ("worth", "1")],
        most: 5000, ..REWORDED },
    Field { name: "name", path: "/questions/7/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а")], most: 255, optional: true, ..REWORDED },
    Field { name: "feedback", path: "/questions/7/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а")], most: 5000, optional: true, ..REWORDED },
    Field { name: "worth", path: "/questions/7/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("text", "а")], keeps: Keeps::Nothing, shown: None, ..REWORDED },
    Field { name: "choice", path: "/questions/1/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а"), ("choice", "бір"), ("choice", "екі"), ("part", "0"), ("part", "10000000"),
        ("part", "0")], most: 5000, optional: true, ..REWORDED },
    Field { name: "say", path: "/questions/1/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а"), ("say", ""), ("choice", "бір"), ("choice", "екі"), ("part", "0"),
        ("part", "10000000")], most: 5000, optional: true, ..REWORDED },
    Field { name: "to_true", path: "/questions/3/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а"), ("right", "yes")], most: 5000, optional: true, ..REWORDED },
    Field { name: "to_false", path: "/questions/3/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а"), ("right", "no")], most: 5000, optional: true, ..REWORDED },
    Field { name: "value", path: "/questions/5/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а"), ("within", "0"), ("part", "10000000")],
        keeps: Keeps::Nothing, shown: None, ..REWORDED },
    Field { name: "within", path: "/questions/5/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а"), ("value", "5"), ("part", "10000000")],
        keeps: Keeps::Nothing, shown: None, ..REWORDED },
    Field { name: "stem", path: "/questions/6/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а"), ("stem", "бір"), ("stem", "екі"), ("answer", "ә"), ("answer", "і"),
        ("answer", "ө")], most: 5000, optional: true, ..REWORDED },
    Field { name: "answer", path: "/questions/6/edit", rest: &[("version", "1"), ("lang", "kk"), ("topic", "law"),
        ("worth", "1"), ("text", "а"), ("stem", "бір"), ("stem", "екі"), ("answer", "ә")], most: 255, ..REWORDED },
    Field { route: "POST /reports/forms/{kind}", name: "body", who: "saule", path: "/reports/forms/mentor",
        rest: &[("step", "keep"), ("second", "head"), ("third", ""), ("from", "2026-11-03")],
        shown: Some(("saule", "/reports/forms/mentor")), ..PLAIN },
    Field { route: "POST /endings/{pair}/extension", name: "missed", who: "dana",
        path: "/endings/{pairs}/extension", rest: &[("cause", "absence")], ..PLAIN },
    Field { name: "worked", keeps: Keeps::Text("ending_reviews", "worked"), ..CLOSING },
    Field { name: "gave", keeps: Keeps::Text("ending_reviews", "gave"), ..CLOSING },
    Field { name: "thanks", keeps: Keeps::Text("ending_reviews", "thanks"), ..CLOSING },
    Field { name: "evaluation", keeps: Keeps::Text("ending_reviews", "evaluation"),
        shown: Some(("gulnafisa", "/endings/{pairs}")), ..CLOSING },
    Field { route: "GET /courses/cases", name: "q", who: "aigul", path: "/courses/cases", ..PLAIN },
    Field { route: "POST /courses/candidates/{course}/revoke", name: "reason", who: "gulnafisa",
        path: "/courses/candidates/9-passed/revoke", before: PASSED_AGAIN, most: 500,
        keeps: Keeps::Json("courses", "state"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /courses/cases/{case}/reply", name: "words", who: "aigul",
        path: "/courses/cases/{course_cases}/reply", before: "DELETE FROM course_replies", most: 3000,
        keeps: Keeps::Text("course_replies", "words"), shown: Some(("aigul", "")), ..PLAIN },
    Field { name: "title", most: 120, keeps: Keeps::Text("course_cases", "title"),
        rest: &[("topic", "law"), ("situation", "а"), ("did", "а"), ("asks", "а")], ..CASE },
    Field { name: "situation", keeps: Keeps::Text("course_cases", "situation"),
        rest: &[("topic", "law"), ("title", "а"), ("did", "а"), ("asks", "а")], ..CASE },
    Field { name: "did", keeps: Keeps::Text("course_cases", "did"),
        rest: &[("topic", "law"), ("title", "а"), ("situation", "а"), ("asks", "а")], ..CASE },
    Field { name: "asks", keeps: Keeps::Text("course_cases", "asks"),
        rest: &[("topic", "law"), ("title", "а"), ("situation", "а"), ("did", "а")], ..CASE },
    Field { name: "title", most: 200, keeps: Keeps::Text("trainings", "title"),
        rest: &[("day", "2026-12-10"), ("from", "15:00"), ("to", "18:00"), ("places", "5"), ("leader", "gulnafisa"),
        ("place", "214")], ..SESSION },
    Field { name: "place", most: 200, keeps: Keeps::Text("trainings", "place"),
        rest: &[("day", "2026-12-10"), ("from", "15:00"), ("to", "18:00"), ("places", "5"), ("leader", "gulnafisa"),
        ("title", "а")], ..SESSION },
    Field { name: "before", optional: true, keeps: Keeps::Text("trainings", "read_before"),
        rest: &[("day", "2026-12-10"), ("from", "15:00"), ("to", "18:00"), ("places", "5"), ("leader", "gulnafisa"),
        ("place", "214"), ("title", "а")], ..SESSION },
    Field { name: "after", optional: true, keeps: Keeps::Text("trainings", "do_after"),
        rest: &[("day", "2026-12-10"), ("from", "15:00"), ("to", "18:00"), ("places", "5"), ("leader", "gulnafisa"),
        ("place", "214"), ("title", "а")], ..SESSION },
    Field { name: "places", shown: None, rest: &[("day", "2026-12-10"), ("from", "15:00"), ("to", "18:00"),
        ("leader", "gulnafisa"), ("place", "214"), ("title", "а")], ..SESSION },
    Field { route: "POST /competencies/words", name: "words", who: "dana", path: "/competencies/words",
        rest: &[("item", "talk")], before: "DELETE FROM competency_evidence", most: 300,
        keeps: Keeps::Text("competency_evidence", "words"), shown: Some(("dana", "")), ..PLAIN },
    Field { name: "kk", rest: &[("field", "children"), ("ru", "а")], keeps: Keeps::Text("competency_items", "kk"),
        ..COMPETENCY },
    Field { name: "ru", rest: &[("field", "children"), ("kk", "а")], keeps: Keeps::Text("competency_items", "ru"),
        ..COMPETENCY },
    Field { name: "kk", rest: &[("part", "text"), ("ru", "а")], ..RULE },
    Field { name: "ru", rest: &[("part", "text"), ("kk", "а")], ..RULE },
    Field { name: "event_kk", rest: &[("part", "road"), ("event_ru", "а"), ("due", "2027-03-01"), ("who_kk", "а"),
        ("who_ru", "а"), ("result_kk", "а"), ("result_ru", "а")], ..RULE },
    Field { name: "event_ru", rest: &[("part", "road"), ("event_kk", "а"), ("due", "2027-03-01"), ("who_kk", "а"),
        ("who_ru", "а"), ("result_kk", "а"), ("result_ru", "а")], ..RULE },
    Field { name: "who_kk", rest: &[("part", "road"), ("event_kk", "а"), ("event_ru", "а"), ("due", "2027-03-01"),
        ("who_ru", "а"), ("result_kk", "а"), ("result_ru", "а")], shown: None, ..RULE },
    Field { name: "who_ru", rest: &[("part", "road"), ("event_kk", "а"), ("event_ru", "а"), ("due", "2027-03-01"),
        ("who_kk", "а"), ("result_kk", "а"), ("result_ru", "а")], ..RULE },
    Field { name: "result_kk", rest: &[("part", "road"), ("event_kk", "а"), ("event_ru", "а"), ("due", "2027-03-01"),
        ("who_kk", "а"), ("who_ru", "а"), ("result_ru", "а")], shown: None, ..RULE },
    Field { name: "result_ru", rest: &[("part", "road"), ("event_kk", "а"), ("event_ru", "а"), ("due", "2027-03-01"),
        ("who_kk", "а"), ("who_ru", "а"), ("result_kk", "а")], ..RULE },
    Field { name: "w-result", ..WRITTEN },
    Field { name: "w-difficulty", rest: &[("version", "0"), ("w-result", "а")], optional: true, ..WRITTEN },
    Field { name: "w-advice", rest: &[("version", "0"), ("w-result", "а")], optional: true, ..WRITTEN },
    Field { name: "comment", route: "POST /reports/{id}/return", who: "gulnafisa", path: "/reports/{reports}/return",
        rest: &[("field", "result")], most: 500, keeps: Keeps::Text("report_events", "became"),
        before: SIGNED_ONCE, shown: Some(("aigul", "")), ..PLAIN },
    Field { name: "comment", route: "POST /plans/{id}/return", who: "serik", path: "/plans/{plans}/return", most: 500,
        keeps: Keeps::Text("plan_signings", "comment"), before: PLAN_SIGNED, shown: Some(("aigul", "")), ..PLAIN },
    Field { name: "kk", rest: &[("ru", "а"), ("en", "a"), ("asked", "text"), ("step", "add")], shown: None, ..LABEL },
    Field { name: "ru", rest: &[("kk", "а"), ("en", "a"), ("asked", "text"), ("step", "add")], ..LABEL },
    Field { name: "en", rest: &[("kk", "а"), ("ru", "а"), ("asked", "line"), ("step", "add")], shown: None, ..LABEL },
    Field { name: "options_kk", ..OPTIONS },
    Field { name: "options_ru", ..OPTIONS },
    Field { name: "options_en", ..OPTIONS },
    Field { name: "secret", route: "POST /reports/folder", who: "gulnafisa", path: "/reports/folder", ..PLAIN },
    Field { name: "text", rest: &[("result", "а"), ("whose", "both"), ("due", "2026-11-20"), ("area", "parents")],
        most: 300, keeps: Keeps::Text("plan_items", "text"), ..STEP },
    Field { name: "result", rest: &[("text", "б"), ("whose", "both"), ("due", "2026-11-20"), ("area", "parents")],
        most: 200, optional: true, keeps: Keeps::Text("plan_items", "result"), ..STEP },
    Field { name: "text", rest: &[("version", "0"), ("result", "а"), ("whose", "both"), ("due", "2026-11-20"), ("area", "parents")],
        most: 300, keeps: Keeps::Text("plan_items", "text"), ..CHANGED },
    Field { name: "result", rest: &[("version", "0"), ("text", "б"), ("whose", "both"), ("due", "2026-11-20"), ("area", "parents")],
        most: 200, optional: true, keeps: Keeps::Text("plan_items", "result"), ..CHANGED },
    Field { route: "POST /plans/template/own", name: "text", who: "gulnafisa", path: "/plans/template/own",
        rest: &[("version", "1"), ("area", "duties"), ("whose", "both"), ("week", "quarter-2-5")],
        before: "DELETE FROM plan_templates WHERE version > 1", most: 300,
        keeps: Keeps::Json("plan_templates", "own"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { name: "text", rest: &[("version", "0"), ("seen", "а"), ("by", "2026-12-18")], most: 300,
        keeps: Keeps::Text("plan_goals", "text"), ..AIM },
    Field { name: "seen", rest: &[("version", "0"), ("text", "б"), ("by", "2026-12-18")], most: 200,
        keeps: Keeps::Text("plan_goals", "seen"), ..AIM },
    Field { name: "text", rest: &[("seen", "а"), ("by", "2026-12-18")], most: 300,
        keeps: Keeps::Text("plan_goals", "text"), ..GOAL },
    Field { name: "seen", rest: &[("text", "б"), ("by", "2026-12-18")], most: 200,
        keeps: Keeps::Text("plan_goals", "seen"), ..GOAL },

    Field { route: "POST /handovers/{id}/carry-out", name: "reason", who: "gulnafisa",
        path: "/handovers/{handovers}/carry-out", before: AS_BEFORE, tail: LONG_ENOUGH, most: 500,
        rest: &[("last_day", "2026-11-03"), ("mentor", "bekzhan"), ("agreed", "yes")],
        keeps: Keeps::Text("pairs", "reason"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /pairs/{id}/handover", name: "note", who: "dana", path: "/pairs/{pairs}/handover",
        before: NOT_ASKED, most: 500, optional: true, keeps: Keeps::Text("handovers", "note"),
        shown: Some(("dana", "")), ..PLAIN },
    Field { route: "GET /mentors", name: "find", who: "gulnafisa", path: "/mentors", ..PLAIN },
    Field { route: "POST /pairs/{id}/meeting", name: "place", who: "dana", path: "/pairs/{pairs}/meeting",
        rest: &[("on", "2026-11-05"), ("at", "15:10")], before: "DELETE FROM first_meetings", most: 120,
        keeps: Keeps::Text("first_meetings", "place"), shown: Some(("aigul", "/pairs/{pairs}")), ..PLAIN },
    Field { route: "POST /meetings/{id}/notes", name: "text", who: "dana", path: "/meetings/{meetings}/notes",
        rest: &[("level", "ours")], before: "DELETE FROM meeting_notes", most: 1000,
        keeps: Keeps::Text("meeting_notes", "text"), shown: Some(("aigul", "/meetings/{meetings}")), ..PLAIN },
    Field { route: "POST /meetings/{id}/steps", name: "what", who: "dana", path: "/meetings/{meetings}/steps",
        rest: &[("whose", "mentor"), ("until", "")], before: "DELETE FROM meeting_steps", most: 200,
        keeps: Keeps::Text("meeting_steps", "text"), shown: Some(("aigul", "/meetings/{meetings}")), ..PLAIN },
    Field { name: "place", ..PROPOSED },
    Field { name: "topic", keeps: Keeps::Text("meetings", "topic"), ..PROPOSED },
    Field { route: "POST /meetings/log", name: "topic", who: "aigul", path: "/meetings/log",
        rest: &[("kind", "talk"), ("day", "2026-11-03"), ("minutes", "10")], before: NO_MEETINGS, most: 200,
        optional: true, keeps: Keeps::Text("meetings", "topic"), shown: Some(("dana", "")), ..PLAIN },
    Field { name: "topic", ..SHEET },
    Field { name: "goals", ..SHEET },
    Field { name: "step", ..SHEET },
    Field { name: "saw", most: 2000, ..SHEET },
    Field { name: "question", most: 2000, ..SHEET },
    Field { route: "POST /observations/{id}/read", name: "words", who: "dana",
        path: "/observations/{observations}/read", rest: &[("seen", "1")], before: FINISHED, most: 2000,
        optional: true, keeps: Keeps::Text("observation_sheets", "words"), shown: Some(("aigul", "")), ..PLAIN },
    Field { route: "POST /observations/{id}/void", name: "reason", who: "aigul",
        path: "/observations/{observations}/void", before: FINISHED, most: 300,
        keeps: Keeps::Text("observations", "reason"), shown: Some(("dana", "")), ..PLAIN },
    Field { route: "POST /orders/{id}/minutes", name: "minutes_number", who: "gulnafisa",
        path: "/orders/{orders}/minutes", rest: &[("council", "pedagogical"), ("minutes_on", "2026-11-01")], before: UNSIGNED, most: 40,
        keeps: Keeps::Json("orders", "minutes"), shown: Some(("gulnafisa", "/orders/{orders}")), ..PLAIN },
    Field { route: "POST /orders/{id}/sign", name: "number", who: "serik", path: "/orders/{orders}/sign",
        rest: &[("on", "2026-11-02")], before: UNSIGNED, most: 40, keeps: Keeps::Text("orders", "number"),
        shown: Some(("serik", "/orders/{orders}")), ..PLAIN },
    Field { route: "POST /orders/{id}/read", name: "read_number", who: "serik", path: "/orders/{orders}/read",
        rest: &[("read_on", "2026-11-02"), ("seen", "")], before: UNSIGNED, ..PLAIN },
    Field { name: "reason", rest: &[("decision", "appoint"), ("mentor", "aigul")], ..LINE },
    Field { name: "leave_reason", rest: &[("decision", "leave")], ..LINE },
    Field { route: "POST /newcomers/{id}/appoint", name: "reason", who: "gulnafisa", path: "/newcomers/zere/appoint",
        rest: &[("mentor", "bekzhan")], before: "DELETE FROM pairs WHERE newcomer_id = 'zere'", tail: LONG_ENOUGH,
        most: 500, keeps: Keeps::Text("pairs", "reason"), shown: Some(("gulnafisa", "/pairs/{pairs}")), ..PLAIN },
    Field { route: "POST /pairs/appoint/{newcomer}", name: "reason", who: "serik", path: "/pairs/appoint/zere",
        rest: &[("mentor", "bekzhan")], before: "DELETE FROM pairs WHERE newcomer_id = 'zere'", tail: LONG_ENOUGH,
        most: 500, keeps: Keeps::Text("pairs", "reason"), shown: Some(("serik", "/pairs/{pairs}")), ..PLAIN },
    Field { name: "course", most: 2000, keeps: Keeps::Text("scenes", "course"), ..MINUTES },
    Field { name: "notes", rest: &[("course", "а")], most: 2000, optional: true,
        keeps: Keeps::Text("scenes", "notes"), ..MINUTES },
    Field { name: "guests", rest: &[("course", "а")], most: 2000, optional: true,
        keeps: Keeps::Text("scenes", "guests"), ..MINUTES },
    Field { name: "agree", rest: &[("course", "а")], shown: None, ..MINUTES },
    Field { name: "against", rest: &[("course", "а")], shown: None, ..MINUTES },
    Field { name: "withheld", rest: &[("course", "а")], shown: None, ..MINUTES },
    Field { route: "POST /scenes/{id}/sheet", name: "helped", who: "gulnafisa", path: "/scenes/{scenes}/sheet",
        rest: &[("mark-listens", "3"), ("mark-sees", "2"), ("mark-asks", "1"), ("mark-step", "0"), ("mark-dignity", "3")],
        most: 300, optional: true, keeps: Keeps::Text("scene_people", "helped"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /scenes/{id}/decisions", name: "text", who: "gulnafisa", path: "/scenes/{scenes}/decisions",
        rest: &[("owner", "gulnafisa"), ("until", "2026-11-20")], most: 300,
        keeps: Keeps::Text("scene_decisions", "text"), shown: Some(("gulnafisa", "")), ..PLAIN },
    Field { route: "POST /scenes/{id}/recording", name: "link", who: "aigul", path: "/scenes/{scenes}/recording", ..PLAIN },
    Field { name: "title", rest: &[("happened", "а"), ("mentor_card", "ә"), ("newcomer_card", "б"), ("watch", "в")],
        most: 120, keeps: Keeps::Text("situations", "title"), ..SITUATION },
    Field { name: "happened", rest: &[("title", "а"), ("mentor_card", "ә"), ("newcomer_card", "б"), ("watch", "в")],
        keeps: Keeps::Text("situations", "happened"), ..SITUATION },
    Field { name: "mentor_card", rest: &[("title", "а"), ("happened", "ә"), ("newcomer_card", "б"), ("watch", "в")],
        keeps: Keeps::Text("situations", "mentor"), ..SITUATION },
    Field { name: "newcomer_card", rest: &[("title", "а"), ("happened", "ә"), ("mentor_card", "б"), ("watch", "в")],
        keeps: Keeps::Text("situations", "newcomer"), ..SITUATION },
    Field { name: "watch", rest: &[("title", "а"), ("happened", "ә"), ("mentor_card", "б"), ("newcomer_card", "в")],
        keeps: Keeps::Text("situations", "watch"), ..SITUATION },
    Field { name: "play", ..ACTED },
    Field { name: "sheet", ..ACTED },
    Field { name: "talk", ..ACTED },
    Field { name: "team", rest: ACTED_IN_LIBRARY, most: 120, keeps: Keeps::Text("scenes", "team"),
        shown: Some(("gulnafisa", "")), ..ACTED },
    Field { name: "place", rest: ACTED_BY_TEAM, most: 120, keeps: Keeps::Text("scenes", "place"),
        shown: Some(("gulnafisa", "")), ..ACTED },
];

const NO_MEETINGS: &str = "DELETE FROM meeting_links; DELETE FROM meeting_steps; DELETE FROM meeting_notes; \
    DELETE FROM meetings";
const PROPOSED: Field = Field {
    route: "POST /meetings/new",
    who: "dana",
    path: "/meetings/new",
    rest: &[("kind", "talk"), ("day", "2026-11-06"), ("at", "15:10"), ("minutes", "30"), ("weeks", "1")],
    before: NO_MEETINGS,
    most: 200,
    optional: true,
    keeps: Keeps::Text("meetings", "place"),
    shown: Some(("aigul", "")),
    ..PLAIN
};
/// Дана writes closing words; another part says something, so that each may be left out.
const CLOSING: Field = Field {
    route: "POST /endings/{pair}/words",
    who: "dana",
    path: "/endings/{pairs}/words",
    before: "DELETE FROM ending_reviews",
    most: 1000,
    shown: Some(("dana", "")),
    ..PLAIN
};
/// Айгүл's report is hers again before each text.
const WRITTEN: Field = Field {
    route: "POST /reports/{id}/write",
    who: "aigul",
    path: "/reports/{reports}/write",
    rest: &[("version", "0")],
    before: "UPDATE reports SET state = 'draft', returned_to = NULL, draft = '{}', version = 0; \
        DELETE FROM report_signatures",
    most: 2000,
    optional: true,
    keeps: Keeps::Json("reports", "draft"),
    shown: Some(("aigul", "")),
    ..PLAIN
};
/// She has signed it, whatever the signature is worth, and the coordinator is next.
const SIGNED_ONCE: &str = "DELETE FROM report_signatures; DELETE FROM report_events WHERE deed = 'returned'; \
    UPDATE reports SET state = 'signed', returned_to = NULL; \
    INSERT INTO report_signatures (school_id, report_id, number, place, by_id, name, at, content, before, hash) \
    SELECT school_id, id, 1, 0, author_id, 'a', 0, 'a', '', 'a' FROM reports";
/// The two have signed their work plan, whatever the signatures are worth, and the head is next.
pub(crate) const PLAN_SIGNED: &str = "UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'; \
    DELETE FROM paper_signatures; DELETE FROM plan_signings; \
    INSERT INTO plan_signings (school_id, plan_id, state, version) \
    SELECT school_id, id, 'signed', 1 FROM plans WHERE kind = 'work'; \
    INSERT INTO paper_signatures (school_id, paper, paper_id, number, place, by_id, name, at, content, before, hash) \
    SELECT school_id, 'plan', id, 1, 0, made_by, 'a', 0, 'a', '', 'a' FROM plans WHERE kind = 'work'; \
    INSERT INTO paper_signatures (school_id, paper, paper_id, number, place, by_id, name, at, content, before, hash) \
    SELECT school_id, 'plan', id, 2, 1, made_by, 'a', 0, 'a', '', 'b' FROM plans WHERE kind = 'work'";
/// The head has signed the order in the system, whatever the signature is worth.
pub(crate) const ORDER_SIGNED: &str = "INSERT INTO paper_signatures \
    (school_id, paper, paper_id, number, place, by_id, name, at, content, before, hash) \
    SELECT school_id, 'order', id, 1, 0, signed_by, 'a', 0, 'a', '', 'a' FROM orders WHERE state = 'signed'";
/// The minutes of the meeting that is being held.
const MINUTES: Field = Field {
    route: "POST /scenes/{id}/record",
    who: "gulnafisa",
    path: "/scenes/{scenes}/record",
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A situation of the school.
const SITUATION: Field = Field {
    route: "POST /situations",
    who: "gulnafisa",
    path: "/situations",
    most: 2000,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A meeting is planned; what is no number of minutes is refused.
const ACTED: Field = Field { route: "POST /scenes/new", who: "gulnafisa", path: "/scenes/new", ..PLAIN };
const ACTED_IN_LIBRARY: &[(&str, &str)] = &[
    ("place", "Кітапхана"),
    ("day", "2026-11-12"),
    ("from", "15:00"),
    ("situation", "own-idea"),
    ("play", "10"),
    ("sheet", "5"),
    ("talk", "20"),
    ("chair", "gulnafisa"),
    ("secretary", "serik"),
    ("mentor", "aigul"),
    ("newcomer", "dana"),
    ("observers", "bekzhan"),
];
const ACTED_BY_TEAM: &[(&str, &str)] = &[
    ("team", "Тарих"),
    ("day", "2026-11-12"),
    ("from", "15:00"),
    ("situation", "own-idea"),
    ("play", "10"),
    ("sheet", "5"),
    ("talk", "20"),
    ("chair", "gulnafisa"),
    ("secretary", "serik"),
    ("mentor", "aigul"),
    ("newcomer", "dana"),
    ("observers", "bekzhan"),
];
/// A question of the exam is written.
const ASKED: Field = Field {
    route: "POST /questions/new",
    who: "gulnafisa",
    path: "/questions/new",
    keeps: Keeps::Json("question_texts", "question"),
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A question is worded anew; before each text it is as it was brought.
const REWORDED: Field = Field {
    route: "POST /questions/{number}/edit",
    before: "DELETE FROM question_texts WHERE version > 1; DELETE FROM question_editions WHERE version > 1; \
        DELETE FROM question_versions WHERE version > 1",
    ..ASKED
};
/// A line of the frame of competencies.
const COMPETENCY: Field = Field {
    route: "POST /competencies/school/add",
    who: "gulnafisa",
    path: "/competencies/school/add",
    before: "DELETE FROM competency_items",
    most: 200,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// The right that is taken away is there again.
const PASSED_AGAIN: &str = "UPDATE courses SET word = 'passed', \
    state = '{\"passed\":{\"right\":{\"from\":\"2024-05-20\",\"until\":\"2027-05-19\"}}}' WHERE id = '9-passed'";
/// A case that Айгүл tells in the mentor course.
const CASE: Field = Field {
    route: "POST /courses/cases/new",
    who: "aigul",
    path: "/courses/cases/new",
    before: "DELETE FROM course_replies WHERE case_id IN (SELECT id FROM course_cases WHERE by_id = 'aigul'); \
        DELETE FROM course_cases WHERE by_id = 'aigul'",
    most: 3000,
    shown: Some(("aigul", "")),
    ..PLAIN
};
/// A session of training that the coordinator announces.
const SESSION: Field = Field {
    route: "POST /courses/trainings/new",
    who: "gulnafisa",
    path: "/courses/trainings/new",
    before: "DELETE FROM training_bookings; DELETE FROM trainings",
    most: 2000,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A line of the regulation.
const RULE: Field = Field {
    route: "POST /regulations/add",
    who: "gulnafisa",
    path: "/regulations/add",
    before: "DELETE FROM regulation_lines",
    most: 300,
    keeps: Keeps::Json("regulation_lines", "words"),
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A question that the school adds to a form.
const LABEL: Field = Field {
    route: "POST /forms/{kind}",
    who: "gulnafisa",
    path: "/forms/mentor",
    before: "DELETE FROM form_fields",
    most: 120,
    keeps: Keeps::Json("form_fields", "field"),
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// Answers to choose from, of a question that has none.
const OPTIONS: Field = Field {
    rest: &[("kk", "а"), ("ru", "а"), ("en", "a"), ("asked", "text"), ("step", "add")],
    most: 968,
    optional: true,
    keeps: Keeps::Nothing,
    shown: None,
    ..LABEL
};
/// A plan goes with its pair: before a text is sent, the pair is as it was.
const STEP: Field = Field {
    route: "POST /plans/{id}/add",
    who: "dana",
    path: "/plans/{plans}/add",
    before: "UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'; \
        DELETE FROM plan_changes; DELETE FROM plan_items WHERE step IS NULL",
    shown: Some(("aigul", "")),
    ..PLAIN
};
const CHANGED: Field = Field {
    route: "POST /plans/items/{plan_item}",
    who: "aigul",
    path: "/plans/items/{plan_items}",
    before: "UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'; \
        UPDATE plan_items SET version = 0",
    shown: Some(("dana", "")),
    ..PLAIN
};
const GOAL: Field = Field {
    route: "POST /plans/development/{newcomer}/add",
    who: "dana",
    path: "/plans/development/dana/add",
    before: "DELETE FROM plan_goal_steps; DELETE FROM plan_goal_changes; DELETE FROM plan_goals",
    shown: Some(("dana", "")),
    ..PLAIN
};
const AIM: Field = Field {
    route: "POST /plans/goals/{plan_goal}",
    who: "dana",
    path: "/plans/goals/{plan_goals}",
    before: "UPDATE plan_goals SET version = 0, state = 'open'",
    shown: Some(("dana", "")),
    ..PLAIN
};
/// Айгүл asks for a change, and it is not carried out.
const AS_BEFORE: &str = "UPDATE handovers SET state = 'asked', state_at = NULL, new_pair_id = NULL; \
    DELETE FROM pairs WHERE mentor_id = 'bekzhan'; \
    UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'";
const NOT_ASKED: &str = "DELETE FROM handovers; DELETE FROM pairs WHERE mentor_id = 'bekzhan'; \
    UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'";
/// Nobody speaks for the district: the school keeps its forms itself.
pub(crate) const ALONE: &str = "UPDATE roles SET until_day = '2026-09-01' WHERE role = 'district_officer'";
pub(crate) const UNSIGNED: &str = "UPDATE pairs SET state = 'published', order_id = NULL, from_day = NULL, until_day = NULL; \
    UPDATE orders SET state = 'draft', number = NULL, on_day = NULL, state_at = NULL, signed_by = NULL, \
    sheet = NULL, minutes = NULL";
const LINE: Field = Field {
    route: "POST /proposals/{id}/lines/{newcomer}",
    who: "gulnafisa",
    path: "/proposals/{proposals}/lines/zere",
    tail: LONG_ENOUGH,
    most: 500,
    keeps: Keeps::Text("proposal_lines", "reason"),
    shown: Some(("gulnafisa", "/proposals/{proposals}/lines/zere")),
    ..PLAIN
};

/// Cells and questions that are pasted go the way of a file: `rosters.rs` and `questions.rs` test them.
pub(crate) const ELSEWHERE: [(&str, &str); 7] = [
    ("POST /orders/{id}/sign-here", "here_number"),
    ("POST /orders/{id}/sign-here", "secret"),
    ("POST /plans/{id}/sign", "secret"),
    ("POST /questions/import", "pasted"),
    ("POST /reports/{id}/sign", "secret"),
    ("POST /reports/{id}/sign", "w-conclusion"),
    ("POST /rosters", "pasted"),
];

/// Fields for whose page the stage would have to be another one; they are in the table all the same.
pub(crate) const UNREACHED: &[(&str, &str)] = &[
    ("POST /awards/{id}/pupils/{pupil}", "words"),
    ("POST /awards/{id}/step", "no"),
    ("POST /awards/{id}/step", "number"),
    ("POST /awards/{id}/step", "protocol"),
    ("POST /awards/{id}/step", "seed"),
    ("POST /awards/{id}/step", "yes"),
    ("POST /endings/{pair}/extension", "missed"),
    ("POST /rosters/{id}/apply", "leaving"),
];
/// Айгүл writes the sheet of the last lesson, which was this morning.
const SHEET: Field = Field {
    route: "POST /observations/{id}/sheet",
    who: "aigul",
    path: "/observations/{observations}/sheet",
    rest: &[("seen", "0"), ("act", "keep")],
    before: "DELETE FROM observation_sheets; UPDATE observations SET state = 'planned', by_party = NULL, \
        reason = NULL, day = '2026-11-03', at_time = '08:00:00'",
    most: 300,
    optional: true,
    keeps: Keeps::Json("observation_sheets", "content"),
    shown: Some(("aigul", "")),
    ..PLAIN
};
/// Every lesson has a finished sheet that nobody has read.
const FINISHED: &str = "DELETE FROM observation_sheets; UPDATE observations SET state = 'finished', by_party = NULL, \
    reason = NULL; INSERT INTO observation_sheets (school_id, observation_id, number, content, saved_at, finished_at, \
    named) SELECT school_id, id, 1, '{\"saw\":\"Тыныштық\"}', 0, 0, '[{\"name\":\"Дана\",\"category\":\"none\"},\
    {\"name\":\"Айгүл\",\"category\":\"none\"}]' FROM observations";

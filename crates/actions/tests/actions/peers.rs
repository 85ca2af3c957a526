//! Pairs of pupils and the journal of their meetings, on both databases.

use crate::stage::{Stage, actor, coordinator};
use actions::journals::{Sent, helped, put, reopen, week};
use actions::peers::closings::{ProlongRefused, Prolonging, TalkRefused, ending, parting, prolong, talk};
use actions::peers::voices::{answer, hand, heard, note};
use actions::peers::{
    AgreeRefused, ConfirmRefused, Standing, agree, asked, confirm, end, keep, open, overview,
    print_agreement, print_order,
};
use actions::pupils::consents::withdraw;
use actions::pupils::lists;
use actions::pupils::volunteers::stop;
use actions::schedules::Schedule;
use actions::{Failed, Never};
use domain::journals::topics::{About, Kind, Part as Side, Told};
use domain::journals::{Chosen, Mark, Remark, week_of};
use domain::peers::State;
use domain::peers::closings::{Next, ProlongRefused as When, Talk};
use domain::peers::fits::{Obstacle, Profile};
use domain::peers::voices::{Face, Said, VoiceRefused};
use domain::peers::weekly::{Form, Weekly, WeeklyRefused, Whose};
use domain::people::{Actor, Role};
use domain::pupils::consents::{Missing, Part};
use domain::{PeerPairId, PupilId};
use i18n::Lang;
use jiff::SignedDuration;
use jiff::civil::{date, time};
use store::testing::{column, ids, on_both, spoil};

/// Алуа of 5Б has said yes to a goal; Ержан and Айдана of 8В help; Алуа may not leave the grounds.
const GROUND: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('alua', 'school-12', 'Жақсыбекова', 'Алуа', '5Б', '5Б', '2015-04-02'), \
    ('erzhan', 'school-12', 'Мұқанов', 'Ержан', '8В', '8В', '2012-04-02'), \
    ('aidana', 'school-12', 'Қайратова', 'Айдана', '8В', '8В', '2012-04-02'); \
    INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, \
        last_day, text_version, rule_version, entered_by, entered_at) \
    SELECT pupils.id || '-' || parts.part, 'school-12', pupils.id, parts.part, 'Өкіл', 'paper', 'Папка 12', 1, \
        '2026-09-10', '2027-07-31', 't', 'r', 'gulnafisa', 0 \
    FROM pupils CROSS JOIN (SELECT 'participation' AS part UNION SELECT 'data' UNION SELECT 'off_site') AS parts; \
    DELETE FROM pupil_consents WHERE id = 'alua-off_site'; \
    INSERT INTO volunteers (id, school_id, pupil_id, state, recommended_by, words, named_by, named_at) VALUES \
    ('v-erzhan', 'school-12', 'erzhan', 'ready', 'aigul', 'Сабырлы.', 'gulnafisa', 0), \
    ('v-aidana', 'school-12', 'aidana', 'ready', 'aigul', 'Сабырлы.', 'gulnafisa', 0); \
    INSERT INTO referrals (id, school_id, pupil_id, goal, state, answered_on, referred_by, referred_at, last_day) \
    VALUES ('r-alua', 'school-12', 'alua', 'friends', 'accepted', '2026-10-01', 'dana', 0, '2027-07-31'); \
    INSERT INTO duties (id, school_id, person_id, duty, class_key, from_day, until_day, given_by, given_at) \
    VALUES ('duty', 'school-12', 'dana', 'class_teacher', '5Б', '2026-09-01', '2027-08-01', 'gulnafisa', 0)";

/// Бота of 5Б waits, too, and of her and of Алуа it is said that days at school go badly.
const TWO_WHO_NEED_IT: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('bota', 'school-12', 'Серікова', 'Бота', '5Б', '5Б', '2015-04-02'); \
    INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, \
        last_day, text_version, rule_version, entered_by, entered_at) \
    SELECT 'bota-' || parts.part, 'school-12', 'bota', parts.part, 'Өкіл', 'paper', 'Папка 12', 1, \
        '2026-09-10', '2027-07-31', 't', 'r', 'gulnafisa', 0 \
    FROM (SELECT 'participation' AS part UNION SELECT 'data') AS parts; \
    INSERT INTO referrals (id, school_id, pupil_id, goal, state, answered_on, referred_by, referred_at, last_day) \
    VALUES ('r-bota', 'school-12', 'bota', 'friends', 'accepted', '2026-10-01', 'dana', 0, '2027-07-31'); \
    INSERT INTO referral_reasons (school_id, referral_id, about) VALUES \
    ('school-12', 'r-alua', 'behaviour'), ('school-12', 'r-bota', 'behaviour')";

pub(crate) fn dana() -> Actor {
    actor("dana", &[Role::Teacher, Role::Newcomer])
}

pub(crate) fn weekly() -> Weekly {
    Weekly {
        form: Form::Walk,
        weekday: 3,
        at: time(16, 0, 0, 0),
        minutes: 45,
        place: "Аула".into(),
        adult: "bekzhan".into(),
        off_site: false,
    }
}

/// Marks alone.
fn of(chosen: &[Chosen]) -> Sent<'_> {
    Sent { chosen, ..Sent::default() }
}

pub(crate) async fn staged(db: store::Db) -> Stage {
    let stage = Stage::new(db).await;
    spoil(&stage.db, GROUND).await;
    stage
}

/// Алуа and Айдана meet.
pub(crate) async fn met(stage: &Stage) -> PeerPairId {
    let dana = dana();
    let context = stage.context(&dana);
    let reason = Some("Бір ауылдан.");
    let pair = confirm(&context, &"alua".into(), &"aidana".into(), reason).await.unwrap();
    agree(&context, &pair, &weekly(), true).await.unwrap();
    pair
}

#[tokio::test]
async fn whoever_opens_a_page_of_many_stands_with_each_pupil_on_it_once_a_day() {
    on_both(async |db| {
        let stage = staged(db).await;
        met(&stage).await;
        let (coordinator, aigul) =
            (actor("gulnafisa", &[Role::Teacher, Role::Coordinator]), actor("aigul", &[Role::Teacher]));
        let context = stage.context(&coordinator);
        let noted = async || {
            let mut pupils = column(&stage.db, "pupil_reads", "pupil_id").await;
            pupils.sort();
            pupils
        };
        assert!(lists::peers(&stage.context(&aigul)).await.is_err());
        assert_eq!(noted().await, Vec::<String>::new(), "who saw nothing stands nowhere");
        for _ in 0..2 {
            assert_eq!(lists::referrals(&context).await.unwrap().len(), 1);
        }
        assert_eq!(noted().await, ["alua"], "her goal was read, and nothing of others");
        lists::peers(&context).await.unwrap();
        assert_eq!(noted().await, ["aidana", "alua"]);
        lists::volunteers(&context).await.unwrap();
        assert_eq!(noted().await, ["aidana", "alua", "erzhan"]);
        let dana = dana();
        lists::week(&stage.context(&dana), week_of(stage.today)).await.unwrap();
        assert_eq!(noted().await, ["aidana", "aidana", "alua", "alua", "erzhan"]);
    })
    .await;
}

#[tokio::test]
async fn the_engine_proposes_and_another_pair_needs_a_reason() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        let wish = Profile { with: vec!["erzhan".into()], days: vec![3], ..Profile::default() };
        for _ in 0..2 {
            keep(&context, &"alua".into(), &wish).await.unwrap();
        }
        assert_eq!(stage.audited("peer-asked").await, 1, "sent twice, kept once");
        let page = asked(&context, &"alua".into()).await.unwrap();
        assert_eq!(page.profile, Profile { version: 1, ..wish });
        let Standing::Waits { proposed, helpers, .. } = page.standing else { panic!("{:?}", page.standing) };
        assert_eq!((proposed, helpers.len()), (Some("erzhan".into()), 2));
        let other = confirm(&context, &"alua".into(), &"aidana".into(), None).await;
        assert!(matches!(other, Err(Failed::Refused(ConfirmRefused::Reason))), "{other:?}");
        assert!(ids(&stage.db, "peer_pairs").await.is_empty());
        for _ in 0..2 {
            confirm(&context, &"alua".into(), &"erzhan".into(), None).await.unwrap();
        }
        assert_eq!(stage.audited("peer-confirmed").await, 1);
        let serves = column(&stage.db, "peer_pairs", "referral_id").await;
        assert_eq!(serves, ["r-alua"], "the pair names what it serves");
        let second = confirm(&context, &"alua".into(), &"aidana".into(), Some("Тағы")).await;
        assert!(matches!(second, Err(Failed::Refused(ConfirmRefused::NotWaiting))), "{second:?}");
        assert!(column(&stage.db, "pupil_reads", "person_id").await.contains(&"dana".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_write_down_at_once_neither_writes_over_the_other() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, gulnafisa) = (dana(), actor("gulnafisa", &[Role::Teacher, Role::Coordinator]));
        let alua = PupilId::from("alua");
        let seen = asked(&stage.context(&gulnafisa), &alua).await.unwrap().profile;
        let of_dana = Profile { days: vec![3], ..seen.clone() };
        keep(&stage.context(&dana), &alua, &of_dana).await.unwrap();
        let late = Profile { apart: vec!["erzhan".into()], ..seen };
        let refused = keep(&stage.context(&gulnafisa), &alua, &late).await;
        assert!(matches!(refused, Err(Failed::Changed)), "{refused:?}");
        keep(&stage.context(&gulnafisa), &alua, &of_dana).await.unwrap();
        let now = asked(&stage.context(&gulnafisa), &alua).await.unwrap().profile;
        assert_eq!((now.days.clone(), now.apart.len(), now.version), (vec![3], 0, 1));
        let again = Profile { apart: late.apart, ..now };
        keep(&stage.context(&gulnafisa), &alua, &again).await.unwrap();
        let now = asked(&stage.context(&dana), &alua).await.unwrap().profile;
        assert_eq!((now.days, now.apart), (vec![3], vec!["erzhan".into()]), "both stand");
        assert_eq!(stage.audited("peer-asked").await, 2);
    })
    .await;
}

#[tokio::test]
async fn what_two_agreed_on_is_printed_while_it_stands_for_whoever_keeps_the_pair() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, aigul) = (dana(), actor("aigul", &[Role::Teacher, Role::Mentor]));
        let context = stage.context(&dana);
        let pair = confirm(&context, &"alua".into(), &"aidana".into(), Some("Көршілер")).await.unwrap();
        let early = print_agreement(&context, &pair, Lang::Kk).await;
        assert!(matches!(early, Err(Failed::NotFound)), "nobody has agreed yet: {early:?}");
        agree(&context, &pair, &weekly(), true).await.unwrap();
        for lang in [Lang::Kk, Lang::Ru] {
            assert!(print_agreement(&context, &pair, lang).await.unwrap().starts_with(b"%PDF"));
        }
        let noted = column(&stage.db, "pupil_reads", "pupil_id").await;
        assert!(["alua", "aidana"].iter().all(|one| noted.contains(&(*one).to_owned())), "{noted:?}");
        let other = print_agreement(&stage.context(&aigul), &pair, Lang::Kk).await;
        assert!(matches!(other, Err(Failed::NotFound)), "n08: {other:?}");
        end(&context, &pair).await.unwrap();
        let late = print_agreement(&context, &pair, Lang::Kk).await;
        assert!(matches!(late, Err(Failed::NotFound)), "it is over: {late:?}");
    })
    .await;
}

#[tokio::test]
async fn two_who_are_not_put_together_are_not_even_with_a_reason() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        let apart = Profile { apart: vec!["aidana".into()], ..Profile::default() };
        keep(&context, &"alua".into(), &apart).await.unwrap();
        let pair = confirm(&context, &"alua".into(), &"aidana".into(), Some("Бірге болсын")).await;
        let refused = ConfirmRefused::Obstacle(Obstacle::Apart);
        assert!(matches!(pair, Err(Failed::Refused(why)) if why == refused), "{pair:?}");
        spoil(&stage.db, "UPDATE pupil_consents SET withdrawn_on = '2026-10-01' WHERE id = 'alua-data'")
            .await;
        let kept = keep(&context, &"alua".into(), &Profile::default()).await;
        assert!(matches!(kept, Err(Failed::NotFound)), "nothing may be kept about her: {kept:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_begins_without_both_words_an_adult_and_the_consent_to_leave_the_grounds() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        let pair = confirm(&context, &"alua".into(), &"aidana".into(), Some("Көршілер")).await.unwrap();
        let one = agree(&context, &pair, &weekly(), false).await;
        assert!(matches!(one, Err(Failed::Refused(AgreeRefused::Children))), "{one:?}");
        let stranger = Weekly { adult: "timur".into(), ..weekly() };
        let alone = agree(&context, &pair, &stranger, true).await;
        assert!(matches!(alone, Err(Failed::Refused(AgreeRefused::Adult))), "{alone:?}");
        let outside = Weekly { off_site: true, ..weekly() };
        let left = agree(&context, &pair, &outside, true).await;
        let missing = Missing::Representative(Part::OffSite);
        let refused = AgreeRefused::Weekly(WeeklyRefused::Missing(Whose::Mentee, missing));
        assert!(matches!(left, Err(Failed::Refused(why)) if why == refused), "{left:?}");
        spoil(&stage.db, "UPDATE volunteers SET state = 'recommended' WHERE id = 'v-aidana'").await;
        let untrained = agree(&context, &pair, &weekly(), true).await;
        assert!(matches!(untrained, Err(Failed::Refused(AgreeRefused::Helper))), "{untrained:?}");
        assert_eq!(column(&stage.db, "peer_pairs", "state").await, ["confirmed"]);
    })
    .await;
}

#[tokio::test]
async fn two_who_need_heightened_attention_do_not_meet_in_one_group_whoever_helps_them() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(&stage.db, TWO_WHO_NEED_IT).await;
        met(&stage).await;
        let dana = dana();
        let context = stage.context(&dana);
        let pair = confirm(&context, &"bota".into(), &"erzhan".into(), Some("Көршілер")).await.unwrap();
        let together = agree(&context, &pair, &weekly(), true).await;
        assert!(matches!(together, Err(Failed::Refused(AgreeRefused::Full))), "{together:?}");
        let later = Weekly { at: time(17, 0, 0, 0), ..weekly() };
        agree(&context, &pair, &later, true).await.unwrap();
        // Said of one of them alone, they may be in one group.
        spoil(&stage.db, "UPDATE referral_reasons SET about = 'study' WHERE referral_id = 'r-alua'").await;
        agree(&context, &pair, &weekly(), true).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_pair_is_not_taken_up_again_into_a_group_that_is_full() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        spoil(&stage.db, TWO_WHO_NEED_IT).await;
        let over = met(&stage).await;
        let dana = dana();
        let context = stage.context(&dana);
        let pair = confirm(&context, &"bota".into(), &"erzhan".into(), Some("Көршілер")).await.unwrap();
        let later = Weekly { at: time(17, 0, 0, 0), ..weekly() };
        agree(&context, &pair, &later, true).await.unwrap();
        spoil(&stage.db, "UPDATE peer_pairs SET state = 'ended', over_on = ends_on WHERE mentee_id = 'alua'")
            .await;
        agree(&context, &pair, &weekly(), true).await.unwrap();
        spoil(&stage.db, "UPDATE peer_pairs SET ends_on = '2027-08-01' WHERE mentee_id = 'bota'").await;
        stage.today = date(2027, 6, 1);
        let again = prolong(&stage.context(&dana), &over, &through_the_summer()).await;
        let refused = ProlongRefused::Meeting(AgreeRefused::Full);
        assert!(matches!(again, Err(Failed::Refused(why)) if why == refused), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_consent_keeps_walks_inside_and_ends_the_pair() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        let context = stage.context(&coordinator);
        spoil(&stage.db, "UPDATE peer_pairs SET off_site = 1").await;
        withdraw(&context, &"aidana".into(), Part::OffSite).await.unwrap();
        let inside = open(&context, &pair).await.unwrap().pair;
        let mut looked_at = column(&stage.db, "pupil_reads", "pupil_id").await;
        looked_at.sort();
        assert_eq!(looked_at, ["aidana", "alua"], "who looked stands with both");
        assert!(
            matches!(&inside.state, State::Agreed(agreement) if !agreement.weekly.off_site),
            "{inside:?}"
        );
        withdraw(&context, &"aidana".into(), Part::Data).await.unwrap();
        let ended = open(&context, &pair).await.unwrap().pair;
        assert!(matches!(ended.state, State::Ended { on, .. } if on == stage.today), "{ended:?}");
    })
    .await;
}

#[tokio::test]
async fn after_an_end_there_is_no_other_pair_for_four_weeks_and_then_by_an_adult_alone() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        met(&stage).await;
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        stop(&stage.context(&coordinator), &"aidana".into()).await.unwrap();
        assert_eq!(stage.audited("peer-ended").await, 1, "whoever stops helping is in no pair");
        let dana = dana();
        let again = confirm(&stage.context(&dana), &"alua".into(), &"erzhan".into(), Some("Сұрады")).await;
        let until = date(2026, 11, 2);
        assert!(matches!(again, Err(Failed::Refused(ConfirmRefused::Rests(on))) if on == until), "{again:?}");
        stage.today = until;
        let context = stage.context(&dana);
        let mut tx = stage.db.read().await.unwrap();
        let waiting = overview(&mut tx, &context).await.unwrap().waiting;
        drop(tx);
        assert!(waiting.iter().all(|one| one.proposed.is_none()), "the engine proposes nobody: {waiting:?}");
        let silent = confirm(&context, &"alua".into(), &"erzhan".into(), None).await;
        assert!(matches!(silent, Err(Failed::Refused(ConfirmRefused::Reason))), "{silent:?}");
        confirm(&context, &"alua".into(), &"erzhan".into(), Some("Сұрады")).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn confirmed_time_is_that_of_signed_weeks_and_a_signed_week_stays_until_it_is_opened() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        let context = stage.context(&dana);
        let monday = date(2026, 10, 5);
        let tap = |mark, known| [Chosen { pair: pair.clone(), mark, known }];
        let first = put(&context, monday, &of(&tap(Mark::Met, None))).await.unwrap();
        assert!(first.is_whole());
        let late = put(&context, monday, &of(&tap(Mark::Missed, None))).await.unwrap();
        assert_eq!((late.newer, late.marks.get(&pair)), (vec![pair.clone()], Some(&Mark::Met)));
        assert_eq!(open(&context, &pair).await.unwrap().minutes, 0, "nobody has signed");
        let tired = [Remark {
            class: "5Б".into(), text: Some("Екеуі де шаршады".into()), known: None
        }];
        for _ in 0..2 {
            let sent = Sent { remarks: &tired, sign: Some("5Б"), ..Sent::default() };
            assert!(put(&context, monday, &sent).await.unwrap().is_signed);
        }
        assert_eq!(stage.audited("journal-signed").await, 1);
        assert_eq!(open(&context, &pair).await.unwrap().minutes, 45);
        let head = actor("serik", &[Role::Head]);
        let mut tx = stage.db.read().await.unwrap();
        let hours = helped(&mut tx, &stage.context(&head)).await.unwrap();
        assert_eq!(hours.get(&PupilId::from("aidana")), Some(&45));
        let of_dana = helped(&mut tx, &context).await.unwrap();
        assert!(of_dana.is_empty(), "a volunteer of another class: {of_dana:?}");
        drop(tx);
        let after = put(&context, monday, &of(&tap(Mark::Missed, Some(Mark::Met)))).await.unwrap();
        assert_eq!((after.signed, after.marks.get(&pair)), (vec![pair.clone()], Some(&Mark::Met)));
        for _ in 0..2 {
            reopen(&context, monday, "5Б").await.unwrap();
        }
        assert_eq!(column(&stage.db, "journal_remarks", "remark").await, ["Екеуі де шаршады"]);
        assert_eq!(stage.audited("journal-opened").await, 1);
        assert_eq!(open(&context, &pair).await.unwrap().minutes, 0);
    })
    .await;
}

#[tokio::test]
async fn what_an_earlier_class_signed_stays_confirmed_when_a_child_changes_class() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        let (dana, leader) = (dana(), coordinator());
        let monday = date(2026, 10, 5);
        let tap = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
        let sent = Sent { chosen: &tap, sign: Some("5Б"), ..Sent::default() };
        assert!(put(&stage.context(&dana), monday, &sent).await.unwrap().is_signed);
        spoil(&stage.db, "UPDATE pupils SET class = '5В', class_key = '5В' WHERE id = 'alua'").await;
        let context = stage.context(&leader);
        assert_eq!(open(&context, &pair).await.unwrap().minutes, 45, "5Б has signed it");
        let mut tx = stage.db.read().await.unwrap();
        let journal = week(&mut tx, &context, monday).await.unwrap();
        drop(tx);
        let classes: Vec<&str> = journal.classes.iter().map(|class| class.class.as_str()).collect();
        assert_eq!((classes, journal.is_signed()), (vec!["5Б"], true), "nobody is asked for it again");
        reopen(&context, monday, "5Б").await.unwrap();
        let changed = [Chosen { pair: pair.clone(), mark: Mark::Excused, known: Some(Mark::Met) }];
        let sent = Sent { chosen: &changed, sign: Some("5Б"), ..Sent::default() };
        assert!(put(&context, monday, &sent).await.unwrap().is_signed);
        assert_eq!(
            column(&stage.db, "peer_sessions", "class_key").await,
            ["5Б"],
            "put right where it stands"
        );
    })
    .await;
}

/// Алуа may leave the grounds, too.
const MAY_LEAVE: &str = "INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, \
    child_agreed, given_on, last_day, text_version, rule_version, entered_by, entered_at) \
    SELECT 'alua-off_site', school_id, pupil_id, 'off_site', representative, way, place, child_agreed, given_on, \
    last_day, text_version, rule_version, entered_by, entered_at FROM pupil_consents WHERE id = 'alua-data'";

#[tokio::test]
async fn a_meeting_is_what_the_two_agreed_on_until_somebody_says_otherwise() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        let context = stage.context(&dana);
        let monday = date(2026, 10, 5);
        let say = async |said: Side, known: Side| {
            let told = [Told { pair: pair.clone(), said, known }];
            put(&context, monday, &Sent { told: &told, ..Sent::default() }).await.unwrap()
        };
        let topic = |text: &str| Side::Topic(Some(text.to_owned()));
        let tap = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
        let marked = put(&context, monday, &of(&tap)).await.unwrap();
        assert_eq!(marked.abouts.get(&pair), Some(&About { kind: Kind::Walk, topic: None }));
        assert_eq!(
            column(&stage.db, "peer_topics", "kind").await,
            ["walk"],
            "with the mark, and no tap more"
        );
        for _ in 0..2 {
            assert!(say(topic("Шахмат"), Side::Topic(None)).await.is_whole());
        }
        let late = say(topic("Пьеса"), Side::Topic(None)).await;
        assert_eq!(late.unheard.len(), 1, "{late:?}");
        assert_eq!(column(&stage.db, "peer_topics", "topic").await, ["Шахмат"]);
        let alone = say(Side::Kind(Kind::Outside), Side::Kind(Kind::Walk)).await;
        assert_eq!(alone.inside, std::slice::from_ref(&pair), "Алуа may not leave the grounds");
        spoil(&stage.db, MAY_LEAVE).await;
        assert!(say(Side::Kind(Kind::Outside), Side::Kind(Kind::Walk)).await.is_whole());
        put(&context, monday, &Sent { sign: Some("5Б"), ..Sent::default() }).await.unwrap();
        let closed = say(Side::Kind(Kind::Programme), Side::Kind(Kind::Outside)).await;
        assert_eq!(closed.unheard.len(), 1, "the week is signed: {closed:?}");
        assert_eq!(column(&stage.db, "peer_topics", "kind").await, ["outside"]);
        stage.today = date(2026, 10, 12);
        let mut tx = stage.db.read().await.unwrap();
        let next = week(&mut tx, &stage.context(&dana), stage.today).await.unwrap();
        let usual = About { kind: Kind::Walk, topic: Some("Шахмат".into()) };
        assert!(next.lines().all(|line| line.about == usual && !line.is_noted), "{next:?}");
        drop(tx);
        spoil(&stage.db, "UPDATE peer_sessions SET mark = 'missed'").await;
        let mut tx = stage.db.read().await.unwrap();
        let next = week(&mut tx, &stage.context(&dana), stage.today).await.unwrap();
        assert!(next.lines().all(|line| line.about.topic.is_none()), "they did not meet: {next:?}");
    })
    .await;
}

#[tokio::test]
async fn a_mark_says_of_nobody_that_they_left_the_grounds_without_the_consents_to_that() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        spoil(&stage.db, "UPDATE peer_pairs SET off_site = 1").await;
        let dana = dana();
        let tap = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
        put(&stage.context(&dana), date(2026, 10, 5), &of(&tap)).await.unwrap();
        assert_eq!(column(&stage.db, "peer_topics", "kind").await, ["walk"], "the consent of Алуа ran out");
    })
    .await;
}

#[tokio::test]
async fn n08_whoever_looks_after_nobody_finds_neither_pairs_nor_a_journal() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        let head = actor("serik", &[Role::Head]);
        for somebody in [actor("aigul", &[Role::Teacher, Role::Mentor]), head, timur, actor("dana", &[])] {
            let context = stage.context(&somebody);
            let page = open(&context, &pair).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
            let page = asked(&context, &"alua".into()).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
            let over = end(&context, &pair).await;
            assert!(matches!(over, Err(Failed::NotFound)), "{over:?}");
            let mark = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
            let written = put(&context, date(2026, 10, 5), &of(&mark)).await;
            assert!(matches!(written, Err(Failed::NotFound)), "{written:?}");
        }
        assert_eq!(column(&stage.db, "peer_pairs", "state").await, ["agreed"]);
        assert!(column(&stage.db, "peer_sessions", "pair_id").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn both_are_asked_how_it_goes_while_they_meet() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        let said =
            Said { faces: [None, Some(Face::Sad), None], did: Some("Бөлшектер".into()), took: None };
        let pair = confirm(&context, &"alua".into(), &"aidana".into(), Some("Көршілер")).await.unwrap();
        let early = note(&context, &pair, stage.today, &said).await;
        assert!(matches!(early, Err(Failed::NotFound)), "they have not begun: {early:?}");
        agree(&context, &pair, &weekly(), true).await.unwrap();
        for _ in 0..2 {
            note(&context, &pair, stage.today, &said).await.unwrap();
        }
        assert_eq!(stage.audited("peer-heard").await, 1, "sent twice, written once");
        let nothing = note(&context, &pair, stage.today, &Said::default()).await;
        assert!(matches!(nothing, Err(Failed::Refused(VoiceRefused::Nothing))), "{nothing:?}");
        let mut tx = stage.db.read().await.unwrap();
        let heard = heard(&mut tx, &context, &pair).await.unwrap();
        drop(tx);
        assert_eq!((heard.voices.len(), heard.ask_again), (1, Some(date(2026, 10, 19))));
        end(&context, &pair).await.unwrap();
        let late = note(&context, &pair, stage.today, &said).await;
        assert!(matches!(late, Err(Failed::NotFound)), "it is over: {late:?}");
    })
    .await;
}

#[tokio::test]
async fn each_of_the_two_answers_on_the_device_what_that_child_was_asked() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        let context = stage.context(&dana);
        let both =
            Said { faces: [Some(Face::Even), None, None], did: Some("Шахмат".into()), took: None };
        answer(&context, &pair, Whose::Mentee, (&Said::default(), None)).await.unwrap();
        assert!(
            column(&stage.db, "peer_voices", "day").await.is_empty(),
            "whoever says nothing leaves nothing"
        );
        for _ in 0..2 {
            answer(&context, &pair, Whose::Mentee, (&both, None)).await.unwrap();
        }
        assert!(column(&stage.db, "peer_voices", "did").await.is_empty(), "she is not asked for words");
        answer(&context, &pair, Whose::Helper, (&both, None)).await.unwrap();
        assert_eq!(stage.audited("peer-heard").await, 2, "sent twice, written once");
        let mut tx = stage.db.read().await.unwrap();
        let told = heard(&mut tx, &context, &pair).await.unwrap();
        assert_eq!(told.voices.first().map(|voice| voice.said.clone()), Some(both.clone()));
        assert_eq!(told.may_be_handed, Whose::BOTH);
        drop(tx);
        let consent = "UPDATE pupil_consents SET last_day = '2026-10-01' WHERE id = 'alua-data'";
        spoil(&stage.db, consent).await;
        let without = answer(&context, &pair, Whose::Mentee, (&both, None)).await;
        assert!(matches!(without, Err(Failed::NotFound)), "nothing is kept of her: {without:?}");
        let other = actor("aigul", &[Role::Teacher, Role::Mentor]);
        let mut tx = stage.db.read().await.unwrap();
        let hidden = hand(&mut tx, &stage.context(&other), &pair, Whose::Helper).await;
        assert!(matches!(hidden, Err(Failed::NotFound)), "{hidden:?}");
    })
    .await;
}

#[tokio::test]
async fn a_signed_week_counts_unless_one_of_the_two_says_that_they_did_not_meet() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        let monday = date(2026, 10, 5);
        let tap = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
        let sent = Sent { chosen: &tap, sign: Some("5Б"), ..Sent::default() };
        assert!(put(&stage.context(&dana), monday, &sent).await.unwrap().is_signed);
        // They meet on Wednesdays.
        let says = async |stage: &Stage, whose, met| {
            answer(&stage.context(&dana), &pair, whose, (&Said::default(), Some(met))).await.unwrap();
            open(&stage.context(&dana), &pair).await.unwrap().minutes
        };
        assert_eq!(says(&stage, Whose::Mentee, false).await, 45, "no meeting was due yet");
        assert!(column(&stage.db, "peer_voices", "day").await.is_empty());
        stage.today = date(2026, 10, 8);
        assert_eq!(says(&stage, Whose::Helper, true).await, 45);
        assert_eq!(says(&stage, Whose::Mentee, false).await, 0, "she says that they did not");
        stage.today = date(2026, 10, 9);
        assert_eq!(says(&stage, Whose::Helper, true).await, 0, "her word is hers");
        assert_eq!(says(&stage, Whose::Mentee, true).await, 45, "asked anew");
        stage.today = date(2026, 10, 15);
        assert_eq!(says(&stage, Whose::Mentee, false).await, 45, "of the next week");
    })
    .await;
}

/// To the last day of the consents, with both words.
fn through_the_summer() -> Prolonging<'static> {
    Prolonging {
        last_day: date(2027, 7, 31), reason: "Жазда да кездескісі келеді.", both_said_yes: true
    }
}

#[tokio::test]
async fn a_pair_is_prolonged_in_time_with_both_words_as_far_as_the_consents_last() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        let early = prolong(&stage.context(&dana), &pair, &through_the_summer()).await;
        let refused = ProlongRefused::When(When::NotNow);
        assert!(matches!(early, Err(Failed::Refused(why)) if why == refused), "{early:?}");
        stage.today = date(2027, 5, 11);
        let context = stage.context(&dana);
        let one = Prolonging { both_said_yes: false, ..through_the_summer() };
        let one = prolong(&context, &pair, &one).await;
        assert!(matches!(one, Err(Failed::Refused(ProlongRefused::Children))), "{one:?}");
        let beyond = Prolonging { last_day: date(2027, 8, 31), ..through_the_summer() };
        let beyond = prolong(&context, &pair, &beyond).await;
        let missing = ProlongRefused::Consent(Whose::Helper, Missing::Representative(Part::Data));
        assert!(matches!(beyond, Err(Failed::Refused(why)) if why == missing), "{beyond:?}");
        for _ in 0..2 {
            prolong(&context, &pair, &through_the_summer()).await.unwrap();
        }
        assert_eq!(stage.audited("peer-prolonged").await, 1, "sent twice, prolonged once");
        let prolonged = open(&context, &pair).await.unwrap().pair.state;
        let agreement = prolonged.agreement().unwrap();
        assert_eq!((agreement.from, agreement.ends), (date(2026, 10, 5), date(2027, 8, 1)));
        let mut tx = stage.db.read().await.unwrap();
        let parted = parting(&mut tx, &context, &pair).await.unwrap();
        assert_eq!(parted.prolongations.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_pair_over_by_its_last_day_alone_is_taken_up_again() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        stage.today = date(2027, 6, 1);
        let context = stage.context(&dana);
        spoil(&stage.db, "UPDATE peer_pairs SET state = 'ended', over_on = '2027-05-20'").await;
        let ended = prolong(&context, &pair, &through_the_summer()).await;
        let refused = ProlongRefused::When(When::NotNow);
        assert!(matches!(ended, Err(Failed::Refused(why)) if why == refused), "somebody ended it: {ended:?}");
        spoil(&stage.db, "UPDATE peer_pairs SET over_on = ends_on").await;
        spoil(
            &stage.db,
            "UPDATE pupil_consents SET withdrawn_on = '2027-05-30' WHERE id = 'alua-participation'",
        )
        .await;
        let unwilling = prolong(&context, &pair, &through_the_summer()).await;
        assert!(matches!(unwilling, Err(Failed::Refused(ProlongRefused::NotWaiting))), "{unwilling:?}");
        spoil(&stage.db, "UPDATE pupil_consents SET withdrawn_on = NULL").await;
        let may = date(2027, 5, 17);
        let tap = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
        put(&context, may, &of(&tap)).await.unwrap();
        prolong(&context, &pair, &through_the_summer()).await.unwrap();
        let again = open(&context, &pair).await.unwrap().pair.state;
        assert!(matches!(&again, State::Agreed(agreement) if agreement.from == stage.today), "{again:?}");
        let signed = put(&context, may, &Sent { sign: Some("5Б"), ..Sent::default() }).await.unwrap();
        assert!(signed.is_signed, "no hour of before is lost: {signed:?}");
    })
    .await;
}

#[tokio::test]
async fn both_say_in_a_closing_talk_what_they_take_along() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        let said = Talk { mentee: Some("Дос".into()), next: Some(Next::Club), ..Talk::default() };
        let early = talk(&stage.context(&dana), &pair, &said, None).await;
        assert!(matches!(early, Err(Failed::NotFound)), "{early:?}");
        stage.today = date(2027, 5, 11);
        let context = stage.context(&dana);
        let nothing = talk(&context, &pair, &Talk::default(), None).await;
        assert!(matches!(nothing, Err(Failed::Refused(TalkRefused::Nothing))), "{nothing:?}");
        for _ in 0..2 {
            talk(&context, &pair, &said, None).await.unwrap();
        }
        assert_eq!(stage.audited("peer-closing").await, 1, "sent twice, written once");
        let theirs = Talk { helper: Some("Сабыр".into()), ..Talk::default() };
        let late = talk(&context, &pair, &theirs, Some(&Talk::default())).await;
        let newer = TalkRefused::Newer(said.clone());
        assert!(matches!(late, Err(Failed::Refused(why)) if why == newer), "somebody else wrote meanwhile");
        let other = actor("aigul", &[Role::Teacher, Role::Mentor]);
        let other = stage.context(&other);
        let mut tx = stage.db.read().await.unwrap();
        let parted = parting(&mut tx, &context, &pair).await.unwrap();
        assert_eq!(parted.closing.map(|closing| closing.said), Some(said.clone()));
        let hidden = parting(&mut tx, &other, &pair).await;
        assert!(matches!(hidden, Err(Failed::NotFound)), "{hidden:?}");
        drop(tx);
        let written = talk(&other, &pair, &said, None).await;
        assert!(matches!(written, Err(Failed::NotFound)), "{written:?}");
        let glad = Said { faces: [Some(Face::Glad), None, None], ..Said::default() };
        answer(&context, &pair, Whose::Mentee, (&glad, None)).await.unwrap();
        withdraw(&context, &"alua".into(), Part::Data).await.unwrap();
        for table in ["peer_closings", "peer_voices"] {
            assert!(column(&stage.db, table, "pair_id").await.is_empty(), "{table}: nothing of hers is kept");
        }
        let without = talk(&context, &pair, &said, None).await;
        assert!(matches!(without, Err(Failed::NotFound)), "{without:?}");
    })
    .await;
}

/// How many pairs somebody is told of that end soon.
async fn told_to(stage: &Stage, who: &Actor) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    ending(&mut tx, &stage.context(who)).await.unwrap().len()
}

#[tokio::test]
async fn n08_whoever_keeps_a_pair_alone_is_told_that_it_ends_until_it_is_prolonged_or_talked_about() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        stage.today = date(2027, 5, 4);
        assert_eq!(told_to(&stage, &dana).await, 0, "more than three weeks before");
        stage.today = date(2027, 5, 11);
        assert_eq!(told_to(&stage, &dana).await, 1);
        let other = actor("aigul", &[Role::Teacher, Role::Mentor]);
        assert_eq!(told_to(&stage, &other).await, 0, "somebody who keeps none");
        let said = Talk { next: Some(Next::Club), ..Talk::default() };
        talk(&stage.context(&dana), &pair, &said, None).await.unwrap();
        assert_eq!(told_to(&stage, &dana).await, 0, "the talk is written down");
        spoil(&stage.db, "UPDATE peer_closings SET noted_at = 0").await;
        assert_eq!(told_to(&stage, &dana).await, 1, "that was the talk of an earlier end");
        prolong(&stage.context(&dana), &pair, &through_the_summer()).await.unwrap();
        assert_eq!(told_to(&stage, &dana).await, 0, "it goes on");
    })
    .await;
}

async fn forget_after(stage: &Stage, days: i64) {
    let later = stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
    Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, later).await.unwrap();
}

#[tokio::test]
async fn a_pair_ends_with_the_lessons_of_the_year_and_is_forgotten_a_year_after() {
    on_both(async |db| {
        let stage = staged(db).await;
        let pair = met(&stage).await;
        let dana = dana();
        let context = stage.context(&dana);
        let wish = Profile { apart: vec!["erzhan".into()], ..Profile::default() };
        keep(&context, &"alua".into(), &wish).await.unwrap();
        let mark = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
        let tired = [Remark {
            class: "5Б".into(), text: Some("Екеуі де шаршады".into()), known: None
        }];
        let sent = Sent { chosen: &mark, remarks: &tired, sign: Some("5Б"), ..Sent::default() };
        put(&context, date(2026, 10, 5), &sent).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let now: Result<_, Failed<Never>> = week(&mut tx, &context, date(2026, 10, 5)).await;
        assert!(now.unwrap().is_signed());
        drop(tx);
        let glad = Said { faces: [Some(Face::Glad), None, None], ..Said::default() };
        note(&context, &pair, stage.today, &glad).await.unwrap();
        forget_after(&stage, 0).await;
        assert_eq!(column(&stage.db, "peer_pairs", "state").await, ["agreed"]);
        assert_eq!(column(&stage.db, "peer_wishes", "wish").await, ["apart"]);
        forget_after(&stage, 365).await;
        assert_eq!(column(&stage.db, "peer_pairs", "over_on").await, ["2027-05-26"]);
        assert!(
            column(&stage.db, "peer_wishes", "wish").await.is_empty(),
            "it goes with the consents of the year"
        );
        forget_after(&stage, 365 * 2).await;
        for table in ["peer_pairs", "peer_voices", "peer_topics", "journal_signatures", "journal_remarks"] {
            assert!(column(&stage.db, table, "school_id").await.is_empty(), "{table}");
        }
        assert!(column(&stage.db, "peer_sessions", "mark").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_order_is_printed_by_the_coordinator_before_and_after_pairs_agree_and_notes_no_reading() {
    on_both(async |db| {
        let stage = staged(db).await;
        let gulnafisa = coordinator();
        for has_met in [false, true] {
            if has_met {
                met(&stage).await;
            }
            let noted = column(&stage.db, "pupil_reads", "pupil_id").await.len();
            for lang in [Lang::Kk, Lang::Ru] {
                let pdf = print_order(&stage.context(&gulnafisa), lang).await.unwrap();
                assert!(pdf.starts_with(b"%PDF"), "{lang:?}");
            }
            let after = column(&stage.db, "pupil_reads", "pupil_id").await.len();
            assert_eq!(after, noted, "nobody stands in it by name");
            for who in [dana(), actor("serik", &[Role::Head])] {
                let closed = print_order(&stage.context(&who), Lang::Kk).await;
                assert!(matches!(closed, Err(Failed::NotFound)), "{who:?}: {closed:?}");
            }
        }
    })
    .await;
}

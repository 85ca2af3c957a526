//! Papers, practices and appeals as they were before an exam could be open to other schools.

use domain::SchoolId;
use store::attempts::Kept;
use store::testing::on_both_from;

/// The last migration before that.
const BEFORE: i64 = 111;

/// A paper with an answer, points, lost time and more time, an appeal against it, and a practice with a sheet.
const ROWS: &str = r#"
INSERT INTO districts (id, name_kk, name_ru) VALUES ('district', 'Аудан', 'Район');
INSERT INTO schools (id, district_id, name_kk, name_ru, short_kk, short_ru, bin, place_kk, place_ru, utc_offset_minutes) VALUES
    ('school-12', 'district', '№ 12 мектеп', 'Школа № 12', '№ 12', '№ 12', '123456789012', 'Чапаев', 'Чапаево', 300);
INSERT INTO people (id, school_id, family, given, folded, email, category, service_years, hired_on, lang, version) VALUES
    ('gulnafisa', 'school-12', 'Сейфуллина', 'Гүлнафиса', 'сейфуллина гүлнафиса', NULL, 'expert', 20, '2006-09-01', 'kk', 0),
    ('aigul', 'school-12', 'Нұрбаева', 'Айгүл', 'нұрбаева айгүл', NULL, 'master', 15, '2011-09-01', 'kk', 0);
INSERT INTO sittings (id, school_id, begins_at, ends_at, plan, bank, languages, cuts, rubric, state) VALUES
    ('sitting', 'school-12', 0, 1000, '{}', 1, '[]', '[]', '{}', 'running');
INSERT INTO sitting_extensions (school_id, sitting_id, person_id, minutes) VALUES ('school-12', 'sitting', 'aigul', 10);
INSERT INTO attempts (id, school_id, sitting_id, person_id, number, language, variant, minutes, extension, opened_at, state) VALUES
    ('paper', 'school-12', 'sitting', 'aigul', 1, 'ru', '{"seed":1,"bank":1,"questions":[{"number":7,"order":[]}]}', 40, 10, 100, 'open');
INSERT INTO attempt_answers (school_id, attempt_id, question, answer, revision, saved_at) VALUES
    ('school-12', 'paper', 7, '"blank"', 1, 200);
INSERT INTO attempt_outages (id, school_id, sitting_id, attempt_id, from_at, until_at, reason, given_by, given_at) VALUES
    ('outage', 'school-12', 'sitting', 'paper', 150, 160, 'Жарық жоқ', 'gulnafisa', 170);
INSERT INTO attempt_marks (school_id, attempt_id, question, points, marked_by, marked_at) VALUES
    ('school-12', 'paper', 7, 10, 'gulnafisa', 300);
INSERT INTO appeals (id, school_id, person_id, attempt_id, filed_on, ground, words, word, state) VALUES
    ('appeal', 'school-12', 'aigul', 'paper', '2026-10-05', 'other', 'Неге?', 'filed', '"filed"');
INSERT INTO courses (id, school_id, person_id, word, state, rules, theory, practice, begun_on, changed_at) VALUES
    ('course', 'school-12', 'aigul', 'practice', '"practice"', '{}', 1, 0, '2026-09-01', 0);
INSERT INTO commissions (id, school_id, day, from_time, place, rubric) VALUES
    ('commission', 'school-12', '2026-10-05', '10:00:00', '214', '{}');
INSERT INTO commission_members (school_id, commission_id, person_id) VALUES ('school-12', 'commission', 'gulnafisa');
INSERT INTO hearings (id, school_id, commission_id, person_id, course_id, seed, situation, state, state_at) VALUES
    ('hearing', 'school-12', 'commission', 'aigul', 'course', '7', 'keep-a-secret', 'begun', 400);
INSERT INTO hearing_sheets (school_id, hearing_id, person_id, marks, saved_at, sealed) VALUES
    ('school-12', 'hearing', 'gulnafisa', '[3]', 500, 1);
INSERT INTO hearing_reasons (school_id, hearing_id, criterion, person_id, reason, at) VALUES
    ('school-12', 'hearing', 0, 'gulnafisa', 'Себебі', 600);
INSERT INTO hearing_grades (school_id, hearing_id, person_id, grade) VALUES ('school-12', 'hearing', 'gulnafisa', 3);
"#;

#[tokio::test]
async fn what_was_written_and_appealed_against_before_belongs_to_the_school_that_held_it() {
    on_both_from(BEFORE, ROWS, async |db| {
        let (school, person) = (SchoolId::from("school-12"), "aigul".into());
        let mut tx = db.read().await.unwrap();
        let kept = store::attempts::of_person(&mut tx, &school, &person).await.unwrap().remove(0);
        assert_eq!((&kept.school, &kept.home), (&school, &school));
        assert_eq!((kept.attempt.answers.len(), kept.attempt.time.outages.len()), (1, 1));
        assert_eq!(store::attempts::marks(&mut tx, &kept).await.unwrap().len(), 1);
        let appeals = store::appeals::of_person(&mut tx, &school, &person).await.unwrap();
        assert_eq!((appeals.len(), &appeals[0].home), (1, &school));
        let hearing = store::commissions::of_person(&mut tx, &school, &person).await.unwrap().remove(0);
        assert_eq!((&hearing.home, hearing.sheets.len(), hearing.reasons.len()), (&school, 1, 1));
        assert!(hearing.homes.is_empty());
        assert_eq!(store::grades::of_hearing(&mut tx, &hearing).await.unwrap().len(), 1);
        drop(tx);
        let mut tx = db.write().await.unwrap();
        let again = store::attempts::add(&mut tx, &Kept { id: "another".into(), ..kept }).await;
        assert!(again.is_err(), "one paper in a sitting for each, as before");
    })
    .await;
}

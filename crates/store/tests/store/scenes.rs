//! Modelled situations as they are kept, on both databases.

use domain::PersonId;
use domain::scenes::Part;
use store::scenes;
use store::testing::on_both_from;

/// A meeting with a sheet, a decision and a recording, as they were before meetings could be open to other schools.
const BEFORE: &str = "
INSERT INTO districts (id, name_kk, name_ru) VALUES ('district', 'Аудан', 'Район');
INSERT INTO schools (id, district_id, name_kk, name_ru, short_kk, short_ru, bin, place_kk, place_ru, utc_offset_minutes) VALUES
    ('school-12', 'district', '№ 12 мектеп', 'Школа № 12', '№ 12', '№ 12', '123456789012', 'Чапаев', 'Чапаево', 300);
INSERT INTO people (id, school_id, family, given, folded, email, category, service_years, hired_on, lang, version) VALUES
    ('gulnafisa', 'school-12', 'Сейфуллина', 'Гүлнафиса', 'сейфуллина гүлнафиса', NULL, 'expert', 20, '2006-09-01', 'kk', 0),
    ('aigul', 'school-12', 'Нұрбаева', 'Айгүл', 'нұрбаева айгүл', NULL, 'master', 15, '2011-09-01', 'kk', 0);
INSERT INTO scenes (id, school_id, team, day, from_time, place, starter, play_minutes, sheet_minutes, talk_minutes, chair_id, secretary_id, on_card, state) VALUES
    ('scene', 'school-12', 'Физика', '2026-11-07', '15:00:00', '214', 'own-idea', 10, 5, 20, 'gulnafisa', 'gulnafisa', 0, 'begun');
INSERT INTO scene_people (school_id, scene_id, person_id, part, present, marks, helped) VALUES
    ('school-12', 'scene', 'aigul', 'mentor', 0, NULL, NULL), ('school-12', 'scene', 'gulnafisa', 'observer', 1, '[3,2,1,0,3]', 'Адал');
INSERT INTO scene_decisions (id, school_id, scene_id, text, owner_id, until_day) VALUES
    ('decision', 'school-12', 'scene', 'Бірге жоспарлау', 'aigul', '2026-11-20');
INSERT INTO scene_recordings (school_id, scene_id, link) VALUES ('school-12', 'scene', 'https://video.example/1');
INSERT INTO scene_viewers (school_id, scene_id, person_id) VALUES ('school-12', 'scene', 'gulnafisa');
";

#[tokio::test]
async fn whoever_was_at_a_meeting_before_meetings_were_open_is_of_its_school() {
    on_both_from(99, BEFORE, async |db| {
        let mut tx = db.read().await.unwrap();
        let scene = scenes::get(&mut tx, &"scene".into()).await.unwrap().unwrap();
        assert!(scene.open_for.is_none() && scene.members().iter().all(|person| !scene.is_guest(person)));
        let place = &scene.people[&PersonId::from("gulnafisa")];
        assert!(place.part == Part::Observer && place.sheet.as_ref().unwrap().helped == "Адал");
        assert_eq!(scenes::held_elsewhere(&mut tx, &scene.school).await.unwrap(), []);
        assert_eq!(scenes::owned(&mut tx, &scene.school, &"aigul".into()).await.unwrap().len(), 1);
        let recording = scenes::recording(&mut tx, &scene).await.unwrap().unwrap();
        assert!(recording.viewers.contains(&PersonId::from("gulnafisa")));
    })
    .await;
}

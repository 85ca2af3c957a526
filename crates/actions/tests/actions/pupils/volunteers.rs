//! Pupils who help others, on both databases.

use super::{ayan, coordinator, dana, entry, staged};
use crate::stage::actor;
use actions::Failed;
use actions::duties::{Given, give};
use actions::programmes::change_setting;
use actions::pupils::consents::{enter, withdraw};
use actions::pupils::volunteers::{RecommendRefused, look, name, of_classes, recommend, stop, train};
use actions::pupils::{classes, opened};
use domain::duties::Duty;
use domain::people::Role;
use domain::pupils::consents::{Missing, Part};
use domain::settings::Key;
use domain::volunteers::{
    Belongs, NameRefused, Organisation, Recommendation, State, StepRefused, Studies, Training,
};
use store::testing::{column, on_both};

fn said() -> Recommendation {
    Recommendation { by: "aigul".into(), words: "Уәдесінде тұрады.".into() }
}

#[tokio::test]
async fn a_volunteer_is_named_with_the_consents_recommended_and_trained() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        let early = name(&context, &ayan(), None).await;
        let missing = NameRefused::Missing(Missing::Representative(Part::Data));
        assert!(matches!(early, Err(Failed::Refused(why)) if why == missing), "{early:?}");
        enter(&context, &ayan(), &entry()).await.unwrap();
        let training = Training { day: stage.today, minutes: 120 };
        for _ in 0..2 {
            name(&context, &ayan(), None).await.unwrap();
        }
        for _ in 0..2 {
            train(&context, &ayan(), training).await.unwrap();
        }
        let timur = Recommendation { by: "timur".into(), ..said() };
        let elsewhere = recommend(&context, &ayan(), &timur).await;
        assert!(matches!(elsewhere, Err(Failed::Refused(RecommendRefused::Person))), "{elsewhere:?}");
        for _ in 0..2 {
            recommend(&context, &ayan(), &said()).await.unwrap();
        }
        for deed in ["volunteer-named", "volunteer-recommended", "volunteer-trained"] {
            assert_eq!(stage.audited(deed).await, 1, "{deed}");
        }
        let mut tx = stage.db.read().await.unwrap();
        let own = classes(&mut tx, &context).await.unwrap();
        let helping = of_classes(&mut tx, &context, &own).await.unwrap();
        drop(tx);
        let [one] = helping.try_into().unwrap();
        assert_eq!((one.pupil.id, one.state, one.minutes), (ayan(), State::Ready(said()), 120));
        assert!(one.look_due, "nobody has looked yet");
    })
    .await;
}

#[tokio::test]
async fn a_school_sets_from_which_grade_pupils_help_and_who_belongs_to_an_organisation() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, who) = (dana(), coordinator());
        let (context, leading) = (stage.context(&dana), stage.context(&who));
        enter(&context, &ayan(), &entry()).await.unwrap();
        let set = async |key: Key, value: &str| {
            let reason = "Педкеңес шешімі";
            change_setting(&leading, &"programme".into(), key, value, reason).await.unwrap();
        };
        set(Key::VolunteerGrade, "9").await;
        let early = name(&context, &ayan(), None).await;
        assert!(matches!(early, Err(Failed::Refused(NameRefused::Grade(9)))), "{early:?}");
        set(Key::VolunteerGrade, "8").await;
        set(Key::GradesTo(Organisation::ZhasUlan), "7").await;
        let ulan = name(&context, &ayan(), Some(&Belongs::Known(Organisation::ZhasUlan))).await;
        assert!(matches!(ulan, Err(Failed::Refused(NameRefused::Organisation))), "{ulan:?}");
        name(&context, &ayan(), Some(&Belongs::Known(Organisation::Qamqor))).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn how_the_own_studies_of_a_volunteer_go_is_kept_without_marks_and_read_by_who_keeps_them() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        enter(&context, &ayan(), &entry()).await.unwrap();
        name(&context, &ayan(), None).await.unwrap();
        for _ in 0..2 {
            look(&context, &ayan(), Studies::Harder).await.unwrap();
        }
        assert_eq!(stage.audited("volunteer-looked").await, 1, "sent twice");
        let head = actor("serik", &[Role::Head]);
        for (who, seen) in [(&dana, Some((Studies::Harder, stage.today))), (&head, None)] {
            let page = opened(&stage.context(who), &ayan()).await.unwrap();
            let volunteer = page.volunteering.unwrap().volunteer.unwrap();
            assert_eq!(volunteer.studies, seen, "n08: {}", who.person);
        }
        let other = look(&stage.context(&head), &ayan(), Studies::Well).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        stop(&context, &ayan()).await.unwrap();
        assert!(column(&stage.db, "volunteers", "state").await.contains(&"stopped".to_owned()));
        let page = opened(&context, &ayan()).await.unwrap();
        assert_eq!(page.volunteering.unwrap().volunteer.unwrap().studies, None, "gone when they stop");
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_the_consent_back_ends_the_helping_and_no_word_of_it_stays() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        enter(&context, &ayan(), &entry()).await.unwrap();
        name(&context, &ayan(), None).await.unwrap();
        recommend(&context, &ayan(), &said()).await.unwrap();
        withdraw(&context, &ayan(), Part::Photo).await.unwrap();
        assert_eq!(stage.audited("volunteer-stopped").await, 0, "photos are another thing");
        withdraw(&context, &ayan(), Part::Participation).await.unwrap();
        assert_eq!(stage.audited("volunteer-stopped").await, 1);
        assert!(column(&stage.db, "volunteers", "words").await.is_empty());
        let more = train(&context, &ayan(), Training { day: stage.today, minutes: 60 }).await;
        assert!(matches!(more, Err(Failed::Refused(StepRefused::Stopped))), "{more:?}");
        stop(&context, &ayan()).await.unwrap();
        assert_eq!(stage.audited("volunteer-stopped").await, 1, "once");
    })
    .await;
}

#[tokio::test]
async fn n08_a_volunteer_is_kept_by_the_class_teacher_and_the_coordinator_alone() {
    on_both(async |db| {
        let stage = staged(db).await;
        enter(&stage.context(&dana()), &ayan(), &entry()).await.unwrap();
        name(&stage.context(&dana()), &ayan(), None).await.unwrap();
        let specialist = Given { person: "bekzhan".into(), duty: Duty::Specialist };
        give(&stage.context(&coordinator()), &specialist).await.unwrap();
        let strangers = [
            actor("aigul", &[Role::Teacher, Role::Mentor]),
            actor("serik", &[Role::Head]),
            actor("bekzhan", &[Role::Teacher]),
        ];
        for somebody in strangers {
            let context = stage.context(&somebody);
            let named = name(&context, &ayan(), None).await;
            assert!(matches!(named, Err(Failed::NotFound)), "{named:?}");
            let recommended = recommend(&context, &ayan(), &said()).await;
            assert!(matches!(recommended, Err(Failed::NotFound)), "{recommended:?}");
            let stopped = stop(&context, &ayan()).await;
            assert!(matches!(stopped, Err(Failed::NotFound)), "{stopped:?}");
        }
        stop(&stage.context(&coordinator()), &ayan()).await.unwrap();
    })
    .await;
}

//! Signing in by password and by slip, on both databases.

use crate::stage::{Stage, actor, coordinator};
use actions::Failed;
use actions::accounts::{
    ChangeRefused, Gate, Session, SignInRefused, SlipsRefused, change_password, end_sessions, print_slips,
    secret_hash, sign_in, sign_in_by_code, sign_out,
};
use domain::accounts::PasswordRefused;
use domain::people::{Actor, Role};
use domain::{PersonId, SchoolId};
use jiff::ToSpan;
use store::testing::on_both;

const PASSWORD: &str = "жаңбырлы күз кеші";

fn gate(stage: &Stage) -> Gate<'_> {
    Gate { db: &stage.db, now: stage.now(), today: stage.today, ids: &stage.ids }
}

fn school() -> SchoolId {
    "school-12".into()
}

/// A slip for Dana, and its code.
async fn slip(stage: &Stage) -> String {
    let slips = print_slips(&stage.context(&coordinator()), &school(), &["dana".into()]).await.unwrap();
    assert_eq!(slips[0].login, "dana@school.example");
    slips[0].code.clone()
}

/// Dana signs in by a slip and sets a password.
async fn with_password(stage: &Stage) -> Session {
    sign_in_by_code(&gate(stage), &slip(stage).await).await.unwrap();
    change_password(&stage.context(&actor("dana", &[Role::Newcomer])), "", PASSWORD).await.unwrap()
}

async fn holder(stage: &Stage, session: &Session) -> Option<PersonId> {
    let mut tx = stage.db.read().await.unwrap();
    let known = store::accounts::session(&mut tx, &secret_hash(&session.token), stage.now()).await.unwrap();
    known.map(|known| known.person)
}

fn refusal<T: std::fmt::Debug, R: std::fmt::Debug>(result: Result<T, Failed<R>>) -> R {
    match result {
        Err(Failed::Refused(why)) => why,
        other => panic!("refused is expected, not {other:?}"),
    }
}

#[tokio::test]
async fn a_slip_opens_a_session_once() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let code = slip(&stage).await;
        let session = sign_in_by_code(&gate(&stage), &code.to_lowercase()).await.unwrap();
        assert_eq!(holder(&stage, &session).await, Some("dana".into()));
        assert_eq!(refusal(sign_in_by_code(&gate(&stage), &code).await), SignInRefused::CodeUsed);
        assert_eq!(stage.audited("account-signed-in-by-code").await, 1);
        assert_eq!(stage.audited("account-code-failed").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_slip_ends_every_older_session() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let lost = with_password(&stage).await;
        let found = sign_in_by_code(&gate(&stage), &slip(&stage).await).await.unwrap();
        assert_eq!(holder(&stage, &lost).await, None, "whoever holds the lost phone is signed out");
        assert_eq!(holder(&stage, &found).await, Some("dana".into()));
    })
    .await;
}

#[tokio::test]
async fn a_slip_used_by_two_at_once_opens_one_session() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let code = slip(&stage).await;
        let gate = gate(&stage);
        let (one, two) = tokio::join!(sign_in_by_code(&gate, &code), sign_in_by_code(&gate, &code));
        assert!(one.is_ok() ^ two.is_ok(), "{one:?} {two:?}");
    })
    .await;
}

#[tokio::test]
async fn a_later_slip_voids_the_earlier_and_fourteen_days_end_it() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let first = slip(&stage).await;
        let second = slip(&stage).await;
        assert_eq!(refusal(sign_in_by_code(&gate(&stage), &first).await), SignInRefused::CodeUsed);
        stage.today = stage.today.saturating_add(14.days());
        assert_eq!(refusal(sign_in_by_code(&gate(&stage), &second).await), SignInRefused::CodeExpired);
        let unknown = sign_in_by_code(&gate(&stage), "ABCD-EFGH-JKLM").await;
        assert_eq!(refusal(unknown), SignInRefused::CodeUnknown);
    })
    .await;
}

#[tokio::test]
async fn a_password_signs_in_and_a_wrong_one_or_login_does_not() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        with_password(&stage).await;
        let session = sign_in(&gate(&stage), " Dana@School.example ", PASSWORD).await.unwrap();
        assert_eq!(holder(&stage, &session).await, Some("dana".into()));
        let wrong = sign_in(&gate(&stage), "dana@school.example", "жаңбырлы күз").await;
        assert_eq!(refusal(wrong), SignInRefused::Wrong);
        let unknown = sign_in(&gate(&stage), "nobody@school.example", PASSWORD).await;
        assert_eq!(refusal(unknown), SignInRefused::Wrong);
        assert_eq!(stage.audited("account-sign-in-failed").await, 1, "an unknown login belongs to no school");
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_thirty_days_and_at_sign_out() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let first = with_password(&stage).await;
        let second = sign_in(&gate(&stage), "dana@school.example", PASSWORD).await.unwrap();
        let dana = actor("dana", &[Role::Newcomer]);
        sign_out(&stage.context(&dana), &first.token).await.unwrap();
        assert_eq!(holder(&stage, &first).await, None);
        stage.today = stage.today.saturating_add(29.days());
        assert_eq!(holder(&stage, &second).await, Some("dana".into()));
        stage.today = stage.today.tomorrow().unwrap();
        assert_eq!(holder(&stage, &second).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_new_password_needs_the_present_one_and_ends_the_other_sessions() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let old = with_password(&stage).await;
        let dana = actor("dana", &[Role::Newcomer]);
        let context = stage.context(&dana);
        let wrong = change_password(&context, "жаңбыр", "басқа ұзын құпиясөз").await;
        assert_eq!(refusal(wrong), ChangeRefused::Wrong);
        let easy = change_password(&context, PASSWORD, "Сәтбаева2026").await;
        assert_eq!(refusal(easy), ChangeRefused::New(PasswordRefused::AboutYou));
        assert_eq!(holder(&stage, &old).await, Some("dana".into()), "nothing has changed so far");
        let new = change_password(&context, PASSWORD, "басқа ұзын сөйлем").await.unwrap();
        assert_eq!(holder(&stage, &old).await, None);
        assert_eq!(holder(&stage, &new).await, Some("dana".into()));
    })
    .await;
}

#[tokio::test]
async fn using_a_slip_forgets_the_lost_password() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        with_password(&stage).await;
        sign_in_by_code(&gate(&stage), &slip(&stage).await).await.unwrap();
        let old = sign_in(&gate(&stage), "dana@school.example", PASSWORD).await;
        assert_eq!(refusal(old), SignInRefused::Wrong);
    })
    .await;
}

#[tokio::test]
async fn n08_a_coordinator_prints_no_slip_for_the_head_or_for_another_school() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let coordinator = coordinator();
        let context = stage.context(&coordinator);
        let head = print_slips(&context, &school(), &["dana".into(), "serik".into()]).await;
        assert!(matches!(head, Err(Failed::Forbidden)), "{head:?}");
        let other = print_slips(&context, &school(), &["timur".into()]).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let theirs = print_slips(&context, &"school-7".into(), &["timur".into()]).await;
        assert!(matches!(theirs, Err(Failed::NotFound)), "{theirs:?}");
        assert_eq!(refusal(print_slips(&context, &school(), &[]).await), SlipsRefused::Nobody);
        assert_eq!(stage.audited("account-slip-printed").await, 0, "all or none");
    })
    .await;
}

#[tokio::test]
async fn the_command_line_prints_a_slip_for_the_head_and_for_nobody_else() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let machine = Actor::command_line();
        let context = stage.context(&machine);
        let slips = print_slips(&context, &school(), &["serik".into()]).await.unwrap();
        assert_eq!(slips.len(), 1);
        let dana = print_slips(&context, &school(), &["serik".into(), "dana".into()]).await;
        assert!(matches!(dana, Err(Failed::NotFound)), "{dana:?}");
        assert_eq!(stage.audited("account-slip-printed").await, 1, "nothing of a refused sheet is made");
        let nobody = print_slips(&context, &school(), &[]).await;
        assert_eq!(refusal(nobody), SlipsRefused::Nobody);
        let teacher = Actor { roles: vec![Role::Teacher], ..coordinator() };
        let refused = print_slips(&stage.context(&teacher), &school(), &["serik".into()]).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_sees_who_can_sign_in_and_ends_sessions_of_a_lost_phone() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let standing = async || {
            let mut tx = stage.db.read().await.unwrap();
            store::accounts::standings(&mut tx, &school(), stage.now()).await.unwrap().remove(&"dana".into())
        };
        assert_eq!(standing().await, None);
        slip(&stage).await;
        let printed = standing().await.unwrap();
        assert!(printed.slip_until.is_some() && !printed.signed_in && !printed.has_password);
        let session = with_password(&stage).await;
        let signed_in = standing().await.unwrap();
        assert!(signed_in.slip_until.is_none() && signed_in.signed_in && signed_in.has_password);
        let coordinator = coordinator();
        end_sessions(&stage.context(&coordinator), &"dana".into()).await.unwrap();
        assert_eq!(holder(&stage, &session).await, None);
        assert!(!standing().await.unwrap().signed_in);
        let head = end_sessions(&stage.context(&coordinator), &"serik".into()).await;
        assert!(matches!(head, Err(Failed::Forbidden)), "{head:?}");
        let other = end_sessions(&stage.context(&coordinator), &"timur".into()).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}

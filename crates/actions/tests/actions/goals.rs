//! Goals of the development plan: set and closed by either of the two, reviewed by both, told of once.

use crate::plans::{assigned, coordinator, head};
use crate::reports::press;
use crate::stage::{Stage, mentor, newcomer};
use actions::Failed;
use actions::goals::{assign, change, list, opened, remind, review, set, turn};
use actions::orders::{prepare, sign};
use actions::plans::{add, print};
use actions::reports::Typesetter;
use actions::rosters::exporting::Form;
use domain::difficulties::{Season, Topic};
use domain::goals::{Aim, Deed, Goal, GoalRefused, MOST_OPEN, SelfMark, State};
use domain::people::{Actor, Role};
use domain::plans::{Area, Content, Whose};
use domain::sides::Side;
use domain::{NewcomerId, PlanGoalId};
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

fn dana() -> NewcomerId {
    "dana".into()
}

fn aim(text: &str) -> Aim {
    Aim {
        topic: Some(Topic::Parents),
        text: text.into(),
        seen: "Екі әңгіме келісіммен аяқталды".into(),
        by: date(2027, 1, 29),
        strengths: None,
        support: None,
    }
}

async fn goals(stage: &Stage, who: &Actor) -> Vec<Goal> {
    let mut tx = stage.db.read().await.unwrap();
    opened(&mut tx, &stage.context(who), &dana()).await.unwrap().unwrap().goals
}

async fn one(stage: &Stage) -> PlanGoalId {
    set(&stage.context(&newcomer("dana")), &dana(), &aim("Әңгімені өзім бастаймын")).await.unwrap()
}

#[tokio::test]
async fn the_plan_begins_with_the_first_goal_and_the_same_goal_is_set_once() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let goal = one(&stage).await;
        assert_eq!(one(&stage).await, goal, "the form came twice");
        assert_eq!(goals(&stage, &mentor("aigul")).await.len(), 1, "the mentor reads it");
        assert_eq!(stage.audited("development-changed").await, 1);
        for at in 1..MOST_OPEN {
            let text = format!("Мақсат {at}");
            set(&stage.context(&mentor("aigul")), &dana(), &aim(&text)).await.unwrap();
        }
        let more = set(&stage.context(&newcomer("dana")), &dana(), &aim("Тағы біреу")).await;
        assert!(matches!(more, Err(Failed::Refused(GoalRefused::TooMany))), "{more:?}");
    })
    .await;
}

#[tokio::test]
async fn the_plan_is_a_table_for_the_two_with_each_step_below_its_goal() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        let goal = one(&stage).await;
        set(&stage.context(&mentor("aigul")), &dana(), &aim("Тақтаға қарамай айту")).await.unwrap();
        let hers = newcomer("dana");
        let mut tx = stage.db.read().await.unwrap();
        let plan = opened(&mut tx, &stage.context(&hers), &dana()).await.unwrap().unwrap().plan.unwrap().id;
        drop(tx);
        let small = |text: &str| Content {
            area: Area::Parents,
            text: Some(text.into()),
            result: None,
            whose: Whose::Newcomer,
            due: date(2026, 11, 20),
        };
        let step = add(&stage.context(&hers), &plan, &small("Бір ата-анаға хат жазу")).await.unwrap();
        add(&stage.context(&hers), &plan, &small("Журналды қарап шығу")).await.unwrap();
        assign(&stage.context(&hers), &step, Some(&goal)).await.unwrap();
        stage.today = date(2027, 1, 12);
        review(&stage.context(&mentor("aigul")), &dana(), ("Сенімді сөйлейді", None)).await.unwrap();
        let csv = async |who: &Actor| {
            let context = stage.context(who);
            let list = list(&context, &dana(), Lang::Kk).await?;
            list.table(&context, Form::Csv).map(|file| String::from_utf8(file.bytes).unwrap())
        };
        let read = csv(&hers).await.unwrap();
        assert_eq!(read, csv(&mentor("aigul")).await.unwrap());
        let line = |words: &str| read.lines().position(|line| line.contains(words)).unwrap();
        assert_eq!(read.lines().count(), 6, "captions, two goals, two steps, one review: {read}");
        assert_eq!(line("хат жазу"), line("Әңгімені өзім бастаймын") + 1, "{read}");
        assert!(line("Журналды") > line("Тақтаға"), "a step of no goal comes after the goals: {read}");
        assert_eq!(line("Сенімді сөйлейді"), 5, "{read}");
        for other in [mentor("bekzhan"), newcomer("zere"), coordinator(), head()] {
            assert!(matches!(csv(&other).await, Err(Failed::NotFound)));
        }
    })
    .await;
}

#[tokio::test]
async fn n08_goals_are_not_there_for_anybody_but_the_two() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let goal = one(&stage).await;
        for other in [head(), coordinator(), mentor("bekzhan"), newcomer("zere")] {
            let context = stage.context(&other);
            let mut tx = stage.db.read().await.unwrap();
            assert!(opened(&mut tx, &context, &dana()).await.unwrap().is_none());
            drop(tx);
            let new = set(&context, &dana(), &aim("Бөтен")).await;
            assert!(matches!(new, Err(Failed::NotFound)), "{new:?}");
            let left = turn(&context, &goal, 0, State::Left).await;
            assert!(matches!(left, Err(Failed::NotFound)), "{left:?}");
            let said = review(&context, &dana(), ("Бөтен", None)).await;
            assert!(matches!(said, Err(Failed::NotFound)), "{said:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_goal_left_by_mistake_is_taken_up_again_and_the_history_tells_it() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let (hers, mentors) = (newcomer("dana"), mentor("aigul"));
        let goal = one(&stage).await;
        let later = Aim { by: date(2027, 2, 20), ..aim("Әңгімені өзім бастаймын") };
        change(&stage.context(&mentors), &goal, 0, &later).await.unwrap();
        let unseen = change(&stage.context(&hers), &goal, 0, &aim("Басқа сөз")).await;
        assert!(matches!(unseen, Err(Failed::Changed)), "{unseen:?}");
        let closed = turn(&stage.context(&hers), &goal, 0, State::Reached).await;
        assert!(matches!(closed, Err(Failed::Changed)), "it says something else by now: {closed:?}");
        for (seen, to) in [(1, State::Left), (1, State::Left), (2, State::Open), (3, State::Reached)] {
            turn(&stage.context(&hers), &goal, seen, to).await.unwrap();
        }
        let closed = change(&stage.context(&hers), &goal, 4, &aim("Басқа сөз")).await;
        assert!(matches!(closed, Err(Failed::Refused(GoalRefused::Closed))), "{closed:?}");
        let mut tx = stage.db.read().await.unwrap();
        let found = opened(&mut tx, &stage.context(&hers), &dana()).await.unwrap().unwrap();
        let changes = store::goals::changes(&mut tx, &found.plan.unwrap()).await.unwrap();
        let deeds: Vec<Deed> = changes.iter().map(|change| change.deed).collect();
        let wanted = [Deed::Reached, Deed::Reopened, Deed::Left, Deed::Reworded, Deed::Set];
        assert_eq!(deeds, wanted, "the latest first, nothing twice");
        assert_eq!(changes[3].by.as_str(), "aigul");
    })
    .await;
}

#[tokio::test]
async fn a_step_belongs_to_a_goal_or_to_none() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let hers = newcomer("dana");
        let goal = one(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        let plan = opened(&mut tx, &stage.context(&hers), &dana()).await.unwrap().unwrap().plan.unwrap();
        drop(tx);
        let step = Content {
            area: Area::Parents,
            text: Some("Бір ата-анаға жақсы хабар жазу".into()),
            result: None,
            whose: Whose::Newcomer,
            due: date(2026, 11, 20),
        };
        let item = add(&stage.context(&hers), &plan.id, &step).await.unwrap();
        for of in [Some(&goal), Some(&goal), None, None, Some(&goal)] {
            assign(&stage.context(&hers), &item, of).await.unwrap();
            let mut tx = stage.db.read().await.unwrap();
            let steps = store::goals::steps(&mut tx, &plan).await.unwrap();
            assert_eq!(steps.get(&item), of);
        }
        let other = assign(&stage.context(&mentor("bekzhan")), &item, None).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let typesetter = Typesetter::unbounded();
        let paper = print(&stage.context(&hers), &plan.id, Lang::Kk, press(&typesetter)).await.unwrap();
        assert!(paper.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn both_say_what_has_changed_in_january_and_the_other_one_is_told_once() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        one(&stage).await;
        let (hers, mentors) = (newcomer("dana"), mentor("aigul"));
        let early = review(&stage.context(&hers), &dana(), ("Легче", None)).await;
        assert!(matches!(early, Err(Failed::Refused(GoalRefused::NotNow))), "{early:?}");
        stage.today = date(2027, 1, 12);
        stage.letters().await;
        for words in ["Легче начинать", "Легче начинать", "Легче начинать и заканчивать"]
        {
            review(&stage.context(&hers), &dana(), (words, SelfMark::new(2))).await.unwrap();
        }
        assert_eq!(stage.letters().await, ["aigul ReviewWritten"], "once, though the words were changed");
        review(&stage.context(&mentors), &dana(), ("Слышу меньше тревоги", SelfMark::new(3))).await.unwrap();
        assert_eq!(stage.letters().await, ["dana ReviewWritten"]);
        let mut tx = stage.db.read().await.unwrap();
        let found = opened(&mut tx, &stage.context(&mentors), &dana()).await.unwrap().unwrap();
        assert_eq!(found.reviews.len(), 2);
        let own = found.review_of(Season::January, &"dana".into()).unwrap();
        assert_eq!((own.words.as_str(), own.mark), ("Легче начинать и заканчивать", SelfMark::new(2)));
        let other = found.review_of(Season::January, &"aigul".into()).unwrap();
        assert_eq!(other.mark, None, "nobody marks another one's goals");
    })
    .await;
}

#[tokio::test]
async fn n08_a_mentor_who_came_later_does_not_read_what_was_written_to_the_former_one() {
    on_both(async |db| {
        let (mut stage, former) = assigned(db).await;
        one(&stage).await;
        stage.today = date(2027, 1, 12);
        for (who, words) in
            [(newcomer("dana"), "Маған бұл тәлімгермен қиын"), (mentor("aigul"), "Ол үндемейді")]
        {
            review(&stage.context(&who), &dana(), (words, None)).await.unwrap();
        }
        stage.today = date(2027, 1, 20);
        let mut tx = stage.db.write().await.unwrap();
        let ended = store::pairs::get(&mut tx, &former).await.unwrap().unwrap();
        store::pairs::save(&mut tx, &ended.end(stage.today, stage.now()).unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let reason = "Айгүл ушла, поговорили с обоими.";
        let next =
            actions::pairs::appoint(&stage.context(&coordinator()), &dana(), &"bekzhan".into(), reason).await;
        let mut tx = stage.db.write().await.unwrap();
        let next = store::pairs::get(&mut tx, &next.unwrap()).await.unwrap().unwrap();
        for side in Side::BOTH {
            store::consents::give(&mut tx, &next, side, stage.now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        let drafts = prepare(&stage.context(&coordinator()), &"school-12".into()).await.unwrap();
        sign(&stage.context(&head()), &drafts[0], "12-к", stage.today).await.unwrap();
        let table = async |stage: &Stage, who: &Actor| {
            let context = stage.context(who);
            let list = list(&context, &dana(), Lang::Kk).await.unwrap();
            String::from_utf8(list.table(&context, Form::Csv).unwrap().bytes).unwrap()
        };
        assert!(table(&stage, &newcomer("dana")).await.contains("Маған бұл тәлімгермен қиын"));
        let later = table(&stage, &mentor("bekzhan")).await;
        assert!(!later.contains("қиын") && !later.contains("үндемейді"), "{later}");
        let read = async |stage: &Stage, who: &Actor| {
            let mut tx = stage.db.read().await.unwrap();
            let found = opened(&mut tx, &stage.context(who), &dana()).await.unwrap().unwrap();
            found.reviews.into_iter().map(|review| review.words).collect::<Vec<_>>()
        };
        assert_eq!(read(&stage, &mentor("bekzhan")).await, [""; 0]);
        assert_eq!(read(&stage, &newcomer("dana")).await.len(), 2, "she has both as before");
        review(&stage.context(&newcomer("dana")), &dana(), ("Қазір жеңілірек", None)).await.unwrap();
        assert_eq!(
            read(&stage, &mentor("bekzhan")).await,
            ["Қазір жеңілірек"],
            "written to the mentor of now"
        );
    })
    .await;
}

#[tokio::test]
async fn ahead_of_a_review_both_get_one_letter_and_nobody_where_no_goal_is_open() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        let goal = one(&stage).await;
        let schedule = crate::stage::actor("schedule", &[]);
        assert_eq!(remind(&stage.context(&schedule)).await.unwrap(), 0, "it is far");
        stage.today = date(2027, 1, 8);
        stage.letters().await;
        for _ in 0..2 {
            assert_eq!(remind(&stage.context(&schedule)).await.unwrap(), 1);
        }
        assert_eq!(stage.letters().await, ["aigul ReviewAhead", "dana ReviewAhead"], "never twice");
        stage.today = date(2027, 1, 9);
        remind(&stage.context(&schedule)).await.unwrap();
        assert_eq!(stage.letters().await, [""; 0], "not on the next day either");
        let hers = newcomer("dana");
        turn(&stage.context(&hers), &goal, 0, State::Left).await.unwrap();
        stage.today = date(2027, 1, 12);
        let mut tx = stage.db.read().await.unwrap();
        let found = opened(&mut tx, &stage.context(&hers), &dana()).await.unwrap().unwrap();
        assert_eq!(found.awaited(&stage.context(&hers)), Some(Season::January), "with no goal open, too");
        drop(tx);
        stage.today = date(2027, 4, 29);
        assert_eq!(remind(&stage.context(&schedule)).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_without_a_mentor_is_told_of_the_review_alone() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        one(&stage).await;
        stage.today = date(2027, 1, 8);
        stage.letters().await;
        remind(&stage.context(&crate::stage::actor("schedule", &[]))).await.unwrap();
        let [letter] = crate::letters::delivered(&stage).await.try_into().unwrap();
        assert_eq!(letter.person.as_str(), "dana");
        let told = format!("{:?}", letter.parts);
        for of_two in ["Екеуіңіз", "второй человек", "each of you"] {
            assert!(!told.contains(of_two), "{told}");
        }
    })
    .await;
}

#[tokio::test]
async fn n10_no_reminder_of_a_review_goes_to_somebody_who_has_left() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        one(&stage).await;
        stage.today = date(2027, 1, 8);
        stage.letters().await;
        remind(&stage.context(&crate::stage::actor("schedule", &[Role::Coordinator]))).await.unwrap();
        let gone = |person| domain::people::Person { left_on: Some(date(2027, 1, 7)), ..person };
        crate::letters::change(&stage, "dana", gone).await;
        assert_eq!(crate::letters::told(&stage).await, [], "neither to her nor about her");
    })
    .await;
}

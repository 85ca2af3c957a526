use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn wish() -> Wish {
    Wish {
        text: "Хочу научиться начинать урок так, чтобы класс слушал.".into(),
        goals: vec!["начало урока".into()],
        rhythm: Rhythm::Weekly,
    }
}

const THERE: There = There { newcomer: true, mentor: true };

fn free() -> Sides {
    Sides {
        there: THERE,
        free_places: 1,
        newcomer_agreed: false,
        open_requests: 0,
        already_asked: false,
        paused: None,
        may_begin: true,
    }
}

fn sent() -> Request {
    Request {
        id: "request".into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "newcomer".into(),
        mentor: "mentor".into(),
        asked_by: Side::Newcomer,
        wish: wish(),
        sent_at: now(),
        answer_until: date(2026, 10, 19),
        state: State::Sent,
        version: 0,
    }
}

fn now() -> Instant {
    Instant::UNIX_EPOCH
}

const DAY: Day = date(2026, 10, 5);

#[test]
fn the_answer_window_is_fourteen_days_and_never_longer_than_the_selection() {
    assert_eq!(send(&wish(), &programme(), &free(), DAY), Ok(date(2026, 10, 19)));
    assert_eq!(send(&wish(), &programme(), &free(), date(2026, 10, 25)), Ok(date(2026, 10, 31)));
}

#[test]
fn requests_belong_to_the_selection() {
    let early = send(&wish(), &programme(), &free(), date(2026, 8, 20));
    assert_eq!(early, Err(SendRefused::NotNow(Phase::Hiring)));
    let late = send(&wish(), &programme(), &free(), date(2026, 11, 1));
    assert_eq!(late, Err(SendRefused::NotNow(Phase::Decision)));
}

#[test]
fn each_reason_to_refuse_a_request_is_named() {
    let try_with = |sides: Sides| send(&wish(), &programme(), &sides, DAY);
    assert_eq!(try_with(Sides { free_places: 0, ..free() }), Err(SendRefused::MentorFull));
    let back_on = date(2026, 10, 12);
    let paused = Sides { paused: Some(back_on), ..free() };
    assert_eq!(try_with(paused), Err(SendRefused::Paused { back_on }));
    assert_eq!(
        try_with(Sides { there: There { mentor: false, ..THERE }, ..free() }),
        Err(SendRefused::MentorGone)
    );
    assert_eq!(try_with(Sides { may_begin: false, ..free() }), Err(SendRefused::NoExam));
    assert_eq!(try_with(Sides { newcomer_agreed: true, ..free() }), Err(SendRefused::AgreedElsewhere));
    assert_eq!(try_with(Sides { already_asked: true, ..free() }), Err(SendRefused::AlreadyAsked));
    assert_eq!(try_with(Sides { open_requests: 3, ..free() }), Err(SendRefused::TooMany));
}

#[test]
fn n06_a_short_text_is_counted_in_letters_of_any_script() {
    let of = |text: &str| send(&Wish { text: text.into(), ..wish() }, &programme(), &free(), DAY);
    assert_eq!(of("Өтінемін, көмек керек"), Ok(date(2026, 10, 19)));
    assert_eq!(of("Өтінемін, көмек"), Err(SendRefused::TooShort { least: 20 }));
    assert_eq!(of("                       "), Err(SendRefused::TooShort { least: 20 }));
}

#[test]
fn a_request_changes_only_until_it_is_read() {
    let other = Wish { goals: vec![], ..wish() };
    assert_eq!(sent().edit(other.clone(), &programme()).unwrap().wish, other);
    assert_eq!(sent().open(now()).edit(other, &programme()), Err(SendRefused::AlreadyAsked));
}

#[test]
fn the_four_answers_lead_where_they_say() {
    let read = || sent().open(now());
    assert!(matches!(read().ask(now(), DAY).unwrap().state, State::Asked { .. }));
    assert!(matches!(read().meet_first(now(), DAY).unwrap().state, State::MeetFirst { .. }));
    assert!(matches!(read().decline(now(), DAY).unwrap().state, State::Declined { .. }));
    let accepted = read().accept(&programme(), &free(), now(), DAY).unwrap();
    assert!(matches!(accepted.state, State::Accepted { .. }));
    let asked = read().ask(now(), DAY).unwrap();
    assert!(matches!(asked.reply(now(), DAY).unwrap().state, State::Read { .. }));
}

#[test]
fn n01_nothing_is_answered_twice_or_after_expiry() {
    let accepted = sent().accept(&programme(), &free(), now(), DAY).unwrap();
    assert_eq!(accepted.clone().decline(now(), DAY), Err(AnswerRefused::NotOpen));
    assert_eq!(accepted.accept(&programme(), &free(), now(), DAY), Err(AnswerRefused::NotOpen));
    let late = date(2026, 10, 20);
    assert_eq!(sent().accept(&programme(), &free(), now(), late), Err(AnswerRefused::Expired));
    assert_eq!(sent().decline(now(), late), Err(AnswerRefused::Expired));
    assert!(sent().expire(now(), late).is_ok());
    assert_eq!(sent().expire(now(), date(2026, 10, 19)), Err(AnswerRefused::NotOpen));
}

#[test]
fn n01_a_mentor_who_left_or_is_full_accepts_nobody() {
    let with = |sides: Sides| sent().accept(&programme(), &sides, now(), DAY);
    assert_eq!(
        with(Sides { there: There { mentor: false, ..THERE }, ..free() }),
        Err(AnswerRefused::MentorGone)
    );
    assert_eq!(with(Sides { free_places: 0, ..free() }), Err(AnswerRefused::MentorFull));
    assert_eq!(with(Sides { may_begin: false, ..free() }), Err(AnswerRefused::NoExam));
}

#[test]
fn n02_a_newcomer_who_agreed_elsewhere_cannot_be_accepted() {
    let agreed = Sides { newcomer_agreed: true, ..free() };
    let refused = sent().accept(&programme(), &agreed, now(), DAY);
    assert_eq!(refused, Err(AnswerRefused::AgreedElsewhere));
}

/// One of the nine steps; `None` where it is refused.
fn step(request: Request, number: u8) -> Option<Request> {
    let late = date(2026, 10, 20);
    let done = match number {
        0 => Ok(request.open(now())),
        1 => request.ask(now(), DAY),
        2 => request.reply(now(), DAY),
        3 => request.meet_first(now(), DAY),
        4 => request.accept(&programme(), &free(), now(), DAY),
        5 => request.decline(now(), DAY),
        6 => request.withdraw(now()),
        7 => request.expire(now(), late),
        _ => request.close(Closed::AgreedElsewhere, now()),
    };
    done.ok()
}

proptest! {
    #[test]
    fn whatever_happens_an_answered_request_never_opens_again(steps in prop::collection::vec(0_u8..9, 0..20)) {
        let mut request = sent();
        for number in steps {
            let was_open = request.state.is_open();
            request = step(request.clone(), number).unwrap_or(request);
            prop_assert!(was_open || !request.state.is_open());
        }
    }
}

/// One of the two leaves, and the leaving was a mistake.
fn left_and_back(request: Request) -> Option<Request> {
    let held = request.state.held();
    request.close(Closed::Left, now()).ok()?.reopen(&held, &programme(), &free(), DAY)
}

#[test]
fn a_request_closed_by_a_leaving_that_was_a_mistake_stands_as_before_while_it_can_be_answered() {
    for state in [State::Sent, State::Read { at: now() }, State::Asked { at: now() }] {
        let request = Request { state, ..sent() };
        assert_eq!(left_and_back(request.clone()), Some(request));
    }
    let closed = |why| sent().close(why, now()).unwrap();
    let late = date(2026, 10, 20);
    assert_eq!(closed(Closed::Left).reopen("sent", &programme(), &free(), late), None);
    let agreed = Sides { newcomer_agreed: true, ..free() };
    assert_eq!(closed(Closed::Left).reopen("sent", &programme(), &agreed, DAY), None);
    assert_eq!(closed(Closed::MentorFull).reopen("sent", &programme(), &free(), DAY), None);
    assert_eq!(closed(Closed::Left).reopen("accepted", &programme(), &free(), DAY), None);
}

/// Every arrow that the code takes between states, found by trying each step from each reachable state.
fn arrows() -> std::collections::BTreeSet<(&'static str, &'static str)> {
    let mut arrows = std::collections::BTreeSet::new();
    let mut waiting = vec![sent()];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(request) = waiting.pop() {
        if !seen.insert(request.state.word()) {
            continue;
        }
        if let Some(again) = left_and_back(request.clone()) {
            arrows.insert(("closed", again.state.word()));
        }
        for number in 0..9 {
            if let Some(next) = step(request.clone(), number)
                && next.state != request.state
            {
                arrows.insert((request.state.word(), next.state.word()));
                waiting.push(next);
            }
        }
    }
    arrows
}

#[test]
fn the_diagram_shows_every_arrow_and_no_other() {
    let drawn = include_str!("../../../../docs/states/requests.md");
    assert_eq!(crate::diagrams::arrows(drawn), arrows());
}

#[test]
fn half_time_lies_between_the_request_and_the_last_day() {
    let until = |answer_until| Request { answer_until, ..sent() };
    assert_eq!(sent().half_time(DAY), Some(date(2026, 10, 12)));
    assert_eq!(until(date(2026, 10, 7)).half_time(DAY), Some(date(2026, 10, 6)));
    for short in [date(2026, 10, 6), DAY, date(2026, 10, 1)] {
        assert_eq!(until(short).half_time(DAY), None, "{short}");
    }
}

#[test]
fn the_mentor_is_awaited_until_one_of_the_four_answers() {
    let awaited = |state| Request { state, ..sent() }.awaits_answer();
    assert!(awaited(State::Sent) && awaited(State::Read { at: now() }));
    assert!(!awaited(State::Asked { at: now() }) && !awaited(State::MeetFirst { at: now() }));
    assert!(!awaited(State::Accepted { at: now() }) && !awaited(State::Declined { at: now() }));
}

#[test]
fn the_next_wish_follows_a_no_or_silence_until_something_is_sent() {
    let later = now() + jiff::SignedDuration::from_hours(1);
    let latest = now() + jiff::SignedDuration::from_hours(2);
    let ended = |state| Request { state, ..sent() };
    for state in [
        State::Declined { at: later },
        State::Expired { at: later },
        State::Closed { at: later, why: Closed::MentorFull },
        State::Closed { at: later, why: Closed::Left },
    ] {
        assert_eq!(missed_last(&[sent(), ended(state)]), Some(&ended(state)));
        let next = Request { sent_at: latest, ..sent() };
        assert_eq!(missed_last(&[ended(state), next]), None, "the next was written already");
    }
    for state in [
        State::Sent,
        State::Accepted { at: later },
        State::Withdrawn { at: later },
        State::Closed { at: later, why: Closed::AgreedElsewhere },
    ] {
        assert_eq!(missed_last(&[ended(state)]), None, "{state:?}");
    }
}

#[test]
fn a_mentors_offer_is_bound_by_the_same_rules_and_calls_for_no_next_wish() {
    let offer = Request { asked_by: Side::Mentor, ..sent() };
    assert_eq!((offer.asked(), sent().asked()), (Side::Newcomer, Side::Mentor));
    let gone = Sides { there: There { newcomer: false, ..THERE }, ..free() };
    assert_eq!(may_ask(&programme(), &gone, DAY), Err(SendRefused::NewcomerGone));
    let later = now() + jiff::SignedDuration::from_hours(1);
    let declined = Request { state: State::Declined { at: later }, ..offer.clone() };
    assert_eq!(missed_last(std::slice::from_ref(&declined)), None);
    let own = Request { state: State::Expired { at: now() }, ..sent() };
    let offered_since = Request { sent_at: later, ..offer };
    assert_eq!(missed_last(&[own.clone(), offered_since]), Some(&own), "an offer is not the newcomer's step");
}

//! Tasks of a pair's meetings: a time to answer, one that may have taken place, the next one, the own next step.

use super::Own;
use crate::home::tasks::{Task, When};
use crate::meetings::LogPath;
use crate::meetings::own::{OwnPair, href};
use crate::said::Said;
use domain::meetings::Meeting;

/// The tasks of the person's meetings.
pub(super) fn tasks(own: &Own) -> Vec<Task> {
    let pairs = || own.meets.iter();
    let mut tasks = Vec::new();
    for one in pairs() {
        tasks.extend(one.waiting(own.now).map(|meeting| answer(one, meeting, own)));
        tasks.extend(one.unsaid(own.now).next().map(|meeting| said(one, meeting)));
        tasks.extend(first(one, own));
        tasks.extend(step(one));
    }
    let ahead = pairs().flat_map(|one| one.ahead(own.now).map(move |meeting| (one, meeting)));
    tasks.extend(ahead.min_by_key(|(_, meeting)| meeting.span()).map(|(one, meeting)| next(one, meeting)));
    tasks
}

/// The other one proposes a time.
fn answer(one: &OwnPair, meeting: &Meeting, own: &Own) -> Task {
    let (day, time) = match meeting.offer(own.now) {
        Some((_, span)) => (span.day, i18n::time(span.at)),
        None => (meeting.day, String::new()),
    };
    Task {
        when: When::Until(day),
        title: Said::new("home-meets-answer").with("name", &one.other),
        text: Said::new("home-meets-answer-text").day(day).with("time", time),
        href: href(meeting),
        act: "home-act-answer",
    }
}

/// It may have taken place: both are asked; what the other one wrote down is to be looked at.
fn said(one: &OwnPair, meeting: &Meeting) -> Task {
    let (key, text) = if meeting.is_logged() {
        ("home-meets-logged", "home-meets-logged-text")
    } else {
        ("home-meets-said", "home-meets-said-text")
    };
    Task {
        when: When::Minute,
        title: Said::new(key).with("name", &one.other).day(meeting.day),
        text: Said::new(text),
        href: href(meeting),
        act: "home-act-say",
    }
}

/// The planned first meeting has come, and nothing is written down of it.
fn first(one: &OwnPair, own: &Own) -> Option<Task> {
    let first = one.first_unsaid(own.now)?;
    Some(Task {
        when: When::Minute,
        title: Said::new("home-meets-said").with("name", &one.other).day(first.on),
        text: Said::new("home-meets-first-text"),
        href: LogPath::on(&one.pair.id, first.on),
        act: "home-act-record",
    })
}

/// The next step of the person's own that is due first.
fn step(one: &OwnPair) -> Option<Task> {
    let own = one.steps.iter().filter(|step| step.whose == one.side);
    let (until, step) = own.filter_map(|step| Some((step.until?, step))).min_by_key(|(until, _)| *until)?;
    Some(Task {
        when: When::Until(until),
        title: Said::new("home-meets-step").with("name", &one.other),
        text: Said::new("home-meets-step-text").with("text", &step.text),
        href: crate::meetings::ListPath.to_string(),
        act: "home-act-look",
    })
}

fn next(one: &OwnPair, meeting: &Meeting) -> Task {
    let kind = crate::contacts::kind_key(meeting.kind);
    let place = meeting.place.clone().unwrap_or_default();
    let text = if place.is_empty() { "home-meets-next-text" } else { "home-meets-next-place" };
    Task {
        when: When::On(meeting.day),
        title: Said::new("home-meets-next")
            .with("name", &one.other)
            .day(meeting.day)
            .with("time", meeting.at.map(i18n::time).unwrap_or_default()),
        text: Said::new(text).text("kind", kind).with("place", place),
        href: href(meeting),
        act: "home-act-meeting",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::staging::{day, newcomer, pair_of};
    use domain::calendar::Period;
    use domain::contacts::Kind;
    use domain::meetings::{NextStep, Said as Word, State};
    use domain::pairs::{Assignment, FirstMeeting, Origin, State as PairState};
    use domain::sides::Side;
    use domain::{Day, Instant};
    use jiff::civil::time;

    fn meeting(id: &str, date: i8, state: State) -> Meeting {
        Meeting {
            id: id.into(),
            school: "school".into(),
            programme: "programme".into(),
            pair: "pair".into(),
            kind: Kind::Talk,
            topic: None,
            place: None,
            link: None,
            day: day(11, date),
            at: Some(time(15, 0, 0, 0)),
            minutes: 30,
            set_by: Side::Mentor,
            state,
            said: Word::default(),
            series: None,
            changed_at: Instant::UNIX_EPOCH,
            version: 0,
        }
    }

    fn assignment(until: Option<Day>) -> Assignment {
        Assignment { order: "order".into(), period: Period { from: day(11, 2), until } }
    }

    /// Дана on 10 November at nine, with meetings.
    fn dana(meetings: Vec<Meeting>) -> Own {
        let one = OwnPair {
            pair: pair_of(Origin::Ranked, PairState::Assigned(assignment(None))),
            side: Side::Newcomer,
            other: "Айгүл".into(),
            meetings,
            steps: vec![],
            first: None,
        };
        Own { meets: vec![one], now: day(11, 10).at(9, 0, 0, 0), ..newcomer() }
    }

    fn keys(own: &Own) -> Vec<String> {
        tasks(own).iter().map(|task| task.title.key().to_owned()).collect()
    }

    #[test]
    fn what_waits_comes_with_what_is_to_be_said_and_the_next_meeting_alone() {
        let own = dana(vec![
            meeting("said", 9, State::Agreed),
            meeting("next", 12, State::Agreed),
            meeting("later", 13, State::Agreed),
            meeting("waits", 17, State::Proposed { by: Side::Mentor }),
            meeting("own", 18, State::Proposed { by: Side::Newcomer }),
        ]);
        assert_eq!(keys(&own), ["home-meets-answer", "home-meets-said", "home-meets-next"]);
        assert_eq!(tasks(&own)[2].href, "/meetings/next");
    }

    #[test]
    fn of_a_pair_that_has_ended_is_asked_what_took_place_and_nothing_else() {
        let mut own = dana(vec![
            meeting("said", 9, State::Agreed),
            meeting("waits", 17, State::Proposed { by: Side::Mentor }),
        ]);
        let was = Some(assignment(Some(day(11, 10))));
        own.meets[0].pair.state = PairState::Ended { at: Instant::UNIX_EPOCH, was };
        assert_eq!(keys(&own), ["home-meets-said"]);
        own.now = day(12, 10).at(9, 0, 0, 0);
        assert_eq!(keys(&own), Vec::<String>::new(), "a month later nobody is asked any more");
    }

    #[test]
    fn a_series_is_answered_once() {
        let of_series = |id: &str, date| Meeting {
            series: Some("one".into()),
            ..meeting(id, date, State::Proposed { by: Side::Mentor })
        };
        assert_eq!(keys(&dana(vec![of_series("one", 12), of_series("two", 19)])), ["home-meets-answer"]);
    }

    #[test]
    fn the_first_meeting_is_written_down_once_its_day_has_come() {
        let mut own = dana(vec![]);
        own.meets[0].first = Some(FirstMeeting {
            on: day(11, 9),
            at: time(15, 0, 0, 0),
            place: "214".into(),
            set_by: "aigul".into(),
            set_at: Instant::UNIX_EPOCH,
            version: 0,
        });
        assert_eq!(tasks(&own)[0].href, "/meetings/log?pair=pair&day=2026-11-09");
        own.meets[0].meetings = vec![Meeting { at: None, ..meeting("held", 9, State::Disputed) }];
        assert_eq!(keys(&own), Vec::<String>::new());
    }

    #[test]
    fn the_own_next_step_with_a_day_is_a_task_and_the_others_are_not() {
        let mut own = dana(vec![]);
        let step = |whose, until| NextStep {
            id: "step".into(),
            school: "school".into(),
            pair: "pair".into(),
            meeting: "meeting".into(),
            whose,
            text: "Бастау".into(),
            until,
            done_at: None,
        };
        own.meets[0].steps = vec![step(Side::Mentor, Some(day(11, 11))), step(Side::Newcomer, None)];
        assert_eq!(keys(&own), Vec::<String>::new());
        own.meets[0].steps.push(step(Side::Newcomer, Some(day(11, 12))));
        assert_eq!(tasks(&own)[0].when, When::Until(day(11, 12)));
    }
}

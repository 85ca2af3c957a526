//! A demonstration on a database that is kept.

use crate::server::{Server, get, post, session};
use crate::{found, places, said, talimger};

#[test]
fn a_demonstration_goes_on_after_a_power_cut_at_the_hour_of_the_last_thing_that_was_done() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let server = Server::demonstration(&database, folder.path());
        let address = server.address();
        // A session would be over by the new day.
        assert_eq!(post(&address, "/clock", "", "today=2026-09-07&back=/").unwrap().status, 303);
        let coordinator = session(&post(&address, "/demo/gulnafisa", "", "").unwrap());
        let taken = post(&address, "/questions/starter", &coordinator, "").unwrap();
        assert_eq!(taken.header("location"), Some("/questions"), "{taken:?}");
        server.kill();
        let server = Server::demonstration(&database, folder.path());
        let home = get(&server.address(), "/", &coordinator).unwrap();
        assert_eq!(home.status, 200, "the session goes on, too: {}", home.head);
        assert!(home.body.contains("name=\"today\" value=\"2026-09-07\""), "{}", home.body);
        let questions = get(&server.address(), "/questions", &coordinator).unwrap();
        assert!(questions.body.contains("href=\"/questions/1"), "{}", questions.body);
        assert!(server.stop().success());
    }
}

#[test]
fn a_demonstration_stays_away_from_a_school_that_was_founded() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let output = talimger(&["demo", "--port", "0", "--json", "--database", &database]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("no demonstration has made"), "{}", said(&output));
    }
}

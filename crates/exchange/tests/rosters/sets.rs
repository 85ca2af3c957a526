//! Sets of other systems, zipped file by file.

use std::io::{Cursor, Write as _};

use exchange::roster::{
    Doubt, Format, Kind, Options, ProblemKind, PupilRecord, Reading, Records, Refused, StaffRecord, Usage,
    open, read,
};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,\
    middleName,email,phone,grades,password,metadata.house\n\
    t-1,,,true,s-1,teacher,saltanat,Салтанат,Әбенова,Ерланқызы,saltanat@school.example,87012345678,,Qwerty1,red\n\
    t-2,,,true,s-1,administrator,kim,Сергей,Ким,,kim@school.example,,,Qwerty2,\n\
    p-1,,,true,s-1,student,aru,Ару,Омарова,,,,08,Qwerty3,\n\
    g-1,,,true,s-1,parent,ata,Омар,Омаров,,,,,Qwerty4,\n";
const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n\
    s-1,,,№ 12 мектеп,school,,\n";
const CLASSES: &str = "sourcedId,status,dateLastModified,title,classType,schoolSourcedId,subjects\n\
    c-1,,,8 «Ә»,homeroom,s-1,\nc-2,,,Chemistry 8,scheduled,s-1,\"химия, биология\"\n";
const ENROLLMENTS: &str = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n\
    e-1,,,c-1,s-1,p-1,student\ne-2,,,c-2,s-1,t-1,teacher\ne-3,,,c-9,s-1,t-1,teacher\n";

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn first() -> Vec<u8> {
    zipped(&[
        ("manifest.csv", "propertyName,value\noneroster.version,1.1\nfile.users,bulk\nsource.systemName,\n"),
        ("users.csv", USERS),
        ("orgs.csv", ORGS),
        ("classes.csv", CLASSES),
        ("enrollments.csv", ENROLLMENTS),
    ])
}

fn reading(bytes: &[u8], kind: Kind) -> Reading {
    let opened = open("set.zip", bytes, kind, &Options::default()).unwrap();
    assert_eq!(opened.format, Format::Set);
    read(&opened).unwrap()
}

fn staff(reading: &Reading) -> &[StaffRecord] {
    let Records::Staff(staff) = &reading.records else { panic!("not staff") };
    staff
}

fn pupils(reading: &Reading) -> &[PupilRecord] {
    let Records::Pupils(pupils) = &reading.records else { panic!("not pupils") };
    pupils
}

fn refused(parts: &[(&str, &str)], kind: Kind) -> Refused {
    open("set.zip", &zipped(parts), kind, &Options::default()).unwrap_err()
}

#[test]
fn one_set_is_a_list_of_staff_and_a_list_of_pupils() {
    let reading = reading(&first(), Kind::Staff);
    let [saltanat, kim] = staff(&reading) else { panic!("{reading:?}") };
    assert_eq!((saltanat.name.full().as_str(), saltanat.line), ("Әбенова Салтанат Ерланқызы", 2));
    assert_eq!(saltanat.staff_number.as_ref().unwrap().value, "t-1");
    assert_eq!(saltanat.subject.as_ref().unwrap().value, "химия, биология");
    assert_eq!(saltanat.phone.as_ref().unwrap().value, "+77012345678");
    assert_eq!((kim.email.as_ref().unwrap().value.as_str(), &kim.position), ("kim@school.example", &None));
    let [dangling] = reading.problems.as_slice() else { panic!("{:?}", reading.problems) };
    assert_eq!((dangling.sheet.as_deref(), dangling.line), (Some("enrollments.csv"), 4));
    assert_eq!((dangling.column.as_deref(), dangling.value.as_str()), (Some("classSourcedId"), "c-9"));

    let reading = self::reading(&first(), Kind::Pupils);
    let [aru] = pupils(&reading) else { panic!("{reading:?}") };
    assert_eq!((aru.class.typed.as_str(), aru.line), ("8 «Ә»", 4));
    assert_eq!(aru.code.as_ref().unwrap().value, "p-1");
}

#[test]
fn passwords_and_extensions_stay_outside() {
    let opened = open("set.zip", &first(), Kind::Staff, &Options::default()).unwrap();
    assert!(!format!("{opened:?}").contains("Qwerty"));
    assert!(opened.columns.iter().all(|column| !column.header.starts_with("metadata")));
    assert!(opened.columns.iter().any(|column| column.usage == Usage::Secret));
}

#[test]
fn the_second_version_has_roles_apart_in_any_case_and_folder() {
    let bytes = zipped(&[
        (
            "export/Users.csv",
            "\u{feff}familyName;givenName;sourcedId;username\nКим;Анна;u-1;kim@school.example\nЛи;Ян;u-2;li@school.example\n",
        ),
        (
            "export/Roles.CSV",
            "userSourcedId,role,orgSourcedId,grade\nu-1,teacher,s-1,\nu-1,mentor,s-1,\nu-2,student,s-1,09\n",
        ),
        ("__MACOSX/export/._Users.csv", "x"),
        ("__MACOSX/users.csv", "x"),
    ]);
    let reading = reading(&bytes, Kind::Staff);
    let [anna] = staff(&reading) else { panic!("{reading:?}") };
    assert_eq!(anna.email.as_ref().unwrap().value, "kim@school.example");
    let reading = self::reading(&bytes, Kind::Pupils);
    let [jan] = pupils(&reading) else { panic!("{reading:?}") };
    assert_eq!(jan.class.typed, "9");
}

#[test]
fn who_is_gone_is_not_taken_in_and_a_strange_role_stops_the_line() {
    let users = "sourcedId,status,role,givenName,familyName\n\
        1,active,teacher,Анна,Ким\n2,tobedeleted,teacher,Ян,Ли\n3,,wizard,Мерлин,Пак\n4,inactive,Teacher,Олег,Цой\n";
    let manifest = "propertyName,value\nfile.users,delta\nfile.roles,delta\n";
    let bytes = zipped(&[("users.csv", users), ("manifest.csv", manifest)]);
    let opened = open("set.zip", &bytes, Kind::Staff, &Options::default()).unwrap();
    assert!(opened.only_changes);
    let reading = read(&opened).unwrap();
    assert_eq!(staff(&reading).len(), 1);
    let stopped: Vec<u32> = reading.stopped.iter().map(|line| line.line).collect();
    assert_eq!(stopped, [4]);
    let said: Vec<(u32, &ProblemKind)> =
        reading.problems.iter().map(|problem| (problem.line, &problem.kind)).collect();
    let roles = ProblemKind::FileNotInSet { file: "roles.csv".to_owned() };
    let gone = &ProblemKind::GoneAtSource;
    let expected =
        [(3, gone), (4, &ProblemKind::UnknownRole), (5, gone), (2, &ProblemKind::OnlyChanges), (3, &roles)];
    assert_eq!(said, expected);
}

#[test]
fn of_several_schools_one_is_chosen() {
    let users = "sourcedId,role,givenName,familyName,orgSourcedIds\n\
        1,teacher,Анна,Ким,s-1\n2,teacher,Ян,Ли,\"s-2,d-1\"\n3,student,Ару,Пак,s-2\n4,teacher,Олег,Цой,d-9\n";
    let orgs = "sourcedId,name,type,parentSourcedId\ns-1,Бірінші,school,\ns-2,Екінші,school,\n\
        d-1,Химия,department,s-1\nd-9,Айналым,department,d-9\n";
    let bytes = zipped(&[("users.csv", users), ("orgs.csv", orgs)]);
    let opened = open("set.zip", &bytes, Kind::Staff, &Options::default()).unwrap();
    assert!(matches!(&opened.doubts[..], [Doubt::SeveralSchools { names }] if names.len() == 3));
    let one = Options { sheet: Some("users.csv: Бірінші".to_owned()), ..Options::default() };
    let opened = open("set.zip", &bytes, Kind::Staff, &one).unwrap();
    assert_eq!(opened.doubts, []);
    let names: Vec<String> =
        staff(&read(&opened).unwrap()).iter().map(|one| one.name.family.clone()).collect();
    assert_eq!(names, ["Ким", "Ли"]);
    let pupils = open("set.zip", &bytes, Kind::Pupils, &Options::default()).unwrap();
    assert_eq!((pupils.doubts.len(), pupils.sheet.as_deref()), (0, Some("users.csv")));
}

#[test]
fn school_data_sync_has_a_file_for_each_list() {
    let bytes = zipped(&[
        ("School.csv", "SIS ID,Name\n1,№ 12 мектеп\n"),
        (
            "Teacher.csv",
            "SIS ID,School SIS ID,First Name,Last Name,Username,Password,Title\n7,1,Анна,Ким,akim,secret,Физика мұғалімі\n",
        ),
        (
            "Student.csv",
            "SIS ID,School SIS ID,First Name,Last Name,Username,Password,Grade\n8,1,Ару,Пак,apak,secret,9\n",
        ),
        ("Section.csv", "SIS ID,School SIS ID,Section Name,Course Subject\n5,1,Physics 1,физика\n"),
        ("TeacherRoster.csv", "Section SIS ID,SIS ID\n5,7\n6,7\n"),
    ]);
    let reading = reading(&bytes, Kind::Staff);
    let [anna] = staff(&reading) else { panic!("{reading:?}") };
    assert_eq!(anna.subject.as_ref().unwrap().value, "физика");
    assert_eq!(anna.position.as_ref().unwrap().value, "Физика мұғалімі");
    assert_eq!(anna.email, None);
    assert!(matches!(&reading.problems[..], [one] if one.sheet.as_deref() == Some("TeacherRoster.csv")));
    let reading = self::reading(&bytes, Kind::Pupils);
    assert_eq!(pupils(&reading)[0].class.typed, "9");
}

#[test]
fn what_is_no_whole_set_is_refused_by_name() {
    let no = |file: &str| Refused::NotASet { file: file.to_owned() };
    assert_eq!(refused(&[("list.csv", "a,b\n")], Kind::Staff), no("users.csv"));
    assert_eq!(refused(&[("Student.csv", "SIS ID\n1\n")], Kind::Staff), no("Teacher.csv"));
    assert_eq!(refused(&[("users.csv", "")], Kind::Staff), no("users.csv"));
    assert_eq!(refused(&[("users.csv", USERS)], Kind::Timetable), Refused::NoLessonsInSet);
    assert_eq!(refused(&[("a/users.csv", USERS), ("b/users.csv", USERS)], Kind::Staff), Refused::SeveralSets);
    assert_eq!(refused(&[("picture.png", "x")], Kind::Staff), Refused::NotATable);
    let column = Refused::NoColumnInSet { file: "users.csv".to_owned(), column: "role".to_owned() };
    assert_eq!(refused(&[("users.csv", "sourcedId,givenName\n1,a\n")], Kind::Staff), column);
}

proptest! {
    #[test]
    fn no_text_in_any_file_makes_the_reader_panic(
        users in ".{0,200}",
        rows in prop::collection::vec("[tp12,;\"\n]{0,30}", 0..6),
        which in 0_usize..6,
        kind in prop::sample::select(vec![Kind::Staff, Kind::Pupils, Kind::Timetable]),
    ) {
        let other = ["roles.csv", "orgs.csv", "classes.csv", "enrollments.csv", "manifest.csv", "courses.csv"][which];
        let joined = format!("sourcedId,userSourcedId,classSourcedId,role,parentSourcedId\n{}", rows.join("\n"));
        for people in [users.as_str(), USERS] {
            let bytes = zipped(&[("users.csv", people), (other, joined.as_str())]);
            if let Ok(opened) = open("set.zip", &bytes, kind, &Options::default()) {
                let _ = read(&opened);
            }
        }
    }

    #[test]
    fn no_change_of_a_byte_makes_the_reader_panic(at in 0_usize..2_000, byte in any::<u8>()) {
        let mut bytes = first();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(opened) = open("set.zip", &bytes, Kind::Staff, &Options::default()) {
            let _ = read(&opened);
        }
    }
}

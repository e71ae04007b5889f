//! Where the formats of `hypecheck check` go: to standard output, to files, several of them in one run.

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/command.rs"]
#[expect(dead_code, reason = "nothing is read from standard input here")]
mod support;

use hostile::{CLEAN, check, hostile, hypecheck, json_of};
use support::{err, out};

#[test]
fn several_formats_come_of_one_run_each_where_it_is_sent() {
    let folder = hostile();
    let output = check(folder.path(), "concise", &["--format", "sarif=s.sarif", "--format", "junit=j.xml", "."]);
    assert_eq!(out(&output), out(&check(folder.path(), "concise", &["."])));
    for (format, file) in [("sarif", "s.sarif"), ("junit", "j.xml")] {
        let written = std::fs::read_to_string(folder.path().join(file)).expect("it was written");
        assert_eq!(written, out(&check(folder.path(), format, &["."])), "{format}");
    }
}

#[test]
fn output_file_takes_the_format_that_would_be_printed_and_the_last_line_is_left() {
    let folder = hostile();
    let output = check(folder.path(), "json", &["--output-file", "out.json", "."]);
    let text = out(&output);
    assert!(text.starts_with("Checked 2 files") && text.lines().count() == 1, "{text}");
    let written = std::fs::read_to_string(folder.path().join("out.json")).expect("it was written");
    assert_eq!(written, out(&check(folder.path(), "json", &["."])));
}

#[test]
fn text_for_people_goes_to_a_file_without_colours_and_with_its_last_line() {
    let folder = hostile();
    check(folder.path(), "human", &["--color", "always", "--output-file", "out.txt", "."]);
    let written = std::fs::read_to_string(folder.path().join("out.txt")).expect("it was written");
    assert!(!written.contains('\u{1b}'));
    assert!(written.lines().last().is_some_and(|line| line.starts_with("Checked 2 files")), "{written}");
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    let folder = hostile();
    std::fs::write(folder.path().join("out.json"), "x".repeat(1_000_000)).expect("it can be written");
    check(folder.path(), "json", &["--output-file", "out.json", "."]);
    json_of(&std::fs::read_to_string(folder.path().join("out.json")).expect("it is there"));
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .expect("it is there")
        .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".hypecheck"))
        .collect();
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn what_does_not_fit_together_is_told_before_anything_is_judged() {
    let folder = hostile();
    let cases: [(&[&str], &str); 8] = [
        (&["--format", "json", "--format", "sarif"], "only one format can go to standard output"),
        (&["--format", "json=a.json", "--output-file", "b.json"], "`--output-file` has nothing to write"),
        (&["--format", "json=a.json", "--format", "sarif=./a.json"], "./a.json is to be written twice"),
        (&["--format", "json=no/folder/a.json"], "there is no folder no/folder"),
        (&["--format", "json=sub"], "it is a folder"),
        (&["--format", "json", "--output-file", "sub/clean.synergy"], "is named as a spec is"),
        (&["--format", "json="], "is given no file"),
        (&["--format", "xml"], "invalid value 'xml'"),
    ];
    for (arguments, told) in cases {
        let output = hypecheck(folder.path(), &[&["check"], arguments].concat());
        assert!(err(&output).contains(told), "{arguments:?}: {}", err(&output));
        assert_eq!((output.status.code(), out(&output)), (Some(2), String::new()), "{arguments:?}");
    }
    let spec = std::fs::read_to_string(folder.path().join("sub/clean.synergy")).expect("it is there");
    assert_eq!(spec, CLEAN);
}

#[test]
fn a_dash_is_standard_output() {
    let folder = hostile();
    assert_eq!(out(&check(folder.path(), "json=-", &["."])), out(&check(folder.path(), "json", &["."])));
}

#[cfg(unix)]
#[test]
fn a_new_file_may_be_read_by_others_as_any_other_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = hostile();
    check(folder.path(), "json=out.json", &["."]);
    let mode =
        |name: &str| std::fs::metadata(folder.path().join(name)).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode("out.json"), mode("sub/clean.synergy"));
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_written_through() {
    let folder = hostile();
    let output = check(folder.path(), "json=/dev/null", &["."]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
}

//! `hypecheck fmt`, as people, editors and CI run it.

#[path = "support/command.rs"]
mod support;

use std::path::Path;
use std::process::Output;
use support::{err, folder, out, run_with_input};

const UNTIDY: &str = "project p   \"P\" {\nabout \"x\"\n}\n";
const TIDY: &str = "project p \"P\" {\n  about \"x\"\n}\n";
const BROKEN: &str = "project p   \"P\" {\n  claim   a: privacy + {\n says   \"x\n  }\nabout \"x\"\n}\n";

fn command(folder: &Path, arguments: &[&str]) -> std::process::Command {
    support::command(folder, &[&["fmt"], arguments].concat())
}

fn fmt(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("it runs")
}

fn with_input(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    run_with_input(command(folder, arguments), input)
}

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).expect("it can be read")
}

#[test]
fn the_specs_of_this_repository_are_formatted() {
    let output = fmt(Path::new(env!("CARGO_MANIFEST_DIR")), &["--check", "examples", "src/std"]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
}

#[test]
fn files_are_formatted_where_they_are_and_the_rest_is_not_written() {
    let folder = folder(&[("a.synergy", UNTIDY), ("b/c.synergy", TIDY), ("d.txt", UNTIDY)]);
    let untouched = folder.path().join("b/c.synergy");
    let before = std::fs::metadata(&untouched).and_then(|file| file.modified()).expect("it has a time");
    let output = fmt(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(out(&output), "a.synergy: formatted\nFormatted 1 file, 1 is formatted already. Exit code 0.\n");
    assert_eq!((read(&folder, "a.synergy"), read(&folder, "d.txt")), (TIDY.to_owned(), UNTIDY.to_owned()));
    assert_eq!(std::fs::metadata(&untouched).and_then(|file| file.modified()).expect("it has a time"), before);
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("it is there").collect();
    assert_eq!(left.len(), 3, "something was left beside the files");
}

#[test]
fn check_names_what_is_not_formatted_and_writes_nothing() {
    let folder = folder(&[("a.synergy", UNTIDY), ("b.synergy", TIDY)]);
    let output = fmt(folder.path(), &["--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), "a.synergy: not formatted\n1 file is not formatted, 1 is formatted. Exit code 1.\n");
    assert_eq!(read(&folder, "a.synergy"), UNTIDY);
    assert_eq!(fmt(folder.path(), &["--check", "b.synergy"]).status.code(), Some(0));
}

#[test]
fn diff_shows_what_would_change_and_writes_nothing() {
    let text = "use  \"a\"\n\n# kept\n\nproject p \"P\" { }";
    let folder = folder(&[("a.synergy", text), ("b.synergy", TIDY)]);
    let output = fmt(folder.path(), &["--diff"]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "\
--- a/a.synergy
+++ b/a.synergy
@@ -1,5 +1,5 @@
-use  \"a\"
+use \"a\"
 
 # kept
 
-project p \"P\" { }
\\ No newline at end of file
+project p \"P\" { }
";
    assert_eq!(out(&output), expected);
    assert_eq!(read(&folder, "a.synergy"), text);
}

#[test]
fn standard_input_is_formatted_to_standard_output_and_nothing_is_added() {
    let folder = folder(&[]);
    for text in [UNTIDY, TIDY] {
        let output = with_input(folder.path(), &["-"], text.as_bytes());
        assert_eq!((output.status.code(), out(&output), err(&output)), (Some(0), TIDY.to_owned(), String::new()));
    }
}

#[test]
fn what_is_formatted_to_standard_output_is_it_byte_for_byte() {
    let folder = folder(&[]);
    let text = "\u{feff}# \u{1b}[31mred\u{1b}[0m\u{202e}\r\nproject p \"P\" { }\r\n";
    let output = with_input(folder.path(), &["-"], text.as_bytes());
    assert_eq!(output.stdout, text.as_bytes());
}

#[test]
fn standard_input_can_be_checked_under_a_name() {
    let folder = folder(&[]);
    let arguments = ["--check", "-", "--stdin-filename", "specs/a.synergy"];
    let output = with_input(folder.path(), &arguments, UNTIDY.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).starts_with("specs/a.synergy: not formatted\n"), "{}", out(&output));
}

#[test]
fn what_cannot_be_read_is_left_alone_and_told() {
    let folder = folder(&[("a.synergy", BROKEN)]);
    let output = fmt(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        err(&output),
        "hypecheck: a.synergy: what begins on line 2 cannot be read for certain and is left as it is; `hypecheck check` says why\n"
    );
    let expected = "project p \"P\" {\n  claim   a: privacy + {\n says   \"x\n  }\n  about \"x\"\n}\n";
    assert_eq!(read(&folder, "a.synergy"), expected);
}

#[test]
fn what_cannot_be_formatted_at_all_makes_the_exit_code_2_and_the_others_are_formatted() {
    let folder = folder(&[("a.synergy", UNTIDY)]);
    std::fs::write(folder.path().join("b.synergy"), b"\xff").expect("it can be written");
    std::fs::create_dir(folder.path().join("empty")).expect("it can be made");
    let output = fmt(folder.path(), &["a.synergy", "b.synergy", "c.synergy", "empty"]);
    assert_eq!(output.status.code(), Some(2));
    let text = err(&output);
    for part in ["b.synergy: it is not UTF-8", "c.synergy: there is no such file", "no `.synergy` file in empty"] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    assert_eq!(read(&folder, "a.synergy"), TIDY);
    assert!(out(&output).ends_with("Exit code 2.\n"), "{}", out(&output));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.synergy", UNTIDY)]);
    let (file, link) = (folder.path().join("a.synergy"), folder.path().join("b.synergy"));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).expect("they can be set");
    std::os::unix::fs::symlink("a.synergy", &link).expect("it can be made");
    let output = fmt(folder.path(), &["b.synergy"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(std::fs::symlink_metadata(&link).expect("it is there").is_symlink());
    assert_eq!(read(&folder, "a.synergy"), TIDY);
    assert_eq!(std::fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_file_that_may_not_be_written_is_not() {
    let folder = folder(&[("a.synergy", UNTIDY)]);
    let path = folder.path().join("a.synergy");
    let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("they can be set");
    let output = fmt(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("a.synergy: it could not be written: it is read-only"), "{}", err(&output));
    assert_eq!(read(&folder, "a.synergy"), UNTIDY);
}

#[test]
fn a_diff_of_a_file_elsewhere_names_it_from_the_root_as_git_does() {
    let (here, elsewhere) = (folder(&[]), folder(&[("a.synergy", UNTIDY)]));
    let path = elsewhere.path().join("a.synergy");
    let path = path.to_str().expect("it is text");
    let printed = out(&fmt(here.path(), &["--diff", path]));
    let named = path.trim_start_matches('/');
    assert!(printed.starts_with(&format!("--- a/{named}\n+++ b/{named}\n")), "{printed}");
}

#[test]
fn a_diff_of_many_lines_applies_to_the_file() {
    let mut text = String::new();
    for n in 0..200 {
        let body = if n % 7 == 0 { "about   \"x\"" } else { "  about \"x\"" };
        text += &format!("project p{n} \"P\" {{\n{body}\n}}\n\n");
    }
    let folder = folder(&[("a.synergy", &text)]);
    let patch = out(&fmt(folder.path(), &["--diff"]));
    assert_eq!(applied(&text, &patch), out(&with_input(folder.path(), &["-"], text.as_bytes())));
}

/// A text after a patch, whose places and context lines have to fit.
fn applied(text: &str, patch: &str) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut next = 0;
    let mut after = String::new();
    for line in patch.split_inclusive('\n').skip(2) {
        let content = &line[1..];
        match &line[..1] {
            "@" => {
                let from = line.split(['-', ',']).nth(1).expect("a place").parse::<usize>().expect("a number") - 1;
                after += &lines[next..from].concat();
                next = from;
            }
            "+" => after += content,
            mark => {
                assert_eq!(lines[next], content);
                after += if mark == " " { content } else { "" };
                next += 1;
            }
        }
    }
    after + &lines[next..].concat()
}

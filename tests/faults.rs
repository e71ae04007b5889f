//! What goes wrong outside: disks, pipes, folders and clients, and what is promised then (docs/reliability.md).

#[path = "support/session.rs"]
mod session;
#[path = "support/command.rs"]
#[allow(dead_code)]
mod support;
#[path = "support/wire.rs"]
mod wire;

use serde_json::{Value, json};
use session::{SPEC, Session, URI, server};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use support::{command, err, folder, out};

fn hover(session: &mut Session, uri: &str) -> Value {
    let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 1, "character": 20 } });
    session.request("textDocument/hover", place)
}

// The client

#[test]
fn a_client_that_dies_ends_the_server() {
    let mut session = Session::start(server(), json!({}));
    session.open(URI, SPEC);
    assert_eq!(session.vanish().code(), Some(1), "nobody said goodbye");
}

#[test]
fn half_a_message_and_then_no_more_ends_the_server() {
    for half in ["Content-Le", "Content-Length: 100\r\n\r\n{\"jsonrpc\": \"2.0\", \"met"] {
        let mut session = Session::start(server(), json!({}));
        session.input.write_all(half.as_bytes()).expect("it reads");
        assert_eq!(session.vanish().code(), Some(1), "{half}");
    }
}

#[test]
fn a_client_that_stops_listening_and_then_dies_ends_the_server() {
    let Session { mut child, mut input, output, .. } = Session::start(server(), json!({}));
    output.close();
    let text = json!({ "uri": URI, "languageId": "synergy", "version": 1, "text": SPEC });
    let open = json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": text } });
    let body = open.to_string();
    // The server may be gone before it has read this.
    let _ = write!(input, "Content-Length: {}\r\n\r\n{body}", body.len());
    drop(input);
    assert!(session::ended(&mut child).code().is_some(), "it ended by itself");
}

#[test]
fn a_client_that_does_not_read_can_go_on_writing_and_then_gets_every_answer() {
    let mut session = Session::start(server(), json!({}));
    session.open(URI, "");
    let mut asked = Vec::new();
    // Far more than a pipe holds, in both directions, and nothing is read in between.
    for n in 0..400 {
        let document = json!({ "uri": URI, "version": n + 2 });
        let text = SPEC.repeat(20);
        let change = json!({ "textDocument": document, "contentChanges": [{ "text": text }] });
        session.notify("textDocument/didChange", change);
        asked.push(session.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } })));
    }
    for id in asked {
        assert!(session.answer(id).as_array().is_some_and(|symbols| symbols.len() > 20));
    }
    assert!(session.quit().success());
}

#[test]
fn a_hundred_megabytes_in_one_text_are_refused_with_a_finding_and_edits_go_on() {
    let mut session = Session::start(server(), json!({}));
    session.open(URI, &"# no spec is as long as this\n".repeat(100 * 1024 * 1024 / 29));
    let told = session.wait(|message| message["method"] == "textDocument/publishDiagnostics");
    let found = &told["params"]["diagnostics"][0];
    assert!(found["message"].as_str().is_some_and(|text| text.contains("MiB long and is not checked")), "{found}");
    let change = json!({ "textDocument": { "uri": URI, "version": 2 }, "contentChanges": [{ "text": SPEC }] });
    session.notify("textDocument/didChange", change);
    assert!(hover(&mut session, URI).is_object());
    assert!(session.quit().success());
}

// The disk

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_with_its_name_and_the_rest_is_judged() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let long = std::fs::File::create(folder.path().join("long.synergy")).expect("it can be made");
    long.set_len(100 * 1024 * 1024).expect("it can be that long");
    let output = command(folder.path(), &["check"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("long.synergy"), "{}", out(&output));
    assert!(out(&output).contains("it is 100 MiB long, and the limit is 64 MiB"), "{}", out(&output));
    assert!(out(&output).contains("[weak-synergy]"));
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_takes_nothing_is_told_and_the_exit_code_says_so() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has one");
    let output = command(folder.path(), &["check", "--format", "json"]).stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(err(&output).contains("No space left"), "{}", err(&output));
}

/// A program whose files may not grow: what it writes fails, as it does when the disk is full.
#[cfg(unix)]
fn on_a_full_disk(arguments: &str) -> Command {
    let mut shell = Command::new("sh");
    let program = env!("CARGO_BIN_EXE_hypecheck");
    shell.arg("-c").arg(format!("trap '' XFSZ; ulimit -f 0; exec \"$0\" {arguments}")).arg(program);
    shell
}

#[test]
#[cfg(unix)]
fn when_the_disk_is_full_a_file_stays_as_it_was() {
    let slip = "project demo \"Demo\" {\n  about \"A demonstration.\"\"\n}\n";
    let crooked = "project demo \"Demo\" {\nabout \"A demonstration.\"\n}\n";
    for (arguments, text) in [("check --fix a.synergy", slip), ("fmt a.synergy", crooked)] {
        let folder = folder(&[("a.synergy", text)]);
        let output = on_a_full_disk(arguments)
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .output()
            .expect("it runs");
        let left = std::fs::read_to_string(folder.path().join("a.synergy")).expect("it is there");
        assert_eq!(left, text, "{arguments}");
        assert_eq!(output.status.code(), Some(2), "{arguments}: {output:?}");
        assert!(err(&output).contains("a.synergy"), "{arguments}: {}", err(&output));
        let names = std::fs::read_dir(&folder).expect("it can be read").count();
        assert_eq!(names, 1, "{arguments}: nothing is left lying about");
    }
}

#[test]
#[cfg(unix)]
fn without_a_folder_for_its_copies_the_library_cannot_be_opened_and_all_else_works() {
    // A file, below which nobody can make a folder: not even root.
    let folder = folder(&[("no folder", "")]);
    let blocked = folder.path().join("no folder");
    let definition = |cache: &Path, temporary: &Path| {
        let mut server = server();
        // An editor that cannot ask for the text of the library gets it as files, which go here or there.
        server.env("XDG_CACHE_HOME", cache).env("TMPDIR", temporary);
        let mut session = Session::start(server, json!({}));
        session.open(URI, "project demo \"Demo\" {\n  claim fast: privacy + security { using zkml }\n}\n");
        let place = json!({ "textDocument": { "uri": URI }, "position": { "line": 1, "character": 44 } });
        let definition = session.request("textDocument/definition", place.clone());
        assert!(session.request("textDocument/hover", place).is_object());
        assert!(session.quit().success());
        definition
    };
    for (cache, temporary) in [(folder.path(), blocked.as_path()), (&blocked, folder.path())] {
        let found = definition(cache, temporary);
        let address = found[0]["uri"].as_str().and_then(|uri| url::Url::parse(uri).ok());
        let path = address.and_then(|uri| uri.to_file_path().ok()).unwrap_or_else(|| panic!("{found}"));
        assert!(std::fs::read_to_string(path).is_ok_and(|text| text.contains("technique zkml")));
    }
    assert!(definition(&blocked, &blocked).as_array().is_none_or(Vec::is_empty));
}

#[test]
fn a_file_that_is_written_while_it_is_read_is_one_text_or_another() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let path = folder.path().join("a.synergy");
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let writer = std::thread::spawn(move || {
        let long = SPEC.repeat(500);
        while stopped.try_recv() == Err(std::sync::mpsc::TryRecvError::Empty) {
            for text in [SPEC, &long, ""] {
                std::fs::write(&path, text).expect("it can be written");
            }
        }
    });
    for _ in 0..20 {
        let output = command(folder.path(), &["check", "--format", "json"]).output().expect("it runs");
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
        serde_json::from_slice::<Value>(&output.stdout).expect("it is whole");
    }
    drop(stop);
    writer.join().expect("it wrote");
}

#[test]
#[cfg(unix)]
fn links_that_lead_in_circles_are_told_and_end() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("deep/a.synergy", SPEC)]);
    symlink("..", folder.path().join("deep/up")).expect("it can be made");
    symlink("itself.synergy", folder.path().join("itself.synergy")).expect("it can be made");
    let output = command(folder.path(), &["check"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("itself.synergy"), "{}", err(&output));
    assert_eq!(out(&output).matches("[weak-synergy]").count(), 1, "{}", out(&output));
}

#[test]
#[cfg(unix)]
fn what_may_not_be_read_is_told_and_the_rest_is_judged() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let folder = folder(&[("a.synergy", SPEC), ("closed.synergy", SPEC), ("locked/b.synergy", SPEC)]);
    let allow = |name: &str, mode: u32| {
        let path = folder.path().join(name);
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("it is ours");
    };
    let mut check = command(folder.path(), &["check"]);
    allow("closed.synergy", 0o000);
    // Root may read all of it, so root has somebody else look.
    if std::fs::read(folder.path().join("closed.synergy")).is_ok() {
        const NOBODY: u32 = 65_534;
        std::fs::copy(env!("CARGO_BIN_EXE_hypecheck"), folder.path().join("hypecheck")).expect("it can be copied");
        check = Command::new(folder.path().join("hypecheck"));
        check.arg("check").current_dir(&folder).uid(NOBODY).gid(NOBODY);
        allow("", 0o755);
    }
    allow("locked", 0o000);
    let output = check.output().expect("it runs");
    allow("locked", 0o755);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    for name in ["closed.synergy", "locked"] {
        assert!(err(&output).contains(name), "{name} in {}", err(&output));
    }
    assert_eq!(out(&output).matches("[weak-synergy]").count(), 1, "{}", out(&output));
}

#[test]
fn specs_in_other_encodings_are_told_to_be() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let utf16: Vec<u8> = "\u{feff}project".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(folder.path().join("wide.synergy"), utf16).expect("it can be written");
    std::fs::write(folder.path().join("old.synergy"), b"project demo \"D\xe9mo\" { }\n").expect("it can be written");
    let output = command(folder.path(), &["check"]).output().expect("it runs");
    for name in ["wide.synergy", "old.synergy"] {
        let told = format!("{}{}", out(&output), err(&output));
        let line = told.lines().find(|line| line.contains(name));
        assert!(line.is_some(), "{name} in {told}");
    }
    assert!(out(&output).contains("not UTF-8") || err(&output).contains("not UTF-8"), "{output:?}");
}

#[test]
fn all_line_breaks_in_one_file_are_line_breaks() {
    let spec = SPEC.replacen('\n', "\r\n", 1).replacen("alone.\"\n", "alone.\"\r", 1);
    let folder = folder(&[("a.synergy", &spec)]);
    let output = command(folder.path(), &["check", "--format", "json"]).output().expect("it runs");
    let value: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let found = &value["files"][0]["diagnostics"];
    assert_eq!(found[0]["rule"], "weak-synergy", "{value}");
    assert_eq!(found[0]["range"]["start"]["line"], 2);
}

// Names

#[test]
fn one_file_has_one_text_however_its_address_is_written() {
    let folder = folder(&[("ü with space%20.synergy", SPEC)]);
    let path = folder.path().canonicalize().expect("it is there").join("ü with space%20.synergy");
    let plain = url::Url::from_file_path(&path).expect("an address").to_string();
    assert!(plain.contains("%C3%BC%20with%20space%2520"), "{plain}");
    // As some editors write it: small letters, and more of it in numbers than needed.
    let other = plain.replace("%C3%BC", "%c3%bc").replace(".synergy", "%2Esynergy");
    let mut session = Session::start(server(), json!({}));
    session.open(&plain, SPEC);
    assert_eq!(session.published(&plain), 1);
    assert!(hover(&mut session, &other).is_object());
    assert!(session.quit().success());
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_whose_name_is_no_text_is_judged_like_any_other() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[("a.synergy", SPEC)]);
    let name = std::ffi::OsStr::from_bytes(b"\xff.synergy");
    std::fs::write(folder.path().join(name), SPEC).expect("it can be written");
    let output = command(folder.path(), &["check"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(out(&output).matches("[weak-synergy]").count(), 2, "{}", out(&output));
    assert!(out(&output).contains("\u{fffd}.synergy:2"), "{}", out(&output));
}

// The clock

#[test]
fn a_clock_that_is_wrong_changes_dates_and_nothing_else() {
    let folder = folder(&[("a.synergy", SPEC)]);
    for day in ["1970-01-01", "9999-12-31"] {
        let output = command(folder.path(), &["check", "--today", day]).output().expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{day}: {output:?}");
        assert_eq!(out(&output).matches("[weak-synergy]").count(), 1, "{day}");
    }
}

#[test]
fn standard_input_that_is_closed_is_an_empty_text() {
    let folder = folder(&[]);
    let mut child = command(folder.path(), &["check", "-"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut said = String::new();
    child.stdout.take().expect("it was asked for").read_to_string(&mut said).expect("it writes");
    assert_eq!(child.wait().expect("it ends").code(), Some(0), "{said}");
}

//! Nothing needs a network: the program does its work where the system ends whoever as much as asks for a socket.
#![cfg(target_os = "linux")]

#[path = "support/git.rs"]
mod git;
#[path = "support/session.rs"]
mod session;
#[path = "support/command.rs"]
#[allow(dead_code)]
mod support;
#[path = "support/wire.rs"]
mod wire;

use git::git;
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};
use serde_json::json;
use session::{SPEC, Session, URI, server};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use support::{command, folder, out};

/// What the system ends with who does what is forbidden.
const SIGSYS: i32 = 31;

/// Starts a program, with all that it starts, that may ask for no socket.
fn spawn(mut command: Command) -> Child {
    // What a thread may not do, nothing that it starts may do; the test's other threads go on as they were.
    let started = std::thread::spawn(move || {
        let calls = [libc::SYS_socket, libc::SYS_socketpair, libc::SYS_connect, libc::SYS_bind, libc::SYS_listen];
        let forbidden = calls.into_iter().map(|call| (call, Vec::new())).collect();
        let architecture = std::env::consts::ARCH.try_into().expect("filters exist for it");
        let filter = SeccompFilter::new(forbidden, SeccompAction::Allow, SeccompAction::KillProcess, architecture)
            .expect("fits");
        let program: BpfProgram = filter.try_into().expect("it is one");
        seccompiler::apply_filter(&program).expect("the system takes it");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs")
    });
    started.join().expect("it started")
}

fn hypecheck(folder: &Path, arguments: &[&str]) -> Output {
    spawn(command(folder, arguments)).wait_with_output().expect("it ends")
}

#[test]
fn the_command_line_works_without_sockets() {
    let folder = folder(&[("a.synergy", SPEC), ("b.synergy", "project clean \"Clean\" { }\n")]);
    for (arguments, code) in [
        (&["check"][..], 0),
        (&["check", "--format", "sarif", "--fail-on", "warning"], 1),
        (&["fmt", "--check"], 0),
        (&["explain", "weak-synergy"], 0),
        (&["matrix", "--svg"], 0),
        (&["report", "--output", "report.html"], 0),
        (&["diff", "a.synergy", "b.synergy"], 1),
        (&["stats"], 0),
        (&["debug"], 0),
    ] {
        let output = hypecheck(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {output:?}");
        assert!(!out(&output).is_empty() || arguments.len() > 2, "{arguments:?}");
    }
}

#[test]
fn git_is_asked_without_sockets() {
    let folder = folder(&[("a.synergy", SPEC)]);
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "First"]);
    let output = hypecheck(folder.path(), &["check", "--since", "HEAD"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn the_server_works_without_sockets() {
    let mut session = Session::with(spawn(server()), json!({}));
    session.open(URI, SPEC);
    assert_eq!(session.published(URI), 1);
    let place = json!({ "textDocument": { "uri": URI }, "position": { "line": 1, "character": 20 } });
    assert!(session.request("textDocument/hover", place)["contents"].is_object());
    assert!(session.request("hypecheck/heatMap", json!({})).is_object(), "the picture, which needs no page");
    assert!(session.quit().success());
}

/// The page of the heat map is the one thing that listens. That it cannot shows that the tests above could fail.
#[test]
fn whoever_asks_for_a_socket_is_ended() {
    let mut session = Session::with(spawn(server()), json!({ "window": { "showDocument": { "support": true } } }));
    session.open(URI, SPEC);
    session.ask("workspace/executeCommand", json!({ "command": "hypecheck.matrix", "arguments": [{ "uri": URI }] }));
    assert_eq!(session::ended(&mut session.child).signal(), Some(SIGSYS));
}

//! On Linux a keystroke in a short text is judged and answered on the thread that reads it.
#![cfg(target_os = "linux")]

#[path = "support/session.rs"]
mod session;
#[path = "support/wire.rs"]
mod wire;

use serde_json::{Value, json};
use session::{SPEC, Session, URI, server};
use std::collections::BTreeMap;

/// How often each thread of a process but the first has begun to wait for something: after each wake-up it does.
fn waits(process: u32) -> BTreeMap<String, String> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("it runs");
    let mut waits = BTreeMap::new();
    for thread in threads.map(|thread| thread.expect("it can be listed").path()) {
        if thread.file_name().is_some_and(|name| *name == *process.to_string()) {
            continue;
        }
        let status = std::fs::read_to_string(thread.join("status")).expect("it runs");
        let counted = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches")).expect("it is counted");
        waits.insert(thread.display().to_string(), counted.to_owned());
    }
    waits
}

fn change(version: u64, text: &str) -> Value {
    json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": [{ "text": text }] })
}

/// Longer than what is judged without waking a thread.
const LONG: usize = 600 * 1024;

/// How often the threads have waited, once whoever is still busy with the start has come to rest.
fn at_rest(process: u32) -> BTreeMap<String, String> {
    let mut rest = waits(process);
    loop {
        std::thread::sleep(std::time::Duration::from_millis(300));
        let now = waits(process);
        if now == rest {
            return rest;
        }
        rest = now;
    }
}

#[test]
fn nor_does_one_in_a_text_of_ten_thousand_lines() {
    // A list of findings that the pipe cannot take at once would be written by another thread.
    let text = format!("{SPEC}{}", "# Nothing is claimed in this line.\n".repeat(10_000));
    let mut session = Session::start(server(), json!({}));
    session.open(URI, &text);
    let findings = session.published(URI);
    let rest = at_rest(session.child.id());
    for version in 2..6 {
        session.notify("textDocument/didChange", change(version, &format!("{text}# {version}\n")));
        assert_eq!(session.published(URI), findings);
    }
    assert_eq!(waits(session.child.id()), rest);
    assert!(session.quit().success());
}

#[test]
fn a_keystroke_in_a_short_text_wakes_no_thread() {
    let mut session = Session::start(server(), json!({}));
    session.open(URI, SPEC);
    assert_eq!(session.published(URI), 1);
    let rest = at_rest(session.child.id());
    for version in 2..52 {
        session.notify("textDocument/didChange", change(version, &format!("{SPEC}# {version}\n")));
        assert_eq!(session.published(URI), 1);
    }
    assert_eq!(waits(session.child.id()), rest);
    // That a long text is left to the engine's thread shows that the count could have gone up.
    session.notify("textDocument/didChange", change(52, &SPEC.repeat(LONG / SPEC.len())));
    assert!(session.published(URI) > 1);
    assert_ne!(waits(session.child.id()), rest);
    assert!(session.quit().success());
}

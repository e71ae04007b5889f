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

#[test]
fn a_keystroke_in_a_short_text_wakes_no_thread() {
    let mut session = Session::start(server(), json!({}));
    session.open(URI, SPEC);
    assert_eq!(session.published(URI), 1);
    // Whoever is still busy with the start comes to rest.
    let mut rest = waits(session.child.id());
    loop {
        std::thread::sleep(std::time::Duration::from_millis(300));
        let now = waits(session.child.id());
        if now == rest {
            break;
        }
        rest = now;
    }
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

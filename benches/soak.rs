//! Days of use in minutes: a hundred thousand edits and what editors ask in between, told to a server, and how much
//! memory it takes meanwhile.
//!
//! `cargo bench --bench soak` prints a line after each tenth; `cargo bench --bench soak -- 1000000` makes a million edits.
//! Memory is that of Linux, in MiB.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

#[path = "support/document.rs"]
mod document;
#[path = "../tests/support/session.rs"]
mod session;
#[path = "../tests/support/wire.rs"]
mod wire;

use serde_json::{Value, json};
use session::{Session, server};
use std::time::Instant;

/// How many lines each document has.
const LINES: usize = 1_000;
/// Documents that stay open and are edited in turn.
const OPEN: usize = 3;

/// What the server has in memory, in MiB, and how many files and threads.
fn held(session: &Session) -> (f64, usize, usize) {
    let process = format!("/proc/{}", session.child.id());
    let status = std::fs::read_to_string(format!("{process}/status")).unwrap_or_default();
    let kib = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_whitespace().nth(1)).and_then(|number| number.parse::<f64>().ok())
    };
    let count = |folder: &str| std::fs::read_dir(format!("{process}/{folder}")).map_or(0, Iterator::count);
    (kib("VmRSS:").unwrap_or(0.0) / 1024.0, count("fd"), count("task"))
}

fn ask(session: &mut Session, method: &str, uri: &str, line: usize) -> Value {
    let place = json!({ "line": line, "character": 6 });
    session.request(method, json!({ "textDocument": { "uri": uri }, "position": place, "query": "pro" }))
}

fn main() {
    // Cargo adds a flag of its own.
    let given = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let wanted: u64 = given.map_or(100_000, |edits| match edits.parse() {
        Ok(edits) if edits >= 20 => edits,
        _ => panic!("`{edits}` is no number of edits; give one of 20 or more"),
    });
    let (text, _) = document::document(LINES);
    let lines: Vec<&str> = text.lines().collect();
    let mut session = Session::start(server(), json!({ "textDocument": { "diagnostic": {} } }));
    let uris: Vec<String> = (0..OPEN).map(|n| format!("file:///specs/soak{n}.synergy")).collect();
    for uri in &uris {
        session.open(uri, &text);
        session.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
    }
    println!("{OPEN} documents of {LINES} lines, {} bytes each", text.len());
    println!("{:>9} {:>8} {:>9} {:>6} {:>8}", "edits", "seconds", "MiB", "files", "threads");
    let report = |session: &Session, edits: u64, began: Instant| {
        let (memory, files, threads) = held(session);
        println!("{edits:>9} {:>8.0} {memory:>9.1} {files:>6} {threads:>8}", began.elapsed().as_secs_f64());
    };
    let began = Instant::now();
    report(&session, 0, began);
    // What is typed, and then taken back: a letter, an end of a line, a slip that breaks all that stands behind it.
    let pieces = ["x", "\n", "\"\"\"", "}", "# é 😀 ", "claim new: privacy + security { }\n"];
    for edit in 0..wanted / 2 {
        let uri = &uris[edit as usize % OPEN];
        let line = (edit as usize * 7_919) % lines.len();
        let typed = pieces[edit as usize % pieces.len()];
        let column = lines[line].chars().take_while(|c| c.is_whitespace()).count();
        session.change(uri, edit * 2 + 2, [(line, column); 2], typed);
        if edit % 5 == 0 {
            session.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
        }
        let end = match typed.rsplit_once('\n') {
            Some((before, last)) => (line + 1 + before.matches('\n').count(), last.encode_utf16().count()),
            None => (line, column + typed.encode_utf16().count()),
        };
        session.change(uri, edit * 2 + 3, [(line, column), end], "");
        if edit % 50 == 0 {
            for method in ["textDocument/hover", "textDocument/completion", "textDocument/documentSymbol"] {
                ask(&mut session, method, uri, line);
            }
            session.request("textDocument/semanticTokens/full", json!({ "textDocument": { "uri": uri } }));
            // Another document comes and goes.
            let other = format!("file:///specs/other{edit}.synergy");
            session.open(&other, &text[..text.len().min(4_000)]);
            session.request("textDocument/diagnostic", json!({ "textDocument": { "uri": other } }));
            session.notify("textDocument/didClose", json!({ "textDocument": { "uri": other } }));
        }
        if (edit + 1) % (wanted / 20).max(1) == 0 {
            session.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
            report(&session, (edit + 1) * 2, began);
        }
    }
    let seen = session.request("hypecheck/syntaxTree", json!({ "textDocument": { "uri": uris[0] } }));
    assert_eq!(seen["text"], json!(text), "the text is the editor's");
    assert!(session.quit().success());
}

//! How many instructions the single steps cost, and how many they may.
//!
//! Counted by Valgrind, so the same program gives the same figures on any machine, busy or not; another compiler gives
//! others, which is why each limit leaves a quarter. A step that takes more than it may fails the run.
//!
//! `cargo bench --bench instructions` needs Valgrind and the program `gungraun-runner` of the version of the library.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "support/document.rs"]
mod document;

use document::{Open, document};
use gungraun::{Callgrind, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use hypecheck::model::Library;
use hypecheck::rules::{Judgement, make_ready};
use hypecheck::syntax::SyntaxTree;
use hypecheck::text::Text;
use std::hint::black_box;

/// At most so many thousands of instructions.
fn at_most(thousands: u64) -> LibraryBenchmarkConfig {
    let mut callgrind = Callgrind::default();
    callgrind.hard_limits([(EventKind::Ir, thousands * 1_000)]);
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(callgrind);
    config
}

#[library_benchmark(config = at_most(5_100))]
fn library() {
    black_box(Library::get());
}

#[library_benchmark(config = at_most(7_000))]
fn ready() {
    make_ready();
}

fn text() -> Text {
    Text::new(&document(1_000).0)
}

#[library_benchmark(config = at_most(2_020))]
#[bench::of_1000_lines(text())]
fn parse(text: Text) -> SyntaxTree {
    black_box(SyntaxTree::parse(&text))
}

/// A list over many lines, with a slip in it that has the grammar read it.
fn list() -> Text {
    let lines: String = (0..2_000).map(|number| format!("    name-{number},\n")).collect();
    Text::new(&format!("project p \"P\" {{\n  runs-on first,\n{lines}    last {{\n}}\n"))
}

#[library_benchmark(config = at_most(208_000))]
#[bench::of_2000_lines(list())]
fn broken_list(text: Text) -> SyntaxTree {
    black_box(SyntaxTree::parse(&text))
}

fn open(lines: usize) -> Open {
    Open::new(&document(lines).0)
}

#[library_benchmark(config = at_most(8_150))]
#[bench::of_1000_lines(open(1_000))]
fn judge(open: Open) -> (Open, Judgement) {
    let judgement = Judgement::new(&open.workspace.snapshot(), open.id, &open.settings, None).unwrap();
    (open, black_box(judgement))
}

/// A document, and an edit that was made and taken back once already: what is measured is the next.
fn typing(lines: usize, name: &str) -> (Open, usize, &'static str) {
    let (source, edits) = document(lines);
    let edit = edits.into_iter().find(|edit| edit.name == name).unwrap();
    let mut open = Open::new(&source);
    open.keystroke(edit.at, edit.typed);
    (open, edit.at + edit.typed.len(), edit.typed)
}

#[library_benchmark]
#[bench::in_a_comment_of_1000_lines(args = (typing(1_000, "a letter in a comment")), config = at_most(45))]
#[bench::in_a_comment_of_10000_lines(args = (typing(10_000, "a letter in a comment")), config = at_most(145))]
#[bench::that_makes_a_finding_in_1000_lines(args = (typing(1_000, "a finding made")), config = at_most(217))]
#[bench::that_makes_a_finding_in_10000_lines(args = (typing(10_000, "a finding made")), config = at_most(312))]
#[bench::that_breaks_a_header_in_1000_lines(args = (typing(1_000, "a brace too many")), config = at_most(306))]
fn keystroke((mut open, at, typed): (Open, usize, &'static str)) -> Open {
    open.keystroke(at, typed);
    black_box(open)
}

library_benchmark_group!(name = steps; benchmarks = library, ready, parse, broken_list, judge, keystroke);

main!(library_benchmark_groups = steps);

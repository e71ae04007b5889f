//! Where the time of one keystroke goes, step by step, without an editor and without a pipe.
//!
//! `cargo bench --bench keystroke [-- LINES…]`
#![allow(clippy::print_stdout, missing_docs)]

#[path = "support/document.rs"]
mod document;

use document::Open;
use hypecheck::rules::Judgement;
use hypecheck::syntax::SyntaxTree;
use hypecheck::text::{Text, TextRange};
use std::time::{Duration, Instant};

fn median(times: &mut [Duration]) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e6
}

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![100, 1_000, 10_000] } else { sizes };
    println!("{:>7}  {:28} {:>9} {:>9} {:>9} {:>9}  µs, p50", "lines", "edit", "parse", "open", "judge", "pieces");
    for lines in sizes {
        let (source, edits) = document::document(lines);
        let text = Text::new(&source);
        let since = Instant::now();
        drop(SyntaxTree::parse(&text));
        let parsed = since.elapsed();
        let mut open = Open::new(&source);
        let snapshot = open.workspace.snapshot();
        let since = Instant::now();
        let judgement = Judgement::new(&snapshot, open.id, &open.settings, None).expect("it is open");
        let judged = since.elapsed();
        println!(
            "{lines:>7}  {:28} {:>9.1} {:>9} {:>9.1}  {} findings",
            "all of it",
            parsed.as_secs_f64() * 1e6,
            "",
            judged.as_secs_f64() * 1e6,
            judgement.report().diagnostics.len()
        );
        drop((snapshot, judgement));
        for edit in &edits {
            let mut times: [[Vec<Duration>; 4]; 2] = Default::default();
            for round in 0..60 {
                let forward = round % 2 == 0;
                let at = edit.at as u32;
                let (range, typed) = if forward {
                    (TextRange::empty(at.into()), edit.typed)
                } else {
                    (TextRange::at(at.into(), (edit.typed.len() as u32).into()), "")
                };
                let times = &mut times[usize::from(!forward)];
                let since = Instant::now();
                open.parse(range, typed);
                times[0].push(since.elapsed());
                let since = Instant::now();
                let snapshot = open.show();
                times[1].push(since.elapsed());
                let since = Instant::now();
                open.judge(&snapshot);
                times[2].push(since.elapsed());
                let since = Instant::now();
                std::hint::black_box(open.judgement.pieces());
                times[3].push(since.elapsed());
            }
            for (which, times) in times.iter_mut().enumerate() {
                let name = if which == 0 { edit.name.to_owned() } else { "… taken back".to_owned() };
                let [parse, open, judge, pieces] = times.each_mut().map(|times| median(times));
                println!("{lines:>7}  {name:28} {parse:>9.1} {open:>9.1} {judge:>9.1} {pieces:>9.1}");
            }
        }
    }
}

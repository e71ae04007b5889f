//! Where the time of one keystroke goes, step by step, without an editor and without a pipe.
//!
//! `cargo bench --bench keystroke [-- LINES…]`
#![allow(clippy::print_stdout, missing_docs)]

use hypecheck::model::{FileKey, MemoryDisk, Workspace};
use hypecheck::rules::{Judgement, Settings};
use hypecheck::syntax::{Date, SyntaxTree};
use hypecheck::text::{Text, TextRange};
use std::time::{Duration, Instant};

/// The document of the shared instrument, without its marks.
const TEMPLATE: &str = include_str!("lsp/synergy.tmpl");

/// An edit and how it is taken back.
struct Edit {
    name: &'static str,
    at: usize,
    typed: &'static str,
}

fn document(lines: usize) -> (String, Vec<Edit>) {
    let (header, rest) = TEMPLATE.split_once("@@block\n").expect("the template has blocks");
    let (block, footer) = rest.split_once("@@footer\n").expect("the template has a footer");
    let header = header.strip_prefix("@@header\n").unwrap_or(header);
    let blocks = (lines.saturating_sub(header.lines().count()) / block.lines().count()).max(1);
    let mut text = header.to_owned();
    let mut edits = Vec::new();
    for index in 0..blocks {
        let mut rest = block;
        while let Some((before, mark)) = rest.split_once("{{") {
            text += before;
            let (mark, after) = mark.split_once("}}").expect("a mark ends");
            let typed = match mark.split(':').next().unwrap_or(mark) {
                "type" => Some(("a letter in a comment", "x")),
                "toggle" => Some(("a finding made", "q")),
                "enter" => Some(("a line broken", "\n")),
                "break" => Some(("a brace too many", "{")),
                "hover" => Some(("a letter in a field name", "x")),
                _ => None,
            };
            if let Some((name, typed)) = typed.filter(|_| index == blocks / 2) {
                edits.push(Edit { name, at: text.len(), typed });
            }
            if mark == "i" || mark.starts_with("i+") || mark.starts_with("i%") || mark.starts_with("i*") {
                text += &index.to_string();
            }
            rest = after;
        }
        text += rest;
    }
    text += footer;
    (text, edits)
}

fn median(times: &mut [Duration]) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e6
}

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![100, 1_000, 10_000] } else { sizes };
    let settings = Settings::new(Date { year: 2026, month: Some(11), day: Some(24) });
    println!("{:>7}  {:28} {:>9} {:>9} {:>9} {:>9}  µs, p50", "lines", "edit", "parse", "open", "judge", "pieces");
    for lines in sizes {
        let (source, edits) = document(lines);
        let mut disk = MemoryDisk::default();
        disk.insert("/w/house.synergy", Ok("technique night-work \"Night work\" { serves performance }\n"));
        let key = FileKey::Path("/w/spec.synergy".into());
        let mut workspace = Workspace::new(vec!["/w".into()]);
        let mut text = Text::new(&source);
        let since = Instant::now();
        let mut tree = SyntaxTree::parse(&text);
        let parsed = since.elapsed();
        let id = workspace.open(&key, text.clone(), tree.clone(), Some(1), &disk);
        let snapshot = workspace.snapshot();
        let since = Instant::now();
        let mut judgement = Judgement::new(&snapshot, id, &settings, None).expect("it is open");
        let judged = since.elapsed();
        println!(
            "{lines:>7}  {:28} {:>9.1} {:>9} {:>9.1}  {} findings",
            "all of it",
            parsed.as_secs_f64() * 1e6,
            "",
            judged.as_secs_f64() * 1e6,
            judgement.report().diagnostics.len()
        );
        drop(snapshot);
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
                let before = text.clone();
                let since = Instant::now();
                let replaced = text.replace(range, typed);
                tree.edit(&before, &text, replaced);
                tree = tree.reparse(&text);
                let times = &mut times[usize::from(!forward)];
                times[0].push(since.elapsed());
                let since = Instant::now();
                workspace.open(&key, text.clone(), tree.clone(), Some(round), &disk);
                let snapshot = workspace.snapshot();
                times[1].push(since.elapsed());
                let since = Instant::now();
                let next = Judgement::new(&snapshot, id, &settings, Some(&judgement)).expect("it is open");
                times[2].push(since.elapsed());
                judgement = next;
                let since = Instant::now();
                std::hint::black_box(judgement.pieces());
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

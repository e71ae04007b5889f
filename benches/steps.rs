//! Where the time of one keystroke goes, and that of opening a document, step by step, without an editor and without a
//! pipe.
//!
//! `cargo bench --bench steps`, with a part of a name for some of them: `cargo bench --bench steps -- judge`.
#![allow(missing_docs)]

#[path = "support/document.rs"]
mod document;

use divan::{Bencher, Divan};
use document::{Open, document};
use hypecheck::ide::format;
use hypecheck::model::Snapshot;
use hypecheck::rules::Judgement;
use hypecheck::syntax::SyntaxTree;
use hypecheck::text::{Text, TextRange};
use std::cell::RefCell;
use std::fmt;

/// The lengths of documents, in lines.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    Divan::from_args().main();
}

fn text(lines: usize) -> Text {
    Text::new(&document(lines).0)
}

/// What opening a document takes, from nothing.
#[divan::bench_group(sample_size = 1, sample_count = 20)]
mod from_nothing {
    use super::*;

    /// Reading a sound text into declarations.
    #[divan::bench(args = SIZES)]
    fn parse(bencher: Bencher<'_, '_>, lines: usize) {
        let text = text(lines);
        bencher.bench_local(|| SyntaxTree::parse(&text));
    }

    /// The same by the grammar, as where something is broken.
    #[divan::bench(args = SIZES)]
    fn parse_by_grammar(bencher: Bencher<'_, '_>, lines: usize) {
        let text = text(lines);
        bencher.bench_local(|| SyntaxTree::parse_by_grammar(&text));
    }

    #[divan::bench(args = SIZES)]
    fn judge(bencher: Bencher<'_, '_>, lines: usize) {
        let open = Open::new(&document(lines).0);
        let snapshot = open.workspace.snapshot();
        bencher.bench_local(|| Judgement::new(&snapshot, open.id, &open.settings, None));
    }

    #[divan::bench(args = SIZES)]
    fn lay_out(bencher: Bencher<'_, '_>, lines: usize) {
        let text = text(lines);
        let tree = SyntaxTree::parse(&text);
        bencher.bench_local(|| format(&text, &tree));
    }
}

/// The steps after a key, in their order.
#[divan::bench_group(sample_size = 1, sample_count = 60)]
mod keystroke {
    use super::*;

    #[divan::bench(args = keys())]
    fn a_parse(bencher: Bencher<'_, '_>, key: &Key) {
        key.measure(bencher, |_| (), |open, ()| key.type_into(open));
    }

    /// Handing the text to the workspace, which asks what it uses.
    #[divan::bench(args = keys())]
    fn b_show(bencher: Bencher<'_, '_>, key: &Key) {
        key.measure(bencher, |open| key.type_into(open), |open, ()| drop(open.show()));
    }

    #[divan::bench(args = keys())]
    fn c_judge(bencher: Bencher<'_, '_>, key: &Key) {
        let shown = |open: &mut Open| -> Snapshot {
            key.type_into(open);
            open.show()
        };
        key.measure(bencher, shown, |open, snapshot| open.judge(&snapshot));
    }

    /// Taking the list of findings apart into what is kept of it and what is new.
    #[divan::bench(args = keys())]
    fn d_pieces(bencher: Bencher<'_, '_>, key: &Key) {
        let judged = |open: &mut Open| {
            key.type_into(open);
            let snapshot = open.show();
            open.judge(&snapshot);
        };
        key.measure(bencher, judged, |open, ()| drop(divan::black_box(open.judgement.pieces())));
    }
}

/// A key that is typed in the middle of a document.
struct Key {
    lines: usize,
    name: &'static str,
    at: usize,
    typed: &'static str,
}

/// Each kind of key in each length of document.
fn keys() -> Vec<Key> {
    let keys = |lines| {
        let edits = document(lines).1.into_iter();
        edits.map(move |edit| Key { lines, name: edit.name, at: edit.at, typed: edit.typed })
    };
    SIZES.into_iter().flat_map(keys).collect()
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} lines, {}", self.lines, self.name)
    }
}

impl Key {
    fn type_into(&self, open: &mut Open) {
        open.parse(TextRange::empty((self.at as u32).into()), self.typed);
    }

    fn take_back(&self, open: &mut Open) {
        open.parse(TextRange::at((self.at as u32).into(), (self.typed.len() as u32).into()), "");
        let snapshot = open.show();
        open.judge(&snapshot);
        divan::black_box(open.judgement.pieces());
    }

    /// Measures a step, each time in a document in which the key was not typed until `before` typed it.
    fn measure<I>(&self, bencher: Bencher<'_, '_>, before: impl Fn(&mut Open) -> I, step: impl Fn(&mut Open, I)) {
        let open = RefCell::new((Open::new(&document(self.lines).0), false));
        let prepared = || {
            let (open, typed) = &mut *open.borrow_mut();
            if std::mem::replace(typed, true) {
                self.take_back(open);
            }
            before(open)
        };
        bencher.with_inputs(prepared).bench_local_values(|input| step(&mut open.borrow_mut().0, input));
    }
}

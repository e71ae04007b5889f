//! The inputs that are kept of fuzzing, each given to what it was found for, in `tests/fuzz/corpus`.
//!
//! Those with a name that says something were found by a fault, which has its own test as well.

#[allow(dead_code)]
#[path = "fuzz/src/lib.rs"]
mod fuzz;

use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Panics of all threads: a server outlives those of its own, and a test has to hear of them.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());
/// One target after the other, so that it is known whose panic it was.
static TURN: Mutex<()> = Mutex::new(());

fn holds(target: &str) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let run = fuzz::TARGETS.iter().find(|(name, _)| *name == target).expect("there is such a target").1;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let entries = std::fs::read_dir(folder).expect("it is there");
    let mut inputs: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    inputs.sort();
    assert!(inputs.len() > 5, "only {} inputs of {target} are kept", inputs.len());
    std::panic::set_hook(Box::new(|panic| {
        PANICS.lock().expect("nothing panics while it has it").push(panic.to_string());
    }));
    for input in inputs {
        let data = std::fs::read(&input).expect("it can be read");
        let outcome = std::panic::catch_unwind(|| run(&data));
        let panics = std::mem::take(&mut *PANICS.lock().expect("nothing panics while it has it"));
        if outcome.is_err() || !panics.is_empty() {
            drop(std::panic::take_hook());
            panic!("{} does not hold: {panics:#?}", input.display());
        }
    }
    drop(std::panic::take_hook());
}

macro_rules! targets {
    ($($target:ident)*) => {
        $(#[test] fn $target() { holds(stringify!($target)); })*

        #[test]
        fn every_target_has_its_test() {
            let tested = [$(stringify!($target)),*];
            assert_eq!(fuzz::TARGETS.map(|(name, _)| name), tested);
        }
    };
}

targets! { baseline check config edits formatter framing imports mending parser protocol questions }

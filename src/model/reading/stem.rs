//! What is left of a word once its inflections are taken off.

use super::word_list::WordList;
use smol_str::SmolStr;

/// Forms that no suffix rule brings back to their base.
static IRREGULAR: WordList<58> = WordList::new([
    "agi",
    "bought",
    "broke",
    "broken",
    "brought",
    "built",
    "burnt",
    "came",
    "caught",
    "chosen",
    "cpus",
    "does",
    "done",
    "felt",
    "forgotten",
    "fought",
    "found",
    "gave",
    "given",
    "gone",
    "gpus",
    "grew",
    "grown",
    "held",
    "hidden",
    "kept",
    "knew",
    "known",
    "learnt",
    "leaves",
    "left",
    "lent",
    "lost",
    "made",
    "met",
    "paid",
    "proven",
    "ran",
    "saw",
    "seen",
    "sent",
    "shown",
    "sold",
    "spent",
    "stays",
    "stolen",
    "stood",
    "taken",
    "taught",
    "thought",
    "told",
    "torn",
    "tpus",
    "us",
    "went",
    "won",
    "written",
    "wrote",
]);

/// Their bases, in the same order.
const BASES: [&str; 58] = [
    "agi", "buy", "break", "break", "bring", "build", "burn", "come", "catch", "choose", "cpu", "do", "do", "feel",
    "forget", "fight", "find", "give", "give", "go", "gpu", "grow", "grow", "hold", "hide", "keep", "know", "know",
    "learn", "leave", "leave", "lend", "lose", "make", "meet", "pay", "prove", "run", "see", "see", "send", "show",
    "sell", "spend", "stay", "steal", "stand", "take", "teach", "think", "tell", "tear", "tpu", "we", "go", "win",
    "write", "write",
];

/// Takes plural, tense and British spelling off a word. Both sides of a comparison are treated alike, so the result
/// need not be a word. It is made in `stem`, in place of what is there.
pub(super) fn put_stem(word: &str, stem: &mut String) -> SmolStr {
    stem.clear();
    match IRREGULAR.position(word) {
        Some(index) => {
            stem.push_str(BASES[index]);
            strip_e(stem);
        }
        None => {
            stem.push_str(word);
            strip(stem);
        }
    }
    SmolStr::new(stem)
}

/// The stem of a word.
pub(super) fn stem(word: &str) -> SmolStr {
    put_stem(word, &mut String::new())
}

fn strip(stem: &mut String) {
    if stem.len() < 4 || !stem.is_ascii() {
        return strip_e(stem);
    }
    // The search that is made for long texts costs more than it saves in a word.
    if stem.as_bytes().windows(7).any(|part| part == b"isation") {
        *stem = stem.replace("isation", "ization");
    }
    if stem.ends_with("centre") || stem.ends_with("centres") {
        *stem = stem.replace("centre", "center");
    }
    if stem.ends_with('s') {
        strip_plural(stem);
    }
    if stem.ends_with(['d', 'g']) {
        strip_tense(stem);
    }
    strip_e(stem);
    if stem.len() > 5 && stem.ends_with("is") {
        stem.truncate(stem.len() - 1);
        stem.push('z');
    }
}

/// Plurals and the third person.
fn strip_plural(stem: &mut String) {
    if stem.ends_with("ies") && stem.len() > 4 {
        stem.truncate(stem.len() - 3);
        stem.push('y');
    } else if ["sses", "xes", "ches", "shes", "zes"].iter().any(|suffix| stem.ends_with(suffix)) {
        stem.truncate(stem.len() - 2);
    } else if !["ss", "us", "is"].iter().any(|suffix| stem.ends_with(suffix)) {
        stem.truncate(stem.len() - 1);
    }
}

fn strip_tense(stem: &mut String) {
    if stem.ends_with("ied") && stem.len() > 4 {
        stem.truncate(stem.len() - 3);
        stem.push('y');
        return;
    }
    let base = stem.strip_suffix("ing").or_else(|| stem.strip_suffix("ed"));
    let Some(base) = base.filter(|base| base.len() >= 3 && base.contains(['a', 'e', 'i', 'o', 'u', 'y'])) else {
        return;
    };
    let (len, tail) = (base.len(), base.as_bytes());
    let (last, before) = (tail[len - 1], tail[len - 2]);
    // "Running" and "controlling" double a letter that "staking" and "passing" do not.
    let keeps = matches!(last, b's' | b'z' | b'e' | b'o') || (last == b'l' && len <= 5);
    stem.truncate(if last == before && !keeps { len - 1 } else { len });
}

fn strip_e(stem: &mut String) {
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
}

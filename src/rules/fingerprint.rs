//! What a finding is known by when the text around it moves.

use super::diagnostic::Diagnostic;
use super::judgement::Report;
use super::rule::Group;
use crate::model::SourceFile;
use crate::syntax::{Declaration, Keyword};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// What a finding is known by from one run to the next: its rule, the claim or other declaration that it is about, and
/// the words of that.
///
/// Lines, layout and the path of the file have no part in it, so that a finding is still known after the spec was
/// formatted, moved or renamed; a claim that says something else is another matter, and is looked at anew. As text it
/// is 32 hexadecimal digits, the first half of a SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// Reads what [`Display`](std::fmt::Display) writes; nothing for anything else.
    pub fn parse(text: &str) -> Option<Fingerprint> {
        let digits = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        u128::from_str_radix(text, 16).ok().filter(|_| digits).map(Fingerprint)
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// The fingerprints of findings of a file, one for each in their order. Of findings that nothing tells apart the
/// second, third and so on are numbered, so that no two in a file have the same.
pub fn fingerprints(file: &SourceFile, diagnostics: &[Diagnostic]) -> Vec<Fingerprint> {
    let mut seen: HashMap<[u8; 32], u32> = HashMap::new();
    diagnostics
        .iter()
        .map(|diagnostic| {
            let mut hasher = Sha256::new();
            put(&mut hasher, diagnostic.rule.name);
            // A syntax error is about the text alone: what declaration it is in may itself be in doubt.
            if diagnostic.rule.group != Group::Syntax {
                for (_, declaration) in file.declarations_at(diagnostic.range.start()) {
                    identity(&mut hasher, &declaration);
                }
            }
            put(&mut hasher, &file.text().slice(diagnostic.range));
            let digest: [u8; 32] = hasher.finalize().into();
            let before = seen.entry(digest).or_insert(0);
            *before += 1;
            numbered(digest, *before)
        })
        .collect()
}

/// The fingerprints of what a report shows, as they are with what it hides beside it.
pub fn fingerprints_of(file: &SourceFile, report: &Report) -> Vec<Fingerprint> {
    if report.hidden.is_empty() {
        return fingerprints(file, &report.diagnostics);
    }
    let hidden = report.hidden.iter().map(|(_, found)| (false, found));
    let mut all: Vec<(bool, &Diagnostic)> =
        hidden.chain(report.diagnostics.iter().map(|found| (true, found))).collect();
    all.sort_by_key(|(_, found)| (found.range.start(), found.range.end(), found.rule.name));
    let found: Vec<Diagnostic> = all.iter().map(|(_, found)| (*found).clone()).collect();
    let prints = fingerprints(file, &found).into_iter().zip(all);
    prints.filter(|(_, (shown, _))| *shown).map(|(print, _)| print).collect()
}

/// What the built-in library is known by: the first 16 digits of a SHA-256 of its texts. Two programs that have the same
/// know the same cells, techniques, chains, ceilings and phrases.
pub fn library_digest() -> String {
    let mut hasher = Sha256::new();
    for file in crate::model::Library::get().files() {
        let text = file.text();
        hasher.update(file.key().to_string());
        hasher.update([0]);
        hasher.update(text.slice(crate::text::TextRange::up_to(text.len())).as_bytes());
        hasher.update([0]);
    }
    let digest: [u8; 32] = hasher.finalize().into();
    digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a declaration is known by, and what a claim says.
fn identity(hasher: &mut Sha256, declaration: &Declaration) {
    put(hasher, declaration.keyword.as_str());
    put(hasher, declaration.name.as_ref().map_or("", |name| name.text.as_str()));
    if declaration.keyword == Keyword::Claim {
        for said in declaration.fields_named("says").flat_map(|field| &field.values) {
            put(hasher, said.as_text().unwrap_or(""));
        }
    }
}

/// Puts in some words, however they are spaced, so that no two lists of them run into the same bytes.
fn put(hasher: &mut Sha256, words: &str) {
    for word in words.split_whitespace() {
        hasher.update(word);
        hasher.update([0]);
    }
    hasher.update([1]);
}

fn numbered(digest: [u8; 32], number: u32) -> Fingerprint {
    let digest: [u8; 32] = match number {
        1 => digest,
        number => Sha256::new().chain_update(digest).chain_update(number.to_be_bytes()).finalize().into(),
    };
    let mut first = [0; 16];
    first.copy_from_slice(&digest[..16]);
    Fingerprint(u128::from_be_bytes(first))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{settings, snapshot};
    use super::super::{check, fingerprints};
    use super::Fingerprint;
    use std::collections::HashSet;

    fn of(source: &str) -> Vec<(&'static str, Fingerprint)> {
        let (snapshot, id) = snapshot(source);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        let file = snapshot.file(id).expect("the file is there");
        let rules = report.diagnostics.iter().map(|found| found.rule.name);
        rules.zip(fingerprints(file, &report.diagnostics)).collect()
    }

    const SPEC: &str = "project demo \"Demo\" {\n  claim fast: performance + decentralization {\n    says \"A revolutionary, fast answer for everybody.\"\n  }\n}\n";

    #[test]
    fn lines_layout_and_what_else_is_in_the_file_do_not_matter() {
        let moved = SPEC.replace("project", "# A comment.\n\nproject").replace("    says", "        says   ");
        let moved =
            moved.replace("  }\n}\n", "  }\n  claim second: privacy + security {\n    says \"Quiet.\"\n  }\n}\n");
        let after: HashSet<_> = of(&moved).into_iter().collect();
        let before = of(SPEC);
        assert!(before.len() > 2);
        for each in before {
            assert!(after.contains(&each), "{each:?}");
        }
    }

    #[test]
    fn a_claim_that_says_something_else_is_another_matter() {
        let after: HashSet<_> = of(&SPEC.replace("everybody", "nobody")).into_iter().collect();
        assert!(of(SPEC).iter().all(|each| !after.contains(each)));
    }

    #[test]
    fn the_same_words_in_a_claim_of_another_name_are_another_matter() {
        let after: HashSet<_> = of(&SPEC.replace("claim fast", "claim quick")).into_iter().collect();
        assert!(of(SPEC).iter().all(|each| !after.contains(each)));
    }

    #[test]
    fn what_nothing_tells_apart_is_numbered() {
        let twice = format!("{SPEC}{SPEC}");
        let all = of(&twice);
        let different: HashSet<_> = all.iter().map(|(_, print)| print).collect();
        assert_eq!(different.len(), all.len());
    }

    #[test]
    fn what_is_written_is_read_back_and_nothing_else() {
        for (_, print) in of(SPEC) {
            assert_eq!(Fingerprint::parse(&print.to_string()), Some(print));
        }
        for wrong in ["", "12", "+2345678901234567890123456789012", "G2345678901234567890123456789012"] {
            assert_eq!(Fingerprint::parse(wrong), None, "{wrong}");
        }
    }
}

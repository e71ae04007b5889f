//! What a claim says, and what in it is only the name of something.
//!
//! A name promises nothing: a project that is called “Limitless Private Inference” has not claimed it by being named.
//! Before a text is read, the names that a spec declares are put out of sight, each by a word that means nothing and is
//! just as long, so that places in the text stay what they are.

use super::context::says;
use super::prose;
use crate::model::Scope;
use crate::model::wording::Words;
use crate::syntax::{Declaration, Keyword, Prose, Value};
use crate::text::{TextRange, TextSize};
use foldhash::HashMap;
use std::borrow::Cow;
use std::ops::Range;

/// One `says` of a claim.
pub(super) struct Said<'a> {
    /// The text. Ranges in it count from the claim.
    pub(super) prose: &'a Prose,
    /// Where what the claim says begins.
    start: TextSize,
    /// The text without the names of projects, chains, matrices and references: what is read for its cells. A technique
    /// is known by its name, and what it serves is part of what is claimed.
    pub(super) for_cells: Cow<'a, str>,
    /// The words of the text without the names of techniques either: what is read for its wording.
    pub(super) words: Words,
}

impl Said<'_> {
    /// Where a part of the text stands, counted from where what the claim says begins.
    pub(super) fn range(&self, range: Range<usize>) -> TextRange {
        self.prose.source_range(range) - self.start
    }
}

/// The names that a file and those it uses declare, as they stand in prose.
#[derive(Default)]
pub(super) struct DeclaredNames {
    /// By their first word: a text is gone through once, however many names there are. The longest come first.
    by_first: HashMap<String, Vec<(String, Keyword)>>,
}

const NAMED: [Keyword; 5] = [Keyword::Project, Keyword::Technique, Keyword::Chain, Keyword::Matrix, Keyword::Reference];

/// The names of a declaration as they may stand in prose.
pub(super) fn names_of(declared: &Declaration) -> impl Iterator<Item = &str> {
    let aka = declared.fields_named("aka").flat_map(|field| &field.values).filter_map(Value::as_text);
    // A title with no capital and no digit, and a name of one word, cannot be told from words.
    let looks_like_a_name = |text: &&str| text.contains(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let titles = declared.title_text().into_iter().chain(aka).filter(looks_like_a_name);
    let name = declared.name.as_ref().map(|name| name.text.as_str()).filter(|name| name.contains('-'));
    titles.chain(name).map(str::trim).filter(|_| NAMED.contains(&declared.keyword))
}

impl DeclaredNames {
    pub(super) fn of(scope: &Scope) -> DeclaredNames {
        let mut names = DeclaredNames::default();
        for entry in scope.declared() {
            for text in names_of(&entry.declaration) {
                names.add(text, entry.declaration.keyword);
            }
        }
        for known in names.by_first.values_mut() {
            known.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
            known.dedup();
        }
        names
    }

    fn add(&mut self, name: &str, keyword: Keyword) {
        if let Some(first) = words(name).next().map(|(_, word)| word.to_owned()) {
            self.by_first.entry(first).or_default().push((name.to_owned(), keyword));
        }
    }

    /// What a claim says.
    pub(super) fn said<'a>(&self, claim: &'a Declaration) -> Vec<Said<'a>> {
        let start = prose::start(claim);
        says(claim)
            .map(|prose| {
                let begun = self.begun(&prose.text);
                Said {
                    prose,
                    start,
                    for_cells: without(&prose.text, &begun, |keyword| keyword != Keyword::Technique),
                    words: Words::of(&without(&prose.text, &begun, |_| true)),
                }
            })
            .collect()
    }

    /// The words of a text that names begin with, each with where it starts and those names.
    fn begun(&self, text: &str) -> Vec<Begun<'_>> {
        words(text).filter_map(|(start, word)| Some((start, self.by_first.get(word)?.as_slice()))).collect()
    }
}

/// Where a word stands that names may begin with, and those names.
type Begun<'a> = (usize, &'a [(String, Keyword)]);

/// A text without the names of some kinds of declarations.
fn without<'t>(text: &'t str, begun: &[Begun<'_>], hides: impl Fn(Keyword) -> bool) -> Cow<'t, str> {
    let mut hidden = String::new();
    let mut done = 0;
    for &(start, known) in begun {
        if start < done {
            continue;
        }
        let found = known.iter().find(|(name, keyword)| {
            // A name may begin with a sign before its first word.
            let lead = words(name).next().map_or(0, |(lead, _)| lead);
            hides(*keyword)
                && start.checked_sub(lead).and_then(|start| text.get(start..)).is_some_and(|rest| {
                    rest.strip_prefix(&**name).is_some_and(|after| !after.starts_with(is_of_a_word))
                })
        });
        if let Some((name, _)) = found {
            let lead = words(name).next().map_or(0, |(lead, _)| lead);
            let start = start - lead;
            if start < done {
                continue;
            }
            hidden += &text[done..start];
            hidden.push('X');
            hidden.extend(std::iter::repeat_n('x', name.len() - 1));
            done = start + name.len();
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    hidden += &text[done..];
    Cow::Owned(hidden)
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The words of a text, and where each of them starts.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let at_word = |at: usize| match *text.as_bytes().get(at)? {
        // Most are.
        byte if byte.is_ascii() => Some((is_of_a_word(char::from(byte)), 1)),
        _ => text[at..].chars().next().map(|c| (is_of_a_word(c), c.len_utf8())),
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        while let (false, len) = at_word(at)? {
            at += len;
        }
        let start = at;
        while let Some((true, len)) = at_word(at) {
            at += len;
        }
        Some((start, &text[start..at]))
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{check_marked, report, snapshot};
    use super::super::{Diagnostic, Group, find};
    use super::{DeclaredNames, without};

    #[track_caller]
    fn without_names(declared: &str, text: &str, expected: &str) {
        let (snapshot, id) = snapshot(declared);
        let names = DeclaredNames::of(&snapshot.scope(id).expect("the file is there"));
        let hidden = without(text, &names.begun(text), |_| true);
        assert_eq!(hidden, expected);
        assert_eq!(hidden.len(), text.len());
    }

    #[test]
    fn names_are_put_out_of_sight_as_whole_words_and_places_stay_what_they_are() {
        let declared = "project a \"Limitless\" { }\nproject b \"Limitless Inference\" { }\n\
            chain free-chain \"Überkette\" { }\ntechnique t \"quiet\" { aka \"Q2\" }";
        without_names(declared, "Limitless Inference is Limitless.", "Xxxxxxxxxxxxxxxxxxx is Xxxxxxxxx.");
        without_names(declared, "limitless, Limitlessly", "limitless, Limitlessly");
        without_names(declared, "On Überkette, or free-chain", "On Xxxxxxxxxx, or Xxxxxxxxxx");
        without_names(declared, "quiet (Q2)", "quiet (Xx)");
        without_names("", "Limitless", "Limitless");
    }

    #[track_caller]
    fn check(source: &str) {
        for rule in ["hype-phrase", "inferred-cell", "bare-wrapper"] {
            check_marked(find(rule).expect("there is such a rule"), source);
        }
    }

    #[test]
    fn the_names_of_what_is_declared_claim_nothing() {
        check(
            r#"
chain limitless-chain "Infinitely Scalable Chain" { favors security }
technique trustless "Fully Trustless Vault" { costs performance }
project demo "Unstoppable Private Inference" {
  claim users { says "Unstoppable Private Inference has 40 users." }
#       ^^^^^ hint unplaced-claim
  claim dates { says "It has run on Infinitely Scalable Chain, that is limitless-chain, since May 2026." }
#       ^^^^^ hint unplaced-claim
  claim parts { says "Fully Trustless Vault is one of its parts." }
#       ^^^^^ hint unplaced-claim
  claim words { says "Its chain is infinitely scalable." }
#       ^^^^^ hint unplaced-claim
#                                  ^^^^^^^^^^^^^^^^^^^ hype-phrase
}
"#,
        );
    }

    #[test]
    fn addresses_code_and_quotations_claim_nothing() {
        check(
            r#"
project demo "Demo" {
  claim link { says "Read https://example.org/infinitely-scalable/private-inference-on-encrypted-data first." }
#       ^^^^ hint unplaced-claim
  claim code { says "Call `infinitely_scalable()`, then `fully trustless` and `prompts stay private`." }
#       ^^^^ hint unplaced-claim
  claim quote { says "Others say “infinitely scalable”, 'fully trustless' and \"prompts stay encrypted on your device\"." }
#       ^^^^^ hint unplaced-claim
}
"#,
        );
    }

    #[test]
    fn only_what_a_claim_says_is_read() {
        let hype = "Infinitely scalable and fully trustless; a zero-knowledge proof that the model ran.";
        let source = format!(
            r#"
matrix acme "Acme" extends standard {{
  about "{hype}"
  cell privacy + decentralization {{ strength strong verdict "{hype}" because "{hype}" holds-when "{hype}" ask "{hype}" }}
}}
technique vault "Vault" {{ serves privacy about "{hype}" ask "{hype}" conflicts-with "{hype}" "{hype}" "{hype}" }}
ceiling wall "Wall" {{ limits performance about "{hype}" }}
phrase "wonderful" vague {{ because "{hype}" instead "{hype}" }}
reference note "Note" {{ kind note about "{hype}" }}
property privacy "Privacy" {{ axis ai about "{hype}" }}
project demo "Demo" {{
  about "{hype}"
  judged-by acme
  claim kept: privacy + decentralization {{
    says     "No record leaves its hospital."
    using    vault
    evidence paper "https://arxiv.org/abs/1602.05629" 2016-02 "{hype}"
    metric   latency < 5 s "{hype}"
    caveat   missing-evidence "{hype}"
  }}
}}
"#
        );
        let report = report(&source);
        let of_words = |found: &&Diagnostic| matches!(found.rule.group, Group::Wording | Group::Synergy);
        let wording: Vec<_> = report.diagnostics.iter().filter(of_words).collect();
        assert!(wording.is_empty(), "{wording:#?}");
        assert!(report.claims.iter().all(|claim| claim.hype.is_empty()));
    }
}

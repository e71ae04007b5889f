//! Finding declarations in the whole workspace, by name and by what is made of them: `#weak`, `#stale`.

use super::declaration::Reports;
use super::references::Place;
use super::symbols::{SymbolKind, cells_of};
use crate::model::{FileId, Property, Snapshot, SourceFile, Strength};
use crate::rules::{self, JudgedClaim, Origin, Report, Rule, Verdict};
use crate::syntax::{Child, Declaration, Keyword};
use crate::text::{TextRange, TextSize};

/// So many are given at most: nobody reads more, and the next letter of the query leaves fewer.
const MOST: usize = 1_000;

/// A declaration that fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSymbol {
    /// Its name.
    pub name: String,
    /// What sort of thing it is.
    pub kind: SymbolKind,
    /// What it is in, and for a claim its cells and what is made of it.
    pub container: String,
    /// Its name in its file.
    pub place: Place,
}

/// What a word of a query that begins with `#` asks for.
#[derive(Clone, Copy, Debug)]
enum Filter {
    Kind(Keyword),
    Strength(Strength),
    Verdict(Verdict),
    Property(Property),
    Finding(&'static Rule),
    Hype,
    Inferred,
    Unplaced,
}

impl Filter {
    fn parse(word: &str) -> Option<Filter> {
        let word = word.to_lowercase();
        let short = match word.as_str() {
            "hype" => return Some(Filter::Hype),
            "inferred" => return Some(Filter::Inferred),
            "unplaced" => return Some(Filter::Unplaced),
            "stale" => "stale-evidence",
            "soft" => "soft-evidence",
            "missing" => "missing-evidence",
            "own" => "own-evidence",
            "unmeasured" => "unmeasured-claim",
            "straddling" => "straddling-cell",
            other => other,
        };
        let verdicts = [Verdict::Works, Verdict::Promising, Verdict::Speculative];
        let kind = || Keyword::from_word(&word).filter(|kind| *kind != Keyword::Use);
        Strength::from_word(&word)
            .map(Filter::Strength)
            .or_else(|| verdicts.into_iter().find(|verdict| verdict.as_str() == word).map(Filter::Verdict))
            .or_else(|| Property::from_word(&word).map(Filter::Property))
            .or_else(|| kind().map(Filter::Kind))
            .or_else(|| rules::find(short).map(Filter::Finding))
    }

    /// Whether only a judgement can tell; only claims are judged.
    fn is_judged(self) -> bool {
        !matches!(self, Filter::Kind(_))
    }

    fn fits_claim(self, claim: &JudgedClaim, report: &Report) -> bool {
        match self {
            Filter::Kind(kind) => kind == Keyword::Claim,
            Filter::Strength(strength) => {
                claim.cells.iter().filter_map(|cell| cell.rating.as_ref()).any(|rating| rating.strength == strength)
            }
            Filter::Verdict(verdict) => claim.verdict == Some(verdict),
            Filter::Property(property) => claim.cells.iter().any(|judged| {
                Property::Ai(judged.cell.ai) == property || Property::Chain(judged.cell.chain) == property
            }),
            Filter::Finding(rule) => {
                let from = report.diagnostics.partition_point(|found| found.range.start() < claim.range.start());
                let inside =
                    report.diagnostics[from..].iter().take_while(|found| found.range.start() < claim.range.end());
                inside.into_iter().any(|found| found.rule.name == rule.name)
            }
            Filter::Hype => !claim.hype.is_empty(),
            Filter::Inferred => claim.cells.iter().any(|cell| cell.origin == Origin::Inferred),
            Filter::Unplaced => claim.cells.is_empty(),
        }
    }
}

/// The declarations of the workspace that fit a query, the best first.
///
/// The query is words, all of which must fit: one with `#` before it asks for a strength, a verdict, a property, a kind
/// of declaration, a finding by its rule, or `#stale`, `#soft`, `#missing`, `#own`, `#unmeasured`, `#straddling`,
/// `#hype`, `#inferred`, `#unplaced`; any other is looked for in names, titles and projects, and may leave letters out. A
/// word with `#` that means nothing fits nothing.
pub fn find_symbols(snapshot: &Snapshot, query: &str, reports: Reports<'_>) -> Vec<FoundSymbol> {
    let mut search = Search { words: Vec::new(), filters: Vec::new(), found: Vec::new() };
    for word in query.split_whitespace() {
        match word.strip_prefix('#') {
            // The mark alone is a word that is being typed.
            Some("") => {}
            Some(word) => match Filter::parse(word) {
                Some(filter) => search.filters.push(filter),
                None => return Vec::new(),
            },
            None => search.words.push(word.to_lowercase()),
        }
    }
    let judged = search.filters.iter().any(|filter| filter.is_judged());
    for file in snapshot.files() {
        if judged {
            if let Some(report) = reports(file.id()) {
                search.claims(file, &report);
            }
        } else {
            search.declarations(file, file.tree().declarations(), TextSize::new(0), None);
        }
    }
    // All of the library, asked for by nobody, would hide the workspace.
    let asked_for = !search.words.is_empty() || !search.filters.is_empty();
    if asked_for && !judged {
        for file in snapshot.library().files() {
            search.declarations(file, file.tree().declarations(), TextSize::new(0), None);
        }
    }
    let mut found = search.found;
    found.sort_by(|(a, x), (b, y)| {
        let key = |score: &u32, symbol: &FoundSymbol| (*score, symbol.place.file.is_library());
        (key(a, x), &x.name, x.place.file, x.place.range.start()).cmp(&(
            key(b, y),
            &y.name,
            y.place.file,
            y.place.range.start(),
        ))
    });
    found.truncate(MOST);
    found.into_iter().map(|(_, symbol)| symbol).collect()
}

struct Search {
    words: Vec<String>,
    filters: Vec<Filter>,
    found: Vec<(u32, FoundSymbol)>,
}

impl Search {
    fn declarations(&mut self, file: &SourceFile, children: &[Child], base: TextSize, project: Option<&Declaration>) {
        for child in children {
            let (declaration, base) = (&*child.declaration, base + child.offset);
            let fits =
                self.filters.iter().all(|filter| matches!(filter, Filter::Kind(kind) if *kind == declaration.keyword));
            if fits {
                self.add(file.id(), declaration, base, project, None);
            }
            self.declarations(file, &declaration.children, base, Some(declaration));
        }
    }

    fn claims(&mut self, file: &SourceFile, report: &Report) {
        for claim in &report.claims {
            if self.filters.iter().all(|filter| filter.fits_claim(claim, report)) {
                let path = file.declarations_at(claim.selection.start());
                let around = path.iter().rev().nth(1).map(|(_, declaration)| &**declaration);
                if let Some((base, declaration)) = path.last() {
                    self.add(file.id(), declaration, *base, around, Some(claim));
                }
            }
        }
    }

    fn add(
        &mut self,
        file: FileId,
        declaration: &Declaration,
        base: TextSize,
        around: Option<&Declaration>,
        judged: Option<&JudgedClaim>,
    ) {
        let title = declaration.title_text().unwrap_or("");
        let name = match (declaration.keyword, &declaration.name, declaration.cells.first()) {
            (Keyword::Use | Keyword::Unknown, ..) => return,
            (Keyword::Cell, _, Some(cell)) => {
                let words: Vec<&str> = cell.words().map(|word| word.text.as_str()).collect();
                words.join(" + ")
            }
            (_, Some(name), _) => name.text.to_string(),
            (Keyword::Phrase, None, _) => title.to_owned(),
            _ => return,
        };
        let outer = around.and_then(|around| around.name.as_ref()).map_or("", |name| name.text.as_str());
        let Some(score) = self.score(&name, title, outer) else { return };
        let mut container = vec![outer.to_owned()];
        if declaration.keyword == Keyword::Claim {
            container.extend(cells_of(declaration, judged).into_iter().map(|(cell, _)| cell));
            container.extend(judged.and_then(|claim| claim.verdict).map(|verdict| verdict.to_string()));
        } else {
            container.push(title.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        container.retain(|part| !part.is_empty() && *part != name);
        let range: TextRange = declaration.selection() + base;
        self.found.push((
            score,
            FoundSymbol {
                name,
                kind: SymbolKind::Declaration(declaration.keyword),
                container: container.join(" · "),
                place: Place { file, range },
            },
        ));
    }

    /// How well something fits, less is better; nothing if it does not.
    fn score(&self, name: &str, title: &str, outer: &str) -> Option<u32> {
        let (name, title, outer) = (name.to_lowercase(), title.to_lowercase(), outer.to_lowercase());
        self.words.iter().try_fold(0, |sum, word| {
            let score = match name.find(word.as_str()) {
                Some(0) if name.len() == word.len() => 0,
                Some(0) => 1,
                Some(at) if !name[..at].ends_with(char::is_alphanumeric) => 2,
                Some(_) => 3,
                None if title.contains(word.as_str()) => 4,
                None if outer.contains(word.as_str()) => 5,
                None if is_subsequence(word, &name) => 6,
                None => return None,
            };
            Some(sum + score)
        })
    }
}

/// Whether the letters of a word occur in a name in their order.
fn is_subsequence(word: &str, name: &str) -> bool {
    let mut letters = name.chars();
    word.chars().all(|letter| letters.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};
    use crate::rules::check;
    use crate::rules::fixture::settings;
    use std::sync::Arc;

    const SPEC: &str = "\
use \"house.synergy\"
project relay \"Relay\" {
  claim instant: performance + decentralization {
    says     \"A model answers within 40 ms on machines that nobody runs alone.\"
    evidence benchmark \"https://bench.example/1\" 2023-10
    metric   latency < 40 ms
  }
  claim data-stays-home: privacy + decentralization {
    says     \"No record leaves its hospital.\"
    using    ours
    evidence paper \"https://arxiv.org/abs/1602.05629\" 2026-02
  }
}";
    const OTHER: &str = "\
project other \"Other\" {
  claim proved { says \"Every answer ships with a zero-knowledge proof that the right model produced it.\" }
}";

    #[track_caller]
    fn check_found(query: &str, expected: &[&str]) {
        let house = "technique ours \"Our averaging\" { serves privacy }";
        let Marked { snapshot, .. } = marked(&[("spec", SPEC), ("house", house), ("other", OTHER)]);
        let reports = |id: FileId| check(&snapshot, id, &settings()).map(Arc::new);
        let found = find_symbols(&snapshot, query, &reports);
        let own = found.iter().filter(|symbol| !symbol.place.file.is_library());
        assert_eq!(own.map(|symbol| symbol.name.as_str()).collect::<Vec<_>>(), expected, "{query}");
    }

    #[test]
    fn names_are_found_by_their_beginning_by_words_in_them_and_with_letters_left_out() {
        check_found("instant", &["instant"]);
        check_found("home", &["data-stays-home"]);
        check_found("dsh", &["data-stays-home"]);
        check_found("averaging", &["ours"]);
        check_found("relay data", &["data-stays-home"]);
        check_found("nothing-like-it", &[]);
        check_found("", &["data-stays-home", "instant", "other", "ours", "proved", "relay"]);
    }

    #[test]
    fn words_with_a_mark_ask_for_what_is_made_of_claims() {
        check_found("#weak", &["instant"]);
        check_found("#strong", &["data-stays-home", "proved"]);
        check_found("#speculative", &["instant"]);
        check_found("#works", &["data-stays-home"]);
        check_found("#promising", &["proved"]);
        check_found("#stale", &["instant"]);
        check_found("#inferred", &["proved"]);
        check_found("#weak-synergy", &["instant"]);
        check_found("#decentralization", &["data-stays-home", "instant"]);
        check_found("#project", &["other", "relay"]);
    }

    #[test]
    fn words_of_both_sorts_must_all_fit() {
        check_found("#strong home", &["data-stays-home"]);
        check_found("#strong #weak", &[]);
        check_found("#technique ours", &["ours"]);
        check_found("#claim #privacy", &["data-stays-home"]);
    }

    #[test]
    fn a_marked_word_that_means_nothing_finds_nothing() {
        check_found("#wea", &[]);
        check_found("#nonsense instant", &[]);
        check_found("# instant", &["instant"]);
    }

    #[test]
    fn a_claim_tells_its_project_its_cell_and_its_verdict() {
        let Marked { snapshot, .. } = marked(&[("spec", SPEC)]);
        let reports = |id: FileId| check(&snapshot, id, &settings()).map(Arc::new);
        let found = find_symbols(&snapshot, "#weak", &reports);
        assert_eq!(found[0].container, "relay · performance + decentralization · speculative");
    }

    #[test]
    fn the_library_is_found_by_name_and_comes_last() {
        let Marked { snapshot, .. } = marked(&[("spec", "technique zkml-own \"Own\" { }")]);
        let found = find_symbols(&snapshot, "zkml", &|_| None);
        let names: Vec<&str> = found.iter().map(|symbol| symbol.name.as_str()).collect();
        assert_eq!(names.first(), Some(&"zkml"), "it fits best");
        assert!(names.contains(&"zkml-own"), "{names:?}");
        assert!(find_symbols(&snapshot, "", &|_| None).iter().all(|symbol| !symbol.place.file.is_library()));
    }
}

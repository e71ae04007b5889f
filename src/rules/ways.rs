//! What would make a claim hold: the table of verdicts, turned round.
//!
//! Nothing is read off the table. What could be added is filled in, the claim is judged as it would then be written, by
//! the same steps as all claims, and the smallest additions that raise the verdict are kept. What an editor offers to
//! write is the same with the fields left empty, which by itself raises nothing.

use super::claim::{JudgedClaim, is_measured, support};
use super::diagnostic::{Fix, FixClass};
use super::evidence::best_kind;
use super::fixes::Trial;
use super::scaffold::{ELLIPSIS, blank, insert_fields};
use super::settings::Settings;
use super::verdict::{Support, Verdict, weight};
use crate::model::schema::SOLID_EVIDENCE;
use crate::model::{AiProperty, Cell, ChainProperty, FileId, Snapshot, SourceFile};
use crate::syntax::{Date, Declaration, Field, Keyword, Value};
use crate::text::{Text, TextEdit, TextRange, TextSize};
use std::sync::Arc;

/// Something that a claim lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Addition {
    /// Evidence that can be checked.
    Evidence,
    /// A metric.
    Metric,
    /// A technique that its weakest cell asks for.
    Mitigation,
    /// Words that promise no more than can be checked.
    Wording,
}

impl Addition {
    const ALL: [Addition; 4] = [Addition::Evidence, Addition::Metric, Addition::Mitigation, Addition::Wording];
}

/// A way to a better verdict.
#[derive(Clone, Debug)]
pub struct Way {
    /// What is to be added; none of it can be left out.
    pub additions: Vec<Addition>,
    /// The verdict that the claim would then have.
    pub verdict: Verdict,
    /// What to do, as one would tell somebody to do it.
    pub title: String,
    /// Writes what is to be added, for the author to fill; nothing where it waits to be filled already.
    pub fix: Option<Fix>,
}

/// The smallest additions that would raise the verdict on a claim of a file, the fewest first. None for a claim that
/// is in no cell, and for one that nothing of the kind can help: one whose numbers contradict each other, say.
pub fn ways(snapshot: &Snapshot, id: FileId, claim: &JudgedClaim) -> Vec<Way> {
    let Some(now) = claim.verdict.filter(|verdict| *verdict < Verdict::Works) else { return Vec::new() };
    let Some(file) = snapshot.file(id) else { return Vec::new() };
    let path = file.declarations_at(claim.range.start());
    let found = path.iter().rfind(|(base, it)| it.keyword == Keyword::Claim && *base == claim.range.start());
    let Some((base, declaration)) = found else { return Vec::new() };
    let project = path.iter().find(|(_, declaration)| declaration.keyword == Keyword::Project);
    let settings = verdict_settings();
    let Some(trial) = Trial::new(snapshot, &settings, id, project.map(|(_, project)| &**project)) else {
        return Vec::new();
    };
    let Some(case) = Case::new(file, claim, *base, declaration, &trial) else { return Vec::new() };
    let lacking: Vec<Addition> = Addition::ALL.into_iter().filter(|addition| case.lacks(*addition)).collect();
    let mut ways: Vec<Way> = Vec::new();
    let mut sets: Vec<u32> = (1..1u32 << lacking.len()).collect();
    sets.sort_by_key(|set| (set.count_ones(), *set));
    for set in sets {
        let chosen = lacking.iter().enumerate().filter(|(index, _)| set & (1 << index) != 0);
        let additions: Vec<Addition> = chosen.map(|(_, addition)| *addition).collect();
        let Some(verdict) = case.verdict_with(&additions).filter(|verdict| *verdict > now) else { continue };
        let part = |way: &Way| way.additions.iter().all(|addition| additions.contains(addition));
        // More than is needed for as much.
        if ways.iter().any(|way| way.verdict >= verdict && part(way)) {
            continue;
        }
        let title = case.title(&additions, verdict);
        let fix = case.scaffold(&additions).map(|edits| Fix {
            title: title.clone(),
            class: FixClass::Meaning,
            preferred: false,
            edits,
        });
        ways.push(Way { additions, verdict, title, fix });
    }
    ways
}

/// How a claim that is written so would stand in a project of a file.
pub fn judge_elsewhere(snapshot: &Snapshot, id: FileId, project: &Declaration, claim: &str) -> Option<JudgedClaim> {
    Trial::new(snapshot, &verdict_settings(), id, Some(project))?.judge(Text::new(claim))
}

/// A verdict rests on no level and on no day: what rules find counts before anybody chooses how grave it is, and what
/// can grow old lowers none.
fn verdict_settings() -> Settings {
    Settings::new(Date { year: 1, month: None, day: None })
}

/// A claim to be tried.
struct Case<'a> {
    text: &'a Text,
    claim: &'a JudgedClaim,
    base: TextSize,
    declaration: &'a Arc<Declaration>,
    trial: &'a Trial<'a>,
    /// The text of the claim by itself.
    own: Text,
    /// The cell that counts: the weakest.
    cell: Cell,
    /// What that cell asks for, but for what would contradict the claim's other techniques.
    need: Option<String>,
    mitigated: bool,
}

impl<'a> Case<'a> {
    fn new(
        file: &'a SourceFile,
        claim: &'a JudgedClaim,
        base: TextSize,
        declaration: &'a Arc<Declaration>,
        trial: &'a Trial<'a>,
    ) -> Option<Case<'a>> {
        let rated = claim.cells.iter().filter_map(|judged| Some((judged.cell, judged.rating.as_ref()?)));
        let (cell, rating) = rated.max_by_key(|(_, rating)| weight(rating))?;
        let needs: Vec<&str> = rating.entry.declaration.field_names("needs").map(|(need, _)| need.as_str()).collect();
        let mitigated = declaration.field_names("using").any(|(used, _)| needs.contains(&used.as_str()));
        let own = Text::new(&file.text().slice(claim.range));
        let mut case = Case { text: file.text(), claim, base, declaration, trial, own, cell, need: None, mitigated };
        if !mitigated {
            // One that fights with what the claim uses helps nothing.
            let fits = |need: &&&str| {
                let edits = case.filled(&[Addition::Mitigation], Some(need));
                let judged = edits.and_then(|edits| trial.judge(case.own.apply(&edits)));
                judged.is_some_and(|judged| judged.row.is_some_and(|row| row.number != 1))
            };
            case.need = needs.iter().find(fits).map(|need| (*need).to_owned());
        }
        Some(case)
    }

    fn lacks(&self, addition: Addition) -> bool {
        match addition {
            Addition::Evidence => support(self.declaration) < Support::Solid,
            Addition::Metric => !is_measured(self.declaration),
            Addition::Mitigation => !self.mitigated && self.need.is_some(),
            Addition::Wording => !self.claim.hype.is_empty() || !self.claim.unsaid.is_empty(),
        }
    }

    /// What would be made of the claim with all this filled in; nothing if it would be another claim then, in other
    /// cells.
    fn verdict_with(&self, additions: &[Addition]) -> Option<Verdict> {
        let edits = self.filled(additions, self.need.as_deref())?;
        let judged = self.trial.judge(self.own.apply(&edits))?;
        let same = judged.cells.len() == self.claim.cells.len()
            && judged.cells.iter().all(|cell| self.claim.cells.iter().any(|before| before.cell == cell.cell));
        judged.verdict.filter(|_| same)
    }

    /// The edits of the claim's own text that fill in what is added.
    fn filled(&self, additions: &[Addition], need: Option<&str>) -> Option<Vec<TextEdit>> {
        let mut edits = Vec::new();
        let mut fields = Vec::new();
        for addition in additions {
            // What waits to be filled is filled; else it is added.
            let (name, value) = match addition {
                Addition::Evidence => ("evidence", format!("{} \"https://example.org/\"", best_kind(Some(self.cell)))),
                // No limit of a chain or a ceiling is called so, and nothing that the claim says of itself.
                Addition::Metric => ("metric", "what-was-measured = 1".to_owned()),
                Addition::Mitigation => ("using", need?.to_owned()),
                Addition::Wording => {
                    edits.extend(self.overstated().map(|range| TextEdit::delete(range - self.base)));
                    continue;
                }
            };
            match self.waiting(name) {
                Some(range) if name == "evidence" => edits.push(TextEdit::replace(range, "\"https://example.org/\"")),
                Some(range) => edits.push(TextEdit::replace(range, value)),
                None => fields.push(format!("{name} {value}")),
            }
        }
        if !fields.is_empty() {
            edits.push(insert_fields(&self.own, TextSize::new(0), self.declaration, &fields)?);
        }
        Some(edits)
    }

    /// The edits of the file that write what is to be added, empty.
    fn scaffold(&self, additions: &[Addition]) -> Option<Vec<TextEdit>> {
        let mut edits = Vec::new();
        let mut fields = Vec::new();
        for addition in additions {
            let field = match addition {
                Addition::Evidence => ("evidence", format!("evidence {} \"\"", best_kind(Some(self.cell)))),
                Addition::Metric => ("metric", "metric \"\"".to_owned()),
                Addition::Mitigation => ("using", "using \"\"".to_owned()),
                Addition::Wording => {
                    let unsaid = |range: &TextRange| self.claim.unsaid.contains(range);
                    let overstated = self.overstated().filter(|range| !unsaid(range));
                    edits.extend(overstated.map(|range| TextEdit::replace(range, self.ellipsis(range))));
                    continue;
                }
            };
            if self.waiting(field.0).is_none() {
                fields.push(field.1);
            }
        }
        if !fields.is_empty() {
            edits.push(insert_fields(self.text, self.base, self.declaration, &fields)?);
        }
        (!edits.is_empty()).then_some(edits)
    }

    /// An ellipsis that stands for a word, whatever it is put between.
    fn ellipsis(&self, range: TextRange) -> String {
        let one = TextSize::new(4);
        let before = self.text.slice(TextRange::new(range.start().checked_sub(one).unwrap_or_default(), range.start()));
        let after = self.text.slice(TextRange::new(range.end(), range.end() + one));
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let space = |word: bool| if word { " " } else { "" };
        format!("{}{ELLIPSIS}{}", space(word(before.chars().next_back())), space(word(after.chars().next())))
    }

    /// The words that promise more than can be checked, and what is not said yet. None overlaps another.
    fn overstated(&self) -> impl Iterator<Item = TextRange> + use<> {
        let hype = self.claim.hype.iter().map(|found| found.range);
        let mut ranges: Vec<TextRange> = hype.chain(self.claim.unsaid.iter().copied()).collect();
        ranges.sort_by_key(|range| (range.start(), range.end()));
        let mut apart: Vec<TextRange> = Vec::new();
        for range in ranges {
            match apart.last_mut() {
                Some(last) if last.end() > range.start() => *last = last.cover(range),
                _ => apart.push(range),
            }
        }
        apart.into_iter()
    }

    /// The empty value of a field that waits to be filled. Its range counts from the claim.
    fn waiting(&self, name: &str) -> Option<TextRange> {
        // Filled evidence of another kind could still not be checked.
        let solid = |field: &&Field| {
            let kind = field.values.first().and_then(Value::as_name);
            name != "evidence" || kind.is_some_and(|kind| SOLID_EVIDENCE.contains(&kind.as_str()))
        };
        self.declaration.fields_named(name).filter(solid).find_map(blank).map(|value| value.range)
    }

    fn title(&self, additions: &[Addition], verdict: Verdict) -> String {
        let mut added = Vec::new();
        let mut filled = Vec::new();
        let mut narrower = false;
        for addition in additions {
            let (field, what) = match addition {
                Addition::Evidence => ("evidence", self.evidence()),
                Addition::Metric => ("metric", self.measure()),
                Addition::Mitigation => ("using", "a technique that mitigates it"),
                Addition::Wording => {
                    narrower = true;
                    continue;
                }
            };
            if self.waiting(field).is_some() { &mut filled } else { &mut added }.push(what);
        }
        let mut steps = Vec::new();
        for (verb, what) in [("add", added), ("fill in", filled)] {
            match &what[..] {
                [] => {}
                [one] => steps.push(format!("{verb} {one}")),
                [before @ .., last] => steps.push(format!("{verb} {} and {last}", before.join(", "))),
            }
        }
        if narrower {
            steps.push("say no more than can be checked".to_owned());
        }
        let steps = steps.join("; ");
        let mut letters = steps.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
        format!("{first}{} → {verdict}", letters.as_str())
    }

    fn evidence(&self) -> &'static str {
        match best_kind(Some(self.cell)) {
            "audit" => "an audit that others can read",
            "code" => "code that others can check",
            _ => "a benchmark that others can run",
        }
    }

    fn measure(&self) -> &'static str {
        match (self.cell.ai, self.cell.chain) {
            (AiProperty::Performance, ChainProperty::Decentralization) => "a measured latency bound",
            (AiProperty::Performance, _) | (_, ChainProperty::Scalability) => "a measured throughput",
            (AiProperty::Privacy, _) => "a measured bound on what leaks or what it costs",
            (AiProperty::Verifiability, _) => "a measured bound on what a check costs",
        }
    }
}

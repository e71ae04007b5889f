//! Judging a file: the one call behind the command line and the server.

use super::caveat_fix::{caveat, place};
use super::caveats;
use super::claim::{self, JudgedClaim, Readers};
use super::context::{ClaimContext, DeclarationContext, FileContext, FixContext, ProjectContext};
use super::diagnostic::{Diagnostic, Fix, FixClass, Level};
use super::fingerprint::{Fingerprint, fingerprints};
use super::rule::{Group, Mending, Rule, Run};
use super::said::Said;
use super::settings::Settings;
use crate::model::{FileId, Matrix, Scope, Snapshot, SourceFile};
use crate::syntax::{Child, Declaration, Keyword};
use crate::text::{Text, TextEdit, TextRange, TextSize};
use std::sync::Arc;

/// What was found in one version of one file.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file.
    pub file: FileId,
    /// The version of its text, if an editor gave it one.
    pub version: Option<i32>,
    /// The findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What was found and is in the baseline, and what it is known by there.
    pub hidden: Vec<(Fingerprint, Diagnostic)>,
    /// The claims, in the order of the text.
    pub claims: Vec<JudgedClaim>,
}

/// Slips, which are findings on how a file is written and what its names stand for, that are kept of a file at most.
/// What is no spec at all has one a line or more, and nobody reads them. What is judged is never cut.
pub(super) const MOST_SLIPS: usize = 1_000;

/// Judges a file. Nothing for a file that the snapshot does not have.
pub fn check(snapshot: &Snapshot, id: FileId, settings: &Settings) -> Option<Report> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let readers = Readers::of(&scope);
    let mut judge = Judge {
        snapshot,
        settings,
        file,
        scope: &scope,
        readers: &readers,
        diagnostics: Vec::new(),
        slips: Slips::default(),
        claims: Vec::new(),
    };
    for rule in super::all() {
        let Run::File(run) = rule.run else { continue };
        if let Some(found) = judge.slips.place(rule, settings, &mut judge.diagnostics) {
            run(&mut FileContext { snapshot, file, rule, found });
            judge.slips.shorten(rule, settings);
        }
    }
    let standard = snapshot.judging_matrix(&scope, None);
    for child in file.tree().declarations() {
        judge.declaration(child, TextSize::new(0), None, &standard);
    }
    let Judge { mut diagnostics, slips: Slips { syntax, names, mut cut }, mut claims, .. } = judge;
    diagnostics.extend(syntax);
    diagnostics.extend(names);
    diagnostics.retain_mut(|diagnostic| match settings.level(diagnostic.rule, diagnostic.level) {
        Some(level) => {
            diagnostic.level = level;
            true
        }
        None => false,
    });
    let in_order = |a: &Diagnostic, b: &Diagnostic| {
        (a.range.start(), a.range.end(), a.rule.name).cmp(&(b.range.start(), b.range.end(), b.rule.name))
    };
    diagnostics.sort_by(in_order);
    let mut kept = 0;
    diagnostics.retain(|diagnostic| {
        kept += usize::from(is_slip(diagnostic.rule));
        let keep = kept <= MOST_SLIPS || !is_slip(diagnostic.rule);
        if !keep {
            cut.add(diagnostic.rule, diagnostic.range, diagnostic.level);
        }
        keep
    });
    let hidden = hide(file, settings, &mut diagnostics);
    if let Some(told) = cut.told() {
        diagnostics.push(told);
        diagnostics.sort_by(in_order);
    }
    claims.sort_by_key(|claim| claim.range.start());
    Some(Report { file: id, version: file.version(), diagnostics, hidden, claims })
}

/// Takes out what is in the baseline.
fn hide(file: &SourceFile, settings: &Settings, found: &mut Vec<Diagnostic>) -> Vec<(Fingerprint, Diagnostic)> {
    let Some(baseline) = settings.baseline().filter(|baseline| !baseline.entries().is_empty()) else {
        return Vec::new();
    };
    let prints = fingerprints(file, found);
    let mut hidden = Vec::new();
    let mut shown = Vec::with_capacity(found.len());
    for (diagnostic, print) in std::mem::take(found).into_iter().zip(prints) {
        if baseline.hides(print) {
            hidden.push((print, diagnostic));
        } else {
            shown.push(diagnostic);
        }
    }
    *found = shown;
    hidden
}

struct Judge<'a> {
    snapshot: &'a Snapshot,
    settings: &'a Settings,
    file: &'a SourceFile,
    scope: &'a Scope,
    readers: &'a Readers,
    diagnostics: Vec<Diagnostic>,
    slips: Slips,
    claims: Vec<JudgedClaim>,
}

/// Whether the findings of a rule are slips.
fn is_slip(rule: &Rule) -> bool {
    matches!(rule.group, Group::Syntax | Group::Names)
}

/// The slips that were found so far: of each group no more than may be shown in the end.
#[derive(Default)]
struct Slips {
    syntax: Vec<Diagnostic>,
    names: Vec<Diagnostic>,
    cut: Cut,
}

impl Slips {
    /// Where a rule puts what it finds: here if these are slips, else with the others. Nothing if the rule need not
    /// run: slips of a rule that is off take no place from those that are shown.
    fn place<'a>(
        &'a mut self,
        rule: &Rule,
        settings: &Settings,
        others: &'a mut Vec<Diagnostic>,
    ) -> Option<&'a mut Vec<Diagnostic>> {
        match rule.group {
            Group::Syntax | Group::Names if settings.is_off(rule) => None,
            Group::Syntax => Some(&mut self.syntax),
            Group::Names => Some(&mut self.names),
            _ => Some(others),
        }
    }

    /// Lets go of what a rule found too much.
    fn shorten(&mut self, rule: &'static Rule, settings: &Settings) {
        for slips in [&mut self.syntax, &mut self.names] {
            if slips.len() <= MOST_SLIPS {
                continue;
            }
            for slip in slips.drain(MOST_SLIPS..) {
                self.cut.add(rule, slip.range, settings.level(rule, slip.level).unwrap_or(slip.level));
            }
            slips.shrink_to_fit();
        }
    }
}

/// What was cut off.
#[derive(Default)]
struct Cut {
    /// For each rule, the number of its slips and where the first of them is.
    by_rule: Vec<(&'static Rule, usize, TextRange)>,
    /// The gravest level among them. What stands for them all fails a run if one of them would have.
    level: Option<Level>,
}

impl Cut {
    fn add(&mut self, rule: &'static Rule, range: TextRange, level: Level) {
        self.level = self.level.max(Some(level));
        match self.by_rule.iter_mut().find(|(known, ..)| *known == rule) {
            Some((_, count, first)) => {
                *count += 1;
                if range.start() < first.start() {
                    *first = range;
                }
            }
            None => self.by_rule.push((rule, 1, range)),
        }
    }

    /// The finding that stands for all that were cut off: one of the rule that must be seen to first, in the place of
    /// the first one of that rule, so that its fixes are those of that one.
    fn told(self) -> Option<Diagnostic> {
        let level = self.level?;
        let all: usize = self.by_rule.iter().map(|(_, count, _)| count).sum();
        let first = self.by_rule.into_iter().max_by_key(|(rule, count, _)| (rule.group == Group::Syntax, *count));
        let (rule, _, range) = first?;
        let are = if all == 1 { "finding in this file is" } else { "findings in this file are" };
        Some(Diagnostic {
            rule,
            level,
            range,
            message: format!("… and {} more {are} not shown; mend these first.", thousands(all)),
            related: Vec::new(),
            tag: None,
            claim: None,
            factor: None,
            cell: None,
            instead: None,
            edit: None,
            is_rest: true,
        })
    }
}

/// A number with a comma between thousands.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

impl Judge<'_> {
    fn declaration(&mut self, child: &Child, base: TextSize, around: Option<&Declaration>, matrix: &Matrix) {
        let declaration = &*child.declaration;
        let base = base + child.offset;
        let own_matrix = (declaration.keyword == Keyword::Project)
            .then(|| self.snapshot.judging_matrix(self.scope, Some(declaration)));
        let matrix = own_matrix.as_deref().unwrap_or(matrix);
        let before = self.diagnostics.len();
        self.each_declaration(declaration, base);
        if declaration.keyword == Keyword::Claim {
            let claim = self.judged(declaration, base, around, matrix, before);
            self.claims.push(claim);
        }
        let first_claim = self.claims.len();
        for inner in &declaration.children {
            self.declaration(inner, base, Some(declaration), matrix);
        }
        if declaration.keyword == Keyword::Project {
            self.project(declaration, base, first_claim);
        }
        caveats::apply(declaration, base, self.settings, &mut self.diagnostics, before);
    }

    /// Runs the rules that look at any declaration.
    fn each_declaration(&mut self, declaration: &Declaration, base: TextSize) {
        for rule in super::all() {
            let Run::Declaration(run) = rule.run else { continue };
            let (file, scope) = (self.file, self.scope);
            if let Some(found) = self.slips.place(rule, self.settings, &mut self.diagnostics) {
                run(&mut DeclarationContext { file, scope, declaration, base, rule, found });
                self.slips.shorten(rule, self.settings);
            }
        }
    }

    /// Judges a claim, whose findings so far are those from `before` on.
    fn judged(
        &mut self,
        declaration: &Declaration,
        base: TextSize,
        project: Option<&Declaration>,
        matrix: &Matrix,
        before: usize,
    ) -> JudgedClaim {
        let said = self.readers.names.said(declaration);
        let mut claim = claim::judge(declaration, &said, base, project, matrix, self.readers);
        self.claim(declaration, base, &said, project, matrix, &claim);
        claim.decide(declaration, self.scope, &self.diagnostics[before..]);
        claim
    }

    fn claim(
        &mut self,
        declaration: &Declaration,
        base: TextSize,
        said: &[Said<'_>],
        project: Option<&Declaration>,
        matrix: &Matrix,
        claim: &JudgedClaim,
    ) {
        for rule in super::all() {
            if let Run::Claim(run) = rule.run {
                let (file, scope, found) = (self.file, self.scope, &mut self.diagnostics);
                let of = DeclarationContext { file, scope, declaration, base, rule, found };
                run(&mut ClaimContext { of, settings: self.settings, matrix, project, claim, said });
            }
        }
    }

    fn project(&mut self, declaration: &Declaration, base: TextSize, first_claim: usize) {
        let declared = declaration.children.iter().map(|child| &*child.declaration);
        let declared = declared.filter(|inner| inner.keyword == Keyword::Claim);
        let claims: Vec<_> = declared.zip(&self.claims[first_claim..]).collect();
        for rule in super::all() {
            if let Run::Project(run) = rule.run {
                let (file, scope, found) = (self.file, self.scope, &mut self.diagnostics);
                let of = DeclarationContext { file, scope, declaration, base, rule, found };
                run(&mut ProjectContext { of, claims: &claims });
            }
        }
    }
}

/// A place where a claim stands, to judge there what it could say instead.
pub(super) struct Trial<'a> {
    snapshot: &'a Snapshot,
    settings: &'a Settings,
    file: &'a SourceFile,
    scope: Scope,
    readers: Readers,
    project: Option<&'a Declaration>,
    /// The matrix that judges there.
    pub(super) matrix: Arc<Matrix>,
}

impl<'a> Trial<'a> {
    /// A place in a project of a file; nothing for a file that the snapshot does not have.
    pub(super) fn new(
        snapshot: &'a Snapshot,
        settings: &'a Settings,
        id: FileId,
        project: Option<&'a Declaration>,
    ) -> Option<Trial<'a>> {
        let (file, scope) = (snapshot.file(id)?, snapshot.scope(id)?);
        let (readers, matrix) = (Readers::of(&scope), snapshot.judging_matrix(&scope, project));
        Some(Trial { snapshot, settings, file, scope, readers, project, matrix })
    }

    /// Judges a claim that is written so, by the same steps as all claims.
    pub(super) fn judge(&self, claim: Text) -> Option<JudgedClaim> {
        let file = self.file.with_text(claim);
        let child = file.tree().declarations().iter().find(|child| child.declaration.keyword == Keyword::Claim)?;
        let mut judge = Judge {
            snapshot: self.snapshot,
            settings: self.settings,
            file: &file,
            scope: &self.scope,
            readers: &self.readers,
            diagnostics: Vec::new(),
            slips: Slips::default(),
            claims: Vec::new(),
        };
        judge.each_declaration(&child.declaration, child.offset);
        Some(judge.judged(&child.declaration, child.offset, self.project, &self.matrix, 0))
    }
}

/// Ways to mend a finding of that file.
pub fn fixes(file: &SourceFile, diagnostic: &Diagnostic) -> Vec<Fix> {
    let mut fixes = known_fixes(diagnostic);
    let rule = diagnostic.rule;
    let path = file.declarations_at(diagnostic.range.start());
    if let Mending::OnRequest(fix) = rule.fix {
        let declaration = path.last().map(|(base, declaration)| (*base, &**declaration));
        fixes.extend(fix(&FixContext { file, diagnostic, declaration }));
    }
    if rule.group.takes_caveats() {
        let declaration = place(&path, diagnostic).map(|(base, declaration)| (base, &**declaration));
        let caveats = caveat(&FixContext { file, diagnostic, declaration });
        for caveat in caveats {
            if fixes.iter().all(|fix| fix.title != caveat.title) {
                fixes.push(caveat);
            }
        }
    }
    fixes
}

/// The fixes of a finding that change nothing of what the spec says: those that can be applied unseen.
pub fn safe_fixes(file: &SourceFile, diagnostic: &Diagnostic) -> Vec<Fix> {
    // What is a matter of judgement has no safe fix but one that came with the finding.
    let fixes =
        if diagnostic.rule.group.takes_caveats() { known_fixes(diagnostic) } else { self::fixes(file, diagnostic) };
    fixes.into_iter().filter(|fix| fix.class != FixClass::Meaning && fix.preferred).collect()
}

/// The fixes that came with a finding.
pub(super) fn known_fixes(diagnostic: &Diagnostic) -> Vec<Fix> {
    let mut fixes = Vec::new();
    if let Some(instead) = &diagnostic.instead {
        // Other wording says something else.
        let (class, written) = match diagnostic.rule.group {
            Group::Wording => (FixClass::Meaning, instead.replace('\\', "\\\\").replace('"', "\\\"")),
            _ => (FixClass::Spelling, instead.clone()),
        };
        fixes.push(Fix {
            title: format!("Write `{instead}`"),
            class,
            preferred: class != FixClass::Meaning,
            edits: vec![TextEdit::replace(diagnostic.range, written)],
        });
    }
    if let Some((title, edit)) = &diagnostic.edit {
        fixes.push(Fix { title: title.clone(), class: FixClass::Layout, preferred: true, edits: vec![edit.clone()] });
    }
    fixes
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{report, settings, snapshot};
    use super::super::{Level, Report};
    use super::{MOST_SLIPS, check};

    fn of(report: &Report, rule: &str) -> usize {
        report.diagnostics.iter().filter(|found| found.rule.name == rule).count()
    }

    #[test]
    fn of_very_many_syntax_errors_the_first_are_shown_and_the_rest_is_counted() {
        let report = report(&"}\n".repeat(MOST_SLIPS + 4321));
        assert_eq!(report.diagnostics.len(), MOST_SLIPS + 1);
        let last = report.diagnostics.last().expect("there are some");
        assert_eq!(last.message, "… and 4,321 more findings in this file are not shown; mend these first.");
        assert_eq!((last.rule.name, last.level), ("syntax-error", Level::Error));
        assert_eq!(u32::from(last.range.start()), 2 * MOST_SLIPS as u32);
    }

    #[test]
    fn a_wrong_name_before_very_many_syntax_errors_is_shown() {
        let source = format!("project demo \"Demo\" {{ runs-on etherium }}\n{}", "}\n".repeat(MOST_SLIPS));
        let report = report(&source);
        assert_eq!(report.diagnostics.first().map(|found| found.rule.name), Some("unknown-name"));
        let last = report.diagnostics.last().expect("there are some");
        assert_eq!(last.message, "… and 1 more finding in this file is not shown; mend these first.");
        assert_eq!(report.diagnostics.len(), MOST_SLIPS + 1);
    }

    #[test]
    fn what_is_judged_is_shown_whole_beside_very_many_wrong_names() {
        let names: Vec<String> = (0..MOST_SLIPS + 500).map(|n| format!("strange{n}")).collect();
        let claims: String = (0..MOST_SLIPS + 500)
            .map(|n| format!("  claim c{n}: performance + decentralization {{ says \"Fast anywhere.\" }}\n"))
            .collect();
        let source = format!("project demo \"Demo\" {{\n  runs-on {}\n{claims}}}\n", names.join(", "));
        let report = report(&source);
        assert_eq!(of(&report, "weak-synergy"), MOST_SLIPS + 500);
        assert_eq!(of(&report, "unknown-name"), MOST_SLIPS + 1);
        let told: Vec<&str> = report.diagnostics.iter().map(|found| found.message.as_str()).collect();
        assert!(told.contains(&"… and 500 more findings in this file are not shown; mend these first."));
        assert!(told.iter().all(|message| !message.is_empty()));
    }

    #[test]
    fn a_rule_that_is_off_takes_no_place_among_the_findings_that_are_shown() {
        let names: Vec<String> = (0..MOST_SLIPS + 500).map(|n| format!("strange{n}")).collect();
        let source = format!("project demo \"Demo\" {{\n  runs-on {}\n}}\n}}\n", names.join(", "));
        let (snapshot, id) = snapshot(&source);
        let mut settings = settings();
        settings.choose("unknown-name", None);
        let report = check(&snapshot, id, &settings).expect("the file is there");
        let rules: Vec<&str> = report.diagnostics.iter().map(|found| found.rule.name).collect();
        assert_eq!(rules, ["syntax-error"]);
    }
}

//! What changed in one claim.

use super::facts::{CaveatFacts, ClaimFacts, EvidenceFacts, MetricFacts};
use super::figures::{Moved, moved, side};
use super::words::softened;
use super::{Change, ChangeKind as Kind, Effect, Matched};

/// What changed between two versions of a claim, the gravest first; nothing if it is as it was.
pub(super) fn between(
    before: Option<&ClaimFacts>,
    after: Option<&ClaimFacts>,
    matched: Option<Matched>,
) -> Vec<Change> {
    let mut changes = Changes(Vec::new());
    match (before, after) {
        (Some(before), Some(after)) => changes.compare(before, after, matched),
        (Some(before), None) => {
            changes.add(Kind::Removed, Effect::Weakened, "the claim is gone".to_owned());
            changes.with(Some(&before.says), None);
        }
        (None, Some(after)) => {
            let verdict = after.verdict.map_or("no verdict", |verdict| verdict.as_str());
            changes.add(Kind::Added, Effect::Noted, format!("the claim is new: {verdict}, {}", after.cells_shown()));
            changes.with(None, Some(&after.says));
        }
        (None, None) => {}
    }
    let mut changes = changes.0;
    changes.sort_by_key(|change| change.effect);
    changes
}

struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, kind: Kind, effect: Effect, message: String) {
        self.0.push(Change { kind, effect, message, before: None, after: None });
    }

    /// Gives the texts of the change that was added last.
    fn with(&mut self, before: Option<&str>, after: Option<&str>) {
        if let Some(last) = self.0.last_mut() {
            let text = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
            (last.before, last.after) = (text(before), text(after));
        }
    }

    fn compare(&mut self, before: &ClaimFacts, after: &ClaimFacts, matched: Option<Matched>) {
        self.verdict(before, after);
        self.words(before, after);
        self.evidence(before, after);
        self.metrics(before, after);
        self.name(before, after, matched);
        self.cells(before, after);
        self.caveats(before, after);
        self.techniques(before, after);
    }

    fn verdict(&mut self, before: &ClaimFacts, after: &ClaimFacts) {
        match (before.verdict, after.verdict) {
            (old, new) if old == new => {}
            (Some(old), Some(new)) if new < old => {
                self.add(Kind::VerdictFell, Effect::Worse, format!("the verdict fell from {old} to {new}"));
            }
            (Some(old), Some(new)) => {
                self.add(Kind::VerdictRose, Effect::Better, format!("the verdict rose from {old} to {new}"));
            }
            (Some(old), None) => {
                let why = if after.cells.is_empty() { "it is in no cell" } else { "no cell of it is rated" };
                self.add(Kind::VerdictFell, Effect::Worse, format!("it was {old} and is judged no longer: {why}"));
            }
            (None, Some(new)) => self.add(Kind::VerdictRose, Effect::Noted, format!("it is judged now: {new}")),
            (None, None) => {}
        }
    }

    fn words(&mut self, before: &ClaimFacts, after: &ClaimFacts) {
        let softened = softened(before, after);
        let told = !softened.is_empty();
        if told {
            self.add(Kind::Softened, Effect::Weakened, softened.join("; "));
            self.with(Some(&before.says), Some(&after.says));
        }
        let quoted =
            |claim: &ClaimFacts| claim.hype.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ");
        match (before.hype.is_empty(), after.hype.is_empty()) {
            (true, false) => {
                let message = format!("its words now say more than can be checked: {}", quoted(after));
                self.add(Kind::Hyped, Effect::Worse, message);
            }
            (false, true) => {
                let message = format!("its words say no more than can be checked; gone: {}", quoted(before));
                self.add(Kind::Cleared, Effect::Better, message);
            }
            _ => {}
        }
        if !told && before.says != after.says {
            self.add(Kind::Reworded, Effect::Noted, "it is said in other words".to_owned());
            self.with(Some(&before.says), Some(&after.says));
        }
    }

    fn evidence(&mut self, before: &ClaimFacts, after: &ClaimFacts) {
        let address = |evidence: &EvidenceFacts| evidence.url.trim_end_matches('/').to_owned();
        let shown = |evidence: &EvidenceFacts| format!("{} {}", evidence.kind, evidence.url);
        let mut gone: Vec<&EvidenceFacts> = Vec::new();
        let mut new: Vec<&EvidenceFacts> = after.evidence.iter().collect();
        for old in &before.evidence {
            let Some(index) = new.iter().position(|new| address(new) == address(old)) else {
                gone.push(old);
                continue;
            };
            let now = new.remove(index);
            if old.kind == now.kind {
                continue;
            }
            let (kind, effect) = match (old.solid, now.solid) {
                (true, false) => (Kind::EvidenceWeakened, Effect::Weakened),
                (false, true) => (Kind::EvidenceStrengthened, Effect::Better),
                _ => (Kind::EvidenceReplaced, Effect::Noted),
            };
            self.add(kind, effect, format!("evidence is called `{}` and was called `{}`", now.kind, old.kind));
            self.with(Some(&shown(old)), Some(&shown(now)));
        }
        // What is gone may have given way: best to its like, and what can be checked before what cannot.
        gone.sort_by_key(|old| !old.solid);
        for old in gone {
            let like = new.iter().position(|new| new.kind == old.kind);
            let like = like.or_else(|| new.iter().position(|new| new.solid == old.solid)).or(Some(0));
            let Some(index) = like.filter(|_| !new.is_empty()) else {
                self.add(Kind::EvidenceDropped, Effect::Weakened, format!("evidence is gone: `{}`", old.kind));
                self.with(Some(&shown(old)), None);
                continue;
            };
            let now = new.remove(index);
            let (kind, effect) = match (old.solid, now.solid) {
                (true, false) => (Kind::EvidenceWeakened, Effect::Weakened),
                (false, true) => (Kind::EvidenceStrengthened, Effect::Better),
                _ => (Kind::EvidenceReplaced, Effect::Noted),
            };
            self.add(kind, effect, format!("evidence gave way to other: `{}` → `{}`", old.kind, now.kind));
            self.with(Some(&shown(old)), Some(&shown(now)));
        }
        for new in new {
            self.add(Kind::EvidenceAdded, Effect::Better, format!("evidence was added: `{}`", new.kind));
            self.with(None, Some(&shown(new)));
        }
    }

    fn metrics(&mut self, before: &ClaimFacts, after: &ClaimFacts) {
        let mut new: Vec<&MetricFacts> = after.metrics.iter().collect();
        let mut pairs = Vec::new();
        let mut waiting: Vec<&MetricFacts> = before.metrics.iter().collect();
        // The same metric first, then the one that is likest.
        let likeness: [fn(&MetricFacts, &MetricFacts) -> bool; 4] = [
            |old, new| old.shown == new.shown && old.note == new.note,
            |old, new| side(old) == side(new) && old.note == new.note,
            |old, new| side(old) == side(new),
            |_, _| true,
        ];
        for alike in likeness {
            waiting.retain(|old| match new.iter().position(|new| old.name == new.name && alike(old, new)) {
                Some(index) => {
                    pairs.push((*old, new.remove(index)));
                    false
                }
                None => true,
            });
        }
        for (old, now) in pairs {
            let (kind, effect, message) = match moved(old, now) {
                Moved::Same => continue,
                Moved::Loosened(how) => (Kind::MetricLoosened, Effect::Weakened, format!("is loosened: {how}")),
                Moved::Tightened(how) => (Kind::MetricTightened, Effect::Better, format!("is tightened: {how}")),
                Moved::Otherwise(why) => (Kind::MetricChanged, Effect::Noted, format!("is another: {why}")),
            };
            self.add(kind, effect, format!("`{}` {message}", old.name));
            self.with(Some(&old.shown), Some(&now.shown));
        }
        for old in waiting {
            self.add(Kind::MetricDropped, Effect::Weakened, format!("`{}` is given no longer", old.name));
            self.with(Some(&old.shown), None);
        }
        for new in new {
            self.add(Kind::MetricAdded, Effect::Better, format!("`{}` is given", new.name));
            self.with(None, Some(&new.shown));
        }
    }

    fn name(&mut self, before: &ClaimFacts, after: &ClaimFacts, matched: Option<Matched>) {
        let how = match matched {
            Some(Matched::Words) => "it says the same",
            Some(Matched::SimilarWords) => "it says nearly the same",
            Some(Matched::Name) | None => return,
        };
        let message = format!("it was called `{}`: {how}", before.title());
        self.add(Kind::Renamed, Effect::Noted, message);
        self.with(Some(&before.title()), Some(&after.title()));
    }

    fn cells(&mut self, before: &ClaimFacts, after: &ClaimFacts) {
        let has = |claim: &ClaimFacts, cell| claim.cells.iter().any(|(own, _)| *own == cell);
        let moved = before.cells.iter().any(|(cell, _)| !has(after, *cell))
            || after.cells.iter().any(|(cell, _)| !has(before, *cell));
        if moved {
            let message = format!("it moved from {} to {}", before.cells_shown(), after.cells_shown());
            self.add(Kind::Moved, Effect::Noted, message);
            return;
        }
        for (cell, old) in &before.cells {
            let new = after.cells.iter().find(|(own, _)| own == cell).and_then(|(_, strength)| *strength);
            if *old != new {
                let word = |strength: Option<crate::model::Strength>| strength.map_or("not rated", |it| it.as_str());
                let message = format!("`{cell}` is rated {} and was {}", word(new), word(*old));
                self.add(Kind::Rated, Effect::Noted, message);
            }
        }
    }

    fn caveats(&mut self, before: &ClaimFacts, after: &ClaimFacts) {
        let shown = |caveat: &CaveatFacts| match caveat.until {
            Some(until) => format!("{} until {until}", caveat.reason),
            None => caveat.reason.clone(),
        };
        for new in &after.caveats {
            match before.caveats.iter().find(|old| old.rule == new.rule) {
                None => {
                    self.add(Kind::CaveatAdded, Effect::Noted, format!("a caveat for `{}` was added", new.rule));
                    self.with(None, Some(&shown(new)));
                }
                Some(_) if before.caveats.contains(new) => {}
                Some(old) => {
                    let longer = old.until.is_some_and(|date| new.until.is_none_or(|until| until > date));
                    let what = if longer { "holds for longer" } else { "is another" };
                    self.add(Kind::CaveatChanged, Effect::Noted, format!("the caveat for `{}` {what}", new.rule));
                    self.with(Some(&shown(old)), Some(&shown(new)));
                }
            }
        }
        for old in &before.caveats {
            if !after.caveats.iter().any(|new| new.rule == old.rule) {
                self.add(Kind::CaveatDropped, Effect::Noted, format!("the caveat for `{}` is gone", old.rule));
                self.with(Some(&shown(old)), None);
            }
        }
    }

    fn techniques(&mut self, before: &ClaimFacts, after: &ClaimFacts) {
        for old in before.techniques.iter().filter(|old| !after.techniques.contains(old)) {
            self.add(Kind::TechniqueDropped, Effect::Noted, format!("it no longer uses `{old}`"));
        }
        for new in after.techniques.iter().filter(|new| !before.techniques.contains(new)) {
            self.add(Kind::TechniqueAdded, Effect::Noted, format!("it uses `{new}`"));
        }
    }
}

//! What a field takes.

use super::{About, Completion, CompletionKind, Place};
use crate::model::schema::{self, FieldSpec, Shape};
use crate::model::{Axis, Cell, Dimension, Entry, Measure, Unit};
use crate::rules::{self, Rule};
use crate::syntax::{Comparison, Declaration, Keyword, ValueKind};
use crate::text::TextRange;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The signs that a metric can be compared with, and what they say.
const OPERATORS: [(&str, &str); 5] =
    [("<", "less than"), ("<=", "no more than"), ("=", "as much as"), (">=", "no less than"), (">", "more than")];

impl Place<'_> {
    /// After the name of a field, and what is `written` of its values up to the word that is being typed.
    pub(super) fn values(&self, spec: &'static FieldSpec, written: &str) -> Vec<Completion> {
        let written = written.trim_end();
        let first = written.is_empty();
        // A space parts values of different sorts, a comma those of a list.
        let next_of_list = first || written.ends_with(',');
        match spec.shape {
            Shape::Metric => self.metric(written),
            Shape::Names(_) | Shape::Choices(_) | Shape::Sources if next_of_list => self.listed_values(spec),
            Shape::TextAndSources if written.ends_with(['"', ',']) => self.listed_values(spec),
            Shape::Name(keyword) if first => self.names(keyword),
            Shape::Choice(words) | Shape::ChoiceAndDate(words) if first => self.choices(spec, words),
            Shape::Evidence if first => self.choices(spec, schema::EVIDENCE),
            Shape::Caveat if first => self.rules(),
            Shape::Caveat if written.ends_with('"') && !written.contains(" until ") => {
                vec![Completion::new("until", CompletionKind::Word).detail("Until when that is good enough.")]
            }
            Shape::Pair if first => self.names(Keyword::Technique),
            _ => Vec::new(),
        }
    }

    /// The next value of a list.
    pub(super) fn listed_values(&self, spec: &'static FieldSpec) -> Vec<Completion> {
        let items = match spec.shape {
            Shape::Names(keyword) => self.names(keyword),
            Shape::Choices(words) => self.choices(spec, words),
            Shape::Sources | Shape::TextAndSources => self.names(Keyword::Reference),
            _ => Vec::new(),
        };
        items.into_iter().map(|item| Completion { listed: true, ..item }).collect()
    }

    fn choices(&self, spec: &'static FieldSpec, choices: &'static [&'static str]) -> Vec<Completion> {
        let item = |word: &&'static str| {
            let note = match spec.shape {
                Shape::Evidence if schema::SOLID_EVIDENCE.contains(word) => "solid",
                Shape::Evidence => "soft",
                _ => "",
            };
            let item = Completion::new(*word, CompletionKind::Word).note(note);
            let explained = super::explain::word(spec, word).is_some();
            if explained { item.about(About::Word(spec, word)) } else { item }
        };
        choices.iter().map(item).collect()
    }

    /// Names of a kind. Of techniques those come first that the claim's cells ask for, then those that serve a property
    /// of the claim.
    pub(super) fn names(&self, keyword: Keyword) -> Vec<Completion> {
        if keyword == Keyword::Property {
            let chain = self.body().is_some_and(|body| body.keyword == Keyword::Chain);
            return self.properties(chain.then_some(Axis::Blockchain));
        }
        let cells = if keyword == Keyword::Technique { self.cells_here() } else { Vec::new() };
        let matrix = self.matrix();
        let needs: Vec<Entry> =
            cells.iter().filter_map(|cell| matrix.rating(*cell).map(|rating| rating.entry.clone())).collect();
        let needed =
            |name: &str| needs.iter().any(|cell| cell.declaration.field_names("needs").any(|(need, _)| need == name));
        let wanted: Vec<&str> = cells.iter().flat_map(|cell| [cell.ai.as_str(), cell.chain.as_str()]).collect();
        let mut items: Vec<(usize, Completion)> = Vec::new();
        for entry in self.scope.all(keyword) {
            let Some(name) = &entry.declaration.name else { continue };
            let mut served: Vec<&str> = entry
                .declaration
                .field_names("serves")
                .map(|(served, _)| &**served)
                .filter(|it| wanted.contains(it))
                .collect();
            served.dedup();
            let asked_for = needed(&name.text);
            let note = match (asked_for, served.is_empty()) {
                (true, _) => "its cell asks for it".to_owned(),
                (false, false) => format!("serves {}", served.join(", ")),
                (false, true) => String::new(),
            };
            let rank = if asked_for { 0 } else { 1 + wanted.len() - served.len() };
            let title = entry.declaration.title_text().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
            let item = Completion::new(&*name.text, CompletionKind::Name).detail(title).note(note);
            items.push((rank, item.about(About::Entry(entry.clone()))));
        }
        items.sort_by_key(|(rank, _)| *rank);
        items.into_iter().map(|(_, item)| item).collect()
    }

    /// The cells of the claim or the cell around: those that are written, or else those that its words lead to.
    fn cells_here(&self) -> Vec<Cell> {
        let Some((base, around)) = &self.around.body else { return Vec::new() };
        let written: Vec<Cell> = around.cells.iter().filter_map(Cell::from_reference).collect();
        if !written.is_empty() {
            return written;
        }
        let claims = self.report.map_or(&[][..], |report| &report.claims);
        let read = claims.iter().find(|claim| claim.range.start() == *base);
        read.map_or_else(Vec::new, |claim| claim.cells.iter().map(|cell| cell.cell).collect())
    }

    /// The rules that find something here, and the one that stands here already; all that a caveat can silence where
    /// nobody knows what was found.
    fn rules(&self) -> Vec<Completion> {
        let text = self.file.text();
        let written = rules::find(&text.slice(self.whole_word));
        let listed: Vec<&'static Rule> = match self.report {
            Some(report) => {
                let around = self.around.body.as_ref().map(|(base, body)| TextRange::at(*base, body.len));
                let here = |range: TextRange| around.is_some_and(|around| around.contains_range(range));
                let found = report.diagnostics.iter().filter(|found| here(found.range)).map(|found| found.rule);
                let mut firing: Vec<_> = found.chain(written).filter(|rule| rule.group.takes_caveats()).collect();
                firing.sort_by_key(|rule| rule.name);
                firing.dedup();
                firing
            }
            None => rules::all().iter().copied().filter(|rule| rule.group.takes_caveats()).collect(),
        };
        let item = |rule: &'static Rule| Completion {
            // Whoever changes the rule of a caveat has a reason there already.
            snippet: self
                .after
                .trim()
                .is_empty()
                .then(|| format!("{} \"${{1:why it holds all the same}}\"", rule.name)),
            ..Completion::new(rule.name, CompletionKind::Rule).detail(rule.summary).about(About::Rule(rule))
        };
        listed.into_iter().map(item).collect()
    }

    /// The parts of a metric or a limit.
    fn metric(&self, written: &str) -> Vec<Completion> {
        let last = written.split_whitespace().next_back().unwrap_or("");
        let compared = written.contains(['<', '=', '>']);
        let number = |word: &str| word.ends_with(|c: char| c.is_ascii_digit());
        // The unit may stand close to its number.
        let joined = || {
            let start = self.word.start();
            let before =
                start.checked_sub(1.into()).map(|before| self.file.text().slice(TextRange::new(before, start)));
            before.is_some_and(|before| number(&before))
        };
        if written.is_empty() {
            self.metrics()
        } else if compared
            && (number(last) || joined())
            && !written.contains('"')
            && !has_word(written, &["by", "until"])
        {
            self.units(written)
        } else if !compared && written.split_whitespace().count() == 1 {
            let item = |(sign, about): &(&str, &str)| Completion::new(*sign, CompletionKind::Word).detail(*about);
            OPERATORS.iter().map(item).collect()
        } else if compared
            && last.starts_with(|c: char| c.is_alphabetic() || c == '%')
            && !written.contains('"')
            && !has_word(written, &["by", "until"])
        {
            vec![Completion::new("by", CompletionKind::Word).detail("By when, if it is not so yet.")]
        } else {
            Vec::new()
        }
    }

    /// The metrics that something is known of: first those that the project's chains limit, then those of ceilings, then
    /// all that are written in this file or in the library.
    fn metrics(&self) -> Vec<Completion> {
        let chains: Vec<&str> = match &self.around.project {
            Some(project) => project.field_names("runs-on").map(|(name, _)| &**name).collect(),
            None => Vec::new(),
        };
        let mut ranked: BTreeMap<String, (usize, String)> = BTreeMap::new();
        let mut add = |name: &str, rank: usize, detail: String| {
            let entry = ranked.entry(name.to_owned()).or_insert((rank, detail.clone()));
            if rank < entry.0 {
                *entry = (rank, detail);
            }
        };
        for keyword in [Keyword::Chain, Keyword::Ceiling] {
            for entry in self.scope.all(keyword) {
                let name = entry.declaration.name.as_ref().map_or("", |name| &name.text);
                for limit in comparisons(&entry.declaration) {
                    let Some(metric) = &limit.metric else { continue };
                    let rank = match keyword {
                        Keyword::Chain if chains.contains(&name) => 0,
                        Keyword::Ceiling => 1,
                        _ => 3,
                    };
                    let bound = limit.quantity.as_ref().map_or_else(String::new, |quantity| {
                        let unit = quantity.unit.as_ref().map_or("", |unit| &unit.text);
                        format!("{name}: {} {} {unit}", limit.operator.as_str(), quantity.number)
                    });
                    add(&metric.text, rank, if rank < 3 { bound.trim_end().to_owned() } else { String::new() });
                }
            }
        }
        self.every_comparison(|comparison, at_cursor| {
            if let (Some(metric), false) = (&comparison.metric, at_cursor) {
                add(&metric.text, 2, String::new());
            }
        });
        for usual in ["latency", "throughput"] {
            add(usual, 2, String::new());
        }
        let mut all: Vec<(usize, String, String)> =
            ranked.into_iter().map(|(name, (rank, detail))| (rank, name, detail)).collect();
        all.sort();
        all.into_iter().map(|(_, name, detail)| Completion::new(name, CompletionKind::Word).detail(detail)).collect()
    }

    /// The usual units, and those that are used in this file and in the library, each once: first those of what the
    /// metric measures elsewhere.
    fn units(&self, written: &str) -> Vec<Completion> {
        let metric = written.split(|c: char| c.is_whitespace() || matches!(c, '<' | '=' | '>')).next().unwrap_or("");
        let mut units: Vec<String> = Unit::usual().iter().map(ToString::to_string).collect();
        let mut measured: Option<Dimension> = None;
        self.every_comparison(|comparison, at_cursor| {
            let Some(quantity) = comparison.quantity.as_ref().filter(|_| !at_cursor) else { return };
            units.extend(quantity.unit.as_ref().map(|unit| unit.text.to_string()));
            if measured.is_none() && comparison.metric.as_ref().is_some_and(|known| known.text == metric) {
                measured = Measure::of(quantity).map(|measure| measure.dimension);
            }
        });
        let time =
            ["latency", "time", "delay", "finality"].iter().any(|word| metric.split('-').any(|own| own == *word));
        let measured = measured.or_else(|| time.then(|| Unit::parse("s").map(|unit| unit.dimension)).flatten());
        units.sort();
        units.dedup();
        let dimension = |unit: &String| Unit::parse(unit).map(|unit| unit.dimension);
        units.sort_by_key(|unit| measured.is_some() && dimension(unit) != measured);
        let item = |unit: String| {
            let what = dimension(&unit).map_or_else(String::new, |dimension| dimension.in_words());
            Completion::new(unit, CompletionKind::Unit).detail(what)
        };
        units.into_iter().map(item).collect()
    }

    /// Calls for each comparison in this file and in the library, with whether it is the one that is being written.
    fn every_comparison(&self, mut each: impl FnMut(&Comparison, bool)) {
        let written = self.around.field(self.file, self.word.start()).map(|(start, _)| start);
        let own = self.file.tree().declarations().iter().map(|child| (true, child));
        let library = self.snapshot.library().files().iter().flat_map(|file| file.tree().declarations());
        let mut waiting: Vec<_> = own
            .chain(library.map(|child| (false, child)))
            .map(|(own, child)| (own, child.offset, Arc::clone(&child.declaration)))
            .collect();
        while let Some((own, base, declaration)) = waiting.pop() {
            for field in &declaration.fields {
                let at_cursor = own && Some(field.range.start() + base) == written;
                for value in &field.values {
                    if let ValueKind::Comparison(comparison) = &value.kind {
                        each(comparison, at_cursor);
                    }
                }
            }
            let inner = declaration.children.iter();
            waiting.extend(inner.map(|child| (own, base + child.offset, Arc::clone(&child.declaration))));
        }
    }
}

/// What a chain or a ceiling limits.
fn comparisons(declaration: &Declaration) -> impl Iterator<Item = &Comparison> {
    let values = declaration.fields_named("limit").filter_map(|field| field.values.first());
    values.filter_map(|value| match &value.kind {
        ValueKind::Comparison(comparison) => Some(&**comparison),
        _ => None,
    })
}

fn has_word(text: &str, words: &[&str]) -> bool {
    text.split_whitespace().any(|word| words.contains(&word))
}

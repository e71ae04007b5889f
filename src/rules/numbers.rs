//! Metrics and limits as the rules of the group *numbers* read them.

use crate::model::{Entry, Measure, Scope};
use crate::syntax::{Comparison, Date, Declaration, Keyword, Operator, Quantity, ValueKind};
use crate::text::TextRange;
use foldhash::HashSet;
use smol_str::SmolStr;
use std::sync::LazyLock;

/// A metric of a claim, or a limit of a chain or a ceiling.
#[derive(Clone, Copy)]
pub(super) struct Metric<'a> {
    pub(super) name: &'a str,
    pub(super) comparison: &'a Comparison,
    pub(super) quantity: &'a Quantity,
    /// Where the comparison stands in its declaration.
    pub(super) range: TextRange,
    /// By when it is to hold.
    pub(super) by: Option<Date>,
    /// What it is measured of.
    pub(super) note: Option<&'a str>,
}

/// The complete comparisons in the fields of that name.
pub(super) fn metrics<'a>(declaration: &'a Declaration, field: &'a str) -> impl Iterator<Item = Metric<'a>> {
    declaration.fields_named(field).filter_map(|field| {
        let value = field.values.first()?;
        let ValueKind::Comparison(comparison) = &value.kind else { return None };
        let further = &field.values[1..];
        Some(Metric {
            name: &comparison.metric.as_ref()?.text,
            comparison,
            quantity: comparison.quantity.as_ref()?,
            range: value.range,
            by: further.iter().find_map(|value| match &value.kind {
                ValueKind::Deadline(deadline) => deadline.date,
                _ => None,
            }),
            note: further.iter().find_map(|value| match &value.kind {
                ValueKind::String(prose) => Some(&*prose.text),
                _ => None,
            }),
        })
    })
}

impl Metric<'_> {
    /// What it is compared with, in base units.
    pub(super) fn measure(&self) -> Option<Measure> {
        Measure::of(self.quantity)
    }

    /// Whether it says that there is no more than its quantity.
    pub(super) fn is_upper_bound(&self) -> bool {
        matches!(self.comparison.operator, Operator::Less | Operator::LessOrEqual | Operator::Equal)
    }

    /// Whether it says that there is no less than its quantity.
    pub(super) fn is_lower_bound(&self) -> bool {
        matches!(self.comparison.operator, Operator::Greater | Operator::GreaterOrEqual | Operator::Equal)
    }

    /// Whether its quantity itself is excluded.
    pub(super) fn is_strict(&self) -> bool {
        matches!(self.comparison.operator, Operator::Less | Operator::Greater)
    }

    /// Whether one of the words that its name is joined of is this one.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.name.split('-').any(|own| own == word)
    }

    /// Whether it is called so, or by that name with something in front: `p99-latency` is a `latency`.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.name.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('-'))
    }
}

impl std::fmt::Display for Metric<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.name, self.comparison.operator.as_str(), shown(self.quantity))
    }
}

/// The limits of that name that the chains or the ceilings known in a file have.
pub(super) fn limits<'a>(scope: &'a Scope, keyword: Keyword, name: &'a str) -> Vec<(&'a Entry, Metric<'a>)> {
    // Most metrics are called like no limit, and then nothing has to be gone through.
    static LIBRARY: LazyLock<HashSet<SmolStr>> = LazyLock::new(|| {
        let scope = Scope::library();
        let entries = [Keyword::Chain, Keyword::Ceiling].into_iter().flat_map(|keyword| scope.all(keyword));
        entries.flat_map(|entry| metrics(&entry.declaration, "limit").map(|limit| limit.name.into())).collect()
    });
    let is_called = |limit: &Metric<'_>| limit.name == name;
    let own = |entry: &Entry| metrics(&entry.declaration, "limit").any(|limit| is_called(&limit));
    if !LIBRARY.contains(name) && !scope.of_house(keyword).any(own) {
        return Vec::new();
    }
    let of = |entry: &'a Entry| metrics(&entry.declaration, "limit").map(move |limit| (entry, limit));
    scope.all(keyword).into_iter().flat_map(of).filter(|(_, limit)| is_called(limit)).collect()
}

/// A quantity as it is written.
pub(super) fn shown(quantity: &Quantity) -> String {
    match &quantity.unit {
        Some(unit) => format!("{} {}", quantity.number, unit.text),
        None => quantity.number.to_string(),
    }
}

//! Hover on what was read and not named: words of a claim, metrics, addresses.

use super::super::explain;
use super::super::markup::{self, code, line};
use super::Hover;
use crate::model::{Entry, Measure, Scope, SourceFile};
use crate::rules::{Origin, Report};
use crate::syntax::{Comparison, Keyword, Quantity, Value, ValueKind};
use crate::text::{TextRange, TextSize};

/// What to show for a place that names nothing.
pub(super) fn hover(file: &SourceFile, scope: &Scope, offset: TextSize, report: Option<&Report>) -> Option<Hover> {
    words(file, offset, report?).or_else(|| {
        let (base, declaration) = file.declarations_at(offset).pop()?;
        let at = offset.checked_sub(base)?;
        let field = declaration.fields.iter().find(|field| field.range.contains_inclusive(at))?;
        let value = field.values.iter().find(|value| value.range.contains_inclusive(at))?;
        let range = value.range + base;
        let markdown = match &value.kind {
            ValueKind::Comparison(comparison) => metric(scope, comparison, range, report)?,
            _ => reference(scope, value)?,
        };
        Some(Hover { range, markdown })
    })
}

/// On words that make a claim hype, why they do; on words that led to its cell, that they did.
fn words(file: &SourceFile, offset: TextSize, report: &Report) -> Option<Hover> {
    let claim = report.claims.iter().find(|claim| claim.range.contains_inclusive(offset))?;
    let text = |range: TextRange| line(&file.text().slice(range));
    if let Some(hype) = claim.hype.iter().find(|hype| hype.range.contains_inclusive(offset)) {
        let advice = "Say what can be checked: what is measured, of what, as of when.";
        let markdown = format!("**“{}”** · hype\n\n{} {advice}\n", text(hype.range), line(hype.why));
        return Some(Hover { range: hype.range, markdown });
    }
    let inferred = claim.cells.iter().filter(|cell| cell.origin == Origin::Inferred);
    inferred.into_iter().find_map(|judged| {
        let words = claim.words_for(judged.cell).iter().find(|words| words.contains_inclusive(offset))?;
        let rating = judged.rating.as_ref().map_or_else(String::new, |rating| {
            format!(" {} **{}**", explain::strength_sign(rating.strength), rating.strength)
        });
        let markdown = format!(
            "**“{}”** speaks of **{}**{rating}\n\nThe claim declares no cell, so that its words place it.\n",
            text(*words),
            judged.cell
        );
        Some(Hover { range: *words, markdown })
    })
}

/// What a metric measures, what was found wrong with it, and the limits that are called like it.
fn metric(scope: &Scope, comparison: &Comparison, range: TextRange, report: Option<&Report>) -> Option<String> {
    let name = &comparison.metric.as_ref()?.text;
    let quantity = comparison.quantity.as_ref()?;
    let shown = shown(quantity);
    let mut page = format!("**{}** · metric\n", line(&format!("{name} {} {shown}", comparison.operator.as_str())));
    let what = match Measure::of(quantity) {
        Some(measure) => format!("is {}", measure.dimension.in_words()),
        None => "is nothing that could be compared".to_owned(),
    };
    page += &format!("\n{} {what}.\n", code(&shown));
    let found = report.map_or(&[][..], |report| &report.diagnostics);
    for found in found.iter().filter(|found| found.factor.is_some() && found.range.intersect(range).is_some()) {
        page += &format!("\n{}\n", markup::message(&found.message));
    }
    let limits = [Keyword::Chain, Keyword::Ceiling].into_iter().flat_map(|keyword| scope.all(keyword));
    let limits = limits.flat_map(|entry| {
        let limits = entry.declaration.fields_named("limit").filter_map(|field| field.values.first());
        limits.filter_map(move |limit| match &limit.kind {
            ValueKind::Comparison(limit) if limit.metric.as_ref().is_some_and(|known| known.text == *name) => {
                Some(format!(
                    "{}: {} {}",
                    code(called(entry)),
                    line(limit.operator.as_str()),
                    limit.quantity.as_ref().map(self::shown)?
                ))
            }
            _ => None,
        })
    });
    Some(page + &explain::bullets("Limits that are called so", limits))
}

fn called(entry: &Entry) -> &str {
    entry.declaration.name.as_ref().map_or("", |name| &name.text)
}

fn shown(quantity: &Quantity) -> String {
    match &quantity.unit {
        Some(unit) => format!("{} {}", quantity.number, unit.text),
        None => quantity.number.to_string(),
    }
}

/// The reference that has an address, where one is declared.
fn reference(scope: &Scope, value: &Value) -> Option<String> {
    let url = value.as_url()?;
    let known = scope.all(Keyword::Reference);
    let entry = known.into_iter().find(|entry| entry.declaration.field_text("url") == Some(url))?;
    Some(explain::reference(scope, &entry.declaration))
}

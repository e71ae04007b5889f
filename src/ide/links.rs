//! Links: the addresses of a file, the files that it uses and the rules that it names, and what is known of them.

use super::symbols::listed;
use crate::model::{FileId, Scope, Snapshot, schema};
use crate::rules::{self, Diagnostic, Group, Report};
use crate::syntax::{Child, Date, Declaration, Field, Keyword, Value, ValueKind};
use crate::text::{Text, TextRange, TextSize};
use std::collections::HashMap;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An address on the web.
    Url(String),
    /// A file of the workspace.
    File(FileId),
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it is written, without quotes.
    pub range: TextRange,
    /// Where it leads.
    pub target: LinkTarget,
    /// What is known of that, in plain text.
    pub tooltip: String,
}

/// The links of a file, in the order of the text. How old something is, is told as of a day.
pub fn links(snapshot: &Snapshot, id: FileId, today: Date, report: Option<&Report>) -> Vec<Link> {
    let (Some(file), Some(scope)) = (snapshot.file(id), snapshot.scope(id)) else { return Vec::new() };
    let findings = report.map_or(&[][..], |report| &report.diagnostics);
    let findings = findings.iter().filter(|found| found.rule.group == Group::Support).collect();
    let text = file.text();
    let mut reader = Reader { snapshot, text, references: references(&scope), today, findings, links: Vec::new() };
    for import in snapshot.imports(id) {
        if let Ok(target) = import.target {
            let tooltip = reader.of_file(target);
            reader.links.push(Link { range: unquoted(text, import.range), target: LinkTarget::File(target), tooltip });
        }
    }
    reader.declarations(file.tree().declarations(), TextSize::new(0));
    let mut links = reader.links;
    links.sort_by_key(|link| link.range.start());
    links
}

struct Reader<'a> {
    snapshot: &'a Snapshot,
    text: &'a Text,
    /// What is known of an address, from the references that are known in the file.
    references: HashMap<String, String>,
    today: Date,
    /// What was found in the support of claims, in the order of the text.
    findings: Vec<&'a Diagnostic>,
    links: Vec<Link>,
}

impl Reader<'_> {
    fn declarations(&mut self, children: &[Child], base: TextSize) {
        for child in children {
            let base = base + child.offset;
            for field in &child.declaration.fields {
                self.field(&child.declaration, field, base);
            }
            self.declarations(&child.declaration.children, base);
        }
    }

    fn field(&mut self, declaration: &Declaration, field: &Field, base: TextSize) {
        for (index, value) in field.values.iter().enumerate() {
            if let Some(url) = value.as_url() {
                let quoted = matches!(value.kind, ValueKind::String(_));
                let range = value.range + base;
                let range = if quoted { unquoted(self.text, range) } else { range };
                let tooltip = self.of_address(declaration, field, url, base);
                self.links.push(Link { range, target: LinkTarget::Url(url.to_owned()), tooltip });
            } else if let Some(rule) = value.as_name().filter(|_| field.name.text == "caveat" && index == 0) {
                let Some(rule) = rules::find(rule) else { continue };
                let target = LinkTarget::Url(rule.url());
                self.links.push(Link { range: value.range + base, target, tooltip: rule.summary.to_owned() });
            }
        }
    }

    fn of_address(&self, declaration: &Declaration, field: &Field, url: &str, base: TextSize) -> String {
        let mut parts = Vec::new();
        if declaration.keyword == Keyword::Claim && field.name.text == "evidence" {
            let kind = field.values.first().and_then(Value::as_name).map_or("evidence", |kind| kind.as_str());
            let solid = schema::SOLID_EVIDENCE.contains(&kind);
            parts.push(format!("{kind}: {}", if solid { "can be checked" } else { "somebody's word" }));
            parts.push(match field.values.iter().find_map(Value::as_date) {
                Some(date) => format!("{date}, {}", age(date, self.today)),
                None => "no date".to_owned(),
            });
        } else if let Some(spec) = schema::field(declaration.keyword, &field.name.text) {
            parts.push(spec.about.trim_end_matches('.').to_owned());
        }
        parts.extend(self.references.get(url).cloned());
        let range = field.range + base;
        let from = self.findings.partition_point(|found| found.range.start() < range.start());
        let about = self.findings[from..].iter().take_while(|found| found.range.end() <= range.end());
        parts.extend(about.map(|found| found.rule.summary.trim_end_matches('.').to_owned()));
        parts.join(" · ")
    }

    fn of_file(&self, id: FileId) -> String {
        let Some(file) = self.snapshot.file(id) else { return String::new() };
        let count = |keyword: Keyword| {
            file.tree().declarations().iter().filter(|child| child.declaration.keyword == keyword).count()
        };
        let kinds = Keyword::ALL.into_iter().filter(|keyword| *keyword != Keyword::Use);
        let counts = kinds.map(|keyword| (keyword, count(keyword))).filter(|(_, count)| *count > 0);
        let declared: Vec<String> = counts
            .map(|(keyword, count)| match count {
                1 => format!("1 {}", keyword.as_str()),
                _ => format!("{count} {}", schema::plural(keyword)),
            })
            .collect();
        if declared.is_empty() { "declares nothing".to_owned() } else { format!("declares {}", listed(&declared)) }
    }
}

/// What references say of the addresses that they are for.
fn references(scope: &Scope) -> HashMap<String, String> {
    let known = scope.all(Keyword::Reference).into_iter().filter_map(|entry| {
        let declared = &entry.declaration;
        let url = declared.field("url").and_then(|field| field.values.first()).and_then(Value::as_url)?;
        let date = declared.field("published").and_then(|field| field.values.first()).and_then(Value::as_date);
        let mut parts: Vec<String> = declared.title_text().map(str::to_owned).into_iter().collect();
        parts.extend(declared.field_text("authors").map(str::to_owned));
        parts.extend(date.map(|date| date.to_string()));
        Some((url.to_owned(), parts.join(", ")))
    });
    known.collect()
}

/// What stands between quotes. The last may be missing.
fn unquoted(text: &Text, range: TextRange) -> TextRange {
    let written = text.slice(range);
    let Some(rest) = written.strip_prefix('"') else { return range };
    let inner = rest.strip_suffix('"').unwrap_or(rest);
    TextRange::at(range.start() + TextSize::of('"'), TextSize::of(inner))
}

/// How long ago a date was, in words.
pub(super) fn age(date: Date, today: Date) -> String {
    match date.months_until(today) {
        months if months < 0 => "not there yet".to_owned(),
        0 => "less than a month old".to_owned(),
        1 => "a month old".to_owned(),
        months if months < 24 => format!("{months} months old"),
        months => format!("{} years old", months / 12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};
    use crate::rules::check;
    use crate::rules::fixture::settings;

    /// What each link of the first file says of itself: the text under it and its tooltip.
    fn told(files: &[(&str, &str)]) -> Vec<(String, String)> {
        let Marked { snapshot, id, .. } = marked(files);
        let report = check(&snapshot, id, &settings());
        let today = Date { year: 2026, month: Some(11), day: Some(24) };
        let text = snapshot.file(id).expect("the file is there").text().clone();
        let links = links(&snapshot, id, today, report.as_ref()).into_iter();
        links.map(|link| (text.slice(link.range).into_owned(), link.tooltip)).collect()
    }

    #[track_caller]
    fn check_links(files: &[(&str, &str)], expected: &[(&str, &str)]) {
        let found = told(files);
        let found: Vec<(&str, &str)> = found.iter().map(|(text, tip)| (text.as_str(), tip.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_link_ends_where_its_address_does_even_if_the_quote_is_missing() {
        let site = |address: &str| {
            let found = told(&[("spec", &format!("project p \"P\" {{\n  site {address}\n}}\n"))]);
            found.into_iter().map(|(text, _)| text).collect::<Vec<_>>()
        };
        assert_eq!(site("\"https://p.example/é"), ["https://p.example/é"]);
        assert_eq!(site("\"https://p.example/é\""), ["https://p.example/é"]);
    }

    #[test]
    fn evidence_tells_its_kind_its_age_and_what_is_found_in_it() {
        let spec = "\
project p \"P\" {
  site https://p.example
  claim c: privacy + decentralization {
    says     \"No record leaves.\"
    evidence benchmark \"https://bench.example/1\" 2023-10
    evidence blog https://p.example/blog 2026-11
  }
  claim d { evidence paper \"https://a.example\"\n  }
}";
        let own = "Evidence comes from the project's own site";
        let stale = "Evidence is older than its kind allows";
        let found = told(&[("spec", spec)]);
        assert_eq!(found[0].1, "The project's own site: evidence from there is its own word");
        assert_eq!(
            found[1],
            ("https://bench.example/1".into(), format!("benchmark: can be checked · 2023-10, 3 years old · {stale}"))
        );
        assert!(found[2].1.starts_with("blog: somebody's word · 2026-11, less than a month old"), "{own} {found:?}");
        assert_eq!(found[3].1, "paper: can be checked · no date");
    }

    #[test]
    fn an_address_that_a_reference_is_for_tells_what_it_is() {
        let spec = "\
reference r \"A paper\" { authors \"A. Body\"\n  published 2016\n  url https://a.example\n}
chain c \"C\" { source https://a.example\n}";
        let known = "A paper, A. Body, 2016";
        check_links(
            &[("spec", spec)],
            &[
                ("https://a.example", &format!("Where · {known}")),
                ("https://a.example", &format!("Where this comes from · {known}")),
            ],
        );
    }

    #[test]
    fn a_use_leads_to_its_file_and_a_caveat_to_the_page_of_its_rule() {
        let spec = "use \"house.synergy\"\nuse \"none.synergy\"\nproject p \"P\" {\n caveat trilemma-overreach \"x\"\n caveat no-rule \"y\"\n}";
        let house = "technique a \"A\" { }\ntechnique b \"B\" { }\nmatrix m \"M\" { }";
        let rule = rules::find("trilemma-overreach").expect("there is such a rule");
        check_links(
            &[("spec", spec), ("house", house)],
            &[("house.synergy", "declares 1 matrix and 2 techniques"), ("trilemma-overreach", rule.summary)],
        );
    }

    #[test]
    fn only_addresses_that_an_editor_can_open_are_links() {
        check_links(&[("spec", "project p \"P\" { about \"javascript:alert(1)\"\n site \"ftp://a\" }")], &[]);
    }

    #[test]
    fn ages_are_told_in_words() {
        let date = |text| Date::parse(text).expect("a date");
        for (from, expected) in [
            ("2026-11", "less than a month old"),
            ("2026-10-20", "a month old"),
            ("2025-01", "22 months old"),
            ("2016", "10 years old"),
            ("2027", "not there yet"),
        ] {
            assert_eq!(age(date(from), date("2026-11-24")), expected);
        }
    }
}

//! A new spec: what an editor puts in a new file, and what `hypecheck new` writes.

use crate::model::Cell;
use crate::rules::best_kind;
use crate::syntax::Keyword;
use std::path::Path;

/// What is known of a project whose spec is begun. What is not known is left for the author to fill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewSpec {
    /// What it is called; the name of the file where this is not given.
    pub title: Option<String>,
    /// What it is, in a sentence.
    pub about: Option<String>,
    /// Its own site.
    pub site: Option<String>,
    /// How far it is, in the word that the language has for it.
    pub status: Option<String>,
    /// The names of the chains it runs on.
    pub runs_on: Vec<String>,
    /// What it claims.
    pub claims: Vec<NewClaim>,
}

/// A claim of a spec that is begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewClaim {
    /// What it says; may be empty.
    pub says: String,
    /// Where it is placed; without it the cell is read from the words.
    pub cell: Option<Cell>,
}

/// Words that say little in a name.
const SMALL: &[&str] = &[
    "a", "an", "and", "any", "are", "as", "at", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or", "our",
    "the", "their", "to", "we", "with",
];

/// The text of a new spec, at a path that it is named after.
pub fn new_spec(path: &Path, spec: &NewSpec) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = name_of(&stem);
    let mut from_name = name.replace('-', " ");
    if let Some(first) = from_name.chars().next() {
        from_name.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    let title = spec.title.as_deref().unwrap_or(&from_name);
    let mut text = format!("project {name} {} {{\n", string(title));
    let mut fields = vec![("about", string(spec.about.as_deref().unwrap_or_default()))];
    fields.extend(spec.site.iter().map(|site| ("site", string(site))));
    fields.extend(spec.status.iter().map(|status| ("status", status.clone())));
    fields.extend((!spec.runs_on.is_empty()).then(|| ("runs-on", spec.runs_on.join(", "))));
    text += &lines("  ", &fields);
    let first = [NewClaim::default()];
    let claims = if spec.claims.is_empty() { &first[..] } else { &spec.claims[..] };
    let mut taken: Vec<String> = Vec::new();
    for claim in claims {
        let name = claim_name(&claim.says, &taken);
        let cells = claim.cell.map(|cell| format!(": {cell}")).unwrap_or_default();
        text += &format!("\n  claim {name}{cells} {{\n");
        let mut fields = vec![("says", string(&claim.says))];
        // A claim that says something is waiting for what stands behind it.
        if !claim.says.is_empty() {
            fields.push(("evidence", format!("{} \"\"", best_kind(claim.cell))));
            fields.push(("metric", "\"\"".to_owned()));
        }
        text += &lines("    ", &fields);
        text += "  }\n";
        taken.push(name);
    }
    text + "}\n"
}

/// Fields as the formatter lays them out: their values in one column.
fn lines(indent: &str, fields: &[(&str, String)]) -> String {
    let width = fields.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    fields.iter().map(|(name, value)| format!("{indent}{name:width$} {value}\n")).collect()
}

/// A text as a string of the language.
fn string(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 2);
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    format!("\"{escaped}\"")
}

/// A name that is like a text: in small letters, with hyphens for all that is no letter and no digit.
fn name_of(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    let reserved = Keyword::ALL.iter().any(|keyword| keyword.as_str() == name);
    let name = if !name.starts_with(char::is_alphabetic) || reserved { format!("my-{name}") } else { name.to_owned() };
    name.trim_end_matches('-').to_owned()
}

/// A name for a claim, from the first words that say something, and unlike those that are taken.
fn claim_name(says: &str, taken: &[String]) -> String {
    let words = says.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: Vec<&str> = words.filter(|word| !SMALL.contains(&word.to_lowercase().as_str())).take(3).collect();
    let name = if telling.is_empty() { "first".to_owned() } else { name_of(&telling.join(" ")) };
    let numbered = |number: usize| if number == 1 { name.clone() } else { format!("{name}-{number}") };
    (1..).map(numbered).find(|name| !taken.contains(name)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

    #[test]
    fn what_is_written_is_laid_out_and_waits_for_nothing_but_what_the_author_has_to_fill() {
        let claim = |says: &str, cell: &str| NewClaim { says: says.to_owned(), cell: Cell::parse(cell) };
        let spec = NewSpec {
            title: Some("My \"new\" \\ project".to_owned()),
            about: Some("A network\nof clinics.".to_owned()),
            site: Some("https://example.org".to_owned()),
            status: Some("research".to_owned()),
            runs_on: vec!["ethereum".to_owned()],
            claims: vec![
                claim("No record leaves the clinic.", "privacy+decentralization"),
                claim("No record leaves the clinic at all.", ""),
            ],
        };
        let text = new_spec(Path::new("my_project.synergy"), &spec);
        let expected = "project my-project \"My \\\"new\\\" \\\\ project\" {
  about   \"A network of clinics.\"
  site    \"https://example.org\"
  status  research
  runs-on ethereum

  claim no-record-leaves: privacy + decentralization {
    says     \"No record leaves the clinic.\"
    evidence audit \"\"
    metric   \"\"
  }

  claim no-record-leaves-2 {
    says     \"No record leaves the clinic at all.\"
    evidence paper \"\"
    metric   \"\"
  }
}
";
        assert_eq!(text, expected);
        let (snapshot, id) = snapshot(&text);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        let grave = report.diagnostics.iter().filter(|found| {
            matches!(found.rule.name, "syntax-error" | "unknown-field" | "unknown-name" | "unexpected-value")
        });
        assert_eq!(grave.map(|found| &found.message).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

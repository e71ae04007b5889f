//! The texts that explain things: what hover shows and `hypecheck explain` prints.

mod claims;

pub(super) use claims::{claim, project};

use super::markup::{code, escape, line, link};
use crate::model::schema::{self, FieldSpec};
use crate::model::{
    AiProperty, Cell, ChainProperty, Entry, Matrix, Property, Provenance, Rating, Scope, Snapshot, Strength,
};
use crate::rules::{self, Rule, verdict};
use crate::syntax::{Comparison, Deadline, DeadlineKind, Declaration, Keyword, Value, ValueKind};

/// What a name stands for, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The text, in Markdown.
    pub markdown: String,
}

/// Explains a rule, a cell, a property, or anything that the library declares, by its name. `Err` holds names that
/// are spelt nearly so.
///
/// # Errors
/// When nothing is called so.
pub fn explain(snapshot: &Snapshot, scope: &Scope, name: &str) -> Result<Explanation, Vec<String>> {
    let page = |markdown| Ok(Explanation { markdown });
    let name = name.trim();
    let matrix = snapshot.judging_matrix(scope, None);
    if let Some(cell) = Cell::parse(name) {
        return page(self::cell(scope, &matrix, cell));
    }
    if name == "verdict" {
        return page(verdict::to_markdown());
    }
    if let Some(rule) = rules::find(name) {
        return page(rule.to_markdown());
    }
    if let Some(property) = Property::from_word(name) {
        return page(self::property(scope, &matrix, property));
    }
    let explained =
        [Keyword::Technique, Keyword::Chain, Keyword::Ceiling, Keyword::Matrix, Keyword::Reference, Keyword::Phrase];
    let lower = name.to_lowercase();
    for keyword in explained {
        if let Some(entry) = scope.get(keyword, name).or_else(|| scope.get(keyword, &lower)) {
            return page(declaration(snapshot, scope, entry));
        }
    }
    for keyword in explained {
        if let Some(entry) = scope.all(keyword).into_iter().find(|entry| is_called(&entry.declaration, &lower)) {
            return page(declaration(snapshot, scope, entry));
        }
    }
    let mut near: Vec<String> = Vec::new();
    if name.contains('+') {
        near.extend(Cell::all().map(|cell| format!("{}+{}", cell.ai, cell.chain)));
    }
    near.extend(crate::model::nearest(name, rules::all().iter().map(|rule| rule.name)).map(str::to_owned));
    near.extend(explained.iter().filter_map(|&keyword| scope.nearest(keyword, name)).map(|name| name.to_string()));
    Err(near)
}

/// Whether a declaration has that other name, or phrase that other wording.
fn is_called(declaration: &Declaration, lower: &str) -> bool {
    let others =
        ["aka", "also"].into_iter().flat_map(|field| declaration.fields_named(field)).flat_map(|field| &field.values);
    declaration
        .title_text()
        .into_iter()
        .chain(others.filter_map(Value::as_text))
        .any(|text| text.to_lowercase() == lower)
}

/// A word for a strength with a sign that tells it without colour.
pub(super) fn strength_sign(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "●",
        Strength::Moderate => "◐",
        Strength::Weak => "○",
    }
}

fn advice(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "prioritise",
        Strength::Moderate => "explore, under stated conditions",
        Strength::Weak => "avoid unless proven",
    }
}

/// On whose word a rating stands.
fn on_whose_word(rating: &Rating) -> String {
    let confidence =
        rating.entry.declaration.field_text("confidence").map(|degree| format!(", with {} confidence", line(degree)));
    let confidence = confidence.unwrap_or_default();
    let ours = rating.entry.file.is_library();
    let word = match rating.provenance {
        Provenance::Stated => "stated by the founding article",
        Provenance::Implied => "implied by the founding article",
        Provenance::Judgement if ours => "our judgement; the founding article does not rate it",
        Provenance::Judgement => "a judgement",
    };
    let matrix = if ours { String::new() } else { format!(" of matrix {}", code(&rating.matrix)) };
    format!("{word}{matrix}{confidence}")
}

/// The page of a cell: its strength and on whose word, why, when it holds, what helps, examples, figures, and where
/// it is in the matrix.
pub(super) fn cell(scope: &Scope, matrix: &Matrix, cell: Cell) -> String {
    let Some(rating) = matrix.rating(cell) else {
        return format!(
            "**{cell}**\n\nMatrix {} does not rate this cell.\n\n{}",
            code(&matrix.name),
            grid(matrix, Some(cell))
        );
    };
    let declaration = &rating.entry.declaration;
    let mut page = format!(
        "**{cell}** {} **{}**: {}\n\n*{}*\n",
        strength_sign(rating.strength),
        rating.strength,
        advice(rating.strength),
        on_whose_word(rating)
    );
    if let Some(before) = &rating.overrides {
        page += &format!(
            "\n*Overrides* {} of matrix {}: {}\n",
            before.strength,
            code(&before.matrix),
            on_whose_word(before)
        );
    }
    // Before the text: an editor shows the first lines of a hover, and the place of the cell says most.
    page += &format!("\n{}", grid(matrix, Some(cell)));
    for field in ["verdict", "because"] {
        for text in texts(declaration, field) {
            page += &format!("\n{}\n", line(text));
        }
    }
    page += &bullets("Holds when", texts(declaration, "holds-when").map(line));
    page += &bullets("Fails when", texts(declaration, "fails-when").map(line));
    let needs: Vec<String> = declaration.field_names("needs").map(|(name, _)| technique_link(scope, name)).collect();
    if !needs.is_empty() {
        page += &format!("\n**What helps**: {}\n", needs.join(", "));
    }
    page += &bullets("Examples", fields_with_sources(scope, declaration, "example"));
    page += &bullets("Figures", fields_with_sources(scope, declaration, "figure"));
    page += &bullets("Ask", texts(declaration, "ask").map(line));
    page += &sources(scope, declaration);
    page
}

/// The nine cells as a table, one of them marked.
pub(super) fn grid(matrix: &Matrix, marked: Option<Cell>) -> String {
    let mut table = String::from("| |");
    for chain in ChainProperty::ALL {
        table += &format!(" {chain} |");
    }
    table += "\n|---|---|---|---|\n";
    for &ai in AiProperty::ALL {
        table += &format!("| {ai} |");
        for &chain in ChainProperty::ALL {
            let cell = Cell { ai, chain };
            let text = match matrix.rating(cell) {
                Some(rating) => format!("{} {}", strength_sign(rating.strength), rating.strength),
                None => "not rated".to_owned(),
            };
            table += &if marked == Some(cell) { format!(" **▸ {text}** |") } else { format!(" {text} |") };
        }
        table.push('\n');
    }
    table
}

/// The page of a property: what it means, its row or column, and what serves it.
pub(super) fn property(scope: &Scope, matrix: &Matrix, property: Property) -> String {
    let word = property.as_str();
    let side = match property {
        Property::Ai(_) => "a property of the AI, a row of the matrix",
        Property::Chain(_) => "a property of the blockchain, a column of the matrix",
    };
    let mut page = format!("**{word}**, {side}\n");
    let entry = scope.get(Keyword::Property, word);
    for text in entry.iter().flat_map(|entry| texts(&entry.declaration, "about")) {
        page += &format!("\n{}\n", line(text));
    }
    let cells = Cell::all().filter(|cell| Property::Ai(cell.ai) == property || Property::Chain(cell.chain) == property);
    page += &bullets(
        "Its cells",
        cells.filter_map(|cell| {
            let rating = matrix.rating(cell)?;
            Some(format!("{cell}: {} {}", strength_sign(rating.strength), rating.strength))
        }),
    );
    let techniques = scope.all(Keyword::Technique);
    let with = |field: &str| {
        let named =
            techniques.iter().filter(|entry| entry.declaration.field_names(field).any(|(name, _)| name == word));
        named.filter_map(|entry| entry.declaration.name.as_ref()).map(|name| code(&name.text)).collect::<Vec<_>>()
    };
    for (heading, names) in [("Served by", with("serves")), ("Paid for", with("costs"))] {
        if !names.is_empty() {
            page += &format!("\n**{heading}**: {}\n", names.join(", "));
        }
    }
    page
}

/// The page of any declaration of a vocabulary.
pub(super) fn declaration(snapshot: &Snapshot, scope: &Scope, entry: &Entry) -> String {
    let declared = &*entry.declaration;
    match declared.keyword {
        Keyword::Claim => claim(snapshot, scope, None, entry, None),
        Keyword::Project => project(snapshot, scope, entry, &[]),
        Keyword::Cell => match declared.cells.first().and_then(Cell::from_reference) {
            Some(cell) => self::cell(scope, &snapshot.judging_matrix(scope, None), cell),
            None => String::new(),
        },
        Keyword::Property => match declared.name.as_ref().and_then(|name| Property::from_word(&name.text)) {
            Some(property) => self::property(scope, &snapshot.judging_matrix(scope, None), property),
            None => general(scope, declared),
        },
        Keyword::Matrix => {
            let name = declared.name.as_ref().map_or("", |name| name.text.as_str());
            let grid = snapshot.matrix(scope, name).map(|matrix| grid(&matrix, None)).unwrap_or_default();
            format!("{}\n{grid}", general(scope, declared))
        }
        Keyword::Reference => reference(scope, declared),
        Keyword::Phrase => phrase(scope, declared),
        _ => general(scope, declared),
    }
}

fn general(scope: &Scope, declared: &Declaration) -> String {
    let keyword = declared.keyword;
    let mut page = heading(declared);
    let aka: Vec<String> =
        declared.fields_named("aka").flat_map(|field| &field.values).filter_map(Value::as_text).map(line).collect();
    if !aka.is_empty() {
        page += &format!("\n*Also called* {}\n", aka.join(", "));
    }
    for field in ["about", "because"] {
        for text in texts(declared, field) {
            page += &format!("\n{}\n", line(text));
        }
    }
    let mut facts = Vec::new();
    if let Some(extends) = &declared.extends {
        facts.push(format!("extends {}", code(&extends.text)));
    }
    for spec in schema::fields(keyword) {
        if matches!(
            spec.name,
            "about" | "because" | "aka" | "figure" | "ask" | "source" | "works-with" | "conflicts-with"
        ) {
            continue;
        }
        let values: Vec<String> = declared.fields_named(spec.name).flat_map(|field| &field.values).map(value).collect();
        if !values.is_empty() {
            facts.push(format!("{}: {}", spec.name, values.join(", ")));
        }
    }
    page += &bullets("Facts", facts);
    page += &bullets("Works with", pairs(declared, "works-with"));
    page += &bullets("Conflicts with", pairs(declared, "conflicts-with"));
    page += &bullets("Figures", fields_with_sources(scope, declared, "figure"));
    page += &bullets("Ask", texts(declared, "ask").map(line));
    page += &sources(scope, declared);
    page
}

fn heading(declared: &Declaration) -> String {
    let keyword = declared.keyword.as_str();
    match (&declared.name, declared.title_text()) {
        (Some(name), Some(title)) => format!("**{}** · {keyword} {}\n", line(title), code(&name.text)),
        (Some(name), None) => format!("**{keyword}** {}\n", code(&name.text)),
        (None, Some(title)) => format!("**{}** · {keyword}\n", line(title)),
        (None, None) => format!("**{keyword}**\n"),
    }
}

/// The page of a phrase: why it says nothing, and what could be written.
pub(super) fn phrase(scope: &Scope, declared: &Declaration) -> String {
    let title = declared.title_text().unwrap_or("");
    let kind = declared.kind.as_ref().map_or("phrase", |kind| kind.text.as_str());
    let mut page = format!("**“{}”** · phrase, {}\n", line(title), line(kind));
    for text in texts(declared, "because") {
        page += &format!("\n{}\n", line(text));
    }
    for text in texts(declared, "instead") {
        page += &format!("\n**Write instead**: {}\n", line(text));
    }
    let also: Vec<String> =
        declared.fields_named("also").flat_map(|field| &field.values).filter_map(Value::as_text).map(line).collect();
    if !also.is_empty() {
        page += &format!("\n*Also* {}\n", also.join(", "));
    }
    page + &sources(scope, declared)
}

pub(super) fn reference(scope: &Scope, declared: &Declaration) -> String {
    let title = declared.title_text().or_else(|| declared.name.as_ref().map(|name| name.text.as_str())).unwrap_or("");
    let linked = declared.field_text("url").map_or_else(|| line(title), |url| link(title, url));
    let mut page = format!("**{linked}** · reference\n");
    let published = declared.field("published").and_then(|field| field.values.first()).map(value);
    let authors = declared.field_text("authors").map(line);
    let kind = declared.field_text("kind").map(|kind| format!("{}, {}", line(kind), weight(kind)));
    let facts: Vec<String> = [authors, published, kind].into_iter().flatten().collect();
    page += &bullets("", facts);
    for text in texts(declared, "about") {
        page += &format!("\n{}\n", line(text));
    }
    page + &sources(scope, declared)
}

/// How much weight a kind of reference bears.
fn weight(kind: &str) -> &'static str {
    match kind {
        "paper" => "a paper or preprint",
        "official" => "a regulator, a standard, or documentation of a protocol",
        "vendor" => "a project's own word: its numbers are claims",
        "report" => "an independent reviewer or research organisation",
        "press" => "news or trade press",
        _ => "a note or post, the weakest kind",
    }
}

/// What a keyword opens and which fields it takes.
pub(super) fn keyword(keyword: Keyword) -> String {
    let mut page = format!("**{}**\n\n{}\n", keyword.as_str(), about_keyword(keyword));
    page += &bullets(
        "Fields",
        schema::fields(keyword).iter().map(|spec| format!("{}: {}", code(spec.name), escape(spec.about))),
    );
    page
}

/// What a declaration is, in a sentence.
fn about_keyword(keyword: Keyword) -> &'static str {
    match keyword {
        Keyword::Use => "Makes what another file declares known in this one: `use \"house.synergy\"`.",
        Keyword::Project => "A project: what it is, and what it claims.",
        Keyword::Claim => "Something that a project claims, and what stands behind it.",
        Keyword::Matrix => "A view of how well the properties of AI and of blockchains go together.",
        Keyword::Cell => "How well two properties go together, on whose word, and why.",
        Keyword::Property => "A row or a column of the matrix.",
        Keyword::Technique => "A way to get a property, and what it is paid with.",
        Keyword::Chain => "A blockchain, its place in the trilemma and its limits.",
        Keyword::Ceiling => "A limit that no project can pass until some year.",
        Keyword::Phrase => "A phrase that says nothing that could be checked.",
        Keyword::Reference => "A source that figures come from.",
        Keyword::Unknown => "",
    }
}

/// What a field is for and what it takes.
pub(super) fn field(keyword: Keyword, spec: &FieldSpec) -> String {
    format!(
        "**{}** · field of a {}\n\n{}\n\nTakes {}.\n",
        spec.name,
        keyword.as_str(),
        escape(spec.about),
        spec.shape.in_words()
    )
}

/// What a word out of a few means.
pub(super) fn word(spec: &FieldSpec, word: &str) -> Option<String> {
    let about = match (spec.name, word) {
        ("evidence", word) if schema::SOLID_EVIDENCE.contains(&word) => "Solid evidence: it can be checked.",
        ("evidence", word) if schema::EVIDENCE.contains(&word) => "Soft evidence: somebody's word that it is so.",
        ("strength", "strong") => "The two properties feed each other: prioritise.",
        ("strength", "moderate") => "It works under conditions, which a claim must state: explore.",
        ("strength", "weak") => "Conflict is the default: avoid unless proven.",
        ("provenance", "stated") => "The founding article says so.",
        ("provenance", "implied") => "The founding article implies it.",
        ("provenance", "judgement") => "A judgement, with its reasons: findings that rest on it are one level milder.",
        ("overhead", "none") => "It costs nothing worth mentioning.",
        ("overhead", "low") => "It costs less than 10 %.",
        ("overhead", "medium") => "It costs up to about 3 times.",
        ("overhead", "high") => "It costs 10 to 1,000 times.",
        ("overhead", "extreme") => "It costs more than 1,000 times.",
        ("overhead", "unclear") => "Nobody has said what it costs.",
        ("kind", kind) if schema::REFERENCE_KINDS.contains(&kind) => weight(kind),
        _ => return None,
    };
    Some(format!("**{}** · {}\n\n{about}\n", line(word), spec.name))
}

/// The page of a rule, made small enough for a hover.
pub(super) fn rule(rule: &Rule) -> String {
    format!(
        "**{}** · rule, {}\n\n{}\n\n{}\n\n{}\n",
        rule.name,
        rule.level,
        rule.summary,
        rule.why.trim(),
        link("all about this rule", &rule.url())
    )
}

fn texts<'a>(declaration: &'a Declaration, field: &'a str) -> impl Iterator<Item = &'a str> + 'a {
    declaration.fields_named(field).filter_map(|field| field.values.first()).filter_map(Value::as_text)
}

pub(super) fn bullets(heading: &str, lines: impl IntoIterator<Item = String>) -> String {
    let lines: Vec<String> = lines.into_iter().map(|line| format!("- {line}\n")).collect();
    match (lines.is_empty(), heading.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!("\n{}", lines.concat()),
        (false, false) => format!("\n**{heading}**\n\n{}", lines.concat()),
    }
}

fn technique_link(scope: &Scope, name: &str) -> String {
    match scope.get(Keyword::Technique, name).and_then(|entry| entry.declaration.title_text()) {
        Some(title) => format!("{} ({})", code(name), line(title)),
        None => code(name),
    }
}

/// Each field of that name: its text, and links to where it comes from.
fn fields_with_sources(scope: &Scope, declaration: &Declaration, field: &str) -> Vec<String> {
    declaration
        .fields_named(field)
        .filter_map(|field| {
            let text = field.values.first()?.as_text()?;
            let sources: Vec<String> = field.values[1..].iter().filter_map(|value| source(scope, value)).collect();
            let sources = if sources.is_empty() { String::new() } else { format!(" ({})", sources.join("; ")) };
            Some(format!("{}{sources}", line(text)))
        })
        .collect()
}

fn sources(scope: &Scope, declaration: &Declaration) -> String {
    let all =
        declaration.fields_named("source").flat_map(|field| &field.values).filter_map(|value| source(scope, value));
    bullets("Sources", all.collect::<Vec<_>>())
}

/// A reference or an address as a link.
fn source(scope: &Scope, value: &Value) -> Option<String> {
    if let Some(url) = value.as_url() {
        return Some(link(url, url));
    }
    let name = value.as_name()?;
    let Some(entry) = scope.get(Keyword::Reference, name) else { return Some(code(name)) };
    let title = entry.declaration.title_text().unwrap_or(name);
    let short: String = if title.chars().count() > 60 {
        title.chars().take(57).chain("…".chars()).collect()
    } else {
        title.to_owned()
    };
    Some(match entry.declaration.field_text("url") {
        Some(url) => link(&short, url),
        None => line(&short),
    })
}

fn pairs(declaration: &Declaration, field: &str) -> Vec<String> {
    declaration
        .fields_named(field)
        .filter_map(|field| {
            let partner = field.values.first()?;
            let partner = match &partner.kind {
                ValueKind::Name(name) => code(name),
                _ => line(partner.as_text()?),
            };
            let reasons: Vec<String> = field.values[1..].iter().filter_map(Value::as_text).map(line).collect();
            Some(if reasons.is_empty() { partner } else { format!("{partner}: {}", reasons.join("; ")) })
        })
        .collect()
}

/// A value as a reader sees it.
fn value(value: &Value) -> String {
    match &value.kind {
        ValueKind::String(prose) => match value.as_url() {
            Some(url) => link(url, url),
            None => line(&prose.text),
        },
        ValueKind::Url(url) => link(url, url),
        ValueKind::Name(name) => code(name),
        ValueKind::Cell(cell) => cell.words().map(|word| code(&word.text)).collect::<Vec<_>>().join(" + "),
        ValueKind::Comparison(comparison) => self::comparison(comparison),
        ValueKind::Quantity(quantity) => line(&plain_quantity(quantity)),
        ValueKind::Date(date) => date.to_string(),
        ValueKind::Deadline(Deadline { kind, date }) => {
            let word = if *kind == DeadlineKind::Until { "until" } else { "by" };
            date.map_or_else(|| word.to_owned(), |date| format!("{word} {date}"))
        }
    }
}

fn comparison(comparison: &Comparison) -> String {
    let metric = comparison.metric.as_ref().map_or("", |metric| metric.text.as_str());
    let quantity = comparison.quantity.as_ref().map(plain_quantity).unwrap_or_default();
    line(&format!("{metric} {} {quantity}", comparison.operator.as_str()))
}

fn plain_quantity(quantity: &crate::syntax::Quantity) -> String {
    let unit = quantity.unit.as_ref().map(|unit| format!(" {}", unit.text)).unwrap_or_default();
    format!("{}{unit}", quantity.number)
}

//! Pages of the cells and techniques of the built-in library, with what the library says elsewhere of each.

use hypecheck::model::{Axis, Cell, Entry, Library, Property, Provenance, Rating, Strength};
use hypecheck::syntax::{Declaration, Keyword, SyntaxTree, Value};
use hypecheck::text::Text;

const NOTE: &str = "<!-- Made from src/std by tests/generated.rs; change it there. -->\n\n";

/// Where files are found that are no part of the book.
const REPOSITORY: &str = "https://github.com/hypecheck/hypecheck/blob/main";

/// A spec of the examples: its path, its project, and what its claims say of themselves.
pub struct Spec {
    path: String,
    title: String,
    cells: Vec<Cell>,
    techniques: Vec<String>,
}

impl Spec {
    /// What the projects in a file claim.
    pub fn read(path: &str, source: &str) -> Vec<Spec> {
        let tree = SyntaxTree::parse(&Text::new(source));
        let projects = tree.declarations().iter().map(|child| &child.declaration);
        let projects = projects.filter(|declared| declared.keyword == Keyword::Project);
        let spec = |project: &Declaration| {
            let claims = || project.children.iter().map(|child| &child.declaration);
            let cells = claims().flat_map(|claim| claim.cells.iter().filter_map(Cell::from_reference)).collect();
            let techniques = claims().flat_map(|claim| names(claim, "using")).collect();
            Spec { path: path.to_owned(), title: title(project), cells, techniques }
        };
        projects.map(|project| spec(project)).collect()
    }

    fn link(&self) -> String {
        format!("[{}]({REPOSITORY}/{})", prose(&self.title), self.path)
    }
}

/// The file name of a cell's page, without its ending.
pub fn page_name(cell: Cell) -> String {
    format!("{}-{}", cell.ai, cell.chain)
}

/// All techniques, in the order of their names.
pub fn techniques() -> Vec<Entry> {
    entries(Keyword::Technique)
}

fn entries(keyword: Keyword) -> Vec<Entry> {
    let names = Library::get().names();
    let mut all: Vec<Entry> = names.entries().filter(|entry| entry.declaration.keyword == keyword).cloned().collect();
    all.sort_by_key(|entry| name(&entry.declaration));
    all
}

fn rating(cell: Cell) -> &'static Rating {
    Library::get().standard().rating(cell).expect("the standard matrix rates every cell")
}

/// The name of a declaration.
pub fn name(declared: &Declaration) -> String {
    declared.name.as_ref().map(|name| name.text.to_string()).unwrap_or_default()
}

/// What a declaration is called in prose.
pub fn title(declared: &Declaration) -> String {
    declared.title_text().map_or_else(|| name(declared), str::to_owned)
}

/// Prose of the library, on one line and with nothing in it that Markdown would take for its own.
fn prose(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().flat_map(|c| ["\\", ""][usize::from(!"\\`*_[]<>|".contains(c))].chars().chain([c])).collect()
}

fn texts(declared: &Declaration, field: &str) -> Vec<String> {
    let first = declared.fields_named(field).filter_map(|field| field.values.first()?.as_text());
    first.map(prose).collect()
}

fn names(declared: &Declaration, field: &str) -> Vec<String> {
    declared.field_names(field).map(|(name, _)| name.to_string()).collect()
}

/// Where a figure or an example comes from.
fn source(value: &Value) -> String {
    if let Some(url) = value.as_url() {
        return format!("<{url}>");
    }
    let name = value.as_name().expect("a source is an address or a reference");
    let reference = Library::get().names().get(Keyword::Reference, name).expect("every reference is declared");
    let title = prose(&title(&reference.declaration));
    match reference.declaration.field_text("url") {
        Some(url) => format!("[{title}]({url})"),
        None => title,
    }
}

fn sourced(declared: &Declaration, field: &str) -> Vec<String> {
    let line = |values: &[Value]| {
        let (text, sources) = values.split_first()?;
        let sources: Vec<String> = sources.iter().map(source).collect();
        let sources = if sources.is_empty() { String::new() } else { format!(" ({})", sources.join("; ")) };
        Some(format!("{}{sources}", prose(text.as_text()?)))
    };
    declared.fields_named(field).filter_map(|field| line(&field.values)).collect()
}

fn sources(declared: &Declaration) -> Vec<String> {
    declared.fields_named("source").flat_map(|field| &field.values).map(source).collect()
}

fn section(heading: &str, lines: Vec<String>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    format!("\n## {heading}\n\n{}", lines.iter().map(|line| format!("- {line}\n")).collect::<String>())
}

fn sign(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "● strong",
        Strength::Moderate => "◐ moderate",
        Strength::Weak => "○ weak",
    }
}

/// What a strength asks of a claim.
fn advice(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "prioritise. No rule finds fault with the cell as such",
        Strength::Moderate => {
            "explore, under stated conditions. A claim here is found by [`moderate-synergy`](../rules/moderate-synergy.md)"
        }
        Strength::Weak => "avoid unless proven. A claim here is found by [`weak-synergy`](../rules/weak-synergy.md)",
    }
}

fn whose_word(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Stated => "The founding article states it",
        Provenance::Implied => "The founding article implies it",
        Provenance::Judgement => "It is our judgement; the founding article does not rate it",
    }
}

fn cell_link(cell: Cell, from: &str) -> String {
    format!("[{} + {}]({from}{}.md)", cell.ai, cell.chain, page_name(cell))
}

fn technique_link(technique: &Entry, from: &str) -> String {
    let declared = &technique.declaration;
    format!("[{}]({from}{}.md)", prose(&title(declared)), name(declared))
}

/// A technique and what it is paid with, in a line.
fn technique_line(technique: &Entry) -> String {
    let declared = &technique.declaration;
    let costs = names(declared, "costs");
    let overhead = declared.field_text("overhead").unwrap_or("unclear");
    let paid = match &costs[..] {
        [] => String::new(),
        costs => format!("; paid with {}; overhead: {overhead}", costs.join(", ")),
    };
    let serves = names(declared, "serves").join(", ");
    format!("{}: serves {serves}{paid}", technique_link(technique, "../techniques/"))
}

/// The page of a cell.
pub fn cell_page(cell: Cell, specs: &[Spec]) -> String {
    let rating = rating(cell);
    let declared = &rating.entry.declaration;
    let (ai, chain) = (cell.ai.as_str(), cell.chain.as_str());
    let mut page = format!("{NOTE}# {ai} + {chain}\n\n");
    page += &format!("**{}**: {}.\n\n", sign(rating.strength), advice(rating.strength));
    let confidence = declared.field_text("confidence").unwrap_or("low");
    page += &format!("{}, with {confidence} confidence.\n", whose_word(rating.provenance));
    for verdict in texts(declared, "verdict") {
        page += &format!("\n> {verdict}\n");
    }
    page += "\n## Why\n";
    for because in texts(declared, "because") {
        page += &format!("\n{because}\n");
    }
    page += &section("A claim here is stronger when", texts(declared, "holds-when"));
    page += &section("A claim here is weaker when", texts(declared, "fails-when"));

    let asked = names(declared, "needs");
    let serves = |technique: &Entry| {
        let served = names(&technique.declaration, "serves");
        served.iter().any(|property| property == ai || property == chain)
    };
    let all = techniques();
    let (needed, others): (Vec<&Entry>, Vec<&Entry>) =
        all.iter().partition(|technique| asked.contains(&name(&technique.declaration)));
    if !needed.is_empty() {
        page += "\n## Techniques that the cell asks for\n\nA claim here is expected to name at least one of these in `using`.\n\n";
        page += &needed.iter().map(|technique| format!("- {}\n", technique_line(technique))).collect::<String>();
    }
    page += &section(
        &format!("Other techniques that serve {ai} or {chain}"),
        others.into_iter().filter(|technique| serves(technique)).map(technique_line).collect(),
    );
    let costs = |technique: &&Entry| {
        names(&technique.declaration, "costs").iter().any(|property| property == ai || property == chain)
    };
    page += &section(
        "Techniques that are paid with one of the two",
        all.iter().filter(costs).map(|technique| technique_link(technique, "../techniques/")).collect(),
    );

    let chains = entries(Keyword::Chain);
    let of_chains = |field: &str| {
        let with = chains.iter().filter(|entry| names(&entry.declaration, field).iter().any(|name| name == chain));
        with.map(|entry| prose(&title(&entry.declaration))).collect::<Vec<_>>().join(", ")
    };
    let place = |what: String, chains: String| (!chains.is_empty()).then(|| format!("{what}: {chains}"));
    let lines = [
        place(format!("put {chain} first"), of_chains("favors")),
        place(format!("give {chain} up"), of_chains("gives-up")),
    ];
    page += &section("Chains", lines.into_iter().flatten().collect());
    let ceilings = entries(Keyword::Ceiling);
    let limits = ceilings.iter().filter(|entry| names(&entry.declaration, "limits").iter().any(|name| name == ai));
    let about = |entry: &Entry| texts(&entry.declaration, "about").concat();
    page += &section(
        &format!("Ceilings on {ai}"),
        limits.map(|entry| format!("{}: {}", prose(&title(&entry.declaration)), about(entry))).collect(),
    );

    page += &section("Projects", sourced(declared, "example"));
    let here = specs.iter().filter(|spec| spec.cells.contains(&cell)).map(Spec::link);
    page += &section("Specs with a claim here", here.collect());
    page += &section("Figures", sourced(declared, "figure"));
    page += &section("What a reviewer asks", texts(declared, "ask"));
    page += &section("Sources", sources(declared));
    page + &format!("\n`hypecheck explain {ai}+{chain}` prints the heart of this page.\n")
}

/// The page that leads to those of the cells.
pub fn cells_page() -> String {
    let mut page = format!(
        "{NOTE}# The nine cells\n\nThe rows are what AI wants, the columns what a blockchain trades. A strength says how well the two go together.\n\n| |"
    );
    let columns: Vec<Cell> = Cell::all().take(3).collect();
    for column in &columns {
        page += &format!(" {} |", column.chain);
    }
    page += "\n|---|---|---|---|\n";
    for (index, cell) in Cell::all().enumerate() {
        if index % 3 == 0 {
            page += &format!("| **{}** |", cell.ai);
        }
        page += &format!(" [{}]({}.md) |", sign(rating(cell).strength), page_name(cell));
        page += if index % 3 == 2 { "\n" } else { "" };
    }
    page += "\n## What the properties mean\n\n";
    let properties = entries(Keyword::Property);
    for (axis, what) in [(Axis::Ai, "AI"), (Axis::Blockchain, "blockchain")] {
        let of_axis = properties.iter().filter(|entry| {
            Property::from_word(&name(&entry.declaration)).is_some_and(|property| property.axis() == axis)
        });
        for entry in of_axis {
            let declared = &entry.declaration;
            page += &format!("- **{}** ({what}): {}\n", name(declared), texts(declared, "about").concat());
        }
    }
    page
}

/// What a degree of overhead means.
fn overhead(degree: &str) -> &'static str {
    match degree {
        "none" => "it costs nothing worth mentioning",
        "low" => "less than 10 %",
        "medium" => "up to about 3 times",
        "high" => "10 to 1,000 times",
        "extreme" => "more than 1,000 times",
        _ => "nobody has said what it costs",
    }
}

/// The pairs of that kind that a technique is part of, with `then` before what follows the reason. A pair is declared on
/// one side only.
fn pairs(technique: &Entry, field: &str, then: &str) -> Vec<String> {
    let own = name(&technique.declaration);
    let mut lines = Vec::new();
    let mut add = |partner: String, values: &[Value]| {
        let mut said = values.iter().filter_map(Value::as_text).map(prose);
        let why = said.next().unwrap_or_default();
        let further: String = said.map(|text| format!(" *{then}*: {text}")).collect();
        lines.push(format!("{partner}: {why}{further}"));
    };
    let known = Library::get().names();
    for field in technique.declaration.fields_named(field) {
        let (partner, reasons) = field.values.split_first().expect("a pair names what it is made with");
        let partner = match partner.as_name().and_then(|name| known.get(Keyword::Technique, name)) {
            Some(partner) => technique_link(partner, ""),
            None => prose(partner.as_text().expect("it is a text or a technique")),
        };
        add(partner, reasons);
    }
    for other in techniques() {
        for field in other.declaration.fields_named(field) {
            let (partner, reasons) = field.values.split_first().expect("a pair names what it is made with");
            if partner.as_name().is_some_and(|name| *name == own) {
                add(technique_link(&other, ""), reasons);
            }
        }
    }
    lines
}

/// The page of a technique.
pub fn technique_page(technique: &Entry, specs: &[Spec]) -> String {
    let declared = &technique.declaration;
    let own = name(declared);
    let mut page = format!("{NOTE}# {}\n\n{}\n\n", prose(&title(declared)), texts(declared, "about").concat());
    page += &format!("- in specs: `using {own}`\n");
    page += &format!("- family: {}\n", declared.field_text("family").unwrap_or("").replace('-', " "));
    page += &format!("- serves: {}\n", names(declared, "serves").join(", "));
    let costs = names(declared, "costs");
    if !costs.is_empty() {
        page += &format!("- paid with: {}\n", costs.join(", "));
    }
    let degree = declared.field_text("overhead").unwrap_or("unclear");
    page += &format!("- overhead: {degree}, {}\n", overhead(degree));
    let others = declared.fields_named("aka").flat_map(|field| &field.values).filter_map(Value::as_text);
    let others: Vec<String> = others.map(prose).collect();
    if !others.is_empty() {
        page += &format!("\nIn prose it is known by these names: {}.\n", others.join(", "));
    }
    let asking = Cell::all().filter(|cell| names(&rating(*cell).entry.declaration, "needs").contains(&own));
    let line = |cell: Cell| format!("{}: {}", cell_link(cell, "../cells/"), sign(rating(cell).strength));
    page += &section("Cells that ask for it", asking.map(line).collect());
    page += &section("Goes well with", pairs(technique, "works-with", "If"));
    page += &section("Fights with", pairs(technique, "conflicts-with", "Ask"));
    page += &section("Figures", sourced(declared, "figure"));
    page += &section("What a reviewer asks", texts(declared, "ask"));
    let using = specs.iter().filter(|spec| spec.techniques.contains(&own)).map(Spec::link);
    page += &section("Specs that use it", using.collect());
    page += &section("Sources", sources(declared));
    page
}

/// The page that leads to those of the techniques.
pub fn techniques_page() -> String {
    let mut page = format!(
        "{NOTE}# Techniques\n\nHow projects get a property, and what they pay for it. `hypecheck explain NAME` prints what is known of each.\n"
    );
    let all = techniques();
    for family in hypecheck::model::schema::FAMILIES {
        let heading: String = family.replace('-', " ");
        page += &format!("\n## {}{}\n\n", heading[..1].to_uppercase(), &heading[1..]);
        page += "| technique | serves | paid with | overhead |\n|---|---|---|---|\n";
        for technique in all.iter().filter(|entry| entry.declaration.field_text("family") == Some(family)) {
            let declared = &technique.declaration;
            let (serves, costs) = (names(declared, "serves").join(", "), names(declared, "costs").join(", "));
            let overhead = declared.field_text("overhead").unwrap_or("unclear");
            page += &format!("| {} | {serves} | {costs} | {overhead} |\n", technique_link(technique, ""));
        }
    }
    page
}

//! The matrix and the argument as diagrams of Mermaid, which forges and wikis draw from text.
//!
//! The matrix is a block diagram of three by three; Mermaid's quadrants are two by two and would lose five of the nine
//! cells. The argument is a flowchart: from each claim to the techniques that make it possible and to the evidence that
//! stands behind it. Every label is a string between quotes in which only letters, digits and harmless signs are left
//! as they are: what Mermaid could take for its own syntax, or a browser for markup, is written as its number.

use super::facts::SpecFacts;
use super::glyphs;
use super::map::{HeatMap, MapCell};
use crate::ide::palette::color;
use crate::model::{AiProperty, Cell, ChainProperty, Strength};
use crate::rules::Verdict;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Claims that are named in a cell. Of more it is said how many.
const MOST_NAMED: usize = 6;

/// Claims of an argument that are drawn. Mermaid draws some hundreds of lines and gives up on more.
const MOST_CLAIMS: usize = 150;

/// Characters of a label.
const MOST: usize = 60;

/// The nine cells with the claims in them.
pub fn matrix(map: &HeatMap) -> String {
    let mut out = String::from("block-beta\n  columns 4\n  corner[\" \"]\n");
    for chain in ChainProperty::ALL {
        let _ = writeln!(out, "  {}[\"{}\"]", chain.as_str(), chain.as_str());
    }
    for ai in AiProperty::ALL {
        let _ = writeln!(out, "  {}[\"{}\"]", ai.as_str(), ai.as_str());
        for chain in ChainProperty::ALL {
            let cell = &map.cells[Cell { ai: *ai, chain: *chain }.index()];
            let _ = writeln!(out, "  {}[\"{}\"]", id(cell.cell), cell_label(map, cell));
        }
    }
    for &strength in Strength::ALL {
        // Light enough for dark letters, as Mermaid has no patterns; the word is in the label.
        let _ = writeln!(
            out,
            "  classDef {strength} fill:{}22,stroke:{},stroke-width:2px",
            color(strength),
            color(strength)
        );
    }
    out.push_str("  classDef axis fill:none,stroke:none\n");
    for &strength in Strength::ALL {
        let of: Vec<String> = map
            .cells
            .iter()
            .filter(|cell| super::grid::agreed(cell) == Some(strength))
            .map(|cell| id(cell.cell))
            .collect();
        if !of.is_empty() {
            let _ = writeln!(out, "  class {} {strength}", of.join(","));
        }
    }
    let axes = ChainProperty::WORDS.iter().chain(AiProperty::WORDS).copied().collect::<Vec<_>>().join(",");
    let _ = writeln!(out, "  class corner,{axes} axis");
    out
}

fn id(cell: Cell) -> String {
    format!("{}_{}", cell.ai.as_str(), cell.chain.as_str())
}

fn cell_label(map: &HeatMap, cell: &MapCell) -> String {
    let claims: Vec<_> =
        map.claims.iter().filter(|claim| claim.placed.iter().any(|placed| placed.cell == cell.cell)).collect();
    let mut lines = vec![format!("<b>{}</b>", text(&super::grid::rating(cell).0))];
    for claim in claims.iter().take(MOST_NAMED) {
        lines.push(format!("{} · {}", glyphs::letter(claim.verdict), text(&claim.name)));
    }
    if claims.len() > MOST_NAMED {
        lines.push(format!("and {} more", claims.len() - MOST_NAMED));
    }
    lines.join("<br>")
}

/// The argument: each claim with the techniques that make it possible and the evidence behind it.
pub fn argument(specs: &[&SpecFacts]) -> String {
    let mut out = String::from("flowchart LR\n");
    let mut ids = Ids::default();
    let (mut lines, mut weak) = (Vec::new(), BTreeMap::new());
    let mut drawn = 0;
    let all: usize = specs.iter().map(|spec| spec.map.claims.len()).sum();
    let mut group = 0;
    for spec in specs {
        let projects = (0..spec.map.projects.len()).map(Some).chain([None]);
        for project in projects {
            let claims: Vec<usize> = spec.claims_of(project).take(MOST_CLAIMS - drawn).collect();
            if claims.is_empty() {
                continue;
            }
            let title = project.map_or("claims outside of a project", |at| spec.map.projects[at].title.as_str());
            let _ = writeln!(out, "  subgraph p{group}[\"{}\"]", text(title));
            for index in claims {
                let claim = &spec.map.claims[index];
                let name = format!("c{drawn}");
                drawn += 1;
                // A shape for each verdict, as everywhere: round, pointed, slanted.
                let [open, close] = match claim.verdict {
                    Some(Verdict::Works) => ["([", "])"],
                    Some(Verdict::Promising) => ["{{", "}}"],
                    Some(Verdict::Speculative) => ["[/", "\\]"],
                    None => ["[", "]"],
                };
                let word = glyphs::word(claim.verdict);
                let _ = writeln!(out, "    {name}{open}\"{}<br><i>{word}</i>\"{close}", text(&claim.name));
                weak.entry(glyphs::class(claim.verdict)).or_insert_with(Vec::new).push(name.clone());
                let facts = &spec.claims[index];
                for (technique, title) in &facts.using {
                    let to = ids.of(&mut lines, "t", technique, &format!("[[\"{}\"]]", text(title)));
                    lines.push(format!("  {name} -->|uses| {to}"));
                }
                for evidence in &facts.evidence {
                    let what = evidence.url.as_deref().unwrap_or("no address");
                    let label = format!("{}<br>{}", text(&evidence.kind), text(what));
                    let to = ids.of(&mut lines, "e", &format!("{} {what}", evidence.kind), &format!("[(\"{label}\")]"));
                    let line = if evidence.solid { "==>|rests on|" } else { "-.->|is told by|" };
                    lines.push(format!("  {name} {line} {to}"));
                }
                if facts.evidence.is_empty() {
                    let to = ids.of(&mut lines, "n", &name, "[\"no evidence\"]");
                    lines.push(format!("  {name} -.- {to}"));
                }
            }
            out.push_str("  end\n");
            group += 1;
        }
    }
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
    if drawn < all {
        let _ = writeln!(out, "  more[\"and {} more claims\"]", all - drawn);
    }
    for (class, claims) in weak {
        let color = match class {
            "works" => glyphs::verdict_color(Some(Verdict::Works)),
            "promising" => glyphs::verdict_color(Some(Verdict::Promising)),
            "speculative" => glyphs::verdict_color(Some(Verdict::Speculative)),
            _ => glyphs::NONE,
        };
        let _ = writeln!(out, "  classDef {class} stroke:{color},stroke-width:3px");
        let _ = writeln!(out, "  class {} {class}", claims.join(","));
    }
    out
}

/// Nodes that several claims lead to, each declared once.
#[derive(Default)]
struct Ids {
    known: BTreeMap<String, String>,
}

impl Ids {
    fn of(&mut self, lines: &mut Vec<String>, sort: &str, what: &str, shape: &str) -> String {
        let next = format!("{sort}{}", self.known.len());
        self.known
            .entry(format!("{sort} {what}"))
            .or_insert_with(|| {
                lines.push(format!("  {next}{shape}"));
                next
            })
            .clone()
    }
}

/// A text in a label.
fn text(text: &str) -> String {
    let mut label = String::new();
    for char in super::claims::shown(text, MOST).chars() {
        match char {
            ' ' | '.' | ',' | '-' | '+' | '…' | '·' | '/' => label.push(char),
            char if char.is_alphanumeric() => label.push(char),
            char => {
                let _ = write!(label, "#{};", u32::from(char));
            }
        }
    }
    // An empty label is none to Mermaid.
    if label.is_empty() { " ".to_owned() } else { label }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn nothing_in_a_label_is_syntax_or_markup() {
        assert_eq!(text("a \"b\" <c> #1; `d`"), "a #34;b#34; #60;c#62; #35;1#59; #96;d#96;");
        assert_eq!(text("größer, 50 ms - 2.5/s"), "größer, 50 ms - 2.5/s");
        assert_eq!(text("end\n]) --> x"), "end #93;#41; --#62; x");
        assert_eq!(text(""), " ");
    }
}

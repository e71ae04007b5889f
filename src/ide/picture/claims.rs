//! From what was found in a file to the claims on the map.

use super::map::{HeatMap, MapClaim, MapProject, Placed, ratings};
use super::standing::{Pulls, Standing};
use crate::model::{Axis, Cell, Scope, Snapshot};
use crate::rules::{JudgedClaim, Report};
use crate::syntax::{Child, Declaration, Keyword, Value};
use crate::text::{TextRange, TextSize};
use std::collections::HashMap;

/// Characters of what a claim says that are shown.
const MOST_SAID: usize = 240;

/// Characters of a name or title that are shown.
pub(super) const MOST_NAMED: usize = 80;

/// Adds the projects and claims of a file.
pub(super) fn add(map: &mut HeatMap, snapshot: &Snapshot, report: &Report, label: Option<&str>) {
    let (Some(file), Some(scope)) = (snapshot.file(report.file), snapshot.scope(report.file)) else { return };
    let before = map.projects.len();
    let mut adding = Adding { map, report, label: label.map(|label| shown(label, MOST_NAMED)), seen: HashMap::new() };
    for child in file.tree().declarations() {
        adding.declaration(snapshot, &scope, child, TextSize::new(0), None);
    }
    if map.projects.len() > before {
        return;
    }
    // A house's file: it shows how it rates the cells.
    for child in file.tree().declarations().iter().filter(|child| child.declaration.keyword == Keyword::Matrix) {
        let name = child.declaration.name.as_ref();
        if let Some(matrix) = name.and_then(|name| snapshot.matrix(&scope, &name.text)) {
            map.rate(&matrix);
        }
    }
}

struct Adding<'a> {
    map: &'a mut HeatMap,
    report: &'a Report,
    label: Option<String>,
    /// How often each id was wanted.
    seen: HashMap<String, usize>,
}

impl Adding<'_> {
    fn declaration(
        &mut self,
        snapshot: &Snapshot,
        scope: &Scope,
        child: &Child,
        base: TextSize,
        project: Option<usize>,
    ) {
        let declaration = &*child.declaration;
        let base = base + child.offset;
        let mut project = project;
        match declaration.keyword {
            Keyword::Project => {
                let matrix = snapshot.judging_matrix(scope, Some(declaration));
                self.map.rate(&matrix);
                project = Some(self.map.projects.len());
                let name = declaration.name.as_ref().map_or("", |name| name.text.as_str());
                let title = declaration.title_text().unwrap_or(name);
                self.map.projects.push(MapProject {
                    name: shown(name, MOST_NAMED),
                    title: shown(title, MOST_NAMED),
                    file: self.label.clone(),
                    ratings: ratings(&matrix),
                    ai: Standing::default(),
                    blockchain: Standing::default(),
                });
            }
            Keyword::Claim => self.claim(declaration, base, project),
            _ => {}
        }
        let first = self.map.claims.len();
        for inner in &declaration.children {
            self.declaration(snapshot, scope, inner, base, project);
        }
        if declaration.keyword == Keyword::Project {
            self.stand(project, first, TextRange::at(base, declaration.len));
        }
    }

    fn claim(&mut self, declaration: &Declaration, base: TextSize, project: Option<usize>) {
        let judged = &self.report.claims;
        let Ok(index) = judged.binary_search_by_key(&base, |claim| claim.range.start()) else { return };
        let JudgedClaim { cells, verdict, row, range, selection, .. } = &*judged[index];
        let name =
            declaration.name.as_ref().map_or_else(|| "(no name)".to_owned(), |name| shown(&name.text, MOST_NAMED));
        let says: Vec<&str> =
            declaration.fields_named("says").flat_map(|field| &field.values).filter_map(Value::as_text).collect();
        let id = self.id(project, &name);
        self.map.claims.push(MapClaim {
            id,
            project,
            name,
            says: shown(&says.join(" "), MOST_SAID),
            verdict: *verdict,
            reason: row.map_or("It is in no cell that its matrix rates.", |row| row.reason),
            way: row.map_or("Place it in a cell, or say more plainly what is claimed.", |row| row.way),
            placed: cells
                .iter()
                .map(|judged| Placed {
                    cell: judged.cell,
                    strength: judged.rating.as_ref().map(|rating| rating.strength),
                    origin: judged.origin,
                })
                .collect(),
            caveat: declaration.field("caveat").is_some(),
            file: self.report.file,
            range: *range,
            selection: *selection,
            anchor: None,
        });
    }

    /// What a claim is called in a page.
    fn id(&mut self, project: Option<usize>, name: &str) -> String {
        let project = project.map_or("", |index| self.map.projects[index].name.as_str());
        let id = format!("{}#{project}/{name}", self.label.as_deref().unwrap_or(""));
        let times = self.seen.entry(id.clone()).or_insert(0);
        *times += 1;
        // No name has a tilde in it.
        if *times == 1 { id } else { format!("{id}~{times}") }
    }

    /// Puts a project where its claims, those from `first` on, pull it.
    fn stand(&mut self, project: Option<usize>, first: usize, range: TextRange) {
        let Some(project) = project.and_then(|index| self.map.projects.get_mut(index)) else { return };
        let claims = &self.map.claims[first..];
        let standing = |axis: Axis, rule: &str| {
            let mut pulls = Pulls::default();
            for claim in claims {
                let cells: Vec<Cell> = claim.placed.iter().map(|placed| placed.cell).collect();
                pulls.add(axis, &cells, claim.verdict, claim.caveat);
            }
            let found = self.report.diagnostics.iter();
            pulls.standing(found.into_iter().any(|found| found.rule.name == rule && range.contains_range(found.range)))
        };
        project.ai = standing(Axis::Ai, "triangle-overreach");
        project.blockchain = standing(Axis::Blockchain, "trilemma-overreach");
    }
}

/// A text in one line, without what cannot be seen or turns the direction of what follows, and not too long.
pub(super) fn shown(text: &str, most: usize) -> String {
    let visible = |char: char| match char {
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => '\u{fffd}',
        // The two that no XML may have.
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        char if char.is_control() && !char.is_whitespace() => '\u{fffd}',
        char => char,
    };
    let mut line = String::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
            count += 1;
        }
        for char in word.chars() {
            if count >= most {
                let end = line.trim_end().len();
                line.truncate(end);
                line.push('…');
                return line;
            }
            line.push(visible(char));
            count += 1;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_text_is_one_line_of_what_can_be_seen() {
        assert_eq!(shown("  two\n\tlines \u{0}\u{7}\u{202e}x ", 80), "two lines \u{fffd}\u{fffd}\u{fffd}x");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(shown("größer als alles", 8), "größer a…");
        assert_eq!(shown("größer als alles", 7), "größer…");
        assert_eq!(shown("größer", 6), "größer");
    }
}

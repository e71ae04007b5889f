//! Completion: what can be written at a place.
//!
//! People complete in text that is not finished, so the place is told by the line up to the cursor and by the
//! declaration around it, not by a tree without errors.

use super::explain;
use crate::model::schema::{self, FieldSpec, Shape};
use crate::model::{
    AiProperty, Axis, Cell, ChainProperty, FileId, Property, Scope, Snapshot, SourceFile, Strength, Unit,
};
use crate::rules::{self, Report};
use crate::syntax::{Declaration, Keyword, Kind, ValueKind};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

/// What sort of thing a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A whole declaration.
    Declaration,
    /// A field.
    Field,
    /// A cell or a property.
    Cell,
    /// Something that is declared elsewhere.
    Name,
    /// A word out of a few.
    Word,
    /// A rule.
    Rule,
    /// A unit.
    Unit,
}

/// Something that can be written at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it is called.
    pub label: String,
    /// What to know of it, in a few words.
    pub detail: String,
    /// What sort of thing it is.
    pub kind: CompletionKind,
    /// What takes the place of the word that is being typed.
    pub text: String,
    /// The same with places to fill in, as editors write them (`${1:name}`), where there are any.
    pub snippet: Option<String>,
    /// More about it, in Markdown.
    pub documentation: Option<String>,
}

/// What can be written at a place, the likeliest first, and the part of the text whose place it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completions {
    /// The word that is being typed.
    pub range: TextRange,
    /// What can take its place.
    pub items: Vec<Completion>,
}

/// What can be written at a place.
///
/// `report` is what was found in the file: a caveat is offered for what it says.
pub fn completions(snapshot: &Snapshot, id: FileId, offset: TextSize, report: Option<&Report>) -> Option<Completions> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let nodes = file.tree().nodes_at(offset);
    let inside = |kind: Kind| nodes.iter().any(|node| node.kind == kind && node.range.start() < offset);
    let closed =
        |node: &crate::syntax::Node| node.range.end() == offset && file.text().slice(node.range).ends_with('"');
    let in_string = nodes.iter().any(|node| {
        matches!(node.kind, Kind::String | Kind::BlockString) && node.range.start() < offset && !closed(node)
    });
    if in_string || inside(Kind::Comment) {
        return None;
    }
    let place = Place::at(snapshot, file, &scope, offset, report);
    let items = place.items();
    (!items.is_empty()).then_some(Completions { range: place.word, items })
}

/// Where the cursor is.
struct Place<'a> {
    snapshot: &'a Snapshot,
    file: &'a SourceFile,
    scope: &'a Scope,
    report: Option<&'a Report>,
    /// The declaration whose body the cursor is in, and the project around it.
    around: Option<(TextSize, Arc<Declaration>)>,
    project: Option<Arc<Declaration>>,
    /// The line up to the word that is being typed.
    before: String,
    word: TextRange,
}

impl<'a> Place<'a> {
    fn at(
        snapshot: &'a Snapshot,
        file: &'a SourceFile,
        scope: &'a Scope,
        offset: TextSize,
        report: Option<&'a Report>,
    ) -> Place<'a> {
        let text = file.text();
        let start = text.line_start(text.line_of(offset));
        let line = text.slice(TextRange::new(start, offset)).into_owned();
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '%');
        let word_len = line.chars().rev().take_while(|&c| is_word(c)).map(char::len_utf8).sum::<usize>();
        let word = TextRange::new(offset - TextSize::new(word_len as u32), offset);
        let path = file.declarations_at(offset);
        let in_body = |base: TextSize, declaration: &Declaration| {
            declaration.body.is_some_and(|body| (body + base).start() < offset && offset < (body + base).end())
                || declaration.body.is_some_and(|body| {
                    // A body that is not closed goes on to the end of the text.
                    (body + base).end() <= offset && !text.slice(body + base).ends_with('}')
                })
        };
        let around = path.iter().rev().find(|(base, declaration)| in_body(*base, declaration)).cloned();
        let project = path.iter().find(|(_, declaration)| declaration.keyword == Keyword::Project);
        let project = project.map(|(_, declaration)| Arc::clone(declaration));
        Place { snapshot, file, scope, report, around, project, before: line[..line.len() - word_len].to_owned(), word }
    }

    fn items(&self) -> Vec<Completion> {
        // What stands before on the line, without a body that was opened there.
        let before = self.before.rsplit(['{', '}']).next().unwrap_or("").trim_start();
        let mut words = before.split_whitespace();
        let first = words.next();
        let keyword = first.and_then(|first| Keyword::ALL.into_iter().find(|keyword| keyword.as_str() == first));
        match (first, keyword) {
            (None, _) => match self.continued_field() {
                Some(spec) => self.values(spec, usize::MAX),
                None => self.line_starts(),
            },
            (_, Some(keyword)) => self.header(keyword, before),
            (Some(name), None) => {
                match self.around.as_ref().and_then(|(_, around)| schema::field(around.keyword, name)) {
                    Some(spec) => self.values(spec, words.count()),
                    None => Vec::new(),
                }
            }
        }
    }

    /// The field whose list goes on in this line, after a comma at the end of the last.
    fn continued_field(&self) -> Option<&'static FieldSpec> {
        let (base, around) = self.around.as_ref()?;
        let text = self.file.text();
        let line = text.line_of(self.word.start());
        let above = line.checked_sub(1)?;
        let above = text.slice(TextRange::new(text.line_start(above), text.line_end(above)));
        if !above.split('#').next().unwrap_or("").trim_end().ends_with(',') {
            return None;
        }
        let field = around.fields.iter().rev().find(|field| field.range.start() + *base < text.line_start(line))?;
        schema::field(around.keyword, &field.name.text)
    }

    /// At the start of a line: fields, and declarations that can stand here.
    fn line_starts(&self) -> Vec<Completion> {
        let Some((_, around)) = &self.around else {
            return Keyword::ALL.into_iter().filter(|keyword| keyword.outer().is_none()).map(declaration).collect();
        };
        let fields = schema::fields(around.keyword).iter();
        let mut items: Vec<Completion> = fields
            .filter(|spec| spec.repeats || around.field(spec.name).is_none())
            .map(|spec| Completion {
                label: spec.name.to_owned(),
                detail: spec.about.to_owned(),
                kind: CompletionKind::Field,
                text: format!("{} ", spec.name),
                snippet: Some(format!("{} {}", spec.name, field_snippet(spec))),
                documentation: Some(explain::field(around.keyword, spec)),
            })
            .collect();
        items.extend(around.keyword.inner().map(declaration));
        items
    }

    /// In the header of a declaration, which is `before` up to the word that is being typed.
    fn header(&self, keyword: Keyword, before: &str) -> Vec<Completion> {
        let cells = match keyword {
            Keyword::Claim => before.split_once(':').map(|(_, cells)| cells),
            Keyword::Cell => before.strip_prefix("cell"),
            Keyword::Matrix if before.trim_end().ends_with(" extends") => return self.names(Keyword::Matrix),
            Keyword::Matrix if before.contains('"') && !before.contains(" extends") => {
                return vec![word_item(
                    "extends",
                    "Take over the cells of another matrix.".to_owned(),
                    CompletionKind::Word,
                )];
            }
            Keyword::Phrase if before.matches('"').count() == 2 => {
                return words(schema::PHRASE_KINDS, |_| String::new());
            }
            _ => None,
        };
        let Some(cells) = cells else { return Vec::new() };
        let last = cells.rsplit(',').next().unwrap_or("").trim();
        match last.split_once('+') {
            None if last.is_empty() => self.cells(),
            Some((left, right)) if right.trim().is_empty() => self.other_side(left.trim()),
            _ => Vec::new(),
        }
    }

    /// All nine cells, the strongest first.
    fn cells(&self) -> Vec<Completion> {
        let matrix = self.snapshot.judging_matrix(self.scope, self.project.as_deref());
        let mut cells: Vec<(Option<Strength>, Cell)> =
            Cell::all().map(|cell| (matrix.rating(cell).map(|rating| rating.strength), cell)).collect();
        cells.sort_by_key(|(strength, cell)| (strength.map_or(9, |strength| strength as u8), cell.index()));
        let item = |(strength, cell): (Option<Strength>, Cell)| {
            let verdict = matrix.rating(cell).and_then(|rating| rating.entry.declaration.field_text("verdict"));
            let verdict = verdict.unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
            let detail = strength.map_or_else(|| "not rated".to_owned(), |s| format!("{s}: {verdict}"));
            let mut item = word_item(&cell.to_string(), detail, CompletionKind::Cell);
            item.documentation = Some(explain::cell(self.scope, &matrix, cell));
            item
        };
        cells.into_iter().map(item).collect()
    }

    /// The properties that make a cell with one that stands there already.
    fn other_side(&self, left: &str) -> Vec<Completion> {
        let Some(left) = Property::from_word(left) else { return Vec::new() };
        let matrix = self.snapshot.judging_matrix(self.scope, self.project.as_deref());
        let others: Vec<Property> = match left.axis() {
            Axis::Ai => ChainProperty::ALL.iter().map(|&property| Property::Chain(property)).collect(),
            Axis::Blockchain => AiProperty::ALL.iter().map(|&property| Property::Ai(property)).collect(),
        };
        let mut items: Vec<(Option<Strength>, Completion)> = others
            .into_iter()
            .map(|other| {
                let rating = Cell::of(left, other).and_then(|cell| matrix.rating(cell));
                let strength = rating.map(|rating| rating.strength);
                let detail = strength.map_or_else(String::new, |strength| strength.to_string());
                (strength, word_item(other.as_str(), detail, CompletionKind::Cell))
            })
            .collect();
        items.sort_by_key(|(strength, _)| strength.map_or(9, |strength| strength as u8));
        items.into_iter().map(|(_, item)| item).collect()
    }

    /// After the name of a field and `index` values.
    fn values(&self, spec: &'static FieldSpec, index: usize) -> Vec<Completion> {
        let after_number = self.before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        // A space parts values of different sorts, a comma those of a list.
        let next_of_list = index == 0 || index == usize::MAX || self.before.trim_end().ends_with(',');
        match spec.shape {
            Shape::Metric if after_number => self.units(),
            Shape::Names(keyword) | Shape::Name(keyword) if next_of_list => self.names(keyword),
            Shape::Choice(words) | Shape::ChoiceAndDate(words) if index == 0 => self.choices(spec, words),
            Shape::Choices(words) if next_of_list => self.choices(spec, words),
            Shape::Evidence if index == 0 => self.choices(spec, schema::EVIDENCE),
            Shape::Caveat if index == 0 => self.rules(),
            Shape::Pair if index == 0 => self.names(Keyword::Technique),
            Shape::Sources if next_of_list => self.names(Keyword::Reference),
            Shape::TextAndSources if self.before.trim_end().ends_with(['"', ',']) => self.names(Keyword::Reference),
            _ => Vec::new(),
        }
    }

    fn choices(&self, spec: &'static FieldSpec, choices: &[&str]) -> Vec<Completion> {
        words(choices, |word| explain::word(spec, word).unwrap_or_default())
    }

    /// Names of a kind. For techniques those come first that serve a property of the claim.
    fn names(&self, keyword: Keyword) -> Vec<Completion> {
        if keyword == Keyword::Property {
            return words(&[AiProperty::WORDS, ChainProperty::WORDS].concat(), |_| String::new());
        }
        let wanted: Vec<&str> = match &self.around {
            Some((_, claim)) if keyword == Keyword::Technique => {
                claim.cells.iter().flat_map(|cell| cell.words()).map(|word| word.text.as_str()).collect()
            }
            _ => Vec::new(),
        };
        let mut items: Vec<(usize, Completion)> = Vec::new();
        for entry in self.scope.all(keyword) {
            let Some(name) = &entry.declaration.name else { continue };
            let serves =
                |property: &&&str| entry.declaration.field_names("serves").any(|(served, _)| served == **property);
            let rank = wanted.len() - wanted.iter().filter(serves).count();
            let title = entry.declaration.title_text().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
            let mut item = word_item(&name.text, title, CompletionKind::Name);
            item.documentation = Some(explain::declaration(self.snapshot, self.scope, entry));
            items.push((rank, item));
        }
        items.sort_by_key(|(rank, _)| *rank);
        items.into_iter().map(|(_, item)| item).collect()
    }

    /// The rules that find something here; if none does, all that a caveat can silence.
    fn rules(&self) -> Vec<Completion> {
        let around = self.around.as_ref().map(|(base, declaration)| TextRange::at(*base, declaration.len));
        let found = self.report.iter().flat_map(|report| &report.diagnostics);
        let here = found.filter(|found| around.is_some_and(|around| around.contains_range(found.range)));
        let mut firing: Vec<&'static rules::Rule> =
            here.map(|found| found.rule).filter(|rule| rule.group.takes_caveats()).collect();
        firing.sort_by_key(|rule| rule.name);
        firing.dedup();
        let all = rules::all().iter().copied().filter(|rule| rule.group.takes_caveats());
        let listed: Vec<&rules::Rule> = if firing.is_empty() { all.collect() } else { firing };
        listed
            .into_iter()
            .map(|rule| Completion {
                snippet: Some(format!("{} \"${{1:why it holds all the same}}\"", rule.name)),
                documentation: Some(explain::rule(rule)),
                ..word_item(rule.name, rule.summary.to_owned(), CompletionKind::Rule)
            })
            .collect()
    }

    /// The usual units, and those that are used in this file and in the library, each once.
    fn units(&self) -> Vec<Completion> {
        let mut units: Vec<String> = Vec::new();
        let own = self.file.tree().declarations().iter();
        let library = self.snapshot.library().files().iter().flat_map(|file| file.tree().declarations());
        let mut waiting: Vec<Arc<Declaration>> =
            own.chain(library).map(|child| Arc::clone(&child.declaration)).collect();
        while let Some(declaration) = waiting.pop() {
            for value in declaration.fields.iter().flat_map(|field| &field.values) {
                if let ValueKind::Comparison(comparison) = &value.kind {
                    units.extend(
                        comparison
                            .quantity
                            .as_ref()
                            .and_then(|quantity| quantity.unit.as_ref())
                            .map(|unit| unit.text.to_string()),
                    );
                }
            }
            waiting.extend(declaration.children.iter().map(|child| Arc::clone(&child.declaration)));
        }
        units.extend(Unit::usual().iter().map(ToString::to_string));
        units.sort();
        units.dedup();
        units.iter().map(|unit| word_item(unit, String::new(), CompletionKind::Unit)).collect()
    }
}

fn word_item(word: &str, detail: String, kind: CompletionKind) -> Completion {
    Completion { label: word.to_owned(), detail, kind, text: word.to_owned(), snippet: None, documentation: None }
}

fn words(words: &[&str], documentation: impl Fn(&str) -> String) -> Vec<Completion> {
    words
        .iter()
        .map(|word| Completion {
            documentation: Some(documentation(word)).filter(|text| !text.is_empty()),
            ..word_item(word, String::new(), CompletionKind::Word)
        })
        .collect()
}

/// A whole declaration with places to fill in.
fn declaration(keyword: Keyword) -> Completion {
    let body = match keyword {
        Keyword::Use => "use \"${1:house.synergy}\"",
        Keyword::Project => {
            "project ${1:name} \"${2:Title}\" {\n  about \"${3:What it is, in a sentence.}\"\n\n  $0\n}"
        }
        Keyword::Claim => {
            "claim ${1:name}: ${2:privacy + decentralization} {\n  says \"${3:What is claimed, in the project's words.}\"\n  $0\n}"
        }
        Keyword::Matrix => "matrix ${1:name} \"${2:Title}\" extends ${3:standard} {\n  $0\n}",
        Keyword::Cell => {
            "cell ${1:performance + decentralization} {\n  strength   ${2|strong,moderate,weak|}\n  provenance judgement\n  because    \"${3:The mechanism.}\"\n  $0\n}"
        }
        Keyword::Technique => {
            "technique ${1:name} \"${2:Title}\" {\n  serves ${3:privacy}\n  costs  ${4:performance}\n  about  \"${5:What it does.}\"\n  $0\n}"
        }
        Keyword::Phrase => {
            "phrase \"${1:words}\" ${2:absolute} {\n  because \"${3:Why it says nothing that could be checked.}\"\n  $0\n}"
        }
        Keyword::Property | Keyword::Chain | Keyword::Ceiling | Keyword::Reference | Keyword::Unknown => "",
    };
    let text = keyword.as_str();
    let body =
        if body.is_empty() { format!("{text} ${{1:name}} \"${{2:Title}}\" {{\n  $0\n}}") } else { body.to_owned() };
    Completion {
        snippet: Some(body),
        documentation: Some(explain::keyword(keyword)),
        text: format!("{text} "),
        ..word_item(text, "declaration".to_owned(), CompletionKind::Declaration)
    }
}

/// The values of a field as places to fill in.
fn field_snippet(spec: &FieldSpec) -> &'static str {
    match spec.shape {
        Shape::Text | Shape::Texts => "\"$0\"",
        Shape::Url => "\"https://$0\"",
        Shape::Evidence => "${1|paper,benchmark,audit,deployment,code,dataset,announcement,blog|} \"https://$2\"$0",
        Shape::Metric => "${1:latency} < ${2:50 ms}$0",
        Shape::TextAndSources => "\"$1\" $0",
        _ => "$0",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

    /// The labels of what can be written at the `$0` of a spec.
    #[track_caller]
    fn labels(source: &str) -> Vec<String> {
        let offset = source.find("$0").expect("the spec marks a place with $0");
        let (snapshot, id) = snapshot(&source.replacen("$0", "", 1));
        let found = completions(&snapshot, id, (offset as u32).into(), check(&snapshot, id, &settings()).as_ref());
        found.map(|found| found.items.into_iter().map(|item| item.label).collect()).unwrap_or_default()
    }

    #[track_caller]
    fn first(source: &str, expected: &[&str]) {
        let labels = labels(source);
        assert_eq!(
            labels.iter().take(expected.len()).collect::<Vec<_>>(),
            expected.iter().collect::<Vec<_>>(),
            "{labels:?}"
        );
    }

    #[test]
    fn after_the_colon_come_the_cells_the_strongest_first() {
        let all = labels("project p \"P\" {\n  claim c: $0\n}");
        assert_eq!(all.len(), 9);
        assert_eq!(
            (all[0].as_str(), all[8].as_str()),
            ("privacy + decentralization", "performance + decentralization")
        );
        first(
            "project p \"P\" {\n  claim c: priv$0\n  claim d: privacy + security { }\n}",
            &["privacy + decentralization"],
        );
        first("project p \"P\" {\n  claim c: privacy + security, $0 { }\n}", &["privacy + decentralization"]);
    }

    #[test]
    fn after_the_plus_comes_the_other_side() {
        assert_eq!(
            labels("project p \"P\" {\n claim c: performance + $0\n}"),
            ["scalability", "security", "decentralization"]
        );
        assert_eq!(
            labels("project p \"P\" {\n claim c: decentralization + per$0 { }\n}"),
            ["privacy", "verifiability", "performance"]
        );
    }

    #[test]
    fn at_the_start_of_a_line_come_fields_and_what_can_be_declared() {
        first(
            "project p \"P\" {\n  claim c: privacy + security {\n    $0\n  }\n}",
            &["says", "using", "evidence", "metric", "caveat"],
        );
        let in_project = labels("project p \"P\" {\n  about \"x\"\n  $0\n}");
        assert!(
            in_project.contains(&"claim".to_owned()) && !in_project.contains(&"about".to_owned()),
            "{in_project:?}"
        );
        first("$0", &["use", "project", "matrix"]);
        first("project p \"P\" { }\npro$0", &["use", "project", "matrix"]);
        first("project p \"P\" {\n  claim c: privacy + security {\n    says \"x\"\n    $0", &["says"]);
    }

    #[test]
    fn techniques_that_serve_the_claim_come_first() {
        let techniques = labels("project p \"P\" {\n claim c: verifiability + security {\n  using $0\n }\n}");
        let place = |name: &str| techniques.iter().position(|each| each == name).expect("it is listed");
        assert!(place("zkml") < place("federated-learning"), "{techniques:?}");
        assert_eq!(
            labels("project p \"P\" {\n claim c {\n  using zkml, opml,\n        $0\n }\n}").len(),
            techniques.len()
        );
    }

    #[test]
    fn evidence_kinds_come_solid_ones_first() {
        assert_eq!(labels("project p \"P\" {\n claim c {\n  evidence $0\n }\n}"), schema::EVIDENCE);
        assert_eq!(labels("project p \"P\" {\n claim c {\n  evidence paper $0\n }\n}"), Vec::<String>::new());
    }

    #[test]
    fn after_caveat_come_the_rules_that_fire_here() {
        let source = "project p \"P\" {\n claim c: performance + decentralization {\n  metric latency < 5 ms\n  caveat $0\n }\n}";
        assert_eq!(labels(source), ["weak-synergy"]);
    }

    #[test]
    fn after_a_number_come_units() {
        let units = labels("project p \"P\" {\n claim c {\n  metric latency < 50 $0\n }\n}");
        assert!(["ms", "tx/s", "%"].iter().all(|unit| units.iter().any(|each| each == unit)), "{units:?}");
    }

    #[test]
    fn names_of_matrices_chains_stages_and_references_are_listed() {
        assert!(labels("project p \"P\" {\n judged-by $0\n}").contains(&"standard".to_owned()));
        assert!(labels("project p \"P\" {\n runs-on ethereum, $0\n}").contains(&"solana".to_owned()));
        assert_eq!(labels("project p \"P\" {\n covers $0\n}"), schema::STAGES);
        assert!(labels("matrix m \"M\" extends $0 { }").contains(&"standard".to_owned()));
        assert!(labels("project p \"P\" {\n source $0\n}").contains(&"seed".to_owned()));
    }

    #[test]
    fn in_prose_and_comments_nothing_is_offered() {
        assert_eq!(labels("project p \"P\" {\n about \"use $0\"\n}"), Vec::<String>::new());
        assert_eq!(labels("project p \"P\" {\n about \"half $0\n}"), Vec::<String>::new());
        assert_eq!(labels("# use $0"), Vec::<String>::new());
    }
}

//! The built-in library is a good example of the language, and complete.

use hypecheck::model::{Cell, FileId, FileKey, FileSystem, Library, MemoryDisk, Workspace};
use hypecheck::rules::check;
use hypecheck::syntax::{Declaration, Keyword, SyntaxTree};
use hypecheck::text::Text;

fn declarations() -> Vec<(&'static str, std::sync::Arc<Declaration>)> {
    let mut all = Vec::new();
    for (file, (name, _)) in Library::get().files().iter().zip(Library::sources()) {
        let mut waiting: Vec<_> = file.tree().declarations().iter().map(|child| child.declaration.clone()).collect();
        while let Some(declaration) = waiting.pop() {
            waiting.extend(declaration.children.iter().map(|child| child.declaration.clone()));
            all.push((name, declaration));
        }
    }
    all
}

fn settings() -> hypecheck::rules::Settings {
    hypecheck::rules::Settings::new(hypecheck::syntax::Date { year: 2026, month: Some(11), day: Some(24) })
}

#[test]
fn it_judges_clean() {
    let mut workspace = Workspace::new(Vec::new());
    for (name, source) in Library::sources() {
        let text = Text::new(source);
        let tree = SyntaxTree::parse(&text);
        let id: FileId = workspace.open(&FileKey::Virtual(name.to_owned()), text, tree, None, &FileSystem);
        let report = check(&workspace.snapshot(), id, &settings()).expect("it was just opened");
        let found: Vec<_> =
            report.diagnostics.iter().map(|found| format!("{name}: {}: {}", found.rule.name, found.message)).collect();
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn nothing_is_declared_twice() {
    let again: Vec<_> = Library::get().names().declared_again().iter().map(|entry| &entry.declaration.name).collect();
    assert!(again.is_empty(), "{again:?}");
}

#[test]
fn the_nine_cells_are_rated_with_all_that_a_hover_shows() {
    let matrix = Library::get().standard();
    for cell in Cell::all() {
        let rating = matrix.rating(cell).unwrap_or_else(|| panic!("{cell} is not rated"));
        let declared = &rating.entry.declaration;
        for field in [
            "verdict",
            "because",
            "holds-when",
            "fails-when",
            "needs",
            "example",
            "figure",
            "ask",
            "source",
            "provenance",
            "confidence",
        ] {
            assert!(declared.field(field).is_some(), "{cell} has no {field}");
        }
    }
}

#[test]
fn strengths_and_their_provenance_are_those_that_the_article_and_we_stand_for() {
    let matrix = Library::get().standard();
    let rated: Vec<String> = Cell::all()
        .map(|cell| {
            let rating = matrix.rating(cell).expect("it is rated");
            format!("{cell}: {} ({})", rating.strength, rating.provenance)
        })
        .collect();
    assert_eq!(
        rated,
        [
            "privacy + security: moderate (judgement)",
            "privacy + scalability: moderate (stated)",
            "privacy + decentralization: strong (stated)",
            "verifiability + security: strong (stated)",
            "verifiability + scalability: moderate (judgement)",
            "verifiability + decentralization: strong (judgement)",
            "performance + security: moderate (judgement)",
            "performance + scalability: strong (implied)",
            "performance + decentralization: weak (stated)",
        ]
    );
}

#[test]
fn every_figure_has_its_source() {
    for (file, declaration) in declarations() {
        for figure in declaration.fields_named("figure") {
            let text = figure.values.first().and_then(|value| value.as_text()).unwrap_or("");
            assert!(figure.values.len() > 1, "{file}: the figure “{text}” has no source");
        }
    }
}

#[test]
fn every_technique_chain_ceiling_and_phrase_says_what_a_reader_needs() {
    let needed: [(Keyword, &[&str]); 5] = [
        (Keyword::Technique, &["family", "serves", "overhead", "about"]),
        (Keyword::Chain, &["kind", "favors", "gives-up", "about", "source"]),
        (Keyword::Ceiling, &["limits", "limit", "firmness", "source"]),
        (Keyword::Phrase, &["level", "because"]),
        (Keyword::Reference, &["kind"]),
    ];
    for (file, declaration) in declarations() {
        let Some((_, fields)) = needed.iter().find(|(keyword, _)| *keyword == declaration.keyword) else { continue };
        for field in *fields {
            assert!(
                declaration.field(field).is_some(),
                "{file}: {:?} has no {field}",
                declaration.name.as_ref().map(|name| &name.text)
            );
        }
    }
}

#[test]
fn every_reference_is_cited() {
    let cited: std::collections::HashSet<String> = declarations()
        .iter()
        .flat_map(|(_, declaration)| declaration.fields.clone())
        .filter(|field| matches!(field.name.text.as_str(), "source" | "figure" | "example"))
        .flat_map(|field| field.values.clone())
        .filter_map(|value| value.as_name().map(ToString::to_string))
        .collect();
    for (_, declaration) in declarations().iter().filter(|(_, declaration)| declaration.keyword == Keyword::Reference) {
        let name = declaration.name.as_ref().expect("a reference has a name");
        assert!(cited.contains(name.text.as_str()), "{} is cited nowhere", name.text);
    }
}

#[test]
fn a_house_can_take_the_place_of_what_the_library_declares() {
    let disk = MemoryDisk::default();
    let mut workspace = Workspace::new(Vec::new());
    let source = "technique zkml \"Ours\" { serves verifiability }\n";
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Virtual("house".to_owned()), text, tree, None, &disk);
    let scope = workspace.snapshot().scope(id).expect("it was just opened");
    assert_eq!(
        scope
            .get(Keyword::Technique, "zkml")
            .and_then(|entry| entry.declaration.title_text().map(str::to_owned))
            .as_deref(),
        Some("Ours")
    );
}

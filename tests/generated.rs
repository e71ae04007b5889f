//! Files that are made from the source are up to date. `HYPECHECK_BLESS=1 cargo test --test generated` makes them anew.

use hypecheck::cli::{JsonComparison, JsonLine, JsonOutput, JsonStats, JsonTodo, command_reference};
use hypecheck::model::schema;
use hypecheck::rules::{Group, LEVELS, PRESETS, all};
use hypecheck::syntax::Keyword;
use std::path::{Path, PathBuf};

fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

#[track_caller]
fn up_to_date(relative: &str, content: &str) {
    let path = path(relative);
    if std::env::var_os("HYPECHECK_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        std::fs::write(&path, content).expect("it can be written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(there == content, "{relative} is out of date: run `HYPECHECK_BLESS=1 cargo test --test generated`");
}

const NOTE: &str = "<!-- Made from src/rules by tests/generated.rs; change it there. -->\n\n";

fn settings() -> hypecheck::rules::Settings {
    hypecheck::rules::Settings::new(hypecheck::syntax::Date { year: 2026, month: Some(11), day: Some(24) })
}

#[test]
fn every_rule_has_its_page() {
    for rule in all() {
        up_to_date(&format!("docs/rules/{}.md", rule.name), &format!("{NOTE}{}", rule.to_markdown()));
    }
    let pages = std::fs::read_dir(path("docs/rules")).expect("it is there");
    for page in pages {
        let name = page.expect("it can be listed").file_name().to_string_lossy().into_owned();
        let rule = name.trim_end_matches(".md");
        assert!(
            rule == "README" || all().iter().any(|known| known.name == rule),
            "docs/rules/{name} is the page of no rule"
        );
    }
}

#[test]
fn the_reference_lists_all_rules() {
    let mut page = format!("{NOTE}# Rules\n\n`hypecheck explain NAME` prints these pages too.\n");
    for group in Group::ALL {
        page += &format!("\n## {}\n\n| rule | level | finds |\n|---|---|---|\n", group.as_str());
        for rule in all().iter().filter(|rule| rule.group == group) {
            page += &format!("| [`{0}`]({0}.md) | {1} | {2} |\n", rule.name, rule.level, rule.summary);
        }
    }
    up_to_date("docs/rules/README.md", &page);
}

#[test]
fn the_schema_of_the_json_output_is_that_of_its_types() {
    let whole = schemars::schema_for!(JsonOutput);
    let line = schemars::schema_for!(JsonLine<'static>);
    for (schema, name) in [(whole, "check"), (line, "check-line")] {
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
        up_to_date(&format!("docs/schema/{name}.json"), &format!("{text}\n"));
    }
}

#[test]
fn the_schema_of_a_comparison_is_that_of_its_types() {
    let schema = schemars::schema_for!(JsonComparison<'static>);
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    up_to_date("docs/schema/diff.json", &format!("{text}\n"));
}

#[test]
fn the_schemas_of_the_answers_are_those_of_their_types() {
    for (name, schema) in [("stats", schemars::schema_for!(JsonStats)), ("todo", schemars::schema_for!(JsonTodo))] {
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
        up_to_date(&format!("docs/schema/{name}.json"), &format!("{text}\n"));
    }
}

/// The part of the page that is made from the commands stands below this line.
const MADE: &str = "<!-- Made from src/cli by tests/generated.rs; change it there. -->\n";

#[test]
fn all_commands_and_their_options_are_in_the_reference() {
    let page = std::fs::read_to_string(path("docs/command-line.md")).expect("it is there").replace("\r\n", "\n");
    let (written, _) = page.split_once(MADE).expect("the line is there");
    up_to_date("docs/command-line.md", &format!("{written}{MADE}{}", command_reference()));
}

#[test]
fn the_schema_of_the_configuration_is_that_of_the_rules() {
    let level = serde_json::json!({ "enum": LEVELS });
    let rules: serde_json::Map<String, serde_json::Value> = all()
        .iter()
        .map(|rule| {
            let about = format!("{} ({} unless configured)", rule.summary, rule.level);
            (rule.name.to_owned(), serde_json::json!({ "$ref": "#/$defs/level", "description": about }))
        })
        .collect();
    let only_rules = serde_json::json!({
        "type": "object", "additionalProperties": false, "properties": { "rules": { "$ref": "#/$defs/rules" } },
    });
    let schema = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hypecheck.toml",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "preset": { "enum": PRESETS, "description": "How grave findings are on the whole." },
            "baseline": {
                "type": "string",
                "pattern": ".\\.toml$",
                "description": "The file with the findings that are not shown; `hypecheck baseline` writes it.",
            },
            "rules": { "$ref": "#/$defs/rules" },
            "editor": only_rules,
            "check": only_rules,
            "overrides": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["paths", "rules"],
                    "properties": {
                        "paths": { "type": "array", "items": { "type": "string" } },
                        "rules": { "$ref": "#/$defs/rules" },
                    },
                },
            },
        },
        "$defs": { "level": level, "rules": { "type": "object", "additionalProperties": false, "properties": rules } },
    });
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    up_to_date("docs/schema/hypecheck.json", &format!("{text}\n"));
}

#[test]
fn the_fields_of_the_language_are_documented() {
    let mut page = String::from(
        "<!-- Made from src/model/schema.rs by tests/generated.rs; change it there. -->\n\n# Fields of every declaration\n",
    );
    for keyword in Keyword::ALL {
        let fields = schema::fields(keyword);
        if fields.is_empty() {
            continue;
        }
        page += &format!("\n## `{}`\n\n| field | takes | for | several |\n|---|---|---|---|\n", keyword.as_str());
        for field in fields {
            let several = if field.repeats { "yes" } else { "" };
            page += &format!("| `{}` | {} | {} | {several} |\n", field.name, field.shape.in_words(), field.about);
        }
    }
    up_to_date("docs/fields.md", &page);
}

/// Every block of Synergy in the documentation is judged: nothing in it may be an error.
#[test]
fn the_specs_in_the_documentation_are_free_of_errors() {
    for page in ["docs/language.md", "README.md", "CONTRIBUTING.md", "examples/README.md"] {
        let text = std::fs::read_to_string(path(page)).unwrap_or_else(|error| panic!("{page}: {error}"));
        for block in text.split("```synergy\n").skip(1) {
            let source = block.split("```").next().expect("it ends");
            check(page, source);
        }
    }
}

#[track_caller]
fn check(page: &str, source: &str) {
    use hypecheck::model::{FileKey, MemoryDisk, Workspace};
    use hypecheck::{rules, syntax::SyntaxTree, text::Text};
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Virtual(page.to_owned()), text, tree, None, &MemoryDisk::default());
    let report = rules::check(&workspace.snapshot(), id, &settings()).expect("it was just opened");
    let errors: Vec<_> = report
        .diagnostics
        .iter()
        .filter(|found| found.level == rules::Level::Error)
        .map(|found| &found.message)
        .collect();
    assert!(errors.is_empty(), "in {page}:\n{source}\n{errors:#?}");
}

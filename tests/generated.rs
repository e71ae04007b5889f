//! Files that are made from the source are up to date. `HYPECHECK_BLESS=1 cargo test --test generated` makes them anew.

#[path = "support/files.rs"]
mod files;
#[path = "support/library_pages.rs"]
mod library_pages;
#[path = "support/made.rs"]
mod made;

use files::read;
use hypecheck::cli::{JsonComparison, JsonLine, JsonOutput, JsonStats, JsonTodo, command_reference};
use hypecheck::model::{Cell, schema};
use hypecheck::rules::{Group, LEVELS, PRESETS, all};
use hypecheck::syntax::Keyword;
use library_pages::Spec;
use made::{names, only, up_to_date};

const NOTE: &str = "<!-- Made from src/rules by tests/generated.rs; change it there. -->\n\n";

#[test]
fn every_rule_has_its_page() {
    for rule in all() {
        up_to_date(&format!("docs/rules/{}.md", rule.name), &format!("{NOTE}{}", rule.to_markdown()));
    }
    only("docs/rules", ".md", &all().iter().map(|rule| rule.name.to_owned()).collect::<Vec<_>>());
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

/// The specs of real projects, which the pages of the library lead to.
fn specs() -> Vec<Spec> {
    let paths =
        names("examples/projects", ".synergy").into_iter().map(|name| format!("examples/projects/{name}.synergy"));
    paths.flat_map(|path| Spec::read(&path, &read(&path))).collect()
}

#[test]
fn every_cell_has_its_page() {
    let specs = specs();
    for cell in Cell::all() {
        up_to_date(
            &format!("docs/cells/{}.md", library_pages::page_name(cell)),
            &library_pages::cell_page(cell, &specs),
        );
    }
    only("docs/cells", ".md", &Cell::all().map(library_pages::page_name).collect::<Vec<_>>());
    up_to_date("docs/cells/README.md", &library_pages::cells_page());
}

#[test]
fn every_technique_has_its_page() {
    let (specs, techniques) = (specs(), library_pages::techniques());
    let names: Vec<String> = techniques.iter().map(|entry| library_pages::name(&entry.declaration)).collect();
    for (technique, name) in techniques.iter().zip(&names) {
        up_to_date(&format!("docs/techniques/{name}.md"), &library_pages::technique_page(technique, &specs));
    }
    only("docs/techniques", ".md", &names);
    up_to_date("docs/techniques/README.md", &library_pages::techniques_page());
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
    let page = read("docs/command-line.md");
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

/// The pages that are made, or that come one by one, stand below this line of the table of contents.
const PAGES: &str = "<!-- Made by tests/generated.rs from the pages that there are. -->\n";

/// The first heading of a page.
fn heading(page: &str) -> String {
    let text = read(page);
    text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_else(|| panic!("{page} has no heading")).to_owned()
}

/// The lines of a folder with its pages: their names and titles.
fn chapter(folder: &str, title: &str, pages: Vec<(String, String)>) -> String {
    let lines = pages.iter().map(|(name, title)| format!("  - [{title}]({folder}/{name}.md)\n"));
    format!("- [{title}]({folder}/README.md)\n{}", lines.collect::<String>())
}

#[test]
fn the_table_of_contents_has_every_rule_cell_technique_and_decision() {
    let page = read("docs/SUMMARY.md");
    let (written, _) = page.split_once(PAGES).expect("the line is there");
    let rules = all().iter().map(|rule| (rule.name.to_owned(), rule.name.to_owned())).collect();
    let cells = Cell::all().map(|cell| (library_pages::page_name(cell), cell.to_string())).collect();
    let techniques = library_pages::techniques();
    let techniques = techniques.iter().map(|entry| &entry.declaration);
    let techniques = techniques.map(|one| (library_pages::name(one), library_pages::title(one))).collect();
    let decisions = names("docs/decisions", ".md").into_iter().filter(|name| name != "README");
    let decisions = decisions.map(|name| (name.clone(), heading(&format!("docs/decisions/{name}.md")))).collect();
    let made = [
        "\n# What is found\n\n".to_owned(),
        chapter("rules", "Rules", rules),
        "\n# The library\n\n".to_owned(),
        chapter("cells", "The nine cells", cells),
        chapter("techniques", "Techniques", techniques),
        "\n# Why it is so\n\n".to_owned(),
        chapter("decisions", "Decisions", decisions),
    ];
    let made = made.concat();
    up_to_date("docs/SUMMARY.md", &format!("{written}{PAGES}{made}"));
}

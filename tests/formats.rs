//! The formats of `hypecheck check`: each holds what was found, whole and in its place, whatever stands in a spec. Where
//! they go is tested in `outputs.rs`.

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/command.rs"]
mod support;

use hostile::{CLEAN, HOSTILE, HOSTILE_NAME, check, hostile, json_of};
use serde_json::{Value, json};
use std::path::Path;
use support::{command, err, folder, out, run_with_input};

/// Formats that are one document.
const DOCUMENTS: [&str; 6] = ["json", "sarif", "gitlab", "junit", "checkstyle", "rdjson"];

#[track_caller]
fn fits(schema: &str, value: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(schema);
    fits_schema(&json_of(&std::fs::read_to_string(path).expect("the schema is there")), value);
}

#[track_caller]
fn fits_schema(schema: &Value, value: &Value) {
    let validator = jsonschema::validator_for(schema).expect("the schema is one");
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// What JSON says was found, to hold the others against: path, line, column in characters, rule, message.
fn found(folder: &Path, paths: &[&str]) -> Vec<(String, u64, u64, String, String)> {
    let value = json_of(&out(&check(folder, "json", paths)));
    let mut all = Vec::new();
    for file in value["files"].as_array().expect("a list") {
        for finding in file["diagnostics"].as_array().expect("a list") {
            let start = &finding["range"]["start"];
            let text = |value: &Value| value.as_str().expect("a string").to_owned();
            all.push((
                text(&file["path"]),
                start["line"].as_u64().expect("a number"),
                start["column"].as_u64().expect("a number"),
                text(&finding["rule"]),
                text(&finding["message"]),
            ));
        }
    }
    assert!(!all.is_empty());
    all
}

/// A text as formats without escapes for it have it.
fn shown(text: &str) -> String {
    text.replace(['\u{202e}', '\r', '\n'], "\u{fffd}")
}

fn examples() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a test over the hostile spec and over the examples.
fn over_both(format: &str, more: &[&str], test: impl Fn(&Path, &[&str], &str)) {
    let hostile = hostile();
    for (folder, paths) in [(hostile.path(), ["."]), (examples(), ["examples"])] {
        test(folder, &paths, &out(&check(folder, format, &[more, &paths].concat())));
    }
}

// JSON

#[test]
fn json_says_what_each_finding_is_known_by() {
    over_both("json", &[], |_, _, text| {
        let value = json_of(text);
        fits("docs/schema/check.json", &value);
        for file in value["files"].as_array().expect("a list") {
            for finding in file["diagnostics"].as_array().expect("a list") {
                assert_eq!(finding["fingerprint"].as_str().map(str::len), Some(32), "{finding}");
            }
        }
    });
}

#[test]
fn each_json_line_fits_its_schema_and_the_last_is_the_summary() {
    over_both("json-lines", &[], |folder, paths, text| {
        let lines: Vec<Value> = text.lines().map(json_of).collect();
        for line in &lines {
            fits("docs/schema/check-line.json", line);
        }
        let (last, findings) = lines.split_last().expect("there are some");
        let whole = json_of(&out(&check(folder, "json", paths)));
        let mut summary = whole["summary"].clone();
        summary["type"] = "summary".into();
        summary["schema_version"] = 1.into();
        assert_eq!(last, &summary);
        let told: Vec<(Value, Value, Value)> =
            findings.iter().map(|it| (it["path"].clone(), it["rule"].clone(), it["message"].clone())).collect();
        let all: Vec<(Value, Value, Value)> = found(folder, paths)
            .into_iter()
            .map(|(path, _, _, rule, message)| (path.into(), rule.into(), message.into()))
            .collect();
        assert_eq!(told, all);
    });
}

// SARIF

#[track_caller]
fn fits_sarif(value: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/sarif-2.1.0.json");
    let text = std::fs::read_to_string(path).expect("the schema is there");
    // The standard has a bracket too many in this one pattern, which not every reader of patterns forgives.
    let pattern = "-[a-zA-Z]{2}]?$";
    assert!(text.contains(pattern), "the schema is mended: this line may go");
    fits_schema(&json_of(&text.replace(pattern, "-[a-zA-Z]{2}$")), value);
}

fn run_of(sarif: &Value) -> &Value {
    assert_eq!(sarif["runs"].as_array().map(Vec::len), Some(1));
    &sarif["runs"][0]
}

#[test]
fn sarif_fits_the_schema_of_the_standard() {
    over_both("sarif", &[], |_, _, text| fits_sarif(&json_of(text)));
    let folder = hostile();
    let text = out(&check(folder.path(), "sarif", &["missing.synergy", "."]));
    fits_sarif(&json_of(&text));
}

#[test]
fn the_rules_of_sarif_are_all_rules_with_what_there_is_to_say_of_them() {
    let folder = folder(&[("a.synergy", CLEAN)]);
    let sarif = json_of(&out(&check(folder.path(), "sarif", &[])));
    let driver = &run_of(&sarif)["tool"]["driver"];
    let rules = driver["rules"].as_array().expect("a list");
    assert_eq!(rules.len(), hypecheck::rules::all().len());
    for (told, rule) in rules.iter().zip(hypecheck::rules::all()) {
        assert_eq!(told["id"], rule.name);
        assert_eq!(told["shortDescription"]["text"], rule.summary);
        assert_eq!(told["help"]["markdown"], rule.to_markdown());
        assert_eq!(told["helpUri"], rule.url());
        let described = told["fullDescription"]["text"].as_str().expect("a text");
        // GitHub takes 1,024 characters.
        assert!(!described.is_empty() && described.chars().count() <= 1024, "{described}");
    }
}

#[test]
fn each_result_of_sarif_names_its_rule_twice_and_is_known_by_a_fingerprint() {
    over_both("sarif", &[], |folder, paths, text| {
        let sarif = json_of(text);
        let run = run_of(&sarif);
        let results = run["results"].as_array().expect("a list");
        for result in results {
            let index = result["ruleIndex"].as_u64().expect("a number") as usize;
            assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
            let print = result["partialFingerprints"]["hypecheckClaim/v1"].as_str().expect("a text");
            assert_eq!(print.len(), 32);
        }
        let rules: Vec<&str> = results.iter().filter_map(|result| result["ruleId"].as_str()).collect();
        let all = found(folder, paths);
        assert_eq!(rules, all.iter().map(|(_, _, _, rule, _)| rule.as_str()).collect::<Vec<_>>());
    });
}

#[test]
fn columns_of_sarif_count_utf_16_as_is_declared() {
    let folder = hostile();
    let sarif = json_of(&out(&check(folder.path(), "sarif", &["."])));
    let run = run_of(&sarif);
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let results = run["results"].as_array().expect("a list");
    let hype = results.iter().find(|result| result["ruleId"] == "hype-phrase").expect("it is found");
    // `    says "😀é Infinitely scalable`: 10 units, 2 for the emoji, 1 for é, 1 blank, and counted from 1.
    assert_eq!(
        hype["locations"][0]["physicalLocation"]["region"],
        json!({ "startLine": 4, "startColumn": 15, "endLine": 4, "endColumn": 34 })
    );
}

#[test]
fn paths_of_sarif_are_uris_seen_from_the_folder_of_the_run() {
    let folder = hostile();
    let sarif = json_of(&out(&check(folder.path(), "sarif", &["."])));
    let run = run_of(&sarif);
    let location = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(
        location,
        &json!({ "uri": "odd%2C%20100%25%20%5Ba%5D%28b%29%20%F0%9F%98%80.synergy", "uriBaseId": "%SRCROOT%" })
    );
    assert!(run["originalUriBaseIds"]["%SRCROOT%"].is_object());
}

#[test]
fn a_path_from_the_root_on_is_a_file_uri_in_sarif() {
    let folder = hostile();
    let path = folder.path().join(HOSTILE_NAME);
    let sarif = json_of(&out(&check(folder.path(), "sarif", &[path.to_str().expect("it is UTF-8")])));
    let location = &run_of(&sarif)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert!(location["uri"].as_str().expect("a text").starts_with("file:///"), "{location}");
    assert!(location.get("uriBaseId").is_none());
}

#[test]
fn sarif_tells_what_could_not_be_read_and_how_the_run_ended() {
    let folder = folder(&[("a.synergy", CLEAN), ("hypecheck.toml", "[rules]\nno-rule = \"error\"\n")]);
    let sarif = json_of(&out(&check(folder.path(), "sarif", &["missing.synergy", "a.synergy"])));
    let invocation = &run_of(&sarif)["invocations"][0];
    assert_eq!((&invocation["exitCode"], &invocation["executionSuccessful"]), (&json!(2), &json!(false)));
    let first = |list: &str| invocation[list][0]["message"]["text"].as_str().expect("a text").to_owned();
    assert_eq!(first("toolExecutionNotifications"), "missing.synergy: there is no such file or folder");
    assert!(first("toolConfigurationNotifications").contains("no-rule"), "{invocation}");
}

#[test]
fn sarif_points_to_other_places_in_files() {
    let spec = "project demo \"Demo\" {\n  claim a: privacy + security { says \"One.\" }\n  claim a: privacy + security { says \"Two.\" }\n}\n";
    let folder = folder(&[("a.synergy", spec)]);
    let sarif = json_of(&out(&check(folder.path(), "sarif", &["."])));
    let results = run_of(&sarif)["results"].as_array().expect("a list");
    let twice = results.iter().find(|result| result["ruleId"] == "duplicate-name").expect("it is found");
    let related = &twice["relatedLocations"][0]["physicalLocation"];
    assert_eq!(related["artifactLocation"]["uri"], "a.synergy");
    assert_eq!(related["region"]["startLine"], 2);
}

// GitHub

/// A workflow command as the runner reads it: its properties and its message, decoded.
fn command_of(line: &str) -> Option<(Vec<(String, String)>, String)> {
    let (name, rest) = line.strip_prefix("::")?.split_once(' ')?;
    assert!(["error", "warning", "notice"].contains(&name), "{line}");
    let (properties, message) = rest.split_once("::")?;
    let decode = |text: &str| {
        text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
    };
    let properties = properties.split(',').map(|pair| {
        let (name, value) = pair.split_once('=').expect("a property has a value");
        (name.to_owned(), decode(value))
    });
    Some((properties.collect(), message.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")))
}

#[test]
fn github_gets_a_command_a_finding_and_nothing_in_it_is_another() {
    over_both("github", &[], |folder, paths, text| {
        let lines: Vec<&str> = text.lines().collect();
        let (last, commands) = lines.split_last().expect("there are some");
        assert!(last.starts_with("Checked "), "{last}");
        let all = found(folder, paths);
        assert_eq!(commands.len(), all.len());
        for (line, (path, at, column, rule, message)) in commands.iter().zip(all) {
            let (properties, told) = command_of(line).unwrap_or_else(|| panic!("{line}"));
            let expected = [("file", path.clone()), ("line", at.to_string()), ("title", rule.clone())];
            for (name, value) in expected {
                assert!(properties.contains(&(name.to_owned(), value)), "{name} in {line}");
            }
            assert_eq!(told, shown(&format!("{path}:{at}:{column}: {rule}: {message}")));
        }
    });
}

#[test]
fn github_is_told_what_could_not_be_read() {
    let folder = hostile();
    let text = out(&check(folder.path(), "github", &["miss%0Aing.synergy"]));
    assert!(
        text.starts_with("::error title=hypecheck::miss%250Aing.synergy: there is no such file or folder\n"),
        "{text}"
    );
}

// GitLab

#[test]
fn gitlab_gets_a_report_that_fits_with_no_fingerprint_twice() {
    over_both("gitlab", &[], |folder, paths, text| {
        let report = json_of(text);
        fits("tests/schemas/gitlab.json", &report);
        let issues = report.as_array().expect("a list");
        let told: Vec<(Value, Value)> =
            issues.iter().map(|it| (it["location"]["path"].clone(), it["description"].clone())).collect();
        let all: Vec<(Value, Value)> =
            found(folder, paths).into_iter().map(|(path, _, _, _, message)| (path.into(), message.into())).collect();
        assert_eq!(told, all);
    });
}

#[test]
fn the_same_claim_in_two_files_is_two_findings_for_gitlab_and_one_fewer_when_a_file_goes() {
    let spec = "project demo \"Demo\" {\n  claim a: performance + decentralization { says \"One.\" }\n}\n";
    let folder = folder(&[("a.synergy", spec), ("b.synergy", spec)]);
    let prints = || -> std::collections::BTreeSet<String> {
        let report = json_of(&out(&check(folder.path(), "gitlab", &["."])));
        let issues = report.as_array().expect("a list").clone();
        let prints: std::collections::BTreeSet<String> =
            issues.iter().map(|issue| issue["fingerprint"].as_str().expect("a text").to_owned()).collect();
        assert_eq!(prints.len(), issues.len());
        prints
    };
    let both = prints();
    std::fs::remove_file(folder.path().join("a.synergy")).expect("it is there");
    let one = prints();
    assert!(one.is_subset(&both), "{one:?} {both:?}");
    assert_eq!(one.len() * 2, both.len());
}

// JUnit and Checkstyle

fn elements<'a>(document: &'a roxmltree::Document<'a>, name: &str) -> Vec<roxmltree::Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_tag_name(name)).collect()
}

#[test]
fn junit_has_a_case_a_claim_and_counts_what_it_has() {
    over_both("junit", &["--fail-on", "warning"], |folder, paths, text| {
        let document = roxmltree::Document::parse(text).expect("it is XML");
        let whole = json_of(&out(&check(folder, "json", paths)));
        let files = whole["files"].as_array().expect("a list");
        let suites = elements(&document, "testsuite");
        assert_eq!(suites.len(), files.len());
        for (suite, file) in suites.iter().zip(files) {
            assert_eq!(suite.attribute("name"), Some(shown(file["path"].as_str().expect("a text")).as_str()));
            let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
            let claims = file["claims"].as_array().expect("a list");
            // What stands outside of claims has a case of its own.
            assert_eq!(cases.len(), claims.len() + 1);
            for (case, claim) in cases.iter().zip(claims) {
                assert_eq!(case.attribute("name"), claim["name"].as_str());
                assert!(case.attribute("time").is_none());
            }
            let failed = cases.iter().filter(|case| case.children().any(|node| node.has_tag_name("failure"))).count();
            assert_eq!(suite.attribute("tests"), Some(cases.len().to_string().as_str()));
            assert_eq!(suite.attribute("failures"), Some(failed.to_string().as_str()));
        }
    });
}

#[test]
fn every_finding_stands_in_one_case_of_junit() {
    over_both("junit", &[], |folder, paths, text| {
        let document = roxmltree::Document::parse(text).expect("it is XML");
        let texts = ["failure", "system-out"].map(|name| elements(&document, name)).concat();
        let told: Vec<&str> = texts.iter().filter_map(|node| node.text()).flat_map(str::lines).collect();
        for (path, line, column, rule, message) in found(folder, paths) {
            let prefix = format!("{path}:{line}:{column}: ");
            let finding = shown(&format!("[{rule}] {message}"));
            let lines = told.iter().filter(|line| line.starts_with(&prefix) && line.ends_with(&finding));
            assert_eq!(lines.count(), 1, "{prefix}{finding} in {told:#?}");
        }
    });
}

#[test]
fn a_claim_fails_in_junit_where_it_fails_the_run() {
    let spec = "project demo \"Demo\" {\n  claim weak: performance + decentralization {\n    says \"Fast anywhere.\"\n    evidence benchmark \"https://example.org/runs\" 2026-05\n    metric latency < 40 ms\n  }\n}\n";
    let folder = folder(&[("a.synergy", spec)]);
    for (level, fails) in [("warning", true), ("error", false), ("never", false)] {
        let output = check(folder.path(), "junit", &["--fail-on", level]);
        let text = out(&output);
        let document = roxmltree::Document::parse(&text).expect("it is XML");
        assert_eq!(!elements(&document, "failure").is_empty(), fails, "{level}: {text}");
        assert_eq!(output.status.code(), Some(i32::from(fails)), "{level}");
    }
}

#[test]
fn what_could_not_be_read_is_an_error_in_junit() {
    let folder = hostile();
    let text = out(&check(folder.path(), "junit", &["missing.synergy"]));
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let errors: Vec<_> = elements(&document, "error").iter().filter_map(|node| node.attribute("message")).collect();
    assert_eq!(errors, ["missing.synergy: there is no such file or folder"]);
}

#[test]
fn checkstyle_has_every_finding_in_its_file() {
    over_both("checkstyle", &[], |folder, paths, text| {
        let document = roxmltree::Document::parse(text).expect("it is XML");
        let mut told = Vec::new();
        for file in elements(&document, "file") {
            for error in file.children().filter(|node| node.has_tag_name("error")) {
                let attribute = |name: &str| error.attribute(name).expect("it is there").to_owned();
                assert!(["error", "warning", "info"].contains(&attribute("severity").as_str()));
                let name = file.attribute("name").expect("it has one").to_owned();
                told.push((name, attribute("line"), attribute("column"), attribute("source"), attribute("message")));
            }
        }
        let all: Vec<_> = found(folder, paths)
            .into_iter()
            .map(|(path, line, column, rule, message)| {
                (shown(&path), line.to_string(), column.to_string(), format!("hypecheck.{rule}"), shown(&message))
            })
            .collect();
        assert_eq!(told, all);
    });
}

// reviewdog

#[test]
fn reviewdog_gets_every_finding_in_its_shape() {
    over_both("rdjson", &[], |folder, paths, text| {
        let value = json_of(text);
        fits("tests/schemas/rdjson.json", &value);
        let told: Vec<(Value, Value, Value)> = value["diagnostics"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| (it["location"]["path"].clone(), it["code"]["value"].clone(), it["message"].clone()))
            .collect();
        let all: Vec<(Value, Value, Value)> = found(folder, paths)
            .into_iter()
            .map(|(path, _, _, rule, message)| (path.into(), rule.into(), message.into()))
            .collect();
        assert_eq!(told, all);
    });
}

#[test]
fn columns_for_reviewdog_count_bytes() {
    let folder = hostile();
    let value = json_of(&out(&check(folder.path(), "rdjson", &["."])));
    let all = value["diagnostics"].as_array().expect("a list");
    let hype = all.iter().find(|it| it["code"]["value"] == "hype-phrase").expect("it is found");
    // `    says "😀é Infinitely scalable`: 10 bytes, 4 for the emoji, 2 for é, 1 blank, and counted from 1.
    assert_eq!(
        hype["location"]["range"],
        json!({ "start": { "line": 4, "column": 18 }, "end": { "line": 4, "column": 37 } })
    );
}

/// The bytes before a place of reviewdog's.
fn offset(text: &str, position: &Value) -> usize {
    let line = position["line"].as_u64().expect("a number") as usize;
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    before + position["column"].as_u64().expect("a number") as usize - 1
}

#[test]
fn a_suggestion_for_reviewdog_taken_over_as_it_stands_mends_its_finding() {
    let folder = hostile();
    let value = json_of(&out(&check(folder.path(), "rdjson", &["."])));
    let all = value["diagnostics"].as_array().expect("a list");
    let unit = all.iter().find(|it| it["code"]["value"] == "bad-unit").expect("it is found");
    let suggestion = &unit["suggestions"][0];
    let (start, end) = (offset(HOSTILE, &suggestion["range"]["start"]), offset(HOSTILE, &suggestion["range"]["end"]));
    let mut mended = HOSTILE.to_owned();
    mended.replace_range(start..end, suggestion["text"].as_str().expect("a text"));
    assert!(mended.contains("metric latency < 40 ms\r\n"), "{mended}");
}

#[test]
fn what_only_the_author_knows_is_no_suggestion() {
    let folder = folder(&[(
        "a.synergy",
        "project demo \"Demo\" {\n  claim a: privacy + decentralization { says \"Nothing.\" }\n}\n",
    )]);
    let value = json_of(&out(&check(folder.path(), "rdjson", &["."])));
    let missing = &value["diagnostics"][0];
    assert_eq!(missing["code"]["value"], "missing-evidence");
    assert!(missing.get("suggestions").is_none(), "{missing}");
}

// Markdown

#[test]
fn markdown_counts_the_claims_in_the_matrix_and_the_findings_of_each_rule() {
    let folder = hostile();
    let text = out(&check(folder.path(), "markdown", &["."]));
    assert!(text.contains("| **performance** | moderate: 0 claims | strong: 0 claims | weak: 1 claim |"), "{text}");
    assert!(text.contains("/hype-phrase.md) | warning | 1 |"), "{text}");
    assert_eq!(text.matches("\n- **").count(), found(folder.path(), &["."]).len());
}

#[test]
fn the_examples_in_markdown_are_the_tables_and_a_list_that_they_are_meant_to_be() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let text = out(&check(examples(), "markdown", &["examples"]));
    let (mut tables, mut items) = (0, 0);
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Table(_)) => tables += 1,
            Event::Start(Tag::Item) => items += 1,
            _ => {}
        }
    }
    assert_eq!((tables, items), (2, found(examples(), &["examples"]).len()));
}

#[test]
fn hostile_text_in_markdown_is_shown_and_does_nothing() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let name = "a`b <img src=x> [c](javascript:d) @all.synergy";
    let folder = folder(&[(name, HOSTILE)]);
    let text = out(&check(folder.path(), "markdown", &["<b>[x](http://evil.example)@all.synergy", "."]));
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html} in {text}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("https://github.com/hypecheck/"), "{dest_url}");
            }
            _ => {}
        }
    }
    assert!(text.contains("``a`b <img src=x> [c](javascript:d) @all.synergy:2:13``"), "{text}");
    assert!(!text.contains('\u{202e}'));
}

// What holds of all of them

#[test]
fn a_file_that_is_no_text_is_a_finding_in_every_format() {
    let folder = folder(&[]);
    std::fs::write(folder.path().join("a.synergy"), [0xff, 0xfe, 0]).expect("it can be written");
    for format in [
        "human",
        "concise",
        "json",
        "json-lines",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjson",
        "markdown",
    ] {
        let output = check(folder.path(), format, &["."]);
        assert!(out(&output).contains("Save it as UTF-8."), "{format}: {}", out(&output));
        assert_eq!(output.status.code(), Some(1), "{format}");
    }
}

#[test]
fn a_text_on_standard_input_has_the_name_that_it_is_given() {
    let folder = folder(&[]);
    for format in DOCUMENTS {
        let arguments = ["check", "--format", format, "--stdin-filename", "sub/given.synergy", "-"];
        let text = out(&run_with_input(command(folder.path(), &arguments), HOSTILE.as_bytes()));
        assert!(text.contains("sub/given.synergy"), "{format}: {text}");
    }
}

#[test]
fn a_document_without_findings_is_whole() {
    let folder = folder(&[("a.synergy", CLEAN)]);
    for format in DOCUMENTS {
        let text = out(&check(folder.path(), format, &[]));
        match format {
            "junit" | "checkstyle" => {
                roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{format}: {error} in {text}"));
            }
            _ => {
                json_of(&text);
            }
        }
    }
}

#[test]
fn problems_stay_on_standard_error_in_every_format() {
    let folder = folder(&[("a.synergy", CLEAN)]);
    for format in DOCUMENTS {
        let output = check(folder.path(), format, &["missing.synergy", "a.synergy"]);
        assert_eq!(err(&output), "hypecheck: missing.synergy: there is no such file or folder\n", "{format}");
        assert_eq!(output.status.code(), Some(2), "{format}");
    }
}

#[test]
fn more_files_than_are_judged_at_a_time_come_in_order() {
    let files: Vec<(String, String)> = (0..300)
        .map(|n| (format!("f{n:03}.synergy"), format!("project p{n} \"P\" {{ judged-by nobody }}\n")))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder(&files);
    let text = out(&check(folder.path(), "concise", &["."]));
    let named: Vec<&str> = text.lines().filter_map(|line| line.split_once(":1:")).map(|(path, _)| path).collect();
    assert_eq!(named, files.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}

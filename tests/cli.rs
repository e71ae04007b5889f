//! The command line, as people and CI run it.

#[path = "support/command.rs"]
mod support;

use serde_json::Value;
use std::path::Path;
use std::process::Output;
use support::{command, err, folder, out, run_with_input};

const WEAK: &str = "project demo \"Demo\" {\n  claim instant: performance + decentralization {\n    says \"Fast 😀 anywhere.\"\n    evidence benchmark \"https://example.org/runs\" 2026-05\n    metric latency < 40 ms\n  }\n}\n";

fn hypecheck(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("it runs")
}

fn with_input(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    run_with_input(command(folder, arguments), input)
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error} in {}", out(output)))
}

#[test]
fn warnings_alone_leave_the_exit_code_0_and_the_last_line_says_so() {
    let folder = folder(&[("a.synergy", WEAK)]);
    let output = hypecheck(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(0));
    let last = out(&output).lines().last().unwrap_or("").to_owned();
    assert_eq!(
        last,
        "Checked 1 file with 1 claim: 1 warning. Exit code 0: nothing at or above `error`; `--fail-on warning` to fail on them."
    );
}

#[test]
fn the_level_that_fails_can_be_chosen() {
    let folder = folder(&[("a.synergy", WEAK)]);
    for (level, code) in [("error", 0), ("warning", 1), ("information", 1), ("never", 0)] {
        assert_eq!(hypecheck(folder.path(), &["check", "--fail-on", level]).status.code(), Some(code), "{level}");
    }
    let broken = folder.path().join("b.synergy");
    std::fs::write(broken, "project").expect("it can be written");
    assert_eq!(hypecheck(folder.path(), &["check"]).status.code(), Some(1));
    assert_eq!(hypecheck(folder.path(), &["check", "--fail-on", "never"]).status.code(), Some(0));
}

#[test]
fn what_is_clean_is_said_to_be() {
    let folder = folder(&[("a.synergy", "project demo \"Demo\" { }\n")]);
    let output = hypecheck(folder.path(), &["check"]);
    assert_eq!(out(&output), "Checked 1 file with 0 claims: nothing found. Exit code 0: clean.\n");
}

#[test]
fn people_see_the_place_the_reason_and_the_way_out() {
    let folder = folder(&[("a.synergy", WEAK)]);
    let text = out(&hypecheck(folder.path(), &["check"]));
    for part in [
        "warning[weak-synergy]: `performance + decentralization` is weak",
        "a.synergy:2:18",
        "2 │   claim instant: performance + decentralization {",
        "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ weak (stated)",
        "Name what mitigates it",
        "std/matrix.synergy",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
}

#[test]
fn one_line_a_finding_counts_columns_in_characters() {
    let folder = folder(&[("a.synergy", "project p \"😀😀\" { judged-by nobody }\n")]);
    let text = out(&hypecheck(folder.path(), &["check", "--format", "concise"]));
    assert!(text.starts_with("a.synergy:1:28: error[unknown-name] No matrix is called `nobody`."), "{text}");
}

#[test]
fn json_fits_its_schema_and_tells_all() {
    let folder = folder(&[
        ("b.synergy", WEAK),
        ("a.synergy", "project p {"),
        ("c/d.synergy", "project q \"Q\" { claim w { } }"),
    ]);
    let output = hypecheck(folder.path(), &["check", "--format", "json", "."]);
    let value = json(&output);
    let schema: Value = serde_json::from_str(include_str!("../docs/schema/check.json")).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let paths: Vec<&str> =
        value["files"].as_array().expect("a list").iter().filter_map(|file| file["path"].as_str()).collect();
    assert_eq!(paths, ["a.synergy", "b.synergy", "c/d.synergy"]);
    let found = &value["files"][1]["diagnostics"][0];
    assert_eq!(
        (&found["rule"], &found["level"], &found["claim"]),
        (&"weak-synergy".into(), &"warning".into(), &"instant".into())
    );
    assert_eq!(found["range"]["start"], serde_json::json!({ "line": 2, "column": 18, "offset": 39 }));
    assert_eq!(found["range"]["end"], serde_json::json!({ "line": 2, "column": 48, "offset": 69 }));
    let claim = &value["files"][1]["claims"][0];
    assert_eq!(
        claim["cells"],
        serde_json::json!([{ "ai": "performance", "chain": "decentralization", "strength": "weak", "provenance": "stated", "origin": "declared" }])
    );
    assert_eq!(
        (&claim["project"], &claim["name"], &claim["verdict"]),
        (&"demo".into(), &"instant".into(), &"speculative".into())
    );
    assert_eq!(value["summary"]["exit_code"], 1);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn folders_are_searched_without_what_is_ignored() {
    let folder = folder(&[
        (".gitignore", "ignored/\n"),
        ("ignored/a.synergy", "project"),
        (".hidden/a.synergy", "project"),
        ("notes.txt", "project"),
        ("deep/er/b.synergy", "project p \"P\" { }"),
    ]);
    let value = json(&hypecheck(folder.path(), &["check", "--format", "json"]));
    assert_eq!(value["files"].as_array().map(Vec::len), Some(1));
    assert_eq!(value["files"][0]["path"], "deep/er/b.synergy");
    // A file that is named is judged, whatever it is called.
    let named = json(&hypecheck(folder.path(), &["check", "--format", "json", "ignored/a.synergy", "notes.txt"]));
    assert_eq!(named["files"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_text_on_standard_input_is_judged_under_the_name_it_is_given() {
    let folder = folder(&[("specs/house.synergy", "matrix acme \"Acme\" extends standard { }\n")]);
    let spec = format!("use \"house.synergy\"\n{WEAK}");
    let value = json(&with_input(
        folder.path(),
        &["check", "-", "--stdin-filename", "specs/new.synergy", "--format", "json"],
        spec.as_bytes(),
    ));
    assert_eq!(value["files"][0]["path"], "specs/new.synergy");
    let rules: Vec<&str> = value["files"][0]["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|found| found["rule"].as_str())
        .collect();
    assert_eq!(rules, ["weak-synergy"], "the file beside it is found");
}

#[test]
fn what_is_no_spec_gets_one_clear_finding_and_the_rest_is_judged() {
    let folder = folder(&[
        ("good.synergy", WEAK),
        ("empty.synergy", ""),
        ("nul.synergy", "project p \"P\" {\n  about \"a\0b\"\n}\n"),
    ]);
    let random: Vec<u8> = (0..5000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    std::fs::write(folder.path().join("random.synergy"), random).expect("it can be written");
    let output = hypecheck(folder.path(), &["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let value = json(&output);
    let found = |name: &str| {
        let files = value["files"].as_array().expect("a list");
        let file = files.iter().find(|file| file["path"] == name).expect("it is there");
        file["diagnostics"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|found| found["message"].as_str().unwrap_or("").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(found("empty.synergy"), Vec::<String>::new());
    assert_eq!(found("good.synergy").len(), 1);
    assert!(
        matches!(found("random.synergy").as_slice(), [one] if one.contains("not UTF-8")),
        "{:?}",
        found("random.synergy")
    );
    assert!(matches!(found("nul.synergy").as_slice(), [one] if one.contains("NUL")), "{:?}", found("nul.synergy"));
}

#[test]
fn a_file_of_five_megabytes_is_judged() {
    let claims: String = (0..30_000)
        .map(|n| {
            format!(
                "  claim c{n}: performance + decentralization {{\n    says \"Fast anywhere, and a little more text, so that the file grows.\"\n    evidence paper \"https://example.org/{n}\"\n    metric   latency < {n} ms\n  }}\n"
            )
        })
        .collect();
    let folder = folder(&[("big.synergy", &format!("project p \"P\" {{\n{claims}}}\n"))]);
    assert!(std::fs::metadata(folder.path().join("big.synergy")).expect("it is there").len() > 4_000_000);
    let value = json(&hypecheck(folder.path(), &["check", "--format", "json"]));
    assert_eq!(value["summary"]["diagnostics"]["warning"], 30_000);
}

#[test]
fn what_cannot_be_had_is_told_and_the_rest_is_judged() {
    let folder = folder(&[("a.synergy", WEAK)]);
    let output = hypecheck(folder.path(), &["check", "nowhere.synergy", "a.synergy"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("nowhere.synergy: there is no such file or folder"), "{}", err(&output));
    assert!(out(&output).contains("weak-synergy"));
    assert!(out(&output).ends_with("Exit code 2: 1 path could not be read.\n"), "{}", out(&output));
}

#[test]
fn arguments_that_mean_nothing_are_told() {
    let folder = folder(&[]);
    let output = hypecheck(folder.path(), &["check", "--format", "pdf"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("possible values: human, concise, json"), "{}", err(&output));
}

#[test]
fn a_use_that_cannot_be_had_gets_its_finding_and_nothing_else_breaks() {
    let spec = "use \"missing.synergy\"\nuse \"spec.synergy\"\nuse \"sub\"\nuse \"bytes.synergy\"\nuse \"../outside.synergy\"\n";
    let folder =
        folder(&[("work/sub/x.synergy", ""), ("work/spec.synergy", &format!("{spec}{WEAK}")), ("outside.synergy", "")]);
    std::fs::write(folder.path().join("work/bytes.synergy"), b"\xff\xfe").expect("it can be written");
    let value = json(&hypecheck(&folder.path().join("work"), &["check", "--format", "json", "spec.synergy"]));
    let found: Vec<String> = value["files"][0]["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|found| {
            format!(
                "{} {} {}",
                found["range"]["start"]["line"],
                found["rule"].as_str().unwrap_or(""),
                found["message"].as_str().unwrap_or("")
            )
        })
        .collect();
    let expected = [
        ("1 import-not-found", "there is no such file"),
        ("2 import-cycle", "uses itself"),
        ("3 import-not-found", "is a folder"),
        ("4 import-not-found", "not UTF-8"),
        ("5 import-not-found", "leads out of the workspace"),
        ("7 weak-synergy", ""),
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, (start, part)) in found.iter().zip(expected) {
        assert!(found.starts_with(start) && found.contains(part), "{found}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_does_not_lead_out_of_the_workspace() {
    let folder =
        folder(&[("work/spec.synergy", "use \"link.synergy\"\n"), ("secret.synergy", "matrix secret \"S\" { }\n")]);
    std::os::unix::fs::symlink("../secret.synergy", folder.path().join("work/link.synergy")).expect("it can be made");
    let text = out(&hypecheck(&folder.path().join("work"), &["check", "--format", "concise", "spec.synergy"]));
    assert!(text.contains("leads out of the workspace"), "{text}");
}

#[test]
fn colours_are_for_terminals() {
    let folder = folder(&[("a.synergy", WEAK)]);
    assert!(!out(&hypecheck(folder.path(), &["check"])).contains('\u{1b}'));
    assert!(out(&hypecheck(folder.path(), &["check", "--color", "always"])).contains('\u{1b}'));
    let asked = command(folder.path(), &["check"]).env("NO_COLOR", "1").output().expect("it runs");
    assert!(!out(&asked).contains('\u{1b}'));
}

#[test]
fn hostile_text_does_not_reach_the_terminal_as_it_is() {
    let folder = folder(&[("a.synergy", "project p \"\u{1b}[31m\" { about \"\u{1b}]0;owned\u{7}\" } \u{1b}[2J\n")]);
    for format in ["human", "concise"] {
        let text = out(&hypecheck(folder.path(), &["check", "--format", format]));
        assert!(!text.contains('\u{1b}') && !text.contains('\u{7}'), "{text:?}");
    }
}

#[test]
fn levels_are_configured_and_what_means_nothing_there_is_told() {
    let folder = folder(&[
        ("hypecheck.toml", "[rules]\nweak-synergy = \"error\"\n[check.rules]\nsyntax-error = \"error\"\n"),
        ("a.synergy", WEAK),
        ("sub/hypecheck.toml", "[rules]\nweak-synergy = \"off\"\nweek-synergy = \"off\"\n"),
        ("sub/b.synergy", WEAK),
    ]);
    let text = out(&hypecheck(folder.path(), &["check", "--format", "concise", "a.synergy"]));
    assert!(text.starts_with("a.synergy:2:18: error[weak-synergy]"), "{text}");
    let output = hypecheck(folder.path(), &["check", "sub"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("hypecheck.toml:3:1: There is no rule `week-synergy`. Is `weak-synergy` meant?"),
        "{}",
        err(&output)
    );
    assert!(
        out(&output).ends_with("nothing found. Exit code 2: the configuration is not understood.\n"),
        "{}",
        out(&output)
    );
}

#[test]
fn the_day_of_the_judgement_can_be_given() {
    let spec =
        WEAK.replace("metric latency", "caveat weak-synergy \"being measured\" until 2027-01-31\n    metric latency");
    let folder = folder(&[("a.synergy", &spec)]);
    let found = |today: &str| {
        let value = json(&hypecheck(folder.path(), &["check", "--format", "json", "--today", today]));
        let found = value["files"][0]["diagnostics"].as_array().expect("a list").clone();
        found.iter().map(|found| found["rule"].as_str().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("2027-01-31"), Vec::<String>::new());
    assert_eq!(found("2027-02-01"), ["weak-synergy", "expired-caveat"]);
    assert_eq!(hypecheck(folder.path(), &["check", "--today", "soon"]).status.code(), Some(2));
}

#[test]
fn explain_tells_what_rules_cells_and_the_library_are() {
    let folder = folder(&[]);
    for (name, part) in [
        ("weak-synergy", "A claim joins two properties that fight."),
        ("performance+decentralization", "performance + decentralization ○ weak: avoid unless proven"),
        ("decentralization+performance", "stated by the founding article"),
        ("federated-learning", "technique federated-learning"),
        ("fedavg", "technique federated-learning"),
        ("ethereum", "block-time = 12 s"),
        ("power", "ceiling power"),
        ("infinitely scalable", "Write instead"),
        ("privacy", "a property of the AI"),
    ] {
        let output = hypecheck(folder.path(), &["explain", name]);
        assert_eq!(output.status.code(), Some(0), "{name}");
        assert!(out(&output).contains(part), "{name}: no {part:?} in\n{}", out(&output));
    }
    let output = hypecheck(folder.path(), &["explain", "week-synergy"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("Is one of these meant? weak-synergy"), "{}", err(&output));
}

#[test]
fn the_matrix_counts_the_claims_of_each_cell() {
    let folder = folder(&[
        ("a.synergy", WEAK),
        ("b.synergy", "project q \"Q\" {\n claim one: privacy + decentralization { }\n claim two { }\n}\n"),
    ]);
    let expected = concat!(
        "                    security         scalability      decentralization\n",
        "              +------------------+------------------+------------------+\n",
        "privacy       |    ~ moderate    |    ~ moderate    |     * strong     |\n",
        "              |                  |                  |     1 claim      |\n",
        "              +------------------+------------------+------------------+\n",
        "verifiability |     * strong     |    ~ moderate    |     * strong     |\n",
        "              |                  |                  |                  |\n",
        "              +------------------+------------------+------------------+\n",
        "performance   |    ~ moderate    |     * strong     |      ! weak      |\n",
        "              |                  |                  |     1 claim      |\n",
        "              +------------------+------------------+------------------+\n",
        "3 claims in 2 files; 1 in no cell. A claim in two cells counts in both.\n",
    );
    assert_eq!(out(&hypecheck(folder.path(), &["matrix", "--ascii"])), expected);
    assert!(out(&hypecheck(folder.path(), &["matrix"])).contains("● strong"));
}

#[test]
fn very_many_syntax_errors_do_not_flood_the_output() {
    let folder = folder(&[("lines.synergy", &"}\n".repeat(100_000)), ("line.synergy", &"} ".repeat(20_000))]);
    for name in ["lines.synergy", "line.synergy"] {
        let value = json(&hypecheck(folder.path(), &["check", "--format", "json", name]));
        assert!(value["summary"]["diagnostics"]["error"].as_u64().is_some_and(|errors| errors <= 1_001), "{name}");
        let text = out(&hypecheck(folder.path(), &["check", name]));
        assert!(text.len() < 2_000_000, "{name}: {} bytes", text.len());
        assert!(text.contains("more findings in this file are not shown; mend these first"), "{name}");
    }
}

#[test]
fn of_a_very_long_line_the_part_around_the_finding_is_shown() {
    let before = "😀".repeat(5_000);
    let after = "ä".repeat(5_000);
    let spec = format!("project p \"{before}\" {{ judged-by nobody # {after}\n}}\n");
    let folder = folder(&[("a.synergy", &spec)]);
    let text = out(&hypecheck(folder.path(), &["check"]));
    assert!(text.contains("a.synergy:1:5026\n"), "the column is that of the file\n{text}");
    assert!(text.contains("judged-by nobody"), "{text}");
    assert!(text.contains("━━━━━━"), "{text}");
    assert!(text.chars().count() < 2_500, "{} characters", text.chars().count());
}

#[test]
fn the_margin_names_the_strength_of_the_cell_that_is_marked() {
    let folder = folder(&[(
        "a.synergy",
        "project p \"P\" {\n  claim c: privacy + decentralization, performance + decentralization, privacy + privacy {\n    says \"Fast anywhere.\"\n    evidence papers \"https://example.org/runs\" 2026-05\n  }\n}\n",
    )]);
    let text = out(&hypecheck(folder.path(), &["check"]));
    let labelled: Vec<&str> = text.lines().filter(|line| line.contains("(stated)") && line.contains('━')).collect();
    // Two rules find something in that cell, and two in places that are no cell.
    assert!(labelled.iter().all(|line| line.ends_with(" weak (stated)")), "{labelled:?} in\n{text}");
    assert_eq!(labelled.len(), 2, "{labelled:?} in\n{text}");
}

#[test]
fn a_file_that_is_named_twice_is_judged_once() {
    let folder = folder(&[("a.synergy", WEAK), ("sub/b.synergy", WEAK)]);
    let paths = |arguments: &[&str]| {
        let output = with_input(folder.path(), &[&["check", "--format", "json"], arguments].concat(), WEAK.as_bytes());
        let value = json(&output);
        let files = value["files"].as_array().expect("a list").clone();
        files.iter().map(|file| file["path"].as_str().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(paths(&["a.synergy", "./a.synergy", "sub/../a.synergy"]), ["a.synergy"]);
    assert_eq!(paths(&["sub/../a.synergy", "a.synergy"]), ["sub/../a.synergy"]);
    assert_eq!(paths(&[".", "a.synergy", "sub"]), ["a.synergy", "sub/b.synergy"]);
    assert_eq!(paths(&["-", "-"]), ["stdin.synergy"]);
    assert_eq!(paths(&["a.synergy", "-", "--stdin-filename", "a.synergy"]), ["a.synergy"]);
}

#[test]
fn a_folder_without_specs_is_told() {
    let folder = folder(&[("empty/notes.txt", ""), ("a.synergy", WEAK)]);
    for command in ["check", "matrix"] {
        let output = hypecheck(folder.path(), &[command, "empty"]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert_eq!(err(&output), "hypecheck: no `.synergy` file in empty\n", "{command}");
    }
    let output = hypecheck(&folder.path().join("empty"), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(err(&output), "hypecheck: no `.synergy` file in .\n");
    assert!(out(&output).ends_with("Exit code 2: there is nothing to check in 1 folder.\n"), "{}", out(&output));
    let output = hypecheck(folder.path(), &["check", "a.synergy", "empty"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("weak-synergy"));
    let output = hypecheck(folder.path(), &["check", "specs/*.synergy"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("specs/*.synergy: no file matches this pattern"), "{}", err(&output));
}

#[test]
#[cfg(unix)]
fn links_to_files_are_checked_and_links_to_folders_are_not_searched() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("work/real/a.txt", WEAK), ("work/deep/b.synergy", WEAK), ("secret.synergy", "secret")]);
    let link = |target: &str, name: &str| symlink(target, folder.path().join(name)).expect("it can be made");
    link("../real/a.txt", "work/deep/a.synergy");
    link("../deep", "work/real/deep");
    let work = folder.path().join("work");
    let text = out(&hypecheck(&work, &["check", "--format", "concise"]));
    let paths: Vec<&str> = text.lines().filter_map(|line| line.split_once(':')).map(|(path, _)| path).collect();
    assert_eq!(paths[..paths.len() - 1], ["deep/a.synergy", "deep/b.synergy"], "{text}");
    link("../secret.synergy", "work/link.synergy");
    let output = hypecheck(&work, &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!out(&output).contains("secret"), "{}", out(&output));
    assert!(err(&output).contains("link.synergy: the link leads out of the folder"), "{}", err(&output));
}

#[test]
#[cfg(unix)]
fn a_hostile_path_does_not_reach_the_terminal_as_it_is() {
    let folder = folder(&[("a\u{1b}[31m/hypecheck.toml", "[rules]\nnone = \"off\"\n"), ("a\u{1b}[31m/b.synergy", "")]);
    for path in ["\u{1b}]0;owned\u{7}.synergy", "a\u{1b}[31m"] {
        let output = hypecheck(folder.path(), &["check", "--color", "always", path]);
        assert_eq!(output.status.code(), Some(2), "{path:?}");
        assert!(!err(&output).contains(['\u{1b}', '\u{7}']), "{:?}", err(&output));
    }
}

#[test]
fn the_matrix_counts_one_in_the_singular_and_tells_what_no_matrix_rates() {
    let folder = folder(&[("a.synergy", WEAK)]);
    let last = |output: &Output| out(output).lines().last().unwrap_or("").to_owned();
    assert_eq!(
        last(&hypecheck(folder.path(), &["matrix"])),
        "1 claim in 1 file; 0 in no cell. A claim in two cells counts in both."
    );
    let house = "matrix acme \"Acme\" { cell privacy + security { strength strong } }\nproject p \"P\" {\n  judged-by acme\n  claim a: performance + decentralization { }\n  claim b { }\n}\n";
    std::fs::write(folder.path().join("a.synergy"), house).expect("it can be written");
    assert_eq!(
        last(&hypecheck(folder.path(), &["matrix"])),
        "2 claims in 1 file; 1 in no cell, 1 in a cell that its matrix does not rate. A claim in two cells counts in both."
    );
}

#[test]
fn a_house_matrix_is_named_as_seen_from_the_current_folder() {
    let folder = folder(&[
        (
            "house/acme.synergy",
            "matrix acme \"Acme\" extends standard { cell performance + decentralization { strength weak } }\n",
        ),
        ("specs/a.synergy", ""),
        (".git/HEAD", ""),
    ]);
    let spec = "use \"../house/acme.synergy\"\nproject p \"P\" {\n  judged-by acme\n  claim c: performance + decentralization { says \"Fast.\" }\n}\n";
    std::fs::write(folder.path().join("specs/a.synergy"), spec).expect("it can be written");
    let text = out(&hypecheck(folder.path(), &["check", "specs"]));
    assert!(text.contains("(judgement): house/acme.synergy:1:"), "{text}");
}

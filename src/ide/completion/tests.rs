//! What is offered where.

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
    assert_eq!((all[0].as_str(), all[8].as_str()), ("privacy + decentralization", "performance + decentralization"));
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
    assert!(in_project.contains(&"claim".to_owned()) && !in_project.contains(&"about".to_owned()), "{in_project:?}");
    first("$0", &["use", "project", "matrix"]);
    first("project p \"P\" { }\npro$0", &["use", "project", "matrix"]);
    first("project p \"P\" {\n  claim c: privacy + security {\n    says \"x\"\n    $0", &["says"]);
}

#[test]
fn techniques_that_serve_the_claim_come_first() {
    let techniques = labels("project p \"P\" {\n claim c: verifiability + security {\n  using $0\n }\n}");
    let place = |name: &str| techniques.iter().position(|each| each == name).expect("it is listed");
    assert!(place("zkml") < place("federated-learning"), "{techniques:?}");
    assert_eq!(labels("project p \"P\" {\n claim c {\n  using zkml, opml,\n        $0\n }\n}").len(), techniques.len());
}

#[test]
fn evidence_kinds_come_solid_ones_first() {
    assert_eq!(labels("project p \"P\" {\n claim c {\n  evidence $0\n }\n}"), schema::EVIDENCE);
    assert_eq!(labels("project p \"P\" {\n claim c {\n  evidence paper $0\n }\n}"), Vec::<String>::new());
}

#[test]
fn after_caveat_come_the_rules_that_fire_here() {
    let source =
        "project p \"P\" {\n claim c: performance + decentralization {\n  metric latency < 5 ms\n  caveat $0\n }\n}";
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

/// Everything that is offered at the `$0` of a spec.
fn offered(source: &str) -> Option<Completions> {
    let offset = source.find("$0").expect("the spec marks a place with $0");
    let (snapshot, id) = snapshot(&source.replacen("$0", "", 1));
    completions(&snapshot, id, (offset as u32).into(), check(&snapshot, id, &settings()).as_ref())
}

/// The label, the note and the detail of what is offered first.
#[track_caller]
fn best(source: &str) -> (String, String, String) {
    let found = offered(source).expect("something is offered");
    let first = &found.items[0];
    (first.label.clone(), first.note.clone(), first.detail.clone())
}

#[test]
fn a_cell_says_how_strong_it_is_and_why_in_a_line() {
    let (label, note, detail) = best("project p \"P\" {\n claim c: $0");
    assert_eq!((label.as_str(), note.as_str()), ("privacy + decentralization", "strong"));
    assert!(detail.starts_with("strong: ") && detail.len() > 30 && !detail.contains('\n'), "{detail}");
    let (label, note, detail) = best("project p \"P\" {\n claim c: performance + $0");
    assert_eq!((label.as_str(), note.as_str()), ("scalability", "strong"));
    assert!(detail.starts_with("strong: "), "{detail}");
}

#[test]
fn the_house_matrix_says_which_cells_come_first() {
    let source = "matrix m \"M\" extends standard {\n cell performance + decentralization {\n  strength strong\n  because \"Our\n }\n}\nproject p \"P\" {\n judged-by m\n claim c: perf$0\n}";
    let found = offered(source).expect("cells are offered");
    let item = found.items.iter().find(|item| item.label == "performance + decentralization").expect("it is listed");
    assert_eq!((item.note.as_str(), item.detail.as_str()), ("strong", "strong: Our"));
}

#[test]
fn in_a_matrix_the_cells_come_first_that_it_does_not_have_yet() {
    let found = labels("matrix m \"M\" {\n cell privacy + decentralization { strength weak }\n cell $0\n}");
    assert_eq!((found.len(), found[8].as_str()), (9, "privacy + decentralization"));
}

#[test]
fn around_a_plus_the_side_is_offered_that_is_missing() {
    first("project p \"P\" {\n claim c: $0 + security { }\n}", &["verifiability", "privacy"]);
    first("project p \"P\" {\n claim c: privacy $0\n}", &["+ decentralization"]);
    first("project p \"P\" {\n claim c: dec$0\n}", &["decentralization + privacy"]);
    first("project p \"P\" {\n claim c: pri$0vacy + security { }\n}", &["verifiability", "privacy"]);
}

#[test]
fn before_a_cell_another_is_offered_that_takes_its_place() {
    let source = "project p \"P\" {\n claim c: $0privacy + security, privacy + scalability { }\n}";
    let found = offered(source).expect("cells");
    assert_eq!((found.items.len(), &source.replacen("$0", "", 1)[found.replace]), (9, "privacy + security"));
    assert!(found.insert.is_empty());
}

#[test]
fn a_colon_in_a_title_is_none_of_the_header() {
    first("project p \"P\" {\n claim c \"a: b, c\": $0 { }\n}", &["privacy + decentralization"]);
    assert_eq!(labels("project p \"P\" {\n claim c \"a: b\" $0"), Vec::<String>::new());
}

#[test]
fn techniques_that_the_cell_asks_for_come_first_also_where_the_cell_is_read_from_the_words() {
    let found = offered("project p \"P\" {\n claim c: performance + decentralization {\n  using $0\n").expect("names");
    assert_eq!(found.items[0].note, "its cell asks for it");
    assert!(found.items.iter().all(|item| item.listed), "a comma and more may follow each");
    let read = "project p \"P\" {\n claim c {\n  says \"Every answer ships with a zero-knowledge proof that the right model produced it.\"\n  using $0\n }\n}";
    let found = offered(read).expect("names");
    assert!(found.items[0].note.contains("asks for it") || found.items[0].note.contains("verifiability"));
    let served = found.items.iter().position(|item| item.note.starts_with("serves")).expect("some serve");
    let other = found.items.iter().position(|item| item.note.is_empty()).expect("some do not");
    assert!(served < other);
}

#[test]
fn where_nothing_is_found_no_caveat_is_offered_and_the_rule_that_stands_there_is() {
    let calm = "project p \"P\" {\n claim c: privacy + decentralization {\n  says \"No record leaves its hospital.\"\n  evidence paper \"https://arxiv.org/abs/1602.05629\" 2026-05\n  metric loss < 2 %\n  caveat $0\n }\n}";
    assert_eq!(labels(calm), Vec::<String>::new());
    let silenced = "project p \"P\" {\n claim c: performance + decentralization {\n  evidence paper \"https://arxiv.org/abs/1602.05629\" 2026-05\n  metric loss < 2 %\n  caveat weak-syn$0ergy \"So it is.\"\n }\n}";
    let found = offered(silenced).expect("the rule");
    let item = found.items.iter().find(|item| item.label == "weak-synergy").expect("it stands there");
    assert_eq!(item.snippet, None, "its reason stands there already");
    let replaced = &silenced.replacen("$0", "", 1)[found.replace];
    assert_eq!(replaced, "weak-synergy");
    assert_eq!(&silenced.replacen("$0", "", 1)[found.insert], "weak-syn");
}

#[test]
fn a_metric_is_offered_part_by_part() {
    let metric =
        |text: &str| labels(&format!("project p \"P\" {{\n runs-on ethereum\n claim c {{\n  metric {text}\n }}\n}}"));
    let names = metric("$0");
    assert!(
        ["latency", "block-time", "training-compute"].iter().all(|name| names.iter().any(|it| it == name)),
        "{names:?}"
    );
    let place = |name: &str| names.iter().position(|it| it == name).expect("it is listed");
    assert!(place("block-time") < place("training-compute"), "what the project's chain limits comes first: {names:?}");
    assert_eq!(metric("latency $0"), ["<", "<=", "=", ">=", ">"]);
    assert_eq!(metric("latency < $0"), Vec::<String>::new());
    for text in ["latency < 50 $0", "latency < 50 m$0", "latency < 50$0ms", "latency < 50m$0", "latency<1_000 $0"] {
        assert!(metric(text).iter().any(|unit| unit == "ms"), "{text}: {:?}", metric(text));
    }
    assert_eq!(metric("growth >= 50 x $0"), ["by"]);
    assert_eq!(metric("growth >= 50 x by $0"), Vec::<String>::new());
    assert_eq!(metric("latency < 50 ms \"note\" $0"), Vec::<String>::new());
}

#[test]
fn units_of_what_the_metric_measures_come_first() {
    let units = labels("project p \"P\" {\n claim c {\n  metric p99-latency < 50 $0\n }\n}");
    let place = |name: &str| units.iter().position(|unit| unit == name).expect("it is listed");
    assert!(place("ms") < place("USD") && place("s") < place("FLOP"), "{units:?}");
}

#[test]
fn after_the_reason_of_a_caveat_comes_its_deadline() {
    let caveat =
        |text: &str| labels(&format!("project p \"P\" {{\n claim c {{\n  caveat weak-synergy {text}\n }}\n}}"));
    assert_eq!(caveat("\"why\" $0"), ["until"]);
    assert_eq!(caveat("\"why\" until 2027 $0"), Vec::<String>::new());
}

#[test]
fn in_a_vocabulary_each_field_has_its_words() {
    let technique = |text: &str| labels(&format!("technique t \"T\" {{\n {text}\n}}"));
    assert_eq!(technique("family $0"), schema::FAMILIES);
    assert_eq!(technique("overhead $0"), schema::OVERHEADS);
    assert_eq!(
        technique("serves $0"),
        ["privacy", "verifiability", "performance", "security", "scalability", "decentralization"]
    );
    assert!(technique("works-with $0").contains(&"zkml".to_owned()));
    first("chain c \"C\" {\n favors $0\n}", &["security", "scalability", "decentralization", "privacy"]);
    assert_eq!(labels("ceiling c \"C\" {\n firmness $0\n}"), schema::DEGREES);
    assert_eq!(labels("phrase \"p\" $0"), schema::PHRASE_KINDS);
    assert_eq!(labels("phrase \"p\" absolute {\n level $0\n}"), schema::PHRASE_LEVELS);
    assert_eq!(labels("reference r \"R\" {\n kind $0\n}"), schema::REFERENCE_KINDS);
    assert_eq!(labels("property $0").len(), 6);
    assert_eq!(labels("project p \"P\" {\n status $0\n}"), schema::STATUSES);
    assert_eq!(
        labels("matrix m \"M\" {\n cell privacy + security {\n  strength $0\n }\n}"),
        ["strong", "moderate", "weak"]
    );
    assert!(labels("matrix m \"M\" {\n cell privacy + security {\n  needs $0\n }\n}").contains(&"zkml".to_owned()));
    assert!(labels("technique t \"T\" {\n figure \"1.7 times\" $0\n}").contains(&"seed".to_owned()));
    assert_eq!(labels("matrix m \"M\" $0"), ["extends"]);
}

#[test]
fn at_the_end_of_a_block_string_the_field_goes_on() {
    let source = "technique t \"T\" {\n figure \"\"\"\n  1.7 times {more}\n  \"\"\" $0\n}";
    assert!(labels(source).contains(&"seed".to_owned()));
}

#[test]
fn the_field_that_is_being_typed_is_offered_though_it_stands_there() {
    first("project p \"P\" {\n abou$0\n}", &["about"]);
    let found = offered("project p \"P\" {\n abou$0t \"x\"\n}").expect("fields");
    assert!(found.items.iter().any(|item| item.label == "about") && !found.blank_line);
    assert!(offered("project p \"P\" {\n $0\n}").expect("fields").blank_line);
}

#[test]
fn each_declaration_has_a_snippet_that_is_a_spec_without_syntax_errors() {
    for source in ["$0", "project p \"P\" {\n $0\n}", "matrix m \"M\" {\n $0\n}"] {
        let found = offered(source).expect("declarations");
        for item in found.items.iter().filter(|item| item.kind == CompletionKind::Declaration) {
            let snippet = item.snippet.as_deref().expect("it has one");
            let filled = source.replacen("$0", &filled_in(snippet), 1);
            let (snapshot, id) = snapshot(&filled);
            let errors = snapshot.file(id).expect("the file is there").tree().all_errors();
            assert_eq!(errors, [], "{filled}");
        }
    }
}

/// A snippet with its places filled in as they are offered.
fn filled_in(snippet: &str) -> String {
    let mut text = String::new();
    let mut rest = snippet;
    while let Some((before, after)) = rest.split_once('$') {
        text += before;
        rest = match after.strip_prefix('{') {
            Some(place) => {
                let (inside, rest) = place.split_once('}').expect("a place is closed");
                let offered = inside.trim_start_matches(|c: char| c.is_ascii_digit());
                text += offered.trim_matches(['|', ':']).split(',').next().unwrap_or("");
                rest
            }
            None => after.trim_start_matches(|c: char| c.is_ascii_digit()),
        };
    }
    text + rest
}

#[test]
fn what_is_offered_is_explained_when_that_is_asked() {
    for (source, part) in [
        ("project p \"P\" {\n claim c: $0", "**strong**"),
        ("project p \"P\" {\n claim c {\n  using $0", "technique `"),
        ("project p \"P\" {\n claim c {\n  evidence $0", "Solid evidence"),
        ("project p \"P\" {\n claim c: performance + decentralization {\n  caveat $0", "· rule, "),
        ("project p \"P\" {\n $0", "field of a project"),
        ("$0", "Makes what another file declares known"),
        ("technique t \"T\" {\n serves $0", "a property of the AI"),
    ] {
        let offset = (source.find("$0").expect("a place") as u32).into();
        let (snapshot, id) = snapshot(&source.replacen("$0", "", 1));
        let found = completions(&snapshot, id, offset, check(&snapshot, id, &settings()).as_ref()).expect(source);
        let text = documentation(&snapshot, id, offset, &found.items[0]).expect(source);
        assert!(text.contains(part), "{source}: {text}");
    }
}

#[test]
fn in_the_middle_of_a_line_break_the_line_before_it_is_meant() {
    assert!(labels("project p \"P\" {\r\n runs-on \r$0\n}").contains(&"solana".to_owned()));
}

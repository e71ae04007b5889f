//! `hypecheck report`: what a report holds, that it can be made again, and that it says nothing of the machine it was
//! made on. How it looks, and that no spec breaks out of it, is tested in a browser: `editors/vscode/test/report.mjs`.

#[path = "support/command.rs"]
mod support;

use std::path::Path;
use std::process::Output;
use support::{command, err, folder, out, run_with_input};

const SPEC: &str = r#"use "house.synergy"

project tidepool "Tidepool" {
  about     "Clinics train a model together."
  status    research 2026-06
  runs-on   base
  judged-by acme
  claim images-stay-home: privacy + decentralization {
    says     "Forty clinics train one model, and no record leaves its clinic."
    using    federated-learning, secure-aggregation
    evidence paper "https://arxiv.org/abs/1602.05629" 2026-02 "FedAvg"
    metric   accuracy-loss < 2 %
  }
  claim instant: performance + decentralization {
    says   "A scan is read by the laptops of volunteers."
    caveat weak-synergy "Nobody waits for it." until 2027-01-31
  }
}
"#;
const HOUSE: &str = "matrix acme \"Acme\" extends standard { }\n";

fn hypecheck(folder: &Path, arguments: &[&str]) -> Output {
    let mut all = vec!["report"];
    all.extend(arguments);
    all.extend(["--today", "2026-11-24"]);
    command(folder, &all).output().expect("it runs")
}

#[track_caller]
fn report(folder: &Path, arguments: &[&str]) -> String {
    let output = hypecheck(folder, arguments);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    out(&output)
}

/// The words of a page, without its style sheet, in one line.
fn words(page: &str) -> String {
    let body = page.split_once("<body>").expect("a body").1;
    let mut words = String::new();
    for part in body.split('<') {
        words += part.split_once('>').map_or("", |(_, text)| text);
        words.push(' ');
    }
    let words = words.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn specs() -> tempfile::TempDir {
    folder(&[("specs/tidepool.synergy", SPEC), ("specs/house.synergy", HOUSE)])
}

#[test]
fn a_claim_comes_with_its_verdict_its_reasons_and_its_sources() {
    let specs = specs();
    let words = words(&report(specs.path(), &["specs/tidepool.synergy"]));
    for part in [
        "Clinics train a model together. Status research, 2026-06 Runs on base",
        "images-stay-home W works · line 8 Forty clinics train one model",
        "Why The two properties feed each other, and evidence that can be checked stands behind it.",
        "It gives a metric. It names a technique that its cell asks for. It is worded plainly.",
        "privacy + decentralization , strong",
        "Sources of the rating (",
        "Uses Federated learning, Secure aggregation",
        "Evidence paper : https://arxiv.org/abs/1602.05629 · 2026-02 · FedAvg",
        "Metrics accuracy-loss < 2 %",
        "instant S speculative · line 14",
        "Evidence none Metrics none Caveats weak-synergy : Nobody waits for it. (until 2027-01-31)",
    ] {
        assert!(words.contains(part), "{part:?} is not in {words}");
    }
}

#[test]
fn the_sources_of_the_library_are_links() {
    let specs = specs();
    let page = report(specs.path(), &["specs/tidepool.synergy"]);
    let cell = page.split("Sources of the rating").nth(1).expect("it has sources");
    assert!(cell.split("</ul>").next().is_some_and(|list| list.contains("<a href=\"https://")), "{cell}");
}

#[test]
fn what_the_techniques_cost_is_told_with_who_uses_them() {
    let specs = specs();
    let words = words(&report(specs.path(), &["specs/tidepool.synergy"]));
    assert!(words.contains("Federated learning privacy verifiability, performance medium images-stay-home"), "{words}");
}

#[test]
fn what_is_not_addressed_is_told() {
    let specs = specs();
    let words = words(&report(specs.path(), &["specs/tidepool.synergy"]));
    let told = words.split("Not addressed").nth(1).expect("it is told");
    assert!(
        told.starts_with(
            " Empty cells privacy + security (moderate) , privacy + scalability (moderate) , verifiability"
        ),
        "{told}"
    );
    assert!(told.contains("Claims without evidence instant Claims without a metric instant"), "{told}");
}

#[test]
fn findings_are_those_of_check() {
    let specs = specs();
    let check = out(&command(specs.path(), &["check", "specs", "--format", "concise", "--today", "2026-11-24"])
        .output()
        .expect("it runs"));
    let words = words(&report(specs.path(), &["specs"]));
    let found: Vec<&str> = check.lines().filter(|line| line.starts_with("specs/")).collect();
    assert!(found.len() >= 2, "{check}");
    for line in found {
        let message = line.split_once("] ").expect("a message").1.replace('`', " ");
        let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = |text: &str| text.chars().filter(|char| char.is_alphanumeric()).collect::<String>();
        assert!(plain(&words).contains(&plain(&message)), "{message}");
    }
}

#[test]
fn a_report_says_what_it_was_made_of() {
    let specs = specs();
    let words = words(&report(specs.path(), &["specs/tidepool.synergy"]));
    let made = words.split("What this report was made of").last().expect("it says so");
    for part in [
        "Program hypecheck 0.1.0",
        "As of 2026-11-24",
        "Command hypecheck report specs/tidepool.synergy --today 2026-11-24",
        "Chosen levels none",
        "Matrix acme ",
        // What `sha256sum` says.
        &format!(
            "specs/house.synergy {}",
            hypecheck::rules::provenance::hex(hypecheck::rules::provenance::sha256(HOUSE.as_bytes()))
        ),
        &format!(
            "specs/tidepool.synergy {}",
            hypecheck::rules::provenance::hex(hypecheck::rules::provenance::sha256(SPEC.as_bytes()))
        ),
    ] {
        assert!(made.contains(part), "{part:?} is not in {made}");
    }
}

#[test]
fn levels_that_were_chosen_are_told() {
    let folder = folder(&[
        ("a.synergy", SPEC),
        ("house.synergy", HOUSE),
        ("hypecheck.toml", "[rules]\nweak-synergy = \"error\"\n"),
    ]);
    assert!(words(&report(folder.path(), &["a.synergy"])).contains("Chosen levels weak-synergy = error"));
}

#[test]
fn a_report_made_again_has_the_same_bytes_wherever_it_is_made() {
    let (here, there) = (specs(), specs());
    let one = report(here.path(), &["specs"]);
    assert!(one == report(here.path(), &["specs"]) && one == report(there.path(), &["./specs/"]));
    // Named from the root of the disk it is the same, too: it says nothing of where that is.
    let absolute = here.path().join("specs");
    let from_root = report(here.path(), &[absolute.to_str().expect("a path")]);
    assert!(one == from_root);
}

#[test]
fn a_report_says_nothing_of_the_machine() {
    let (specs, elsewhere) = (specs(), folder(&[]));
    let path = specs.path().join("specs");
    let page = report(elsewhere.path(), &[path.to_str().expect("a path")]);
    let folder = specs.path().file_name().expect("a name").to_string_lossy().into_owned();
    assert!(!page.contains(&folder), "{folder}");
    assert!(words(&page).contains("Spec tidepool.synergy"));
}

#[test]
fn several_projects_begin_with_a_board() {
    let other = SPEC.replace("tidepool", "lantern").replace("Tidepool", "Lantern");
    let folder = folder(&[("a.synergy", SPEC), ("b.synergy", &other), ("house.synergy", HOUSE)]);
    let page = report(folder.path(), &["a.synergy", "b.synergy"]);
    let rows: Vec<String> = page
        .split("<tbody>")
        .nth(1)
        .expect("a board")
        .split("</tbody>")
        .next()
        .expect("its end")
        .split("<tr>")
        .skip(1)
        .map(|row| words(&format!("<body>{row}")))
        .collect();
    assert_eq!(rows, ["Lantern W works S speculative 2 1 1", "Tidepool W works S speculative 2 1 1"]);
    assert!(!report(folder.path(), &["a.synergy"]).contains("id=\"board\""));
    assert!(report(folder.path(), &["--board", "a.synergy"]).contains("id=\"board\""));
}

#[test]
fn the_board_is_sorted_by_what_holds() {
    let works = "evidence paper \"https://arxiv.org/abs/1602.05629\" 2026-02 metric accuracy-loss < 2 %";
    let spec = |name: &str, first: &str| {
        format!(
            "project {name} \"{name}\" {{\n claim c: privacy + decentralization {{ says \"No record leaves its clinic.\"\n using federated-learning\n {first} }}\n claim d: performance + decentralization {{ says \"Fast.\" }}\n}}\n"
        )
    };
    let works = works.replace(" metric", "\n metric");
    let folder = folder(&[("a.synergy", &spec("aaa", "")), ("b.synergy", &spec("bbb", &works))]);
    let page = report(folder.path(), &[]);
    assert!(page.find("href=\"#p1\">bbb").is_some() && page.find("href=\"#p2\">aaa").is_some(), "{page}");
}

#[test]
fn an_address_is_a_link_only_if_a_browser_may_follow_it() {
    let folder = folder(&[(
        "a.synergy",
        "project p \"P\" {\n site \"javascript:alert(1)\"\n claim c: privacy + security { says \"a\"\n evidence paper \"data:text/html,x\" 2026\n evidence blog \"https://example.org/\\\"x\" 2026\n }\n}\n",
    )]);
    let page = report(folder.path(), &["a.synergy"]);
    let links: Vec<&str> = page.split("<a href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.iter().all(|link| link.starts_with("https://") || link.starts_with('#')), "{links:?}");
    assert!(words(&page).contains("javascript:alert(1)"), "it is shown as what it is");
}

#[test]
fn the_policy_knows_the_style_sheet_and_nothing_else() {
    let specs = specs();
    let page = report(specs.path(), &["specs"]);
    let policy =
        page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
    let policy = policy.expect("a policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'), "{policy}");
    assert!(page.find("Content-Security-Policy") < page.find("<style>"));
    assert!(!page.contains("<script") && !page.contains("<link") && !page.contains(" style=\""));
}

#[test]
fn a_file_is_written_and_named_and_nothing_else_is_printed() {
    let specs = specs();
    assert_eq!(report(specs.path(), &["specs", "-o", "report.html"]), "Wrote report.html: 1 project, 2 claims.\n");
    let written = std::fs::read_to_string(specs.path().join("report.html")).expect("it is there");
    assert!(written.starts_with("<!DOCTYPE html>") && written == report(specs.path(), &["specs"]));
}

#[test]
fn what_could_not_be_read_is_told_in_the_report_too() {
    let specs = specs();
    std::fs::write(specs.path().join("specs/broken.synergy"), b"\xff").expect("it can be written");
    let output = hypecheck(specs.path(), &["specs"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&out(&output)).contains("Not read specs/broken.synergy: it is not UTF-8 text"), "{}", out(&output));
    assert!(err(&output).contains("specs/broken.synergy: it is not UTF-8"));
}

#[test]
fn of_nothing_there_is_no_report() {
    let folder = folder(&[]);
    for arguments in [&["-o", "report.html"][..], &["none.synergy", "-o", "report.html"]] {
        let output = hypecheck(folder.path(), arguments);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
        assert!(err(&output).contains("nothing was written"), "{}", err(&output));
    }
    assert!(!folder.path().join("report.html").exists());
}

#[test]
fn any_text_gives_a_report() {
    let folder = folder(&[]);
    for text in [
        "",
        "project",
        "claim c { says \"outside\" }",
        "project { claim { } claim } }}",
        "\u{feff}project p \"\" { claim c: + { } }\r\n",
        "project a \"A\" { project b \"B\" { claim c { says \"a\" } } }",
    ] {
        let output = run_with_input(command(folder.path(), &["report", "-", "--today", "2026-11-24"]), text.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{text}: {}", err(&output));
        assert!(out(&output).ends_with("</html>"), "{text}");
    }
}

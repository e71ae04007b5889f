//! A spec with all that the formats of `hypecheck check` are made of.
#![allow(dead_code)]

use super::support::{command, folder};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

/// All that formats are made of: quotes, ends of sections, escapes, columns that differ by encoding, and turned text.
pub const HOSTILE: &str = "project odd \"a \\\"quoted\\\" ]]> | <b>%0A::error::x \u{202e}evil 😀 @all\" {\r\n  judged-by no%0Abody\r\n  claim bad]]>name: performance + decentralization {\r\n    says \"😀é Infinitely scalable | [link](http://evil.example) ]]> ::warning::x %0D \u{202e}, fast.\"\r\n    metric latency < 40 mss\r\n  }\r\n  claim quiet: privacy + decentralization {\r\n    says \"Nothing.\"\r\n  }\r\n}\r\n";
pub const HOSTILE_NAME: &str = "odd, 100% [a](b) 😀.synergy";

pub const CLEAN: &str = "project demo \"Demo\" { }\n";

pub fn hypecheck(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("it runs")
}

/// Runs a check as of a fixed day.
pub fn check(folder: &Path, format: &str, more: &[&str]) -> Output {
    hypecheck(folder, &[&["check", "--today", "2026-11-24", "--format", format], more].concat())
}

/// A folder with the hostile spec and one in which nothing is found.
pub fn hostile() -> tempfile::TempDir {
    folder(&[(HOSTILE_NAME, HOSTILE), ("sub/clean.synergy", CLEAN)])
}

#[track_caller]
pub fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

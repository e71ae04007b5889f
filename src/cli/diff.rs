//! Two versions of a text as a unified diff, which people read and `patch` applies.
//!
//! The library finds the lines that differ. How they are printed is ours: it says nothing of a last line without a line
//! break, which a formatter often is about, and knows no colours.

use super::terminal::{Terminal, printable};
use anstyle::{AnsiColor, Style};
use imara_diff::{Algorithm, Diff, InternedInput, Interner, Token, UnifiedDiffConfig, UnifiedDiffPrinter};
use std::fmt;

const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const PLACE: Style = AnsiColor::Cyan.on_default();
const PLAIN: Style = Style::new();

/// The lines that differ, with some around them.
pub(super) fn unified(path: &str, before: &str, after: &str, terminal: &Terminal) -> String {
    let input = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let printer = Printer { lines: &input.interner, colours: terminal.colours(), shown: terminal.is_seen() };
    let path = printable(path);
    // Git names a file elsewhere so, and `patch` takes it from the root.
    let path = path.trim_start_matches('/');
    let mut text = String::new();
    for line in [format!("--- a/{path}\n"), format!("+++ b/{path}\n")] {
        // Writing to a string does not fail.
        let _ = printer.line(&mut text, PLAIN, "", &line);
    }
    text + &diff.unified_diff(&printer, UnifiedDiffConfig::default(), &input).to_string()
}

struct Printer<'a> {
    lines: &'a Interner<&'a str>,
    colours: bool,
    /// Somebody sees it on a terminal.
    shown: bool,
}

impl Printer<'_> {
    fn line(&self, f: &mut impl fmt::Write, style: Style, mark: &str, line: &str) -> fmt::Result {
        let content = line.strip_suffix('\n').unwrap_or(line);
        let content =
            if self.shown { printable(content.strip_suffix('\r').unwrap_or(content)) } else { content.into() };
        if self.colours && style != PLAIN {
            writeln!(f, "{}{mark}{content}{}", style.render(), style.render_reset())?;
        } else {
            writeln!(f, "{mark}{content}")?;
        }
        if line.ends_with('\n') { Ok(()) } else { writeln!(f, "\\ No newline at end of file") }
    }
}

impl UnifiedDiffPrinter for Printer<'_> {
    fn display_header(
        &self,
        mut f: impl fmt::Write,
        start_before: u32,
        start_after: u32,
        len_before: u32,
        len_after: u32,
    ) -> fmt::Result {
        // Of an empty part, the line before it is named.
        let place = |start: u32, len: u32| format!("{},{len}", start + u32::from(len > 0));
        let places = format!("@@ -{} +{} @@\n", place(start_before, len_before), place(start_after, len_after));
        self.line(&mut f, PLACE, "", &places)
    }

    fn display_context_token(&self, mut f: impl fmt::Write, token: Token) -> fmt::Result {
        self.line(&mut f, PLAIN, " ", self.lines[token])
    }

    fn display_hunk(&self, mut f: impl fmt::Write, before: &[Token], after: &[Token]) -> fmt::Result {
        for &token in before {
            self.line(&mut f, REMOVED, "-", self.lines[token])?;
        }
        for &token in after {
            self.line(&mut f, ADDED, "+", self.lines[token])?;
        }
        Ok(())
    }
}

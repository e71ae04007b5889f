//! The streams that are printed to, and Markdown as a terminal shows it.

use crate::text::is_bidi_control;
use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

/// Standard output. What has no colours in it, which is nearly all where none are wanted, goes there as it is.
enum Out {
    Coloured(io::BufWriter<AutoStream<io::Stdout>>),
    Plain(io::BufWriter<io::Stdout>),
}

/// Whether nothing in a text could be, or begin, what colours are taken out with.
fn has_no_controls(text: &str) -> bool {
    let controls = |byte: u8| byte < b' ' && !byte.is_ascii_whitespace() || byte == 0x7f;
    // Without a branch in it, the loop looks at many bytes at once.
    !text.bytes().fold(false, |found, byte| found | controls(byte))
}

/// Standard output and standard error. Colours are taken out where none are wanted.
pub(super) struct Terminal {
    out: Out,
    err: AutoStream<io::Stderr>,
    /// Why something is missing on standard output, if anything is.
    failed: Option<io::Error>,
}

impl Terminal {
    pub(super) fn new(choice: ColorChoice) -> Terminal {
        let out = AutoStream::new(io::stdout(), choice);
        let out = match out.current_choice() {
            ColorChoice::Never => Out::Plain(io::BufWriter::new(out.into_inner())),
            _ => Out::Coloured(io::BufWriter::new(out)),
        };
        Terminal { out, err: AutoStream::new(io::stderr(), choice), failed: None }
    }

    /// Whether standard output shows colours.
    pub(super) fn colours(&self) -> bool {
        matches!(self.out, Out::Coloured(_))
    }

    /// Remembers that something could not be printed. A reader that has gone away (`| head`) is no error of ours.
    fn remember(&mut self, printed: io::Result<()>) {
        if let Err(error) = printed
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.failed.get_or_insert(error);
        }
    }

    /// Prints to standard output.
    pub(super) fn print(&mut self, text: &str) {
        let printed = match &mut self.out {
            Out::Coloured(out) => out.write_all(text.as_bytes()),
            Out::Plain(out) if has_no_controls(text) => out.write_all(text.as_bytes()),
            Out::Plain(out) => write!(out, "{}", strip_str(text)),
        };
        self.remember(printed);
    }

    /// Prints to standard error what belongs on standard output, where something else stands there.
    pub(super) fn print_aside(&mut self, text: &str) {
        self.flush();
        let _ = self.err.write_all(text.as_bytes());
    }

    /// Whether standard error shows colours.
    pub(super) fn colours_aside(&self) -> bool {
        self.err.current_choice() != ColorChoice::Never
    }

    /// Shows what was printed so far.
    pub(super) fn flush(&mut self) {
        let printed = match &mut self.out {
            Out::Coloured(out) => out.flush(),
            Out::Plain(out) => out.flush(),
        };
        self.remember(printed);
    }

    /// Shows the rest.
    ///
    /// # Errors
    /// If something that was printed did not get there, says why. That is told on standard error already.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.flush();
        let Some(error) = self.failed.take() else { return Ok(()) };
        self.complain(&format!("standard output is not complete: {error}"));
        Err(error)
    }

    /// Empties the screen of a terminal and goes to its top; what was there can still be scrolled to.
    pub(super) fn clear(&mut self) {
        self.print("\u{1b}[2J\u{1b}[H");
    }

    /// Whether somebody sees on a terminal what is printed.
    pub(super) fn is_seen(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Prints what is meant to become a file: byte for byte, but on a terminal, where it is only looked at.
    pub(super) fn print_file(&mut self, text: &str) {
        if !self.is_seen() {
            return self.print_bytes(text.as_bytes());
        }
        self.print(&printable_lines(text));
    }

    /// Prints to standard error, in the same way, what is meant to become a file and has no place on standard output.
    pub(super) fn print_file_aside(&mut self, text: &str) {
        if io::stderr().is_terminal() {
            self.print_aside(&printable_lines(text));
        } else {
            self.flush();
            let _ = io::stderr().write_all(text.as_bytes());
        }
    }

    /// Prints what is no text.
    pub(super) fn print_bytes(&mut self, bytes: &[u8]) {
        self.flush();
        let mut out = io::stdout().lock();
        let printed = out.write_all(bytes).and_then(|()| out.flush());
        self.remember(printed);
    }

    /// Prints a line on what could not be done to standard error. It may name paths and what stands in files.
    pub(super) fn complain(&mut self, text: &str) {
        self.flush();
        let _ = writeln!(self.err, "hypecheck: {}", printable(text));
    }
}

/// The least byte that a character of several bytes begins with.
const FIRST_OF_SEVERAL: u8 = 0xc0;

/// Text from a spec or a path, with what a terminal would act on taken out.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    let shown = |c: char| match c {
        '\t' => ' ',
        c if c.is_control() || is_bidi_control(c) => '\u{fffd}',
        c => c,
    };
    // Nearly every text is printed as it is, and most of its characters are ASCII.
    let is_plain = text.bytes().fold(true, |plain, byte| plain & !byte.is_ascii_control());
    let mut others = text.bytes().enumerate().filter(|(_, byte)| *byte >= FIRST_OF_SEVERAL);
    let is_plain = is_plain && others.all(|(at, _)| text[at..].chars().next().is_none_or(|c| shown(c) == c));
    if is_plain { Cow::Borrowed(text) } else { text.chars().map(shown).collect() }
}

/// The same for each line of a text.
fn printable_lines(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let end = if line.ends_with('\n') { "\n" } else { "" };
        format!("{}{end}", printable(line.trim_end_matches(['\r', '\n'])))
    });
    lines.collect()
}

/// Markdown as plain text with colours: headings and strong text bold, links with their address behind them.
pub(super) fn render_markdown(markdown: &str, width: usize) -> String {
    let mut renderer = Renderer { width, ..Renderer::default() };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        renderer.event(event);
    }
    renderer.finish()
}

#[derive(Default)]
struct Renderer {
    out: String,
    width: usize,
    /// The paragraph, list item or heading that is being read.
    paragraph: String,
    links: Vec<String>,
    depth: usize,
    code_block: bool,
    table: Vec<Vec<String>>,
    in_table: bool,
}

const BOLD: Style = Style::new().bold();
const ITALIC: Style = Style::new().italic();
const CODE: Style = AnsiColor::Cyan.on_default();
const ADDRESS: Style = Style::new().dimmed();

impl Renderer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Strong) => self.paragraph += &BOLD.render().to_string(),
            Event::End(TagEnd::Strong) => self.paragraph += &BOLD.render_reset().to_string(),
            Event::Start(Tag::Emphasis) => self.paragraph += &ITALIC.render().to_string(),
            Event::End(TagEnd::Emphasis) => self.paragraph += &ITALIC.render_reset().to_string(),
            Event::End(TagEnd::Heading(_)) => {
                self.paragraph += &BOLD.render_reset().to_string();
                self.flush("", "");
                self.out.push('\n');
            }
            Event::End(TagEnd::Paragraph) if self.depth == 0 => {
                self.flush("", "");
                self.out.push('\n');
            }
            Event::Start(Tag::List(_)) => self.depth += 1,
            Event::End(TagEnd::List(_)) => {
                self.depth -= 1;
                self.out.push('\n');
            }
            Event::End(TagEnd::Item) => self.flush("  • ", "    "),
            Event::Start(Tag::CodeBlock(_)) => self.code_block = true,
            Event::End(TagEnd::CodeBlock) => {
                self.code_block = false;
                self.out.push('\n');
            }
            Event::Start(Tag::Link { dest_url, .. }) => self.links.push(dest_url.to_string()),
            Event::End(TagEnd::Link) => {
                if let Some(address) = self.links.pop() {
                    self.paragraph +=
                        &format!(" {}<{}>{}", ADDRESS.render(), printable(&address), ADDRESS.render_reset());
                }
            }
            Event::Start(Tag::Table(_)) => self.in_table = true,
            Event::Start(Tag::TableRow | Tag::TableHead) => self.table.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                let cell = std::mem::take(&mut self.paragraph);
                if let Some(row) = self.table.last_mut() {
                    row.push(cell);
                }
            }
            Event::End(TagEnd::Table) => self.table(),
            Event::Text(text) if self.code_block => {
                for line in text.lines() {
                    self.out += &format!("    {}\n", printable(line));
                }
            }
            Event::Text(text) => self.paragraph += &printable(&text),
            Event::Code(code) => {
                self.paragraph += &format!("{}{}{}", CODE.render(), printable(&code), CODE.render_reset())
            }
            Event::SoftBreak | Event::HardBreak => self.paragraph.push(' '),
            _ => {}
        }
    }

    /// Puts what was read out, wrapped.
    fn flush(&mut self, first: &str, further: &str) {
        let text = std::mem::take(&mut self.paragraph);
        let mut line = first.to_owned();
        let mut empty = true;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if !empty && visible(&line) + 1 + visible(word) > self.width.max(20) {
                self.out += line.trim_end();
                self.out.push('\n');
                line = further.to_owned();
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line += word;
            empty = false;
        }
        self.out += line.trim_end();
        self.out.push('\n');
    }

    fn table(&mut self) {
        let table = std::mem::take(&mut self.table);
        self.in_table = false;
        let columns = table.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| table.iter().filter_map(|row| row.get(column)).map(|cell| visible(cell)).max().unwrap_or(0))
            .collect();
        for row in &table {
            let mut line = String::from("  ");
            for (cell, width) in row.iter().zip(&widths) {
                line += cell;
                line += &" ".repeat(width - visible(cell) + 2);
            }
            self.out += line.trim_end();
            self.out.push('\n');
        }
        self.out.push('\n');
    }

    fn finish(mut self) -> String {
        if !self.paragraph.is_empty() {
            self.flush("", "");
        }
        while self.out.ends_with("\n\n") {
            self.out.pop();
        }
        self.out
    }
}

/// How many columns a text takes: colours take none.
fn visible(text: &str) -> usize {
    anstream::adapter::strip_str(text).to_string().chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(markdown: &str) -> String {
        anstream::adapter::strip_str(&render_markdown(markdown, 40)).to_string()
    }

    #[test]
    fn markdown_becomes_text_that_fits_the_width() {
        let text = plain(
            "# Title\n\nSome **strong** text with `code` that is longer than one line.\n\n- one\n- [two](https://a.org)\n",
        );
        let expected =
            "Title\n\nSome strong text with code that is\nlonger than one line.\n\n  • one\n  • two <https://a.org>\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn tables_are_aligned() {
        assert_eq!(plain("| a | bb |\n|---|---|\n| ccc | d |\n"), "  a    bb\n  ccc  d\n");
    }

    #[test]
    fn what_a_terminal_would_act_on_is_shown_instead() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c"), "a\u{fffd}[31mb\u{fffd}c");
    }
}

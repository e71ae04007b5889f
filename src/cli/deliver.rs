//! Where a picture or a page goes: to a file, or to standard output.

use super::files::{Input, shown};
use super::replace;
use super::terminal::Terminal;
use std::path::{Path, PathBuf};

/// Why no picture is printed to a terminal.
pub(super) const NO_TEXT: &str = "a PNG is no text for a terminal. Name a file with `-o`, or send it on with `>`";

/// What was made.
pub(super) enum Made {
    /// A text, which a terminal can show.
    Text(String),
    /// Bytes that are no text.
    Bytes(Vec<u8>),
}

/// Where it is to go: a file, or standard output.
pub(super) struct Target<'a> {
    file: Option<&'a Path>,
}

impl<'a> Target<'a> {
    /// The file of that name; `-` or none for standard output. Says why it cannot be that: nothing that was read is
    /// written over.
    pub(super) fn new(file: Option<&'a PathBuf>, inputs: &[Input]) -> Result<Target<'a>, String> {
        let file = file.map(PathBuf::as_path).filter(|path| path.as_os_str() != "-");
        let Some(path) = file else { return Ok(Target { file }) };
        let name = shown(path);
        if path.as_os_str().is_empty() {
            return Err("the name of the file to write is empty".to_owned());
        }
        let is_spec = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("synergy"));
        if is_spec || inputs.iter().any(|input| is_same(input, path)) {
            return Err(format!("{name} is a spec and is not written over; name another file"));
        }
        Ok(Target { file })
    }

    /// Whether what is no text can go there.
    pub(super) fn takes_bytes(&self, terminal: &Terminal) -> bool {
        self.file.is_some() || !terminal.is_seen()
    }

    /// Delivers it. Answers the name of the file that was written, if one was.
    pub(super) fn deliver(&self, made: &Made, terminal: &mut Terminal) -> Result<Option<String>, String> {
        if let Some(path) = self.file {
            let bytes = match made {
                Made::Text(text) => text.as_bytes(),
                Made::Bytes(bytes) => bytes,
            };
            let written = replace::write(path, bytes);
            return written
                .map(|()| Some(shown(path)))
                .map_err(|error| format!("{}: it could not be written: {error}", shown(path)));
        }
        match made {
            Made::Text(text) => terminal.print_file(text),
            Made::Bytes(_) if terminal.is_seen() => {
                return Err(NO_TEXT.to_owned());
            }
            Made::Bytes(bytes) => terminal.print_bytes(bytes),
        }
        Ok(None)
    }
}

/// Whether a file that was read is the one that is to be written.
fn is_same(input: &Input, path: &Path) -> bool {
    let Input::File(read) = input else { return false };
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    real(path).is_some_and(|path| real(read) == Some(path))
}

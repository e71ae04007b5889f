//! Which formats are asked for, and where each goes.

use super::super::files::absolute;
use super::Format;
use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What to write, and where.
#[derive(Debug, clap::Args)]
pub(in super::super) struct OutputArguments {
    /// How to show what is found, and the file to write that to; without a file it goes to standard output. May be given
    /// several times; `human` when left out.
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = WantedParser)]
    formats: Vec<Wanted>,
    /// The file to write to instead of standard output. It is replaced as a whole, when everything is judged.
    #[arg(long, value_name = "FILE")]
    output_file: Option<PathBuf>,
}

/// A format and where it goes.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) format: Format,
    pub(super) to: Destination,
}

/// Where a format goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    StandardOutput,
    File(PathBuf),
}

impl Destination {
    /// A file; `-` is standard output, as it is standard input among the paths.
    fn new(path: &Path) -> Destination {
        if path.as_os_str() == "-" { Self::StandardOutput } else { Self::File(path.to_owned()) }
    }
}

impl OutputArguments {
    /// The formats, each with its place.
    ///
    /// # Errors
    /// Says what does not fit together.
    pub(super) fn wanted(&self) -> Result<Vec<Wanted>, String> {
        let mut all = self.formats.clone();
        if all.is_empty() {
            all.push(Wanted { format: Format::Human, to: Destination::StandardOutput });
        }
        let mut printed: Vec<&mut Wanted> =
            all.iter_mut().filter(|wanted| wanted.to == Destination::StandardOutput).collect();
        if printed.len() > 1 {
            return Err("only one format can go to standard output: give the others a file, as in \
                 `--format sarif=findings.sarif`"
                .to_owned());
        }
        if let Some(path) = &self.output_file {
            let Some(wanted) = printed.first_mut() else {
                return Err("`--output-file` has nothing to write: each format has a file of its own".to_owned());
            };
            wanted.to = Destination::new(path);
        }
        let mut seen = Vec::new();
        for wanted in &all {
            let Destination::File(path) = &wanted.to else { continue };
            if path.as_os_str().is_empty() {
                return Err("a format is given no file: write its path behind the `=`, or leave the `=` out".to_owned());
            }
            // A slip in the order of arguments must not cost a spec.
            if path.extension().is_some_and(|extension| extension == "synergy") {
                return Err(format!(
                    "{} would be written over, and is named as a spec is: give the output another name",
                    path.display()
                ));
            }
            let whole = absolute(path);
            if seen.contains(&whole) {
                return Err(format!("{} is to be written twice: give each format its own file", path.display()));
            }
            seen.push(whole);
        }
        Ok(all)
    }
}

/// Reads `sarif` and `sarif=FILE`.
#[derive(Clone)]
struct WantedParser;

impl TypedValueParser for WantedParser {
    type Value = Wanted;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Wanted, clap::Error> {
        let Some(value) = value.to_str() else {
            return Err(clap::Error::new(ErrorKind::InvalidUtf8).with_cmd(command));
        };
        let (name, path) = match value.split_once('=') {
            Some((name, path)) => (name, Some(path)),
            None => (value, None),
        };
        let format = EnumValueParser::<Format>::new().parse_ref(command, argument, OsStr::new(name))?;
        let to = match path {
            None => Destination::StandardOutput,
            Some(path) => Destination::new(Path::new(path)),
        };
        Ok(Wanted { format, to })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        EnumValueParser::<Format>::new()
            .possible_values()
            .map(|values| Box::new(values.collect::<Vec<_>>().into_iter()) as Box<dyn Iterator<Item = PossibleValue>>)
    }
}

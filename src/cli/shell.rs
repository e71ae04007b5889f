//! What a shell and `man` know of the commands: completions, and pages of the manual.

use super::terminal::Terminal;
use super::{Arguments, Exit};
use clap::CommandFactory;
use std::path::PathBuf;

/// What `hypecheck completions` is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArguments {
    /// The shell. Put what is printed where it looks for completions.
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// What `hypecheck man` is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct ManArguments {
    /// A folder to write all pages to, one for each command; it is made if need be. Without it the first page is printed.
    #[arg(long, value_name = "FOLDER")]
    dir: Option<PathBuf>,
}

pub(super) fn completions(arguments: &CompletionsArguments, terminal: &mut Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "hypecheck", &mut script);
    terminal.print_file(&String::from_utf8_lossy(&script));
    Exit::Clean
}

pub(super) fn man(arguments: &ManArguments, terminal: &mut Terminal) -> Exit {
    let command = Arguments::command();
    let Some(folder) = &arguments.dir else {
        let mut page = Vec::new();
        return match clap_mangen::Man::new(command).render(&mut page) {
            Ok(()) => {
                terminal.print_file(&String::from_utf8_lossy(&page));
                Exit::Clean
            }
            Err(error) => failed(terminal, &error),
        };
    };
    match std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder)) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            terminal.complain(&format!("{}: the pages cannot be written there: {error}", folder.display()));
            Exit::CouldNotRun
        }
    }
}

fn failed(terminal: &mut Terminal, error: &std::io::Error) -> Exit {
    terminal.complain(&format!("the page cannot be made: {error}"));
    Exit::CouldNotRun
}

/// All commands and their options as Markdown, for the documentation.
pub fn command_reference() -> String {
    let mut command = Arguments::command();
    command.build();
    let mut page = String::new();
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help") {
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        page += &format!("\n### `hypecheck {}`\n\n{about}\n\n", sub.get_name());
        page += &format!("```text\n{}\n```\n", usage(sub));
        let own: Vec<&clap::Arg> = sub
            .get_arguments()
            .filter(|argument| !argument.is_hide_set() && !argument.is_global_set() && argument.get_id() != "help")
            .collect();
        page += &table(&own);
    }
    let global: Vec<&clap::Arg> =
        command.get_arguments().filter(|argument| argument.is_global_set() && !argument.is_hide_set()).collect();
    format!("{page}\n### With every command\n{}", table(&global))
}

fn usage(command: &clap::Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.trim_start_matches("Usage: ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn table(arguments: &[&clap::Arg]) -> String {
    if arguments.is_empty() {
        return String::new();
    }
    let mut table = String::from("\n| argument | meaning |\n|---|---|\n");
    for argument in arguments {
        let value = argument
            .get_value_names()
            .filter(|_| argument.get_action().takes_values())
            .map(|names| names.iter().map(|name| format!("<{name}>")).collect::<Vec<_>>().join(" "));
        let may_lack_value = argument.get_num_args().is_some_and(|values| values.min_values() == 0);
        let behind = |value: &str| match (argument.is_require_equals_set(), may_lack_value) {
            (true, true) => format!("[={value}]"),
            (true, false) => format!("={value}"),
            (false, _) => format!(" {value}"),
        };
        let name = match (argument.get_short(), argument.get_long(), value) {
            (Some(short), Some(long), Some(value)) => format!("-{short}, --{long}{}", behind(&value)),
            (None, Some(long), Some(value)) => format!("--{long}{}", behind(&value)),
            (Some(short), Some(long), None) => format!("-{short}, --{long}"),
            (None, Some(long), None) => format!("--{long}"),
            (_, None, value) => value.unwrap_or_default(),
        };
        let help = argument.get_long_help().or(argument.get_help()).map(ToString::to_string).unwrap_or_default();
        let mut help = help.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
        let values: Vec<String> = match argument.get_action().takes_values() {
            true => argument
                .get_possible_values()
                .iter()
                .filter(|value| !value.is_hide_set())
                .map(|value| match value.get_help() {
                    Some(help) => format!("`{}`: {}", value.get_name(), help.to_string().trim_end_matches('.')),
                    None => format!("`{}`", value.get_name()),
                })
                .collect(),
            false => Vec::new(),
        };
        let default: Vec<String> =
            argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        // The full stop that ends the first paragraph of a comment is taken away when it becomes a help.
        help += if help.is_empty() || help.ends_with('.') { "" } else { "." };
        if !values.is_empty() {
            help += &format!(" One of {}.", values.join("; "));
        }
        if !default.is_empty() && argument.get_action().takes_values() {
            help += &format!(" `{}` when left out.", default.join(" "));
        }
        table += &format!("| `{name}` | {help} |\n");
    }
    table
}

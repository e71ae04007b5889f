//! Options that are put together when their command is called.

use clap::builder::Resettable;
use clap::error::Error;
use clap::{ArgMatches, Args, Command, FromArgMatches};
use std::ops::Deref;

/// The options of one command of many. A start needs those of the command it runs; the others are named only.
#[derive(Debug)]
pub(super) struct Deferred<Arguments>(Arguments);

impl<Arguments> Deref for Deferred<Arguments> {
    type Target = Arguments;

    fn deref(&self) -> &Arguments {
        &self.0
    }
}

impl<Arguments: Args> Args for Deferred<Arguments> {
    fn augment_args(command: Command) -> Command {
        command.defer(|command| described_as_before(command, Arguments::augment_args))
    }

    fn augment_args_for_update(command: Command) -> Command {
        command.defer(|command| described_as_before(command, Arguments::augment_args_for_update))
    }
}

impl<Arguments: FromArgMatches> FromArgMatches for Deferred<Arguments> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        Arguments::from_arg_matches(matches).map(Deferred)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}

/// Adds to a command what leaves its description as it is: options bring one of their own, which is about themselves.
fn described_as_before(command: Command, add: fn(Command) -> Command) -> Command {
    let (short, long) = (command.get_about().cloned(), command.get_long_about().cloned());
    add(command).about(Resettable::from(short)).long_about(Resettable::from(long))
}

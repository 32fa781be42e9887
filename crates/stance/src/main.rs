//! The command line: arguments in, exit codes out.

use std::process::ExitCode;

use clap::Parser;
use stance::command::Arguments;

fn main() -> ExitCode {
    Arguments::parse().command.run().into()
}

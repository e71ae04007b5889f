//! The `hypecheck` program.

fn main() -> std::process::ExitCode {
    hypecheck::cli::main(hypecheck::server::main)
}

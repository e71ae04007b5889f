//! The `hypecheck` program.

/// For a run over many files those of most systems take a fifth longer, that of musl three times as long.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    hypecheck::cli::main(hypecheck::server::main)
}

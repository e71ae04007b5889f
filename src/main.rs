//! The `hypecheck` program.

/// That of musl takes three times as long for a run over many files.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    hypecheck::cli::main(hypecheck::server::main)
}

//! Writing a file so that nobody ever finds half of it.

use std::io::Write;
use std::path::Path;

/// Puts a text in the place of a file's: it is written beside the file and then takes its place at once, with the
/// permissions and, where the system lets us, the owner of the file. A link stays, and the file that it leads to is
/// replaced.
pub(super) fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let path = std::fs::canonicalize(path)?;
    let metadata = std::fs::metadata(&path)?;
    if metadata.permissions().readonly() {
        return Err(std::io::Error::new(std::io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    // To take a file's place one need not be allowed to write to it; but then that is not wanted.
    std::fs::OpenOptions::new().append(true).open(&path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new().prefix(".hypecheck-").tempfile_in(folder)?;
    beside.write_all(text.as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        // Only the system's administrator may give a file away; for anyone else it already has the right owner.
        let _ = std::os::unix::fs::fchown(beside.as_file(), Some(metadata.uid()), Some(metadata.gid()));
    }
    beside.as_file().set_permissions(metadata.permissions())?;
    beside.as_file().sync_all()?;
    beside.persist(&path)?;
    Ok(())
}

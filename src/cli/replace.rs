//! Writing a file so that nobody ever finds half of it.

use std::io::{Error, ErrorKind, Result, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes a file, whether there is one or not. What is no file, such as a pipe, is written to as it is.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => replace(path, bytes),
        Ok(metadata) if metadata.is_dir() => Err(Error::new(ErrorKind::IsADirectory, "it is a folder")),
        Ok(_) => std::fs::OpenOptions::new().write(true).open(path)?.write_all(bytes),
        // A link that leads nowhere is not taken away for a file.
        Err(_) if std::fs::symlink_metadata(path).is_ok() => {
            Err(Error::new(ErrorKind::NotFound, "it is a link that leads nowhere"))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => create(path, bytes),
        Err(error) => Err(error),
    }
}

/// Puts a new file there at once.
fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    beside(path, bytes)?.persist(path)?;
    Ok(())
}

/// The bytes of a new file, beside the place that it is to have.
fn beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Error::new(ErrorKind::NotFound, format!("there is no folder {}", folder.display())));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".hypecheck-");
    // As any program would make it: what the user's mask leaves of this.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    Ok(beside)
}

/// Puts bytes in the place of a file's: they are written beside the file and then take its place at once, with the
/// permissions and, where the system lets us, the owner of the file. A link stays, and the file that it leads to is
/// replaced.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let path = std::fs::canonicalize(path)?;
    let metadata = std::fs::metadata(&path)?;
    if metadata.permissions().readonly() {
        return Err(Error::new(ErrorKind::PermissionDenied, "it is read-only"));
    }
    // To take a file's place one need not be allowed to write to it; but then that is not wanted.
    std::fs::OpenOptions::new().append(true).open(&path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new().prefix(".hypecheck-").tempfile_in(folder)?;
    beside.write_all(bytes)?;
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

/// The same for a file that may not be there yet. One that has come in between is left as it is.
pub(super) fn put(path: &Path, text: &str) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        return replace(path, text.as_bytes());
    }
    beside(path, text.as_bytes())?.persist_noclobber(path)?;
    Ok(())
}

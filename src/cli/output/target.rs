//! A file that is written so that nobody ever finds half of it.

use std::fs::File;
use std::io::{BufWriter, Error, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that is being written. It is there, or is replaced, when it is finished; until then what was there before
/// stays.
pub(super) struct Target {
    /// As it was named.
    path: PathBuf,
    to: To,
    /// Why something could not be written, from when on nothing more is.
    failed: Option<Error>,
}

enum To {
    /// Beside the file whose place is to be taken.
    Beside { place: PathBuf, file: BufWriter<NamedTempFile> },
    /// What is no regular file, such as `/dev/null` or a pipe, has no place to be taken.
    Through(BufWriter<File>),
}

impl Target {
    /// Makes a file ready to be written, so that what stands in the way is told before anything is judged.
    ///
    /// # Errors
    /// Says what stands in the way.
    pub(super) fn open(path: &Path) -> Result<Target, String> {
        let to = To::open(path).map_err(|error| cannot(path, &error))?;
        Ok(Target { path: path.to_owned(), to, failed: None })
    }

    /// Writes some more.
    pub(super) fn write(&mut self, text: &str) {
        if self.failed.is_none() {
            let written = match &mut self.to {
                To::Beside { file, .. } => file.write_all(text.as_bytes()),
                To::Through(file) => file.write_all(text.as_bytes()),
            };
            self.failed = written.err();
        }
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// Says why it is not there.
    pub(super) fn finish(self) -> Result<(), String> {
        let finished = match self.failed {
            Some(error) => Err(error),
            None => self.to.finish(),
        };
        finished.map_err(|error| cannot(&self.path, &error))
    }
}

impl To {
    fn open(path: &Path) -> std::io::Result<To> {
        let (place, before) = match std::fs::metadata(path) {
            Ok(before) if before.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(before) if !before.is_file() => {
                return Ok(To::Through(BufWriter::new(std::fs::OpenOptions::new().write(true).open(path)?)));
            }
            Ok(before) => {
                // To take a file's place one need not be allowed to write to it; but then that is not wanted.
                std::fs::OpenOptions::new().append(true).open(path)?;
                // A link stays, and the file that it leads to is replaced.
                (std::fs::canonicalize(path)?, Some(before))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => (path.to_owned(), None),
            Err(error) => return Err(error),
        };
        let folder = match place.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        if !folder.is_dir() {
            return Err(Error::new(
                ErrorKind::NotFound,
                format!("there is no folder {}. Make it first, or give another path", folder.display()),
            ));
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".hypecheck-");
        // A new file is for everybody who may read what is written here, as any other is.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let beside = builder.tempfile_in(folder)?;
        if let Some(before) = before {
            beside.as_file().set_permissions(before.permissions())?;
        }
        Ok(To::Beside { place, file: BufWriter::new(beside) })
    }

    fn finish(self) -> std::io::Result<()> {
        match self {
            To::Beside { place, file } => {
                let file = file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
                file.as_file().sync_all()?;
                file.persist(place)?;
                Ok(())
            }
            To::Through(mut file) => file.flush(),
        }
    }
}

fn cannot(path: &Path, error: &Error) -> String {
    let why = match error.kind() {
        ErrorKind::IsADirectory => "it is a folder. Give the path of a file".to_owned(),
        _ => error.to_string(),
    };
    format!("{} cannot be written: {why}", path.display())
}

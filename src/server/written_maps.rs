//! The heat map as a text that an editor asks for by its address, for editors that show such texts.
//!
//! An address names the spec that is shown, or none for all open ones: `synergy-report:/demo.synergy.txt?ADDRESS`. An
//! editor that has asked for one is told to ask again when it would be answered something else. It follows the heat map
//! as a browser does, so that no edit waits for it.

use super::heat_map::{HeatMaps, Subject, Told, written};
use super::session::Session;
use super::view::View;
use super::{convert, engine};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tower_lsp_server::gen_lsp_types::Uri;
use url::Url;
use url::form_urlencoded::{byte_serialize, parse};

/// The scheme of the addresses.
pub(super) const SCHEME: &str = "synergy-report";

/// An editor does not say that it shows a text no longer. So many are followed, those that were asked for last.
const MOST: usize = 8;

/// The texts that were asked for.
#[derive(Default)]
pub(super) struct WrittenMaps(Mutex<Vec<Followed>>);

/// One of them.
struct Followed {
    uri: Uri,
    /// What the editor was answered last.
    text: Arc<Mutex<String>>,
    follower: AbortHandle,
}

/// The address of the text of a spec, or of all open ones.
pub(super) fn address(spec: Option<&str>) -> String {
    let Some(spec) = spec else { return format!("{SCHEME}:/open-specs.txt") };
    // It is decoded once by some editors and not by others; what is left of it is the same.
    let path = Url::parse(spec).map_or_else(|_| spec.to_owned(), |url| url.path().to_owned());
    let name = path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("spec").to_owned();
    format!("{SCHEME}:/{name}.txt?{}", byte_serialize(spec.as_bytes()).collect::<String>())
}

/// What an address of that scheme shows; nothing for other addresses.
pub(super) fn subject(uri: &str) -> Option<Subject> {
    let rest = uri.strip_prefix(SCHEME)?.strip_prefix(':')?;
    let query = rest.split_once('?').map(|(_, query)| query).filter(|query| !query.is_empty());
    let Some(query) = query else { return Some(Subject::Open) };
    let (spec, _) = parse(query.as_bytes()).next()?;
    Some(Subject::File(convert::key(&spec)))
}

/// The text of a subject.
pub(super) fn text(view: &View, subject: &Subject) -> String {
    written(view, subject)
}

impl WrittenMaps {
    /// The editor was answered this: it is told when that is another text.
    pub(super) fn follow(&self, session: &Arc<Session>, maps: &HeatMaps, uri: &Uri, subject: &Subject, text: &str) {
        let Some(client) = session.client().cloned() else { return };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = all.iter().position(|known| known.uri == *uri) {
            let known = all.remove(index);
            text.clone_into(&mut known.text.lock().unwrap_or_else(PoisonError::into_inner));
            return all.push(known);
        }
        let (tell, mut told) = mpsc::channel(1);
        let following = maps.follow(session, subject.clone(), tell);
        let shown = Arc::new(Mutex::new(text.to_owned()));
        let (session, known, asked, subject) = (Arc::clone(session), Arc::clone(&shown), uri.clone(), subject.clone());
        let telling = async move {
            while let Some(told) = told.recv().await {
                let Told::Picture(_) = told else { continue };
                let Some(view) = session.engine().view(engine::Asked::default()).await else { return };
                let subject = subject.clone();
                let Ok(now) = super::backend::work(view, move |view| self::text(&view, &subject)).await else {
                    continue;
                };
                let is_shown = *known.lock().unwrap_or_else(PoisonError::into_inner) == now;
                if !is_shown {
                    // The answer is of no use, and it comes through the stream that others wait for.
                    let (client, uri) = (client.clone(), asked.clone());
                    tokio::spawn(async move { client.text_document_content_refresh(uri).await });
                }
            }
        };
        let follower = tokio::spawn(async move {
            tokio::join!(following, telling);
        });
        all.push(Followed { uri: uri.clone(), text: shown, follower: follower.abort_handle() });
        if all.len() > MOST {
            all.remove(0).follower.abort();
        }
    }

    /// Nobody is told anything any more.
    pub(super) fn end(&self) {
        for followed in self.0.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            followed.follower.abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_spec_however_often_an_editor_has_decoded_it() {
        for spec in ["file:///specs/a%20b/demo.synergy", "untitled:Untitled-1", "file:///w/x+y&z=1.synergy"] {
            let written = address(Some(spec));
            assert_eq!(subject(&written), Some(Subject::File(convert::key(spec))), "{written}");
        }
        assert_eq!(
            address(Some("file:///w/demo.synergy")),
            "synergy-report:/demo.synergy.txt?file%3A%2F%2F%2Fw%2Fdemo.synergy"
        );
        assert_eq!(subject(&address(None)), Some(Subject::Open));
        assert_eq!(subject("synergy-std:/matrix.synergy"), None);
    }
}

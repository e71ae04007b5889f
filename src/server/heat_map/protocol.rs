//! The heat map in the protocol: what an editor asks and is told that shows it by itself.
//!
//! | message | what it does |
//! |---|---|
//! | `hypecheck/heatMap` | asks for the map of a file, or of all open ones; `follow` says whether to be told of what comes |
//! | `hypecheck/heatMapChanged` | tells what to show now, and which claim the cursor is in |
//! | `hypecheck/claimLocation` | asks where a claim of the map is |
//! | `hypecheck/cursor` | says where the cursor is |

use super::drawing::{Drawn, Subject, location};
use super::{HeatMaps, Told};
use crate::server::convert;
use crate::server::session::Session;
use crate::server::view::View;
use crate::text::Encoding;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;
use tower_lsp_server::gen_lsp_types::{
    Location, LspNotificationMethod, MessageDirection, Notification, TextDocumentIdentifier,
};

/// What is asked of a map.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::server) struct HeatMapParams {
    /// The file; all open ones when left out.
    text_document: Option<TextDocumentIdentifier>,
    /// Whether to be told when the map changes, until the next such question. Nothing changes when left out.
    follow: Option<bool>,
}

/// Which claim is meant.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::server) struct ClaimParams {
    /// The file; all open ones when left out.
    text_document: Option<TextDocumentIdentifier>,
    /// The claim's id in the map.
    claim: String,
}

/// What is told of a map.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::server) struct HeatMapChanged {
    /// The file that was asked for; nothing for all open ones.
    text_document: Option<TextDocumentIdentifier>,
    /// What to show now.
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<Shown>,
    /// The claim that the cursor is in, in an object of its own: it may have gone out of any.
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<CursorIn>,
}

/// What is shown of a map.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::server) struct Shown {
    html: String,
    title: String,
    version: Option<i32>,
}

/// The claim that the cursor is in.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::server) struct CursorIn {
    claim: Option<String>,
}

impl Notification for HeatMapChanged {
    type Params = HeatMapChanged;
    const METHOD: LspNotificationMethod<'static> = LspNotificationMethod::Custom("hypecheck/heatMapChanged");
    const MESSAGE_DIRECTION: MessageDirection = MessageDirection::ServerToClient;
}

impl From<&Drawn> for Shown {
    fn from(drawn: &Drawn) -> Shown {
        Shown { html: drawn.html.clone(), title: drawn.title.clone(), version: drawn.version }
    }
}

fn subject(document: Option<&TextDocumentIdentifier>) -> Subject {
    document.map_or(Subject::Open, |document| Subject::File(convert::key(document.uri.as_ref())))
}

impl HeatMapParams {
    /// Draws what was asked for.
    pub(in crate::server) fn answer(&self, view: &View) -> Shown {
        Shown::from(&Drawn::of(view, &subject(self.text_document.as_ref())))
    }
}

impl ClaimParams {
    /// Where the claim is now; nothing if there is no such claim any more.
    pub(in crate::server) fn answer(&self, view: &View, encoding: Encoding) -> Option<Location> {
        location(view, &subject(self.text_document.as_ref()), &self.claim, encoding)
    }
}

impl HeatMaps {
    /// Follows for the editor what it asked for, or nothing any more, if it said so.
    pub(in crate::server) fn follow_for_editor(&self, session: &Session, params: HeatMapParams) {
        let (Some(follow), Some(client)) = (params.follow, session.client().cloned()) else { return };
        if !follow {
            return self.editor_follows(None);
        }
        let (tell, mut told) = mpsc::channel(1);
        let following = self.follow(session, subject(params.text_document.as_ref()), tell);
        let follower = tokio::spawn(async move {
            let telling = async {
                while let Some(told) = told.recv().await {
                    let (map, cursor) = match told {
                        Told::Picture(drawn) => (Some(Shown::from(&*drawn)), None),
                        Told::Cursor(claim) => (None, Some(CursorIn { claim })),
                    };
                    let text_document = params.text_document.clone();
                    client.send_notification::<HeatMapChanged>(HeatMapChanged { text_document, map, cursor }).await;
                }
            };
            tokio::join!(following, telling);
        });
        self.editor_follows(Some(follower.abort_handle()));
    }
}

//! Education over the wire. Putting leaflets on paper needs the machine around the office: those
//! verbs are tasks of `app`.

mod forms;
mod given_views;
mod own_views;
mod views;
mod written;

use std::collections::BTreeSet;

use super::model::{Giving, GivingOne, TeachBackDetails};
use super::{actions, queries};
use crate::features::cases::parse_moment;
use crate::kernel::{Error, Result};
use crate::store::{ReadTx, WriteTx};
use crate::table::{Access, Table};

pub use forms::{
    AdaptLeaflet, CheckLeaflet, ConfirmLimit, FillHelper, GiveLeaflets, GiveOne, Handing,
    KeyPointForm, LeafletForm, LeafletName, OneLeaflet, PrintHanding, PublishLeaflet, ReadLeaflet,
    RetireLeaflet, SaveHanding, SearchLibrary, SetRights, SheetForm, SourceForm, TeachBack,
    TeachBackForm, WhichDays, WhichHandouts, WhoForm, WriteLeaflet,
};
pub use given_views::{
    FollowUpView, GivenView, GroupCount, HandoutView, RegisterRow, RegisterView, SuggestionView,
    TeachBackView,
};
pub use own_views::{DraftView, HelperEntry, LimitEntry, OwnRow};
pub use views::{
    ChangeView, CheckView, FoundLeaflet, HardWordView, HelperView, LeafletBlock, LeafletInline,
    LeafletRow, LeafletView, LeftOutView, LibraryView, LimitView, LongSentenceView, MeasureView,
    QuestionsView, ReachView, RelatedView, RightView, SourceView, TermView, TranslationView,
    VisitView,
};

/// Adds this feature's rows to the table.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table
        .query("education.library", Access::Everyone, library)
        .query("education.search", Access::Everyone, search)
        .query("education.read", Access::Everyone, read)
        .query("education.glossary", Access::Everyone, glossary)
        .query("education.questions", Access::Everyone, questions)
        .query("education.check", Access::Everyone, check)
        .query("education.own", Access::Everyone, own)
        .query("education.draft", Access::Everyone, draft)
        .query("education.source", Access::Everyone, source)
        .query("education.helpers", Access::Everyone, helpers)
        .query("education.limits", Access::Everyone, limits)
        .query("education.given", Access::Reading, given)
        .query("education.follow_ups", Access::Reading, follow_ups)
        .query("education.register", Access::Reading, register)
        .action("education.write", Access::Casework, write)
        .action("education.adapt", Access::Casework, adapt)
        .action("education.publish", Access::Supervising, publish)
        .action("education.retire", Access::Supervising, retire)
        .action("education.restore", Access::Supervising, restore)
        .action("education.fill_helper", Access::Casework, fill_helper)
        .action("education.confirm_limit", Access::Supervising, confirm_limit)
        .action("education.set_rights", Access::Casework, set_rights)
        .action("education.give", Access::Contacts, give)
        .action("education.teach_back", Access::Contacts, teach_back);
}

async fn library(tx: &mut ReadTx, (): ()) -> Result<LibraryView> {
    queries::library(tx).await
}

async fn search(tx: &mut ReadTx, input: SearchLibrary) -> Result<Vec<FoundLeaflet>> {
    queries::search(tx, &input.text).await
}

async fn read(tx: &mut ReadTx, input: ReadLeaflet) -> Result<LeafletView> {
    match input.text_id {
        Some(id) => queries::read_text(tx, &id.to_string()).await,
        None => queries::read(tx, &input.key, &input.language).await,
    }
}

async fn glossary(_: &mut ReadTx, (): ()) -> Result<Vec<TermView>> {
    Ok(queries::glossary())
}

async fn questions(_: &mut ReadTx, (): ()) -> Result<Vec<QuestionsView>> {
    Ok(queries::questions())
}

async fn check(tx: &mut ReadTx, input: CheckLeaflet) -> Result<CheckView> {
    queries::check(tx, &input).await
}

async fn own(tx: &mut ReadTx, (): ()) -> Result<Vec<OwnRow>> {
    queries::own(tx).await
}

async fn draft(tx: &mut ReadTx, input: OneLeaflet) -> Result<DraftView> {
    queries::draft(tx, input.id).await
}

async fn source(tx: &mut ReadTx, input: LeafletName) -> Result<LeafletForm> {
    queries::source(tx, &input.key, &input.language).await
}

async fn helpers(tx: &mut ReadTx, (): ()) -> Result<Vec<HelperEntry>> {
    queries::helpers(tx).await
}

async fn limits(tx: &mut ReadTx, (): ()) -> Result<Vec<LimitEntry>> {
    queries::limits(tx).await
}

async fn given(tx: &mut ReadTx, input: WhichHandouts) -> Result<GivenView> {
    queries::given(tx, input.person, input.case).await
}

async fn follow_ups(tx: &mut ReadTx, (): ()) -> Result<Vec<FollowUpView>> {
    queries::follow_ups(tx).await
}

async fn register(tx: &mut ReadTx, input: WhichDays) -> Result<RegisterView> {
    let from = day("from", &input.from)?;
    let to = day("to", &input.to)?;
    if to < from {
        return Err(Error::invalid("to", "The last day can't be before the first."));
    }
    queries::register(tx, from, to).await
}

async fn write(tx: &mut WriteTx, input: WriteLeaflet) -> Result<DraftView> {
    let id = actions::write(tx, input.id, input.key, written::written(input.form)?).await?;
    queries::draft(tx, id).await
}

async fn adapt(tx: &mut WriteTx, input: AdaptLeaflet) -> Result<DraftView> {
    let id = actions::adapt(tx, &input.key, &input.language).await?;
    queries::draft(tx, id).await
}

async fn publish(tx: &mut WriteTx, input: PublishLeaflet) -> Result<DraftView> {
    actions::publish(tx, input.id, &input.changed).await?;
    queries::draft(tx, input.id).await
}

async fn retire(tx: &mut WriteTx, input: RetireLeaflet) -> Result<()> {
    actions::retire(tx, &input.key, &input.language, &input.reason).await
}

async fn restore(tx: &mut WriteTx, input: LeafletName) -> Result<()> {
    actions::restore(tx, &input.key, &input.language).await
}

async fn fill_helper(tx: &mut WriteTx, input: FillHelper) -> Result<Vec<HelperEntry>> {
    actions::fill_helper(tx, input).await?;
    queries::helpers(tx).await
}

async fn confirm_limit(tx: &mut WriteTx, input: ConfirmLimit) -> Result<Vec<LimitEntry>> {
    actions::confirm_limit(tx, &input.rule, &input.figure, input.confirmed).await?;
    queries::limits(tx).await
}

async fn set_rights(tx: &mut WriteTx, input: SetRights) -> Result<GivenView> {
    let rights: BTreeSet<String> = input.rights.into_iter().collect();
    actions::set_rights(tx, input.case, rights).await?;
    queries::given(tx, None, Some(input.case)).await
}

async fn give(tx: &mut WriteTx, input: GiveLeaflets) -> Result<Vec<HandoutView>> {
    let ids = actions::give(tx, giving(input)?).await?;
    queries::handouts(tx, &ids).await
}

async fn teach_back(tx: &mut WriteTx, input: TeachBack) -> Result<HandoutView> {
    actions::teach_back(tx, input.handout, details(&input.form, "")?).await?;
    let mut all = queries::handouts(tx, &[input.handout]).await?;
    all.pop().ok_or_else(|| Error::not_found("handout"))
}

/// The teach-back that a form holds.
fn details(form: &TeachBackForm, prefix: &str) -> Result<TeachBackDetails> {
    let again_on = form.again_on.as_deref().filter(|day| !day.is_empty());
    Ok(TeachBackDetails {
        points: form.points.clone(),
        interpreter: form.interpreter,
        note: form.note.clone(),
        again_on: again_on.map(|text| day(&format!("{prefix}againOn"), text)).transpose()?,
    })
}

/// A civil date of the wire.
pub(super) fn day(field: &str, text: &str) -> Result<chrono::NaiveDate> {
    text.parse().map_err(|_| Error::invalid(field, "Choose a day."))
}

/// What a form of handing out holds.
fn giving(input: GiveLeaflets) -> Result<Giving> {
    let one = |(nth, one): (usize, GiveOne)| {
        let prefix = format!("leaflets.{nth}.teachBack.");
        let said = one.teach_back.map(|form| details(&form, &prefix)).transpose()?;
        Ok(GivingOne { key: one.key, language: one.language, said })
    };
    let at = input.at.as_deref().filter(|text| !text.is_empty());
    Ok(Giving {
        person: input.person,
        case: input.case,
        leaflets: input.leaflets.into_iter().enumerate().map(one).collect::<Result<_>>()?,
        way: input.way,
        at: at.map(|text| parse_moment("at", text)).transpose()?,
        note: input.note,
    })
}

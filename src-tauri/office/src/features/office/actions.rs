//! Verbs of the office: founding it, joining it, changing it.

use serde_json::{Value, json};

use super::model::{NewOffice, StaffId};
use super::store::office;
use crate::kernel::{Id, Result};
use crate::store::WriteTx;
use crate::table::{Role, change};

/// Founds an office on its first laptop, whose prefix is plain "A".
pub(crate) async fn found_office(tx: &mut WriteTx, new: NewOffice) -> Result<()> {
    let id: Id = tx.new_id();
    let fields = json!({
        "name": new.name, "profile": new.profile.pack(), "time_zone": new.time_zone,
        "paper": new.profile.paper(), "lock_after_minutes": 5, "sample": new.sample,
    });
    tx.record(change("office", id, id, fields)).await?;
    let replica = tx.replica();
    let fields = json!({ "prefix": "A", "previous": null });
    tx.record(change("replica", replica, id, fields)).await
}

/// Letters and digits that are not taken for one another when said aloud.
const SAYABLE: &[u8] = b"ACDEFHJKMNPRTWXY34679";

/// Registers a laptop that came from a copy. Its prefix has four marks drawn from its own random
/// id, so that it differs from "A" and, but for one chance in 194,000, from any other copy's.
pub(crate) async fn new_replica(tx: &mut WriteTx, previous: Id) -> Result<()> {
    let office = office(tx).await?;
    let replica = tx.replica();
    let mut rest = replica.uuid().as_u128();
    let mut prefix = String::new();
    for _ in 0..4 {
        let place = usize::try_from(rest % SAYABLE.len() as u128).unwrap_or_default();
        rest /= SAYABLE.len() as u128;
        prefix.extend(SAYABLE.get(place).map(|b| char::from(*b)));
    }
    let fields = json!({ "prefix": prefix, "previous": previous });
    tx.record(change("replica", replica, Id::<()>::parse(&office.id)?, fields)).await
}

/// Adds somebody who works here.
pub(crate) async fn join_staff(
    tx: &mut WriteTx,
    id: StaffId,
    name: &str,
    roles: &[Role],
    slot: &str,
) -> Result<()> {
    let office = office(tx).await?;
    let fields = json!({ "name": name, "roles": roles, "slot": slot });
    tx.record(change("staff", id, Id::<()>::parse(&office.id)?, fields)).await
}

/// Changes the office's own settings.
pub(super) async fn change_office(tx: &mut WriteTx, fields: Value) -> Result<()> {
    let office: Id = Id::parse(&office(tx).await?.id)?;
    tx.record(change("office", office, office, fields)).await
}

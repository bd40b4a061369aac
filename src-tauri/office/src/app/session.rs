//! An unlocked office: its store, its keys, and who is here.

use std::sync::Mutex;

use crate::features::office::{OfficeRow, StaffRow};
use crate::features::watchers;
use crate::kernel::{Error, Id, Result};
use crate::store::{Author, Store};
use crate::table::{Access, Role};

/// An unlocked office.
pub(super) struct Session {
    pub(super) store: Store,
    pub(super) keys: Mutex<vault::Open>,
    pub(super) person: Id,
    pub(super) name: String,
    pub(super) roles: Vec<Role>,
    pub(super) sample: bool,
    /// What was noticed; it goes when the office locks.
    pub(super) watch: tokio::sync::Mutex<watchers::Held>,
}

impl Session {
    pub(super) fn new(
        store: Store,
        keys: vault::Open,
        staff: StaffRow,
        office: &OfficeRow,
    ) -> Result<Self> {
        Ok(Self {
            store,
            keys: Mutex::new(keys),
            person: Id::parse(&staff.id)?,
            roles: staff.roles(),
            name: staff.name,
            sample: office.sample,
            watch: tokio::sync::Mutex::default(),
        })
    }

    /// Who writes.
    pub(super) fn author(&self) -> Author {
        Author { id: self.person, name: self.name.clone() }
    }

    /// Refuses what the person may not do.
    pub(super) fn may(&self, access: Access) -> Result<()> {
        if self.roles.iter().any(|role| access.allows(*role)) {
            return Ok(());
        }
        let who = match access {
            Access::Administering => "an administrator",
            Access::Auditing => "an auditor or a supervisor",
            Access::Supervising => "a supervisor",
            _ => "an advocate or a supervisor",
        };
        Err(Error::denied(format!("This is for {who}. Ask one to do it or to change your role.")))
    }
}

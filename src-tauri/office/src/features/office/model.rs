//! What an office is, and who works in it.

use crate::kernel::Id;

/// Marks the id of somebody who works in the office.
pub struct Staff;

/// The id of somebody who works in the office.
pub type StaffId = Id<Staff>;

/// What sort of office this is: which rules come with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// A hospital's patient-relations office in the United States.
    UsHospital,
    /// A PALS or complaints office in England.
    UkEngland,
}

impl Profile {
    /// The name of the rule pack.
    pub const fn pack(self) -> &'static str {
        match self {
            Self::UsHospital => "us-hospital",
            Self::UkEngland => "uk-england",
        }
    }

    /// Reads the name of a rule pack.
    pub fn parse(pack: &str) -> Option<Self> {
        match pack {
            "us-hospital" => Some(Self::UsHospital),
            "uk-england" => Some(Self::UkEngland),
            _ => None,
        }
    }

    /// The paper such an office prints on.
    pub const fn paper(self) -> &'static str {
        match self {
            Self::UsHospital => "letter",
            Self::UkEngland => "a4",
        }
    }
}

/// What founding an office takes.
pub struct NewOffice {
    /// What it is called.
    pub name: String,
    /// Which rules come with it.
    pub profile: Profile,
    /// Its IANA time zone.
    pub time_zone: String,
    /// Whether it is the sample office, whose people are made up.
    pub sample: bool,
}

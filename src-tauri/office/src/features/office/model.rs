//! What an office is, and who works in it.

use crate::codes;
use crate::kernel::Id;

/// Marks the id of somebody who works in the office.
pub struct Staff;

/// The id of somebody who works in the office.
pub type StaffId = Id<Staff>;

codes! {
    /// What sort of office this is: which rules come with it. Its code is the name of the pack.
    pub enum Profile {
        /// A hospital's patient-relations office in the United States.
        #[serde(rename = "us-hospital")]
        UsHospital = "us-hospital",
        /// A long-term-care ombudsman program in the United States.
        #[serde(rename = "us-ltc-ombudsman")]
        UsLtcOmbudsman = "us-ltc-ombudsman",
        /// An advocate for insurance and billing in the United States.
        #[serde(rename = "us-insurance")]
        UsInsurance = "us-insurance",
        /// A PALS or complaints office in England.
        #[serde(rename = "uk-england")]
        UkEngland = "uk-england",
        /// A health board or practice in Scotland.
        Scotland = "scotland",
        /// An NHS body in Wales.
        Wales = "wales",
        /// A health and social care trust or practice in Northern Ireland.
        #[serde(rename = "northern-ireland")]
        NorthernIreland = "northern-ireland",
        /// A complaints office of the health service in Ireland.
        Ireland = "ireland",
        /// A health service in New South Wales, Australia.
        #[serde(rename = "new-south-wales")]
        NewSouthWales = "new-south-wales",
        /// A hospital in Ontario, Canada.
        Ontario = "ontario",
    }
}

impl Profile {
    /// The name of the rule pack.
    pub const fn pack(self) -> &'static str {
        self.code()
    }

    /// Whether people there read the month before the day and a clock of twelve hours.
    pub const fn is_american(self) -> bool {
        matches!(self, Self::UsHospital | Self::UsLtcOmbudsman | Self::UsInsurance | Self::Ontario)
    }

    /// The paper such an office prints on.
    pub const fn paper(self) -> &'static str {
        if self.is_american() { "letter" } else { "a4" }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_sent_as_it_is_stored() {
        for profile in Profile::ALL {
            assert_eq!(serde_json::to_value(profile).unwrap(), profile.code());
        }
    }
}

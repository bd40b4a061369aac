//! The short lists of education.

use crate::codes;

codes! {
    /// What a leaflet is about: the shelves of the library.
    pub enum Topic {
        /// What a patient is owed.
        Rights = "rights",
        /// Complaining and being answered.
        Complaints = "complaints",
        /// Records and privacy.
        Records = "records",
        /// Bills and help with them.
        Bills = "bills",
        /// Insurers' decisions.
        Insurance = "insurance",
        /// Leaving the hospital.
        GoingHome = "going_home",
        /// Deciding about care.
        Choices = "choices",
        /// Language, disability, fair treatment.
        Access = "access",
        /// Safe care, and when it went wrong.
        Safety = "safety",
        /// Nursing homes.
        LongTermCare = "long_term_care",
        /// The NHS in England.
        England = "england",
        /// How the office itself works: its policies and procedures.
        Office = "office",
    }
}

codes! {
    /// Whom a leaflet is for.
    pub enum Audience {
        /// The patient.
        Patient = "patient",
        /// Family and friends.
        Family = "family",
        /// Who acts for the patient.
        Representative = "representative",
        /// Who lives in a nursing home.
        Resident = "resident",
        /// Parents of a patient.
        Parent = "parent",
        /// Patients under age.
        YoungPerson = "young_person",
        /// People who work in the office.
        Staff = "staff",
    }
}

codes! {
    /// The kinds of office a leaflet serves.
    pub enum Setting {
        /// Hospitals.
        Hospital = "hospital",
        /// Long-term-care ombudsmen.
        Ombudsman = "ombudsman",
        /// Insurance counselors.
        Insurance = "insurance",
        /// PALS and complaints teams.
        England = "england",
    }
}

codes! {
    /// What a text of the office's own is.
    pub enum Purpose {
        /// For patients.
        Leaflet = "leaflet",
        /// What the office holds to.
        Policy = "policy",
        /// How the office does something.
        Procedure = "procedure",
    }
}

codes! {
    /// Whose words these are.
    pub enum Origin {
        /// They came with the program.
        Shipped = "shipped",
        /// The office's own.
        Office = "office",
    }
}

codes! {
    /// Where a text of the office's own stands.
    pub enum LeafletState {
        /// Being written; nobody else is given it.
        Draft = "draft",
        /// In the library.
        Published = "published",
        /// Out of the library; readable where it was given.
        Retired = "retired",
    }
}

codes! {
    /// How a leaflet reached somebody.
    pub enum Way {
        /// On paper.
        Printed = "printed",
        /// On paper, in 18 point.
        LargePrint = "large_print",
        /// Read to them.
        ReadAloud = "read_aloud",
        /// By e-mail.
        Emailed = "emailed",
        /// By post.
        Sent = "sent",
    }
}

codes! {
    /// What a person could say back of one point.
    pub enum TeachOutcome {
        /// In their own words, rightly.
        Understood = "understood",
        /// Rightly, after it was explained again.
        Retaught = "retaught",
        /// Not yet.
        NotYet = "not_yet",
    }
}

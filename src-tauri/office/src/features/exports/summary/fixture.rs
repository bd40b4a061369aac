//! A long case with everything in it that makes paper hard, for the tests of this feature.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::facts::{
    CaseFacts, ClockFacts, ContactFacts, ContactVersion, CopyKind, Direction, DisclosureFacts,
    EducationFacts, HistoryFacts, IssueFacts, PartyFacts, PatientFacts, PromiseFacts, SavedFacts,
    Standing, SummaryFacts, TaughtFacts, initials,
};
use crate::kernel::documents::{DateOrder, Dates, Fact, Paper};

/// Days after July 1, 2025.
fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 7, 1).unwrap() + Days::new(n)
}

fn at(n: u64, hour: u32, minute: u32) -> NaiveDateTime {
    day(n).and_hms_opt(hour, minute, 0).unwrap()
}

/// A case about a call light, with `contacts` contacts over nine months.
pub(crate) fn long_case(contacts: u32, copy: CopyKind, paper: Paper) -> SummaryFacts {
    SummaryFacts {
        copy,
        paper,
        dates: Dates {
            order: if paper == Paper::A4 { DateOrder::Uk } else { DateOrder::Us },
            clock24: paper == Paper::A4,
        },
        office: "Mercy Hill Patient Relations".to_owned(),
        made_by: "Dana Whitcomb".to_owned(),
        made_at: at(273, 16, 10),
        case: case(),
        patient: Some(patient()),
        people: people(),
        issues: issues(),
        clocks: clocks(),
        promises: promises(),
        contacts: (0..contacts).map(|n| contact(n, contacts)).collect(),
        education: education(),
        documents: documents(),
        disclosures: disclosures(),
        history: (0..contacts / 4).map(stamp).collect(),
    }
}

/// The same case on its first minute: nothing but a number.
pub(crate) fn empty_case() -> SummaryFacts {
    let mut facts = long_case(0, CopyKind::Full, Paper::Letter);
    facts.patient = None;
    facts.people.clear();
    facts.issues.clear();
    facts.clocks.clear();
    facts.promises.clear();
    facts.education.clear();
    facts.documents.clear();
    facts.disclosures.clear();
    facts.case.happened.clear();
    facts.case.wants = " \n\n ".to_owned();
    facts
}

fn case() -> CaseFacts {
    CaseFacts {
        number: "A-26-0143".to_owned(),
        kind: "Grievance".to_owned(),
        stage: "In investigation".to_owned(),
        urgency: "Soon".to_owned(),
        unit: Some("4 West".to_owned()),
        owner: "Dana Whitcomb".to_owned(),
        raised_by: Some("Joan Abara".to_owned()),
        relation: Some("Daughter".to_owned()),
        said_how: "Call".to_owned(),
        said_on: Some(at(1, 23, 40)),
        said_where: Some("By phone to 4 West".to_owned()),
        received_on: at(2, 9, 5),
        opened_on: at(2, 9, 30),
        closed_on: None,
        outcome: None,
        closing_note: Some("Owner's note: ask risk management before closing.".to_owned()),
        reopened: 1,
        about: "Call light unanswered for two hours <b>at night</b>".to_owned(),
        happened: "My mother rang at 11 at night. Nobody came until one.\nShe was cold and \
                   frightened, and she could not reach the water.\n\nThe next morning the nurse \
                   said “we were short”. <script>alert('x')</script> & =HYPERLINK(\"http://x\")\
                   \n\nشرحت الابنة ما حدث في تلك الليلة: انتظرت أمها ساعتين (من 11 إلى 1) ولم يأتِ \
                   أحد.\nShe wrote this part herself.\n\nהיא ביקשה הסבר בכתב. 彼女は説明を求めています。"
            .to_owned(),
        wants: "To know why her call light went unanswered for two hours on February 27, and \
                that it will not happen to the next person."
            .to_owned(),
    }
}

fn patient() -> PatientFacts {
    PatientFacts {
        name: "Ruth Abara".to_owned(),
        initials: initials("Ruth", "Abara"),
        born: NaiveDate::from_ymd_opt(1944, 5, 1),
        numbers: vec![Fact::new("Record number", "0012345")],
        needs: Some("Large print, speaks slowly, hears with the left ear".to_owned()),
    }
}

fn people() -> Vec<PartyFacts> {
    let party = |name: &str, part: &str, relation: &str, may_be_told| PartyFacts {
        name: name.to_owned(),
        part: part.to_owned(),
        relation: (!relation.is_empty()).then(|| relation.to_owned()),
        may_be_told,
        detail: None,
    };
    vec![
        party("Ruth Abara", "Patient", "", true),
        party("Joan Abara", "Raised this", "Daughter", true),
        party("ليلى حداد-الخوري", "Interpreter", "", true),
        party("Evil \u{202E}eman\u{2066}", "Staff", "", false),
        party(&format!("Anna-{}", "Oberammergau".repeat(9)), "Representative", "Niece", false),
    ]
}

fn issues() -> Vec<IssueFacts> {
    let issue =
        |about: &str, state: &str, outcome: Option<&str>, finding: Option<&str>| IssueFacts {
            about: about.to_owned(),
            state: state.to_owned(),
            outcome: outcome.map(str::to_owned),
            finding: finding.map(str::to_owned),
        };
    vec![
        issue(
            "Call light unanswered",
            "Decided",
            Some("Upheld"),
            Some("Two people called out that night. The float nurse covered twelve beds."),
        ),
        issue("Spoken to sharply", "Being looked into", None, None),
        issue("+1 (formula-looking) \t=1+1", "Open", None, Some("@SUM(A1)")),
    ]
}

fn clocks() -> Vec<ClockFacts> {
    let clock = |name: &str, due, standing, counted: &str| ClockFacts {
        name: name.to_owned(),
        due,
        due_by: None,
        standing,
        how_counted: counted.to_owned(),
        strip: Vec::new(),
        citation: "Hospital policy 4.2; 42 CFR 482.13(a)(2); SOM A-0122".to_owned(),
        evidence: None,
        unverified: false,
        checked: None,
    };
    let mut clocks = vec![
        clock(
            "Acknowledge",
            day(7),
            Standing::Met(day(3)),
            "Received Thu, Jul 3 + 3 business days.",
        ),
        clock(
            "Interim notice",
            day(9),
            Standing::MetLate(day(11), 2),
            "Received Thu, Jul 3 + 7 calendar days = Thu, Jul 10.",
        ),
        clock(
            "Written decision",
            day(32),
            Standing::Overdue(241),
            "Received Thu, Jul 3 + 30 calendar days = Sat, Aug 2.",
        ),
        clock(
            "Second review",
            day(275),
            Standing::Soon,
            "Asked for on Fri, Mar 27 + 7 calendar days.",
        ),
    ];
    clocks[0].strip = [
        "Thu, Jul 3 received",
        "Fri, Jul 4 holiday: Independence Day (not counted)",
        "Sat, Jul 5 weekend: Saturday (not counted)",
        "Sun, Jul 6 weekend: Sunday (not counted)",
        "Mon, Jul 7 day 1",
        "Tue, Jul 8 day 2",
        "Wed, Jul 9 day 3, due",
    ]
    .map(str::to_owned)
    .to_vec();
    clocks[0].evidence = Some("Letter to Joan Abara".to_owned());
    clocks[0].due_by = Some("noon".to_owned());
    clocks[3].unverified = true;
    clocks
}

fn promises() -> Vec<PromiseFacts> {
    let promise = |what: &str, due, standing| PromiseFacts {
        what: what.to_owned(),
        due,
        to: "Joan Abara".to_owned(),
        made_by: "Dana Whitcomb".to_owned(),
        made_on: day(10),
        standing,
    };
    vec![
        promise("Call back with the nurse manager's answer", day(12), Standing::Met(day(12))),
        promise("Send the call-light log", day(260), Standing::Overdue(13)),
        promise("Call on Thursday", day(275), Standing::Soon),
    ]
}

fn contact(n: u32, of: u32) -> ContactFacts {
    let on = u64::from(n) * 270 / u64::from(of.max(1)) + 2;
    let started = at(on, 9 + n % 8, n * 7 % 60);
    let with = match n % 5 {
        0 => "Joan Abara",
        1 => "K. Moreno, RN",
        2 => "ليلى حداد",
        3 => "Ruth Abara",
        _ => "",
    };
    let now = ContactVersion {
        channel: ["Call", "Visit", "Letter", "E-mail", "Note"][n as usize % 5].to_owned(),
        direction: [Some(Direction::To), Some(Direction::From), None][n as usize % 3],
        at: started,
        minutes: n.is_multiple_of(2).then_some(n % 40 + 1),
        with: with.to_owned(),
        reached: n
            .is_multiple_of(5)
            .then(|| ["Reached", "Left a message"][n as usize % 2].to_owned()),
        summary: said(n),
        written_at: started + TimeDelta::minutes(12),
        written_by: "Dana Whitcomb".to_owned(),
        reason: None,
    };
    let mut contact = ContactFacts {
        now,
        before: Vec::new(),
        promise: (n % 17 == 3).then(|| ("Call back on Thursday".to_owned(), day(on + 3))),
        met: if n % 29 == 4 { vec!["Interim notice".to_owned()] } else { Vec::new() },
        office_only: n % 5 == 4,
    };
    if n % 13 == 6 {
        let mut before = contact.now.clone();
        before.summary = format!("First wording of entry {n}: wrong person on the line.");
        contact.before.push(before);
        contact.now.written_at = started + TimeDelta::days(2);
        contact.now.written_by = "Sam Ortiz".to_owned();
        contact.now.reason = Some("Wrong person named".to_owned());
    }
    contact
}

fn said(n: u32) -> String {
    let told = match n % 6 {
        0 => {
            "Mother is home and sleeping. Still upset that nobody has explained. Wants to hear from the nurse manager herself, not only a letter."
        }
        1 => "Two call-outs that night; float nurse covered twelve beds. Call-light log attached.",
        2 => "قالت إنها اتصلت بالقسم مرتين (الساعة 11 ثم 12:30) ولم يرد أحد.",
        3 => "No answer.",
        4 => {
            "Said back in her own words: “You write to me within a week and tell me what you found.”\n- asked for large print\n- asked for a call before ten"
        }
        _ => "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> \u{202E}txet desrever\u{202C} end",
    };
    let more = if n % 31 == 9 {
        " The ward sister read the whole log aloud.".repeat(60)
    } else {
        String::new()
    };
    format!("Entry {n}. {told}{more}")
}

fn education() -> Vec<EducationFacts> {
    let leaflet = |title: &str, text: &str, taught| EducationFacts {
        title: title.to_owned(),
        text: text.to_owned(),
        to: "Ruth Abara".to_owned(),
        way: "Large print".to_owned(),
        at: at(20, 11, 30),
        by: "Dana Whitcomb".to_owned(),
        taught,
    };
    let points = vec![
        ("How would you ask for your record?", "Understood", "Write to the records office."),
        ("What if nothing comes?", "Not yet", ""),
    ];
    let taught = TaughtFacts {
        at: at(20, 11, 45),
        by: "Dana Whitcomb".to_owned(),
        points: points.into_iter().map(|(a, b, c)| (a.into(), b.into(), c.into())).collect(),
        interpreter: true,
        again_on: Some(day(27)),
    };
    vec![
        leaflet("Getting your medical record", "Version 1", Some(taught)),
        leaflet("Intérpretes y ayuda con el idioma", "Spanish, Version 1", None),
    ]
}

fn documents() -> Vec<SavedFacts> {
    let saved = |what: &str, n| SavedFacts {
        what: what.to_owned(),
        at: at(n, 10, 20),
        by: "Dana Whitcomb".to_owned(),
    };
    vec![saved("Interim notice, as sent", 11), saved("Call-light log, February 27", 4)]
}

fn disclosures() -> Vec<DisclosureFacts> {
    vec![DisclosureFacts {
        at: at(40, 14, 0),
        what: "Case summary, full copy".to_owned(),
        to: "Grievance committee".to_owned(),
        reason: "Monthly review".to_owned(),
        by: "Dana Whitcomb".to_owned(),
        sha256: Some("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned()),
    }]
}

fn stamp(n: u32) -> HistoryFacts {
    HistoryFacts {
        at: at(u64::from(n) * 9 + 2, 9, 30),
        words: format!("Dana Whitcomb opened the case (stamp {n})"),
        reason: (n % 5 == 2).then(|| "Asked by the family".to_owned()),
    }
}

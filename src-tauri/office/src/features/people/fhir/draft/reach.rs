//! How to reach someone: phones, e-mails, and where they live.

use crate::kernel::text::{limit, tidy, tidy_name};

use super::super::wire::{self, ContactPoint};
use super::days::is_current;
use super::{Address, Labeled, Margin};

const MOST: usize = 20;

/// The phones and e-mails in use, best first.
pub(crate) fn phones_and_emails<'p>(
    points: impl IntoIterator<Item = &'p ContactPoint>,
    margin: &mut Margin<'_>,
) -> (Vec<Labeled>, Vec<Labeled>) {
    let is_used = |point: &&ContactPoint| {
        point.usage.as_deref() != Some("old") && is_current(point.period.as_ref(), margin.clock)
    };
    let mut used: Vec<&ContactPoint> = points.into_iter().filter(is_used).collect();
    used.sort_by_key(|point| {
        point.rank.as_deref().and_then(|rank| rank.parse::<u32>().ok()).unwrap_or(u32::MAX)
    });
    let (mut phones, mut emails) = (Vec::new(), Vec::new());
    for point in used {
        let Some(value) = point.value.as_deref().and_then(tidy_name) else {
            continue;
        };
        let system = point.system.as_deref();
        let is_email = system == Some("email") || (system.is_none() && value.contains('@'));
        let scheme = if is_email { "mailto:" } else { "tel:" };
        let value = value.strip_prefix(scheme).map_or(value.clone(), str::to_owned);
        let is_phone = matches!(system, None | Some("phone" | "fax" | "pager" | "sms"));
        if is_email && is_address(&value) {
            add(&mut emails, label(point), value, margin);
        } else if !is_email && is_phone && value.chars().any(|c| c.is_ascii_digit()) {
            add(&mut phones, label(point), value, margin);
        }
    }
    (phones, emails)
}

/// The best of `addresses` that is in use.
pub(super) fn address<'a>(
    addresses: impl IntoIterator<Item = &'a wire::Address>,
    margin: &mut Margin<'_>,
) -> Option<Address> {
    let is_used = |address: &&wire::Address| {
        !matches!(address.usage.as_deref(), Some("old" | "billing"))
            && is_current(address.period.as_ref(), margin.clock)
    };
    let mut used: Vec<&wire::Address> = addresses.into_iter().filter(is_used).collect();
    used.sort_by_key(|address| rank(address));
    used.into_iter().find_map(|address| taken(address, margin))
}

fn add(list: &mut Vec<Labeled>, label: &str, value: String, margin: &mut Margin<'_>) {
    if value.chars().count() > limit::SHORT {
        margin.remark("A phone or e-mail longer than 200 characters was left out.");
    } else if list.len() >= MOST {
        margin.remark("Only the first 20 phones and e-mails were taken.");
    } else if !list.iter().any(|known| known.value == value) {
        list.push(Labeled { label: label.into(), value });
    }
}

// What a form would accept; anything else could not be written to anyway.
fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, place)| {
        !name.is_empty() && !place.is_empty() && !text.contains(char::is_whitespace)
    })
}

fn label(point: &ContactPoint) -> &'static str {
    match (point.system.as_deref(), point.usage.as_deref()) {
        (Some("fax"), _) => "fax",
        (Some("pager"), _) => "pager",
        (Some("sms"), _) | (_, Some("mobile")) => "mobile",
        (_, Some("home")) => "home",
        (_, Some("work")) => "work",
        _ => "other",
    }
}

fn rank(address: &wire::Address) -> (bool, u8) {
    let order = match address.usage.as_deref() {
        Some("home") => 0,
        None => 1,
        Some("work") => 2,
        Some(_) => 3,
    };
    (address.kind.as_deref() == Some("postal"), order)
}

fn taken(from: &wire::Address, margin: &mut Margin<'_>) -> Option<Address> {
    let lines: Vec<String> =
        from.line.iter().take(6).filter_map(|line| margin.short(line)).collect();
    let city = margin.maybe(from.city.as_deref().or(from.district.as_deref()));
    let region = margin.maybe(from.state.as_deref());
    let postal_code = margin.maybe(from.postal_code.as_deref());
    let country = margin.maybe(from.country.as_deref());
    let has_parts = !lines.is_empty() || city.is_some() || postal_code.is_some();
    let lines = if has_parts {
        lines.join("\n")
    } else {
        let text = tidy(from.text.as_deref()?)?;
        text.lines().take(6).filter_map(|line| margin.short(line)).collect::<Vec<_>>().join("\n")
    };
    let lines = lines.chars().take(limit::LINE).collect();
    let address = Address { lines, city, region, postal_code, country };
    (address != Address::default()).then_some(address)
}

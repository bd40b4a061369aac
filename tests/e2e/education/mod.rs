//! Leaflets: found, read, put on paper, given, understood; written and translated.

mod giving;
mod languages;
mod leaflets;
mod sheets;
mod writing;

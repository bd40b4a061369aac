//! Journeys: what people do, in the real window and in Chromium.

mod casework;
#[cfg(target_os = "linux")]
mod dropping;
mod first;
mod furnished;
mod gallery;
mod giving;
mod languages;
mod leaflets;
mod leaving;
mod people;
mod print;
mod sheets;
#[cfg(target_os = "linux")]
mod surroundings;
mod window;
mod writing;

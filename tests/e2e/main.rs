//! Journeys: what people do, in the real window and in Chromium.

mod casework;
#[cfg(target_os = "linux")]
mod dropping;
mod education;
mod first;
mod furnished;
mod gallery;
mod leaving;
mod people;
mod print;
mod rules;
#[cfg(target_os = "linux")]
mod surroundings;
mod window;

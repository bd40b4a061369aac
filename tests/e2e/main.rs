//! Journeys: what people do, in the real window and in Chromium.

mod advisor;
mod casework;
mod clocks;
#[cfg(target_os = "linux")]
mod dropping;
mod education;
mod first;
mod furnished;
mod gallery;
mod leaving;
mod numbers;
mod people;
mod print;
#[cfg(target_os = "linux")]
mod surroundings;
mod window;

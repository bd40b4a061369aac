//! Journeys: what people do, in the real window and in Chromium.

#[cfg(target_os = "linux")]
mod dropping;
mod first;
mod gallery;
mod leaflets;
mod leaving;
mod print;
#[cfg(target_os = "linux")]
mod surroundings;
mod window;

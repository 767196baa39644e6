//! Names of vehicles and people, in the languages that such a company speaks.

use crate::chance::Chance;
use crate::sim::Kind;

const FIRST_NAMES: [&str; 24] = [
    "Valentina",
    "Matías",
    "Camila",
    "Benjamín",
    "Francisca",
    "José Miguel",
    "Antonia",
    "Ignacio",
    "Noa",
    "יעל",
    "אורי",
    "Maya",
    "Avi",
    "תמר",
    "Lucía",
    "Joaquín",
    "Emília",
    "João",
    "Aisha",
    "يوسف",
    "Anna",
    "Tomáš",
    "Grace",
    "Wei",
];

const LAST_NAMES: [&str; 22] = [
    "Rojas",
    "Muñoz",
    "Araya",
    "Cortés",
    "Godoy",
    "Castillo",
    "Peñailillo",
    "Cohen",
    "לוי",
    "מזרחי",
    "Peretz",
    "Silva",
    "Gonçalves",
    "Haddad",
    "حداد",
    "Schmidt",
    "Novák",
    "O'Brien",
    "Li",
    "Tapia",
    "Véliz",
    "Ñancucheo",
];

const AREAS: [&str; 12] = [
    "Reparto norte",
    "Reparto sur",
    "Puerto",
    "Valle de Elqui",
    "Aeropuerto",
    "Mall",
    "Tongoy",
    "La Herradura",
    "Las Compañías",
    "Peñuelas",
    "Guanaqueros",
    "Ovalle",
];

/// A person's name.
pub(super) fn person(chance: Chance) -> String {
    format!(
        "{} {}",
        chance.of(0).pick(&FIRST_NAMES),
        chance.of(1).pick(&LAST_NAMES)
    )
}

/// An area that the company serves.
pub(super) fn area(chance: Chance) -> &'static str {
    AREAS[chance.below(AREAS.len())]
}

/// A vehicle's name: what drivers call it.
pub(super) fn vehicle(number: usize, kind: Kind, chance: Chance) -> String {
    let number = number + 1;
    let area = area(chance.of(1));
    match (kind, chance.of(0).below(6)) {
        (Kind::Truck | Kind::Reefer, 0) => format!("משאית {number}"),
        (Kind::Truck | Kind::Reefer, 1) => format!("Truck {number}"),
        (Kind::Truck, _) => format!("Camión {number} · {area}"),
        (Kind::Reefer, _) => format!("Frigorífico {number} · {area}"),
        (Kind::Van, 0) => format!("טנדר {number} – שירות"),
        (Kind::Van, 1) => format!("Van {number:02} – Service"),
        (Kind::Van, 2) => format!("شاحنة {number}"),
        (Kind::Van, _) => format!("Furgón {number} · {area}"),
        (Kind::Bus, 0) => format!("Ônibus {number}"),
        (Kind::Bus, _) => format!("Bus {number} · {area}"),
        (Kind::Motorcycle, _) => format!("Moto {number}"),
        (Kind::Car, 0 | 1) => format!("Car {number}"),
        (Kind::Car, _) => format!("Auto {number} · {}", person(chance.of(2))),
    }
}

/// A Chilean plate.
pub(super) fn plate(chance: Chance) -> String {
    const LETTERS: [char; 18] = [
        'B', 'C', 'D', 'F', 'G', 'H', 'J', 'K', 'L', 'P', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
    ];
    let letters: String = (0..4)
        .map(|place| *chance.of(place).pick(&LETTERS))
        .collect();
    format!("{letters}-{:02}", chance.of(9).below(100))
}

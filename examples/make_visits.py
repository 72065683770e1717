"""Make visits.csv: invented visits to a clinic, as untidy as tables are. `python examples/make_visits.py`."""

import csv
from datetime import date, timedelta
from math import exp
from pathlib import Path
from random import Random

COLUMNS = ["visit", "patient", "admitted", "age", "weight_kg", "pulse", "ward", "smoker", "complaint", "returned"]
PLACES = ["chest", "back", "left knee", "right knee", "stomach", "head", "shoulder"]
KINDS = ["pain", "dull ache", "numbness", "swelling"]
TIMES = ["since Monday", "for weeks", "at night", "after a fall", "when walking"]


def main() -> None:
    """Write the table beside this script."""
    random = Random(20)  # noqa: S311 - nothing secret about it
    patients = [(f"P{i:03}", random.randint(18, 90), random.gauss(76, 14), random.gauss(0, 1)) for i in range(70)]
    lines = [visit(random, number, *random.choice(patients)) for number in range(1, 361)]
    with Path(__file__).with_name("visits.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([COLUMNS, *lines])


def visit(random: Random, number: int, patient: str, age: int, weight: float, frailty: float) -> list[object]:
    """Return a visit: some of it not filled in, some of it filled in with anything."""
    pulse = random.gauss(74 + 6 * frailty, 9)
    ward = random.choice(["1", "2", "3", "4B", "4b", "ICU", "outpatients"])
    smoker = random.choice(["yes", "no", "no", "former", ""])
    risk = frailty + 0.03 * (age - 55) + 0.05 * (pulse - 74) + (ward == "ICU") + 0.8 * (smoker == "yes") - 0.6
    return [
        number,
        patient,
        date(2024, 1, 8) + timedelta(days=random.randrange(500)),
        age if random.random() > 0.06 else "",
        f"{weight + random.gauss(0, 1.5):.1f}" if random.random() > 0.25 else "",
        round(pulse) if random.random() > 0.1 else "",
        ward,
        smoker,
        f"{random.choice(KINDS)} in the {random.choice(PLACES)} {random.choice(TIMES)}",
        "yes" if random.random() < 1 / (1 + exp(-risk)) else "no",
    ]


if __name__ == "__main__":
    main()

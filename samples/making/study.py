"""The study itself: its countries, sites, people and dates, and study.yaml."""

SITES = {"101": "DEU", "102": "DEU", "201": "FRA", "301": "GBR"}
COUNTRIES = ("DEU", "FRA", "GBR")
LANGUAGES = {"DEU": "de", "FRA": "fr", "GBR": "en"}
ORGANIZATIONS = ("cro-1", "lab-1", "edc-1")
TITLE = ("A Phase III, randomised, double-blind, placebo-controlled study of EXP-4711 20 mg once daily in adults with "
         "chronic spontaneous urticaria")

# id, name, role, site, from, to
PEOPLE = [
    ("p-beispiel", "Dr Anna Beispiel", "principal-investigator", "101", "2024-06-01", ""),
    ("p-mustermann", "Dr Klaus Mustermann", "sub-investigator", "101", "2024-09-16", ""),
    ("p-vorlage", "Lena Vorlage", "study-coordinator", "101", "2024-09-16", ""),
    ("p-probe", "Jens Probe", "pharmacist", "101", "2024-09-16", ""),
    ("p-muster", "Prof. Erika Muster", "principal-investigator", "102", "2024-08-01", ""),
    ("p-platzhalter", "Dr Max Platzhalter", "sub-investigator", "102", "2024-11-04", ""),
    ("p-entwurf", "Tim Entwurf", "study-coordinator", "102", "2024-11-04", "2026-03-31"),
    ("p-nachfolge", "Nele Nachfolge", "study-coordinator", "102", "2026-04-01", ""),
    ("p-exemple", "Dr Jean Exemple", "principal-investigator", "201", "2024-10-01", ""),
    ("p-modele", "Dr Zoé Modèle", "sub-investigator", "201", "2025-01-20", ""),
    ("p-echantillon", "Élise Échantillon", "study-nurse", "201", "2025-01-20", ""),
    ("p-temoin", "Luc Témoin", "pharmacist", "201", "2025-01-20", ""),
    ("p-specimen", "Dr John Specimen", "principal-investigator", "301", "2026-07-01", ""),
    ("p-placeholder", "Dr Jane Placeholder", "sub-investigator", "301", "2026-07-01", ""),
]
NAMES = {person[0]: person[1] for person in PEOPLE}

YAML_HEAD = f"""\
study: ABC-101
title: {TITLE}
sponsor: Example Pharma
model: 3.3.1
traits: [blinded, randomized, placebo, data-monitoring-committee, central-laboratory, interactive-response-technology,
         electronic-data-capture, patient-reported-outcomes, sample-shipment, translated-material, vendor]
settings: {{filing-days: 30, expiry-window-days: 90, quality-control: required}}
organizations:
  - {{id: cro-1, name: Example CRO, kind: cro}}
  - {{id: lab-1, name: Central Lab Example, kind: central-laboratory}}
  - {{id: edc-1, name: Example Data Systems, kind: edc-vendor}}
"""

# Milestone, planned, actual; an empty actual date means that it has not happened.
TRIAL_DATES = [
    ("01", "2024-06-01", "2024-06-18"), ("02", "2024-07-15", "2024-07-22"), ("03", "2024-09-01", "2024-09-16"),
    ("04", "2024-11-01", "2024-11-12"), ("05", "2025-09-30", "2025-09-30"), ("07", "2027-05-31", ""),
    ("08", "2027-07-31", ""), ("09", "2027-09-30", ""), ("10", "2027-12-15", ""), ("12", "2028-03-31", "")]
COUNTRY_DATES = {
    "DEU": [("01", "2024-06-01", "2024-06-18"), ("02", "2024-07-15", "2024-07-22"), ("03", "2024-09-01", "2024-09-16"),
            ("04", "2024-11-01", "2024-11-12"), ("06", "2025-06-18", "2025-06-20"), ("07", "2027-05-31", ""),
            ("09", "2027-09-30", ""), ("10", "2027-12-15", "")],
    "FRA": [("01", "2024-09-01", "2024-09-10"), ("02", "2024-10-01", "2024-10-07"), ("03", "2025-01-06", "2025-01-20"),
            ("04", "2025-03-01", "2025-03-11"), ("07", "2027-04-30", ""), ("09", "2027-08-31", ""), ("10", "2027-12-15", "")],
    "GBR": [("01", "2026-06-15", "2026-06-30"), ("02", "2026-10-15", "2026-10-20"), ("03", "2026-12-15", ""),
            ("04", "2027-02-15", ""), ("07", "2027-05-31", ""), ("09", "2027-09-30", "")],
}
SITE_FACTS = {
    "101": ("Universitätsklinikum Musterstadt", "2024-09-16",
            [("01", "2024-06-01", "2024-06-18"), ("03", "2024-09-01", "2024-09-16"), ("04", "2024-11-01", "2024-11-12"),
             ("07", "2027-05-31", ""), ("09", "2027-08-31", "")]),
    "102": ("Klinikum Beispielhausen", "2024-11-04",
            [("01", "2024-06-01", "2024-06-18"), ("03", "2024-10-15", "2024-11-04"), ("04", "2025-01-10", "2025-01-14"),
             ("07", "2027-05-31", ""), ("09", "2027-09-30", "")]),
    "201": ("Hôpital Saint-Exemple", "2025-01-20",
            [("01", "2024-09-01", "2024-09-10"), ("03", "2025-01-06", "2025-01-20"), ("04", "2025-03-01", "2025-03-11"),
             ("07", "2027-04-30", ""), ("09", "2027-08-31", "")]),
    "301": ("Sample Royal Infirmary", "",
            [("01", "2026-06-15", "2026-06-30"), ("03", "2026-12-15", ""), ("04", "2027-02-15", ""), ("09", "2027-09-30", "")]),
}


def dates(rows, indent):
    """The lines of a milestones list."""
    pad = " " * indent
    return "".join(f'{pad}  - {{milestone: "{number}", planned: {planned}{f", actual: {actual}" if actual else ""}}}\n'
                   for number, planned, actual in rows)


def yaml():
    """study.yaml."""
    out = [YAML_HEAD, "milestones:\n", dates(TRIAL_DATES, 0), "countries:\n"]
    for code in COUNTRIES:
        out += [f"  - code: {code}\n", f"    languages: [{LANGUAGES[code]}]\n", "    milestones:\n", dates(COUNTRY_DATES[code], 4), "    sites:\n"]
        for site, country in SITES.items():
            if country != code:
                continue
            name, activated, rows = SITE_FACTS[site]
            out += [f'      - id: "{site}"\n', f"        name: {name}\n"]
            out += [f"        activated: {activated}\n"] if activated else []
            out += ["        milestones:\n", dates(rows, 8), "        people:\n"]
            out += [f"          - {{id: {ident}, name: {who}, role: {role}, from: {start}, to: {end or 'null'}}}\n"
                    for ident, who, role, at, start, end in PEOPLE if at == site]
    return "".join(out)

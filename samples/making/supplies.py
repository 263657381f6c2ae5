"""Zone 06, IP and Trial Supplies. The randomisation list is the one record that could unblind."""

import random

from . import scan
from .filing import say


def randomisation_list():
    """Blocks of four, drawn from a fixed seed."""
    chance = random.Random("ABC-101 kit A-series")
    rows = []
    for block in range(1, 19):
        arms = ["EXP-4711 20 mg", "EXP-4711 20 mg", "Placebo", "Placebo"]
        chance.shuffle(arms)
        for place, arm in enumerate(arms, 1):
            rows.append(f"| {block} | {place} | R-{1000 + (block - 1) * 4 + place} | A-{chance.randrange(10000, 99999)} | {arm}")
    return "\n".join(rows)


def temperature_log():
    page = scan.Sheet(1100, 1500, "temperature", -0.014, 236)
    page.write(80, 70, "Temperaturprotokoll Kühlschrank 2", 3.0, 1.4)
    page.write(80, 120, "ABC-101 - Prüfstelle 101 - Apotheke - August 2026", 2.0, 0.9)
    page.write(80, 150, "Soll: 2 bis 8 °C. Bei Abweichung sofort Monitor anrufen.", 1.8, 0.8)
    chance = random.Random("august")
    rows = [["Tag", "Min", "Max", "Uhrzeit", "Kürzel", "Bemerkung"]]
    for day in range(3, 29):
        if day in (8, 9, 15, 16, 22, 23):
            continue
        low = 3 + chance.random() * 1.4
        rows.append([f"{day:02d}.08.", f"{low:.1f}".replace(".", ","), f"{low + 0.8 + chance.random():.1f}".replace(".", ","),
                     f"0{7 + chance.randrange(2)}:{chance.randrange(10, 59)}", "JP" if day % 5 else "LV", "Lieferung" if day == 18 else ""])
    page.table(80, 195, [130, 110, 110, 150, 130, 300], rows, 52, 2.0)
    page.scribble(640, 1400, "Jens Probe", 220)
    page.write(640, 1440, "Jens Probe, Apotheke", 1.8, 0.8)
    page.age(900, 60)
    return page.png()


def file(filing):
    add = filing.add
    add("{}/Pharmacy Manual v1.0.pdf", "06.01.02", """
@cover Pharmacy Manual ~ ABC-101 · Version 1.0 · 8 July 2024
@toc
# 1. Product
Film-coated tablets of EXP-4711 20 mg or placebo, 32 tablets in a bottle, one bottle in a kit. Active and placebo tablets look, smell and taste alike.
# 2. Receipt
- Stop the temperature logger and read it out on the day of arrival.
- Compare kit numbers with the shipment note and confirm receipt in the IRT.
- Put damaged kits or kits with an alarm into quarantine and call the monitor.
# 3. Storage
From 2 to 8 °C, locked, with a calibrated logger. Subjects may keep a kit below 25 °C for up to six weeks.
# 4. Dispensing and return
| Visit | Kits | Check
| Week 0 to 16, each | 1 | kit number against IRT
| Every visit | – | count returned tablets, record in the accountability log
# 5. Destruction
After reconciliation by the monitor, at the site or at the depot; a certificate is filed.
""", "Pharmacy manual", "2024-07-08", version="1.0", sub_artifact="Pharmacy Manual")
    for at, language, lines in (("DEU", "de", ["Nur zur klinischen Prüfung bestimmt", "Prüfplan ABC-101 · EXP-4711 20 mg oder Placebo", "32 Filmtabletten zum Einnehmen",
                                               "1 × täglich 1 Tablette", "Im Kühlschrank lagern (2–8 °C)", "Für Kinder unzugänglich aufbewahren"]),
                                ("FRA", "fr", ["Pour recherche biomédicale uniquement", "Protocole ABC-101 · EXP-4711 20 mg ou placebo", "32 comprimés pelliculés, voie orale",
                                               "1 comprimé par jour", "À conserver au réfrigérateur (2–8 °C)", "Tenir hors de la portée des enfants"])):
        add(f"{{}}/Label_{at}_v1.0.pdf", "06.01.03", "\n".join(["@center ABC-101"] + [f"@center {line}" for line in lines]) + f"""
Kit :: A-_____
Lot :: A-2401
EXP :: 12/2026
@small Example Pharma, Musterallee 1, 00001 Musterstadt · {say("2024-05-31", language)}
@stamp APPROVED FOR PRINT ~ 2024-05-31
""", "Etikett Deutschland (Muster)" if at == "DEU" else "Étiquette France (modèle)", "2024-05-31", at=at, language=language, version="1.0", sub_artifact="IP Sample Label")
    for site, number, date, kits, received in (("101", "S-0003", "2024-09-10", ["A-10231", "A-10232", "A-10233", "A-10234", "A-10235", "A-10236"], "2024-09-12"),
                                               ("201", "S-0009", "2025-01-13", ["A-20411", "A-20412", "A-20413", "A-20414"], "2025-01-15")):
        add(f"{{}}/Shipment {number} site {site}.pdf", "06.01.04", f"""
@center Shipment note {number}
From :: Example Pharma Manufacturing, depot Produktheim
To :: Pharmacy, site {site}
Dispatch :: {say(date)}, 16.20 h, parcel 2 to 8 °C with logger TL-{4400 + int(site)}
| Kit | Lot | Expiry | Condition on arrival
{chr(10).join(f"| {kit} | A-2401 | 2026-12 | intact" for kit in kits)}
Logger read out on arrival :: minimum 3.1 °C, maximum 6.4 °C, no alarm
@sign Jo Lager ~ Dispatched by ~ {say(date)}
@sign {"Jens Probe" if site == "101" else "Luc Témoin"} ~ Received by ~ {say(received)}
""", f"IP shipment {number} to site {site}", date, at=site, head="factory", received_date=received, sub_artifact="IP Shipment Documentation")
    add("{}/Accountability log 101.xlsx", "06.01.05", [("Accountability", [
        ["Kit", "Received", "Dispensed", "Subject", "Tablets out", "Returned", "Tablets back", "Initials"],
        ["A-10231", "2024-09-12", "2024-09-23", "101-001", 32, "2024-10-21", 4, "JP"], ["A-10232", "2024-09-12", "2024-09-25", "101-002", 32, "2024-10-23", 4, "JP"],
        ["A-10233", "2024-09-12", "2024-11-05", "101-003", 32, "", 0, "JP"], ["A-10234", "2024-09-12", "2024-10-21", "101-001", 32, "2024-11-18", 5, "JP"],
        ["A-10235", "2024-09-12", "2024-10-23", "101-002", 32, "2024-11-20", 4, "JP"], ["A-10236", "2024-09-12", "2024-11-22", "101-005", 32, "2024-12-20", 6, "LV"]])],
        "IP accountability log, site 101", "2024-12-20", at="101", received_date="2025-01-03", sub_artifact="Drug Accountability Log")
    add("{}/QP certificate lot A-2401.pdf", "06.02.01", """
@center Certification by the qualified person
Product :: EXP-4711 20 mg film-coated tablets and matching placebo
Lot, quantity :: A-2401, 4,200 kits
Manufactured :: 12 January 2024
Expiry :: 31 December 2026
I certify that each batch of this lot was manufactured and checked in accordance with good manufacturing practice, the product specification file and the application for the trial ABC-101.
Deviations: none that affect quality.
@sign Dr Charlotte Charge ~ Qualified person ~ 8 April 2024
""", "QP certification lot A-2401", "2024-04-08", head="factory", expiry_date="2026-12-31", expiry_rule="printed")
    add("{}/CoA A-2401.pdf", "06.02.04", """
@center Certificate of analysis
Product :: EXP-4711 film-coated tablets 20 mg
Lot :: A-2401
Date of test :: 22 February 2024
| Test | Method | Limit | Result
| Appearance | visual | white, round, 8 mm | complies
| Identity | HPLC, UV | retention time ±2 % | complies
| Assay | HPLC | 95.0 – 105.0 % | 99.6 %
| Related substances, sum | HPLC | at most 1.0 % | 0.21 %
| Dissolution, 30 min | paddle | at least 80 % | 96 %
| Water | Karl Fischer | at most 3.0 % | 1.4 %
| Microbial count | plate | at most 1000 CFU/g | below 10
The lot complies with specification SP-4711-03.
@sign Paul Pipette ~ Quality control ~ 22 February 2024
""", "Certificate of analysis lot A-2401", "2024-02-22", head="factory", version="1.0", sub_artifact="Certificate of Analysis")
    add("06 IP and Trial Supplies/06.03 IP Allocation Documentation/RESTRICTED unblinded team only/06.03.01_2024-07-15.pdf", "06.03.01", f"""
@center Randomisation list, treatment codes kit A-series
Protocol :: ABC-101
Generated :: 15 July 2024, program rand_abc101, seed sealed
Method :: Permuted blocks of four, 1:1
@small UNBLINDED. For the unblinded statistician and the depot only. Do not forward, print or store outside the restricted area.
| Block | Place | Randomisation number | Kit | Treatment
{randomisation_list()}
@sign Dr Simon Siegel ~ Unblinded statistician ~ 15 July 2024
""", "Randomisation list, treatment codes kit A-series", "2024-07-15", footer="UNBLINDED · randomisation list", restricted="yes", version="1.0",
        sub_artifact="Randomization List")
    add("{}/Temperatur August 2026 Foto.png", "06.04.01", temperature_log(), "Temperature log August 2026, site 101", "2026-08-28", at="101", received_date="2026-09-03",
        language="de", sub_artifact="Temperature Logs", status="", source_id="")
    add("{}/Temperature excursion 201 2025-02-24.docx", "06.04.02", """
@cover Temperature excursion form ~ Site 201 · 24 February 2025
| Question | Answer
| Product, kits | EXP-4711, A-20413 and A-20414
| Limit | 2 to 8 °C
| Highest temperature, duration | 9.6 °C, 3 h 10 min
| Cause | Door of the refrigerator not closed
| Quarantine from | 2025-02-24, 13:15
# Decision of the sponsor
Stability data cover 25 °C for six weeks. The kits may be used.
@sign Luc Témoin ~ Pharmacist ~ 24 February 2025
@sign Rita Reserve ~ Example Pharma ~ 26 February 2025
""", "Temperature excursion February 2025, site 201", "2025-02-26", at="201", head="h201", received_date="2025-02-26", sub_artifact="Temperature Excursion Form")
    add("{}/IRT User Manual 1.2.pdf", "06.06.04", """
@cover IRT user manual ~ ABC-101 · Version 1.2 · 26 August 2024
@toc
# 1. Log in
Each user has a personal account. Passwords expire after 90 days.
# 2. Screening and randomisation
| Step | Who | Input
| Register screening | coordinator | year of birth, sex, date of consent
| Randomise | investigator | eligibility confirmed, UAS7 of the last week
| Dispense | pharmacist | kit number shown by the system
# 3. Emergency unblinding
Only the investigator can break the blind, and only one subject at a time. The system asks for the reason and informs the medical monitor, without the treatment.
# 4. Supplies
Shipments are triggered when the stock of a site falls below three kits.
""", "IRT user manual", "2024-08-26", version="1.2", head="edc", organization="edc-1", sub_artifact="IRT User Manual")

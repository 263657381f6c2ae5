"""Zone 08, Central and Local Testing."""

from .filing import eml, say


def certificate(name, number, issued, until, scope):
    return f"""
@center Certificate of accreditation
The Accreditation Board Example confirms that
@center {name}
is competent under ISO 15189 to carry out examinations in the fields listed below.
Certificate number :: {number}
Issued :: {say(issued)}
Valid until :: {say(until)}
# Scope
{chr(10).join("- " + line for line in scope)}
The validity depends on yearly surveillance visits. The current state of the accreditation is shown in the register of the board.
@sign Norma Richtig ~ Head of the board ~ {say(issued)}
"""


def file(filing):
    add = filing.add
    lab = dict(organization="lab-1")
    for version, issued, until in (("1", "2021-09-01", "2024-08-31"), ("2", "2024-09-02", "2026-08-31")):
        add(f"{{}}/ISO 15189 Central Lab {issued}.pdf", "08.01.01", certificate("Central Lab Example, Probenheim", f"ABE-ML-0471-{version}", issued, until, [
            "Clinical chemistry (ALT, AST, bilirubin, creatinine)", "Haematology", "Immunology (total IgE)"]),
            "ISO 15189 accreditation, central laboratory", issued, head="accreditor", document="lab-accreditation", version=version, expiry_date=until, expiry_rule="printed",
            received_date="2024-05-27" if version == "1" else "2024-09-10", sub_artifact="ISO Certification", **lab)
    add("{}/Akkreditierung Labor UK Musterstadt.pdf", "08.01.01", certificate("Zentrallabor, Universitätsklinikum Musterstadt", "ABE-ML-0112-5", "2023-12-18", "2028-12-17", [
        "Clinical chemistry", "Urine pregnancy tests"]), "ISO 15189 accreditation, local laboratory 101", "2023-12-18", at="101", head="accreditor", expiry_date="2028-12-17",
        expiry_rule="printed", received_date="2024-09-02", sub_artifact="ISO Certification")
    add("{}/Reference ranges.xlsx", "08.01.04", [("Ranges", [
        ["Analyte", "Unit", "Sex", "Age from", "Age to", "Low", "High", "Method", "Effective"],
        ["ALT", "U/l", "F", 18, 99, 0, 35, "IFCC 37 °C", "2024-06-01"], ["ALT", "U/l", "M", 18, 99, 0, 50, "IFCC 37 °C", "2024-06-01"],
        ["AST", "U/l", "F", 18, 99, 0, 35, "IFCC 37 °C", "2024-06-01"], ["AST", "U/l", "M", 18, 99, 0, 50, "IFCC 37 °C", "2024-06-01"],
        ["Bilirubin, total", "mg/dl", "", 18, 99, 0.1, 1.2, "Diazo", "2024-06-01"], ["Creatinine", "mg/dl", "F", 18, 99, 0.5, 0.9, "enzymatic", "2024-06-01"],
        ["Creatinine", "mg/dl", "M", 18, 99, 0.7, 1.2, "enzymatic", "2024-06-01"], ["IgE, total", "IU/ml", "", 18, 99, 0, 100, "ELISA", "2024-06-01"],
        ["Leucocytes", "10^9/l", "", 18, 99, 4, 10, "cytometry", "2024-06-01"]])], "Reference ranges, central laboratory", "2024-06-01", expiry_rule="until-replaced", **lab)
    add("{}/Laboratory Manual v1.1.pdf", "08.01.05", """
@cover Laboratory Manual ~ ABC-101 · Version 1.1 · 26 July 2024
@toc
# 1. Kits
| Kit | Visits | Tubes
| A | Screening | 2 serum, 1 EDTA
| B | Week 0, 4, 8, 12, 16, 24 | 1 serum, 1 EDTA
| C | Week 28 | 1 serum
# 2. Collection
- Label the tubes before the collection.
- Let serum clot for 30 minutes, centrifuge at 1500 g for 10 minutes, transfer into the blue vial.
# 3. Shipment
Ambient, with the courier, Monday to Thursday until 15 h. Samples must arrive within 48 hours. Packaging according to UN 3373.
# 4. Results
Reports appear in the portal on the next working day. ALT or AST above 3 × the upper limit leads to a telephone alert.
# 5. Retention
Residual serum is kept at −80 °C until two years after the end of the trial.
""".replace("−", "-"), "Laboratory manual", "2024-07-26", version="1.1", head="lab", sub_artifact="Laboratory Manual", **lab)
    add("{}/CV Head of Laboratory.pdf", "08.01.07", """
@center Curriculum vitae
Name :: Dr Lars Laborant
Position :: Medical head, Central Lab Example
# Education
1997 :: Medical degree
2004 :: Specialist in laboratory medicine
# Experience
2004 – 2015 :: Consultant, Institute of Laboratory Medicine, Musterstadt
2015 – today :: Medical head, Central Lab Example
# Trials
Central laboratory of 61 trials since 2015, of which 14 phase III
@sign Dr Lars Laborant ~ Medical head ~ 3 June 2024
""", "CV Dr Lars Laborant, head of laboratory", "2024-06-03", head="lab", received_date="2024-06-10", sub_artifact="Head of Facility Curriculum Vitae", **lab)
    for site, date, number, count in (("101", "2024-09-23", "CL-88121", 2), ("201", "2025-02-17", "CL-90417", 2)):
        add(f"{{}}/Airway {number} {date}.pdf", "08.02.02", f"""
@center Specimen shipment record {number}
From, to :: Site {site}, Central Lab Example
Date, courier :: {say(date)}, Kurier Muster
Category :: Biological substance, category B, UN 3373
| Subject | Visit | Kit | Tubes
{chr(10).join(f"| {site}-{n:03d} | Screening | A | 2 serum, 1 EDTA" for n in range(1, count + 1))}
Condition on arrival :: {"complete, 21 °C" if site == "101" else "one tube haemolysed, repeat requested"}
@sign {"Lena Vorlage" if site == "101" else "Élise Échantillon"} ~ Packed by ~ {say(date)}
""", f"Specimen shipment {number}, site {site}", date, at=site, head="lab", received_date=date, sub_artifact="Specimen Shipment Records")
    add("Mails/Re_ Akkreditierung abgelaufen.eml", "08.03.01", renewal(), "E-mail: renewal of the laboratory accreditation", "2026-09-29", language="en", source_id="", **lab)


def renewal():
    return eml("""
Dear Rita,

you are right, our certificate ran out on 31 August. The surveillance visit took place in time (June), the board is late with the
paper. We expect the new certificate before Christmas and will send it at once. The register of the board shows us as
"accredited, renewal in progress".

Best wishes
Lars
""", "Re: ISO 15189 certificate expired?", "2026-09-29", "Dr Lars Laborant <lars.laborant@central-lab.example>", "Rita Reserve <rita.reserve@pharma.example>",
               reply_to="iso")

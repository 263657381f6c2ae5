"""Zone 05, Site Management: four sites in three states. Some records are missing on purpose; see the README."""

from . import pdf, scan
from .filing import days_after, eml, say
from .study import NAMES

HEADS = {"101": "h101", "102": "h102", "201": "h201", "301": "h301"}

CV = {
    "en": ("Curriculum vitae", "Name", "Position", "Institution", "Education", "Professional experience", "Clinical trials", "Training", "Publications"),
    "de": ("Lebenslauf", "Name", "Position", "Klinik", "Ausbildung", "Beruflicher Werdegang", "Klinische Prüfungen", "Fortbildungen", "Veröffentlichungen"),
    "fr": ("Curriculum vitæ", "Nom", "Fonction", "Établissement", "Formation", "Expérience professionnelle", "Essais cliniques", "Formations", "Publications"),
}


def cv(language, name, position, place, education, experience, trials, training, publications, signed):
    w = CV[language]
    block = "\n".join
    return f"""
@center {w[0]}
{w[1]} :: {name}
{w[2]} :: {position}
{w[3]} :: {place}
# {w[4]}
{block(f"{when} :: {what}" for when, what in education)}
# {w[5]}
{block(f"{when} :: {what}" for when, what in experience)}
# {w[6]}
{block("- " + t for t in trials)}
# {w[7]}
{training}
# {w[8]}
{publications}
@sign {name} ~ {position} ~ {signed}
"""


def gcp(name, date, until, number, language="en"):
    words = {"en": ("Certificate", "has completed the course", "Good Clinical Practice, ICH E6(R2), refresher for investigators and site staff", "Date of the course",
                    "Valid until", "Test result", "Certificate number", "Ethics and consent; responsibilities; safety reporting; essential documents; data integrity"),
             "fr": ("Attestation", "a suivi la formation", "Bonnes pratiques cliniques, ICH E6(R2), investigateurs et équipes", "Date de la formation", "Valable jusqu’au",
                    "Résultat du test", "Numéro", "Éthique et consentement ; responsabilités ; vigilance ; documents essentiels ; intégrité des données")}[language]
    return f"""
@center {words[0]}
@center {name}
@center {words[1]}
@center {words[2]}
{words[3]} :: {say(date, language)}
{words[4] + " :: " + say(until, language) if until else "Duration :: 6 hours"}
{words[5]} :: {84 + len(name) % 13} %
{words[6]} :: GCP-{number}
{words[7]}.
@sign Gwen Lernziel ~ GCP Academy Example ~ {say(date, language)}
"""


def agreement(site, pi, date, place):
    return f"""
@cover Clinical trial agreement ~ ABC-101 · Site {site}
Between :: Example Pharma ("sponsor"), {place} ("institution") and {pi} ("investigator")
Effective date :: {date}
# 1. Subject matter
The institution conducts the trial ABC-101 under the direction of the investigator, in accordance with the protocol, ICH-GCP and the law.
# 2. Duties of the investigator
- to enrol subjects only after ethics approval, authority approval and release of the site by the sponsor,
- to report serious adverse events within 24 hours,
- to give monitors, auditors and inspectors direct access to source data,
- to keep essential records for 25 years after the end of the trial.
# 3. Remuneration
| Item | Amount (EUR)
| Start-up | 2,500
| Screening visit | 640
| Visits week 0 to 24, each | 410
| Telephone visit | 120
| Pharmacy, per kit | 35
| Archiving | 1,200
# 4. Confidentiality, data, results
Results belong to the sponsor. The institution may publish its results 12 months after the multi-centre publication.
# 5. Term
The agreement ends with the close-out of the site; either party may end it with 30 days’ notice.
@sign Dr Paula Paradigma ~ Example Pharma ~ {date}
@sign {pi} ~ Investigator ~ {date}
@sign Verwaltung / Administration ~ {place} ~ {date}
"""


def visit(site, kind, date, monitor, staff, findings, subjects="", next_visit=""):
    rows = "\n".join(f"| {i} | {f[0]} | {f[1]} | {f[2]}" for i, f in enumerate(findings, 1))
    return f"""
@center {kind}
Site, investigator :: {site}
Date of visit :: {date}
Monitor :: {monitor}
Present :: {staff}
# 1. Summary
{subjects}
# 2. Checklist
| Item | Result | Remark
| Facilities and equipment adequate | yes |
| Investigator site file complete | {"yes |" if len(findings) < 3 else "no | see findings"}
| Delegation log up to date | yes | reviewed
| Storage of the investigational product from 2 to 8 °C | yes | log reviewed
| Consent process documented in the source | yes | discussed
| Serious adverse events reported within 24 hours | {"yes" if "Initiation" not in kind and "Selection" not in kind else "n/a"} |
# 3. Findings and actions
| No. | Finding | Action | Due
{rows}
# 4. Next visit
{next_visit or "According to the monitoring plan."}
@sign {monitor} ~ Monitor ~ {date}
@sign Mara Fallbeispiel ~ Reviewed by ~ {date}
"""


def signature_page(site, pi, version, date, place):
    return f"""
@center {"Protocol signature page" if version != "3.0" else "Protocol amendment signature page"}
Protocol :: ABC-101, version {version}
Site :: {site}, {place}
I have read the protocol named above and the investigator’s brochure. I agree to conduct the trial according to the protocol, ICH-GCP and the applicable
requirements, to supervise everybody to whom I delegate tasks, and to keep the information confidential.
I will not deviate from the protocol except where necessary to remove an immediate hazard to a subject.
@sign {pi} ~ Principal investigator ~ {date}
"""


def disclosure(name, site, date):
    return f"""
@center Financial disclosure form
Name :: {name}
Role, site :: Investigator, site {site}
Protocol :: ABC-101
| Question | Yes | No
| Payments by the sponsor whose amount depends on the outcome of the trial |  | x
| Significant payments of other sorts (more than 25,000 USD since the start) |  | x
| Proprietary interest in the tested product |  | x
| Significant equity interest in the sponsor (more than 50,000 USD) |  | x
I confirm that the above is true for me, my spouse and my dependent children. I will report changes during the trial and for one year after it.
@sign {name} ~ Investigator ~ {date}
"""


def log_sheet(title, place, rows, widths, seed, foot, tilt=0.006):
    page = scan.Sheet(1240, 900, seed, tilt)
    page.write(70, 60, title, 3.4, 1.6)
    page.write(70, 108, f"ABC-101 - {place}", 2.0, 0.9)
    page.table(70, 160, widths, rows, 46, 1.95)
    page.write(70, 800, foot, 1.9, 0.8)
    page.line(520, 818, 760, 818, 0.8, 90)
    page.age(380)
    return page


def screening(site, count, first, monthly, second_version_from, failures):
    """The lines of a screening log: subjects spread over the months, with the consent version of the day."""
    dates, year, month = [], int(first[:4]), int(first[5:]) - 1
    for number in range(1, count + 1):
        after = int(number / monthly)
        day = number * 7 % 27 + 1 if after or site != "101" else 16 + number
        dates.append(f"{year + (month + after) // 12}-{(month + after) % 12 + 1:02d}-{day:02d}")
    return [[f"{site}-{number:03d}", date, "1.0" if date < second_version_from else "2.0", "no" if number in failures else "yes",
             failures.get(number, "")] for number, date in enumerate(sorted(dates), 1)]


def file(filing):
    set_up(filing)
    people(filing)
    conduct(filing)


def set_up(filing):
    add = filing.add
    places = {"101": "Universitätsklinikum Musterstadt", "102": "Klinikum Beispielhausen", "201": "Hôpital Saint-Exemple", "301": "Sample Royal Infirmary"}
    pis = {"101": "p-beispiel", "102": "p-muster", "201": "p-exemple", "301": "p-specimen"}
    for site, date in (("101", "2024-02-12"), ("102", "2024-02-20"), ("201", "2024-04-09"), ("301", "2025-12-01")):
        pi = NAMES[pis[site]]
        add(f"{{}}/CDA_{site}_{date}.pdf", "05.01.02", f"""
@center Confidentiality agreement
Example Pharma will disclose information on the compound EXP-4711 and the study ABC-101 to {pi}, {places[site]}, in order to assess participation.
The recipient keeps the information secret for ten years, uses it for the assessment only, and returns or destroys it on request. Excepted is information that is public
or was known to the recipient before.
This agreement is governed by the law of the country of the recipient.
@sign {pi} ~ {places[site]} ~ {say(date)}
@sign Rita Reserve ~ Example Pharma ~ {say(date)}
""", f"Confidentiality agreement site {site}", date, at=site, person=pis[site])
    for site, date, monitor in (("101", "2024-03-05", "Björn Besuch"), ("201", "2024-05-14", "Chloé Visite"), ("301", "2026-02-10", "Mara Fallbeispiel")):
        add(f"{{}}/Site Selection Visit Report {site} {date}.pdf", "05.01.04", visit(
            f"{site}, {NAMES[pis[site]]}", "Site Selection Visit Report", say(date), monitor, NAMES[pis[site]],
            [("Refrigerator of the pharmacy has no calibrated logger", "Logger to be provided", "before initiation"),
             ("Second sub-investigator wished", "Site to propose", "before initiation")],
            "The site sees about 180 patients with chronic urticaria a year and expects to enrol two a month. No competing trial. The site is recommended."),
            f"Site selection visit report {site}", date, at=site, head="cro", sub_artifact="Pre Trial Monitoring Report")
    for site, date in (("101", "2024-09-02"), ("201", "2025-01-10")):
        add(f"{{}}/IB receipt {site}.pdf", "05.02.01", f"""
@center Acknowledgement of receipt and acceptance
Document :: Investigator’s Brochure EXP-4711, edition 1 of 5 February 2024
Site :: {site}, {places[site]}
I confirm that I have received and read the document named above and have informed my study team.
@sign {NAMES[pis[site]]} ~ Principal investigator ~ {say(date)}
""", f"Acceptance of investigator's brochure, site {site}", date, at=site, head=HEADS[site], person=pis[site], received_date=date)
    for site, date in (("101", "2024-08-30"), ("102", "2024-10-21")):
        add(f"{{}}/Signature page protocol 1.0 site {site}.pdf", "05.02.02", signature_page(site, NAMES[pis[site]], "1.0", say(date), places[site]),
            f"Protocol signature page 1.0, site {site}", date, at=site, head="sponsor", person=pis[site], document=f"signature-{site}", version="1.0",
            received_date=days_after(date, 6))
    page = scan.Sheet(992, 1403, "sig201", tilt=0.009)
    for y, text, size in ((90, "Example Pharma", 3.0), (170, "Protocol signature page", 2.8), (240, "Protocol: ABC-101, version 1.0 of 11 March 2024", 1.9),
                          (272, "Site: 201, Hôpital Saint-Exemple, Ville-Exemple", 1.9), (340, "I have read the protocol named above and the investigator's", 1.9),
                          (372, "brochure. I agree to conduct the trial according to the", 1.9), (404, "protocol, ICH-GCP and the applicable requirements, and to", 1.9),
                          (436, "keep the information confidential.", 1.9), (640, "Principal investigator", 1.8), (640, "", 1)):
        page.write(90, y, text, size, size * 0.45)
    page.line(90, 625, 480, 625, 0.8, 80)
    page.line(560, 625, 860, 625, 0.8, 80)
    page.scribble(110, 590, "Dr Jean Exemple", 250)
    page.hand(580, 600, "13 janv. 2025", 2.3)
    page.hand(100, 660, "Dr Jean Exemple", 2.2)
    page.age()
    add("scans/SCAN0007.pdf", "05.02.02", pdf.scanned([page.packed()], "SCAN0007", "2025-01-20"), "Protocol signature page 1.0, site 201", "2025-01-13", at="201",
        person="p-exemple", received_date="2025-01-20", version="1.0", copy="copy", note="Paper original kept in the investigator site file")
    add("{}/Amendment 2 signature 101.pdf", "05.02.03", signature_page("101", "Dr Anna Beispiel", "3.0", "9 October 2025", places["101"]),
        "Protocol 3.0 signature page, site 101", "2025-10-09", at="101", person="p-beispiel", received_date="2025-10-15", version="3.0")
    for site, date in (("101", "2024-09-09"), ("102", "2024-10-28"), ("201", "2025-01-08")):
        content = agreement(site, NAMES[pis[site]], say(date), places[site])
        title = f"Clinical trial agreement site {site}"
        add(f"{{}}/CTA_{site}_fully executed.pdf", "05.02.12", content, title, date, at=site, person=pis[site], received_date=days_after(date, 5),
            sub_artifact="Clinical Trial Agreement with Investigator and Site")
        if site == "102":  # The same bytes once more, where they do not belong.
            add("scans/doc(3) final FINAL.pdf", "05.02.14", content, title, date, at=site, received_date=days_after(date, 5), sub_artifact="Other Financial Agreement",
                source_id="", note="Same file as the clinical trial agreement of site 102")
    for site, who, date in (("101", "p-beispiel", "2024-08-30"), ("101", "p-mustermann", "2024-09-12"), ("102", "p-muster", "2024-10-21"),
                            ("201", "p-exemple", "2025-01-13"), ("201", "p-modele", "2025-01-15")):
        add(f"{{}}/FDF {NAMES[who]} {date}.pdf", "05.02.10", disclosure(NAMES[who], site, say(date)), f"Financial disclosure form {NAMES[who]}", date, at=site,
            person=who, received_date=days_after(date, 4))
    rows = {
        "101": [["Name", "Role", "Tasks", "From", "To", "Signature", "PI"], ["Dr Anna Beispiel", "PI", "all", "16-Sep-24", "", "~Dr Anna Beispiel", "~AB"],
                ["Dr K. Mustermann", "Sub-I", "1,2,3,5", "16-Sep-24", "", "~Dr Klaus Mustermann", "~AB"], ["Lena Vorlage", "SC", "4,6,7", "16-Sep-24", "", "~Lena Vorlage", "~AB"],
                ["Jens Probe", "Pharm.", "8", "16-Sep-24", "", "~Jens Probe", "~AB"]],
        "201": [["Nom", "Rôle", "Tâches", "Début", "Fin", "Signature", "IP"], ["Dr Jean Exemple", "IP", "toutes", "20/01/25", "", "~Dr Jean Exemple", "~JE"],
                ["Dr Zoé Modèle", "Co-I", "1,2,3,5", "20/01/25", "", "~Dr Zoé Modèle", "~JE"], ["É. Échantillon", "IDE", "4,6", "20/01/25", "", "~Élise Échantillon", "~JE"],
                ["Luc Témoin", "Pharm.", "8", "20/01/25", "", "~Luc Témoin", "~JE"]],
    }
    widths = [230, 100, 120, 140, 110, 250, 110]
    sheet = log_sheet("Delegation of Authority Log", "Site 101, Universitätsklinikum Musterstadt", rows["101"] + [[""] * 7] * 6, widths, "log101",
                      "Principal investigator, end of trial:")
    add("{}/Delegation log site 101 photo.png", "05.02.18", sheet.png(), "Delegation of authority log, site 101", "2024-09-16", at="101",
        received_date="2024-09-20", sub_artifact="Delegation of Authority Log", expiry_rule="until-replaced", language="en")
    sheet = log_sheet("Liste de délégation", "Centre 201, Hôpital Saint-Exemple", rows["201"] + [[""] * 7] * 6, widths, "log201",
                      "Investigateur principal, fin d'étude :", -0.007)
    add("scans/2025-01-20 délégation 201.pdf", "05.02.18", pdf.scanned([sheet.packed()], "Scan", "2025-01-27"), "Delegation of authority log, site 201", "2025-01-20",
        at="201", received_date="2025-01-27", sub_artifact="Delegation of Authority Log", language="fr", source_id="")
    add("{}/Delegation log 102 (Excel).xlsx", "05.02.18", [("Delegation", [
        ["Name", "Role", "Tasks", "From", "To", "Signed", "Authorised by PI"],
        ["Prof. Erika Muster", "Principal investigator", "all", "2024-11-04", "", "2024-11-04", "2024-11-04"],
        ["Dr Max Platzhalter", "Sub-investigator", "consent, eligibility, assessment, AE", "2024-11-04", "", "2024-11-04", "2024-11-04"],
        ["Tim Entwurf", "Coordinator", "EDC, samples, diary", "2024-11-04", "2026-03-31", "2024-11-04", "2024-11-05"],
        ["Nele Nachfolge", "Coordinator", "EDC, samples, diary", "2026-04-01", "", "2026-04-01", ""]])],
        "Delegation of authority log, site 102", "2026-04-01", at="102", sub_artifact="Delegation of Authority Log", received_date="2026-04-07", status="returned",
        note="Returned: authorisation of the new coordinator by the investigator is missing")


def people(filing):
    add = filing.add
    anna = dict(language="de", name="Dr. Anna Beispiel", position="Leitende Oberärztin, Leiterin der Urtikaria-Sprechstunde", place="Universitätsklinikum Musterstadt",
                education=[("1999 – 2005", "Studium der Humanmedizin, Universität Musterstadt"), ("2006", "Promotion „Mastzellen bei chronischer Urtikaria“"),
                           ("2011", "Fachärztin für Haut- und Geschlechtskrankheiten"), ("2013", "Zusatzbezeichnung Allergologie")],
                experience=[("2005 – 2011", "Assistenzärztin, Universitätsklinikum Musterstadt"), ("2011 – 2018", "Oberärztin ebenda"), ("seit 2018", "Leitende Oberärztin")])
    add("05 Site Management/05.02 Site Set-up/05.02.04 Principal Investigator CV/DEU/Site 101/CV_Dr_Beispiel_v1.0_2024-06-14.pdf", "05.02.04", cv(
        **anna, trials=["ABC-050 (Phase II, Urtikaria), Prüferin, 2021 – 2023", "Zwei Studien bei atopischer Dermatitis, Stellvertreterin"],
        training="GCP-Auffrischung 2023, Prüfarztkurs 2019", publications="18 Originalarbeiten, davon sechs zur Urtikaria.", signed="14. Juni 2024"),
        "CV Dr Anna Beispiel", "2024-06-14", at="101", head="h101", language="de", person="p-beispiel", document="cv-beispiel", version="1.0", received_date="2024-06-17",
        sub_artifact="Principal Investigator Curriculum Vitae", expiry_rule="+24 months")
    add("05 Site Management/05.02 Site Set-up/05.02.04 Principal Investigator CV/DEU/Site 101/CV_Dr_Beispiel_v2.0_2026-03-01.pdf", "05.02.04", cv(
        **anna, trials=["ABC-101 (Phase III, Urtikaria), Prüfstellenleiterin, seit 2024", "ABC-050 (Phase II, Urtikaria), Prüferin, 2021 – 2023",
                        "Zwei Studien bei atopischer Dermatitis, Stellvertreterin"],
        training="GCP-Auffrischung 2025, Prüfarztkurs 2019", publications="22 Originalarbeiten, davon neun zur Urtikaria.", signed="1. März 2026"),
        "CV Dr Anna Beispiel", "2026-03-01", at="101", head="h101", language="de", person="p-beispiel", document="cv-beispiel", version="2.0", received_date="2026-03-04",
        sub_artifact="Principal Investigator Curriculum Vitae", expiry_rule="+24 months")
    add("{}/Lebenslauf Muster Erika.pdf", "05.02.04", cv(
        "de", "Prof. Erika Muster", "Chefärztin der Hautklinik", "Klinikum Beispielhausen", [("1988 – 1994", "Medizinstudium"), ("2003", "Habilitation"), ("2008", "Außerplanmäßige Professur")],
        [("1994 – 2007", "Universitätsklinikum Musterstadt"), ("seit 2007", "Chefärztin, Klinikum Beispielhausen")],
        ["Leiterin von elf klinischen Prüfungen seit 2005", "Mitglied zweier Leitlinienkommissionen"], "GCP-Grundkurs 2010, Auffrischungen 2016, 2020, 2024",
        "Über 90 Originalarbeiten.", "9. September 2024"), "CV Prof. Erika Muster", "2024-09-09", at="102", head="h102", language="de", person="p-muster",
        received_date="2024-09-16", sub_artifact="Principal Investigator Curriculum Vitae", version="1.0")
    add("{}/CV Dr Exemple signé.pdf", "05.02.04", cv(
        "fr", "Dr Jean Exemple", "Praticien hospitalier", "Hôpital Saint-Exemple, service de dermatologie", [("1996 – 2006", "Études de médecine, internat"), ("2006", "DES de dermatologie"),
        ("2009", "DU d’allergologie")], [("2006 – 2010", "Chef de clinique assistant"), ("depuis 2010", "Praticien hospitalier, responsable de la consultation urticaire")],
        ["Investigateur principal de cinq essais de phase II et III", "Co-investigateur de huit essais"], "Bonnes pratiques cliniques : 2012, 2018, 2024",
        "35 articles, dont onze sur l’urticaire chronique.", "4 novembre 2024"), "CV Dr Jean Exemple", "2024-11-04", at="201", head="h201", language="fr", person="p-exemple",
        received_date="2024-11-12", sub_artifact="Principal Investigator Curriculum Vitae", version="1.0")
    add("Site 301/Specimen John CV July 2026.docx", "05.02.04", cv(
        "en", "Dr John Specimen", "Consultant dermatologist", "Sample Royal Infirmary", [("1994 – 2000", "Medical degree"), ("2007", "Specialist training in dermatology")],
        [("2007 – 2014", "Registrar and consultant, Sampleton"), ("since 2014", "Lead of the urticaria clinic")], ["Investigator in three phase III trials"],
        "Good clinical practice 2023", "12 original papers.", "6 July 2026"), "CV Dr John Specimen", "2026-07-06", at="301", head="h301", person="p-specimen",
        received_date="2026-07-13", sub_artifact="Principal Investigator Curriculum Vitae", version="1.0")
    add("{}/CV Mustermann.pdf", "05.02.05", cv(
        "de", "Dr. Klaus Mustermann", "Assistenzarzt", "Universitätsklinikum Musterstadt", [("2010 – 2017", "Medizinstudium")], [("seit 2018", "Weiterbildung Dermatologie")],
        ["Prüfer in ABC-050"], "GCP-Grundkurs 2021, Auffrischung 2024", "Vier Originalarbeiten.", "9. September 2024"), "CV Dr Klaus Mustermann", "2024-09-09", at="101", head="h101",
        language="de", person="p-mustermann", received_date="2024-09-12", sub_artifact="Sub-Investigator Curriculum Vitae")
    add("scans/Modèle Zoé 2025-01-06.pdf", "05.02.05", cv(
        "fr", "Dr Zoé Modèle", "Cheffe de clinique", "Hôpital Saint-Exemple", [("2008 – 2018", "Études de médecine, internat de dermatologie")],
        [("depuis 2019", "Cheffe de clinique, consultation urticaire")], ["Co-investigatrice de deux essais"], "Bonnes pratiques cliniques 2023", "Six articles.", "6 janvier 2025"),
        "CV Dr Zoé Modèle", "2025-01-06", at="201", head="h201", language="fr", person="p-modele", received_date="2025-01-10", sub_artifact="Sub-Investigator Curriculum Vitae", source_id="")
    add("{}/CV Lena Vorlage.docx", "05.02.06", cv(
        "de", "Lena Vorlage", "Studienkoordinatorin", "Universitätsklinikum Musterstadt", [("2012", "Examen Gesundheits- und Krankenpflege"), ("2017", "Weiterbildung Study Nurse")],
        [("seit 2017", "Studienzentrale Dermatologie")], ["Koordination von neun Studien"], "GCP 2022, IATA 2024", "–", "11. September 2024"), "CV Lena Vorlage", "2024-09-11", at="101",
        head="h101", language="de", person="p-vorlage", received_date="2024-09-12", sub_artifact="Other Curriculum Vitae")
    sub = "ICH-GCP Evidence of Training"
    for version, date, until, number in (("1.0", "2023-01-20", "2025-01-19", "23-0117"), ("2.0", "2025-02-11", "2027-02-10", "25-0204")):
        add(f"{{}}/GCP_Beispiel_{date}.pdf", "05.02.07", gcp("Dr Anna Beispiel", date, until, number), "GCP certificate Dr Anna Beispiel", date, at="101", head="academy",
            person="p-beispiel", document="gcp-beispiel", version=version, expiry_date=until, expiry_rule="printed", sub_artifact=sub,
            received_date="2024-06-17" if version == "1.0" else "2025-02-17")
    add("{}/GCP Muster.pdf", "05.02.07", gcp("Prof. Erika Muster", "2024-06-04", "2026-06-03", "24-0611"), "GCP certificate Prof. Erika Muster", "2024-06-04", at="102",
        head="academy", person="p-muster", expiry_date="2026-06-03", expiry_rule="printed", sub_artifact=sub, received_date="2024-09-16")
    add("{}/Attestation BPC Exemple.pdf", "05.02.07", gcp("Dr Jean Exemple", "2024-10-15", "2027-10-14", "24-1009", "fr"), "Attestation BPC Dr Jean Exemple", "2024-10-15",
        at="201", head="academy", language="fr", person="p-exemple", expiry_date="2027-10-14", expiry_rule="printed", sub_artifact=sub, received_date="2024-11-12")
    add("Mustermann, Klaus - GCP 03.09.2024.pdf", "05.02.07", gcp("Dr Klaus Mustermann", "2024-09-03", "2027-09-02", "24-0902"), "GCP certificate Dr Klaus Mustermann",
        "2024-09-03", at="101", head="academy", person="p-mustermann", expiry_date="2027-09-02", expiry_rule="printed", sub_artifact=sub, received_date="2024-09-12", source_id="")
    add("{}/GCP Vorlage Lena 2025-01-14.pdf", "05.02.07", gcp("Lena Vorlage", "2025-01-14", "", "25-0108"), "GCP certificate Lena Vorlage", "2025-01-14", at="101",
        head="academy", person="p-vorlage", expiry_rule="+24 months", sub_artifact=sub, received_date="2025-01-20")
    add("{}/Approbation Beispiel.pdf", "05.02.07", """
@center Approbationsurkunde
Frau Anna Beispiel, geboren in Musterstadt, hat am 14. November 2005 die ärztliche Prüfung bestanden. Ihr wird mit Wirkung vom heutigen Tage die
Approbation als Ärztin erteilt. Sie berechtigt zur Ausübung des ärztlichen Berufs.
Musterstadt, den 2. Dezember 2005
@sign Regierungspräsidium Musterstadt ~ im Auftrag ~ 2. Dezember 2005
@stamp BEGLAUBIGT ~ Universitätsklinikum Musterstadt
""", "Approbation Dr Anna Beispiel", "2005-12-02", at="101", head="plain", language="de", person="p-beispiel", received_date="2024-06-17", expiry_rule="none",
        sub_artifact="Medical License")


def conduct(filing):
    add = filing.add
    add("{}/SIV Report 101.pdf", "05.03.01", visit(
        "101, Dr Anna Beispiel", "Site Initiation Visit Report", "11 September 2024", "Björn Besuch", "Dr Anna Beispiel, Dr Klaus Mustermann, Lena Vorlage, Jens Probe",
        [("EDC account of Dr Mustermann not yet active", "Activate", "16 Sep 2024")], "Protocol, GCP, safety reporting, IRT, EDC, diary and samples were trained. The site is ready."),
        "Site initiation visit report 101", "2024-09-11", at="101", head="cro", sub_artifact="Trial Initiation Monitoring Report")
    add("05 Site Management/102/Initiierungsbesuch Beispielhausen 30.10.2024.pdf", "05.03.01", visit(
        "102, Prof. Erika Muster", "Site Initiation Visit Report", "30 October 2024", "Björn Besuch", "Prof. Erika Muster, Tim Entwurf",
        [("CV of Dr Platzhalter not available", "Send signed CV", "8 Nov 2024"), ("Opinion of the ethics committee on the site not in the file", "Send copy", "8 Nov 2024"),
         ("GCP certificate of Tim Entwurf missing", "Send copy", "15 Nov 2024")], "The site was trained in half a day. Dr Platzhalter was on leave and will be trained by the investigator."),
        "Site initiation visit report 102", "2024-10-30", at="102", head="cro", sub_artifact="Trial Initiation Monitoring Report")
    add("{}/Rapport de visite de mise en place 201.pdf", "05.03.01", visit(
        "201, Dr Jean Exemple", "Site Initiation Visit Report", "15 January 2025", "Chloé Visite", "Dr Jean Exemple, Dr Zoé Modèle, Élise Échantillon, Luc Témoin",
        [("Centrifuge calibration expires in March 2025", "Send new certificate", "31 Mar 2025")], "All topics were trained. Kits arrived during the visit and are in quarantine until release."),
        "Site initiation visit report 201", "2025-01-15", at="201", head="cro", sub_artifact="Trial Initiation Monitoring Report")
    for site, date, staff, title in (("101", "2024-09-11", ["Dr Anna Beispiel", "Dr Klaus Mustermann", "Lena Vorlage", "Jens Probe"], "Training attendance sheet, initiation 101"),
                                     ("201", "2025-01-15", ["Dr Jean Exemple", "Dr Zoé Modèle", "Élise Échantillon", "Luc Témoin"], "Training attendance sheet, initiation 201")):
        add(f"{{}}/Training {site} {date}.pdf", "05.03.03", f"""
@center Site training · attendance sheet
Study, site :: ABC-101, site {site}
Date, trainer :: {say(date)}, {"Björn Besuch" if site == "101" else "Chloé Visite"}
Topics :: Protocol 1.0, consent, safety reporting, IRT, EDC, diary, laboratory kits
{chr(10).join(f"@sign {name} ~ trained ~ {say(date)}" for name in staff)}
""", title, date, at=site, head="cro", sub_artifact="Site Training Attendance Sheet")
    for site, rows in (("101", screening("101", 27, "2024-09", 29 / 12, "2025-02-01", {4: "UAS7 below 16", 11: "ALT above limit"})),
                       ("201", screening("201", 17, "2025-02", 17 / 7, "2025-02-20", {6: "Antihistamine changed"}))):
        add(f"{{}}/Screening and enrolment log {site}.xlsx", "05.04.01", [("Log", [["Screening number", "Date of consent", "ICF version", "Randomised", "Reason if not"]] + rows)],
            f"Screening and enrolment log, site {site}", "2025-09-30", at=site, received_date="2025-10-08", sub_artifact="Subject Screening Log")
    add("{}/2024-11-12_MVR_101_no1.pdf", "05.04.03", visit(
        "101, Dr Anna Beispiel", "Monitoring Visit Report no. 1", "12 November 2024", "Björn Besuch", "Dr Anna Beispiel, Lena Vorlage",
        [("Subject 101-003: time of consent missing in the source", "Note to file by the investigator", "26 Nov 2024")],
        "Five subjects screened, four randomised. All consent forms and eligibility criteria verified. Diary compliance 97 %."),
        "Monitoring visit report 101, no. 1", "2024-11-12", at="101", head="cro", sub_artifact="Monitoring Visit Report", filed_date="2025-02-21")
    add("{}/2025-06-17_MVR_101_no4.pdf", "05.04.03", visit(
        "101, Dr Anna Beispiel", "Monitoring Visit Report no. 4", "17 June 2025", "Björn Besuch", "Dr Anna Beispiel, Dr Klaus Mustermann",
        [("Subject 101-014: discharge letter not yet filed in the source", "Obtain letter", "30 Jun 2025"), ("Kit A-10233 not returned", "Ask subject at next visit", "15 Jul 2025")],
        "Visit out of turn after the serious adverse event of subject 101-014. Reporting within 24 hours confirmed. Source data of the event verified completely."),
        "Monitoring visit report 101, no. 4", "2025-06-17", at="101", head="cro", sub_artifact="Monitoring Visit Report")
    add("05 Site Management/102/MVR 102 2025-01-14 signed.pdf", "05.04.03", visit(
        "102, Prof. Erika Muster", "Monitoring Visit Report no. 1", "14 January 2025", "Björn Besuch", "Tim Entwurf",
        [("CV of Dr Platzhalter still missing", "Escalated to project manager", "at once"), ("Opinion of the ethics committee on the site still missing", "Escalated", "at once"),
         ("Two subjects: diary not started on the day of consent", "Protocol deviation, retrain", "31 Jan 2025"), ("Temperature log of two days missing", "File note", "31 Jan 2025")],
        "Four subjects screened, three randomised. The investigator was not available in person; a telephone call took place on 16 January."),
        "Monitoring visit report 102, no. 1", "2025-01-14", at="102", head="cro", sub_artifact="Monitoring Visit Report", filed_date="2025-03-10",
        note="Filed after the limit; see file note FN-004")
    add("{}/CR de visite 201 2025-03-11.docx", "05.04.03", visit(
        "201, Dr Jean Exemple", "Monitoring Visit Report no. 1", "11 March 2025", "Chloé Visite", "Dr Zoé Modèle, Élise Échantillon",
        [("Calibration certificate of the centrifuge outstanding", "Send before 31 March", "31 Mar 2025")],
        "Two subjects screened and randomised. Consent process is exemplary. Temperature excursion of 24 February documented and closed."),
        "Monitoring visit report 201, no. 1", "2025-03-11", at="201", head="cro", sub_artifact="Monitoring Visit Report")
    add("05 Site Management/102/Follow-up letter 102.docx", "05.04.03", """
@right Sampleton, 27 January 2025
Prof. Erika Muster, Klinikum Beispielhausen, Beispielweg 3, 00003 Beispielhausen
@center ABC-101: follow-up of the monitoring visit of 14 January 2025
Dear Professor Muster,
thank you for the telephone call of 16 January. As agreed, please send us by 7 February:
- the signed CV of Dr Max Platzhalter,
- the opinion of the ethics committee on your site,
- a file note on the missing temperature records of 24 and 25 December.
Please do not let Dr Platzhalter see subjects of the trial until his documents are complete.
Kind regards
@sign Björn Besuch ~ Monitor, Example CRO ~ 27 January 2025
""", "Follow-up letter site 102, January 2025", "2025-01-27", at="102", head="cro", sub_artifact="Monitoring Visit Follow Up Letter")
    add("{}/Deviations 101.xlsx", "05.04.06", [("Deviations", [
        ["No.", "Subject", "Date", "Description", "Category", "Reported to EC", "Action"],
        [1, "101-003", "2024-10-02", "Time of consent not documented", "minor", "no", "Note by investigator"],
        [2, "101-007", "2025-01-08", "Visit week 4 three days late", "minor", "no", "None"],
        [3, "101-012", "2025-05-06", "Blood sample week 12 haemolysed", "minor", "no", "Repeated on 2025-05-08"],
        [4, "101-014", "2025-05-27", "Rescue medication above limit in the week before visit", "important", "yes", "Excluded from per-protocol set"]])],
        "Protocol deviation log, site 101", "2025-06-30", at="101", received_date="2025-07-02", sub_artifact="Protocol Deviation Logs")
    add("05 Site Management/Safety mailing/Investigator notification SUSAR.eml", "05.04.09", eml("""
Dear investigators,

attached you find the blinded report of a suspected unexpected serious adverse reaction (case EXP-2025-000117, liver injury).

Please read it, inform your team, file it in the investigator site file and confirm receipt by answering this mail.
Until protocol 3.0 is approved, please stop the study medication if ALT or AST exceed 8 times the upper limit of normal.

Dr Petra Vigilanz
Drug Safety, Example Pharma
""", "ABC-101: SUSAR EXP-2025-000117 - please confirm receipt", "2025-06-13", "Dr Petra Vigilanz <petra.vigilanz@pharma.example>",
        "anna.beispiel@uk-musterstadt.example, erika.muster@klinikum-beispielhausen.example, jean.exemple@hopital-saint-exemple.example",
        "Mara Fallbeispiel <mara.fallbeispiel@cro.example>", [("SUSAR_EXP-2025-000117_blinded.pdf", pdf.render("""
@center SUSAR EXP-2025-000117 · summary for investigators (blinded)
Woman of 47 years, liver injury 92 days after the first dose, in hospital from 3 to 11 June 2025, recovering. Study medication stopped. Related in the opinion of the sponsor.
""", "SUSAR summary", "2025-06-13"))]), "E-mail: notification of SUSAR to investigators", "2025-06-13", sub_artifact="Notification to Investigators of Safety Information")
    add("{}/WG_ Unterlagen Prüfstelle 102 fehlen.eml", "05.05.01", eml("""
Sehr geehrte Frau Professor Muster,

wie gestern am Telefon besprochen fehlen in der Akte der Prüfstelle 102 weiterhin:

- Lebenslauf Dr. Platzhalter (unterschrieben)
- Bewertung der Prüfstelle durch die Ethik-Kommission
- neues GCP-Zertifikat für Sie selbst (das alte ist am 3. Juni abgelaufen)

Könnten Sie uns die Unterlagen bitte bis Ende September schicken? Für eine mögliche Inspektion sind sie unverzichtbar.

Mit freundlichen Grüßen
Björn Besuch
""", "WG: Unterlagen Prüfstelle 102 fehlen", "2026-09-08", "Björn Besuch <bjoern.besuch@cro.example>", "Prof. Erika Muster <erika.muster@klinikum-beispielhausen.example>"),
        "E-Mail: fehlende Unterlagen Prüfstelle 102", "2026-09-08", at="102", language="de", status="")
    add("{}/Aktennotiz 102 Temperatur Weihnachten.pdf", "05.05.04", """
@center Aktennotiz
Studie, Prüfstelle :: ABC-101, 102
Datum :: 3. Februar 2025
Betreff :: Fehlende Temperaturaufzeichnung am 24. und 25. Dezember 2024
Der Datenlogger im Kühlschrank der Apotheke war am 24. Dezember um 9.40 Uhr wegen leerer Batterie ausgefallen und wurde am 26. Dezember um 8.10 Uhr ersetzt. Der zweite,
nicht kalibrierte Logger zeigte in dieser Zeit 3,8 bis 5,1 °C. Die Kits wurden nach Rücksprache mit dem Sponsor (E-Mail vom 27. Dezember) freigegeben.
Maßnahme: Batterien werden ab sofort jeden Monat gewechselt.
@sign Tim Entwurf ~ Studienkoordinator ~ 3. Februar 2025
@sign Prof. Erika Muster ~ Prüferin ~ 5. Februar 2025
""", "Aktennotiz Temperatur Dezember 2024, Prüfstelle 102", "2025-02-05", at="102", head="h102", language="de", received_date="2025-02-10", status="")

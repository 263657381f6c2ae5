"""Zone 03, Regulatory."""

from . import scan, pdf
from .filing import eml, say

LETTER = """
@right {place}, {date}
{to}
@center {subject}
{words[0]} :: {number}
{words[1]} :: ABC-101, {words[2]} {version}
{text}
"""
WORDS = {"de": ("Antragsnummer", "Prüfplan", "Version"), "fr": ("Numéro", "Protocole", "version"), "en": ("Reference", "Protocol", "version")}


def letter(language, **parts):
    return LETTER.format(words=WORDS[language], **parts)


def scanned_approval():
    """The French authorisation, as a scan without text."""
    page = scan.Sheet(992, 1403, "approval", tilt=-0.008)
    lettering = [(90, 90, "Agence Exemple du Médicament", 3.2, 1.5), (90, 122, "Direction des essais cliniques", 1.9, 0.8),
                 (560, 200, "Ville-Exemple, le 10 septembre 2024", 1.9, 0.8), (90, 270, "Example Pharma", 1.9, 0.8),
                 (90, 296, "Musterallee 1 - 00001 Musterstadt", 1.9, 0.8), (90, 390, "AUTORISATION D'ESSAI CLINIQUE", 2.9, 1.4),
                 (90, 440, "Protocole : ABC-101, version 1.0 du 11 mars 2024", 1.9, 0.8),
                 (90, 470, "Numéro : AEM-2024-06-0815", 1.9, 0.8)]
    body = ["Madame, Monsieur,", "", "Vu la demande d'autorisation d'essai clinique reçue le 8 juillet 2024,",
            "vu les réponses du promoteur du 26 août 2024,", "", "l'essai clinique cité en objet est autorisé. La présente autorisation",
            "est délivrée sous réserve de l'avis favorable du comité de", "protection des personnes. Toute modification substantielle doit",
            "être soumise avant sa mise en oeuvre.", "", "L'autorisation devient caduque si la recherche n'a pas débuté",
            "dans un délai de deux ans."]
    for x, y, text, size, pen in lettering:
        page.write(x, y, text, size, pen)
    for i, line in enumerate(body):
        page.write(90, 560 + i * 34, line, 1.9, 0.8)
    page.write(560, 1060, "La directrice des essais cliniques", 1.9, 0.8)
    page.scribble(590, 1130, "Dr Agathe Tampon", 220)
    page.write(560, 1175, "Dr Agathe Tampon", 1.9, 0.8)
    for x in (0, 8):
        page.line(120 + x, 1080 + x, 330 - x, 1066 + x, 1.6, 120)
        page.line(330 - x, 1066 + x, 336 - x, 1150 - x, 1.6, 120)
        page.line(336 - x, 1150 - x, 126 + x, 1164 - x, 1.6, 120)
        page.line(126 + x, 1164 - x, 120 + x, 1080 + x, 1.6, 120)
    page.write(140, 1092, "REÇU LE", 2.4, 1.3, 110, 0, 0)
    page.write(140, 1124, "17 SEP 2024", 2.4, 1.3, 110)
    page.age()
    return pdf.scanned([page.packed()], "Numérisation 0042", "2024-09-17")


def file(filing):
    add = filing.add
    add("{}/Anschreiben Musterbehörde 2024-04-22.pdf", "03.01.01", letter(
            "de",
        place="Musterstadt", date="22. April 2024", to="An die Musterbehörde für Arzneimittelprüfungen, Amtsplatz 2, 00004 Amtsstadt",
        subject="Antrag auf Genehmigung einer klinischen Prüfung", number="EXAMPLE-2024-4711", version="1.0", text="""
Sehr geehrte Damen und Herren,
hiermit beantragen wir die Genehmigung der oben genannten klinischen Prüfung. Wir fügen bei:
| Nr. | Unterlage | Version | Datum
| 1 | Antragsformular | – | 22.04.2024
| 2 | Prüfplan ABC-101 | 1.0 | 11.03.2024
| 3 | Investigator’s Brochure | 1 | 05.02.2024
| 4 | Patienteninformation und Einwilligung | 1.0 | 08.04.2024
| 5 | Unterlagen zur pharmazeutischen Qualität | 2 | 28.03.2024
| 6 | Versicherungsbestätigung | – | 15.04.2024
Für Rückfragen steht Ihnen Frau Fallbeispiel jederzeit zur Verfügung.
Mit freundlichen Grüßen
@sign Mara Fallbeispiel ~ Example CRO, im Auftrag des Sponsors ~ 22.04.2024"""),
        "Antrag auf Genehmigung, Anschreiben Deutschland", "2024-04-22", at="DEU", head="cro", language="de", sub_artifact="Cover Letter", organization="cro-1")
    add("{}/Courrier de soumission AEM.pdf", "03.01.01", letter(
            "fr",
        place="Sampleton", date="8 juillet 2024", to="Agence Exemple du Médicament, Direction des essais cliniques", version="1.0",
        subject="Demande d’autorisation d’essai clinique", number="EXAMPLE-2024-4711", text="""
Madame, Monsieur,
au nom du promoteur Example Pharma, nous avons l’honneur de vous soumettre la demande d’autorisation citée en objet. Le dossier comprend le protocole, la
brochure pour l’investigateur, le dossier du médicament expérimental, la note d’information et l’attestation d’assurance.
Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
@sign Chloé Visite ~ Example CRO, pour le promoteur ~ 8 juillet 2024"""),
        "Demande d'autorisation, lettre de soumission France", "2024-07-08", at="FRA", head="cro", language="fr", sub_artifact="Cover Letter", organization="cro-1")
    add("{}/Submission letter SMA signed.pdf", "03.01.01", letter(
            "en",
        place="Sampleton", date="2 April 2026", to="Sample Medicines Authority, Clinical Trials Unit", version="3.0", number="EXAMPLE-UK-4711",
        subject="Clinical trial application ABC-101", text="""
Dear assessor,
please find enclosed the application for the above trial in the United Kingdom. The trial is approved in Germany and France. One site, Sample Royal Infirmary, is planned.
- Protocol 3.0 of 14 July 2025
- Investigator’s brochure, edition 2
- Opinions of the authorities and ethics committees in Germany and France
Yours faithfully
@sign Mara Fallbeispiel ~ Example CRO, for the sponsor ~ 2 April 2026"""),
        "Clinical trial application, cover letter United Kingdom", "2026-04-02", at="GBR", head="cro", sub_artifact="Cover Letter", organization="cro-1")
    for version, date, received, number, name in (("1.0", "2024-06-18", "2024-06-21", "Genehmigung der klinischen Prüfung", "Genehmigung"),
                                                  ("3.0", "2025-10-02", "2025-10-06", "Genehmigung der nachträglichen Änderung Nr. 2", "Genehmigung Änderung 2")):
        add(f"{{}}/Bescheid_{name}_{date}.pdf", "03.01.02", letter(
            "de",
            place="Amtsstadt", date=say(date, "de"), to="Example Pharma, Musterallee 1, 00001 Musterstadt", subject=number, version=version,
            number="EXAMPLE-2024-4711", text=f"""
Sehr geehrte Damen und Herren,
auf Ihren Antrag ergeht folgender Bescheid:
- Die oben genannte klinische Prüfung wird in der Fassung der Prüfplanversion {version} genehmigt.
- Die Genehmigung umfasst die Prüfstellen 101 (Universitätsklinikum Musterstadt) und 102 (Klinikum Beispielhausen).
- Schwerwiegende unerwartete Nebenwirkungen sind innerhalb der gesetzlichen Fristen zu melden.
Begründung: Die Prüfung der Unterlagen hat keine Versagungsgründe ergeben. Nutzen und Risiken stehen in einem vertretbaren Verhältnis.
Rechtsbehelfsbelehrung: Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden.
Im Auftrag
@sign Dr. Ruth Aktenzeichen ~ Fachgebiet Klinische Prüfung ~ {say(date, "de")}
@stamp EINGEGANGEN ~ {say(received, "de")}"""),
            f"Bescheid: {number}", date, at="DEU", head="ra-deu", language="de", received_date=received, sub_artifact="Regulatory Authority Decision", version=version)
    add("scans/Numérisation_0042.pdf", "03.01.02", scanned_approval(), "Autorisation d'essai clinique France", "2024-09-10", at="FRA", language="fr",
        received_date="2024-09-17", sub_artifact="Regulatory Authority Decision", copy="certified-copy", certified_by="Noor Register", certified_on="2026-02-12",
        certified_method="Side-by-side comparison with the paper original, all pages, colour and legibility; original kept at Example CRO")
    add("{}/Notice of acceptance 2026-06-30.pdf", "03.01.02", letter(
            "en",
        place="Sampleton", date="30 June 2026", to="Example Pharma, c/o Example CRO", subject="Notice of acceptance", version="3.0", number="EXAMPLE-UK-4711", text="""
Dear applicant,
the Sample Medicines Authority has reviewed the application received on 7 April 2026 and your answers of 9 June 2026. The trial may begin in the
United Kingdom subject to a favourable opinion of the research ethics committee.
You are reminded of the duties to report suspected unexpected serious adverse reactions, serious breaches, and substantial modifications.
Yours sincerely
@sign Nigel Stamp ~ Clinical Trials Unit ~ 30 June 2026"""),
        "Notice of acceptance United Kingdom", "2026-06-30", at="GBR", head="ra-gbr", received_date="2026-07-03", sub_artifact="Regulatory Authority Decision")
    add("{}/Registration record.pdf", "03.01.04", """
@center Registration of a clinical trial
Register :: Example Register of Clinical Trials
Number :: ERCT-2024-004711
First posted :: 1 July 2024
Title :: EXP-4711 in adults with chronic spontaneous urticaria
Status :: Recruiting
Sponsor :: Example Pharma
Countries :: Germany, France
Primary outcome :: Change of UAS7 from baseline to week 12
Enrolment :: 294 (planned)
Masking :: Subject, investigator, outcome assessor
Contact :: trials@pharma.example
""", "Public registration record", "2024-07-01", sub_artifact="Public Registration", head="plain")
    add("{}/SUSAR Meldung 2025-06-12.pdf", "03.03.01", letter(
            "de",
        place="Musterstadt", date="12. Juni 2025", to="An die Musterbehörde für Arzneimittelprüfungen", subject="Meldung einer SUSAR nach § 13 (Muster)",
        number="EXAMPLE-2024-4711", version="2.0", text="""
Sehr geehrte Damen und Herren,
wir melden einen Verdachtsfall einer unerwarteten schwerwiegenden Nebenwirkung in der Studie ABC-101.
Fallnummer :: EXP-2025-000117, Erstmeldung
Patientennummer :: 101-014, 47 Jahre, weiblich
Ereignis :: Arzneimittelbedingter Leberschaden, Krankenhausaufnahme am 3. Juni 2025
Behandlung :: verblindet gegenüber Prüfstelle und Studienteam
Ausgang :: in Besserung
Die Sponsorbewertung lautet: Zusammenhang möglich. Eine Änderung des Prüfplans wird vorbereitet.
@sign Dr. Petra Vigilanz ~ Arzneimittelsicherheit, Example Pharma ~ 12. Juni 2025"""),
        "SUSAR-Meldung an die Behörde, Fall EXP-2025-000117", "2025-06-12", at="DEU", language="de", sub_artifact="Notification of Safety Information")
    add("{}/Nachforderung Behörde.eml", "03.04.01", eml("""
Sehr geehrte Frau Fallbeispiel,

zu Ihrem Antrag EXAMPLE-2024-4711 bitten wir um Klärung der folgenden Punkte bis zum 3. Juni 2024:

1. Bitte begründen Sie die Altersgrenze von 65 Jahren.
2. In Abschnitt 6 fehlt die Frist für die Meldung durch die Prüfstelle.
3. Bitte legen Sie das Zertifikat der sachkundigen Person für Charge A-2401 vor.

Mit freundlichen Grüßen
Dr. Ruth Aktenzeichen
""", "Nachforderung zu EXAMPLE-2024-4711", "2024-05-21", "ruth.aktenzeichen@musterbehoerde.example",
        "Mara Fallbeispiel <mara.fallbeispiel@cro.example>"), "E-Mail: Nachforderung der Behörde", "2024-05-21", at="DEU", language="de")

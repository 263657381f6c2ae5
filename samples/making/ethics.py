"""Zone 04, IRB or IEC and other Approvals. Site 102 has no approval on purpose."""

from .filing import say

VOTE = """
@right Musterstadt, {date}
{to}
@center {subject}
Unser Zeichen :: EK-2024-117{sign}
Studie :: ABC-101, EXP-4711 bei chronischer spontaner Urtikaria
Sehr geehrte Damen und Herren,
die Ethik-Kommission hat den Antrag in ihrer Sitzung vom {session} beraten. {text}
Die Kommission hat die folgenden Unterlagen geprüft:
| Unterlage | Version | Datum
{documents}
Die Bewertung ergeht unter der Voraussetzung, dass alle Änderungen angezeigt und schwerwiegende Nebenwirkungen gemeldet werden. Die Mitglieder, die an der Studie
beteiligt sind, haben an Beratung und Beschluss nicht teilgenommen.
Mit freundlichen Grüßen
@sign Prof. Theo Votum ~ Vorsitzender ~ {date}
"""


def file(filing):
    add = filing.add
    add("{}/EK-Antrag 2024-04-22.pdf", "04.01.01", """
@right Musterstadt, 22. April 2024
An die Ethik-Kommission der Universität Musterstadt, Geschäftsstelle
@center Antrag auf Bewertung einer klinischen Prüfung: ABC-101
Sehr geehrter Herr Professor Votum,
im Namen des Sponsors Example Pharma reichen wir die Unterlagen zur oben genannten Studie ein. Federführend ist Dr. Anna Beispiel, Prüfstelle 101; weitere
Prüfstelle ist das Klinikum Beispielhausen (Prof. Erika Muster, Prüfstelle 102).
- Prüfplan 1.0 vom 11.03.2024 mit Zusammenfassung
- Patienteninformation und Einwilligung 1.0 vom 08.04.2024
- Patiententagebuch, Studienausweis
- Lebensläufe und GCP-Nachweise der Prüferinnen und Prüfer
- Versicherungsbestätigung
Mit freundlichen Grüßen
@sign Mara Fallbeispiel ~ Example CRO ~ 22. April 2024
""", "Antrag an die Ethik-Kommission", "2024-04-22", at="DEU", head="cro", language="de", sub_artifact="IRB or IEC Submission")
    add("{}/Dossier CPP - bordereau.docx", "04.01.01", """
@cover Dossier de demande d’avis ~ Comité de protection des personnes Exemple-Nord · 8 juillet 2024
Recherche :: ABC-101
Promoteur :: Example Pharma
Investigateur coordonnateur :: Dr Jean Exemple, Hôpital Saint-Exemple
# Pièces jointes
| No | Pièce | Version | Date
| 1 | Formulaire de demande | – | 08/07/2024
| 2 | Protocole | 1.0 | 11/03/2024
| 3 | Note d’information et consentement | 1.0 | 08/07/2024
| 4 | Carnet du patient | 1.0 | 05/06/2024
| 5 | Attestation d’assurance | – | 24/06/2024
| 6 | CV des investigateurs | – | 01/07/2024
""", "Demande d'avis au CPP, bordereau", "2024-07-08", at="FRA", head="cro", language="fr", sub_artifact="IRB or IEC Submission")
    first = "| Prüfplan | 1.0 | 11.03.2024\n| Patienteninformation und Einwilligung | 1.0 | 08.04.2024\n| Investigator’s Brochure | 1 | 05.02.2024"
    third = "| Prüfplan | 3.0 | 14.07.2025\n| Patienteninformation und Einwilligung | 3.0 | 04.08.2025\n| Investigator’s Brochure | 2 | 18.08.2025"
    add("{}/Votum Ethik-Kommission Erstantrag.pdf", "04.01.02", VOTE.format(
        date="12. Juni 2024", to="Example CRO, Frau Mara Fallbeispiel", subject="Zustimmende Bewertung", sign="", session="5. Juni 2024", documents=first,
        text="Sie erteilt eine zustimmende Bewertung zur Durchführung der Studie in Deutschland."),
        "Zustimmende Bewertung der Ethik-Kommission, Erstantrag", "2024-06-12", at="DEU", head="ec-deu", language="de", received_date="2024-06-17",
        sub_artifact="IRB or IEC Approval", version="1.0")
    add("{}/Votum EK Änderung 2.pdf", "04.01.02", VOTE.format(
        date="24. September 2025", to="Example CRO, Frau Mara Fallbeispiel", subject="Zustimmende Bewertung der Änderung Nr. 2", sign="/Ä2", documents=third,
        session="17. September 2025", text="Gegen die Änderung bestehen keine Bedenken; sie wird zustimmend bewertet."),
        "Zustimmende Bewertung der Ethik-Kommission, Änderung 2", "2025-09-24", at="DEU", head="ec-deu", language="de", received_date="2025-09-29",
        sub_artifact="IRB or IEC Approval", version="3.0")
    add("{}/Votum Prüfstelle 101 (Beispiel).pdf", "04.01.02", VOTE.format(
        date="19. Juni 2024", to="Dr. Anna Beispiel, Universitätsklinikum Musterstadt", subject="Bewertung der Prüfstelle 101", sign="/101", session="19. Juni 2024",
        documents="| Lebenslauf Dr. Beispiel | – | 14.06.2024\n| Nachweis der Eignung der Prüfstelle | – | 03.06.2024\n" + first.split("\n")[1],
        text="Die Eignung der Prüferin und der Prüfstelle wird bestätigt."),
        "Bewertung der Prüfstelle 101 durch die Ethik-Kommission", "2024-06-19", at="101", head="ec-deu", language="de", received_date="2024-06-24",
        sub_artifact="IRB or IEC Approval")
    for version, date, received, session, what in (("1.0", "2024-09-04", "2024-09-09", "28 août 2024", "la recherche"),
                                                   ("2.0", "2025-02-12", "2025-02-14", "5 février 2025", "la modification substantielle no 1")):
        add(f"{{}}/Avis CPP favorable {date}.pdf", "04.01.02", f"""
@right Ville-Exemple, le {say(date, "fr")}
Example Pharma, à l’attention de Mme Chloé Visite (Example CRO)
@center Avis favorable
Référence :: 24.07.08.{ '4711' if version == '1.0' else '4711-MS1' }
Recherche :: ABC-101, protocole version {version}
Le comité, réuni le {session}, a examiné {what} citée en objet. Ont pris part à la délibération six membres du premier collège et cinq du second.
Après examen des documents et audition du rapporteur, le comité a adopté la délibération suivante :
@center AVIS FAVORABLE
Le comité rappelle que tout effet indésirable grave inattendu doit lui être déclaré et que la note d’information est à remettre en deux exemplaires.
@sign Pr Blaise Quorum ~ Président du comité ~ {say(date, "fr")}
""", f"Avis favorable du CPP, protocole {version}", date, at="FRA", head="ec-fra", language="fr", received_date=received, sub_artifact="IRB or IEC Approval",
            version=version)
    add("{}/Mitglieder EK 2024.pdf", "04.01.03", """
@center Zusammensetzung der Ethik-Kommission · Stand 1. Januar 2024
| Name | Fachrichtung | Funktion
| Prof. Theo Votum | Innere Medizin | Vorsitzender
| Prof. Grete Abwägung | Recht | stellvertretende Vorsitzende
| Dr. Bodo Stichprobe | Biometrie | Mitglied
| Dr. Hanna Haut | Dermatologie | Mitglied
| Anton Apotheke | Pharmazie | Mitglied
| Maria Mitsprache | Patientenvertretung | Mitglied
Die Kommission arbeitet nach den gesetzlichen Vorschriften und den Grundsätzen der Guten Klinischen Praxis.
@sign Prof. Theo Votum ~ Vorsitzender ~ 8. Januar 2024
""", "Zusammensetzung der Ethik-Kommission 2024", "2024-01-01", at="DEU", head="ec-deu", language="de", received_date="2024-06-17")
    add("{}/EK_SUSAR_Info_2025-06-13.pdf", "04.03.01", """
@right Musterstadt, 13. Juni 2025
An die Ethik-Kommission der Universität Musterstadt
@center Information über eine SUSAR, Fall EXP-2025-000117
Sehr geehrter Herr Professor Votum,
in der Studie ABC-101 (EK-2024-117) wurde bei der Teilnehmerin 101-014 ein Leberschaden beobachtet, der als möglicherweise arzneimittelbedingt bewertet wird.
Die Teilnehmerin wurde am 3. Juni 2025 stationär aufgenommen und am 11. Juni 2025 in gutem Zustand entlassen. Die Studienmedikation wurde abgesetzt.
Der Sponsor bereitet eine Änderung des Prüfplans (Abbruchkriterium für Leberwerte) vor.
@sign Dr. Petra Vigilanz ~ Arzneimittelsicherheit, Example Pharma ~ 13. Juni 2025
""", "Information der Ethik-Kommission über SUSAR EXP-2025-000117", "2025-06-13", at="DEU", language="de", sub_artifact="Notification to IRB or IEC of Safety Information")
    add("{}/Jahresbericht_2025.pdf", "04.03.02", """
@center Jahresbericht 2025 an die Ethik-Kommission
Studie :: ABC-101, EK-2024-117
Berichtszeitraum :: 18. Juni 2024 bis 17. Juni 2025
| Prüfstelle | Eingeschlossen | Beendet | Abgebrochen | Schwerwiegende Ereignisse
| 101 | 19 | 6 | 2 | 2
| 102 | 7 | 1 | 1 | 0
# Bewertung
Die Nutzen-Risiko-Abwägung ist unverändert günstig. Eine SUSAR wurde gemeldet; eine Änderung des Prüfplans folgt. Die Rekrutierung liegt sechs Wochen hinter dem Plan.
@sign Mara Fallbeispiel ~ Example CRO ~ 20. Juni 2025
""", "Jahresbericht 2025 an die Ethik-Kommission", "2025-06-20", at="DEU", head="cro", language="de", sub_artifact="IRB or IEC Progress Report")

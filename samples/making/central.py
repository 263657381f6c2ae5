"""Zone 02, Central Trial Documents."""

from . import consent
from .filing import eml, say
from .study import TITLE

PROTOCOL = """
@cover Clinical Study Protocol ~ {title}
Protocol number :: ABC-101
Version, date :: {version}, {date}
Replaces :: {replaces}
Phase :: III
Investigational product :: EXP-4711 film-coated tablets 20 mg
Sponsor :: Example Pharma, Musterallee 1, 00001 Musterstadt
Medical monitor :: Dr Otto Normalfall
Coordinating investigator :: Dr Anna Beispiel, Universitätsklinikum Musterstadt
@small This document is confidential. It may not be passed to anybody who is not involved in the trial. It describes an invented trial of an invented product.
@page
@toc
# 1. Synopsis
| Item | Description
| Objective | To show that EXP-4711 20 mg once daily is superior to placebo in reducing the activity of chronic spontaneous urticaria
| Primary endpoint | Change of the weekly urticaria activity score (UAS7) from baseline to week 12
| Design | Randomised 1:1, double-blind, placebo-controlled, parallel groups, 24 weeks of treatment, 4 weeks of follow-up
| Population | 294 adults with chronic spontaneous urticaria for at least 6 months and UAS7 of 16 or more despite antihistamines
| Duration | First subject September 2024, last subject last visit May 2027
# 2. Background
Chronic spontaneous urticaria affects about one adult in a hundred; wheals and itch recur for years and half of the patients are not controlled by
antihistamines. EXP-4711 is an oral inhibitor that reduced UAS7 by 4.2 points against placebo in the phase II study ABC-050.
# 3. Selection of subjects
## 3.1 Inclusion criteria
- Age 18 to {age} years, written informed consent
- Diagnosis for at least 6 months, UAS7 of 16 or more in the week before randomisation
- Stable dose of a second-generation antihistamine for at least 4 weeks
## 3.2 Exclusion criteria
- Urticaria of another cause, for example inducible urticaria alone
- ALT or AST above 2 × the upper limit of normal{liver}
- Pregnancy, breast-feeding, or no reliable contraception
# 4. Schedule of assessments
| Assessment | Screening | Week 0 | 4 | 8 | 12 | 16 | 20 | 24 | 28
| Visit at the site | x | x | x | x | x | x | {week20} | x | x
| UAS7 (diary) | x | x | x | x | x | x | x | x | x
| Haematology, liver values | x | x | x | x | x | x |  | x | x
| Pregnancy test | x | x | x | x | x | x | x | x |
| Dispensing of kits |  | x | x | x | x | x |  |  |
# 5. Treatment and blinding
Subjects receive EXP-4711 20 mg or matching placebo once daily. Kits are assigned by the interactive response technology (IRT). In an emergency the
investigator can break the blind of one subject in the IRT; the sponsor is informed within 24 hours.
# 6. Safety
Serious adverse events are reported within 24 hours of awareness. Suspected unexpected serious adverse reactions are reported by the sponsor to authorities,
ethics committees and investigators within 7 or 15 days. An independent data monitoring committee reviews unblinded safety data.{stop}
# 7. Statistics
With 132 subjects in each group a difference of 4 points (standard deviation 10) is detected with 90 % power at a two-sided level of 5 %. Allowing for 10 %
drop-outs, 294 subjects are randomised. The primary analysis is a mixed model for repeated measures in the full analysis set.
# 8. Ethics and data
The trial follows the Declaration of Helsinki, ICH-GCP and national law. Subject data are pseudonymised and entered in the EDC system within five days of a visit.
# 9. Changes to earlier versions
{changes}
# 10. Approval
@sign Dr Paula Paradigma ~ for the sponsor ~ {date}
@sign Dr Anna Beispiel ~ Coordinating investigator ~ {date}
@sign Dr Vera Varianz ~ Trial statistician ~ {date}
"""

VERSIONS = [
    dict(version="1.0", age=65, iso="2024-03-11", replaces="–", liver="", week20="x", stop="", changes="First version."),
    dict(version="2.0", age=75, iso="2024-11-25", replaces="1.0 of 11 March 2024", liver="", week20="x", stop="",
         changes="Amendment 1: maximum age raised from 65 to 75 years; home storage instruction for the kits added."),
    dict(version="3.0", age=75, iso="2025-07-14", replaces="2.0 of 25 November 2024", liver="; any history of drug-induced liver injury", week20="telephone",
         stop=" Treatment is stopped for good if ALT or AST exceed 8 × the upper limit of normal, or 3 × with symptoms.",
         changes="Amendment 2: visit at week 20 by telephone; exclusion of earlier drug-induced liver injury; stopping rule for liver values."),
]

SYNOPSIS = {
    "en": ("Protocol synopsis", """
@center Protocol synopsis ABC-101 · version 3.0 · 14 July 2025
Title :: {title}
Sponsor :: Example Pharma
Objective :: Superiority of EXP-4711 20 mg over placebo in reducing disease activity
Primary endpoint :: Change of UAS7 from baseline to week 12
Secondary endpoints :: Change of UAS7 to week 24; complete response (UAS7 = 0); dermatology life quality index; safety
Population :: Adults of 18 to 75 years, UAS7 of 16 or more despite antihistamines
Number of subjects :: 294
Treatment :: EXP-4711 20 mg or placebo, once daily, 24 weeks
Countries :: Germany, France, United Kingdom
# Rationale
Half of the patients are not controlled by antihistamines. A phase II trial showed a benefit of 4.2 points.
"""),
    "de": ("Zusammenfassung des Prüfplans", """
@center Zusammenfassung des Prüfplans ABC-101 · Version 3.0 · 14. Juli 2025
Titel :: Randomisierte, doppelblinde, placebokontrollierte Phase-III-Studie mit EXP-4711 20 mg einmal täglich bei Erwachsenen mit chronischer spontaner Urtikaria
Sponsor :: Example Pharma
Ziel :: Überlegenheit von EXP-4711 20 mg gegenüber Placebo bei der Verringerung der Krankheitsaktivität
Primärer Endpunkt :: Änderung des UAS7 vom Ausgangswert bis Woche 12
Sekundäre Endpunkte :: Änderung des UAS7 bis Woche 24; vollständiges Ansprechen (UAS7 = 0); Lebensqualität; Sicherheit
Teilnehmende :: Erwachsene von 18 bis 75 Jahren, UAS7 mindestens 16 trotz Antihistaminika
Fallzahl :: 294
Behandlung :: EXP-4711 20 mg oder Placebo, einmal täglich, 24 Wochen
Länder :: Deutschland, Frankreich, Vereinigtes Königreich
# Begründung
Die Hälfte der Betroffenen wird mit Antihistaminika nicht beschwerdefrei. Eine Phase-II-Studie zeigte einen Vorteil von 4,2 Punkten.
"""),
    "fr": ("Résumé du protocole", """
@center Résumé du protocole ABC-101 · version 3.0 · 14 juillet 2025
Titre :: Étude de phase III randomisée, en double aveugle, contrôlée par placebo, d’EXP-4711 20 mg une fois par jour chez l’adulte atteint d’urticaire chronique spontanée
Promoteur :: Example Pharma
Objectif :: Supériorité d’EXP-4711 20 mg sur le placebo pour réduire l’activité de la maladie
Critère principal :: Variation de l’UAS7 entre l’inclusion et la semaine 12
Critères secondaires :: Variation de l’UAS7 à la semaine 24 ; réponse complète (UAS7 = 0) ; qualité de vie ; sécurité
Population :: Adultes de 18 à 75 ans, UAS7 d’au moins 16 malgré les antihistaminiques
Effectif :: 294
Traitement :: EXP-4711 20 mg ou placebo, une fois par jour, 24 semaines
Pays :: Allemagne, France, Royaume-Uni
# Justification
La moitié des patients ne sont pas soulagés par les antihistaminiques. Un essai de phase II a montré un bénéfice de 4,2 points.
"""),
}

DIARY = {
    "en": ("Subject diary", "Please answer every evening before going to bed.", ["Day", "Number of wheals (0–3)", "Itch (0–3)", "Rescue medication"],
           ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], "Subject number", "0 = none, 1 = mild, 2 = moderate, 3 = intense"),
    "de": ("Patiententagebuch", "Bitte füllen Sie das Tagebuch jeden Abend vor dem Schlafengehen aus.",
           ["Tag", "Anzahl der Quaddeln (0–3)", "Juckreiz (0–3)", "Bedarfsmedikation"], ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"], "Patientennummer",
           "0 = keine, 1 = leicht, 2 = mäßig, 3 = stark"),
    "fr": ("Carnet du patient", "Veuillez remplir le carnet chaque soir avant de vous coucher.",
           ["Jour", "Nombre de papules (0–3)", "Démangeaisons (0–3)", "Médicament de secours"], ["Lun", "Mar", "Mer", "Jeu", "Ven", "Sam", "Dim"],
           "Numéro du patient", "0 = aucune, 1 = légère, 2 = modérée, 3 = intense"),
}


def file(filing):
    add = filing.add
    for v in VERSIONS:
        add(f"{{}}/ABC-101_Protocol_v{v['version']}_{v['iso']}.pdf", "02.01.02", PROTOCOL.format(title=TITLE, date=say(v["iso"]), **v),
            "Clinical study protocol", v["iso"], document="protocol", version=v["version"], sub_artifact="Protocol")
    add("{}/ABC-101 Synopsis v3.0.pdf", "02.01.03", SYNOPSIS["en"][1].format(title=TITLE), "Protocol synopsis", "2025-07-14", document="synopsis",
        version="3.0", sub_artifact="Protocol Synopsis")
    for country, language in (("DEU", "de"), ("FRA", "fr")):
        name, text = SYNOPSIS[language]
        add(f"{{}}/ABC-101 {name} v3.0.pdf", "02.01.03", text, name, "2025-07-28", at=country, language=language, document=f"synopsis-{country.lower()}",
            version="3.0", translation_of="synopsis", sub_artifact="Protocol Synopsis")
    for number, date, version, summary in (
            (1, "2024-11-25", "2.0", "| 3.1 | Age 18 to 65 years | Age 18 to 75 years | Older patients asked to take part\n"
                "| 5 | – | Kits may be stored at home below 25 °C | Question of sites"),
            (2, "2025-07-14", "3.0", "| 4 | Visit at week 20 at the site | Visit at week 20 by telephone | Burden for subjects\n"
                "| 3.2 | – | History of drug-induced liver injury excludes | SUSAR of June 2025\n| 6 | – | Stopping rule for liver values | SUSAR of June 2025")):
        ending = "pdf" if number == 1 else "docx"
        add(f"{{}}/Amendment {number}/ABC-101_Amendment{number}_Summary of changes_{date}.{ending}", "02.01.04", f"""
@cover Amendment {number} ~ Summary of changes from protocol {number}.0 to {version}
Protocol number :: ABC-101
Amendment :: {number} (substantial)
New version, date :: {version}, {say(date)}
# Changes
| Section | Old text | New text | Reason
{summary}
# Effect on other documents
Informed consent forms, synopsis, patient information and EDC are updated. Subjects on treatment sign the new consent form at their next visit.
@sign Dr Otto Normalfall ~ Medical monitor ~ {say(date)}
@sign Dr Paula Paradigma ~ for the sponsor ~ {say(date)}
""", f"Amendment {number}, summary of changes", date, version=version, sub_artifact="Protocol Amendment Summary of Changes")
    for edition, date, extra in (("1", "2024-02-05", "Exposure so far: 212 subjects in three trials. Increase of liver values above 3 × the upper limit in 0.9 %."),
                                 ("2", "2025-08-18", "Exposure so far: 318 subjects in four trials. Increase of liver values above 3 × the upper limit in 1.6 %; one serious case.")):
        add(f"{{}}/EXP-4711_IB_Edition_{edition}_{date}.pdf", "02.01.01", f"""
@cover Investigator’s Brochure ~ EXP-4711 · Edition {edition} · {say(date)}
Product :: EXP-4711 (oral inhibitor, film-coated tablets 20 mg)
Sponsor :: Example Pharma
Edition :: {edition}
Release date :: {say(date)}
Data cut-off :: {"31 December 2023" if edition == "1" else "30 June 2025"}
Replaces :: {"–" if edition == "1" else "Edition 1 of 5 February 2024"}
@small Confidential. For investigators and ethics committees of trials with EXP-4711 only.
@page
@toc
# 1. Summary
EXP-4711 inhibits the activation of mast cells. In phase II the UAS7 fell by 4.2 points more than with placebo.
# 2. Physical, chemical and pharmaceutical properties
White to off-white crystalline powder, soluble in ethanol. Tablets contain lactose. Storage from 2 to 8 °C, at home below 25 °C for up to 6 weeks.
# 3. Non-clinical studies
No genotoxicity. In rats reversible growth of liver cells above 40 times the human exposure.
# 4. Effects in humans
## 4.1 Pharmacokinetics
Peak after 2 hours, half-life 19 hours, no effect of food.
## 4.2 Safety
{extra}
| Adverse reaction | EXP-4711 | Placebo
| Headache | 12 % | 10 %
| Nasopharyngitis | 8 % | 9 %
| Nausea | 6 % | 3 %
| Liver values increased | {"0.9" if edition == "1" else "1.6"} % | 0.4 %
# 5. Reference safety information
Expected serious adverse reactions for the purpose of expedited reporting: {"none." if edition == "1" else "none. Liver injury remains unexpected until further data."}
# 6. Guidance for the investigator
Check liver values at every visit with blood sampling. {"" if edition == "1" else "Stop treatment above 8 × the upper limit of normal."}
""", "Investigator's brochure EXP-4711", date, document="investigator-brochure", version=edition, sub_artifact="Investigator's Brochure")
    add("{}/Versicherungsbestätigung_Muster-Versicherung.pdf", "02.01.06", """
@right Haftstadt, 2. Februar 2026
@center Versicherungsbestätigung
Versicherungsnehmer :: Example Pharma, Musterallee 1, 00001 Musterstadt
Versicherungsschein :: PV-2026-004711
Klinische Prüfung :: ABC-101, Prüfpräparat EXP-4711
Prüfstellen :: Deutschland, höchstens 160 teilnehmende Personen
Versicherungssumme :: 500.000 Euro je Person, 10.000.000 Euro für die gesamte klinische Prüfung
Versicherungszeitraum :: 1. Februar 2026 bis 31. Januar 2027
Hiermit bestätigen wir, dass für die oben genannte klinische Prüfung eine Probandenversicherung nach den gesetzlichen Vorschriften besteht. Der
Versicherungsschutz umfasst Gesundheitsschäden, die als Folge der Teilnahme eintreten. Obliegenheiten der Versicherten ergeben sich aus den beigefügten Bedingungen.
Die Bestätigung verliert ihre Gültigkeit mit Ablauf des Versicherungszeitraums.
@sign Gerda Deckung ~ Abteilung Probandenversicherung ~ 2. Februar 2026
""", "Versicherungsbestätigung Deutschland 2026/27", "2026-02-01", at="DEU", head="insurer", language="de", received_date="2026-02-05", expiry_date="2027-01-31",
        expiry_rule="printed", sub_artifact="Insurance Certificate")
    add("{}/Attestation assurance 2024-2027.pdf", "02.01.06", """
@right Ville-Exemple, le 16 septembre 2024
@center Attestation d’assurance de responsabilité civile du promoteur
Assuré :: Example Pharma
Numéro de contrat :: RC-ESS-2024-0815
Recherche :: ABC-101 – EXP-4711 dans l’urticaire chronique spontanée
Nombre de participants :: 100 en France
Période de garantie :: du 1er octobre 2024 au 31 décembre 2027
Garanties :: 1 000 000 euros par victime, 6 000 000 euros par protocole
Nous certifions que la responsabilité civile du promoteur et celle de tout intervenant est garantie pour les conséquences dommageables de la recherche.
La présente attestation est délivrée pour valoir ce que de droit et n’engage la compagnie que dans les limites du contrat.
@sign Aimé Sinistre ~ Responsabilité civile promoteur ~ 16 septembre 2024
""", "Attestation d'assurance France", "2024-10-01", at="FRA", head="assureur", language="fr", received_date="2024-10-04", expiry_date="2027-12-31",
        expiry_rule="printed", sub_artifact="Insurance Certificate")
    add("{}/Sample CRF v2.0.pdf", "02.01.07", """
@center Sample case report form · version 2.0
# Visit week 12
Subject number :: 101-___
Date of visit :: __ __ / __ __ __ / 20__ __
| Item | Value | Unit | Not done
| UAS7 of the last 7 days |  | 0–42 | ☐
| Systolic blood pressure |  | mmHg | ☐
| ALT (central laboratory) |  | U/l | ☐
| AST (central laboratory) |  | U/l | ☐
| Kit number dispensed |  | A–_____ | ☐
| Tablets returned |  | number | ☐
# Adverse events since last visit
| No. | Event | Start | End | Serious | Relation
| 1 |  |  |  | yes / no | yes / no
| 2 |  |  |  | yes / no | yes / no
@page
# Early discontinuation
Date of last dose :: __ __ / __ __ __ / 20__ __
Reason :: adverse event / lack of efficacy / withdrawal of consent / lost to follow-up / other
@ruled 5
""".replace("☐", "[ ]"), "Sample case report form", "2024-12-16", version="2.0", head="edc", sub_artifact="Sample Case Report Form")
    for language, at, document in (("en", "trial", "diary"), ("de", "DEU", "diary-deu"), ("fr", "FRA", "diary-fra")):
        title, ask, head, weekdays, subject, key = DIARY[language]
        date = "2024-05-27" if language == "en" else "2024-06-05"
        rows = "\n".join(f"| {day} |  |  | " for day in weekdays)
        add(f"{{}}/{title}_v1.0.pdf", "02.02.01", f"""
@center {title} · ABC-101 · version 1.0
{subject} :: ______________
{ask} {key}.
| {" | ".join(head)}
{rows}
@small {title} 1.0 · {say(date, language)}
@ruled 4
""", title, date, at=at, language=language, document=document, version="1.0",
            translation_of="" if language == "en" else "diary", sub_artifact="Subject Diary")
    consent.file(filing)
    add("scans/Patientenausweis Muster.pdf", "02.02.05", """
@center Studienausweis
Studie :: ABC-101 (EXP-4711 oder Placebo)
Patientennummer :: ________
Prüfärztin / Prüfarzt :: ____________________  Telefon: ____________________
Diese Person nimmt an einer klinischen Prüfung teil und erhält möglicherweise den Wirkstoff EXP-4711. Im Notfall kann die Behandlung über das
IRT-System jederzeit entblindet werden: Notrufnummer auf der Rückseite.
- Bitte tragen Sie diesen Ausweis immer bei sich.
- Bitte zeigen Sie ihn bei jedem Arztbesuch vor.
""", "Studienausweis (Muster)", "2024-06-05", at="DEU", language="de", version="1.0", sub_artifact="Subject Participation Card", source_id="")
    add("02 Central Trial Documents/02.04 General/Mails/Übersetzung Einwilligung FR.eml", "02.04.01", eml("""
Bonjour Chloé,

la traduction française de la version 3.0 du consentement n'est pas encore arrivée. L'agence de traduction annonce un retard
de trois semaines (maladie). Tant que le CPP n'a pas donné son avis, le centre 201 continue avec la version 2.0.

Cordialement
Mara Fallbeispiel
""", "Traduction du consentement v3.0 : retard", "2025-09-22", "Mara Fallbeispiel <mara.fallbeispiel@cro.example>",
        "Chloé Visite <chloe.visite@cro.example>"), "E-mail: French translation of consent 3.0 delayed", "2025-09-22", at="FRA", language="fr", head="cro")

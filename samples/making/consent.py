"""The informed consent forms of zone 02: a master in English, and German, French and British versions."""

from .filing import say

MASTER = """
@center Information and consent form for adult participants
Study :: ABC-101
Version, date :: {version}, {date}
Sponsor :: Example Pharma
Study physician :: {physician}
Dear Sir or Madam,
we invite you to take part in a clinical trial. Please take your time to read this information. You may ask anything, at any time, and you may say no
without giving a reason and without any disadvantage for your further treatment.
# 1. Why is this trial done?
EXP-4711 is a new medicine against chronic spontaneous urticaria (hives). It is not yet licensed. The trial compares it with a placebo, a tablet without active substance.
# 2. What happens during the trial?
You will take one tablet a day for 24 weeks. Chance decides which tablet you get; neither you nor your physician knows. There are nine visits{phone}. Blood is
taken at seven of them (about 15 ml each). You answer two questions in a diary every evening.
# 3. Which risks are there?
Headache, common cold and nausea were the most frequent complaints in earlier trials. {liver}Women must not become pregnant during the trial.
# 4. What are the benefits?
Your hives may improve, but this cannot be promised. The results may help other patients.
# 5. Are you insured?
Yes. The sponsor has taken out insurance for you. You find the address of the insurer and your duties in the annex.
# 6. What happens to your data and samples?
Your data are stored under a number. Only the study physician can link the number to your name. Monitors and authorities may look at your records at the hospital.
Samples are sent to Central Lab Example and destroyed two years after the end of the trial.
# 7. May you stop?
At any time. Please tell your study physician, who will propose a last examination for your safety.
@page
# Consent
I have read and understood the information. My questions were answered. I agree to take part in study ABC-101 and to the use of my data as described.
@sign Participant (name in block letters) ~ Signature, date ~
@sign Study physician ~ Signature, date ~
"""

GERMAN = """
@center Information und Einwilligungserklärung für erwachsene Teilnehmende
Studie :: ABC-101
Version, Datum :: {version}, {date}
Sponsor :: Example Pharma
Prüfärztin / Prüfarzt :: {physician}
Sehr geehrte Patientin, sehr geehrter Patient,
wir laden Sie ein, an einer klinischen Prüfung teilzunehmen. Bitte nehmen Sie sich Zeit zum Lesen. Sie können jederzeit Fragen stellen, und Sie können die
Teilnahme ohne Angabe von Gründen und ohne Nachteile für Ihre weitere Behandlung ablehnen.
# 1. Warum wird diese Studie durchgeführt?
EXP-4711 ist ein neues Arzneimittel gegen chronische spontane Urtikaria (Nesselsucht). Es ist noch nicht zugelassen. In der Studie wird es mit einem
Scheinmedikament (Placebo) verglichen.
# 2. Wie läuft die Studie ab?
Sie nehmen 24 Wochen lang täglich eine Tablette ein. Der Zufall entscheidet, welche Tablette Sie erhalten; weder Sie noch Ihre Ärztin oder Ihr Arzt wissen
es. Es gibt neun Termine{phone}. Bei sieben Terminen wird Blut abgenommen (jeweils etwa 15 ml). Jeden Abend beantworten Sie zwei Fragen in einem Tagebuch.
# 3. Welche Risiken gibt es?
Kopfschmerzen, Erkältung und Übelkeit waren in früheren Studien die häufigsten Beschwerden. {liver}Während der Studie dürfen Frauen nicht schwanger werden.
# 4. Welchen Nutzen haben Sie?
Ihre Beschwerden können sich bessern; versprechen können wir das nicht. Die Ergebnisse helfen möglicherweise anderen Betroffenen.
# 5. Sind Sie versichert?
Ja. Der Sponsor hat eine Probandenversicherung abgeschlossen. Anschrift und Obliegenheiten finden Sie im Anhang.
# 6. Was geschieht mit Ihren Daten und Proben?
Ihre Daten werden unter einer Nummer gespeichert. Nur die Prüfstelle kann die Nummer Ihrem Namen zuordnen. Monitore und Behörden dürfen Ihre Akte in der Klinik
einsehen. Proben werden an Central Lab Example geschickt und zwei Jahre nach Studienende vernichtet.
# 7. Können Sie die Teilnahme beenden?
Jederzeit. Bitte sagen Sie es Ihrer Prüfärztin oder Ihrem Prüfarzt; zu Ihrer Sicherheit wird eine Abschlussuntersuchung empfohlen.
@page
# Einwilligung
Ich habe die Information gelesen und verstanden. Meine Fragen wurden beantwortet. Ich bin mit der Teilnahme an der Studie ABC-101 und mit der beschriebenen
Verwendung meiner Daten einverstanden.
@sign Teilnehmende Person (in Druckbuchstaben) ~ Unterschrift, Datum ~
@sign Prüfärztin / Prüfarzt ~ Unterschrift, Datum ~
"""

FRENCH = """
@center Note d’information et formulaire de consentement éclairé
Étude :: ABC-101
Version, date :: {version}, {date}
Promoteur :: Example Pharma
Médecin investigateur :: {physician}
Madame, Monsieur,
nous vous proposons de participer à une recherche. Prenez le temps de lire cette note. Vous pouvez poser toutes vos questions et refuser de participer sans avoir à
vous justifier et sans conséquence sur votre prise en charge.
# 1. Pourquoi cette étude ?
EXP-4711 est un nouveau médicament contre l’urticaire chronique spontanée. Il n’est pas encore autorisé. L’étude le compare à un placebo, comprimé sans principe actif.
# 2. Comment se déroule l’étude ?
Vous prendrez un comprimé par jour pendant 24 semaines. Le tirage au sort décide du traitement ; ni vous ni votre médecin ne le connaissez. Neuf visites sont
prévues{phone}. Une prise de sang d’environ 15 ml a lieu à sept d’entre elles. Chaque soir, vous répondez à deux questions dans un carnet.
# 3. Quels sont les risques ?
Maux de tête, rhume et nausées ont été les effets les plus fréquents. {liver}Une grossesse doit être évitée pendant l’étude.
# 4. Quels bénéfices ?
Votre urticaire peut s’améliorer, sans que cela puisse être promis. Les résultats pourront aider d’autres patients.
# 5. Êtes-vous assuré(e) ?
Oui. Le promoteur a souscrit une assurance. Les coordonnées de l’assureur figurent en annexe.
# 6. Que deviennent vos données et vos échantillons ?
Vos données sont enregistrées sous un numéro. Seul le centre peut relier ce numéro à votre nom. Les échantillons sont envoyés à Central Lab Example et détruits deux ans après la fin.
# 7. Pouvez-vous arrêter ?
À tout moment. Il suffit de prévenir le médecin investigateur, qui vous proposera une dernière visite pour votre sécurité.
@page
# Consentement
J’ai lu et compris la note d’information. J’ai obtenu des réponses à mes questions. J’accepte de participer à l’étude ABC-101.
@sign Participant(e) (nom en majuscules) ~ Signature, date ~
@sign Médecin investigateur ~ Signature, date ~
"""

PHONE = {"en": ", one of them by telephone", "de": ", einer davon telefonisch", "fr": ", dont une par téléphone"}
LIVER = {"en": "In rare cases liver values rose; one participant was treated in hospital. ",
         "de": "In seltenen Fällen stiegen die Leberwerte an; eine Person wurde im Krankenhaus behandelt. ",
         "fr": "Dans de rares cas, les enzymes du foie ont augmenté ; une personne a été hospitalisée. "}
TEXTS = {"en": MASTER, "de": GERMAN, "fr": FRENCH}


def form(language, version, date, physician):
    new = version == "3.0"
    return TEXTS[language].format(version=version, date=say(date, language), physician=physician,
                                  phone=PHONE[language] if new else "", liver=LIVER[language] if new else "")


def file(filing):
    add = filing.add
    sub = "Informed Consent Form"
    for version, date in (("1.0", "2024-03-25"), ("2.0", "2024-12-02"), ("3.0", "2025-07-21")):
        add(f"{{}}/Master ICF v{version} {date}.docx", "02.02.03", form("en", version, date, "(to be completed by the site)"),
            "Master informed consent form", date, document="icf-master", version=version, sub_artifact=sub)
    for version, date in (("1.0", "2024-04-08"), ("2.0", "2024-12-16"), ("3.0", "2025-08-04")):
        add(f"{{}}/Einwilligungserklärung_DE_v{version}_{date}.pdf", "02.02.03", form("de", version, date, "(von der Prüfstelle auszufüllen)"),
            "Patienteninformation und Einwilligungserklärung Deutschland", date, at="DEU", language="de", document="icf-deu", version=version,
            translation_of="icf-master", sub_artifact=sub)
    for version, date in (("1.0", "2024-07-08"), ("2.0", "2025-01-06")):
        add(f"{{}}/Consentement éclairé FR v{version} {date}.pdf", "02.02.03", form("fr", version, date, "(à compléter par le centre)"),
            "Note d'information et consentement France", date, at="FRA", language="fr", document="icf-fra", version=version, translation_of="icf-master",
            sub_artifact=sub)
    add("{}/UK ICF v3.0 DRAFT tracked.docx", "02.02.03", form("en", "3.0", "2026-10-19", "(to be completed by the site)"), "Informed consent form United Kingdom",
        "2026-10-19", at="GBR", document="icf-gbr", version="3.0", status="draft", filed_date="", source_id="", sub_artifact=sub,
        note="Tracked changes of the site not yet accepted")
    for version, date in (("2.0", "2025-01-13"), ("3.0", "2025-10-13")):
        add(f"{{}}/ICF 101 {version} Dr. Beispiel.pdf", "02.02.03", form("de", version, date, "Dr. Anna Beispiel, Telefon 00001 / 4711"),
            "Patienteninformation und Einwilligungserklärung Prüfstelle 101", date, at="101", head="h101", language="de", document="icf-101", version=version,
            sub_artifact=sub, received_date=date)
    add("{}/201_Consentement_v2.0.pdf", "02.02.03", form("fr", "2.0", "2025-01-27", "Dr Jean Exemple"), "Consentement éclairé, centre 201", "2025-01-27", at="201",
        head="h201", language="fr", document="icf-201", version="2.0", received_date="2025-01-31", sub_artifact=sub)

"""Zone 01, Trial Management."""

from . import pdf
from .filing import eml, say

TMF_PLAN = """
@cover Trial Master File Plan ~ Study ABC-101 · Version {version} · {date}
Protocol number :: ABC-101
Sponsor :: Example Pharma
TMF owner :: Dr Paula Paradigma, Head of Clinical Operations
Reference model :: CDISC TMF Reference Model 3.3.1
Effective date :: {date}
@page
@toc
# 1. Purpose
This plan describes how the Trial Master File of study ABC-101 is set up, maintained, checked and archived. It applies to the sponsor,
to Example CRO and to all parties that produce or hold essential records of the trial.
# 2. Structure and systems
The file follows the zones, sections and artifacts of the reference model. Records are filed at trial, country or site level as the
model allows. Two record groups stay in the system in which they are created and are referenced from the file:
- the safety database of Example Pharma (individual case safety reports and their audit trail),
- the EDC system of Example Data Systems (subject data, queries and their audit trail).
# 3. Timelines
| Step | Responsible | Limit
| Submission of a final record to the TMF | author or site monitor | 15 days
| Indexing and filing | TMF specialist, Example CRO | 30 days after the later of document date and receipt
| Quality control | second TMF specialist | 10 days after filing
{change}
# 4. Quality control
Every record is checked once for legibility, completeness, correct place, correct dates and signatures. A record that fails is returned to
its sender with the reason. The share of records accepted at the first check is reported every quarter; the target is 95 %.
# 5. Restricted records
Records that could unblind a member of the trial team are filed as restricted by the unblinded statistician and are visible to the
unblinded team alone until database lock and formal unblinding.
# 6. Certified copies
A copy may replace its original if a second person has compared both and has recorded name, date and method of the certification.
# 7. Archiving
Within 90 days after approval of the clinical study report the file is locked, exported and archived for at least 25 years.
@sign Dr Paula Paradigma ~ Head of Clinical Operations, Example Pharma ~ {date}
@sign Sam Pattern ~ TMF Lead, Example CRO ~ {date}
"""

SIMPLE_PLAN = """
@cover {title} ~ Study ABC-101 · Version {version} · {date}
Sponsor :: Example Pharma
Prepared by :: {author}
Version, date :: {version}, {date}
{text}
# Approval
@sign {author} ~ {role} ~ {date}
@sign Dr Paula Paradigma ~ Head of Clinical Operations, Example Pharma ~ {date}
"""

MONITORING = """
# 1. Purpose
This plan sets out how often, by whom and how the sites of ABC-101 are monitored. It follows the risk assessment of the study.
# 2. Visits
| Visit | When | Main content
| Site selection | before contract | facilities, staff, patients
| Initiation | after ethics and authority approval, contract and supplies | protocol, GCP, safety reporting, IP handling
| First monitoring | within 8 weeks after the first subject | consent of all subjects, eligibility
| Routine | {interval} | {sdv}
| Close-out | after last subject last visit | reconciliation, archiving
# 3. Source data verification
All consent forms, eligibility criteria, primary endpoint data (UAS7) and serious adverse events are verified completely. Other data are
verified for {share} of the subjects, chosen by the EDC system.
# 4. Central monitoring
The central monitor reviews enrolment, screen failures, missing diaries and protocol deviations every month. A site with two risk
indicators above threshold is discussed in the next study team meeting and may be visited out of turn.
# 5. Reports
Visit reports are completed within 10 working days and reviewed within 5 more. Follow-up letters go to the investigator within 15 working days.
# 6. Escalation
- Serious breach, suspected fraud, risk to subjects: on the same day by telephone to the sponsor.
- Repeated important deviation: within 3 working days, with a proposed action.
"""


def file(filing):
    add = filing.add
    add("{}/ABC-101_TMF Plan_v1.0_2024-05-06.pdf", "01.01.01", TMF_PLAN.format(version="1.0", date="6 May 2024", change=""),
        "Trial Master File Plan", "2024-05-06", document="tmf-plan", version="1.0", sub_artifact="Trial Master File Plan")
    add("{}/ABC-101_TMF Plan_v2.0_2025-06-02.pdf", "01.01.01",
        TMF_PLAN.format(version="2.0", date="2 June 2025", change="Changed in version 2.0: the limit for filing was 45 days in version 1.0. "
                        "Country United Kingdom added. Certified copies described in a section of their own."),
        "Trial Master File Plan", "2025-06-02", document="tmf-plan", version="2.0", sub_artifact="Trial Master File Plan")
    add("{}/TMF index ABC-101.xlsx", "01.01.01", [
        ("Index", [["Zone", "Responsible", "System", "Review cycle", "Last review"],
                   ["01 Trial Management", "Example CRO", "eTMF", "quarterly", "2026-09-14"],
                   ["02 Central Trial Documents", "Example Pharma", "eTMF", "quarterly", "2026-09-14"],
                   ["03 Regulatory", "Example CRO", "eTMF", "monthly", "2026-10-12"],
                   ["04 IRB or IEC and other Approvals", "Example CRO", "eTMF", "monthly", "2026-10-12"],
                   ["05 Site Management", "Example CRO", "eTMF", "monthly", "2026-10-12"],
                   ["06 IP and Trial Supplies", "Example Pharma", "eTMF, restricted part apart", "quarterly", "2026-09-14"],
                   ["07 Safety Reporting", "Example Pharma", "safety database, eTMF", "monthly", "2026-10-12"],
                   ["08 Central and Local Testing", "Central Lab Example", "eTMF", "quarterly", "2026-09-14"],
                   ["09 Third parties", "Example Pharma", "eTMF", "yearly", "2026-01-19"],
                   ["10 Data Management", "Example Data Systems", "EDC, eTMF", "quarterly", "2026-09-14"],
                   ["11 Statistics", "Example Pharma", "eTMF, restricted part apart", "quarterly", "2026-09-14"]]),
        ("Owners", [["Name", "Role", "From", "To"], ["Sam Pattern", "TMF Lead", "2024-04-15", ""],
                    ["Ida Ablage", "TMF Specialist", "2024-04-15", "2025-12-31"], ["Noor Register", "TMF Specialist", "2026-01-01", ""]])],
        "TMF index and ownership", "2026-10-12", sub_artifact="Trial Master File Index")
    plan = dict(author="Mara Fallbeispiel", role="Clinical Project Manager, Example CRO")
    add("{}/ABC-101_Project Management Plan_v1.0_2024-05-13.docx", "01.01.02", SIMPLE_PLAN.format(
        title="Project Management Plan", version="1.0", date="13 May 2024", **plan, text="""
# 1. Scope
Example CRO is responsible for start-up, monitoring, data management support and TMF maintenance of ABC-101 in Germany, France and the
United Kingdom. 294 subjects are randomised 1:1 at about 30 sites; the first wave has four sites.
# 2. Milestones
| Milestone | Planned
| First country authority approval | 2024-06-01
| First site live | 2024-09-01
| Last subject last visit | 2027-05-31
| Database lock | 2027-07-31
| Clinical study report | 2027-12-15
# 3. Team and meetings
The core team meets every second Thursday. Minutes are sent within five working days and filed in section 01.05.
# 4. Risks
Slow recruitment in summer (urticaria is seasonal), long contract negotiations with university hospitals, cold-chain failures."""),
        "Project Management Plan", "2024-05-13", version="1.0", sub_artifact="Project Management Plan", head="cro", organization="cro-1")
    add("{}/List of SOPs.xlsx", "01.01.04", [("SOPs", [
        ["Number", "Title", "Version", "Effective", "Owner"],
        ["SOP-CO-01", "Monitoring of clinical trials", "7.0", "2023-02-01", "Example CRO"],
        ["SOP-CO-04", "Site selection and initiation", "4.0", "2022-11-15", "Example CRO"],
        ["SOP-CO-11", "Protocol deviations and serious breaches", "3.0", "2024-01-08", "Example CRO"],
        ["SOP-TMF-02", "Filing and quality control of essential records", "5.0", "2023-06-12", "Example CRO"],
        ["SOP-PV-03", "Expedited reporting", "9.0", "2024-03-01", "Example Pharma"],
        ["SOP-ST-06", "Randomisation and blinding", "2.0", "2021-09-30", "Example Pharma"],
        ["SOP-DM-08", "Database lock", "6.0", "2023-10-02", "Example Data Systems"]])],
        "List of SOPs current during the trial", "2024-07-01", sub_artifact="List of SOPs Current During Trial")
    add("{}/Communication Plan v1.0.docx", "01.01.07", SIMPLE_PLAN.format(
        title="Communication Plan", version="1.0", date="15 May 2024", **plan, text="""
# 1. Contacts
| Topic | First contact | Deputy
| Medical questions | Dr Paula Paradigma | Dr Otto Normalfall
| Supplies | Rita Reserve | Jo Lager
| Unblinding in emergencies | IRT, at any hour | Dr Otto Normalfall
# 2. Channels
Decisions that touch subject safety, data integrity or the budget are confirmed by e-mail and filed as relevant communications within 30 days.
Telephone calls of that kind are followed by a written summary on the next working day."""),
        "Communication Plan", "2024-05-15", version="1.0", head="cro")
    for version, date, interval, share, sdv in (("1.0", "2024-06-24", "every 8 weeks", "50 %", "all subjects since last visit"),
                                                ("2.0", "2025-10-20", "every 12 weeks, by risk", "20 %", "chosen subjects, open actions")):
        add(f"{{}}/ABC-101_Monitoring Plan_v{version}_{date}.pdf", "01.01.08", SIMPLE_PLAN.format(
            title="Monitoring Plan", version=version, date=say(date), **plan,
            text=MONITORING.format(interval=interval, share=share, sdv=sdv)),
            "Monitoring Plan", date, document="monitoring-plan", version=version, sub_artifact="Monitoring Plan", head="cro")
    add("{}/Medical Monitoring Plan.pdf", "01.01.09", SIMPLE_PLAN.format(
        title="Medical Monitoring Plan", version="1.0", date="20 June 2024", author="Dr Otto Normalfall", role="Medical Monitor", text="""
# 1. Medical monitor
The medical monitor is available to the sites on working days from 8 to 18 h; outside these hours the emergency line of the IRT connects to
the physician on duty. Every contact that concerns eligibility, treatment or safety is recorded on a medical contact report.
# 2. Review
| Data | Interval | Output
| Adverse events, by preferred term, blinded | every 4 weeks | review note
| Liver values above 3 × upper limit | on alert of the central laboratory | contact report
| Eligibility questions | on request, within one working day | decision by e-mail
# 3. Stopping rules for a subject
Anaphylaxis, liver values above 8 × the upper limit of normal, pregnancy, withdrawal of consent."""),
        "Medical Monitoring Plan", "2024-06-20", version="1.0")
    add("01 Trial Management/Status reports/2026-09 Trial Status Report.xlsx", "01.01.12", [
        ("Enrolment", [["Site", "Country", "Live since", "Screened", "Randomised", "Screen failures", "Discontinued", "Completed"],
                       ["101", "DEU", "2024-09-16", 41, 32, 9, 3, 21], ["102", "DEU", "2024-11-04", 22, 15, 7, 2, 8],
                       ["201", "FRA", "2025-01-20", 30, 24, 6, 1, 14], ["301", "GBR", "", 0, 0, 0, 0, 0]]),
        ("Deviations", [["Site", "Minor", "Important", "Open"], ["101", 7, 1, 0], ["102", 12, 3, 4], ["201", 5, 0, 1]])],
        "Trial status report September 2026", "2026-10-05", status="", source_id="")
    add("01 Trial Management/Newsletters/Newsletter_No3_April2026.pdf", "01.01.13", """
@center ABC-101 News · No. 3 · April 2026
Dear investigators, dear study teams,
by the end of March 63 subjects had been randomised. Thank you! Special thanks go to site 101 in Musterstadt for the thirtieth screening and to
site 201 in Ville-Exemple for diaries without a single gap in the last quarter.
# Protocol 3.0 is in use
Since autumn the visit at week 20 may be done by telephone. Please remember that every subject who is still on treatment signs the new consent
form at the next visit at the site.
# Frequent questions
- May loratadine be continued as rescue medication? Yes, up to 10 mg a day, recorded in the diary.
- The temperature logger shows 8.4 °C for ten minutes. Quarantine the kits, call the CRO, do not discard anything.
- Who may sign the delegation log? The principal investigator alone, before the task begins.
# Next steps
The first site in the United Kingdom is expected before the end of the year. The data monitoring committee meets again in May.
""", "Investigator newsletter no. 3", "2026-04-14", head="cro")
    add("{}/Risk Log ABC-101.xlsx", "01.01.16", [("Risks", [
        ["No.", "Risk", "Probability", "Impact", "Detectability", "Score", "Mitigation", "Owner", "Status"],
        [1, "Eligibility: antihistamine wash-out not respected", 3, 3, 2, 18, "Checklist at screening; central review of first three subjects", "Medical monitor", "open"],
        [2, "Diary gaps in the week before the primary endpoint", 4, 4, 1, 16, "Reminder by the diary; call by the site on day 3", "Example CRO", "open"],
        [3, "Cold chain broken in summer shipments", 2, 4, 2, 16, "Loggers in each parcel; no shipment on Fridays", "Supplies", "open"],
        [4, "Unblinding by injection-site reactions", 1, 5, 3, 15, "Independent assessor of the score", "Statistics", "closed"],
        [5, "Turnover of coordinators at site 102", 4, 2, 1, 8, "Training of a deputy; extra visit", "Example CRO", "open"]])],
        "Risk log", "2026-08-24", sub_artifact="Risk Log", document="risk-log", expiry_rule="until-replaced")
    add("{}/Roles and Responsibilities.xlsx", "01.01.18", [("RACI", [
        ["Task", "Example Pharma", "Example CRO", "Central Lab Example", "Example Data Systems"],
        ["Protocol and amendments", "R/A", "C", "I", "I"], ["Submission to authorities and ethics committees", "A", "R", "", ""],
        ["Monitoring", "A", "R", "", ""], ["Safety reporting to authorities", "R/A", "C", "", ""],
        ["Central laboratory tests", "A", "I", "R", "C"], ["Database build and validation", "A", "C", "I", "R"],
        ["Randomisation list", "R/A", "", "", ""], ["Trial Master File", "A", "R", "C", "C"]])],
        "Roles and responsibility matrix", "2024-06-28", version="1.0")
    add("{}/Transfer of Obligations signed.pdf", "01.01.19", """
@center Transfer of regulatory obligations
Example Pharma ("sponsor") transfers the following duties in study ABC-101 to Example CRO. Duties not listed here remain with the sponsor.
| No. | Duty | Transferred | Remark
| 1 | Submissions to competent authorities and ethics committees | yes | sponsor approves each package
| 2 | Selection, initiation, monitoring and close-out of sites | yes | monitoring plan
| 3 | Expedited safety reporting | no | sponsor, safety database
| 4 | Maintenance of the Trial Master File | yes | TMF plan
| 5 | Import and distribution of the investigational product | no | sponsor, manufacturing
The sponsor keeps the final responsibility for quality and integrity of the trial and oversees the transferred duties as described in the
oversight plan.
@sign Dr Paula Paradigma ~ Head of Clinical Operations, Example Pharma ~ 17 May 2024
@sign Konrad Vertrag ~ Managing Director, Example CRO ~ 21 May 2024
""", "Transfer of regulatory obligations to Example CRO", "2024-05-21", organization="cro-1")
    add("{}/Oversight Plan v1.0.pdf", "01.01.20", SIMPLE_PLAN.format(
        title="Sponsor Oversight Plan", version="1.0", date="10 June 2024", author="Rita Reserve", role="Vendor Manager, Example Pharma", text="""
# 1. Principle
Oversight is planned by risk, documented, and leads to decisions. Minutes of vendor meetings, review of a sample of monitoring reports and
joint visits are its evidence.
# 2. Activities
| Activity | Frequency | Evidence
| Review of monitoring reports | 10 % of the reports, at least one a quarter | annotated report
| Joint visit of sponsor and monitor | one a year in each country | oversight visit report
| Vendor meeting | monthly | minutes
| TMF review | quarterly | completeness, timeliness and quality figures"""),
        "Sponsor oversight plan", "2024-06-10", version="1.0", sub_artifact="Operational Oversight Plan")
    add("{}/Trial Team List 2026.docx", "01.02.01", """
@cover Trial team list ~ Study ABC-101 · as of 2 February 2026
| Name | Function | Company | From | To
| Dr Paula Paradigma | Head of Clinical Operations | Example Pharma | 2024-01-08 |
| Dr Otto Normalfall | Medical Monitor | Example Pharma | 2024-01-08 |
| Rita Reserve | Vendor Manager | Example Pharma | 2024-03-01 |
| Mara Fallbeispiel | Clinical Project Manager | Example CRO | 2024-03-18 |
| Sam Pattern | TMF Lead | Example CRO | 2024-04-15 |
| Ida Ablage | TMF Specialist | Example CRO | 2024-04-15 | 2025-12-31
| Noor Register | TMF Specialist | Example CRO | 2026-01-01 |
| Björn Besuch | Monitor, Germany | Example CRO | 2024-07-01 |
| Chloé Visite | Monitor, France | Example CRO | 2024-10-01 |
| Dr Vera Varianz | Trial Statistician (blinded) | Example Pharma | 2024-01-08 |
Transition: the duties of Ida Ablage were handed over to Noor Register on 15 December 2025 with a list of 14 open filing actions.
""", "Trial team list", "2026-02-02", sub_artifact="Trial Team Details", head="cro")
    add("scans/CV Normalfall 2024-01-15.pdf", "01.02.02", """
@center Curriculum vitae
Name :: Dr Otto Normalfall
Present position :: Medical Monitor, Example Pharma, since 2019
# Education
2004 :: Medical degree, University of Musterstadt
2011 :: Board certification in dermatology
# Professional experience
2004 – 2011 :: Resident, Universitätsklinikum Musterstadt
2011 – 2019 :: Consultant dermatologist, Klinikum Beispielhausen
2019 – today :: Medical monitor of six trials (phase II and III), of which four in urticaria
# Training
ICH-GCP E6(R2) (2023), pharmacovigilance for physicians (2022), statistics for non-statisticians (2021)
@sign Dr Otto Normalfall ~ Medical Monitor ~ 15 January 2024
""", "CV Dr Otto Normalfall, medical monitor", "2024-01-15", head="plain", source_id="")
    add("{}/DMC Charter v1.0_2024-06-14.pdf", "01.03.01", SIMPLE_PLAN.format(
        title="Data Monitoring Committee Charter", version="1.0", date="14 June 2024", author="Prof. Ada Beirat", role="Chair of the committee", text="""
# 1. Responsibilities
The independent data monitoring committee (DMC) protects the interests of the subjects by reviewing unblinded safety data, and advises the sponsor
to continue, modify or stop the trial. It has no role in the conduct of the trial.
# 2. Members
Three physicians and one biostatistician, none of whom is an investigator of ABC-101 or employed by a party to it.
# 3. Meetings
| Meeting | When | Data
| Organisational | before the first subject | charter, templates
| Safety review 1 | after 50 randomised subjects | adverse events, laboratory, withdrawals
| Safety review 2 and later | every 6 months | the same
Each meeting has an open session with the sponsor and a closed session of the members and the unblinded statistician. Closed minutes stay with the
unblinded statistician until database lock.
# 4. Recommendation
The chair sends the recommendation within three working days. The sponsor answers within ten."""),
        "Data monitoring committee charter", "2024-06-14", version="1.0", sub_artifact="Committee Charter")
    add("{}/DMC members.pdf", "01.03.02", """
@center Members of the data monitoring committee
| Name | Field | Institution | Function
| Prof. Ada Beirat | Dermatology | Institute of Skin Research Example | Chair
| Dr Luca Esempio | Allergology | Policlinico Esempio | Member
| Dr Sofía Ejemplo | Hepatology | Hospital Ejemplo | Member
| Dr Willem Voorbeeld | Biostatistics | Voorbeeld University | Member, statistician
All members have signed a confidentiality agreement and a statement on conflicts of interest before the organisational meeting of 3 July 2024.
@sign Prof. Ada Beirat ~ Chair ~ 5 July 2024
""", "DMC member list", "2024-07-05", version="1.0")
    add("{}/2025-11-06 DMC Safety Review 1 - open session minutes.pdf", "01.03.03", """
@center Data monitoring committee · safety review 1 · minutes of the open session
Date, place :: 6 November 2025, video conference, 14.00 – 14.50 h
Present :: Prof. Ada Beirat (chair), Dr Luca Esempio, Dr Sofía Ejemplo, Dr Willem Voorbeeld; for the sponsor Dr Otto Normalfall, Dr Vera Varianz
Data cut-off :: 30 September 2025, 51 subjects randomised
# 1. Status of the trial
Recruitment is six weeks behind plan. Three sites are live. Protocol 3.0 was approved in Germany on 2 October 2025 and is under review in France.
# 2. Safety, pooled over treatments
One serious unexpected event (raised liver values, site 101, June 2025) was reported. No deaths. 22 of 51 subjects had at least one adverse event, mostly
headache (7) and nasopharyngitis (5).
# 3. Questions of the committee
Dr Ejemplo asks for the time course of liver values in all subjects above twice the upper limit; to be provided by 30 November.
# 4. Recommendation
After the closed session the committee recommends to **continue the trial without change**.
@sign Prof. Ada Beirat ~ Chair ~ 10 November 2025
""".replace("**", ""), "DMC safety review 1, minutes of the open session", "2025-11-06", received_date="2025-11-12", sub_artifact="Committee Minutes")
    add("{}/CV_Ejemplo_Sofía.pdf", "01.03.04", """
@center Curriculum vitae
Nombre :: Dra. Sofía Ejemplo Muñoz
Cargo actual :: Jefa de sección de hepatología, Hospital Ejemplo, desde 2016
# Formación
1998 :: Licenciatura en Medicina, Universidad de Ejemplo
2004 :: Especialidad en aparato digestivo
2009 :: Doctorado «Toxicidad hepática de los antihistamínicos»
# Experiencia en comités
Miembro de cuatro comités independientes de seguimiento de datos (2014 – 2024). ¿Conflictos de interés? Ninguno con el promotor.
# Publicaciones
31 artículos en revistas con revisión por pares, entre ellos tres sobre lesión hepática inducida por fármacos.
@sign Dra. Sofía Ejemplo ~ Vocal ~ 20/06/2024
""", "CV Dr Sofía Ejemplo, DMC member", "2024-06-20", received_date="2024-06-27", head="plain", language="es",
        sub_artifact="Committee Member Curriculum Vitae", footer="Curriculum vitae · Sofía Ejemplo")
    add("{}/Kick-off minutes 2024-04-18.docx", "01.04.01", """
@cover Kick-off meeting ~ Minutes · 18 April 2024 · Musterstadt
Present :: Dr Paula Paradigma, Dr Otto Normalfall, Rita Reserve, Dr Vera Varianz (Example Pharma); Mara Fallbeispiel, Sam Pattern (Example CRO); Lars Laborant (Central Lab Example); Greta Zeile (Example Data Systems)
# 1. Introduction
Dr Paradigma presents the development plan of EXP-4711 and the place of ABC-101 in it.
# 2. Protocol
Dr Normalfall presents version 1.0. Open question: telephone visit at week 20 is wished by several investigators; to be considered for an amendment.
# 3. Actions
| No. | Action | Who | Due
| 1 | Draft monitoring plan | Fallbeispiel | 2024-05-31
| 2 | TMF plan for signature | Pattern | 2024-05-03
| 3 | Laboratory manual, first draft | Laborant | 2024-05-24
| 4 | EDC specification meeting | Zeile | 2024-05-08
""", "Kick-off meeting minutes", "2024-04-18", sub_artifact="Kick-off Meeting Minutes", head="cro")
    add("01 Trial Management/Investigators Meeting 2024-08-29/Agenda.pdf", "01.04.03", """
@center Investigators’ meeting · agenda
Date, place :: 29 August 2024, Hotel Vorlage, Musterstadt, and online
| Time | Topic | Speaker
| 09.00 | Welcome | Dr P. Paradigma
| 09.15 | Chronic spontaneous urticaria: unmet need | Prof. Erika Muster
| 10.00 | Protocol walk-through, eligibility | Dr O. Normalfall
| 11.15 | Informed consent and GCP refresher | M. Fallbeispiel
| 13.00 | Electronic diary, UAS7 scoring exercise | G. Zeile
| 14.00 | IRT, kit handling, emergency unblinding | R. Reserve
| 15.00 | Laboratory kits and shipments | L. Laborant
| 15.45 | Questions, close | all
Attendance is recorded on the attendance sheet; certificates are sent within two weeks.
""", "Investigators' meeting agenda", "2024-08-29", sub_artifact="Investigators Meeting Agenda", head="cro")
    note = pdf.render("""
@center Proposal: telephone visit at week 20
The visit at week 20 has no laboratory assessment and no dispensing of medication. Five of seven investigators asked for it to be done by telephone.
| Assessment at week 20 | On site | By telephone
| UAS7, from the diary | yes | yes
| Adverse events, medication | yes | yes
| Urine pregnancy test | yes | home test, photo to the site
The statistician sees no effect on the primary endpoint (week 12).
""", "Proposal week 20", "2025-05-20", "cro")
    add("01 Trial Management/E-mails/RE_ Telephone visit week 20.eml", "01.05.01", eml("""
Dear Mara,

I agree with the proposal of 20 May (attached again for the file). Please prepare amendment 2 on this basis; the substantial
change is the telephone visit at week 20 plus the new liver stopping rule that follows from the SUSAR of site 101.

Timeline: draft by 27 June, submission in Germany and France in August.

Kind regards
Otto Normalfall
Medical Monitor, Example Pharma

> On 20 May Mara Fallbeispiel wrote:
> Dear Otto, please find our proposal for week 20 attached. May we go ahead?
""", "RE: Telephone visit week 20 - decision", "2025-06-16", "Dr Otto Normalfall <otto.normalfall@pharma.example>",
        "Mara Fallbeispiel <mara.fallbeispiel@cro.example>", "Dr Vera Varianz <vera.varianz@pharma.example>",
        [("Proposal week 20.pdf", note)], "proposal"), "E-mail: decision on telephone visit at week 20", "2025-06-16")
    add("{}/FN-004 late filing January 2025.pdf", "01.05.04", """
@center File note FN-004
Subject :: Records of December 2024 filed late
Date :: 24 February 2025
Author :: Sam Pattern, TMF Lead
# What happened
Between 16 December 2024 and 31 January 2025 one of two filing specialists was on sick leave. Eleven records were filed after the limit of the TMF plan.
# Effect
None on subjects or data. All records were available in the mailbox of the study at any time.
# Action
A deputy has been trained (15 February 2025). The backlog was cleared on 21 February 2025.
@sign Sam Pattern ~ TMF Lead ~ 24 February 2025
""", "File note FN-004, late filing in winter 2024/25", "2025-02-24", head="cro")

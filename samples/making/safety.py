"""Zone 07, Safety Reporting."""


def file(filing):
    add = filing.add
    add("{}/Safety Management Plan v1.0.docx", "07.01.01", """
@cover Safety Management Plan ~ ABC-101 · Version 1.0 · 17 June 2024
# 1. Reporting by the site
Serious adverse events are entered in the EDC system within 24 hours of awareness. If the system is down, the paper form is sent by fax.
# 2. Assessment by the sponsor
| Step | Who | Limit
| Triage | Drug Safety | 1 working day
| Seriousness, expectedness, causality | Drug Safety physician | 2 working days
| Unblinding, if a SUSAR is suspected | unblinded safety officer | before reporting
# 3. Expedited reports
Fatal or life-threatening SUSARs within 7 days, others within 15 days, to authorities, ethics committees and investigators (blinded).
# 4. Reference safety information
Section 5 of the current investigator's brochure.
# 5. Reconciliation
Serious adverse events in EDC and safety database are reconciled every three months and before database lock.
@sign Dr Petra Vigilanz ~ Drug Safety, Example Pharma ~ 17 June 2024
""", "Safety management plan", "2024-06-17", version="1.0", sub_artifact="Safety Management Plan")
    add("{}/DSUR No 1 executive summary.pdf", "07.01.02", """
@center Development safety update report no. 1 · executive summary
Product :: EXP-4711
Period :: 5 February 2025 to 4 February 2026
Trials in the period :: ABC-101 (phase III), ABC-050 extension
# Exposure
| Group | Subjects | Subject-years
| EXP-4711, open extension | 88 | 61
| EXP-4711 or placebo, blinded | 63 | 24
# Serious adverse reactions
One suspected unexpected serious adverse reaction (liver injury, recovered). No deaths.
# Conclusion
A stopping rule for liver values was added (protocol 3.0). The balance of benefit and risk remains favourable.
@sign Dr Petra Vigilanz ~ Drug Safety, Example Pharma ~ 27 March 2026
""", "Development safety update report no. 1", "2026-03-27", version="1.0", sub_artifact="Development Safety Update Report (DSUR)")
    add("{}/SUSAR_EXP-2025-000117_initial.pdf", "07.02.01", """
@center Suspected unexpected serious adverse reaction · initial report (blinded)
Case :: EXP-2025-000117
Trial, subject :: ABC-101, 101-014
Country :: Germany
Age, sex :: 47 years, female
Reaction :: Drug-induced liver injury
Seriousness :: Hospitalisation
Onset :: 2 June 2025, day 92 of treatment
Action taken :: Study medication stopped
Outcome :: Recovering
| Test | 5 May | 2 June | 6 June | 11 June | Upper limit
| ALT (U/l) | 31 | 412 | 288 | 121 | 35
| AST (U/l) | 27 | 305 | 190 | 77 | 35
| Bilirubin (mg/dl) | 0.6 | 1.4 | 1.1 | 0.8 | 1.2
# Narrative
The subject reported fatigue and loss of appetite from 31 May. On 2 June liver values were raised; viral hepatitis was excluded. She was admitted on 3 June and discharged in good
condition on 11 June. Concomitant medication: loratadine, ibuprofen on two days.
# Assessment
Investigator: related. Sponsor: possibly related, unexpected according to the brochure, edition 1.
@sign Dr Petra Vigilanz ~ Drug Safety, Example Pharma ~ 12 June 2025
""", "SUSAR EXP-2025-000117, initial report", "2025-06-12", sub_artifact="Expedited Safety Report")
    add("07 Safety/SAE 101-014 Meldebogen.pdf", "07.02.02", """
@center Meldung eines schwerwiegenden unerwünschten Ereignisses
Studie, Prüfstelle :: ABC-101, 101
Patientennummer :: 101-014
Ereignis :: Erhöhte Leberwerte, stationäre Aufnahme
Beginn, Kenntnis :: 2. Juni 2025, 3. Juni 2025 um 9.15 Uhr
Gemeldet :: 3. Juni 2025 um 15.40 Uhr
Kriterium :: stationäre Behandlung
Maßnahme :: Prüfmedikation abgesetzt
Zusammenhang :: möglich
Verlauf: Müdigkeit und Appetitlosigkeit seit dem 31. Mai. Sonographie unauffällig. Hepatitis A, B, C, E ausgeschlossen.
@sign Dr. Anna Beispiel ~ Prüferin ~ 3. Juni 2025
""", "SAE-Meldung 101-014", "2025-06-03", at="101", head="h101", language="de", received_date="2025-06-03", sub_artifact="SAE Report")
    filing.signpost("07.02.02", "Individual case safety reports and their audit trail (safety database)",
                    "Held in the safety database of Example Pharma. Owner: Dr Petra Vigilanz. Inspectors receive a read-only account on request at Drug Safety within one working day.",
                    url="https://safety.pharma.example/studies/ABC-101", sub_artifact="SAE Report", document_date="2024-09-16", filed_date="2024-09-20", source_id="")

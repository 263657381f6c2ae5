"""Zone 09, Third parties."""


def file(filing):
    add = filing.add
    for ident, name, date, scope in (("cro-1", "Example CRO", "2024-01-25", "project management, monitoring, TMF"), ("edc-1", "Example Data Systems", "2024-02-08", "EDC, diary, IRT")):
        add(f"{{}}/Qualification audit {name}.pdf", "09.01.01", f"""
@center Qualification of a service provider
Provider :: {name}
Scope :: {scope}
Audit date :: {"22 – 23 January 2024" if ident == "cro-1" else "6 February 2024"}
Auditor :: Quentin Qualität, Example Pharma
| Area | Result
| Quality system, SOPs | adequate
| Training of staff | adequate
| Computer systems, validation | {"adequate" if ident == "edc-1" else "adequate, two minor observations"}
| Data protection | adequate
| Business continuity | adequate
The provider is qualified for the scope above for three years.
@sign Quentin Qualität ~ Quality Assurance ~ {"25 January 2024" if ident == "cro-1" else "8 February 2024"}
""", f"Qualification of {name}", date, organization=ident, expiry_date=f"2027-{date[5:]}", expiry_rule="printed", sub_artifact="Evidence of Third Party Qualification")
    add("{}/CDA Central Lab.pdf", "09.02.01", """
@center Confidentiality agreement
Between :: Example Pharma and Central Lab Example
Subject :: Central laboratory services in study ABC-101
Both parties keep secret what they learn from each other, for ten years, and bind their staff accordingly. Documents are returned or destroyed on request.
@sign Rita Reserve ~ Example Pharma ~ 9 January 2024
@sign Dr Lars Laborant ~ Central Lab Example ~ 11 January 2024
""", "Confidentiality agreement, Central Lab Example", "2024-01-11", organization="lab-1", sub_artifact="Third Party Confidentiality Agreement")
    add("{}/Work order 1 Example CRO signed.pdf", "09.02.03", """
@cover Work order no. 1 ~ Example CRO · Study ABC-101
Between :: Example Pharma and Example CRO
Master agreement :: MSA-2022-07
Effective date :: 29 March 2024
# 1. Services
Start-up, project management, monitoring, TMF management in Germany, France and the United Kingdom.
# 2. Budget
| Phase | Amount (EUR)
| Start-up | 212,000
| Conduct | 1,480,000
| Close-out | 164,000
| Pass-through costs, at most | 390,000
# 3. Key persons
Mara Fallbeispiel (project manager), Sam Pattern (TMF lead). A change needs the consent of the sponsor.
# 4. Records
Essential records are filed within the limits of the TMF plan and handed over completely at the end of the trial.
@sign Rita Reserve ~ Example Pharma ~ 27 March 2024
@sign Konrad Vertrag ~ Example CRO ~ 29 March 2024
""", "Work order no. 1, Example CRO", "2024-03-29", organization="cro-1", head="sponsor", sub_artifact="Contract")
    add("{}/Vendor meeting 2026-10-15 minutes.docx", "09.03.03", """
@cover Vendor meeting ~ Minutes · 15 October 2026
Present :: Rita Reserve (Example Pharma), Mara Fallbeispiel, Sam Pattern, Noor Register (Example CRO)
# 1. Figures
| Measure | Target | September 2026
| Reports filed in time | 95 % | 96 %
| Records accepted at first check | 95 % | 93 %
| Open actions older than 60 days | 0 | 4 (all site 102)
# 2. Site 102
CV of Dr Platzhalter and the opinion of the ethics committee are outstanding since 2024. Decision: written warning by the sponsor; no further enrolment until complete.
# 3. United Kingdom
Initiation of site 301 planned for the first week of December; consent form in draft.
# 4. Next meeting
12 November 2026
""", "Vendor meeting minutes October 2026", "2026-10-15", organization="cro-1", head="cro", sub_artifact="Minutes", status="", source_id="")

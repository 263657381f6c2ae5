"""Zone 10, Data Management."""


def file(filing):
    add = filing.add
    edc = dict(organization="edc-1", head="edc")
    add("{}/ABC-101_DMP_v1.0_2024-06-27.pdf", "10.01.01", """
@cover Data Management Plan ~ ABC-101 · Version 1.0 · 27 June 2024
@toc
# 1. Systems
| System | Use | Validated
| EDC 5.2 | case report form | yes
| Diary 3.1 | UAS7, rescue medication | yes
| IRT 4.0 | randomisation, supplies | yes
# 2. Data flow
Sites enter data within five days of a visit. Diary data arrive every night. Laboratory results are transferred every week.
# 3. Queries
Automatic checks raise queries at entry; manual queries are raised by data management and monitors. Sites answer within ten days.
# 4. Coding
Adverse events with MedDRA, medication with WHO Drug; versions are frozen at database lock.
# 5. Review and lock
| Step | Before lock
| Last data entered | 4 weeks
| Queries closed, reconciliation done | 2 weeks
| Blind data review meeting | 1 week
| Lock approval | day 0
@sign Greta Zeile ~ Data Manager, Example Data Systems ~ 27 June 2024
@sign Dr Vera Varianz ~ Trial Statistician, Example Pharma ~ 28 June 2024
""", "Data management plan", "2024-06-27", version="1.0", **edc)
    add("{}/CRF completion guideline.docx", "10.02.01", """
@cover CRF completion guidelines ~ ABC-101 · Version 1.0 · 5 August 2024
# 1. General
Enter data within five days. Do not leave fields empty: choose "not done" or "unknown".
# 2. Dates
Day, month, year. Partial dates are allowed for medical history alone.
# 3. Adverse events
- One event per line, in medical terms, a diagnosis instead of symptoms.
- End date empty means ongoing.
# 4. Visit week 20
By telephone from protocol 3.0 on: choose "telephone" as type of visit; vital signs are skipped by the system.
""", "CRF completion guidelines", "2024-08-05", version="1.0", **edc)
    add("{}/Annotated CRF v2.pdf", "10.02.02", """
@center Annotated case report form · version 2.0 · extract
| Field | Page | Dataset | Variable | Type
| Subject number | all | DM | SUBJID | text 7
| Date of consent | Screening | DS | DSSTDTC | date
| Sex | Screening | DM | SEX | M, F
| UAS7 | Week 0 to 28 | QS | QSORRES | integer 0–42
| ALT | Week 0 to 28 | LB | LBORRES | number
| Kit number | Week 0 to 16 | EX | EXLOT | text 7
| Adverse event term | AE | AE | AETERM | text 200
| Serious | AE | AE | AESER | Y, N
""", "Annotated CRF", "2024-12-18", version="2.0", sub_artifact="Annotated CRF", **edc)
    add("{}/Edit checks.xlsx", "10.03.02", [("Checks", [
        ["Check", "Page", "Condition", "Message", "Type"],
        ["EC001", "Screening", "Age < 18 or > 75", "Age outside the range of the protocol", "query"],
        ["EC002", "Week 0", "UAS7 < 16", "Subject does not meet inclusion criterion 2", "query"],
        ["EC003", "all", "Visit date outside window", "Visit outside window, please confirm", "query"],
        ["EC004", "Lab", "ALT > 3 × ULN", "Alert to medical monitor", "mail"],
        ["EC005", "AE", "End before start", "End date before start date", "hard"],
        ["EC006", "Week 20", "Type = telephone and protocol < 3.0", "Telephone visit not allowed in this version", "query"]])],
        "Edit check specification", "2024-07-18", version="1.0", sub_artifact="Edit Check Specifications", organization="edc-1")
    add("10 DM/go live approval.pdf", "10.03.05", """
@center Approval for database activation
Study, system :: ABC-101, EDC 5.2
Build :: 1.0.3
| Condition | Fulfilled
| User acceptance test finished, 84 of 84 scripts passed | yes
| Open defects of class 1 and 2 | 0
| Training of users prepared | yes
| Backup and restore tested | yes
The database is released for production on 2 September 2024.
@sign Greta Zeile ~ Example Data Systems ~ 29 August 2024
@sign Dr Vera Varianz ~ Example Pharma ~ 30 August 2024
""", "Approval for database activation", "2024-08-30", **edc)
    add("{}/Data transfer agreement Lab.docx", "10.03.06", """
@cover Data transfer specification ~ Central Lab Example to Example Data Systems · Version 1.0 · 15 July 2024
# 1. File
CSV, UTF-8, one line per result, cumulative, encrypted, every Tuesday at 5 h.
# 2. Fields
| No. | Field | Format | Example
| 1 | STUDY | text | ABC-101
| 2 | SUBJID | text 7 | 101-014
| 3 | VISIT | text | WEEK 12
| 4 | LBTESTCD | text 8 | ALT
| 5 | LBORRES | number | 31
| 6 | LBDTC | ISO 8601 | 2025-05-05T09:10
# 3. Blinding
The transfer holds no result that could unblind; drug levels are not transferred before database lock.
@sign Dr Lars Laborant ~ Central Lab Example ~ 15 July 2024
@sign Greta Zeile ~ Example Data Systems ~ 15 July 2024
""", "Data transfer specification, central laboratory", "2024-07-15", version="1.0", organization="lab-1", head="edc", sub_artifact="External Data Transfer Specifications")
    add("{}/EDC Validation Certificate.pdf", "10.04.03", """
@center Validation certificate
System :: EDC 5.2, study build ABC-101 1.0.3
Plan, report :: VP-ABC101-01, VR-ABC101-01
Result :: fit for the intended use
The system was validated according to the risk-based procedure VAL-SOP-2 (requirements, traceability, installation, operation, performance). Deviations are closed. The audit trail,
electronic signatures, roles, and backup were tested.
@sign Greta Zeile ~ Data Manager ~ 28 August 2024
@sign Ivo Prüfung ~ Validation Lead ~ 28 August 2024
""", "EDC validation certificate", "2024-08-28", sub_artifact="Validation Certificate", **edc)
    filing.signpost("10.04.01", "EDC audit trail and user accounts", "Held in the EDC system. Owner: Greta Zeile, Example Data Systems. "
                    "Inspectors receive the role 'inspector' (read-only, audit trail, all sites) through the help desk within one working day.",
                    url="https://edc.data-systems.example/abc-101/audit-trail", sub_artifact="EDC User Report", organization="edc-1", document_date="2024-09-02",
                    filed_date="2024-09-06", source_id="")

"""Zone 11, Statistics. Nothing here could unblind; the list itself is in zone 06."""

from .filing import eml


def file(filing):
    add = filing.add
    add("{}/ABC-101_SAP_v1.0_2024-09-02.pdf", "11.01.01", """
@cover Statistical Analysis Plan ~ ABC-101 · Version 1.0 · 2 September 2024
Author :: Dr Vera Varianz
Protocol :: ABC-101, version 1.0
@page
@toc
# 1. Objectives and endpoints
Primary: change of UAS7 from baseline to week 12. Secondary: change to week 24, complete response at week 12, dermatology life quality index.
# 2. Analysis sets
| Set | Definition
| Full analysis set | all randomised subjects with at least one dose
| Per-protocol set | full analysis set without important deviations
| Safety set | all subjects with at least one dose, as treated
# 3. Primary analysis
Mixed model for repeated measures with treatment, visit, their interaction, baseline and country; unstructured covariance; two-sided level of 5 %.
# 4. Intercurrent events
Treatment discontinuation: treatment policy. Prohibited rescue medication: hypothetical, values after use set to missing and imputed under reference assumptions.
# 5. Multiplicity
Secondary endpoints are tested hierarchically in the order above.
# 6. Safety
Adverse events by system organ class and preferred term; liver values by multiples of the upper limit; shift tables.
# 7. Interim looks
None for efficacy. The data monitoring committee sees safety data only.
@sign Dr Vera Varianz ~ Trial Statistician ~ 2 September 2024
@sign Dr Otto Normalfall ~ Medical Monitor ~ 2 September 2024
""", "Statistical analysis plan", "2024-09-02", version="1.0", document="sap", sub_artifact="Statistical Analysis Plan (SAP)")
    add("{}/Sample size.pdf", "11.01.02", """
@center Sample size calculation
Endpoint :: change of UAS7 from baseline to week 12
Assumptions :: difference 4.0 points, standard deviation 10, two-sided level 5 %, power 90 %
# Result
| Difference | SD | Power | Subjects per group | with 10 % drop-outs, total
| 4.0 | 10 | 90 % | 132 | 294
| 4.0 | 9 | 90 % | 107 | 238
| 3.5 | 10 | 90 % | 172 | 383
The calculation was repeated independently with a second program; the results agree.
@sign Dr Vera Varianz ~ Trial Statistician ~ 20 February 2024
@sign Dr Willem Muster ~ Second Statistician ~ 22 February 2024
""", "Sample size calculation", "2024-02-22", version="1.0", sub_artifact="Sample Size Calculation")
    add("{}/Randomisation Plan v1.0.docx", "11.02.01", """
@cover Randomisation Plan ~ ABC-101 · Version 1.0 · 24 June 2024
# 1. Method
Permuted blocks, 1:1, stratified by country. The block length is known to the unblinded statistician alone.
# 2. Roles
| Task | Who | Blinded
| Plan | Trial statistician | yes
| Program and list | Unblinded statistician | no
| Upload to IRT | Example Data Systems, unblinded team | no
# 3. Access
The list is stored in the restricted part of the TMF. Every access is logged. It is opened after database lock by a signed request.
@sign Dr Vera Varianz ~ Trial Statistician ~ 24 June 2024
""", "Randomisation plan", "2024-06-24", version="1.0")
    add("{}/Sign-off.pdf", "11.02.05", """
@center Sign-off of the randomisation
Study :: ABC-101
Program, test list :: rand_abc101, dummy list of 12 June 2024 (blinded review passed)
Check sum of the final list :: compared after upload to the IRT, identical
The randomisation is released for use. The reviewers have not seen the final list.
@sign Dr Simon Siegel ~ Unblinded Statistician ~ 16 July 2024
@sign Ivo Prüfung ~ Example Data Systems ~ 17 July 2024
""", "Randomisation sign-off", "2024-07-17")
    add("Mails/Blind review question.eml", "11.05.01", eml("""
Dear Otto,

a question before the blind data review: subject 101-014 took rescue medication above the limit in the week before week 12.
Do you agree that this is an important deviation and that the subject leaves the per-protocol set?

Regards
Vera
""", "Per-protocol set: subject 101-014", "2026-07-02", "Dr Vera Varianz <vera.varianz@pharma.example>", "Dr Otto Normalfall <otto.normalfall@pharma.example>"),
        "E-mail: per-protocol set, subject 101-014", "2026-07-02")

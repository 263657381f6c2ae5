#!/usr/bin/env python3
"""Messy files of which the artifact is known, for judging suggestions.

    suggest_holdout.py make FOLDER --half tuning|holdout --seed N    writes FOLDER/files and FOLDER/truth.csv
    suggest_holdout.py score PLAN.csv TRUTH.csv                      compares a plan with the truth

Each artifact has several wordings as people use them. Half of each list (every second one) is for tuning, the other
half is the hold-out: what the constants were chosen on never stands in what is reported. Around a wording come sites,
people, dates, versions, states, counters and copies at random. Of the files a tenth has a name that says nothing
(`scan0007.txt`) and a heading and sentences inside; as many have a name that says nothing and nothing useful inside.
"""
import argparse
import csv
import pathlib
import random

WORDINGS = {
    "01.01.01": ["TMF Plan", "eTMF Management Plan", "TMF Reference Model Index", "eTMF filing structure", "Trial Master File Plan signed", "TMF setup plan"],
    "01.01.02": ["Project Management Plan", "PMP", "Study Management Plan", "Clinical Project Plan", "Trial Management Plan", "Integrated Project Plan"],
    "01.01.03": ["Quality Management Plan", "Quality plan", "QMP", "Project quality plan"],
    "01.01.06": ["Recruitment Plan", "Patient recruitment and retention plan", "Enrollment strategy", "Recruitment strategy plan"],
    "01.01.07": ["Communication Plan", "Comm Plan", "Project communication plan", "Escalation and communication plan"],
    "01.01.08": ["Monitoring Plan", "CMP", "Clinical Monitoring Plan", "SDV plan", "On-site monitoring plan", "RBM plan"],
    "01.01.09": ["Medical Monitoring Plan", "MMP", "Medical Monitor Plan", "Medical oversight plan"],
    "01.01.12": ["Status Report", "Monthly progress report to sponsor", "Enrollment status report", "Weekly study status"],
    "01.01.13": ["Newsletter", "Site newsletter spring", "Study Newsletter", "Investigator Newsletter"],
    "01.01.14": ["Audit Certificate", "QA audit certificate", "Certificate of audit", "Site audit certificate"],
    "01.01.16": ["Risk Management Plan", "Risk log", "Risk assessment", "RACT"],
    "01.02.01": ["Team contact list", "Study team list", "Project team roster", "Trial Team Details"],
    "01.03.01": ["DMC Charter", "DSMB charter", "IDMC charter", "Steering committee charter"],
    "01.04.01": ["Kick-off meeting minutes", "KOM slides", "Kick-off Meeting Agenda", "Sponsor kickoff presentation"],
    "01.04.03": ["Investigator Meeting slides", "IM agenda", "Investigators Meeting attendance", "Investigator meeting presentation"],
    "02.01.01": ["IB", "Investigators Brochure", "IB update", "Investigator Brochure Edition", "Prüferinformation", "IB annual review"],
    "02.01.02": ["Protocol", "Clinical Study Protocol", "CSP", "Study protocol", "Prüfplan", "Protocolo"],
    "02.01.03": ["Protocol Synopsis", "Synopsis", "Study synopsis", "Protokollsynopse"],
    "02.01.04": ["Protocol Amendment", "Amendment", "Substantial amendment protocol", "Prot Amend"],
    "02.01.06": ["Insurance Certificate", "Clinical trial insurance", "Versicherungsbestätigung", "Insurance policy", "Versicherung", "Attestation d'assurance"],
    "02.01.07": ["Sample CRF", "Blank CRF", "eCRF", "Case Report Form template"],
    "02.02.01": ["Patient Diary", "Subject diary", "eDiary screenshots", "Patiententagebuch"],
    "02.02.02": ["Questionnaire", "EQ-5D questionnaire", "QoL Questionnaire", "PRO questionnaire"],
    "02.02.03": ["ICF", "Informed Consent Form", "Main ICF", "Einwilligungserklärung", "PIS-ICF", "Consent form"],
    "02.02.04": ["Patient Information Sheet", "PIL", "Patienteninformation", "Subject information leaflet"],
    "02.02.06": ["Recruitment poster", "Advertisement", "Radio ad script", "Recruitment flyer"],
    "02.03.01": ["CSR", "Clinical Study Report", "Final CSR", "Study report synopsis CSR"],
    "03.01.01": ["CTA submission", "IND submission cover letter", "Regulatory submission package", "CTIS submission part I", "CTA application form", "RA submission"],
    "03.01.02": ["CTA approval", "BfArM approval letter", "MHRA notice of acceptance", "ANSM approval", "RA approval", "Competent authority approval"],
    "03.01.04": ["ClinicalTrials.gov registration", "Registry entry", "CT.gov record", "EU CTR registration"],
    "04.01.01": ["EC submission", "Ethics submission package", "IRB application", "EC cover letter submission", "IRB submission form", "REC application"],
    "04.01.02": ["EC approval", "IRB approval letter", "Ethikvotum", "Favourable opinion", "Ethics committee approval", "Avis favorable CPP"],
    "04.01.03": ["IRB membership list", "EC composition", "Ethics committee members", "IRB roster"],
    "04.03.02": ["Annual progress report to EC", "IRB continuing review report", "EC annual report", "Continuing review submission"],
    "05.01.02": ["CDA", "Confidentiality agreement", "NDA", "Confidential disclosure agreement"],
    "05.01.03": ["Feasibility questionnaire", "Site feasibility", "Feasibility survey", "Site selection questionnaire"],
    "05.01.04": ["PSSV report", "Site selection visit report", "Pre-study visit report", "SQV report", "Qualification visit report", "SSV report"],
    "05.02.01": ["IB acknowledgement", "IB receipt form", "IB acknowledgment of receipt", "Investigator Brochure receipt"],
    "05.02.02": ["Protocol signature page", "PSP", "Investigator signature page protocol", "Signed protocol page"],
    "05.02.04": ["PI CV", "CV Principal Investigator", "Curriculum Vitae PI", "CV of PI signed and dated"],
    "05.02.05": ["Sub-I CV", "CV Sub-Investigator", "SubI CV", "CV co-investigator"],
    "05.02.07": ["GCP certificate", "GCP training", "Medical licence", "GCP cert", "Approbation", "ICH-GCP training certificate"],
    "05.02.08": ["1572", "FDA Form 1572", "Form FDA 1572 signed", "FDA1572"],
    "05.02.10": ["FDF", "Financial Disclosure", "Financial Disclosure Form", "FD form"],
    "05.02.11": ["Data privacy consent", "GDPR form", "Data protection agreement site staff", "Privacy statement"],
    "05.02.12": ["CTA contract", "Clinical Trial Agreement", "Site contract", "Prüfarztvertrag", "Site agreement", "Investigator contract"],
    "05.02.18": ["DoA Log", "Delegation Log", "Delegation of authority", "Site signature and delegation log", "DOAL", "Signature sheet"],
    "05.03.01": ["SIV report", "Site initiation visit report", "Initiation visit report", "SIV rpt"],
    "05.03.02": ["SIV slides", "Site training slides", "SIV presentation", "Site initiation training slides"],
    "05.03.03": ["Site training log", "Training log", "Protocol training record", "Site staff training record"],
    "05.04.01": ["Screening log", "Enrolment log", "Screening and enrollment log", "Subject screening log"],
    "05.04.03": ["MVR", "Monitoring visit report", "IMV report", "RMV report", "Interim monitoring visit report", "Visit report IMV"],
    "05.04.04": ["Visit log", "Monitoring visit log", "Site visit log", "Monitor sign-in log"],
    "05.04.06": ["Protocol deviation log", "PD log", "Deviation log", "Deviations list"],
    "05.04.08": ["COV report", "Close-out visit report", "Site close out report", "COV rpt"],
    "05.04.09": ["Safety letter to investigator", "SUSAR cover letter to sites", "Dear investigator letter", "Investigator safety notification"],
    "05.04.10": ["Subject ID log", "Subject identification log", "Patient identification list", "Subject identification code list"],
    "05.04.12": ["Follow-up letter", "Monitoring follow up letter", "MV FU letter", "IMV follow-up letter"],
    "06.01.02": ["Pharmacy manual", "IP handling instructions", "IMP Manual", "Pharmacy Handling Instructions"],
    "06.01.03": ["IP label", "Drug label", "IMP label proof", "Label text"],
    "06.01.04": ["IP shipment record", "Drug shipment receipt", "IMP shipment confirmation", "Packing slip IMP"],
    "06.01.05": ["Drug accountability log", "IP accountability log", "Accountability form", "DAL"],
    "06.01.10": ["IP return form", "Drug return form", "IMP return record", "Return of study drug"],
    "06.01.11": ["Certificate of destruction", "IP destruction certificate", "Drug destruction record", "Destruction certificate"],
    "06.02.01": ["QP release", "QP certificate", "QP declaration", "QP certification"],
    "06.02.04": ["CoA", "Certificate of Analysis", "COA batch", "Batch certificate of analysis"],
    "06.04.01": ["Temp log", "Temperature log", "IP temperature log", "Fridge temperature record"],
    "06.04.02": ["Temperature excursion", "Temp excursion form", "Temperature deviation IP", "IMP temperature excursion report"],
    "06.06.04": ["IRT manual", "IWRS user manual", "IXRS user guide", "IRT site manual"],
    "07.01.01": ["Safety Management Plan", "SMP", "Safety plan", "SAE handling plan"],
    "07.02.01": ["SUSAR report", "SUSAR", "Expedited safety report", "CIOMS SUSAR"],
    "07.02.02": ["SAE report", "SAE form", "SAE initial report", "SAE follow-up"],
    "07.02.03": ["Pregnancy report form", "Pregnancy report", "Pregnancy notification", "Pregnancy form"],
    "08.01.01": ["CAP certificate", "CLIA certificate", "Lab accreditation", "CLIA cert", "Laborakkreditierung", "ISO 15189 certificate"],
    "08.01.04": ["Lab normals", "Normal ranges", "Reference ranges", "Normalwerte", "Lab normal ranges", "Laboratory reference values"],
    "08.01.05": ["Lab manual", "Central lab manual", "Laboratory manual", "ECG manual"],
    "08.01.07": ["CV Lab director", "Lab Head CV", "Laboratory director CV", "CV head of laboratory"],
    "09.01.01": ["Vendor qualification", "Vendor audit report", "Vendor qualification questionnaire", "Vendor assessment"],
    "09.02.03": ["Work order", "MSA", "CRO contract", "Master Service Agreement", "Change order", "SOW"],
    "10.01.01": ["DMP", "Data Management Plan", "Data mgmt plan", "Data management plan approved"],
    "10.02.01": ["CRF completion guidelines", "eCRF completion guideline", "CCG", "CRF Completion Instructions"],
    "10.02.02": ["aCRF", "Annotated CRF", "CRF annotated", "SDTM annotated CRF"],
    "10.03.02": ["Edit check specification", "Data validation plan", "Edit check specs", "DVP"],
    "10.03.08": ["SAE reconciliation", "SAE recon", "SAE reconciliation listing", "Safety data reconciliation"],
    "10.03.11": ["DB lock form", "Database lock approval", "Database lock memo", "DBL approval form"],
    "11.01.01": ["SAP", "Statistical Analysis Plan", "SAP final", "Stat analysis plan"],
    "11.02.03": ["Randomization list", "Master randomisation list", "Rando list", "Randomisation schedule"],
    "11.03.10": ["TLF final", "Final tables listings figures", "TFLs final analysis", "Final analysis output"],
}
SITES = ["101", "102", "201", "301"]
PEOPLE = ["Hoffmann", "Nguyen", "Rossi", "O'Brien", "Kowalska", "Lindqvist", "Petit", "Alvarez"]
FOLDERS = ["", "", "", "inbox/", "from CRO/", "upload 3/", "New folder/", "to file/2025/", "Site docs/", "Misc/"]
ENDS = ["", "", "", " final", " FINAL", "_signed", " - Copy", "(2)", "_fully executed", " clean", "_ecopy", " wet ink"]
SENTENCES = [
    "This record belongs to the study named above and is kept by the sponsor.",
    "Please keep this page with the records of the site and return a copy to the monitor.",
    "Signed and dated by the person responsible on behalf of the organization.",
    "Questions about this record are answered by the study team during working hours.",
    "The study is run in accordance with good clinical practice and local requirements.",
]
NOISE = ["scan{:04d}", "IMG_2025{:04d}", "doc({})", "Document{}", "20250{:03d}_0915", "Unbenannt {}", "fax{:05d}"]


def name(rng, wording):
    """A file name around a wording, as it comes out of mail boxes and scanners."""
    words = wording
    style = rng.randrange(6)
    if style == 0:
        words = words.replace(" ", "_")
    elif style == 1:
        words = words.lower()
    elif style == 2:
        words = words.upper()
    elif style == 3:
        words = "".join(word[:1].upper() + word[1:] for word in words.split(" "))
    parts = [words]
    joint = rng.choice([" ", "_", " - ", "_"])
    if rng.random() < 0.25:
        parts.insert(0, "ABC-101")
    if rng.random() < 0.4:
        parts.insert(rng.randrange(len(parts) + 1), rng.choice(["Site {}", "{}", "site{}", "S{}"]).format(rng.choice(SITES)))
    if rng.random() < 0.25:
        parts.append(rng.choice(PEOPLE))
    if rng.random() < 0.4:
        parts.append(rng.choice(["v{}.0", "V{}", "v0{}", "Version {}"]).format(rng.randrange(1, 6)))
    if rng.random() < 0.5:
        day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(2024, 2027)
        parts.append(rng.choice([f"{year}-{month:02}-{day:02}", f"{day:02}{'JanFebMarAprMayJunJulAugSepOctNovDec'[month * 3 - 3:month * 3]}{year}", f"{year}{month:02}{day:02}"]))
    return joint.join(parts) + rng.choice(ENDS)


def make(arguments):
    rng = random.Random(arguments.seed)
    folder = pathlib.Path(arguments.folder)
    files = folder / "files"
    rows, seen = [], set()
    for artifact, wordings in WORDINGS.items():
        for wording in wordings[1 if arguments.half == "holdout" else 0::2]:
            for _ in range(4):
                chance = rng.random()
                text = ""
                if chance < 0.1:
                    path, kind = rng.choice(NOISE).format(rng.randrange(1, 1000)), "text"
                    text = f"ABC-101\n{wording}\n\n" + "\n".join(rng.sample(SENTENCES, 3)) + "\n"
                elif chance < 0.2:
                    path, kind = rng.choice(NOISE).format(rng.randrange(1, 1000)), "nothing"
                    text = "\n".join(rng.sample(SENTENCES, 2)) + "\n"
                else:
                    path, kind = name(rng, wording), "name"
                    text = rng.choice(SENTENCES) + "\n"
                path = rng.choice(FOLDERS) + path + ".txt"
                if path.lower() in seen:
                    continue
                seen.add(path.lower())
                target = files / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
                rows.append((path, artifact, kind))
    with open(folder / "truth.csv", "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["path", "artifact", "kind"])
        writer.writerows(rows)
    print(f"{len(rows)} files below {files}")


def score(arguments):
    with open(arguments.truth, newline="", encoding="utf-8") as file:
        truth = {row["path"]: row for row in csv.DictReader(file)}
    with open(arguments.plan, newline="", encoding="utf-8-sig") as file:
        plan = list(csv.DictReader(file))
    for kind in ["name", "text", "nothing", None]:
        rows = [row for row in plan if kind is None or truth[row["path"]]["kind"] == kind]
        placed = [row for row in rows if row["artifact"]]
        right = [row for row in placed if row["artifact"] == truth[row["path"]]["artifact"]]
        three = [row for row in rows if truth[row["path"]]["artifact"] in row.get("suggestions", "") or row in right]
        print(f"{kind or 'all':8} {len(rows):5} files {len(placed):5} proposed {len(right):5} right {len(placed) - len(right):4} wrong "
              f"{len(rows) - len(placed):5} blank {len(three):5} with the right one among three")
    for low in range(50, 100, 10):
        band = [row for row in plan if row["artifact"] and low <= min(int(row["sure"]), 99) < low + 10]
        right = sum(row["artifact"] == truth[row["path"]]["artifact"] for row in band)
        print(f"sure {low}-{low + 9}: {right} of {len(band)} right")
    if arguments.verbose:
        for row in plan:
            is_right = row["artifact"] == truth[row["path"]]["artifact"]
            if not is_right and truth[row["path"]]["kind"] != "nothing":
                print(truth[row["path"]]["artifact"], "|", row["path"], "|", row["artifact"], row["sure"], "|", row["why"], "|", row.get("suggestions", ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make")
    making.add_argument("folder")
    making.add_argument("--half", choices=["tuning", "holdout"], default="holdout")
    making.add_argument("--seed", type=int, default=20)
    making.set_defaults(run=make)
    scoring = commands.add_parser("score")
    scoring.add_argument("plan")
    scoring.add_argument("truth")
    scoring.add_argument("--verbose", action="store_true")
    scoring.set_defaults(run=score)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()

/// Words of the field that mean the same, words of other languages, and words that mean nothing for the place.
enum FieldWords {
    /// The form under which a word is looked up: without a plural, one spelling, one of several synonyms.
    static func stem(_ word: String) -> String {
        if let same = synonyms[word] { return same }
        let length = word.utf8.count
        guard length >= 4, let last = word.utf8.last else { return word }
        var stem = word
        if last == UInt8(ascii: "s"), !["ss", "us", "is"].contains(where: word.hasSuffix) {
            stem = length > 4 && word.hasSuffix("ies") ? word.dropLast(3) + "y" : String(word.dropLast())
        }
        if last == UInt8(ascii: "n") || last == UInt8(ascii: "s"), stem.hasSuffix("isation") {
            stem = stem.dropLast(7) + "ization"
        }
        guard stem != word else { return word }
        return synonyms[stem] ?? stem
    }

    /// What a word of another language says in the words of the model, and which language it is.
    static func translation(of word: String) -> (language: String, words: [String])? {
        translations[word] ?? (word.utf8.last == UInt8(ascii: "s") ? translations[String(word.dropLast())] : nil)
    }

    /// Words that join others and say nothing by themselves.
    static let joining: Set<String> = Set(
        """
        a an and vitae as at by for from in into of on or per \
        the to with s und der die das des den dem fur von zu zum zur \
        mit im am ein eine de du la le les l d des et en pour par sur au aux el los las y del para con e il di da
        """.split(separator: " ").map(String.init))

    /// Words that say something about a file, but not what record it is.
    static let incidental: Set<String> = Set(
        """
        final signed executed copy scan scanned draft clean tracked redacted template blank fully approved current \
        latest new old updated update revised page pdf doc docx file document dr prof mr mrs ms herr frau md phd no nr \
        number attachment att encl wet ink esigned ecopy certified \
        true original dated version fv trial clinical fwd fw \
        re aw wg part vol clin site all signiert unterschrieben entwurf final1 final2 endfassung kopie firmado signe \
        copie copia
        """.split(separator: " ").map(String.init))

    /// Of these the ones that tell records of one kind from others all the same.
    static let telling: Set = ["site", "template", "page", "clinical", "trial"]

    private static let synonyms: [String: String] = [
        "study": "trial", "studies": "trial", "patient": "subject", "patients": "subject", "participant": "subject",
        "participants": "subject", "licence": "license", "licences": "license", "lab": "laboratory",
        "labs": "laboratory", "imp": "ip", "cda": "confidentiality", "centre": "center", "programme": "program",
        "enrolment": "enrollment", "labelling": "labeling", "relabelling": "relabeling", "resume": "cv",
        "certification": "certificate", "certificates": "certificate", "organisation": "organization",
        "opinion": "decision", "acknowledgment": "acknowledgement",
        "filenotes": "filenote", "cvs": "cv", "icfs": "icf", "favorable": "favourable", "advertisement": "advert",
        "responsibilities": "responsibility", "mails": "email", "mail": "email", "emails": "email",
        "edition": "version", "curriculum": "cv", "minute": "minutes", "telephone": "phone", "members": "member",
        "drug": "ip", "drugs": "ip", "temp": "temperature", "rando": "randomization", "specs": "specification",
    ]

    private static let translations: [String: (language: String, words: [String])] = {
        var table: [String: (language: String, words: [String])] = [:]
        for (language, lines) in [("de", german), ("fr", french), ("es", spanish)] {
            for line in lines.split(separator: ";") {
                let sides = line.split(separator: "=").map { $0.split { $0 == " " || $0 == "\n" }.map(String.init) }
                guard sides.count == 2, let word = sides[0].first else { continue }
                table[word] = (language, sides[1])
            }
        }
        return table
    }()

    private static let german = """
        lebenslauf=cv; prufplan=protocol; studienprotokoll=protocol; prufplananderung=protocol amendment;
        anderung=amendment; einwilligungserklarung=informed consent form; einwilligung=informed consent form;
        einverstandniserklarung=informed consent form; patienteninformation=subject information sheet;
        patientenaufklarung=subject information sheet; patientenausweis=subject participation card;
        patiententagebuch=subject diary; fragebogen=questionnaire; versicherung=insurance;
        versicherungsbestatigung=insurance certificate; versicherungspolice=insurance policy;
        versicherungszertifikat=insurance certificate; ethikvotum=ethics approval; votum=ethics approval;
        ethikkommission=ethics committee; ethikantrag=ethics submission; genehmigung=approval; zustimmung=approval;
        prufarztvertrag=clinical trial agreement; pruferinformation=investigator brochure;
        studienvertrag=clinical trial agreement; zentrumsvertrag=clinical trial agreement;
        vertraulichkeitserklarung=confidentiality agreement; schulungsnachweis=training certificate;
        schulung=training; schulungszertifikat=training certificate; zertifikat=certificate;
        approbation=medical license; approbationsurkunde=medical license; delegationsliste=delegation log;
        unterschriftenliste=signature sheet; monitoringbericht=monitoring visit report;
        besuchsbericht=monitoring visit report; aktennotiz=filenote; protokollsynopse=protocol synopsis;
        normalwerte=normal range; normbereiche=normal range; referenzbereiche=normal range;
        akkreditierungsurkunde=laboratory accreditation; akkreditierung=accreditation; schriftverkehr=correspondence;
        korrespondenz=correspondence; tagesordnung=agenda; besprechungsprotokoll=meeting minutes;
        temperaturprotokoll=temperature log; lieferschein=packing list; vernichtungsprotokoll=certificate destruction;
        datenschutzerklarung=data privacy;
        rekrutierungsanzeige=recruitment advertisement; laborhandbuch=laboratory manual;
        laborakkreditierung=laboratory accreditation; behorde=regulatory authority; bescheid=decision;
        initiierungsbesuch=initiation visit; jahresbericht=annual report; zusammenfassung=synopsis;
        monitoringplan=monitoring plan; studienausweis=subject participation card
        """
    private static let french = """
        consentement=informed consent form; protocole=protocol; amendement=amendment; assurance=insurance certificate;
        attestation=certificate; formation=training; lettre=letter; courrier=correspondence; notice=information sheet;
        investigateur=investigator; medecin=medical;
        licence=license; convention=clinical trial agreement; contrat=contract;
        delegation=delegation; journal=diary; carnet=diary;
        ethique=ethics; avis=decision; comite=committee; visite=visit;
        rapport=report; patient=subject; laboratoire=laboratory; accreditation=accreditation; certificat=certificate;
        etiquette=label; confidentialite=confidentiality; eclaire=informed; reunion=meeting
        """
    private static let spanish = """
        consentimiento=informed consent form; protocolo=protocol;
        enmienda=amendment; seguro=insurance; poliza=insurance policy;
        curriculo=cv; certificado=certificate; formacion=training; contrato=clinical trial agreement; comite=committee;
        dictamen=ethics approval; etica=ethics; informe=report; visita=visit; monitorizacion=monitoring; hoja=sheet;
        informacion=information; paciente=subject; investigador=investigator; manual=manual; laboratorio=laboratory;
        acuerdo=agreement; confidencialidad=confidentiality; diario=diary; cuestionario=questionnaire; carta=letter;
        informado=informed
        """
}

import TMFModel

/// The languages of countries and sites.
extension StudyFileReader {
    /// Each a code of two letters, each once.
    mutating func languages(_ fields: inout StudyFileFields) -> [String] {
        var languages: [String] = []
        for element in fields.list("languages") {
            guard case .text(let text) = element.kind, text.utf8.count == 2,
                text.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
            else {
                fields.report(
                    "languages",
                    "expected ISO 639-1 codes of two small letters such as [de, fr], found "
                        + element.described)
                continue
            }
            if languages.contains(text) {
                fields.report("languages", "'\(text)' stands twice: keep one of them")
            } else {
                languages.append(text)
            }
        }
        return languages
    }

    /// A site speaks no language that its country does not list.
    func requireLanguages(of sites: [Study.Site], among languages: [String], in fields: inout StudyFileFields) {
        for site in sites {
            guard let stranger = site.languages.first(where: { !languages.contains($0) }) else { continue }
            fields.report(
                "languages",
                "expected every language of its sites, and '\(stranger)' of site '\(site.id)' is not among them")
        }
    }
}

import TMFModel

/// Makes a study of a study file's values, and gathers everything that is wrong with them.
struct StudyFileReader {
    let source: String
    let library: StudyFile.Library
    var problems: [InputProblem] = []
    /// Where each entry of `rules` was written, by the entry's key.
    var placesOfRules: [String: RulePlace] = [:]
    /// Where each site of the study was first given, as sites are unique in a study.
    private var lineOfSite: [String: Int] = [:]

    init(source: String, library: @escaping StudyFile.Library) {
        self.source = source
        self.library = library
    }

    mutating func report(_ problem: InputProblem) { problems.append(problem) }

    mutating func study(from value: YAMLValue, _ neighbour: StudyFile.Neighbour) -> Study? {
        var fields = fields(
            value, "",
            [
                "study", "title", "sponsor", "model", "traits", "settings", "organizations", "milestones", "people",
                "countries", "rules",
            ])
        let id = fields.requiredText("study")
        if let id, let objection = StudyFileWords.objection(toStudy: id) {
            fields.report("study", "expected \(objection), found '\(id)'")
        }
        let title = fields.text("title")
        let sponsor = fields.text("sponsor")
        let model = fields.text("model") ?? "3.3.1"
        if StudyFileWords.objection(toStudy: model) != nil {
            fields.report("model", "expected a version such as 3.3.1, found '\(model)'")
        }
        var study = Study(id: id ?? "", title: title ?? "", sponsor: sponsor ?? "", model: model)
        study.traits = traits(&fields)
        study.settings = fields.value("settings").map { settings(from: $0) } ?? StudySettings()
        study.organizations = elements("organizations", "id", &fields) { $0.organization(from: $1, $2) }
        study.milestones = milestones(&fields)
        study.people = people(&fields)
        study.countries = elements("countries", "code", &fields) { $0.country(from: $1, $2) }
        study.rules = rules(&fields, model: model, neighbour)
        requirePlaces(of: study, in: fields)
        problems += fields.problems
        checkRules(of: study)
        problems.sort { ($0.source == source ? 0 : 1, $0.row ?? 0) < ($1.source == source ? 0 : 1, $1.row ?? 0) }
        return id == nil ? nil : study
    }

    func fields(_ value: YAMLValue, _ path: String, _ keys: [String]) -> StudyFileFields {
        StudyFileFields(value, at: path, keys: keys, source: source)
    }

    private mutating func traits(_ fields: inout StudyFileFields) -> [String] {
        var traits: [String] = []
        for value in fields.list("traits") {
            func report(_ message: String) {
                problems.append(InputProblem(source: source, row: value.line, column: "traits", message: message))
            }
            guard case .text(let trait) = value.kind else {
                report("expected a word such as blinded, found \(value.described)")
                continue
            }
            if let objection = StudyFileWords.objection(toWord: trait, mayHaveBlanks: false) {
                report("expected \(objection), found '\(trait)'")
            } else if traits.contains(trait) {
                report("'\(trait)' stands twice: keep one of them")
            } else {
                traits.append(trait)
            }
        }
        return traits
    }

    private mutating func settings(from value: YAMLValue) -> StudySettings {
        let targets = ["target-completeness", "target-timeliness", "target-quality"]
        var fields = fields(
            value, "settings",
            ["filing-days", "expiry-window-days", "quality-control"] + targets + ["target-margin", "titles"])
        var settings = StudySettings()
        settings.filingDays = fields.number("filing-days", in: 1...3_650) ?? settings.filingDays
        settings.expiryWindowDays = fields.number("expiry-window-days", in: 0...3_650) ?? settings.expiryWindowDays
        switch fields.text("quality-control") {
        case nil: break
        case "required": settings.isQualityControlRequired = true
        case "optional": settings.isQualityControlRequired = false
        case let other?: fields.report("quality-control", "expected required or optional, found '\(other)'")
        }
        for key in targets {
            if let target = fields.number(key, in: 1...100) { _ = settings.targets.set(key, to: target) }
        }
        settings.targets.margin = fields.number("target-margin", in: 0...100) ?? settings.targets.margin
        problems += fields.problems
        if let titles = fields.value("titles") { settings.titles = self.titles(from: titles) }
        return settings
    }

    private mutating func organization(from value: YAMLValue, _ path: String) -> (Study.Organization, key: String)? {
        var fields = fields(value, path, ["id", "name", "kind", "responsible"])
        defer { problems += fields.problems }
        let id = fields.requiredWord("id", mayHaveBlanks: true)
        let name = fields.requiredText("name")
        let kind = fields.requiredWord("kind", mayHaveBlanks: false)
        let responsible = responsibilities(&fields)
        guard let id, let name, let kind else { return nil }
        return (Study.Organization(id: id, name: name, kind: kind, responsible: responsible), id)
    }

    private mutating func milestones(_ fields: inout StudyFileFields) -> [Study.Milestone] {
        elements("milestones", "milestone", &fields) { $0.milestone(from: $1, $2) }
    }

    private mutating func milestone(from value: YAMLValue, _ path: String) -> (Study.Milestone, key: String)? {
        var fields = fields(value, path, ["milestone", "planned", "actual"])
        defer { problems += fields.problems }
        let planned = fields.day("planned")
        let actual = fields.day("actual")
        guard let text = fields.requiredText("milestone") else { return nil }
        guard text.utf8.count <= 2, let number = Decimal.value(of: text.utf8), (1...12).contains(number) else {
            fields.report("milestone", "expected a milestone of the reference model, 01 to 12, found '\(text)'")
            return nil
        }
        let key = Decimal.padded(number, to: 2)
        return (Study.Milestone(milestone: key, planned: planned, actual: actual), key)
    }

    private mutating func people(_ fields: inout StudyFileFields) -> [Study.Person] {
        elements("people", "id", &fields) { $0.person(from: $1, $2) }
    }

    private mutating func person(from value: YAMLValue, _ path: String) -> (Study.Person, key: String)? {
        var fields = fields(value, path, ["id", "name", "role", "from", "to"])
        defer { problems += fields.problems }
        let id = fields.requiredWord("id", mayHaveBlanks: true)
        let name = fields.requiredText("name")
        let role = fields.requiredWord("role", mayHaveBlanks: false)
        let (from, to) = interval("from", "to", &fields)
        guard let id, let name, let role else { return nil }
        return (Study.Person(id: id, name: name, role: role, from: from, to: to), "\(id)' as '\(role)")
    }

    private mutating func country(from value: YAMLValue, _ path: String) -> (Study.Country, key: String)? {
        var fields = fields(value, path, ["code", "activated", "closed", "languages", "milestones", "people", "sites"])
        defer { problems += fields.problems }
        let (activated, closed) = interval("activated", "closed", &fields)
        let languages = languages(&fields)
        let milestones = milestones(&fields)
        let people = people(&fields)
        let sites = elements("sites", "id", &fields) { $0.site(from: $1, $2) }
        requireLanguages(of: sites, among: languages, in: &fields)
        guard let text = fields.requiredText("code") else { return nil }
        guard let code = CountryCode(text) else {
            fields.report("code", "expected an ISO 3166-1 alpha-3 code in capitals such as DEU, found '\(text)'")
            return nil
        }
        return (
            Study.Country(
                code: code, activated: activated, closed: closed, milestones: milestones, people: people,
                sites: sites, languages: languages), text
        )
    }

    private mutating func site(from value: YAMLValue, _ path: String) -> (Study.Site, key: String)? {
        var fields = fields(value, path, ["id", "name", "activated", "closed", "languages", "milestones", "people"])
        defer { problems += fields.problems }
        let name = fields.text("name") ?? ""
        let (activated, closed) = interval("activated", "closed", &fields)
        let languages = languages(&fields)
        let milestones = milestones(&fields)
        let people = people(&fields)
        guard let id = fields.requiredWord("id", mayHaveBlanks: true) else { return nil }
        if let first = lineOfSite[id] {
            fields.report("id", "site '\(id)' stands in line \(first), too: sites are unique in a study")
            return nil
        }
        lineOfSite[id] = fields.line(of: "id")
        return (
            Study.Site(
                id: id, name: name, activated: activated, closed: closed, milestones: milestones, people: people,
                languages: languages), id
        )
    }

    private func interval(
        _ first: String, _ last: String, _ fields: inout StudyFileFields
    ) -> (first: Day?, last: Day?) {
        let begin = fields.day(first)
        let end = fields.day(last)
        if let begin, let end, end < begin {
            fields.report(last, "expected a day on or after \(first) \(begin), found \(end)")
        }
        return (begin, end)
    }

    /// The elements of a list, each named by the text at `label`; a second one with the same key is a problem.
    private mutating func elements<Element>(
        _ key: String, _ label: String, _ fields: inout StudyFileFields,
        _ read: (inout StudyFileReader, YAMLValue, String) -> (Element, key: String)?
    ) -> [Element] {
        var lineOfKey: [String: Int] = [:]
        var elements: [Element] = []
        for (index, value) in fields.list(key).enumerated() {
            let path = "\(fields.column(key))[\(value.label(label) ?? "#\(index + 1)")]"
            guard let (element, name) = read(&self, value, path) else { continue }
            if let first = lineOfKey[name] {
                problems.append(
                    InputProblem(
                        source: source, row: value.line, column: path,
                        message: "'\(name)' stands in line \(first), too: keep one of them"))
                continue
            }
            lineOfKey[name] = value.line
            elements.append(element)
        }
        return elements
    }
}

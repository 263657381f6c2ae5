extension ExpectationRule {
    /// The columns of `expected.csv` after `rule`, and the keys of a rule in a study file.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case artifact
        case subArtifact = "sub_artifact"
        case level, countries, expect, when
        case subject = "for"
        case due, count, shared, also, validity, severity, source, why
    }

    /// The rule that these texts write down. A field that is absent or empty has its simplest meaning: `always` (or
    /// `when`, if there are conditions), `once`, never due, `1+`, `own`, `error`.
    ///
    /// Throws `FactError` with the field for a text that says nothing known, or names an artifact, sub-artifact, level,
    /// milestone or setting that the model or the study's settings do not have.
    public init(id: String, texts: [Field: String], model: ReferenceModel) throws(FactError) {
        let reader = RuleTexts(texts: texts, model: model)
        let artifact = try reader.artifact()
        let conditions = try reader.conditions()
        let expectation = try reader.expectation(hasConditions: !conditions.isEmpty)
        let (subject, repetitions, settlingDays) = try reader.subject()
        let (atLeast, atMost) = try reader.count()
        let level = try reader.level(of: artifact)
        self.init(
            id: id, artifact: artifact.number, subArtifact: try reader.subArtifact(of: artifact), level: level,
            expectation: expectation, conditions: conditions, subject: subject,
            due: try reader.due(for: subject, level: level), atLeast: atLeast,
            severity: try reader.value(.severity, "error, warning or notice") { Severity(rawValue: $0) } ?? .error,
            rationale: reader.text(.why), atMost: atMost, repetitions: repetitions,
            settlingDays: settlingDays, countries: try reader.countries(level: level),
            sharing: try reader.sharing(for: subject), alternatives: try reader.alternatives(to: artifact, at: level),
            validity: try reader.value(.validity, "printed, +24 months, until-replaced or none") { ExpiryRule($0) },
            source: reader.text(.source))
    }

    /// The rule in its written form: `init(id:texts:model:)` reads it back. Fields without a text are left out.
    public var texts: [Field: String] {
        var texts: [Field: String] = [
            .artifact: artifact.description, .level: level.rawValue, .expect: expectation.rawValue,
            .subject: subjectText, .count: countText, .severity: severity.rawValue,
        ]
        texts[.subArtifact] = subArtifact
        texts[.countries] = countries == .all ? nil : countries.description
        texts[.when] = conditions.isEmpty ? nil : conditions.map(\.description).joined(separator: " & ")
        texts[.due] = due?.description
        texts[.shared] = sharing == .own ? nil : sharing.rawValue
        texts[.also] = alternatives.isEmpty ? nil : alternatives.map(\.description).joined(separator: "; ")
        texts[.validity] = validity?.description
        texts[.source] = source.isEmpty ? nil : source
        texts[.why] = rationale.isEmpty ? nil : rationale
        return texts
    }

    private var subjectText: String {
        let whom =
            switch subject {
            case .once: repetitions.isEmpty ? ["once"] : []
            case .person(let roles): ["person:\(roles.joined(separator: "|"))"]
            case .organization(let kinds): ["organization:\(kinds.joined(separator: "|"))"]
            }
        let repeated = repetitions.map { repetition in
            let isVersion = repetition == .version || repetition == .approvedVersion
            return isVersion && settlingDays > 0 ? "\(repetition.rawValue)+\(settlingDays)" : repetition.rawValue
        }
        return (whom + repeated).joined(separator: " & ")
    }

    private var countText: String {
        switch atMost {
        case nil: "\(atLeast)+"
        case atLeast?: "\(atLeast)"
        case let most?: "\(atLeast)..\(most)"
        }
    }
}

extension ExpectationRule.Countries: CustomStringConvertible {
    /// `DEU FRA`, or `!DEU !FRA` for all but these; empty for all.
    public var description: String {
        switch self {
        case .all: ""
        case .only(let codes): codes.map(\.description).joined(separator: " ")
        case .except(let codes): codes.map { "!\($0)" }.joined(separator: " ")
        }
    }
}

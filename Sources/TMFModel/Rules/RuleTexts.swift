/// Reads the fields of a rule's written form, one by one.
struct RuleTexts {
    let texts: [ExpectationRule.Field: String]
    let model: ReferenceModel

    func text(_ field: ExpectationRule.Field) -> String { texts[field] ?? "" }

    func problem(_ field: ExpectationRule.Field, _ expected: String) -> FactError {
        let text = text(field)
        return FactError(
            field: field.rawValue, expected: "\(expected), found \(text.isEmpty ? "nothing" : "'\(text)'")")
    }

    /// Nil for an empty field.
    func value<Value>(
        _ field: ExpectationRule.Field, _ expected: String, _ make: (String) -> Value?
    ) throws(FactError) -> Value? {
        let text = text(field)
        if text.isEmpty { return nil }
        guard let value = make(text) else { throw problem(field, expected) }
        return value
    }

    func artifact() throws(FactError) -> Artifact {
        guard let number = ArtifactNumber(text(.artifact)) else {
            throw problem(.artifact, "an artifact number such as 05.02.04")
        }
        guard let artifact = model.artifact(number) else {
            throw problem(.artifact, "an artifact of reference model \(model.version)")
        }
        return artifact
    }

    func level(of artifact: Artifact) throws(FactError) -> Level {
        guard let level = Level(rawValue: text(.level)) else { throw problem(.level, "trial, country or site") }
        guard artifact.levels.contains(level) else {
            let levels = artifact.levels.sorted().map(\.rawValue).joined(separator: " or ")
            throw problem(.level, "\(levels), where \(artifact.number) is filed")
        }
        return level
    }

    func subArtifact(of artifact: Artifact) throws(FactError) -> String? {
        try value(.subArtifact, "a sub-artifact that the model has at \(artifact.number)") {
            artifact.subArtifacts.contains($0) ? $0 : nil
        }
    }

    func conditions() throws(FactError) -> [ExpectationRule.Condition] {
        let form =
            "trait:NAME, !trait:NAME, milestone:NN, !milestone:NN, setting:NAME=VALUE or "
            + "status:\(ExpectationRule.ScopeStatus.allCases.map(\.rawValue).joined(separator: "|")), joined by ' & '"
        let conditions = try value(.when, form) { ExpectationRule.Condition.all(in: $0) } ?? []
        for condition in conditions {
            switch condition {
            case .milestone(let number), .noMilestone(let number):
                if model.milestone(number) == nil { throw problem(.when, "milestones of the model, 01 to 12") }
            case .setting(let name, _):
                let known = StudySettings.names
                if !known.contains(name) {
                    throw problem(.when, "a setting of the study file (\(known.joined(separator: ", ")))")
                }
            case .trait, .noTrait, .status: break
            }
        }
        return conditions
    }

    func expectation(hasConditions: Bool) throws(FactError) -> ExpectationRule.Expectation {
        let expectation =
            try value(.expect, "always, when or no") { ExpectationRule.Expectation(rawValue: $0) }
            ?? (hasConditions ? .when : .always)
        guard (expectation == .when) == hasConditions else {
            throw problem(.when, "conditions where, and only where, 'expect' is 'when'")
        }
        return expectation
    }

    func subject() throws(FactError) -> (ExpectationRule.Subject, [ExpectationRule.Repetition], settlingDays: Int) {
        let form =
            "once, person:ROLE|ROLE or organization:KIND|KIND, and version or approved-version (+90 for the days it is "
            + "given to arrive), language or renewal, joined by ' & '"
        var subject: ExpectationRule.Subject?
        var repetitions: [ExpectationRule.Repetition] = []
        var settlingDays = 0
        let text = text(.subject).isEmpty ? "once" : text(.subject)
        for part in text.split(separator: "&", omittingEmptySubsequences: false) {
            let word = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            if let (repetition, days) = Self.repetition(word), !repetitions.contains(repetition) {
                repetitions.append(repetition)
                settlingDays += days
            } else if subject == nil, let whom = ExpectationRule.Subject(word) {
                subject = whom
            } else {
                throw problem(.subject, form)
            }
        }
        if repetitions.contains(.version), repetitions.contains(.approvedVersion) {
            throw problem(.subject, "version or approved-version, not both")
        }
        return (subject ?? .once, repetitions, settlingDays)
    }

    /// `renewal`, `version+90`
    private static func repetition(_ word: String) -> (ExpectationRule.Repetition, days: Int)? {
        if let repetition = ExpectationRule.Repetition(rawValue: word) { return (repetition, 0) }
        guard let plus = word.lastIndex(of: "+"),
            let repetition = ExpectationRule.Repetition(rawValue: String(word[..<plus])),
            repetition == .version || repetition == .approvedVersion,
            let days = Decimal.value(of: word[word.index(after: plus)...].utf8), (1...3_650).contains(days)
        else { return nil }
        return (repetition, days)
    }

    /// Further artifacts, with blanks or semicolons between; each must have the rule's level.
    func alternatives(to artifact: Artifact, at level: Level) throws(FactError) -> [ArtifactNumber] {
        let form = "artifacts of reference model \(model.version) that have \(level.rawValue) level, such as 05.02.03"
        return try value(.also, form) { text -> [ArtifactNumber]? in
            let words = text.split { $0 == " " || $0 == ";" || $0 == "," }.map(String.init)
            let numbers = words.compactMap { ArtifactNumber($0) }.filter { number in
                number != artifact.number && model.artifact(number)?.levels.contains(level) ?? false
            }
            return numbers.count == words.count && Set(numbers).count == numbers.count ? numbers : nil
        } ?? []
    }

    func due(for subject: ExpectationRule.Subject, level: Level) throws(FactError) -> ExpectationRule.Due? {
        let form =
            "a milestone of the model, or document_date, received_date, expiry_date (of another artifact with "
            + "@zz.ss.aa), activated, closed, from or to; then + or - and days, such as 03+0 or to-30"
        guard let due = try value(.due, form, { ExpectationRule.Due($0) }) else { return nil }
        switch due.anchor {
        case .milestone(let number) where model.milestone(number) == nil: throw problem(.due, form)
        case .record(_, let artifact?) where model.artifact(artifact) == nil:
            throw problem(.due, "an artifact of reference model \(model.version) after '@'")
        case .own(.from), .own(.to):
            guard case .person = subject else { throw problem(.due, "'from' and 'to' with 'for' person:ROLE only") }
        case .own(.activated), .own(.closed):
            if level == .trial { throw problem(.due, "a milestone or a record's date: the trial is not activated") }
        case .milestone, .record: break
        }
        return due
    }

    func count() throws(FactError) -> (atLeast: Int, atMost: Int?) {
        let form = "a number of 1 or more: 2 for exactly two, 2+ for two or more, ..3 for one to three, 2..3"
        return try value(.count, form) { text in
            func number(_ part: Substring) -> Int? { Decimal.value(of: part.utf8).flatMap { $0 >= 1 ? $0 : nil } }
            if text.last == "+" { return number(text.dropLast()).map { ($0, nil) } }
            guard let dots = text.firstRange(of: "..") else { return number(text[...]).map { ($0, $0) } }
            let first = text[..<dots.lowerBound]
            guard let least = first.isEmpty ? 1 : number(first), let most = number(text[dots.upperBound...]),
                most >= least
            else { return nil }
            return (least, most)
        } ?? (1, nil)
    }

    func sharing(for subject: ExpectationRule.Subject) throws(FactError) -> ExpectationRule.Sharing {
        let sharing = try value(.shared, "own, above or anywhere") { ExpectationRule.Sharing(rawValue: $0) } ?? .own
        if sharing == .anywhere, subject == .once {
            throw problem(.shared, "own or above where 'for' names neither persons nor organizations")
        }
        return sharing
    }

    func countries(level: Level) throws(FactError) -> ExpectationRule.Countries {
        let form = "ISO 3166-1 alpha-3 codes such as DEU FRA, or all with a '!' before them"
        let countries =
            try value(.countries, form) { text -> ExpectationRule.Countries? in
                let words = text.split { $0 == " " || $0 == ";" || $0 == "," }
                let excluded = words.count { $0.first == "!" }
                let codes = words.compactMap { CountryCode(String($0.first == "!" ? $0.dropFirst() : $0)) }
                guard codes.count == words.count, excluded == 0 || excluded == words.count, !codes.isEmpty else {
                    return nil
                }
                return excluded == 0 ? .only(codes) : .except(codes)
            } ?? .all
        if countries != .all, level == .trial {
            throw problem(.countries, "no countries for a rule at trial level")
        }
        return countries
    }
}

extension ExpectationRule.Subject {
    /// `once`, `person:ROLE|ROLE` or `organization:KIND|KIND`
    fileprivate init?(_ text: String) {
        if text == "once" {
            self = .once
            return
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let names = text[text.index(after: colon)...].split(separator: "|", omittingEmptySubsequences: false)
            .map(String.init)
        guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
        switch text[..<colon] {
        case "person": self = .person(roles: names)
        case "organization": self = .organization(kinds: names)
        default: return nil
        }
    }
}

public import TMFModel

/// Why records are expected at an artifact, and what is there: for `tmf explain`.
public struct Explanation: Sendable {
    public let artifact: ArtifactNumber
    /// Empty if the model does not know the artifact.
    public let name: String
    /// Nil for every scope.
    public let scope: Scope?
    /// The rules of the artifact at the scope's level, those that ask for nothing among them.
    public let rules: [ExpectationRule]
    public let slots: [ExpectedSlot]
    /// Without the withdrawn ones, by scope and number.
    public let documents: [Document]
    /// Numbers of records there that this view withholds.
    public let withheld: [DocumentNumber]
    /// The documents among them that fill no place, with the reason.
    private let strays: [UnexpectedRecord]
    private let asOf: Day

    init(artifact: ArtifactNumber, scope: Scope?, binder: Binder) {
        self.artifact = artifact
        self.scope = scope
        name = binder.model.artifact(artifact)?.name ?? ""
        rules = binder.rules.filter {
            $0.artifact == artifact && (scope == nil || $0.level == scope?.level)
        }
        slots = binder.slots(at: artifact).filter { scope == nil || $0.address.scope == scope }
        documents = binder.documents(at: artifact).filter {
            $0.withdrawal == nil && (scope == nil || $0.facts.scope == scope)
        }
        withheld = binder.withheld.filter { $0.artifact == artifact && (scope == nil || $0.scope == scope) }
            .map(\.document)
        strays = binder.unexpected(at: artifact).filter {
            $0.kind != .overCount && (scope == nil || $0.scope == scope)
        }
        asOf = binder.asOf
    }

    /// The same in sentences, without titles: first the rules that ask for nothing, then slot by slot, then documents.
    public var sentences: [String] {
        let place = scope.map { ", \($0.inWords)" } ?? ""
        var sentences = [name.isEmpty ? "\(artifact)\(place)." : "\(artifact) \(name)\(place)."]
        if rules.isEmpty { sentences.append("No rule speaks of it.") }
        for rule in rules {
            if rule.expectation == .no {
                sentences.append(
                    "Rule \(rule.id)\(rule.originInWords) expects nothing at \(rule.level.rawValue) level\(rule.becauseInWords)"
                )
            } else if !slots.contains(where: { $0.rule.id == rule.id }) {
                sentences.append("Rule \(rule.id) asks for nothing here: \(rule.reasonForNothing(in: scope)).")
            }
        }
        for slot in slots {
            let standing =
                switch slot.timing(on: asOf) {
                case .overdue: ", overdue"
                case .due: ""
                case .notYetDue: slot.state.isComplete ? "" : ", not due yet"
                case .movedOn, .undated: slot.state.isComplete ? "" : ", not due"
                }
            sentences.append("\(slot.place): \(slot.state.rawValue)\(standing).")
            sentences += slot.explanation
        }
        if documents.isEmpty {
            sentences.append("No document is filed there.")
        } else {
            let numbers = documents.prefix(20).map(\.number.description).joined(separator: ", ")
            sentences.append(
                documents.count > 20
                    ? "Filed there: \(numbers) and \(documents.count - 20) more." : "Filed there: \(numbers).")
        }
        for stray in strays.prefix(20) {
            let numbers = stray.documents.map(\.description).joined(separator: ", ")
            sentences.append("\(numbers) fills no place: \(stray.explanation.joined(separator: " "))")
        }
        if !withheld.isEmpty {
            sentences.append("Withheld here: \(withheld.map(\.description).joined(separator: ", ")).")
        }
        return sentences
    }

    public var json: JSON {
        .full([
            ("artifact", .string(artifact.description)), ("name", .string(name)),
            ("scope", (scope?.description).json),
            (
                "rules",
                .array(
                    rules.map {
                        .full([
                            ("rule", .string($0.id)), ("level", .string($0.level.rawValue)),
                            ("expectation", .string($0.expectation.rawValue)), ("rationale", .string($0.rationale)),
                            ("origin", .string($0.origin.rawValue)), ("reason", $0.reason.json),
                            ("source", .string($0.source)),
                        ])
                    })
            ),
            ("slots", .array(slots.map(\.json))),
            ("documents", .array(documents.map { .string($0.number.description) })),
            ("withheld", .array(withheld.map { .string($0.description) })),
            ("explanation", .array(sentences.map { .string($0) })),
        ])
    }
}

extension ExpectationRule {
    /// Why a rule that asks for records has no slot.
    fileprivate func reasonForNothing(in scope: Scope?) -> String {
        if countries != .all, scope.map({ !countries.contains($0) }) ?? false {
            return "it does not speak of this country"
        }
        if expectation == .when, !conditions.isEmpty {
            return "it holds only where \(conditions.map(\.inWords).joined(separator: " and "))"
        }
        return switch subject {
        case .once: "the study has no \(level.rawValue) to which it applies"
        case .person(let roles): "nobody is listed there as \(roles.orInWords)"
        case .organization(let kinds): "the study file lists no organization of the kind \(kinds.orInWords)"
        }
    }
}

extension Binder {
    /// The rules of an artifact, its slots with their arithmetic, and what is filed there; in every scope, or in one.
    public func explain(_ artifact: ArtifactNumber, in scope: Scope? = nil) -> Explanation {
        Explanation(artifact: artifact, scope: scope, binder: self)
    }
}

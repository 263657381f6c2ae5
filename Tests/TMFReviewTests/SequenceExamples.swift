import TMFModel
import TMFReview

/// Examples of the checks that compare records with each other.
extension CheckTests {
    static let sequenceExamples: [CheckExample] = versionExamples + eventExamples + translationExamples + coverExamples

    private static let versionExamples: [CheckExample] = [
        .init(
            code: "version-fork", firing: labelled("2.0", "1.0"), silent: labelled("1.0", "1.1")),
        .init(
            code: "version-fork",
            firing: file([1, 2, 3].map(insured), links: [link(2, .supersedes, 1), link(3, .supersedes, 1)]),
            silent: file(
                [1, 2, 3].map(insured),
                links: [link(2, .supersedes, 1), link(3, .supersedes, 1), link(3, .supersedes, 2)])),
        .init(
            code: "two-current",
            firing: file([
                record(1, trialProtocol, "trial", "2024-01-05", label: "1.0", title: "Protocol v1.0"),
                record(2, trialProtocol, "trial", "2024-01-06", label: "2.0", title: "Protocol, version 2.0"),
            ]),
            silent: file([
                record(1, trialProtocol, "trial", "2024-01-05", label: "1.0", title: "Amendment 1"),
                record(2, trialProtocol, "trial", "2024-01-06", label: "2.0", title: "Amendment 2"),
            ])),
        .init(
            code: "two-current",
            firing: file([plan(1, "1.0"), plan(2, "2.0")]),
            silent: file([plan(1, "1.0"), plan(2, "2.0")], links: [link(2, .supersedes, 1)])),
        .init(
            code: "superseded-without-successor",
            firing: file([insured(1), gone(2)], links: [link(2, .supersedes, 1)]),
            silent: file([insured(1), gone(2), insured(3)], links: [link(2, .supersedes, 1), link(3, .supersedes, 1)])),
    ]

    private static let eventExamples: [CheckExample] = [
        .init(
            code: "approval-before-submission",
            firing: file([
                record(1, permit, "DEU", "2024-02-01"), record(2, request, "DEU", "2024-02-02"),
            ]),
            silent: file([
                record(1, permit, "DEU", "2024-02-01"), record(2, request, "DEU", "2024-02-01"),
                record(3, request, "DEU", "2024-09-01"),
            ])),
        // The submission that was filed belongs to another version, and the first one is not there.
        .init(
            code: "approval-before-submission",
            firing: file([
                record(1, opinion, "DEU/101", "2024-02-01", label: "2.0"),
                record(2, petition, "DEU", "2023-02-01", label: "1.0"),
                record(3, petition, "DEU", "2024-03-01", label: "2"),
            ]),
            silent: file([
                record(1, opinion, "DEU/101", "2024-02-01", label: "1.0"),
                record(2, petition, "DEU", "2024-03-01", label: "2.0"),
            ])),
        .init(
            code: "site-activated-before-approval",
            firing: file([record(1, opinion, "DEU", "2024-03-02")]),
            silent: file([record(1, opinion, "DEU", "2024-03-01"), record(2, opinion, "DEU/101", "2024-05-01")])),
        .init(
            code: "site-activated-before-approval",
            firing: file([record(1, agreement, "DEU/101", "2024-03-02")]),
            silent: file([record(1, agreement, "DEU/101", "2024-03-02"), record(2, agreement, "DEU/101", nil)])),
        .init(
            code: "consent-before-approval",
            firing: file([
                record(1, consent, "DEU", "2024-01-01", label: "1.0"), record(2, opinion, "DEU", "2024-02-01"),
                record(3, opinion, "DEU", "2024-03-02", label: "1.0"),
            ]),
            silent: file([
                record(1, consent, "DEU", "2024-01-01", label: "1.0"),
                record(2, consent, "DEU/101", "2024-06-01", label: "2.0"),
                record(3, opinion, "DEU", "2024-03-01", label: "1.0"),
                record(4, opinion, "DEU", "2024-07-01", label: "2.0"),
            ])),
        .init(
            code: "consent-before-approval", firing: used(from: "2024-06-30"), silent: used(from: "2024-07-01")),
        .init(
            code: "amendment-cascade",
            firing: amended([record(3, permit, "DEU", "2024-08-01", label: "2.0")]),
            silent: amended([
                record(3, permit, "DEU", "2024-08-01", label: "2.0"),
                record(4, opinion, "DEU", "2024-08-01", label: "2.0"),
                record(5, consent, "DEU/101", "2024-08-01", label: "2.0"),
                record(6, signature, "DEU/101", "2024-08-01", label: "2.0"),
                record(7, training, "DEU/101", "2024-08-01", label: "2.0"),
            ])),
        // A record that names no version may be the one that is looked for.
        .init(
            code: "amendment-cascade", firing: amended([record(3, permit, "DEU", "2024-05-31")]),
            silent: amended([record(3, permit, "DEU", "2024-06-01"), record(4, opinion, "DEU", "2024-06-01")])),
    ]

    private static let translationExamples: [CheckExample] = [
        .init(
            code: "original-without-translation", firing: translated([]),
            silent: translated([record(9, cover, "FRA", "2024-01-01")])),
        .init(
            code: "original-without-translation", firing: spoken([]),
            silent: spoken([record(9, consent, "FRA", "2024-01-01")])),
        .init(
            code: "translation-behind", firing: following(on: today),
            // The last of the days that are given.
            silent: following(on: day("2024-08-30"))),
        .init(
            code: "translation-without-certificate",
            firing: file(consents, study: trial(traits: ["certified-translations"])),
            silent: file(
                consents + [insured(3)], study: trial(traits: ["certified-translations"]),
                links: [link(3, .supports, 2)])
        ),
        .init(
            code: "translation-without-certificate",
            firing: file(consents, study: trial(traits: ["certified-translations"])), silent: file(consents)),
    ]

    private static let coverExamples: [CheckExample] = [
        .init(
            code: "expiry-not-specified", firing: file([record(1, cover, "DEU", "2024-01-01")]),
            silent: file([
                record(1, cover, "DEU", "2024-01-01", rule: ExpiryRule.none),
                record(2, trialProtocol, "trial", "2024-01-01"),
            ])),
        .init(
            code: "coverage-gap", firing: insurance(until: "2025-06-29"), silent: insurance(until: "2025-06-30")),
    ]

    private static func labelled(_ first: String, _ second: String) -> Binder {
        file([
            document(
                1, trialProtocol, versions: [version(label: first), version(2, label: second, text: "2")])
        ])
    }

    private static func plan(_ value: Int, _ label: String) -> Document {
        record(value, trialProtocol, "trial", "2024-01-05", label: label)
    }

    private static func insured(_ value: Int) -> Document {
        record(value, cover, "DEU", "2024-01-0\(value)", rule: ExpiryRule.none)
    }

    private static func gone(_ value: Int) -> Document {
        document(value, cover, "DEU", isWithdrawn: true, versions: [version(text: "\(value)", rule: ExpiryRule.none)])
    }

    private static func used(from effective: String) -> Binder {
        file([
            record(
                1, consent, "DEU", "2024-05-01", label: "2.0",
                metadata: [JSON.Member("effective_date", .string(effective))]),
            record(2, opinion, "DEU", "2024-07-01", label: "2.0"),
        ])
    }

    /// Protocol 1.0, then 2.0 of 1 June 2024.
    private static func amended(_ documents: [Document]) -> Binder {
        file(
            [
                document(
                    1, trialProtocol,
                    versions: [
                        version(label: "1.0", dated: "2024-01-05"),
                        version(2, label: "2.0", dated: "2024-06-01", received: nil, text: "2"),
                    ])
            ] + documents)
    }

    private static let consents = [
        record(1, consent, "trial", "2024-01-01", key: "master"),
        record(2, consent, "DEU", "2024-01-01", translationOf: "master"),
    ]

    /// Germany has translations of consent form and insurance, France of the consent form alone.
    private static func translated(_ more: [Document]) -> Binder {
        let france = Study.Country(
            code: country("FRA"), sites: [.init(id: "201", activated: day("2024-04-01"))])
        return file(
            consents + [
                record(3, consent, "FRA", "2024-01-01", translationOf: "master"),
                record(4, cover, "trial", "2024-01-01", key: "insurance"),
                record(5, cover, "DEU", "2024-01-01", translationOf: "insurance"),
            ] + more, study: trial(others: [france]))
    }

    /// A consent form that is translated for Germany; France lists French as its language.
    private static func spoken(_ more: [Document]) -> Binder {
        let france = Study.Country(
            code: country("FRA"), sites: [.init(id: "201", activated: day("2024-04-01"))], languages: ["fr"])
        return file(consents + more, study: trial(others: [france]))
    }

    /// A translation of version 1.0, and version 2.0 of the original, dated 1 June 2024.
    private static func following(on asOf: Day) -> Binder {
        file(
            [
                document(
                    1, consent, key: "master",
                    versions: [
                        version(label: "1.0"),
                        version(2, label: "2.0", dated: "2024-06-01", received: nil, text: "2"),
                    ]),
                record(2, consent, "DEU", "2024-01-20", label: "1", translationOf: "master"),
            ], asOf: asOf)
    }

    /// Two certificates, of which the second begins on 1 July 2025.
    private static func insurance(until last: String) -> Binder {
        file([
            record(1, cover, "DEU", "2024-01-01", expires: last),
            record(2, cover, "DEU", "2025-07-01", expires: "2026-12-31"),
        ])
    }
}

import Foundation
import SystemPackage
import TMFModel
import Testing

/// The sample study as its README describes it, judged on 21 November 2026.
@Suite struct JudgingSampleTests {
    private static func findings() throws -> [JSON] {
        let place = try Workplace(hasStore: false)
        let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "samples/ABC-101").path
        try place.file(
            study: FilePath("\(sample)/study.yaml"), source: FilePath("\(sample)/documents"),
            manifest: FilePath("\(sample)/manifest.csv"), on: "2026-11-20")
        let check = try place.tmf("check", "--as-of", "2026-11-21", "--format", "json").json()
        return try #require(check["findings"]?.array)
    }

    @Test func `gaps, amendments and translations are those on purpose`() throws {
        let rules: Set = ["coverage-gap", "amendment-cascade", "translation-behind"]
        let found = Set(
            try Self.findings().filter { rules.contains($0["rule"]?.string ?? "") }.compactMap { $0["message"]?.string }
        )

        #expect(
            found == [
                "GCP training of Dr Anna Beispiel (p-beispiel): nothing was in force from 2025-01-20 to 2025-02-10, for 22 days.",
                "GCP training of Lena Vorlage (p-vorlage): nothing was in force from 2024-09-16 to 2025-01-13, for 120 days.",
                "Laboratory accreditation of Central Lab Example (lab-1): nothing was in force on 2024-09-01.",
                "Insurance, country DEU: nothing was in force from 2024-09-16 to 2026-01-31, for 503 days.",
                "No authority decision for protocol version 2.0 is filed for country DEU.",
                "No ethics decision for protocol version 2.0 is filed for country DEU.",
                "No authority decision for protocol version 2.0 is filed for country FRA.",
                "No authority decision for protocol version 3.0 is filed for country FRA.",
                "No ethics decision for protocol version 3.0 is filed for country FRA.",
                "No site training evidence for protocol version 3.0 is filed for site 101 (DEU).",
                "No site training evidence for protocol version 3.0 is filed for site 102 (DEU).",
                "D-000039 translates an older version than 3.0 of D-000037.",
            ])
    }

    @Test func `signature pages are missed once, by the rule that asks for each approved version`() throws {
        let found = try Self.findings()
            .filter { $0["rule"] == "missing" && ($0["artifact"] == "05.02.02" || $0["artifact"] == "05.02.03") }
            .compactMap { $0["message"]?.string }

        #expect(
            found == [
                "05.02.02 Protocol Signature Page, site 102 (DEU), Prof. Erika Muster (p-muster), protocol version 3.0: "
                    + "nothing is filed, due since 2025-12-31, 325 days ago.",
                "05.02.02 Protocol Signature Page, site 201 (FRA), Dr Jean Exemple (p-exemple), protocol version 2.0: "
                    + "nothing is filed, due since 2025-05-13, 557 days ago.",
            ])
    }

    @Test func `the papers of a laboratory that the study does not name are not expected`() throws {
        let found = try Self.findings().filter { ["never-expected", "over-count"].contains($0["rule"]) }

        #expect(found.map { $0["document"] } == ["D-000137"])
        #expect(found.first?["severity"] == "notice")
    }

    @Test func `what is in order there raises no alarm`() throws {
        let silent = [
            "version-gap", "repeated-label", "version-fork", "two-current", "superseded-without-successor",
            "approval-before-submission", "site-activated-before-approval", "consent-before-approval",
            "missing-document-date", "future-date", "translation-of-unknown", "original-without-translation",
            "translation-without-certificate", "unknown-artifact", "wrong-level", "empty-file", "damaged-file",
            "encrypted-file", "media-type-mismatch",
        ]
        let rules = Set(try Self.findings().compactMap { $0["rule"]?.string })

        #expect(rules.intersection(silent) == [])
    }
}

import TMFModel
import TMFReview
import Testing

/// What nobody needs any more is judged on the last day on which somebody did.
@Suite struct NeedEndTests {
    private func site(closed: String? = nil, to: String? = nil) -> Study {
        let person = Study.Person(id: "p-1", name: "A", role: "principal-investigator", to: to.map(day))
        return study(sites: [
            .init(id: "101", activated: day("2024-03-01"), closed: closed.map(day), people: [person])
        ])
    }

    private func resume(until expires: String) -> Document {
        document(1, TMFReviewTests.resume, "DEU/101", person: "p-1", versions: [version(expires: expires)])
    }

    private func slots(_ study: Study, _ document: Document, _ texts: [ExpectationRule.Field: String] = [:]) throws
        -> [ExpectedSlot]
    {
        var all: [ExpectationRule.Field: String] = [.subject: "person:principal-investigator", .due: "03+0"]
        all.merge(texts) { $1 }
        return try binder([document], rules: [written("cv", TMFReviewTests.resume, .site, all)], study: study).slots
    }

    @Test func `who was covered until the last day in the role lacks nothing`() throws {
        let left = try slots(site(to: "2025-06-30"), resume(until: "2025-06-30"))

        #expect(left.map(\.state) == [.complete])
        #expect(
            left[0].explanation.last
                == "Filled by D-000001, approved and in force on 2025-06-30, the last day on which it was needed: "
                + "matched by artifact, site and person.")
    }

    @Test func `who was not covered on the last day still lacks it`() throws {
        #expect(try slots(site(to: "2025-06-30"), resume(until: "2025-06-29")).map(\.state) == [.expired])
        #expect(try slots(site(), resume(until: "2025-06-30")).map(\.state) == [.expired])
    }

    @Test func `a closed site needs nothing after its closing`() throws {
        #expect(try slots(site(closed: "2025-06-30"), resume(until: "2025-12-31")).map(\.state) == [.complete])
        #expect(try slots(site(closed: "2025-06-30"), resume(until: "2025-05-31")).map(\.state) == [.expired])
    }

    @Test func `a rule's own validity ends in the same way`() throws {
        let dated = document(
            1, TMFReviewTests.resume, "DEU/101", person: "p-1",
            versions: [version(dated: "2024-01-01", received: nil)])
        func state(to: String) throws -> [ExpectedSlot.State] {
            try slots(site(to: to), dated, [.validity: "+12 months"]).map(\.state)
        }

        #expect(try state(to: "2024-12-31") == [.complete])
        #expect(try state(to: "2025-01-02") == [.expired])
    }

    @Test func `nothing is renewed for who has left or for a closed site`() throws {
        let renewed: [ExpectationRule.Field: String] = [.subject: "person:principal-investigator & renewal"]

        #expect(try slots(site(to: "2025-06-30"), resume(until: "2025-06-30"), renewed).map(\.state) == [.complete])
        #expect(
            try slots(site(closed: "2025-05-31"), resume(until: "2025-06-30"), renewed).map(\.state) == [.complete])
        #expect(
            try slots(site(to: "2025-07-01"), resume(until: "2025-06-30"), renewed).map(\.state)
                == [.complete, .expired])
    }

    @Test func `what lapsed after its site was closed is no finding`() {
        func findings(closed: String) -> [String] {
            binder([resume(until: "2025-12-31")], study: site(closed: closed)).findings.map(\.rule)
        }

        #expect(findings(closed: "2025-06-30") == [])
        #expect(findings(closed: "2026-01-31") == ["expired"])
    }

    @Test func `a renewal asks for as many records as the rule`() throws {
        let rule = try written("insurance", insurance, .country, [.subject: "renewal", .due: "02+0", .count: "2+"])
        func chain(_ expiries: String?...) -> [String] {
            let documents = expiries.enumerated().map { place, expires in
                document(place + 1, insurance, "DEU", versions: [version(expires: expires, text: "\(place)")])
            }
            return binder(documents, rules: [rule]).slots.map {
                "\($0.address.renews?.description ?? "first") \($0.state.rawValue) \($0.documents.count)"
            }
        }

        #expect(chain("2026-12-31") == ["first missing 1"])
        #expect(chain("2024-12-31", "2024-12-31") == ["first complete 2", "2024-12-31 expired 2"])
        // The first lapses in 2024; the second and third make two until the second lapses.
        #expect(
            chain("2024-12-31", "2025-12-31", "2027-12-31") == [
                "first complete 2", "2024-12-31 complete 2", "2025-12-31 expired 2",
            ])
        #expect(chain("2024-12-31", nil, nil) == ["first complete 3", "2024-12-31 complete 2"])
    }

    @Test func `two versions of one document are one record of a renewal`() throws {
        let rule = try written("insurance", insurance, .country, [.subject: "renewal", .due: "02+0", .count: "2+"])
        let both = document(
            1, insurance, "DEU",
            versions: [version(expires: "2024-12-31", text: "1"), version(2, expires: "2026-12-31", text: "2")])

        #expect(binder([both], rules: [rule]).slots.map(\.state) == [.missing])
    }

    @Test func `a record without a language serves where there is only one`() throws {
        let consent = try written("consent", insurance, .country, [.subject: "language", .due: "02+0"])
        func states(_ languages: [String]) -> [ExpectedSlot.State] {
            var study = study()
            study.countries[0].languages = languages
            return binder([document(1, insurance, "DEU")], rules: [consent], study: study).slots.map(\.state)
        }

        #expect(states(["de"]) == [.complete])
        #expect(states(["de", "tr"]) == [.missing, .missing])
    }

    @Test func `a site that names its languages asks for these only`() throws {
        let consent = try written("log", log, .site, [.subject: "language", .due: "03+0"])
        var study = study()
        study.countries[0].languages = ["de", "tr"]
        #expect(binder(rules: [consent], study: study).slots.map(\.address.language) == ["de", "tr"])
        study.countries[0].sites[0].languages = ["tr"]
        #expect(binder(rules: [consent], study: study).slots.map(\.address.language) == ["tr"])
    }
}

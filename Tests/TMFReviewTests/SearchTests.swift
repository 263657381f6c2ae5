import TMFModel
import TMFReview
import Testing

@Suite struct SearchTests {
    private let search: DocumentSearch = {
        var noted = version(label: "2.0", text: "3", name: "scan_0007.pdf")
        noted.facts.note = "Signed by the ethics board, see plan"
        return DocumentSearch(
            binder([
                document(1, plan, title: "Trial Master File Plan"),
                document(2, resume, "DEU/101", person: "p-1", title: "Lebenslauf Straße"),
                document(123, insurance, "DEU", title: "Certificate of cover", versions: [noted]),
            ]))
    }()

    @Test(arguments: [
        ("plan", [1, 123]), ("mast fil", [1]), ("MÖLLER", [2]), ("anna moller", [2]), ("strasse", [2]),
        ("hospital", [2]),
        ("\"master file\"", [1]), ("\"file master\"", []), ("\"mast\"", []), ("D-000123", [123]), ("123", [123]),
        ("05.02", [2]), ("05.02.04", [2]), ("scan_0007", [123]), ("scan_0007.pdf", [123]), ("deu certificate", [123]),
        ("plan nowhere", []), ("", []), ("  \" ", []), ("2.0", [123]), ("ethics bo", [123]), ("curriculum", [2]),
        ("\"signed by", [123]),
    ])
    func `words find the documents that have them all`(text: String, expected: [Int32]) {
        #expect(search.hits(for: text).map(\.document.value) == expected)
    }

    @Test func `a hit names its weightiest field, and titles come before other fields`() {
        #expect(search.hits(for: "plan").map(\.field) == [.title, .note])
        #expect(search.hits(for: "moller").map(\.field) == [.person])
        #expect(search.hits(for: "d-000123").map(\.field) == [.number])
        #expect(search.hits(for: "scan_0007").map(\.field) == [.originalName])
    }
}

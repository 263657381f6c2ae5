@testable import TMFIntake
import TMFModel
import TMFTestSupport
import Testing

/// What an import knows of the documents it may meet, on more than one shelf.
@Suite struct KnownDocumentsTests {
    private func facts(_ number: Int) -> DocumentFacts {
        DocumentFacts(artifact: .investigatorCV, scope: .trial, title: "Title \(number)")
    }

    @Test func `each document is found again with all that was noted of it, in whatever order they came`() {
        var documents = KnownDocuments()
        let numbers = (1...3_000).map { $0 * 7 % 3_001 }
        for round in 1...2 {
            for number in numbers {
                documents.change(
                    DocumentNumber(number), first: FiledIndex.Known(facts: facts(number), isWithdrawn: false)
                ) { $0.versions.append(.init(digest: .zero, fingerprint: round, status: .approved)) }
            }
        }
        for number in numbers {
            let known = documents[DocumentNumber(number)]
            #expect(known?.facts.title == "Title \(number)" && known?.versions.map(\.fingerprint) == [1, 2])
        }
        #expect(documents[DocumentNumber(3_001)] == nil)
    }
}

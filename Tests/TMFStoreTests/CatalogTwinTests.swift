import GRDB
import TMFModel
import TMFTestSupport
import Testing

@testable import TMFStore

@Suite struct CatalogTwinTests {
    private func filed(_ count: Int) throws -> (TrialFolder, Store) {
        let trial = try TrialFolder()
        let store = try trial.create()
        for step in 1...count { try TrialFolder.file("text \(step)", in: store) }
        return (trial, store)
    }

    @Test(arguments: [1, 2, 5]) func `two views read what one does`(count: Int) throws {
        let (trial, store) = try filed(count)
        let head = try store.head(of: TrialFolder.study)

        let documents = try store.database.read { db in
            try CatalogReading.documents(
                of: TrialFolder.study, in: db, head: head, beside: CatalogTwin(root: trial.root, fewest: 1))
        }

        #expect(documents.count == count)
        #expect(try documents == store.snapshot(of: TrialFolder.study).documents)
    }

    @Test func `a second view of a later moment is not taken`() throws {
        let (trial, store) = try filed(3)
        let before = try store.head(of: TrialFolder.study)
        try TrialFolder.file("text 4", in: store)

        let reading = try CatalogTwin(root: trial.root).read(2...3, of: TrialFolder.study, head: before)
        #expect(try reading.documents() == nil)

        // The first view, which would know of the fourth, is asked for the rest instead.
        let documents = try store.database.read { db in
            try CatalogReading.documents(
                of: TrialFolder.study, in: db, head: before, beside: CatalogTwin(root: trial.root, fewest: 1))
        }
        #expect(documents.map(\.number.value) == [1, 2, 3, 4])
    }
}

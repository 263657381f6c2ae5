import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

@Suite struct ModelMigrationTests {
    /// The model with artifacts renumbered, or taken out where the new number is nil.
    private func changed(_ model: ReferenceModel, _ name: String, _ numbers: [String: String?]) throws -> KeptModel {
        let rows = String(decoding: KeptModelTable.bytes(of: model), as: UTF8.self).split(separator: "\n01.01.")
        let lines = rows.enumerated().compactMap { place, row -> String? in
            let number = "01.01.\(row.prefix(2))"
            guard place > 0, let new = numbers[number] else { return String(row) }
            return new.map { "\($0.suffix(2))\(row.dropFirst(2))" }
        }
        return KeptModel(name: name, table: Array(lines.joined(separator: "\n01.01.").utf8))
    }

    @Test func `documents follow their unique ID, all or nothing, with a reason`() throws {
        let desk = try ImportDesk()
        try desk.put("1", "a.pdf")
        try desk.put("2", "b.pdf")
        _ = try desk.load("path,artifact", "a.pdf,01.01.01", "b.pdf,01.01.02")
        let kept = try changed(desk.model, "9.9", ["01.01.01": "01.01.77"])
        try desk.store.keep(kept)
        try desk.store.keep(kept)
        #expect(try desk.store.keptModels() == ["9.9"])
        #expect(throws: InputProblem.self) { try desk.store.keep(KeptModel(name: "9.9", table: [])) }

        let (new, rules) = try ReferenceModelLibrary.load("9.9", kept: desk.store.keptModel("9.9"))
        let study = try desk.store.study(named: nil)
        let migration = ModelMigration(
            try desk.store.snapshot(of: study), from: desk.model, to: new, rules: rules)
        #expect(migration.problems == [])
        #expect(
            migration.moves.map { "\($0.document) \($0.from.artifact) \($0.to.artifact)" } == [
                "D-000001 01.01.01 01.01.77"
            ])
        let before = try desk.head
        #expect(throws: InputProblems.self) {
            try migration.apply(to: desk.store, by: Attribution(actor: "a", host: "h", reason: " "))
        }
        #expect(try desk.head == before)

        try migration.apply(to: desk.store, by: Attribution(actor: "a", host: "h", reason: "new version"))
        let snapshot = try desk.store.snapshot(of: study)
        #expect(snapshot.study.model == "9.9")
        #expect(snapshot.keptModel == kept)
        #expect(snapshot.documents.map(\.facts.artifact.description) == ["01.01.77", "01.01.02"])
        #expect(try desk.store.entries(of: study, 4...5).allSatisfy { $0.by.reason == "new version" })
        // A study file with another version does not do the same by the way.
        var old = snapshot.study
        old.model = "3.3.1"
        #expect(throws: InputProblems.self) { try StudyApplying.apply(old, to: desk.store, by: .test) }
        let copy = desk.folder("copy.tmf")
        _ = try desk.store.backUp(to: copy)
        #expect(try Store(at: copy, .reading).keptModel("9.9") == kept)
    }

    @Test func `a document without a place in the new version keeps the study from it`() throws {
        let desk = try ImportDesk()
        try desk.put("1", "a.pdf")
        _ = try desk.load("path,artifact", "a.pdf,01.01.01")
        let kept = try changed(desk.model, "9.9", ["01.01.01": nil])
        let (new, rules) = try ReferenceModelLibrary.load("9.9", kept: kept)
        let migration = ModelMigration(
            try desk.store.snapshot(of: desk.store.study(named: nil)), from: desk.model, to: new, rules: rules)

        #expect(migration.problems.map(\.source) == ["D-000001"])
        #expect(throws: InputProblems.self) {
            try migration.apply(to: desk.store, by: Attribution(actor: "a", host: "h", reason: "new version"))
        }
    }
}

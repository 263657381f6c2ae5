import Foundation
import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
@testable import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// The months in a package: of what it holds, by what was known, and the same wherever it is written.
@Suite struct PackageTrendTests {
    /// Four months: a record of which it was found out in the third that it unblinds, one that moved in the fourth.
    private func desk() throws -> FlatStore {
        let desk = try FlatStore()
        try desk.file("Open")
        let secret = try desk.file("Allotment of everyone")
        desk.clock.set(to: try SampleStore.day("2026-04-10"))
        let moving = try desk.file("At the second hospital", site: "102")
        desk.clock.set(to: try SampleStore.day("2026-05-20"))
        try desk.record(
            .documentAmended(
                secret.number, version: nil, [FactChange(field: "restricted", from: .bool(false), to: .bool(true))]))
        desk.clock.set(to: try SampleStore.day("2026-06-02"))
        try desk.record(
            .documentMoved(
                moving.number, from: SlotAddress(artifact: .investigatorCV, scope: .site(.germany, "102")),
                to: SlotAddress(artifact: .investigatorCV, scope: .site(.germany, "101"))))
        try desk.file("Last")
        return desk
    }

    /// How many documents each month has, the earliest first.
    private func documents(_ desk: FlatStore, _ selection: RecordSelection, asOf: String? = nil) throws -> [Int] {
        let folder = try TemporaryFolder()
        let options = PackageOptions(
            format: .folder, selection: selection, asOf: try asOf.map(SampleStore.day))
        _ = try PackageWriting(store: desk.store, study: "ABC-101", options).write(to: folder("package"))
        let page = try bytes(of: folder("package/data/viewer/trend.html"))
        return String(decoding: page, as: UTF8.self).components(separatedBy: "<tr><th scope=\"row\" class=\"date\">")
            .dropFirst()
            .reversed().compactMap { row in
                Int(row.components(separatedBy: "<td class=\"num\">")[1].prefix { $0.isNumber })
            }
    }

    @Test func `every month counts what the package may show, and nothing else`() throws {
        let desk = try desk()

        #expect(try documents(desk, .whole) == [2, 3, 3, 4])
        #expect(try documents(desk, .open) == [1, 2, 2, 3])
        #expect(try documents(desk, .open, asOf: "2026-04-20") == [1, 2])
        #expect(try documents(desk, RecordSelection(blinding: .unblinded)) == [1, 1, 1, 1])
        #expect(try documents(desk, RecordSelection(places: [.site(.germany, "102")])) == [0, 0, 0, 0])
        #expect(try documents(desk, RecordSelection(places: [.site(.germany, "101")])) == [1, 1, 1, 3])
    }

    @Test func `a record that is withheld leaves no trace in the months`() throws {
        let desk = try desk()
        let address = SlotAddress(artifact: .investigatorCV, scope: .site(.germany, "102"))
        let by = Attribution(actor: "tester", host: "desk", reason: "it is in Allotment of everyone")
        try desk.store.record([.slotWaived(address)], in: "ABC-101", by: by)

        let (path, _) = try desk.package("open", PackageOptions(format: .folder))

        try PackageSearch(path).expectNo(["Allotment of", "d-000002_v"])
        #expect(try documents(desk, .open) == [1, 2, 2, 3])
    }

    @Test func `a store that came back has the same months, whatever models they were judged by`() throws {
        let desk = try desk()
        let stock = try BundledReferenceModel.load("3.3.1").model
        var (from, month) = (stock, 6)
        for name in ["first-local", "second-local"] {
            let kept = KeptModel(name: name, table: KeptModelTable.bytes(of: stock))
            try desk.store.keep(kept)
            month += 1
            desk.clock.set(to: try SampleStore.day("2026-0\(month)-15"))
            let (to, rules) = try ReferenceModelLibrary.load(name, kept: kept)
            try ModelMigration(desk.store.snapshot(of: "ABC-101"), from: from, to: to, rules: rules)
                .apply(to: desk.store, by: .test)
            from = to
        }
        desk.clock.set(to: try SampleStore.day("2026-09-01"))
        try desk.file("On the second model")

        let options = PackageOptions(selection: .whole)
        let (path, report) = try desk.package("whole.zip", options)
        _ = try PackageRestoring(path).restore(to: desk.folder("back.tmf"))
        let back = try Store(at: desk.folder("back.tmf"), .reading)
        let again = try PackageWriting(store: back, study: "ABC-101", options).write(to: desk.folder("again.zip"))
        _ = try desk.store.backUp(to: desk.folder("backup.tmf"))
        let backup = try Store(at: desk.folder("backup.tmf"), .reading)
        let third = try PackageWriting(store: backup, study: "ABC-101", options).write(to: desk.folder("third.zip"))

        #expect(again.sha256 == report.sha256 && report.sha256 != nil)
        #expect(third.sha256 == report.sha256)
        #expect(try back.keptModels() == ["first-local", "second-local"])
        #expect(try documents(desk, .whole) == [2, 3, 3, 4, 4, 4, 5])
    }

    @Test func `of a large study the last twelve months and the ends of years before are judged`() throws {
        let (first, last) = (try SampleStore.day("2022-03-01"), try SampleStore.day("2025-06-15"))
        let ends = Month.ends(from: Month(of: first), through: Month(of: last), until: last)

        let few = PackageTrend.chosen(ends, versions: PackageTrend.versionsOfEveryMonth + 1)

        #expect(PackageTrend.chosen(ends, versions: PackageTrend.versionsOfEveryMonth) == ends)
        #expect(few.count == 14)
        #expect(few.prefix(3).map(\.description) == ["2022-12-31", "2023-12-31", "2024-07-31"])
        #expect(few.last == last)
    }

    @Test func `of a very large study the ends of quarters and years are judged`() throws {
        let (first, last) = (try SampleStore.day("2022-03-01"), try SampleStore.day("2025-05-15"))
        let ends = Month.ends(from: Month(of: first), through: Month(of: last), until: last)

        let few = PackageTrend.chosen(ends, versions: PackageTrend.versionsOfMonths + 1)

        #expect(
            few.map(\.description) == [
                "2022-12-31", "2023-12-31", "2024-06-30", "2024-09-30", "2024-12-31", "2025-03-31", "2025-05-15",
            ])
    }

    @Test func `a month whose model is gone is left out, and nothing else`() throws {
        let desk = try desk()
        let stock = try BundledReferenceModel.load("3.3.1").model
        let kept = KeptModel(name: "local", table: KeptModelTable.bytes(of: stock))
        try desk.store.keep(kept)
        let (local, rules) = try ReferenceModelLibrary.load(kept.name, kept: kept)
        desk.clock.set(to: try SampleStore.day("2026-07-15"))
        try ModelMigration(desk.store.snapshot(of: "ABC-101"), from: stock, to: local, rules: rules)
            .apply(to: desk.store, by: .test)
        desk.clock.set(to: try SampleStore.day("2026-08-15"))
        let again = try BundledReferenceModel.load("3.3.1")
        try ModelMigration(desk.store.snapshot(of: "ABC-101"), from: local, to: again.model, rules: again.rules)
            .apply(to: desk.store, by: .test)
        try FileManager.default.removeItem(atPath: desk.store.root.appending("models/local.csv").string)

        // March to June, and August.
        #expect(try documents(desk, .whole) == [2, 3, 3, 4, 4])
    }
}

import Foundation
import Glibc
import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport
import Testing

@testable import TMFIntake

/// Imports of transfers that somebody kills.
@Suite(.serialized) struct ExchangeCrashTests {
    private let records = 150
    private let kills = 30

    /// What must be the same whether an import was interrupted or not: all but numbers and times.
    private func filed(_ root: FilePath) throws -> [String] {
        try Store(at: root, .reading).snapshot(of: "ABC-101").documents.flatMap { document in
            document.versions.map {
                "\(document.facts.title) \($0.ordinal) \($0.facts.label ?? "") \($0.facts.status) "
                    + "\($0.facts.content?.digest.description ?? "") \(document.withdrawal?.reason ?? "")"
            }
        }.sorted()
    }

    @Test func `an import of a transfer that is killed at any instant is finished by the next`() throws {
        let folder = try TemporaryFolder()
        let desk = try ExchangeDesk()
        try desk.put(
            (0..<records).flatMap { record in
                (1...3).map { version in
                    ExchangeDesk.object("R-\(record)", version: "\(version).0") { object in
                        object.state = record % 10 == 9 ? .obsolete : version == 3 ? .current : .superseded
                        if version == 3 { object.note(.relation, "supports R-\((record + 1) % records)") }
                    }
                }
            })
        let template = folder("template.tmf")
        _ = try StudyApplying.apply(.sample, to: try Store.create(at: template), by: .test)
        let root = folder("killed.tmf")
        func reset() throws {
            if FileManager.default.fileExists(atPath: root.string) { try remove(root) }
            try FileManager.default.copyItem(atPath: template.string, toPath: root.string)
        }
        let source = desk.folder("in").string

        try reset()
        let clock = ContinuousClock()
        let first = try Probe("exchange", root.string, source)
        let begun = clock.now
        #expect(try first.finish() == ["\(records) \(2 * records) 0"])
        let duration = (begun.duration(to: clock.now) / .microseconds(1)).rounded()
        let whole = try filed(root)

        var random = SeededGenerator(seed: 11)
        var early = 0.0
        var late = duration
        var midway = 0
        for _ in 0..<kills {
            try reset()
            let probe = try Probe("exchange", root.string, source)
            // Between the last that came too early to find a record and the first that came too late to miss one.
            let delay = Double.random(in: min(early, late)...max(early, late), using: &random)
            usleep(UInt32(delay))
            _ = try probe.kill()
            let count: Int
            do {
                let store = try Store(at: root, .writing(waiting: 0))
                #expect(try names(in: root.appending("incoming")) == [])
                #expect(try store.verify().problems == [])
                count = try store.snapshot(of: "ABC-101").documents.reduce(0) { $0 + $1.versions.count }
            }
            switch count {
            case 0: early = max(early, delay)
            case (3 * records)...: late = min(late, delay)
            default: midway += 1
            }
            let rest = try Probe("exchange", root.string, source).finish()
            #expect(rest.first?.hasSuffix(" \(min(count, 3 * records))") == true, "\(rest)")
            #expect(try filed(root) == whole)
            #expect(try Store(at: root, .reading).links(of: "ABC-101").count == records)
        }
        #expect(midway > 0, "no kill came between the first batch and the last")
    }
}

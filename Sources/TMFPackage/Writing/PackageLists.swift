import SystemPackage
import TMFFormats
import TMFModel
import TMFReview

/// The journal of a package, and everything beside it that is no page: lists, the study and the model, and how to check
/// it all.
struct PackageLists: Sendable {
    let binder: Binder
    let study: Study
    let head: JournalHead
    /// Those that somebody brought and that the package goes by, now or in a past month.
    let models: [KeptModel]
    let journal: JournalExport
    /// The package's folder.
    let base: String
    /// The path below `data/` of a version's file; nil for a signpost or a failed one.
    let recordPath: @Sendable (DocumentNumber, Int) -> String?
    /// The same as a link, which may lead into another volume.
    let linkPath: @Sendable (DocumentNumber, Int) -> String?
    /// The volume that holds a version's file; nil for a package that is whole in itself.
    let volume: (@Sendable (DocumentNumber, Int) -> Int?)?

    /// In the order in which they are packed. `scratch` is a folder for what does not fit into memory until then.
    func parts(scratch: FilePath) -> [PackagePart] {
        let tables = PackageTables(binder: binder, recordPath: recordPath, volume: volume)
        let workbook = IndexWorkbook(binder: binder, recordPath: linkPath, head: head)
        return [
            { try $0.add("data/journal.jsonl", pieces: journal.write) },
            { try $0.add("data/index.csv", pieces: tables.writeIndex) },
            { try $0.add("data/index.xlsx") { try workbook.write(to: $0, scratch: scratch) } },
            { try $0.add("data/completeness.csv", pieces: tables.writeCompleteness) },
            { try $0.add("data/findings.csv", pieces: tables.writeFindings) },
            { try $0.add("data/waivers.csv", pieces: tables.writeWaivers) },
            { try $0.add("data/signposts.csv", pieces: tables.writeSignposts) },
            tables.writeRetention,
            addTexts,
        ]
    }

    @Sendable private func addTexts(to files: PreparedFiles) throws {
        try files.add("data/study.yaml", Array(StudyFile.text(of: study).utf8))
        try files.add("data/reference-model.csv", binder.model.csv)
        for kept in models { try files.add("data/models/\(kept.name).csv", kept.table) }
        try files.add("data/VERIFY.txt", Array(VerifyText.text(base: base, head: head.hash.description).utf8))
    }
}

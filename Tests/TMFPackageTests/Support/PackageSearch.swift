import Foundation
import SystemPackage
import TMFModel
@testable import TMFPackage
import TMFStore
import TMFTestSupport
import Testing

/// Looks through every byte of a package, names of files and contents, unpacked and decompressed, with `grep`.
struct PackageSearch {
    private let unpacked: TemporaryFolder

    /// `root` is the folder of an unpacked package.
    init(_ root: FilePath) throws {
        unpacked = try TemporaryFolder()
        _ = try run("cp", "-r", root.string, unpacked("bag").string)
        // A workbook is a ZIP of its own.
        let book = try run("find", unpacked.path.string, "-path", "*/data/index.xlsx").output
        let outcome = try run(
            "unzip", "-q", book.trimmingCharacters(in: .newlines), "-d", unpacked("bag/workbook").string)
        #expect(outcome.status == 0)
        let names = try run("find", unpacked("bag").string, "-type", "f").output
        #expect(names.split(separator: "\n").count > 15)
        try unpacked.write(names, to: "bag/names-of-all-files")
    }

    /// None of these words is anywhere, in whatever case and however a page, a list or a journal spells it.
    func expectNo(_ words: some Sequence<String>) throws {
        var needles: Set<String> = []
        for word in words where !word.isEmpty {
            needles.formUnion([word, PackageSearch.markup(word), String(JSON.string(word).line.dropFirst().dropLast())])
        }
        guard !needles.isEmpty else { return }
        try unpacked.write(needles.sorted().joined(separator: "\n") + "\n", to: "needles")
        let found = try run(
            "env", "LC_ALL=C", "grep", "-raoiF", "-f", unpacked("needles").string, unpacked("bag").string)
        #expect(found.status == 1 && found.output == "", "\(found.output.prefix(2_000)) \(found.errors)")
    }

    /// Nothing of `withheld` is anywhere but what `kept` records, the model or the study say anyway: no title, no name of
    /// a file, no digest, no piece of a content.
    func expectNothing(
        of withheld: [Document], _ kept: [Document], in store: Store, _ model: ReferenceModel
    ) throws {
        let said = kept.flatMap(PackageSearch.words)
        let known = model.artifacts.flatMap { [$0.name] + $0.subArtifacts + $0.alternateNames }
        let text = (said + known).joined(separator: "\n").lowercased()
        var pieces: Set<String> = []
        for document in kept { pieces.formUnion(try PackageSearch.pieces(of: document, in: store)) }
        var words: Set<String> = []
        for document in withheld {
            words.formUnion(
                PackageSearch.words(of: document).filter { $0.utf8.count > 7 && !text.contains($0.lowercased()) })
            words.formUnion(try PackageSearch.pieces(of: document, in: store).subtracting(pieces))
            words.insert("/\(document.number.description.lowercased())_v")
        }
        try expectNo(words)
    }

    private static func words(of document: Document) -> [String] {
        [document.facts.title] + document.versions.compactMap(\.facts.originalName)
            + document.versions.compactMap(\.facts.source.path)
    }

    /// The digests of its contents, and whatever stands in these in letters.
    private static func pieces(of document: Document, in store: Store) throws -> Set<String> {
        var pieces: Set<String> = []
        for case let content? in document.versions.map(\.facts.content) {
            let bytes = try store.content.open(content.digest).read(at: 0, count: Int(content.bytes))
            let runs = bytes.split { !(0x20...0x7E).contains($0) }.filter { $0.count > 23 }
            pieces.insert(content.digest.description)
            // The names within a workbook are those of every workbook.
            if bytes.starts(with: Array("PK".utf8)) { continue }
            pieces.formUnion(runs.map { String(decoding: $0, as: UTF8.self) })
        }
        return pieces
    }

    private static func markup(_ word: String) -> String {
        word.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: "\"", with: "&quot;")
    }
}

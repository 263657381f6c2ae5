import TMFModel
@testable import TMFPages
import Testing

@Suite struct SearchTextWriterTests {
    /// Documents with contents of their own, named by the digests of `0`, `1`….
    private func snapshot(_ count: Int) throws -> StudySnapshot {
        let artifact = try #require(ArtifactNumber("05.02.04"))
        return StudySnapshot(
            study: Study(id: "S"),
            documents: (0..<count).map { place in
                let content = Content(digest: Digest(of: [UInt8(place)]), bytes: 1, mediaType: "text/plain")
                return Document(
                    number: DocumentNumber(place + 1),
                    facts: DocumentFacts(artifact: artifact, scope: .trial, title: "T"),
                    versions: [
                        Version(
                            ordinal: 1, facts: VersionFacts(status: .approved, content: content),
                            filedAt: Instant(milliseconds: 0), filedBy: "a")
                    ])
            })
    }

    private func written(
        _ count: Int, limit: Int = SearchTextWriter.totalLimit, _ pages: @escaping (Int) -> [String]?
    ) throws -> (summary: SearchTextWriter.Summary, files: [String]) {
        var files: [String] = []
        var writer = SearchTextWriter(try snapshot(count), totalLimit: limit) { digest in
            let place = (0..<count).first { Digest(of: [UInt8($0)]) == digest } ?? 0
            return pages(place).map { ExtractedText(pages: $0) }
        }
        let summary = try writer.write { files.append($0.text) }
        return (summary, files)
    }

    @Test func `rows name record and page, with single blanks, and nothing ends the script`() throws {
        let (summary, files) = try written(3) { [["one\n\n two", "", "</script>\u{2028}"], nil, [" "]][$0] }
        #expect(
            files == [
                "(window.tmfTexts=window.tmfTexts||[]).push([\n[0,1,\"one two\"],\n[0,3,\"\\u003c/script>\"]\n]);\n"
            ])
        #expect(summary.records == 1 && summary.without == 2 && summary.leftOut == 0 && summary.files == 1)
    }

    @Test func `no file is longer than the limit, however long a page is`() throws {
        let (summary, files) = try written(2) { _ in [String(repeating: "<<<<<<< ", count: 400_000)] }
        #expect(files.count > 2 && files.count == summary.files)
        #expect(files.allSatisfy { $0.utf8.count <= SearchIndexWriter.limit })
        #expect(summary.bytes == files.reduce(0) { $0 + $1.utf8.count } && summary.records == 2)
    }

    @Test func `what would be too much is left out, and counted`() throws {
        let (summary, files) = try written(5, limit: 1_000) { place in
            [String(repeating: "w", count: place == 1 ? 2_000 : 300)]
        }
        #expect(summary.records == 3 && summary.leftOut == 2 && files.count == 1)
    }
}

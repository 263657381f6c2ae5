import TMFModel
import TMFReview

/// The data of the offline search: files that a page loads with `<script>`, since a `file:` page may not fetch any.
///
/// Each is `(window.tmfSearch=window.tmfSearch||[]).push([[row],…]);`. A row is a list of texts in the order number,
/// title, artifact, sub-artifact, scope, person, organization, document date, status, version, file name, note, key;
/// and the part of the artifact's page, a number.
public struct SearchIndexWriter: Sendable {
    /// No file is longer, in bytes, than this.
    public static let limit = 2_000_000

    private let pages: Pages
    private let limit: Int

    public init(_ pages: Pages) { self.init(pages, limit: SearchIndexWriter.limit) }

    /// The search page counts on the usual limit: another is for tests.
    package init(_ pages: Pages, limit: Int) {
        self.pages = pages
        self.limit = limit
    }

    /// `search-1.js`…, in the order of the documents' numbers; at least one.
    public func files() -> [Asset] {
        var files: [Asset] = []
        forEachFile { files.append($0) }
        return files
    }

    /// The same one at a time, so that no more than one is in memory. Rethrows what `body` throws.
    public func forEachFile(_ body: (Asset) throws -> Void) rethrows {
        var bytes: [UInt8] = []
        var count = 0
        func finish() throws {
            count += 1
            let text =
                "(window.tmfSearch=window.tmfSearch||[]).push([" + String(decoding: bytes, as: UTF8.self) + "\n]);\n"
            try body(
                Asset(name: SearchIndexWriter.name(count), mediaType: "text/javascript; charset=utf-8", text: text))
            bytes.removeAll(keepingCapacity: true)
        }
        for document in pages.binder.snapshot.documents {
            let row = row(document)
            if !bytes.isEmpty, bytes.count + row.count + 64 > limit { try finish() }
            bytes.append(contentsOf: bytes.isEmpty ? "\n".utf8 : ",\n".utf8)
            bytes.append(contentsOf: row)
        }
        if !bytes.isEmpty || count == 0 { try finish() }
    }

    /// How many files there are; the search page names each.
    package var count: Int {
        var count = 0
        var size = 0
        for document in pages.binder.snapshot.documents {
            let row = row(document).count
            if size > 0, size + row + 64 > limit {
                count += 1
                size = 0
            }
            size += (size == 0 ? 1 : 2) + row
        }
        return max(1, size > 0 ? count + 1 : count)
    }

    static func name(_ part: Int) -> String { "search-\(part).js" }

    private func row(_ document: Document) -> [UInt8] {
        let facts = document.facts
        let version = document.listedVersion
        let names = pages.index.names
        let artifact = pages.binder.model.artifact(facts.artifact)?.name
        var texts = [
            document.number.description, facts.title, "\(facts.artifact) \(artifact ?? "")", facts.subArtifact ?? "",
            scope(facts.scope),
        ]
        texts += [facts.person, facts.organization].map { $0.map(names.callAsFunction) ?? "" }
        texts.append(version?.facts.spelledDocumentDate ?? "")
        texts.append(version.map { document.standing(of: $0).word.word } ?? "")
        texts += [version?.facts.label, version?.facts.originalName, version?.facts.note, facts.key].map { $0 ?? "" }
        var bytes: [UInt8] = []
        let part = pages.index.part(of: document.number)
        JSON.array(texts.map(JSON.string) + [.int(part)]).write(to: &bytes)
        return SearchIndexWriter.fitForScript(bytes)
    }

    private func scope(_ scope: Scope) -> String {
        let name = pages.binder.study.site(scope)?.name
        return [ScopeWords.short(scope), name].compactMap { $0 }.joined(separator: " ")
    }

    /// JSON without anything that could end a script or a line of it: `<`, U+2028 and U+2029 become escapes.
    static func fitForScript(_ json: [UInt8]) -> [UInt8] {
        guard json.contains(where: { $0 == 0x3C || $0 == 0xE2 }) else { return json }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.count + 16)
        var place = 0
        while place < json.count {
            let byte = json[place]
            if byte == 0x3C {
                bytes.append(contentsOf: "\\u003c".utf8)
            } else if byte == 0xE2, place + 2 < json.count, json[place + 1] == 0x80,
                json[place + 2] == 0xA8 || json[place + 2] == 0xA9
            {
                bytes.append(contentsOf: json[place + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
                place += 2
            } else {
                bytes.append(byte)
            }
            place += 1
        }
        return bytes
    }
}

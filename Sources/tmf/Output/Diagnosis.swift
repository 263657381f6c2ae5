import Disk
import SystemPackage
import TMFModel
import TMFStore

/// How each part of a store is.
struct Diagnosis {
    struct Part {
        let name: String
        let isSound: Bool
        let detail: String

        var json: JSON {
            .full([("part", .string(name)), ("ok", .bool(isSound)), ("detail", .string(detail))])
        }
    }

    private(set) var parts: [Part] = []

    var isSound: Bool { parts.allSatisfy(\.isSound) }

    /// Throws if there is no store of a known format: what follows would say nothing.
    init(of root: FilePath) throws {
        let store: Store
        do {
            store = try Store(at: root, .reading)
        } catch StoreError.catalogMissing(let path) {
            add("format", "tmf-store, known to this program")
            add("catalog", problems: ["\(StoreError.catalogMissing(path: path))"], otherwise: "")
            try addSpace(root)
            return
        }
        add("format", "tmf-store, known to this program")
        let progress = Progress("verified")
        let found = try store.verify { progress.show($0) }
        progress.clear()
        func problems(_ prefix: String) -> [String] {
            found.problems.filter { $0.path.hasPrefix(prefix) }.map { "\($0.path): \($0.problem)" }
        }
        let heads = found.heads.sorted { $0.key < $1.key }.map {
            "\($0.key): \($0.value.seq.counted("entry", "entries"))"
        }
        add("journal", problems: problems("journal"), otherwise: heads.joined(separator: ", "))
        add("catalog", problems: problems("catalog"), otherwise: "says what the journal says")
        add("models", problems: problems("models"), otherwise: "as studies went to them")
        add(
            "contents", problems: problems("content"), otherwise: "\(found.files.counted("file")), \(found.bytes) bytes"
        )
        add(
            "unreferenced",
            found.unreferenced.isEmpty
                ? "none" : "\(found.unreferenced.count.counted("content")) that no version names, and no harm")
        try addSpace(root)
    }

    private mutating func add(_ name: String, _ detail: String) {
        parts.append(Part(name: name, isSound: true, detail: detail))
    }

    private mutating func add(_ name: String, problems: [String], otherwise detail: String) {
        for problem in problems { parts.append(Part(name: name, isSound: false, detail: problem)) }
        if problems.isEmpty { add(name, detail) }
    }

    private mutating func addSpace(_ root: FilePath) throws {
        add("space", "\(try Folder.freeSpace(at: root) >> 20) MiB free")
    }
}

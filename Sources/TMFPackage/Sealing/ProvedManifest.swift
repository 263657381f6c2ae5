import TMFModel

/// A manifest with the hash tree over its lines.
struct ProvedManifest {
    let tree: ManifestTree
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tree = ManifestTree(manifest: bytes)
    }

    /// The lines of files, by their paths, each with what leads from it to the root.
    func lines(of paths: Set<String>) -> [(path: String, line: ProvedLine)] {
        bytes.split(separator: 0x0A).enumerated().compactMap { index, line in
            // The digest and two spaces stand before the path.
            let text = String(decoding: line, as: UTF8.self)
            guard text.utf8.count > 66, case let path = String(text.dropFirst(66)), paths.contains(path) else {
                return nil
            }
            return (path, ProvedLine(text: text, steps: tree.path(from: index)))
        }
    }
}

/// A line of a manifest, and the hashes that lead from it to the root.
struct ProvedLine {
    let text: String
    let steps: [ManifestTree.Step]

    var members: [(String, JSON?)] {
        let path = steps.map { step in
            JSON.full([("left", JSON.bool(step.isLeft)), ("hash", JSON.string(step.hash.description))])
        }
        return [("manifest_line", JSON.string(text)), ("steps", JSON.array(path))]
    }
}

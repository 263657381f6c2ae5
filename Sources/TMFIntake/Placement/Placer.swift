public import TMFModel

/// Reads the paths of a study's files: which artifact a file is, and where in the trial it belongs.
///
/// Made once for a study; remembers the folders it has read.
public struct Placer: Sendable {
    /// The sureness below which an artifact stays blank.
    public static let threshold = 50

    let model: ModelNames
    let study: StudyNames
    private var folders: [String: FolderReading] = [:]

    public init(study: Study, model: ReferenceModel) {
        self.model = ModelNames(model)
        self.study = StudyNames(study)
    }

    /// Where the file at `path` belongs. The path is relative, its parts separated by `/`; nothing is read from disk.
    public mutating func placement(of path: String) -> Placement {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { reading(ofFolder: path[..<$0]) } ?? FolderReading()
        let file = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
        let stem = Placer.withoutEnding(file)
        let name = NameReading(String(stem), isFolder: false, model: model, study: study)
        return PlacementDraft(name: name, folder: folder, model: model, study: study).placement(
            fallbackTitle: String(stem))
    }

    private mutating func reading(ofFolder path: Substring) -> FolderReading {
        let key = String(path)
        if let known = folders[key] { return known }
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let parent = slash.map { reading(ofFolder: path[..<$0]) } ?? FolderReading()
        let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path
        let isHere = name.isEmpty || name == "."
        let read = isHere ? parent : FolderReading(parent, then: String(name), model: model, study: study)
        folders[key] = read
        return read
    }

    /// The name before its last dot, if what follows looks like the ending of a file's name.
    private static func withoutEnding(_ name: Substring) -> Substring {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return name }
        let ending = name.utf8[name.utf8.index(after: dot)...]
        let isPlain = ending.allSatisfy { byte in
            (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        }
        let hasLetter = ending.contains { $0 >= 0x41 }
        return (1...8).contains(ending.count) && isPlain && hasLetter ? name[..<dot] : name
    }
}

public import TMFModel

/// Reads the paths of a study's files: which artifact a file is, and where in the trial it belongs.
///
/// Made once for a study; remembers the folders it has read.
public struct Placer: Sendable {
    /// The sureness below which an artifact stays blank.
    public static let threshold = 50

    let model: ModelNames
    let study: StudyNames
    private let experience: Experience?
    private var folders: [String: FolderReading] = [:]

    /// With `experience`, files are also placed by words that are no name of an artifact, and by their texts.
    public init(study: Study, model: ReferenceModel, experience: Experience? = nil) {
        self.model = ModelNames(model)
        self.study = StudyNames(study)
        self.experience = experience
    }

    /// Where the file at `path` belongs. The path is relative, its parts separated by `/`; nothing is read from disk.
    /// `text` is what the file says, if somebody read it.
    public mutating func placement(of path: String, text: TextReading? = nil) -> Placement {
        let (name, folder) = readings(of: path)
        return PlacementDraft(
            name: name, folder: folder, text: text, model: model, study: study, experience: experience
        ).placement(fallbackTitle: Placer.stem(of: path))
    }

    /// What the name of the file and its folders say.
    mutating func readings(of path: String) -> (name: NameReading, folder: FolderReading) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { reading(ofFolder: path[..<$0]) } ?? FolderReading()
        return (NameReading(Placer.stem(of: path), .file, model: model, study: study), folder)
    }

    /// The name of the file at `path`, without its ending.
    private static func stem(of path: String) -> String {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return String(withoutEnding(slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]))
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

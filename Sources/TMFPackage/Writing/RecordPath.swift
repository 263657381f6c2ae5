import TMFFormats
import TMFModel

/// Where a version's file stands in a package: by zone, section, artifact, country and site, under a name that every
/// system can hold.
///
/// Lower-case ASCII, unique by the document's number, at most 180 characters with the package's own folder.
struct RecordPath: Sendable {
    static let limit = 180
    /// So many characters a folder's name has after its number where there is room.
    private static let usualWords = 32

    private let model: ReferenceModel
    /// Characters of the package's folder and the slash after it.
    private let baseLength: Int
    /// By the folders of the exchange standard, `05/05.02/05.02.04`, instead of those for readers.
    private let isForExchange: Bool
    /// The usual folder of each artifact, which every record in it begins with.
    private let usualFolders: [ArtifactNumber: String]

    init(model: ReferenceModel, baseLength: Int, isForExchange: Bool = false) {
        self.model = model
        self.baseLength = baseLength
        self.isForExchange = isForExchange
        usualFolders = Dictionary(
            uniqueKeysWithValues: model.artifacts.map {
                ($0.number, RecordPath.folder(of: $0.number, model, words: RecordPath.usualWords, isForExchange))
            })
    }

    /// The path below `data/` of a version with content.
    func path(of document: Document, _ version: Version) -> String {
        let name = "\(document.number.description.lowercased())_v\(version.ordinal)"
        let ending = RecordPath.ending(of: version)
        // Names give way before numbers do: a path that is too long loses words, never its place.
        for words in [RecordPath.usualWords, 16, 8, 0] {
            let folder = folder(of: document.facts, words: words)
            let room = RecordPath.limit - baseLength - "data/".count - folder.count - name.count - ending.count - 2
            guard room >= 8 || words == 0 else { continue }
            let title =
                room >= 8
                ? BagPath.safeName(for: document.facts.title, fallback: "record", maxLength: min(room, 60)) : ""
            return "\(folder)/\(name)\(title.isEmpty ? "" : "_\(title)")\(ending)"
        }
        return "records/\(name)\(ending)"
    }

    private func folder(of facts: DocumentFacts, words: Int) -> String {
        var folder =
            (words == RecordPath.usualWords ? usualFolders[facts.artifact] : nil)
            ?? RecordPath.folder(of: facts.artifact, model, words: words, isForExchange)
        if let country = facts.scope.country { folder += "/" + country.description.lowercased() }
        if let site = facts.scope.site { folder += "/" + BagPath.safeName(for: site, fallback: "site", maxLength: 24) }
        return folder
    }

    private static func folder(
        of number: ArtifactNumber, _ model: ReferenceModel, words: Int, _ isForExchange: Bool
    ) -> String {
        if isForExchange { return "\(number.zoneNumber)/\(number.sectionNumber)/\(number)" }
        let parts = [
            named(number.zoneNumber, model.zone(number.zoneNumber)?.name, words),
            named(number.sectionNumber, model.section(number.sectionNumber)?.name, words),
            named(number.description, model.artifact(number)?.name, words),
        ]
        return "records/" + parts.joined(separator: "/")
    }

    private static func named(_ number: String, _ name: String?, _ words: Int) -> String {
        guard let name, words > 0 else { return number }
        return "\(number)-\(BagPath.safeName(for: name, fallback: "x", maxLength: words))"
    }

    /// The original extension where it is a plain one, else the media type's.
    private static func ending(of version: Version) -> String {
        let facts = version.facts
        if let name = facts.originalName, let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex {
            let ending = name[name.index(after: dot)...].lowercased()
            let isPlain = ending.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
            if (1...8).contains(ending.utf8.count), isPlain { return ".\(ending)" }
        }
        return MediaType.fileExtension(for: facts.content?.mediaType ?? "").map { ".\($0)" } ?? ".bin"
    }
}

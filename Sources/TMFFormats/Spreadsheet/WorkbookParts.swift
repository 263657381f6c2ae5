import Archive
import SystemPackage
import TMFModel
import XML

/// The small parts of a workbook, and how they refer to each other.
struct WorkbookParts {
    struct Relation: Hashable {
        let id: String
        /// The last word of its type: `worksheet`, `styles`.
        let kind: String
        /// The part that it leads to.
        let target: String
    }

    let archive: ZipDirectory
    let source: String

    /// Read whole, in bytes.
    private static let largest: Int64 = 64 << 20

    /// The member of a part. Names are told apart without regard to case, as the standard has it. Throws `InputProblem`.
    func member(_ part: String) throws -> ZipMember {
        guard let member = find(part) else {
            throw InputProblem(source: source, message: "is a damaged workbook: its part \(part) is missing")
        }
        return member
    }

    private func find(_ part: String) -> ZipMember? {
        if let member = archive.member(named: part) { return member }
        let wanted = part.lowercased()
        return archive.members.first { $0.text?.lowercased() == wanted }
    }

    /// Reads a part that is no table. Throws `InputProblem` if it is missing or too large, and `ArchiveError`.
    func reading(_ part: String) throws -> XMLReading {
        let member = try member(part)
        guard member.size <= WorkbookParts.largest else {
            throw InputProblem(
                source: source, message: "part \(part) has \(member.size) bytes; \(WorkbookParts.largest) are allowed")
        }
        var reader = try archive.reader(of: member)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = try reader.read(into: &buffer), count > 0 { bytes += buffer[..<count] }
        return try XMLReading(bytes, name: FilePath(source).appending(part))
    }

    /// Where a part leads; of the workbook as a whole if `part` is empty.
    func relations(of part: String) throws -> [Relation] {
        let folder = part.split(separator: "/").dropLast().map(String.init)
        let name = part.split(separator: "/").last.map(String.init) ?? ""
        let list = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
        guard find(list) != nil else { return [] }
        var reading = try reading(list)
        var relations: [Relation] = []
        while let event = try reading.next() {
            guard case .start(let name, let attributes) = event, name.local == "Relationship",
                attributes[XMLName("TargetMode")] != "External", let id = attributes[XMLName("Id")],
                let type = attributes[XMLName("Type")], let target = attributes[XMLName("Target")]
            else { continue }
            relations.append(
                Relation(
                    id: id, kind: type.split(separator: "/").last.map(String.init) ?? type,
                    target: WorkbookParts.resolved(target, below: folder)))
        }
        return relations
    }

    /// Why a ZIP without a workbook's main part is none.
    func explainOtherKind() -> String {
        if archive.member(named: "mimetype") != nil, archive.member(named: "content.xml") != nil {
            return "is an OpenDocument file: save it as a workbook (.xlsx) or as CSV UTF-8"
        }
        return "is a ZIP, but no workbook (.xlsx)"
    }

    private static func resolved(_ target: String, below folder: [String]) -> String {
        var parts = target.hasPrefix("/") ? [] : folder
        for part in target.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}

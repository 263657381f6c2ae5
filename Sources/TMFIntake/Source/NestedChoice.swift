import TMFFormats
import TMFModel

/// Which archives within a source are opened.
enum NestedChoice: Sendable {
    /// All that can be read: each stands for what is in it.
    case all
    /// Those that rows of a manifest go into. One that is `whole` is a file for itself, too: a row names it.
    case named(entered: Set<String>, whole: Set<String>)

    /// What the rows of a manifest ask for.
    init(naming rows: ImportRows) throws {
        var entered: Set<String> = []
        var whole: Set<String> = []
        try rows.forEach { row, _ in
            guard let path = row.path else { return }
            if NestedChoice.isOpenable(path) { whole.insert(path) }
            for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
                let folder = String(path[..<slash])
                if NestedChoice.isOpenable(folder) { entered.insert(folder) }
            }
        }
        self = .named(entered: entered, whole: whole)
    }

    func opens(_ path: String) -> Bool {
        guard NestedChoice.isOpenable(path) else { return false }
        switch self {
        case .all: return true
        case .named(let entered, _): return entered.contains(path)
        }
    }

    func isWhole(_ path: String) -> Bool {
        switch self {
        case .all: false
        case .named(_, let whole): whole.contains(path)
        }
    }

    /// Whether a file is called like the archives that are read here. Its bytes do not say it: a DOCX is a ZIP, too.
    static func isOpenable(_ path: String) -> Bool {
        let name = path.lowercased()
        return endings.contains { name.hasSuffix($0) }
    }

    private static let endings = [
        ".zip", ".tar", ".tgz", ".tar.gz", ".tar.zst", ".txz", ".tar.xz", ".tbz2", ".tar.bz2",
    ]
}

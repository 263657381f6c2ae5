import SystemPackage

/// How the volumes of a package are called: `ABC-101-2-of-3.zip` for `ABC-101.zip`. The numbers are for people; what a
/// volume is stands in its `bag-info.txt`.
struct VolumeName: Hashable, Sendable {
    let stem: String
    let number: Int
    let count: Int
    /// `.zip`, `.tar`, `.tar.zst`, or nothing for a folder.
    let ending: String

    private static let endings = [".tar.zst", ".tar", ".zip"]
    /// Characters that `-12-of-345` and its like take at most.
    static let longestSuffix = 14

    init(stem: String, number: Int, count: Int, ending: String = "") {
        self.stem = stem
        self.number = number
        self.count = count
        self.ending = ending
    }

    /// The name of one of `count` volumes of a package that is to be called `name`.
    init(of name: String, number: Int, count: Int) {
        let ending = VolumeName.ending(of: name)
        self.init(stem: String(name.dropLast(ending.count)), number: number, count: count, ending: ending)
    }

    /// Nil if `name` is not called like a volume.
    init?(_ name: String) {
        let ending = VolumeName.ending(of: name)
        let parts = name.dropLast(ending.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[parts.count - 2] == "of", let count = Int(parts[parts.count - 1]),
            let number = Int(parts[parts.count - 3]), (1...max(count, 1)).contains(number)
        else { return nil }
        self.init(stem: parts.dropLast(3).joined(separator: "-"), number: number, count: count, ending: ending)
    }

    private static func ending(of name: String) -> String {
        endings.first { name.lowercased().hasSuffix($0) }.map { String(name.suffix($0.count)) } ?? ""
    }

    var text: String { "\(stem)-\(number)-of-\(count)\(ending)" }

    func sibling(_ number: Int) -> VolumeName {
        VolumeName(stem: stem, number: number, count: count, ending: ending)
    }
}

extension FilePath {
    /// A neighbour of this path.
    func neighbour(_ name: String) -> FilePath {
        let folder = removingLastComponent()
        return folder.isEmpty ? FilePath(name) : folder.appending(name)
    }
}

public import TMFModel

/// Why a package was not written, or cannot be read.
public enum PackageError: Error, Hashable, Sendable, CustomStringConvertible {
    case alreadyThere(path: String)
    /// Contents that are not what was filed. Nothing was written.
    case failed([PackageReport.Failure])
    /// The sum over packaged, excluded and failed versions is not the number in the store. Nothing was written.
    case notConserved(inStore: Int, accounted: Int)
    /// Facts that an `exchange.xml` cannot carry, all of them. Nothing was written.
    case notExchangeable([String])
    /// A transfer without the agreement that governs it.
    case noAgreement
    case notAPackage(path: String, problem: String)
    /// A package from which no store comes back, and everything that keeps it from doing so.
    case notRestorable(path: String, problems: [String])
    /// Something that no volume of the size asked for can hold. Nothing was written.
    case tooLongForVolume(String, bytes: Int64, limit: Int64)
    /// Texts are asked for, and no file was looked into.
    case nothingExamined
    /// Volumes that are not where the others are.
    case volumesMissing([String])
    case noRecord(document: DocumentNumber, version: Int)

    public var description: String {
        switch self {
        case .alreadyThere(let path): "\(path) is there already; choose another name, or remove it first"
        case .failed(let failures):
            "the package was not written, because \(failures.count) contents are not what was filed:\n"
                + failures.map { "  \($0.document) version \($0.version): \($0.problem)" }.joined(separator: "\n")
                + "\nbring them back from a backup, or use --allow-failures to have them listed in the package instead"
        case .notConserved(let inStore, let accounted):
            "the package was not written: the store has \(inStore) versions, and \(accounted) are accounted for"
        case .notExchangeable(let gaps):
            "the package was not written, because exchange.xml cannot carry this:\n"
                + gaps.map { "  \($0)" }.joined(separator: "\n")
        case .noAgreement:
            "a transfer needs the identifier of the exchange agreement between the two parties: --agreement ID"
        case .notAPackage(let path, let problem): "\(path) is not a package: \(problem)"
        case .notRestorable(let path, let problems):
            "no store was made of \(path):\n" + problems.map { "  \($0)" }.joined(separator: "\n")
        case .tooLongForVolume(let what, let bytes, let limit):
            "the package was not written: \(what) has \(bytes) bytes, and a volume must be smaller than \(limit); "
                + "ask for larger ones with --volume-size"
        case .nothingExamined:
            "the package was not written: no file was looked into yet, so that there are no texts; run `tmf examine` first"
        case .volumesMissing(let problems): problems.joined(separator: "\n")
        case .noRecord(let document, let version): "the package does not hold version \(version) of \(document)"
        }
    }
}

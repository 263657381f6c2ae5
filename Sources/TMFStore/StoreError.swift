public import TMFModel

/// Why a store could not do what was asked, and what to do about it.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    case notAStore(path: String)
    case alreadyThere(path: String)
    case unreadableFormat(path: String, problem: String)
    /// Written by a later version of this software.
    case newerFormat(path: String, version: Int)
    /// Another process writes. Nil where it did not say who it is.
    case busy(path: String, holder: Int32?)
    case noSuchStudy(String, known: [String])
    /// The study was recorded first at this instant, after the day that was asked for.
    case notYetThere(String, first: Instant)
    /// The store holds several studies and none was named; or none at all.
    case whichStudy(known: [String])
    case noSuchDocument(String)
    case noContent(digest: String)
    /// The content's bytes are not those its name says.
    case damagedContent(digest: String)
    /// The catalog is gone or unusable, and can be rebuilt.
    case catalogMissing(path: String)
    /// The catalog is an older program's, and can be made again.
    case catalogOutdated(path: String)
    /// The place takes addenda only.
    case locked(scope: Scope, by: String, since: Day)
    /// The document must be kept.
    case held(DocumentNumber, by: HoldNumber, reason: String)
    /// An event that does not fit what the journal already says.
    case contradiction(String)
    case readOnly(path: String)

    public var description: String {
        switch self {
        case .notAStore(let path):
            "no Trial Master File at \(path); make one with `tmf init \(path) --study study.yaml`"
        case .alreadyThere(let path): "\(path) is there already; choose another name"
        case .unreadableFormat(let path, let problem):
            "\(path) is not the description of a store: \(problem)"
        case .newerFormat(let path, let version):
            "\(path) has store format \(version), and this program knows format \(StoreFormat.version); use a newer tmf"
        case .busy(let path, let holder):
            "\(path) is being written by \(holder.map { "process \($0)" } ?? "another process"); try again when it is done"
        case .noSuchStudy(let study, let known):
            "no study '\(study)' in the store; it holds \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .notYetThere(let study, let first):
            "study '\(study)' was not there yet on that day: its journal begins on \(first.day); ask for that day or a "
                + "later one"
        case .whichStudy(let known):
            known.isEmpty
                ? "the store holds no study yet; apply one with `tmf study apply study.yaml`"
                : "the store holds several studies; say which with --study: \(known.joined(separator: ", "))"
        case .noSuchDocument(let number): "no document \(number) in the study; `tmf list` shows them"
        case .noContent(let digest):
            "the content \(digest) is not in the store; `tmf verify` lists what else is gone; bring it back from a backup"
        case .damagedContent(let digest):
            "the content \(digest) was altered on the disk; `tmf verify` lists what else is; bring it back from a backup"
        case .catalogMissing(let path): "\(path) is gone; `tmf doctor --rebuild` makes it again from the journal"
        case .catalogOutdated(let path):
            "\(path) was made by an older tmf; `tmf doctor --rebuild` brings it up to date from the journal"
        case .locked(let scope, let by, let since):
            "\(scope.place) is locked since \(since) by \(by) and takes addenda only (--addendum with --reason); "
                + "`tmf unlock\(scope.option) --reason …` opens it again"
        case .held(let document, let hold, let reason):
            "\(document) is held by \(hold) (\(reason)) and may not be destroyed; "
                + "`tmf retention release \(hold) --reason …` lifts the hold"
        case .contradiction(let problem): problem
        case .readOnly(let path): "\(path) was opened for reading only"
        }
    }
}

extension Scope {
    /// The option that names it on the command line: ` --site 101`, nothing for the trial.
    fileprivate var option: String {
        switch self {
        case .trial: ""
        case .country(let code): " --country \(code)"
        case .site(_, let site): " --site \(site)"
        }
    }
}

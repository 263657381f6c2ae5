import Archive
import ArgumentParser
import Disk
import SystemPackage
import TMFBrowser
import TMFFormats
import TMFIntake
import TMFModel
import TMFPackage
import TMFStore
import Workbook
import XML

/// What a failed command tells its caller: lines on standard error, and the exit code.
struct Failure: Error {
    /// Why a command failed, as shells and schedulers know it (`sysexits.h`).
    enum Code: Int32 {
        /// The check ran and found problems.
        case problemsFound = 1
        case usage = 64
        case badData = 65
        case noInput = 66
        case cannotCreate = 73
        case inputOutput = 74
        case busy = 75
        case notPermitted = 77
    }

    let code: Code
    /// One problem each.
    let lines: [String]

    init(_ code: Code, _ lines: String...) {
        self.code = code
        self.lines = lines
    }

    init(_ code: Code, lines: [String]) {
        self.code = code
        self.lines = lines
    }

    /// Nil for what the parser of arguments has to say, which it says best itself.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case is ExitCode, is CleanExit, is ValidationError: return nil
        case let error as InputProblems: self.init(.badData, lines: error.problems.map(\.description))
        case let error as LockedRows: self.init(.notPermitted, lines: error.problems.map(\.description))
        case is SealError, is InputProblem, is FactError, is JournalLineError, is JSONError, is ReferenceModelError:
            self.init(.badData, "\(error)")
        case let error as StoreError: self.init(Code(error), "\(error)")
        case let error as DiskError:
            self.init(Code(error), error.isDiskFull ? "\(error): the disk is full; nothing was changed" : "\(error)")
        case let error as PackageError:
            self.init(Code(error), lines: "\(error)".split(separator: "\n").map(String.init))
        case let error as ArchiveError: self.init(error.code == .disk ? .inputOutput : .badData, "\(error)")
        case let error as BrowserError: self.init(Code(error), "\(error)")
        case is WorkbookError: self.init(.inputOutput, "\(error)")
        case is XMLError, is XMLWriter.Refusal: self.init(.badData, "\(error)")
        case let error as Errno: self.init(.inputOutput, "\(error)")
        default:
            // The parser's own errors know the exit code that it would use; all others are an operation's.
            guard TMFCommand.exitCode(for: error) == .failure else { return nil }
            self.init(.inputOutput, "\(error)")
        }
    }

    /// Writes the lines and ends the process.
    func leave() -> Never {
        for line in lines { StandardError.say(line) }
        TMFCommand.exit(withError: ExitCode(code.rawValue))
    }
}

extension Failure.Code {
    fileprivate init(_ error: StoreError) {
        self =
            switch error {
            case .whichStudy: .usage
            case .notAStore, .noSuchStudy, .notYetThere, .noSuchDocument, .noContent, .catalogMissing, .catalogOutdated:
                .noInput
            case .unreadableFormat, .newerFormat, .damagedContent, .contradiction: .badData
            case .alreadyThere: .cannotCreate
            case .busy: .busy
            case .readOnly, .locked, .held: .notPermitted
            }
    }

    fileprivate init(_ error: PackageError) {
        self =
            switch error {
            case .alreadyThere: .cannotCreate
            case .failed, .notConserved: .problemsFound
            case .notAPackage, .notExchangeable, .notRestorable: .badData
            case .tooLongForVolume: .badData
            case .noAgreement: .usage
            case .noRecord, .volumesMissing, .nothingExamined: .noInput
            }
    }

    fileprivate init(_ error: BrowserError) {
        self =
            switch error {
            case .portOutOfRange, .tokenNeeded: .usage
            case .unreadableToken: .noInput
            case .unwritableLog: .cannotCreate
            case .cannotListen: .inputOutput
            }
    }

    fileprivate init(_ error: DiskError) {
        let isCreation = error.operation.hasPrefix("create") || error.operation.hasPrefix("rename")
        if error.isDiskFull {
            self = .inputOutput
        } else if error.code == Errno.fileExists.rawValue || isCreation {
            self = .cannotCreate
        } else if error.isMissing || error.reason != nil {
            // Missing, or not of the kind that was asked for: a folder or a pipe where a file should be.
            self = .noInput
        } else {
            self = .inputOutput
        }
    }
}

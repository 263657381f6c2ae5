import ArgumentParser
import Disk
import SystemPackage
import Synchronization
import TMFModel
import TMFPackage
import TMFStore

extension TMFCommand {
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recheck every byte against its digest, and the journal against its chain.",
            discussion: """
                Takes a store or a package: packed or not, ours or any BagIt bag with SHA-256 manifests. A packed one is \
                read where it is. Names everything that is gone, added or altered, and every entry of the journal that \
                does not follow from the one before.

                Examples:
                  tmf verify ABC-101.tmf
                  tmf verify ABC-101-tmf.zip

                Exit status: 1 something is wrong; 66 there is no such store or package.
                """)

        @Argument(
            help: ArgumentHelp("A store's folder, or a package.", valueName: "store-or-package"), completion: .file(),
            transform: { FilePath($0) })
        var subject: FilePath

        @OptionGroup var output: OutputOptions

        func run() throws {
            let found = try verification()
            try output.print(json: { found.json }, csv: { found.listing }, page: { found.page })
            if !found.isSound { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private func verification() throws -> Verification {
            guard try Entry.exists(subject) else {
                throw Failure(.noInput, "\(subject): there is no such store or package")
            }
            return try Store.isStore(subject) ? ofStore() : ofPackage()
        }

        private func ofStore() throws -> Verification {
            var progress = Progress("verified")
            let found = try Store(at: subject, .reading).verify { progress.show($0) }
            progress.clear()
            return Verification(
                subject: subject.string, kind: "store", files: found.files, bytes: found.bytes,
                head: found.heads.count == 1 ? found.heads.values.first?.hash : nil,
                problems: found.problems.map { Verification.Problem(path: $0.path, problem: $0.problem) })
        }

        private func ofPackage() throws -> Verification {
            let progress = Mutex(Progress("MiB verified"))
            let found = try PackageVerifying(subject).verify { bytes in
                progress.withLock { $0.show(Int(bytes >> 20)) }
            }
            progress.withLock { $0.clear() }
            return Verification(
                subject: subject.string, kind: "package", files: found.files, bytes: found.bytes,
                head: found.journalHead,
                problems: found.problems.map { Verification.Problem(path: $0.path, problem: $0.problem) })
        }
    }
}

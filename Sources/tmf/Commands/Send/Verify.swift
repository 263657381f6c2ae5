import ArgumentParser
import Disk
import SystemPackage
import Synchronization
import TMFModel
import TMFPackage
import TMFStore

extension TMFCommand {
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recheck every byte against its digest, and the journal against its chain.",
            discussion: """
                Takes a store or a package: packed or not, ours or any BagIt bag, whatever its checksums. A packed one is \
                read where it is. Names everything that is gone, added or altered, files that are still to be fetched, and \
                every entry of the journal that does not follow from the one before.

                Of a sealed package it says who sealed it, when by the signer's own statement, and whether the content is \
                what was sealed. --trust names the certificates (PEM) to which the signer's must lead: without it nothing \
                is said about who the signer really is; with it a package without a seal is a problem, too.

                Examples:
                  tmf verify ABC-101.tmf
                  tmf verify ABC-101-tmf.zip
                  tmf verify sealed.zip --trust ca.pem

                Exit status: 1 something is wrong; 66 there is no such store or package.
                """)

        @Argument(
            help: ArgumentHelp("A store's folder, or a package.", valueName: "store-or-package"), completion: .file(),
            transform: { FilePath($0) })
        var subject: FilePath

        @Option(
            help: ArgumentHelp("Certificates to which the seal's signer must lead, PEM.", valueName: "file"),
            completion: .file(), transform: { FilePath($0) })
        var trust: FilePath?

        @OptionGroup var output: OutputOptions

        func run() async throws {
            let found = try await verification()
            try output.print(json: { found.json }, csv: { found.listing }, page: { found.page })
            if !found.isSound { throw ExitCode(Failure.Code.problemsFound.rawValue) }
        }

        private func verification() async throws -> Verification {
            guard try Entry.exists(subject) else {
                throw Failure(.noInput, "\(subject): there is no such store or package")
            }
            return try Store.isStore(subject) ? ofStore() : await ofPackage()
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

        private func ofPackage() async throws -> Verification {
            let roots = try trust.map(TextFile.read)
            let progress = Mutex(Progress("MiB verified"))
            let found = try PackageVerifying(subject).verify { bytes in
                progress.withLock { $0.show(Int(bytes >> 20)) }
            }
            progress.withLock { $0.clear() }
            var problems = found.problems.map { Verification.Problem(path: $0.path, problem: $0.problem) }
            let seal = try await found.seal?.check(trusting: roots)
            problems += (seal?.problems ?? []).map { Verification.Problem(path: "seal.p7s", problem: $0) }
            if seal == nil, roots != nil {
                problems.append(Verification.Problem(path: "seal.p7s", problem: "there is no seal to be trusted"))
            }
            return Verification(
                subject: subject.string, kind: found.isPackage ? "package" : "bag", files: found.files,
                bytes: found.bytes, head: found.journalHead, seal: seal, problems: problems)
        }
    }
}

import ArgumentParser
import Disk
import SystemPackage
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

                --since is for regular checks of a store: contents that were found sound on that day or later are not \
                read again. What was read is remembered in the store's folder fixity/, and a report of what changed since \
                the check before is kept there; the journal and the contents are only read. Losing the folder loses \
                nothing but that knowledge. docs/fixity.md shows a timer for it.

                A volume of a package is checked alone; --volumes checks all volumes, which lie beside it under their own \
                names, each for itself and then whether they belong together and hold every record that the first lists.

                Examples:
                  tmf verify ABC-101.tmf
                  tmf verify ABC-101.tmf --since 2026-01-01
                  tmf verify ABC-101-tmf.zip
                  tmf verify sealed.zip --trust ca.pem
                  tmf verify ABC-101-tmf-1-of-3.zip --volumes

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

        @Option(
            help: ArgumentHelp(
                "Of a store: read only contents that were not found sound on this day or later, and remember.",
                valueName: "date"), transform: ArgumentReading.day)
        var since: Day?

        @Flag(help: "Of a package in volumes: all of them.")
        var volumes = false

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
            let isStore = try Store.isStore(subject)
            if isStore, volumes { throw ValidationError("--volumes is for packages.") }
            guard let since else { return try isStore ? ofStore() : await ofPackage() }
            guard isStore else {
                throw ValidationError("--since is for stores: a package does not remember when it was checked.")
            }
            return try ofStore(since: since)
        }

        private func ofStore(since: Day) throws -> Verification {
            let progress = Progress("verified")
            let (found, report, path) = try Store(at: subject, .reading).verify(
                notCheckedSince: since, by: ChangeOptions.loginAttribution, at: Clock.now()
            ) { progress.show($0) }
            progress.clear()
            var verification = self.verification(of: found)
            verification.fixity = (report, path)
            return verification
        }

        private func ofStore() throws -> Verification {
            let progress = Progress("verified")
            let found = try Store(at: subject, .reading).verify { progress.show($0) }
            progress.clear()
            return verification(of: found)
        }

        private func verification(of found: StoreVerification) -> Verification {
            Verification(
                subject: subject.string, kind: "store", files: found.files, bytes: found.bytes,
                head: found.heads.count == 1 ? found.heads.values.first?.hash : nil,
                problems: found.problems.map { Verification.Problem(path: $0.path, problem: $0.problem) })
        }

        private func ofPackage() async throws -> Verification {
            let roots = try trust.map(TextFile.read)
            let progress = Progress("MiB verified")
            let show: @Sendable (Int64) -> Void = { progress.show(Int($0 >> 20)) }
            let found =
                try volumes
                ? VolumeVerifying(subject).verify(progress: show) : PackageVerifying(subject).verify(progress: show)
            progress.clear()
            var problems = found.problems.map { Verification.Problem(path: $0.path, problem: $0.problem) }
            let seal = try await found.seal?.check(trusting: roots)
            problems += (seal?.problems ?? []).map { Verification.Problem(path: "seal.p7s", problem: $0) }
            if seal == nil, roots != nil {
                problems.append(Verification.Problem(path: "seal.p7s", problem: "there is no seal to be trusted"))
            }
            return Verification(
                subject: subject.string, kind: found.isPackage ? "package" : "bag", files: found.files,
                bytes: found.bytes, head: found.journalHead, seal: seal, problems: problems,
                volume: found.volume, volumes: found.volumes)
        }
    }
}

import ArgumentParser
import Disk
import SystemPackage
import TMFModel
import TMFPackage

extension TMFCommand {
    struct Prove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a small file that proves one document's place in a sealed package.",
            discussion: """
                The file holds the manifest's lines of the document's versions, the hashes that lead from each to the root \
                that was sealed, and the seal. It says in itself how to check it, with Python and OpenSSL alone, without \
                the rest of the package. Of a package in volumes give the first, which has the seal; the volume that has \
                the document must be beside it.

                Example:
                  tmf prove D-000123 --package ABC-101-tmf.zip

                Exit status: 65 the package has no seal, or is not what was sealed; 66 there is no such package, or it \
                does not hold the document, or a volume is not there; 73 the file is there already.
                """)

        @Argument(
            help: ArgumentHelp("The document's number.", valueName: "document"), transform: ArgumentReading.document)
        var document: DocumentNumber

        @Option(
            help: ArgumentHelp("The sealed package.", valueName: "package"), completion: .file(),
            transform: { FilePath($0) })
        var package: FilePath

        @Option(
            help: ArgumentHelp("The new file; D-000123.proof.json if absent.", valueName: "file"), completion: .file(),
            transform: { FilePath($0) })
        var out: FilePath?

        @OptionGroup var output: OutputOptions

        func run() throws {
            guard try Entry.exists(package) else { throw Failure(.noInput, "\(package): there is no such package") }
            let proof = try MembershipProof(of: document, in: package)
            let target = out ?? FilePath("\(document).proof.json")
            let file = try FileWriter(creating: target)
            try file.write(Array(proof.text.utf8))
            try file.close()
            let facts: [(String, JSON)] = [
                ("path", .string(target.string)), ("document", .string(document.description)),
                ("versions", .int(proof.versions)),
            ]
            try output.print(
                json: { .full(facts) }, csv: { Listing(facts.map(\.0), rows: [facts.map(\.1.cell)]) },
                page: {
                    Page(
                        "\(target) proves \(proof.versions.counted("version")) of \(document); it says how to check it."
                    )
                })
        }
    }
}

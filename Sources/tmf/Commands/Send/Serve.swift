import ArgumentParser
import Disk
import SystemPackage
import TMFBrowser
import TMFPackage
import TMFStore

extension TMFCommand {
    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a store or a package in a browser, read-only.",
            discussion: """
                Listens on this machine only, until it is interrupted, and prints the address to open. A packed package is \
                read where it is; of one in volumes give the first, and have the others beside it. Restricted records are \
                withheld unless --include-restricted is given. Another host needs a file with a secret, which readers show \
                as a bearer token or once as ?token=.

                Examples:
                  tmf serve ABC-101-tmf.zip
                  tmf serve ABC-101.tmf --port 8080 --access-log reads.log

                Exit status: 64 another host without --token-file; 65 no package; 66 there is no such store or package; \
                74 it cannot listen.
                """)

        @Argument(
            help: ArgumentHelp("A store's folder, or a package (ZIP or folder).", valueName: "store-or-package"),
            completion: .file(), transform: { FilePath($0) })
        var subject: FilePath

        @Option(help: ArgumentHelp("The address to listen on.", valueName: "host"))
        var host = "127.0.0.1"

        @Option(help: ArgumentHelp("The port to listen on; 0 for any that is free.", valueName: "number"))
        var port = 8080

        @Option(
            help: ArgumentHelp("The file with the secret; needed for other hosts.", valueName: "file"),
            completion: .file(), transform: { FilePath($0) })
        var tokenFile: FilePath?

        @Option(help: ArgumentHelp("Another name by which readers reach this machine.", valueName: "name"))
        var hostName: [String] = []

        @Option(
            help: ArgumentHelp("Where to add one line for each request.", valueName: "file"), completion: .file(),
            transform: { FilePath($0) })
        var accessLog: FilePath?

        @Flag(help: "Show restricted records of a store, too.")
        var includeRestricted = false

        func run() async throws {
            let configuration = BrowserConfiguration(
                host: host, port: port, tokenFile: tokenFile, hostNames: hostName,
                accessLog: accessLog.map(AccessLog.file) ?? .none)
            let browser = try Browser(source: try source(), configuration: configuration)
            let subject = subject
            try await browser.run { address in
                // A closed output is no reason to stop serving.
                try? StandardOutput.write(Array("Serving \(subject) at \(address) (stop with Ctrl-C)\n".utf8))
            }
        }

        private func source() throws -> any BrowserSource {
            guard try Entry.exists(subject) else {
                throw Failure(.noInput, "\(subject): there is no such store or package")
            }
            guard try Store.isStore(subject) else {
                let package = try OpenPackage(subject)
                for sentence in package.absentVolumes { StandardError.say(sentence) }
                return try PackageSource(package)
            }
            return StoreSource(try Store(at: subject, .reading), includesRestricted: includeRestricted)
        }
    }
}

import ArgumentParser
import Disk

/// `tmf`: parses, calls one function of the library, prints.
@main
struct TMFCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tmf",
        abstract: "Trial Master Files, filed, judged and packaged.",
        discussion: """
            The store is --store, else $TMF_STORE, else the nearest *.tmf folder from here upward.
            Results go to standard output, everything else to standard error.

            Exit status: 0 done; 1 the check ran and found problems; 64 wrong usage; 65 bad input data; \
            66 no such input; 73 cannot create; 74 input or output failed; 75 another process writes to the store; \
            77 not permitted.

            `tmf --version` prints the version.
            """,
        groupedSubcommands: [
            CommandGroup(name: "Set up", subcommands: [Init.self, StudyCommand.self, ModelCommand.self]),
            CommandGroup(
                name: "File",
                subcommands: [
                    Plan.self, Suggest.self, Import.self, Examine.self, File.self, Revise.self, Amend.self, Move.self,
                    Withdraw.self, Link.self, Signpost.self, Waive.self, Certify.self,
                    QualityControl.self, DuplicatesCommand.self, IssueCommand.self,
                ]),
            CommandGroup(
                name: "Look",
                subcommands: [
                    Status.self, Check.self, Missing.self, Expiring.self, Coverage.self, Tree.self, List.self,
                    Show.self, Names.self, History.self, Search.self, Explain.self, Reconcile.self, Audit.self,
                    Rules.self,
                ]),
            CommandGroup(
                name: "Send",
                subcommands: [
                    Package.self, Verify.self, Compare.self, Restore.self, Prove.self, GateCommand.self, Lock.self,
                    Unlock.self, Retention.self, Serve.self,
                ]),
            CommandGroup(name: "Keep", subcommands: [Backup.self, Doctor.self]),
        ])

    static let version = "0.1.0"

    static func main() async {
        ProcessMemory.takeLittle()
        Terminal.surviveClosedPipes()
        do {
            // Not the parser's own flag: that would answer for `tmf file --version 3.0` whenever another option is wrong.
            if CommandLine.arguments.dropFirst() == ["--version"] {
                return try StandardOutput.write(Array("\(version)\n".utf8))
            }
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure(error)?.leave()
            exit(withError: error)
        }
    }
}

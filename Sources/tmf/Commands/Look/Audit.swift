import ArgumentParser

extension TMFCommand {
    struct Audit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read and recheck the audit trail.",
            subcommands: [AuditVerify.self, AuditShow.self, AuditExport.self])
    }
}

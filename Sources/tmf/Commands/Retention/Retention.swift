import ArgumentParser

extension TMFCommand {
    struct Retention: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "For how long the file is to be kept, what holds it, and what may go or has gone.",
            subcommands: [
                RetentionShow.self, RetentionEventCommand.self, RetentionEvents.self, RetentionHoldCommand.self,
                RetentionRelease.self, RetentionHolds.self, RetentionDisposal.self, RetentionConfirm.self,
                RetentionDisposals.self, RetentionCopies.self, RetentionTableCommand.self,
            ],
            defaultSubcommand: RetentionShow.self)
    }
}

import ArgumentParser
import Disk
import TMFModel

/// Who changes something, and why: the journal keeps both.
struct ChangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who does it; your login name if absent.", valueName: "name"))
    var actor: String?

    @Option(help: ArgumentHelp("Why it is done, for the audit trail.", valueName: "text"))
    var reason: String?

    func validate() throws {
        if let actor, actor.isEmpty { throw ValidationError("--actor needs a name.") }
    }

    /// The login name, where nothing is changed that the journal keeps.
    static var loginAttribution: Attribution {
        Attribution(actor: ProcessFacts.loginName, host: ProcessFacts.hostName)
    }

    var attribution: Attribution {
        Attribution(actor: actor ?? ProcessFacts.loginName, host: ProcessFacts.hostName, reason: reason)
    }
}

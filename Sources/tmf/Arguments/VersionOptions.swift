import ArgumentParser
import TMFFormats

/// What is said of one version: the columns of a manifest as options.
struct VersionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The version printed on it, 3.0.", valueName: "label"))
    var version: String?

    @Option(help: ArgumentHelp("The document date, by the model's dating convention.", valueName: "date"))
    var documentDate: String?

    @Option(help: ArgumentHelp("The day it was received.", valueName: "date"))
    var receivedDate: String?

    @Option(help: ArgumentHelp("The last day in force, where it is printed.", valueName: "date"))
    var expiryDate: String?

    @Option(help: ArgumentHelp("printed, none, until-replaced, or \"+24 months\".", valueName: "rule"))
    var expiryRule: String?

    @Option(help: ArgumentHelp("original, copy or certified-copy.", valueName: "kind"))
    var copy: String?

    @Option(help: ArgumentHelp("Who certified the copy.", valueName: "name"))
    var certifiedBy: String?

    @Option(help: ArgumentHelp("When the copy was certified.", valueName: "date"))
    var certifiedOn: String?

    @Option(help: ArgumentHelp("How the copy was certified.", valueName: "text"))
    var certifiedMethod: String?

    @Option(
        help: ArgumentHelp("draft, filed or approved; if absent, what the study's settings say.", valueName: "status"))
    var status: String?

    @Option(help: ArgumentHelp("The day another system filed it.", valueName: "date"))
    var filedDate: String?

    @Option(help: ArgumentHelp("The system it came from.", valueName: "name"))
    var sourceSystem: String?

    @Option(name: .customLong("source-id"), help: ArgumentHelp("Its key in that system.", valueName: "key"))
    var sourceID: String?

    @Option(help: ArgumentHelp("A remark.", valueName: "text"))
    var note: String?

    func validate() throws {
        var row = ManifestRow(row: 1)
        try row.set(texts)
    }

    var texts: [(ManifestColumn, String?)] {
        [
            (.version, version), (.documentDate, documentDate), (.receivedDate, receivedDate),
            (.expiryDate, expiryDate), (.expiryRule, expiryRule), (.copy, copy), (.certifiedBy, certifiedBy),
            (.certifiedOn, certifiedOn), (.certifiedMethod, certifiedMethod), (.status, status),
            (.filedDate, filedDate), (.sourceSystem, sourceSystem), (.sourceID, sourceID), (.note, note),
        ]
    }
}

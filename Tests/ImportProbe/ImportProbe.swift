import SystemPackage
import TMFFormats
import TMFIntake
import TMFModel
import TMFStore
import TMFTestSupport

/// Works on a store until it is done or somebody ends it: what the tests of crashes run, and kill.
///
/// `import STORE SOURCE MANIFEST` imports a folder in small batches, and the archives that rows go into; `file STORE SOURCE` files the folder's files `0`, `1`… one
/// by one from the first that is not filed, and prints the number of each document; `exchange STORE SOURCE` imports a
/// transfer in small batches; `hold STORE` keeps it open. All
/// print `ready` first, and none ends before its input does.
@main
enum ImportProbe {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { throw InputProblem(source: "arguments", message: "too few") }
        let store = try Store(at: FilePath(arguments[2]), .writing(waiting: 0))
        let study = try store.study(named: nil)
        let model = try arguments[1] == "exchange" ? BundledReferenceModel.load("3.3.1").model : .sample()
        let by = Attribution(actor: "probe", host: "desk")
        say("ready")
        switch arguments[1] {
        case "import":
            var options = Importing.Options(manifest: FilePath(arguments[4]))
            options.batchCount = 40
            options.isNested = true
            let report = try Importing(store: store, study: study, model: model, by: by)
                .run(IntakeSource(FilePath(arguments[3])), options)
            say("\(report.filed) \(report.unchanged) \(report.failed)")
            // Lives on, so that whoever wants to kill it finds it.
            _ = readLine()
        case "exchange":
            var options = ExchangeImporting.Options()
            options.batchCount = 40
            let receipt = try ExchangeImporting(store: store, study: study, model: model, by: by)
                .run(IntakeSource(FilePath(arguments[3])), options)
            say("\(receipt.report.filed) \(receipt.report.newVersions) \(receipt.report.unchanged)")
            _ = readLine()
        case "file":
            let filing = try Filing(store: store, study: study, model: model, by: by)
            let facts = DocumentFacts(artifact: .trialProtocol, scope: .trial, title: "A protocol")
            for file in Int(try store.nextDocumentNumber(in: study).value)... {
                let path = FilePath(arguments[3]).appending("\(file % 100).txt")
                say(try filing.file(path, facts, VersionFacts()).number.description)
            }
        default: _ = readLine()
        }
    }

    /// Unbuffered, so that what was said was said before the end.
    private static func say(_ line: String) {
        print(line)
        flush()
    }
}

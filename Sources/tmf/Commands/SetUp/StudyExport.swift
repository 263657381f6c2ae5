import ArgumentParser
import TMFFormats
import TMFModel

extension TMFCommand {
    struct StudyExport: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Write the study as a study file to standard output.",
            discussion: "Example: tmf study export > study.yaml")

        @OptionGroup var store: StoreOptions
        @OptionGroup var asOf: AsOfOption

        func run() throws {
            let opened = try store.reading()
            let study = try opened.snapshot(asOf).study
            try StandardOutput.write(Array(StudyFile.text(of: study).utf8))
        }
    }
}

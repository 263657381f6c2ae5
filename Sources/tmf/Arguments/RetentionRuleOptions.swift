import ArgumentParser
import SystemPackage
import TMFFormats
import TMFModel
import TMFReview

/// By which rules, and after which events besides those on record, retention is reckoned.
struct RetentionRuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Reckon as if this had happened, NAME=DATE or NAME@CODE=DATE; may be repeated.", valueName: "event"),
        transform: ArgumentReading.retentionEvent)
    var event: [RetentionEvent] = []

    @OptionGroup var table: RetentionTableOption

    /// The table by which is reckoned, in words.
    var name: String { table.name }

    /// What the rules say of a study. Throws `Failure` for an unknown country, `ValidationError` for an event for which no
    /// rule waits.
    func report(_ snapshot: StudySnapshot) throws -> RetentionReport {
        let study = snapshot.study
        let rules = try table.read()
        for event in event {
            if let country = event.country { try study.requireCountry(country) }
            try rules.requireTrigger(event.name)
        }
        return RetentionReport(study: study, rules: rules, ledger: snapshot.oversight.retention, events: event)
    }
}

/// The table of retention rules.
struct RetentionTableOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("A table of rules in place of the program's own, CSV.", valueName: "file"),
        completion: .file(), transform: { FilePath($0) })
    var rules: FilePath?

    var name: String { rules?.string ?? "the program's own table" }

    func read() throws -> [RetentionRule] {
        try rules.map { try RetentionTable.read(Array(TextFile.read($0).utf8), source: $0.string) }
            ?? RetentionTable.bundled()
    }
}

extension [RetentionRule] {
    /// Throws `ValidationError` if no rule waits for such an event: it would change nothing.
    func requireTrigger(_ name: String) throws {
        let known = Set(flatMap(\.triggers))
        guard !known.contains(name) else { return }
        throw ValidationError("No rule waits for '\(name)', only for \(known.sorted().joined(separator: ", ")).")
    }
}

extension Study {
    /// Throws `Failure` if the study has no such country.
    func requireCountry(_ code: CountryCode) throws {
        guard country(code) == nil else { return }
        throw Failure(.noInput, "study \(id) has no country \(code); `tmf study show` lists them")
    }
}

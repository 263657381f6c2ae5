import ArgumentParser
import TMFModel

/// The form in which a command prints its result.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case table
    case json, csv
}

struct OutputOptions: ParsableArguments {
    @Option(help: "The form of the result: table, for people; json or csv, for programs.")
    var format: OutputFormat = .table

    /// Prints the result in the form that was asked for; only that form is made.
    func print(json: () throws -> JSON, csv: () throws -> Listing, page: () throws -> Page) throws {
        switch format {
        case .json:
            var bytes: [UInt8] = []
            try json().write(to: &bytes, indentation: 0)
            bytes.append(0x0A)
            try StandardOutput.write(bytes)
        case .csv: try StandardOutput.write(csv().csv)
        case .table: try StandardOutput.write(Array(page().text(.ofOutput).utf8))
        }
    }

    /// The same for a result that is one list: objects under `key` after `context`, and one row for each.
    func print(
        _ key: String, _ objects: [JSON], context: [(String, JSON?)] = [], columns: [String],
        numbers: Set<String> = [], shown: [String]? = nil, otherwise: String
    ) throws {
        try print(
            json: { .full(context + [(key, .array(objects))]) },
            csv: { Listing(columns, numbers: numbers, of: objects) },
            page: { Page(Listing(shown ?? columns, numbers: numbers, of: objects), otherwise: otherwise) })
    }
}

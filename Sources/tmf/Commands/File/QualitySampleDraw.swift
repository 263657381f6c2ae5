import ArgumentParser
import TMFIntake
import TMFModel
import TMFReview

extension TMFCommand {
    struct QualitySampleDraw: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sample", abstract: "Draw a risk-weighted sample, and record the draw.",
            discussion: """
                The population is put in the order of its numbers, each version with its risk as weight (see `tmf qc \
                list`). A SplitMix64 generator started with the seed draws one version after the other, each with a \
                chance in proportion to its weight among those left, until so many percent, rounded up, are drawn. \
                The same seed and population give the same sample, on any machine. The journal keeps seed, percentage, \
                and size and digest of the population, and the numbers drawn.

                Example: tmf qc sample --percent 20 --seed 7
                Example: tmf qc sample --percent 10 --seed 42 --of waiting --site 101

                Exit status: 65 nothing to draw from; 66 no such place; 77 the study is locked.
                """)

        @Option(help: "How much of the population to draw, 1 to 100.")
        var percent: Int

        @Option(help: "The number that decides the draw, from 0.")
        var seed: Int

        @Option(
            name: .customLong("of"),
            help: "What to draw from: filed, every version in force; approved; or waiting, for quality control.",
            transform: Self.population)
        var population: QualityDraw.Population = .filed

        @Flag(help: "Show what would be drawn, and record nothing.")
        var dryRun = false

        @OptionGroup var place: ScopeOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            do { _ = try SampleDrawing(seed: seed, percent: percent) } catch {
                throw ValidationError("--\(error.field) takes \(error.expected).")
            }
        }

        func run() throws {
            let opened = try dryRun ? store.reading() : store.writing()
            let binder = try opened.binder(AsOfOption.today)
            let drawing = try SampleDrawing(
                seed: seed, percent: percent, population: population, place: place.scope(in: binder.study))
            let filing = try opened.filing(change)
            let draw = drawing.draw(from: binder, number: try filing.nextSampleNumber())
            guard draw.size > 0 else {
                throw Failure(.badData, "nothing to draw from: no version is \(population.rawValue) there")
            }
            if !dryRun { _ = try filing.recordSample(draw) }
            let drawn = draw.drawn.map { member -> JSON in
                let facts = binder.snapshot.document(member.document)?.facts
                return .full([
                    ("document", .string(member.document.description)), ("version", .int(member.version)),
                    ("artifact", (facts?.artifact.description).json), ("scope", (facts?.scope.description).json),
                    ("title", (facts?.title).json),
                ])
            }
            let columns = ["document", "version", "artifact", "scope", "title"]
            try output.print(
                json: {
                    .full(
                        [("study", .string(binder.study.id)), ("recorded", .bool(!dryRun))]
                            + draw.shown + [("drawn", .array(drawn))])
                },
                csv: { Listing(columns, of: drawn) },
                page: {
                    var page = Page(
                        "Sample \(draw.number): \(draw.drawn.count) of \(draw.size), seed \(seed), \(percent) percent"
                            + (dryRun ? " (dry run: nothing was recorded)" : ""))
                    page.table(Listing(columns, of: drawn))
                    return page
                })
        }

        private static func population(_ text: String) throws -> QualityDraw.Population {
            guard let population = QualityDraw.Population(rawValue: text) else {
                throw ValidationError("expected filed, approved or waiting.")
            }
            return population
        }
    }
}

extension AsOfOption {
    /// Today: for commands that judge and then change.
    static var today: AsOfOption {
        var option = AsOfOption()
        option.asOf = nil
        return option
    }
}

extension QualityDraw {
    /// What makes the sample repeatable, without the versions drawn.
    var shown: [(String, JSON?)] {
        [
            ("sample", .int(number)), ("seed", .int(seed)), ("percent", .int(percent)),
            ("population", .string(population.rawValue)), ("place", .string((place ?? .trial).description)),
            ("size", .int(size)), ("digest", .string(digest.description)), ("weighting", .int(weighting)),
            ("journal_entry", .int(through)),
        ]
    }
}

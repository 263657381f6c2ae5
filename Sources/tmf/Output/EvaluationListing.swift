import TMFIntake
import TMFModel
import TMFSuggest

/// How the evaluation of suggestions is shown.
struct EvaluationListing {
    let evaluation: Evaluation
    let learned: StoreLearning
    let study: String
    let model: ReferenceModel
    let isByName: Bool

    init(
        _ evaluation: Evaluation, _ learned: StoreLearning, _ study: String, _ model: ReferenceModel, isByName: Bool
    ) {
        self.evaluation = evaluation
        self.learned = learned
        self.study = study
        self.model = model
        self.isByName = isByName
    }

    private static let columns = [
        "artifact", "name", "records", "suggested", "right", "wrong", "abstained", "in_three", "coverage", "error",
    ]

    var json: JSON {
        let bands = evaluation.bands.map { band in
            JSON.full([
                ("from", .int(band.from)), ("suggested", .int(band.suggested)), ("right", .int(band.right)),
            ])
        }
        return .full(
            [
                ("study", .string(study)), ("by", .string(isByName ? "name" : "path")),
                ("folds", .int(StoreLearning.folds)), ("threshold", .int(Placer.threshold)),
                ("texts", .int(learned.texts)),
            ] + Self.figures(evaluation.all) + [("confidence", .array(bands)), ("artifacts", .array(objects))])
    }

    var artifacts: Listing {
        Listing(Self.columns, numbers: Set(Self.columns.dropFirst(2)), of: objects)
    }

    var page: Page {
        var page = Page()
        let all = evaluation.all
        page.line(
            "\(all.records) documents of \(study), each by its \(isByName ? "name" : "path")"
                + (learned.texts > 0 ? " and, where one is kept, its text" : "")
                + ", with what the other documents of \(StoreLearning.folds) parts teach:")
        page.facts([
            ("suggested", "\(all.suggested) (coverage \(JSON.percent(all.suggested, of: all.records).cell) %)"),
            ("wrong", "\(all.wrong) (error \(JSON.percent(all.wrong, of: all.suggested).cell) %)"),
            ("left blank", "\(all.abstained)"),
            ("right one among three", "\(all.inThree) (\(JSON.percent(all.inThree, of: all.records).cell) %)"),
        ])
        page.heading("How often what was this sure was right")
        page.table(
            Listing(
                ["sure", "suggested", "right"], numbers: ["suggested", "right"],
                rows: evaluation.bands.map { ["\($0.from) to \($0.from + 9)", "\($0.suggested)", "\($0.right)"] }))
        page.heading("By artifact")
        page.table(artifacts)
        return page
    }

    private var objects: [JSON] {
        evaluation.artifacts.sorted { $0.key < $1.key }.map { number, tally in
            .full(
                [("artifact", .string(number.description)), ("name", (model.artifact(number)?.name).json)]
                    + Self.figures(tally))
        }
    }

    private static func figures(_ tally: Evaluation.Tally) -> [(String, JSON?)] {
        [
            ("records", .int(tally.records)), ("suggested", .int(tally.suggested)), ("right", .int(tally.right)),
            ("wrong", .int(tally.wrong)), ("abstained", .int(tally.abstained)), ("in_three", .int(tally.inThree)),
            ("coverage", .percent(tally.suggested, of: tally.records)),
            ("error", .percent(tally.wrong, of: tally.suggested)),
        ]
    }
}

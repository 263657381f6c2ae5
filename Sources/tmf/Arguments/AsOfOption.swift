import ArgumentParser
import TMFModel
import TMFStore

struct AsOfOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Look and judge as at the end of this day, YYYY-MM-DD (UTC); today if absent.", valueName: "date"),
        transform: ArgumentReading.day)
    var asOf: Day?

    /// The day for which everything is judged.
    var day: Day { asOf ?? Clock.now().day }

    /// What a list is of, as its JSON says first.
    func context(of study: Study) -> [(String, JSON)] {
        [("study", .string(study.id)), ("as_of", .string(day.description))]
    }
}

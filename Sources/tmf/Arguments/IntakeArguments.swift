import ArgumentParser
import TMFModel

/// What of a source is taken, and when.
struct IntakeArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Leave files alone that have not changed since the beginning of this day, YYYY-MM-DD (UTC).",
            valueName: "date"), transform: ArgumentReading.day)
    var since: Day?

    @Flag(help: "Watch the folder, and file what is dropped there, until the program is stopped.")
    var watch = false

    @Option(help: ArgumentHelp("With --watch: seconds between two looks, 1 to 3600.", valueName: "seconds"))
    var every = 5

    func validate() throws {
        guard (1...3_600).contains(every) else { throw ValidationError("--every takes 1 to 3600 seconds.") }
    }
}

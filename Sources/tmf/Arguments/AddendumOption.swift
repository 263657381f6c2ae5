import ArgumentParser

/// Filing into a place that is locked.
struct AddendumOption: ParsableArguments {
    @Flag(help: "File into a locked place: the version is marked as an addendum. Needs --reason.")
    var addendum = false
}

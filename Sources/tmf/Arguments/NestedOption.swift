import ArgumentParser

/// Whether archives in a source are opened.
struct NestedOption: ParsableArguments {
    @Flag(
        help: """
            Open the archives (ZIP, TAR) in the source, one level: what is in them is called outer.zip/inner/file.
            """)
    var nested = false
}

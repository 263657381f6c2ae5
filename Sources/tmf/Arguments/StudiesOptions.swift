import ArgumentParser
import SystemPackage
import TMFStore

/// Which studies, of one store or of several.
struct StudiesOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp(
            "A store's folder; may be repeated. Else $TMF_STORE, else the nearest *.tmf from here upward.",
            valueName: "dir"),
        completion: .directory, transform: { FilePath($0) })
    var stores: [FilePath] = []

    @Option(
        name: .customLong("study"),
        help: ArgumentHelp("Only this study; may be repeated. All studies of the stores if absent.", valueName: "id"))
    var studies: [String] = []

    /// Opens the studies to look at them, in the order of the stores. Throws `StoreError` or `Failure` if a store holds
    /// no study, a named one is nowhere, or one stands in two stores.
    func reading() throws -> [OpenedStudy] {
        var opened: [OpenedStudy] = []
        var known: [String] = []
        for path in stores.isEmpty ? [try StoreSearch.find()] : stores {
            let store = try Store(at: path, .reading)
            let held = try store.studies()
            if held.isEmpty { throw StoreError.whichStudy(known: []) }
            known += held
            for study in held where studies.isEmpty || studies.contains(study) {
                if let other = opened.first(where: { $0.study == study }) {
                    // Added up, its figures would count twice.
                    throw Failure(
                        .usage,
                        "study \(study) stands in \(other.store.root) and in \(path); name one store, or other studies "
                            + "with --study")
                }
                opened.append(OpenedStudy(store: store, study: study))
            }
        }
        for study in studies where !known.contains(study) { throw StoreError.noSuchStudy(study, known: known) }
        return opened
    }
}

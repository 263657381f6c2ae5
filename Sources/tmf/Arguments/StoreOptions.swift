import ArgumentParser
import SystemPackage
import TMFModel
import TMFStore

/// Which store, and which of its studies.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store's folder; else $TMF_STORE, else the nearest *.tmf from here upward.", valueName: "dir"),
        completion: .directory, transform: { FilePath($0) })
    var store: FilePath?

    @Option(help: ArgumentHelp("The study; needed only where the store holds several.", valueName: "id"))
    var study: String?

    /// Where the store is. Throws `Failure` if none is named and none found.
    func path() throws -> FilePath { try store ?? StoreSearch.find() }

    /// Opens the study's store to look at it. Readers never wait.
    func reading() throws -> OpenedStudy {
        let store = try Store(at: path(), .reading)
        return OpenedStudy(store: store, study: try store.study(named: study))
    }

    /// Opens the study's store to change it. Waits a while for another writer, then throws `StoreError.busy`.
    func writing() throws -> OpenedStudy {
        let store = try Store(at: path(), .writing())
        return OpenedStudy(store: store, study: try store.study(named: study))
    }
}

import Disk
import TMFIntake
import TMFModel
import TMFStore

extension TMFCommand.Import {
    /// Files what is dropped into the source, a report for each batch, until somebody asks the process to end.
    func watchFolder() throws {
        var folder = try DropFolder(source)
        // What cannot be done at all is told now, not when the first file comes.
        _ = try store.reading()
        let end = EndRequest()
        StandardError.say("watching \(source), every \(taken.every) s; stop with Ctrl-C")
        try folder.watch(
            pause: { !end.wait(seconds: taken.every) },
            file: { folder, paths in
                let opened: OpenedStudy
                do {
                    // Between two batches others may write.
                    opened = try store.writing()
                } catch let error as StoreError {
                    guard case .busy = error else { throw error }
                    StandardError.say("\(error); trying again in \(taken.every) s")
                    return nil
                }
                var options = Importing.Options(isPartial: true)
                options.isAddendum = addendum.addendum
                options.since = taken.since
                options.only = paths
                let importing = try Importing(
                    store: opened.store, study: opened.study, model: opened.model(), expecting: opened.stockRules(),
                    by: change.attribution)
                return try importing.run(folder, options)
            },
            report: { try show($0, study: store.reading().study) })
    }
}

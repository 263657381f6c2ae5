import Dispatch
import GRDB
import Synchronization
import SystemPackage
import TMFModel

/// A second view of a store's catalog: a part of a large study is read on another processor.
struct CatalogTwin {
    let root: FilePath
    /// Fewer documents are read sooner than a second view is opened.
    var fewest = 10_000

    /// Begins to read the documents with these numbers. `head` is the last entry that the first view knows.
    func read(_ numbers: ClosedRange<Int>, of study: String, head: JournalHead?) throws -> Reading {
        let reading = Reading()
        try CatalogFile.openForReading(root).asyncRead { view in
            reading.finish(
                Result {
                    let db = try view.get()
                    // No table changes without an entry of the journal: with the same last entry, views are of one moment.
                    guard try JournalTable.head(of: study, in: db) == head else { return nil }
                    var documents: [Document] = []
                    try CatalogReading.forEachDocument(of: study, numbered: numbers, in: db) { documents.append($0) }
                    return documents
                })
        }
        return reading
    }

    /// Documents that are being read.
    final class Reading: Sendable {
        private let result = Mutex<Result<[Document]?, any Error>?>(nil)
        private let isDone = DispatchSemaphore(value: 0)

        fileprivate func finish(_ found: Result<[Document]?, any Error>) {
            result.withLock { $0 = found }
            isDone.signal()
        }

        /// Waits for them; nil if the study has changed since the first view was opened. To be asked once.
        func documents() throws -> [Document]? {
            isDone.wait()
            return try result.withLock { $0 }?.get()
        }
    }
}

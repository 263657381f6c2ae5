import SystemPackage
import Testing

@testable import Disk

@Suite struct FileLockTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a lock is given to one, who is named to the others`() throws {
        let path = folder("lock")
        do {
            let lock = try FileLock(path)
            #expect(lock.path == path)
            let failure = #expect(throws: FileLock.Failure.self) { _ = try FileLock(path, waiting: 20) }
            #expect(failure == .held(path, by: ProcessFacts.number))
            #expect(failure?.description == "\(path) is held by process \(ProcessFacts.number)")
        }
        #expect(try Entry.fileSize(path) == 0)
        _ = try FileLock(path)
    }

    @Test func `a lock file that cannot be made is an error of the disk`() throws {
        let failure = #expect(throws: FileLock.Failure.self) { _ = try FileLock(folder("none/lock")) }
        guard case .disk(let error) = failure else {
            Issue.record("no error of the disk: \(String(describing: failure))")
            return
        }
        #expect(error.code == 2)
    }

    @Test func `the process knows itself`() throws {
        #expect(!ProcessFacts.hostName.isEmpty)
        #expect(!ProcessFacts.loginName.isEmpty)
        #expect(try ProcessFacts.currentFolder().isAbsolute)
        #expect(ProcessFacts.variable("TMF_NO_SUCH_VARIABLE") == nil)
        #expect(!ProcessFacts.isTerminal(-1))
    }
}

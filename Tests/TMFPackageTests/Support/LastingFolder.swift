import Foundation
import Synchronization
import SystemPackage
import TMFTestSupport

/// Folders for what many tests share. What a static value owns is never given up, so they are removed when the
/// process ends.
enum LastingFolder {
    private static let made = Mutex<[TemporaryFolder]>([])

    static func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        made.withLock { folders in
            if folders.isEmpty { atexit { LastingFolder.removeAll() } }
            folders.append(folder)
        }
        return folder
    }

    private static func removeAll() {
        for folder in made.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: folder.path.string) }
    }
}

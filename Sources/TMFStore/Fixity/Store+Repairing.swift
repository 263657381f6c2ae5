import Disk
import SystemPackage
public import TMFModel

extension Store {
    /// A place for the bytes of a content that comes back from elsewhere. `token` is a name that no other has.
    ///
    /// Throws `StoreError.readOnly` if the store is open for reading.
    public func receiveContent(_ token: String) throws -> ReceivedBytes {
        guard isWritable else { throw StoreError.readOnly(path: root.string) }
        return ReceivedBytes(temporary: content.temporary("mend-\(token)"), mode: 0o444)
    }

    /// Puts received bytes in the place of a missing or damaged content, if they are what was filed: their digest is the
    /// content's name. Returns whether they are; bytes that are not are dropped, and nothing is changed.
    public func mend(_ digest: Digest, with received: ReceivedBytes) throws -> Bool {
        guard received.digest == digest else {
            try received.discard()
            return false
        }
        let whole = content.temporary("whole-\(digest)")
        try received.move(to: whole)
        try FileWriter.sync(whole)
        let target = content.path(of: digest)
        let folder = target.removingLastComponent()
        try Folder.create(folder)
        try Entry.rename(whole, replacing: target)
        try Folder.sync(folder)
        return true
    }
}

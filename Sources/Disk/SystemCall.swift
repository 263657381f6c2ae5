import Glibc
import SystemPackage

/// Runs a system call, again if a signal interrupted it, and turns a negative result into an error.
///
/// `call` must end with the system call, so that `errno` is still its own.
func systemCall<Result: SignedInteger>(
    _ operation: String, _ path: @autoclosure () -> FilePath, _ call: () -> Result
) throws(DiskError) -> Result {
    while true {
        let result = call()
        guard result < 0 else { return result }
        let code = errno
        if code != EINTR { throw DiskError(operation, path(), code: code) }
    }
}

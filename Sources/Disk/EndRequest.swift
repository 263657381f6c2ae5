import Dispatch
import Glibc

/// Takes note when somebody asks the process to end (SIGINT, SIGTERM), so that it can finish what it is doing first.
package final class EndRequest: Sendable {
    private let asked = DispatchSemaphore(value: 0)

    /// From now on these signals do not end the process.
    package init() {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            let asked = asked
            // The handler keeps its source alive: as long as the process runs.
            source.setEventHandler {
                _ = source
                asked.signal()
            }
            source.resume()
        }
    }

    /// Waits so long, or until the process is asked to end; whether it was.
    package func wait(seconds: Int) -> Bool {
        guard asked.wait(timeout: .now() + .seconds(seconds)) == .success else { return false }
        asked.signal()  // It stays asked for.
        return true
    }
}

import Glibc

/// Takes in what a program writes, until it has ended or passed a limit.
final class ProgramReading {
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private let limits: ProgramLimits
    private var waiting: [pollfd]
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private static let mostErrors = 1 << 16

    /// `end` can be read once the program has ended: one that closes its output and goes on is stopped, too.
    init(output: Int32, errors: Int32, end: Int32, limits: ProgramLimits) {
        self.limits = limits
        waiting = [output, errors, end].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    }

    /// Returns the limit that was passed, in words; nil if the program ended before.
    func run() -> String? {
        let start = Self.milliseconds
        while waiting.contains(where: { $0.fd >= 0 }) {
            let left = limits.wallSeconds * 1_000 - (Self.milliseconds - start)
            guard left > 0 else { return "\(limits.wallSeconds) s" }
            // Descriptors below zero are passed over.
            guard poll(&waiting, nfds_t(waiting.count), Int32(clamping: left)) > 0 else { continue }
            for place in waiting.indices where waiting[place].revents != 0 {
                if place == 2 {
                    waiting[place].fd = -1
                    continue
                }
                let count = read(waiting[place].fd, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 {
                    waiting[place].fd = -1
                } else if place == 0 {
                    output.append(contentsOf: buffer[..<count])
                    if output.count > limits.output { return "\(limits.output) bytes of output" }
                } else {
                    errors.append(contentsOf: buffer[..<min(count, Self.mostErrors - errors.count)])
                }
            }
        }
        return nil
    }

    private static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
    }
}

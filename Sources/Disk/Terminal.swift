import Glibc

/// The terminal that output may go to.
package enum Terminal {
    /// How many columns the terminal behind `descriptor` has; nil if it is none, or does not say.
    package static func width(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Lets a write to a pipe whose reader has gone fail (`EPIPE`) instead of ending the process.
    package static func surviveClosedPipes() { signal(SIGPIPE, SIG_IGN) }
}

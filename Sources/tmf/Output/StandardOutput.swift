import SystemPackage

/// Where results go.
enum StandardOutput {
    /// Writes all of `bytes`. A reader that has gone has seen enough; any other failure is one.
    static func write(_ bytes: [UInt8]) throws {
        do {
            try FileDescriptor.standardOutput.writeAll(bytes)
        } catch Errno.brokenPipe {
            return
        } catch let error as Errno {
            throw Failure(.inputOutput, "cannot write the result to standard output: \(error)")
        }
    }
}

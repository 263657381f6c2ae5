import CProgram
import Glibc
package import SystemPackage

/// Another program, run with limits on time, memory and output and without a network: what it reads may be hostile.
package struct ConfinedProgram: Hashable, Sendable {
    package let path: FilePath
    package let limits: ProgramLimits

    /// The program of this name in one of the folders of `PATH`, or in `folders`; nil if there is none.
    package init?(named name: String, in folders: [FilePath]? = nil, limits: ProgramLimits = ProgramLimits()) {
        let folders = folders ?? Self.searched
        let candidates = folders.map { $0.appending(name) }
        guard let path = candidates.first(where: { $0.withPlatformString { access($0, X_OK) } == 0 }) else {
            return nil
        }
        self.path = path
        self.limits = limits
    }

    private static var searched: [FilePath] {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { FilePath(String($0)) }
    }

    private var name: String { path.lastComponent?.string ?? path.string }

    /// Runs to the end, or to the first limit. Standard input is empty. Blocks; safe to call from several threads.
    ///
    /// Throws `ProgramError` only where the program could not run; how it ended is a result.
    package func run(_ arguments: [String]) throws(ProgramError) -> ProgramEnd {
        let output = try ProgramPipe(for: name)
        let errors = try ProgramPipe(for: name)
        let number = try start(arguments, output, errors)
        output.closeWriting()
        errors.closeWriting()
        let end = program_watch(number)
        defer { if end >= 0 { close(end) } }
        let reading = ProgramReading(output: output.reading, errors: errors.reading, end: end, limits: limits)
        let stop = reading.run()
        if stop != nil { kill(-number, SIGKILL) }
        let status = Self.wait(for: number)
        // What it may have started itself.
        kill(-number, SIGKILL)
        return ProgramEnd(
            cause: try cause(stop, status), output: reading.output,
            errors: String(decoding: reading.errors, as: UTF8.self))
    }

    private func start(
        _ arguments: [String], _ output: ProgramPipe, _ errors: ProgramPipe
    ) throws(ProgramError) -> Int32 {
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw .cannotStart(name, code: errno) }
        defer { close(input) }
        // Texts and times in one form, whatever the user's surroundings.
        let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC", "OMP_THREAD_LIMIT=1"]
        let texts = ([name] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for text in texts + variables { free(text) } }
        let started = path.withPlatformString { path in
            texts.withUnsafeBufferPointer { texts in
                variables.withUnsafeBufferPointer { variables in
                    program_start(
                        path, Self.constant(texts), Self.constant(variables), input, output.writing, errors.writing,
                        program_limits(
                            processor_seconds: UInt64(limits.processorSeconds), memory_bytes: UInt64(limits.memory),
                            file_bytes: UInt64(limits.file)))
                }
            }
        }
        guard started > 0 else { throw .cannotStart(name, code: -started) }
        return started
    }

    private static func constant(
        _ texts: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>
    ) -> UnsafePointer<UnsafePointer<CChar>?>? {
        UnsafeRawPointer(texts.baseAddress)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
    }

    private static func wait(for number: Int32) -> Int32 {
        var status: Int32 = 0
        while waitpid(number, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private func cause(_ stop: String?, _ status: Int32) throws(ProgramError) -> ProgramEnd.Cause {
        if let stop { return .limit(stop) }
        let signal = status & 0x7F
        guard signal == 0 else {
            return signal == SIGXCPU || signal == SIGKILL
                ? .limit("\(limits.processorSeconds) s of processor time") : .signal(signal)
        }
        let code = (status >> 8) & 0xFF
        if code == Int32(program_not_confined) { throw .notConfined(name) }
        if code == Int32(program_not_there) { throw .cannotStart(name, code: ENOEXEC) }
        return .status(code)
    }
}

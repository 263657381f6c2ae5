import CProgram
import Glibc

/// Both ends of a pipe, closed with it; no other program inherits them.
final class ProgramPipe {
    let reading: Int32
    private(set) var writing: Int32

    /// Throws if the system has no more descriptors.
    init(for name: String) throws(ProgramError) {
        var ends: [Int32] = [-1, -1]
        let failure = program_pipe(&ends)
        guard failure == 0 else { throw .cannotStart(name, code: -failure) }
        reading = ends[0]
        writing = ends[1]
    }

    /// To be done once the program has its copy: only then does the reader see an end.
    func closeWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }

    deinit {
        closeWriting()
        close(reading)
    }
}

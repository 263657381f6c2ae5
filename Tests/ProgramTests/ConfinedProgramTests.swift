import Program
import SystemPackage
import TMFTestSupport
import Testing

@Suite struct ConfinedProgramTests {
    private func shell(_ script: String, _ limits: ProgramLimits = ProgramLimits()) throws -> ProgramEnd {
        let shell = try #require(ConfinedProgram(named: "sh", in: ["/bin"], limits: limits))
        return try shell.run(["-c", script])
    }

    @Test func `what a program writes and how it ends comes back`() throws {
        let end = try shell("echo out; echo err >&2; exit 3")
        #expect(end.cause == .status(3))
        #expect(String(decoding: end.output, as: UTF8.self) == "out\n")
        #expect(end.errors == "err\n")
    }

    @Test func `a program that is not there is no program`() {
        #expect(ConfinedProgram(named: "no-such-program-at-all") == nil)
        #expect(ConfinedProgram(named: "sh", in: ["/nowhere"]) == nil)
    }

    @Test func `input is empty and the surroundings are not handed on`() throws {
        #expect(String(decoding: try shell("cat; echo $HOME-$LC_ALL").output, as: UTF8.self) == "-C.UTF-8\n")
    }

    @Test func `a program that computes for ever is stopped at its processor time`() throws {
        let end = try shell("while :; do :; done", ProgramLimits(processorSeconds: 1))
        #expect(end.limit == "1 s of processor time")
    }

    @Test func `a program that waits for ever is stopped, with what it started`() throws {
        let end = try shell("sleep 1000 & sleep 1000", ProgramLimits(wallSeconds: 1))
        #expect(end.limit == "1 s")
        let silent = try shell("exec >&- 2>&-; sleep 1000", ProgramLimits(wallSeconds: 1))
        #expect(silent.limit == "1 s")
    }

    @Test func `a program that writes for ever is stopped at its output`() throws {
        let end = try shell("yes", ProgramLimits(output: 1 << 20))
        #expect(end.limit == "1048576 bytes of output")
        #expect(end.output.count <= (1 << 20) + (1 << 16))
        // Complaints without end only cost the time to pass over them.
        #expect(try shell("yes | head -c 1000000 >&2").errors.utf8.count == 1 << 16)
    }

    @Test func `a program that asks for too much memory gets none`() throws {
        let python = try #require(ConfinedProgram(named: "python3", limits: ProgramLimits(memory: 256 << 20)))
        let end = try python.run(["-c", "x = bytearray(1 << 30); print('got it')"])
        #expect(!end.isSuccess)
        #expect(end.output.isEmpty)
    }

    @Test func `a program cannot open a socket`() throws {
        let python = try #require(ConfinedProgram(named: "python3"))
        let end = try python.run(["-c", "import socket; socket.socket(); print('got it')"])
        #expect(!end.isSuccess)
        #expect(end.errors.contains("Permission denied"))
    }

    @Test func `descriptors of this process are not handed on`() throws {
        let end = try shell("ls /proc/self/fd | wc -l")
        // Three, and the folder that is listed.
        #expect(String(decoding: end.output, as: UTF8.self) == "4\n")
    }
}

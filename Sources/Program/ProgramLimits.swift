/// What a program may take before it is stopped.
package struct ProgramLimits: Hashable, Sendable {
    /// Of processor time.
    package var processorSeconds: Int
    /// From its start to its end.
    package var wallSeconds: Int
    /// Of address space, in bytes.
    package var memory: Int
    /// Of standard output, in bytes. Of standard error the first 64 KiB are kept, and the rest is passed over.
    package var output: Int
    /// Of each file it writes, in bytes.
    package var file: Int

    package init(
        processorSeconds: Int = 60, wallSeconds: Int = 120, memory: Int = 1 << 30, output: Int = 64 << 20,
        file: Int = 64 << 20
    ) {
        self.processorSeconds = processorSeconds
        self.wallSeconds = wallSeconds
        self.memory = memory
        self.output = output
        self.file = file
    }
}

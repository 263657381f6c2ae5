import NIOPosix

/// Where work is done that may wait for a disk, so that the threads which serve connections do not.
enum OffLoop {
    static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(body)
    }
}

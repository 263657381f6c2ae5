import NIOCore
import NIOPosix

/// What came back on a connection, byte for byte.
struct Reply {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

    struct Unreadable: Error { let bytes: [UInt8] }

    init(_ bytes: [UInt8]) throws {
        let mark = Array("\r\n\r\n".utf8)
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
            throw Unreadable(bytes: bytes)
        }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n").map(String.init)
        guard let code = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Unreadable(bytes: bytes)
        }
        status = code
        headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return (parts[0], parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
        }
        body = Array(bytes[(end + 4)...])
    }

    /// Sends bytes as they are to a port of the loopback, and reads until the other side closes.
    static func to(_ request: [UInt8], port: Int) async throws -> Reply {
        try Reply(await bytes(to: request, port: port, isEnding: false))
    }

    /// Sends bytes as they are, says that no more will come, and waits until the other side closes: whatever it answers.
    static func hangingUp(after request: [UInt8], port: Int) async throws {
        _ = try await bytes(to: request, port: port, isEnding: true)
    }

    private static func bytes(to request: [UInt8], port: Int, isEnding: Bool) async throws -> [UInt8] {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: isEnding))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: request))
            if isEnding { outbound.finish() }
            var bytes: [UInt8] = []
            for try await part in inbound { bytes.append(contentsOf: part.readableBytesView) }
            return bytes
        }
    }
}

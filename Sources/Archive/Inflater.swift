import CZlib
import SystemPackage

/// Owns one raw deflate stream of zlib, and frees it once.
struct Inflater: ~Copyable {
    /// What one step took and gave.
    struct Step {
        let consumed: Int
        let produced: Int
        let ended: Bool
    }

    /// On the heap, since zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>

    init(for member: ZipMember, path: FilePath) throws(ArchiveError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard zlib_inflate_init_raw(stream) == Z_OK else {
            stream.deallocate()
            throw ArchiveError(path, member: member.shownName, .disk, "out of memory")
        }
        self.stream = stream
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks from `input` to `output` behind its first `filled` bytes. Nil if the input is not deflate.
    func step(_ input: ArraySlice<UInt8>, into output: inout [UInt8], filled: Int) -> Step? {
        let capacity = min(output.count - filled, Int(Int32.max))
        let offered = min(input.count, Int(Int32.max))
        let result = input.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(offered)
                stream.pointee.next_out = output.baseAddress?.advanced(by: filled)
                stream.pointee.avail_out = UInt32(capacity)
                return inflate(stream, Z_NO_FLUSH)
            }
        }
        guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { return nil }
        return Step(
            consumed: offered - Int(stream.pointee.avail_in), produced: capacity - Int(stream.pointee.avail_out),
            ended: result == Z_STREAM_END)
    }
}

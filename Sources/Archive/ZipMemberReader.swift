import CDeflate
import SystemPackage

/// Reads one member of a ZIP from start to end, and checks its size and checksum there.
package struct ZipMemberReader: ~Copyable, MemberBytes {
    package let member: ZipMember

    private let file: OpenFile
    private let inflater: Inflater
    private var offset: Int64
    private var packedLeft: Int64
    private var input: ArraySlice<UInt8> = []
    private var produced: Int64 = 0
    private var checksum: UInt32 = 0
    private var ended = false

    init(_ member: ZipMember, file: OpenFile, start: Int64) throws(ArchiveError) {
        if case .other(let number) = member.method {
            throw ArchiveError(
                file.path, member: member.shownName, .unsupported,
                "packed by method \(number); only stored and deflated")
        }
        inflater = try Inflater(for: member, path: file.path)
        self.member = member
        self.file = file
        offset = start
        packedLeft = member.compressedSize
    }

    /// Fills `buffer`, whose count says how much to read, with the next bytes of the member. Returns how many came:
    /// fewer than its count only at the member's end, 0 after it. Throws if size or checksum are not as announced.
    package mutating func read(into buffer: inout [UInt8]) throws(ArchiveError) -> Int {
        var filled = 0
        while filled < buffer.count, !ended {
            let count =
                member.method == .stored ? try readStored(into: &buffer, filled) : try inflate(into: &buffer, filled)
            // zlib has the same checksum, at a fifth of the speed.
            checksum = buffer.withUnsafeBytes {
                libdeflate_crc32(checksum, $0.baseAddress?.advanced(by: filled), count)
            }
            filled += count
            produced += Int64(count)
            guard produced <= member.size else { throw damaged("it unpacks to more than \(member.size) bytes") }
        }
        if ended {
            guard produced == member.size else { throw damaged("\(produced) bytes instead of \(member.size)") }
            guard checksum == member.checksum else {
                throw damaged("its checksum is wrong")
            }
        }
        return filled
    }

    private mutating func refill(atMost count: Int) throws(ArchiveError) {
        let count = Int(min(packedLeft, Int64(min(max(count, 1 << 16), 1 << 20))))
        input = try file.bytes(at: offset, count: count)[...]
        offset += Int64(count)
        packedLeft -= Int64(count)
    }

    /// Straight from the file.
    private mutating func readStored(into buffer: inout [UInt8], _ filled: Int) throws(ArchiveError) -> Int {
        let count = Int(min(packedLeft, Int64(buffer.count - filled)))
        try file.read(at: offset, into: &buffer, from: filled, count: count)
        offset += Int64(count)
        packedLeft -= Int64(count)
        ended = packedLeft == 0
        return count
    }

    private mutating func inflate(into buffer: inout [UInt8], _ filled: Int) throws(ArchiveError) -> Int {
        if input.isEmpty { try refill(atMost: buffer.count) }
        guard let step = inflater.step(input, into: &buffer, filled: filled) else {
            throw damaged("its compressed bytes make no sense")
        }
        input = input.dropFirst(step.consumed)
        ended = step.ended
        if step.consumed == 0, step.produced == 0, !ended, packedLeft == 0 { throw damaged("it is cut off") }
        return step.produced
    }

    private func damaged(_ message: String) -> ArchiveError {
        ArchiveError(file.path, member: member.shownName, .damaged, message)
    }
}

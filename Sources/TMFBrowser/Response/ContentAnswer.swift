import HTTPTypes
import Hummingbird
import NIOCore
import TMFModel

/// Sends the bytes of one version: whole or one range of them, in chunks, with no more than one in memory.
struct ContentAnswer {
    private static let chunk: Int64 = 256 << 10

    let content: BrowserContent
    let document: DocumentNumber
    let version: Int
    /// The size as filed.
    let filedSize: Int64

    /// Throws a problem if the bytes are not there as they were filed, or the range is not within them.
    func response(to request: Request) async throws -> Response {
        guard content.size == filedSize else {
            throw RequestProblem.damaged(
                "Version \(version) of \(document) was filed with \(filedSize) bytes, and \(content.size) are there. "
                    + "`tmf verify` says what else is damaged; bring the record back from a backup.")
        }
        let tag = EntityTag.quoted(content.digest.description)
        var headers = HTTPFields()
        headers[.eTag] = tag
        headers[.cacheControl] = "private, no-cache"
        headers[.acceptRanges] = "bytes"
        SecurityHeaders.add(to: &headers, policy: SecurityHeaders.contentPolicy)
        if EntityTag.isNamed(tag, in: request.headers[.ifNoneMatch]) {
            var response = Response(status: .notModified, headers: headers)
            response.headers[.contentLength] = nil
            return response
        }
        let mediaType = ContentAnswer.sound(content.mediaType)
        headers[.contentType] = try await type(mediaType)
        headers[.contentDisposition] = ContentDisposition.value(
            mediaType: mediaType,
            name: ContentDisposition.name(
                content.originalName, document: document, version: version, mediaType: mediaType))
        switch range(of: request, tag: tag) {
        case .whole: return answer(.ok, headers, 0..<content.size, isHead: request.method == .head)
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.size)"
            return answer(.partialContent, headers, range, isHead: false)
        case .unsatisfiable: throw RequestProblem.badRange(size: content.size)
        }
    }

    private func range(of request: Request, tag: String) -> ByteRange {
        guard request.method == .get else { return .whole }
        // > If the validator does not match, the recipient MUST ignore the Range header field. (RFC 9110, 13.1.5)
        if let condition = request.headers[.ifRange], condition != tag { return .whole }
        return ByteRange(request.headers[.range], size: content.size)
    }

    private func answer(
        _ status: HTTPResponse.Status, _ headers: HTTPFields, _ range: Range<Int64>, isHead: Bool
    ) -> Response {
        if isHead {
            var headers = headers
            headers[.contentLength] = String(range.count)
            return Response(status: status, headers: headers)
        }
        let read = content.read
        let body = ResponseBody(contentLength: range.count) { writer in
            var offset = range.lowerBound
            while offset < range.upperBound {
                let start = offset
                let count = Int(min(ContentAnswer.chunk, range.upperBound - start))
                let bytes = try await OffLoop.run { try read(start, count) }
                // Nothing can be said any more; the connection is closed, and the reader sees that bytes are missing.
                guard !bytes.isEmpty else { throw RequestProblem.damaged("The content ended early.") }
                try await writer.write(ByteBuffer(bytes: bytes))
                offset += Int64(bytes.count)
            }
            try await writer.finish(nil)
        }
        return Response(status: status, headers: headers, body: body)
    }

    /// Text is said to be UTF-8 only where its beginning is.
    private func type(_ mediaType: String) async throws -> String {
        guard mediaType == "text/plain" else { return mediaType }
        let read = content.read
        let head = try await OffLoop.run { try read(0, 1 << 16) }
        // The last character may be cut in two.
        let isUTF8 = (0...3).contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
        return isUTF8 && !head.contains(0) ? "text/plain; charset=utf-8" : mediaType
    }

    /// A media type without parameters; bytes of no kind where it is none.
    private static func sound(_ mediaType: String) -> String {
        let type = mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()
        let isPlain = type.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x2F, 0x5F: true
            default: false
            }
        }
        return isPlain && type.split(separator: "/", omittingEmptySubsequences: false).count == 2
            ? type : MediaType.unknown
    }
}

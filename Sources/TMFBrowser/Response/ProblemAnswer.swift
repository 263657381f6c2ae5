import HTTPTypes
import Hummingbird
import NIOCore
import TMFModel
import TMFPages

extension Response {
    /// A problem as a page for people, or as an object where a program asked.
    init(_ problem: RequestProblem, asJSON: Bool) {
        var headers = problem.headers
        headers[.cacheControl] = "no-store"
        SecurityHeaders.add(to: &headers)
        let bytes: [UInt8]
        if asJSON {
            headers[.contentType] = "application/json"
            let json = JSON.full([("status", .int(problem.status.code)), ("error", .string(problem.message))])
            bytes = Array((json.line + "\n").utf8)
        } else {
            headers[.contentType] = "text/html; charset=utf-8"
            bytes = PlainPage.problem(problem).bytes
        }
        self.init(status: problem.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

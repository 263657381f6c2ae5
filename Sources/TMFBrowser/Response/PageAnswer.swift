import HTTPTypes
import Hummingbird

extension Response {
    /// A page or an answer of the API: to be asked for again each time, and not sent where the reader has it.
    init(_ page: RenderedPage, for request: Request) {
        var headers = HTTPFields()
        headers[.contentType] = page.mediaType
        headers[.cacheControl] = "no-cache"
        headers[.eTag] = page.entityTag
        SecurityHeaders.add(to: &headers)
        if EntityTag.isNamed(page.entityTag, in: request.headers[.ifNoneMatch]) {
            headers[.contentType] = nil
            self.init(status: .notModified, headers: headers)
            self.headers[.contentLength] = nil
        } else {
            self.init(status: .ok, headers: headers, body: ResponseBody(byteBuffer: page.body))
        }
    }

    /// Leads to another address below this host.
    init(redirectingTo address: String, status: HTTPResponse.Status = .found) {
        var headers = HTTPFields()
        headers[.location] = address
        headers[.cacheControl] = "no-store"
        SecurityHeaders.add(to: &headers)
        self.init(status: status, headers: headers)
    }
}

import CXML2
import Glibc
import SystemPackage

/// Owns libxml2's reader with the bytes it reads, and frees both once.
struct XMLReaderHandle: ~Copyable {
    let pointer: xmlTextReaderPtr
    let path: FilePath
    private let listener = XMLListener()
    private let memory: UnsafeMutablePointer<CChar>?
    private let descriptor: Int32

    private init(_ pointer: xmlTextReaderPtr, _ path: FilePath, memory: UnsafeMutablePointer<CChar>?, file: Int32) {
        self.pointer = pointer
        self.path = path
        self.memory = memory
        descriptor = file
    }

    deinit {
        xmlFreeTextReader(pointer)
        memory?.deallocate()
        if descriptor >= 0 { _ = close(descriptor) }
    }

    static func opening(_ path: FilePath, _ limits: XMLLimits) throws(XMLError) -> XMLReaderHandle {
        XMLListener.prepare()
        let file = path.withPlatformString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard file >= 0 else {
            throw XMLError(path, line: 0, "cannot open: \(Errno(rawValue: errno).description)")
        }
        var facts = stat()
        let isFile = fstat(file, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
        guard isFile, Int64(facts.st_size) <= limits.maxBytes,
            let reader = xmlReaderForFd(file, nil, nil, xml_safe_options)
        else {
            _ = close(file)
            throw XMLError(
                path, line: 0,
                isFile ? "\(facts.st_size) bytes; \(limits.maxBytes) are allowed" : "cannot open: it is not a file")
        }
        return XMLReaderHandle(reader, path, memory: nil, file: file)
    }

    static func reading(_ bytes: [UInt8], _ path: FilePath) throws(XMLError) -> XMLReaderHandle {
        XMLListener.prepare()
        let memory = UnsafeMutablePointer<CChar>.allocate(capacity: max(bytes.count, 1))
        for (place, byte) in bytes.enumerated() { memory[place] = CChar(bitPattern: byte) }
        guard let reader = xmlReaderForMemory(memory, Int32(bytes.count), nil, nil, xml_safe_options) else {
            memory.deallocate()
            throw XMLError(path, line: 0, "cannot be read as XML")
        }
        return XMLReaderHandle(reader, path, memory: memory, file: -1)
    }

    var line: Int { Int(xmlTextReaderGetParserLineNumber(pointer)) }

    var name: XMLName {
        XMLName(
            text(xmlTextReaderConstLocalName(pointer)) ?? "", namespace: text(xmlTextReaderConstNamespaceUri(pointer)))
    }

    var value: String { text(xmlTextReaderConstValue(pointer)) ?? "" }

    /// Goes to the next node; false at the end. Throws the first complaint, whatever its consequence.
    func advance() throws(XMLError) -> Bool {
        xml_listen(listener.pointer)
        let result = xmlTextReaderRead(pointer)
        xml_listen(nil)
        if let first = listener.complaints.first { throw XMLError(path, line: first.line, first.message) }
        guard result >= 0 else { throw error("not well-formed") }
        return result == 1
    }

    /// The attributes of the element, without declarations of namespaces.
    func attributes() -> [XMLName: String] {
        var attributes: [XMLName: String] = [:]
        while xmlTextReaderMoveToNextAttribute(pointer) == 1 {
            if xmlTextReaderIsNamespaceDecl(pointer) == 0 { attributes[name] = value }
        }
        xmlTextReaderMoveToElement(pointer)
        return attributes
    }

    func error(_ message: String) -> XMLError { XMLError(path, line: line, message) }

    private func text(_ pointer: UnsafePointer<xmlChar>?) -> String? { pointer.map { String(cString: $0) } }
}
